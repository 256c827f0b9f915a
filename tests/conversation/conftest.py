"""Shared by the tests of conversations: the result of a junior."""

import pytest
from conversation_results import of

from aijri_engine.personal.result import Result
from tests.personal.made_up_people import JUNIOR


@pytest.fixture(scope="session")
def junior() -> Result:
    return of(JUNIOR)
