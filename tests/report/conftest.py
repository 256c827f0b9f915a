from pathlib import Path

import pytest
from report_people import COACHED, report_of

from aijri_engine import Library
from aijri_engine.report import Document


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.open()


@pytest.fixture
def picture() -> bytes:
    """A small PNG."""
    return (Path(__file__).parent / "logo.png").read_bytes()


@pytest.fixture(scope="session")
def coached(library: Library) -> Document:
    return report_of(library, "junior", COACHED)
