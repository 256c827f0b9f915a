"""What was said before and is not used is told; what is said of before counts from there."""

from typing import Any

import pytest

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation, own_table, say

LIBRARY = Library.open()
WEEK = {"close": 30, "tax": 20, "advice": 30, "planning": 20}
FIRST: dict[str, Any] = {
    "years": 12,
    "split": WEEK,
    "split_basis": "thought",
    "depth": {"close": "adapts", "advice": "adapts", "planning": "follows"},
    "level": "senior",
    "conditions": ["union_consulted"],
    "market": {"job_postings": "same", "wages": "above"},
}


def again(key: str) -> Conversation:
    first = Interview.from_answers(LIBRARY, "accountant", FIRST)
    assert isinstance(first, Interview), first
    return Conversation(first.again("abc123", LIBRARY)).go_to(key)


def stored(talk: Conversation, key: str) -> Any:
    step = talk.interview.path.step(key)
    return step.value if step is not None else None


def test_a_week_left_out_after_no_to_three_months_is_told_not_to_be_used() -> None:
    talk = say(Conversation(Interview.start(LIBRARY, "electrician")), "80 installing, 20 testing").talk
    left = say(say(talk, "no").talk, "skip").talk
    assert left.told == ("Not answered yet: what you said of it before is not used. `edit` brings it back.",)


@pytest.mark.parametrize(
    ("typed", "years"), [("two more now", 14.0), ("2 more", 14.0), ("three years less", 9.0)]
)
def test_more_than_last_time_counts_from_last_time(typed: str, years: float) -> None:
    asked = say(again("years"), typed).talk
    assert asked.trouble is not None
    assert asked.trouble.offers[0][1] == years
    assert stored(say(asked, "yes").talk, "years") == years


@pytest.mark.parametrize("typed", ["one step deeper than last time", "deeper than before"])
def test_what_is_compared_with_last_time_is_no_yes_to_last_time(typed: str) -> None:
    assert stored(say(say(again("depth.advice"), typed).talk, "yes").talk, "depth.advice") is None


@pytest.mark.parametrize("typed", ["everything's fine", "all fine", "it's fine"])
@pytest.mark.parametrize("key", ["split", "market"])
def test_a_confirming_idiom_keeps_what_was_said_and_is_no_work(typed: str, key: str) -> None:
    after = say(again(key), typed).talk
    before = again(key)
    step = before.interview.path.step(key)
    assert step is not None
    assert stored(after, key) == before.earlier(step)


@pytest.mark.parametrize("typed", ["everything's fine", "all good", "all fine"])
def test_a_confirming_idiom_is_no_row_of_a_first_week(typed: str) -> None:
    talk = Conversation(Interview.start(LIBRARY, "accountant")).go_to("split")
    after = say(say(talk, typed).talk, "yes").talk
    assert stored(after, "split") is None
    assert after.interview.answers.drafts.get("split") is None


@pytest.mark.parametrize(
    ("role", "typed"),
    [
        ("35-3031.00", "double shifts fri and sat, 10 h each, all serving"),
        ("registered-nurse", "three nights, 12 h each, all hands-on care"),
    ],
)
def test_hours_of_each_shift_are_no_hours_of_the_week(role: str, typed: str) -> None:
    talk = Conversation(Interview.start(LIBRARY, role)).go_to("split")
    asked = say(talk, typed).talk
    assert asked.trouble is not None
    assert "each day or shift" in asked.trouble.text
    assert stored(say(asked, "yes").talk, "split") is None


def test_the_week_noted_is_the_week_shown() -> None:
    asked = say(again("split"), "advising 40 now").talk
    assert asked.trouble is not None
    shown = asked.trouble.offers[0][0].partition(" = ")[0].replace(" · ", ", ")
    after = say(asked, "yes").talk
    assert after.noted == shown
    assert sum(float(part.split()[-1]) for part in after.noted.split(", ")) == pytest.approx(100)


def test_paper_is_paperwork_and_students_are_asked_about() -> None:
    driver = Conversation(Interview.start(LIBRARY, "53-3032.00")).go_to("split")
    assert stored(say(driver, "80 driving, 10 paper, 10 loading").talk, "split").shares["records"] == 10
    engineer = Conversation(Interview.start(LIBRARY, "deep-learning-engineer")).go_to("split")
    asked = say(engineer, "half training, a quarter debugging, another quarter students").talk
    assert asked.trouble is not None
    assert "students" in asked.trouble.text
    assert stored(asked, "split") is None


def two_that_seldom_go_together() -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, "accountant"))
    for line in ("30 closing, 20 tax returns, 30 advising, 20 budgets", "b", "2"):
        talk = say(talk, line).talk
    return say(talk.go_to("level"), "d").talk.go_to("level_check")


@pytest.mark.parametrize("typed", ["no, it's 20 years", "it's 20 years", "20 years"])
def test_the_right_years_told_where_two_answers_seldom_go_together_are_taken(typed: str) -> None:
    after = say(two_that_seldom_go_together(), typed).talk
    assert stored(after, "years") == 20.0
    assert "Changed: Years, now: 20 years." in after.told


def test_years_of_somebody_else_or_as_they_were_change_none() -> None:
    for typed in ("my boss has 20 years", "yes, 2 years"):
        assert stored(say(two_that_seldom_go_together(), typed).talk, "years") == 2.0


def test_both_wrong_is_no_yes_both_are_right() -> None:
    asked = say(two_that_seldom_go_together(), "both wrong").talk
    assert stored(asked, "level_check") is None
    assert stored(say(asked, "yes").talk, "level_check") is None


def test_what_others_do_in_brackets_is_no_row_of_mine() -> None:
    line = "30 hives, 30 poems (my wife writes them), 20 honey, 20 admin"
    table = own_table.said(own_table.said(own_table.begin(), "beekeeping poet"), line)
    assert table.rows == ()
    assert "somebody else's week" in table.words
    named = own_table.said(table, "30 hives, 30 poems (about bees), 20 honey (with my wife), 20 admin")
    assert len(named.rows) == 4
    talk = Conversation(Interview.start(LIBRARY, "deep-learning-engineer")).go_to("split")
    asked = say(talk, "50 training, 50 design (my colleague does that)").talk
    assert asked.trouble is not None
    assert "somebody else's week" in asked.trouble.text
