"""What was put stays where a line is neither one of it nor a no: the work of saying a week is not lost."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
TWO_WEEKS = "60 treating patients, 20 explaining, 10 talking with doctors and the rest teaching"


def offered() -> Conversation:
    talk = say(Conversation(Interview.start(LIBRARY, "29-1123.00")), TWO_WEEKS).talk
    assert talk.trouble is not None
    assert talk.trouble.offers
    return talk


def week_of(talk: Conversation) -> object:
    step = talk.interview.path.step("split")
    return step.value if step is not None else None


@pytest.mark.parametrize(
    "line",
    [
        "it's raining here",
        "why do you want to know that?",
        "lovely weather",
        "hmm",
    ],
)
def test_a_line_that_is_no_answer_leaves_what_was_put_standing(line: str) -> None:
    talk, after = offered(), say(offered(), line).talk
    assert after.trouble is not None
    assert talk.trouble is not None
    assert after.trouble.offers == talk.trouble.offers
    taken = say(after, "1").talk
    assert week_of(taken) is not None
    assert week_of(talk) is None


def test_a_yes_with_a_remark_takes_the_one_that_was_put_and_of_two_asks_which() -> None:
    assert week_of(say(offered(), "yes, that's how it has been").talk) is not None
    talk = Conversation(Interview.start(LIBRARY, "29-1123.00"))
    two = say(talk, "treating and teaching 60, doctors 40").talk
    after = say(two, "yes, that's how it has been").talk
    assert two.trouble is not None
    assert after.trouble is not None
    assert not two.trouble.confirm
    assert after.trouble.offers == two.trouble.offers
    assert week_of(after) is None


@pytest.mark.parametrize("line", ["no", "none of that", "no, that's not it", "not that"])
def test_a_no_takes_what_was_put_away(line: str) -> None:
    after = say(offered(), line).talk
    assert after.trouble is None or not after.trouble.offers or after.trouble.confirm


def test_an_answer_of_another_question_leaves_what_was_put_standing_too() -> None:
    after = say(say(offered(), "twelve years").talk, "1").talk
    assert week_of(after) is not None
    after = after.go_to("years")
    assert after.said_beside("years") == ("12 years", 12.0)


@pytest.mark.parametrize("line", ["I doubt it", "never the same"])
def test_a_yes_to_a_no_that_was_put_is_that_no(line: str) -> None:
    """ "That sounds like No. Right? Type yes" took yes for the answer Yes."""
    asked = say(
        Conversation(Interview.start(LIBRARY, "registered-nurse")), "care 80, medicines 20"
    ).talk.go_to("steady")
    put = say(asked, line).talk
    assert put.trouble is not None
    assert put.trouble.text == "That sounds like No. Right?"
    assert "Yes" not in say(put, "yes").talk.noted
    assert say(put, "yes").talk.noted == "No"
    again = say(put, "no").talk
    assert again.interview is put.interview
    assert again.trouble is not None
    assert not again.trouble.offers
    assert say(put, "b").talk.noted == "No"
    assert say(put, "a").talk.noted == "Yes"
