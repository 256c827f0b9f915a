from pathlib import Path

import pytest

from aijri_engine import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.open()


@pytest.fixture
def picture() -> bytes:
    """A small PNG."""
    return (Path(__file__).parent / "logo.png").read_bytes()
