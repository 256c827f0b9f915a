"""Shared by the tests of conversations: the result of a junior."""

import pytest
from conversation_results import JUNIOR, of

from aijri_engine.personal.result import Result


@pytest.fixture(scope="session")
def junior() -> Result:
    return of(JUNIOR)
