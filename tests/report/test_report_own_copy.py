"""A client's own copy of a sitting that a coach held does not say that nobody else was there."""

import pytest

from aijri_engine import Interview, Library, result
from aijri_engine.report import Agreement, ReportOptions, build
from aijri_engine.report.renderers.text import reading


@pytest.mark.parametrize(
    ("guided", "told"), [(True, "held with a coach"), (False, "answered alone, shared with nobody")]
)
def test_who_was_there_is_told_as_it_was(guided: bool, told: str) -> None:
    interview = Interview.start(Library.open(), "deep-learning-engineer", guided=guided).reveal("result")
    text = reading(build(result(interview), ReportOptions("2026-11-29", agreement=Agreement())), 500)
    assert told in text
    assert ("given without a coach" in text) is not guided
