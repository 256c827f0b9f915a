"""The shipped form, loaded once."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.interview import Interview


@pytest.fixture(scope="session")
def interview() -> Interview:
    """A new interview about the shipped role."""
    return Interview.start(Library.open(), "deep-learning-engineer")


@pytest.fixture(scope="session")
def form(interview: Interview) -> Form:
    """Its form."""
    return interview.form
