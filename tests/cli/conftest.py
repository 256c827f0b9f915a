"""Every test of the command line has a data folder of its own."""

from pathlib import Path

import pytest

from tests.cli.cli_driver import JUNIOR


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that sessions of this test are kept in."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("AIJRI_DATA", str(folder))
    return folder


@pytest.fixture
def junior(tmp_path: Path) -> Path:
    path = tmp_path / "junior.yaml"
    path.write_text(JUNIOR)
    return path
