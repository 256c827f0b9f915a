"""Every test of the command line has a data folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that sessions of this test are kept in."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("AIJRI_DATA", str(folder))
    return folder
