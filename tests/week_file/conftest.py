"""The interview whose split the files fill in."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.content.meanings import SPLIT
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.interview import Interview


@pytest.fixture(scope="module")
def interview() -> Interview:
    return Interview.start(Library.open(), "deep-learning-engineer")


@pytest.fixture
def form(interview: Interview) -> Form:
    return interview.form


@pytest.fixture
def asked(interview: Interview) -> Asked:
    step = interview.path.step(SPLIT)
    assert step is not None
    return step.asked
