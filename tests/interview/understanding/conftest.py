"""The shipped form, loaded once."""

import pytest
from understanding_corpus import Read

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import role_split


@pytest.fixture(scope="session")
def interview() -> Interview:
    """A new interview about the shipped role."""
    return Interview.start(Library.open(), "deep-learning-engineer")


@pytest.fixture(scope="session")
def form(interview: Interview) -> Form:
    """Its form."""
    return interview.form


@pytest.fixture(scope="session")
def read(form: Form) -> Read:
    """Reads a line at a question."""
    week = role_split(form.role_shares, given=True)

    def reading(key: str, typed: str) -> Reading:
        question, _, item = key.partition(".")
        asked = form.single.get(key) or form.for_task[question, item]
        return understand(asked, typed, form, week)

    return reading
