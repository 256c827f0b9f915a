"""Results of people of one role, and what is said to a line about them, shared by the tests of talk about a result."""

from typing import Any

from conversation_driver import LIBRARY, ROLE

from aijri_engine import Interview, result
from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.personal.result import Result


def of(answers: dict[str, Any], role: str = ROLE) -> Result:
    found = Interview.from_answers(LIBRARY, role, answers)
    assert isinstance(found, Interview), found
    return result(found)


def said(found: Result, line: str) -> str:
    return " ".join(answer_about(found, line).words)
