"""Anchored answers: the figure that stands for an option, and the score that three of them rate a row with."""

from collections.abc import Mapping
from typing import Any

from aijri_engine.content.questions import Question
from aijri_engine.interview.values import UNKNOWN

RATING_SCORES = (1, 1, 2, 2, 3, 4, 5)
"""Score by the sum of the three anchored answers, 0-6 [ours] (wording section 2)."""

UNSURE_POINTS = 1
"""An anchored answer that was not given counts as the middle one [ours]."""


def rated_score(question: Question | None, given: Any) -> float | None:
    """Score 1-5 of a row by its anchored answers; None when it was not rated."""
    if question is None or not isinstance(given, Mapping):
        return None
    points = 0
    for row in question.rows:
        value = anchored(row.options, given.get(row.id))
        points += UNSURE_POINTS if value is None else value
    return float(RATING_SCORES[points])


def anchored(options: Any, chosen: Any) -> int | None:
    """The figure of an anchored answer; None where none was given."""
    if chosen in UNKNOWN:
        return None
    return next((option.value for option in options if option.id == chosen), None)
