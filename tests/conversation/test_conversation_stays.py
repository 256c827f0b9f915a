"""A no that names no row by what it is called takes none out of a week; what says "as it was" keeps it."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

WEEKS = {
    "deep-learning-engineer": "design 5, training 50, infrastructure 15, debugging 15, research 5, collaboration 10",
    "registered-nurse": "assessment 20, medicines 20, hands on 30, charting 10, coordination 10, comfort 10",
}


@pytest.fixture(scope="module", params=WEEKS)
def week(request: pytest.FixtureRequest) -> Conversation:
    talk = say(Conversation(Interview.start(Library.open(), request.param)), "").talk
    for line in (WEEKS[request.param], "edit split"):
        talk = say(talk, line).talk
    return talk


@pytest.mark.parametrize(
    "line",
    [
        "no change", "no changes", "no change at all", "no changes needed", "there was no change", "no real change",
        "there were no changes", "no difference", "no update", "without change", "nothing to change",
        "no change, thanks",
    ],
)  # fmt: skip
def test_what_says_that_nothing_changed_keeps_the_week(week: Conversation, line: str) -> None:
    after = say(week, line).talk
    assert after.interview.answers == week.interview.answers
    assert after.told == ("Kept as it was.",)


@pytest.mark.parametrize(
    "line", ["no problem", "no worries", "no reason", "no need", "no trouble", "nothing to add"]
)
def test_a_no_to_something_else_takes_no_row_out(week: Conversation, line: str) -> None:
    after = say(week, line).talk
    assert after.interview.answers == week.interview.answers
    assert after.trouble is None or not after.trouble.offers


def test_a_no_to_a_row_by_its_name_is_of_that_row() -> None:
    talk = say(Conversation(Interview.start(Library.open(), "deep-learning-engineer")), "").talk
    for line in (WEEKS["deep-learning-engineer"], "edit split", "no training"):
        talk = say(talk, line).talk
    assert talk.interview.answers.drafts["split"]["rows"]["train"] == 0
