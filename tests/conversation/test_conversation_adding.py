"""What is said to come beside answers that were put or picked goes with them, and replaces none of them."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.the_list import said_of_all
from aijri_engine.interview.interview import Interview

FRESH = Conversation(Interview.start(Library.open(), "primary-school-teacher")).go_to("duties")
PUT = say(FRESH, "I refused to send its comments home unread, I sat with a girl whose gran had died").talk
PICKED = say(FRESH, "a and c").talk
BOTH = ["said_no", "stood_by"]


def duties(talk: Conversation) -> list[str]:
    step = talk.interview.path.step("duties")
    return list(step.value or ()) if step is not None else []


def test_the_offer_that_these_tests_speak_of() -> None:
    assert PUT.trouble is not None
    assert PUT.trouble.offers[0][1] == BOTH
    assert duties(PICKED) == BOTH


@pytest.mark.parametrize(
    "line",
    ["yes, those two and I taught someone as well, put that in", "no, d as well", "d as well", "also d"],
)
def test_what_comes_to_an_offer_is_put_with_it(line: str) -> None:
    after = say(PUT, line).talk
    assert after.trouble is not None
    assert after.trouble.offers[0][1] == [*BOTH, "taught"]
    assert duties(say(after, "yes").talk) == [*BOTH, "taught"]


@pytest.mark.parametrize("line", ["yes, and d too", "aye, and also d"])
def test_a_yes_and_one_more_by_its_letter_takes_both(line: str) -> None:
    assert duties(say(PUT, line).talk) == [*BOTH, "taught"]


@pytest.mark.parametrize("line", ["also d", "d too", "add d", "d as well", "as well as d", "no, also d"])
def test_what_comes_to_an_answer_keeps_it(line: str) -> None:
    assert duties(say(PICKED.go_to("duties"), line).talk) == [*BOTH, "taught"]


def test_a_yes_that_names_the_others_keeps_them_beside_what_was_put() -> None:
    asked = say(PICKED.go_to("duties"), "I taught someone").talk
    after = say(asked, "aye, as well as the other two").talk
    assert duties(after) == [*BOTH, "taught"]
    assert "not used" not in " ".join(after.told)


@pytest.mark.parametrize("line", ["yes and I also never taught anybody", "e instead", "only d", "d"])
def test_a_denial_or_an_answer_anew_adds_nothing(line: str) -> None:
    assert duties(say(PICKED.go_to("duties"), line).talk) != [*BOTH, "taught"]


def test_at_the_list_too_and_what_is_not_read_is_told() -> None:
    turn = said_of_all(PICKED, "duties should also be d")
    assert turn is not None
    assert duties(turn.talk) == [*BOTH, "taught"]
    turn = said_of_all(
        PICKED,
        "the duties one is missing the teaching, I taught someone too, and in 17 take out the last half",
    )
    assert turn is not None
    assert turn.talk.trouble is not None
    assert turn.talk.trouble.offers[0][1] == [*BOTH, "taught"]
    assert "“in 17 take out the last half” is not used here." in turn.talk.trouble.text


def test_what_a_part_of_a_line_says_beside_a_clear_answer_is_put_with_it() -> None:
    """One of two things told was taken, and the other dropped."""
    after = say(FRESH, "I refused to hand it out and sat with the family all evening").talk
    assert after.trouble is not None
    assert after.trouble.offers[0][1] == BOTH


@pytest.mark.parametrize(
    ("line", "picked"),
    [("only e", ["hands_on"]), ("e only", ["hands_on"]), ("only a and c", BOTH), ("just d", ["taught"])],
)
def test_only_one_of_several_is_that_one(line: str, picked: list[str]) -> None:
    assert duties(say(FRESH, line).talk) == picked


@pytest.mark.parametrize("line", ["I mean no", "I meant no"])
def test_a_mere_no_after_several_were_picked_is_put_and_takes_none_back(line: str) -> None:
    after = say(PICKED, line).talk
    assert duties(after) == BOTH
    assert after.trouble is not None
    assert "instead of what you said" in after.trouble.text or not after.trouble.offers


@pytest.mark.parametrize(
    "line", ["That one and taught someone, both", "those two, and I taught someone", "yes, these and d"]
)
def test_what_was_put_is_pointed_at_and_another_joined_to_it(line: str) -> None:
    after = say(PUT, line).talk
    put = after.trouble.offers[0][1] if after.trouble is not None else duties(after)
    assert put == [*BOTH, "taught"]
