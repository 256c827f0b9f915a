"""Shared by the tests of advice: results of the people of the cases."""

import pytest
from advice_people import case_people

from aijri_engine import result
from aijri_engine.personal.result import Result


@pytest.fixture(scope="session")
def results() -> list[Result]:
    return [result(interview) for interview in case_people()]
