"""How long an interview takes: told for every job, and under twelve minutes for each of them."""

import re
from pathlib import Path

import pytest

from aijri_engine import Interview, Library
from aijri_engine.conversation import own_table
from aijri_engine.conversation.own_table_kept import interview_of, keep
from aijri_engine.interview.duration import AS_WORDS, minutes_to_answer, opening_words

LIBRARY = Library.open()
LONGEST, A_ROW = 12.0, 0.3
"""Minutes: for any job at most, and for one more row of a table at least."""


def about_owls(rows: int, folder: Path) -> Interview:
    week = ", ".join(f"{100 / rows:g}% kind {number} of work" for number in range(rows))
    table = own_table.begin("owl whisperer")
    for line in (week, "yes"):
        table = own_table.said(table, line)
    library, role_id, *_ = keep(table, LIBRARY, folder, "2026-11-28")
    return interview_of(library, role_id)


@pytest.mark.parametrize("role", [*LIBRARY.cards, "47-2152.00", "11-1021.00"])
def test_any_job_takes_under_twelve_minutes_and_the_opening_says_how_many(role: str) -> None:
    interview = Interview.start(LIBRARY, role)
    assert 6 < minutes_to_answer(interview) < LONGEST
    assert re.search(r"about (seven|eight|nine|ten|eleven) minutes", opening_words(interview))


@pytest.mark.parametrize("rows", [4, 6, 10])
def test_a_table_of_ones_own_takes_longer_with_every_row_and_under_twelve_minutes(
    rows: int, tmp_path: Path
) -> None:
    interview = about_owls(rows, tmp_path)
    minutes = minutes_to_answer(interview)
    assert minutes < LONGEST
    assert f"about {AS_WORDS[round(minutes)]} minutes" in opening_words(interview)
    assert minutes - minutes_to_answer(about_owls(rows - 1, tmp_path)) > A_ROW


def test_one_minute_is_one_minute() -> None:
    interview = Interview.start(LIBRARY, "deep-learning-engineer")
    while (step := interview.path.next_open()) is not None:
        after = interview.declined(step.key)
        assert isinstance(after, Interview), after
        interview = after
    assert "about one minute." in opening_words(interview)
