"""A what-if names a row with what its work is done to, or a machine that is given it; nothing half read is computed."""

import re

import pytest
from conversation_results import of, said

from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.personal.result import Result

from test_conversation_what_if_meant import PEOPLE  # isort: skip


@pytest.fixture(scope="module")
def chef() -> Result:
    role, answers = PEOPLE["chef"]
    return of(answers, role)


@pytest.mark.parametrize(
    ("line", "after"),
    [("what if I move ten percent from the stove to teaching the young cooks?", "Work by hand 57 to 47 %"),
     ("what if I did 2 hours less cooking and 2 hours more on training the cooks?", "Work by hand 57 to 52 %"),
     ("what if I did 5 percent less of leading the brigade and more of planning the menus", "Leading 15 to 10 %"),
     ("what if I move 5 percent from leading the brigade to teaching the trainees how to fillet", "Leading 15 to 10 %"),
     ("what if I move 5 percent from leading in the kitchen to planning of the menus", "Leading 15 to 10 %"),
     ("what if I took 5 percent off the cooking and put it into coaching juniors", "Work by hand 57 to 52 %")],
)  # fmt: skip
def test_what_work_is_done_to_is_told_as_left_out_and_asked_back(chef: Result, line: str, after: str) -> None:
    put = answer_about(chef, line)
    assert not put.changes
    assert re.search(r"Do you mean “.+”\? I left out “.+”\. Type yes", put.words[0])
    assert after in answer_about(chef, "yes", before=put).words[0]


def test_what_names_the_same_row_once_more_is_no_question(chef: Result) -> None:
    assert "Leading 15 to 10 % and Teaching 5 to 10 %" in said(
        chef, "what if I moved 5 percent from leading to teaching the apprentices?"
    )


@pytest.mark.parametrize(
    "line",
    ["what if I move 5 percent from leading to teaching and the union goes",
     "what if I move 5 percent from leading to teaching unless the hotel closes",
     "what if I move 5 percent from leading to teaching without the young ones",
     "what if I did five hours a week more scaling, at the full price place",
     "what if I moved to a hospital that pays twice and gave 5 percent of planning"],
)  # fmt: skip
def test_what_says_more_than_that_is_left_out_by_nobody(chef: Result, line: str) -> None:
    found = answer_about(chef, line)
    assert not found.changes
    assert not found.meant


def test_one_change_is_never_told_to_be_several(chef: Result) -> None:
    for line in ("what if I did five hours a week more scaling, at the full price place",
                 "what if I spent 10 % more on gardening"):  # fmt: skip
        assert "one change" not in said(chef, line).casefold()
    both = said(chef, "what if I move 5 percent from leading to teaching and the union goes")
    assert "“the union goes” was not understood, and one change at a time can be computed" in both


def test_a_long_rest_is_not_quoted_as_a_piece_of_a_sentence(chef: Result) -> None:
    told = said(chef, "what if my cousin from the old country came and gave me 10 percent more")
    assert not re.search(r"“(?:\S+ ){4,}\S+”", told), told


def test_the_amount_may_stand_between_less_and_more(chef: Result) -> None:
    told = said(chef, "what if I did less cooking, say 10 percent, and more paperwork?")
    assert "Work by hand 57 to 47 % and Records 8 to 18 %" in told


MACHINES = [
    (
        "what if I gave it all to the program, the cooking, would that help or hurt me?",
        "a tool did all of it",
    ),
    ("what if I stopped doing the cooking myself and gave it all to the program?", "a tool did all of it"),
    ("what if my boss brought in an AI that does half my cooking?", "tools made parts"),
    ("what if I handed all of the cooking over to a machine?", "a tool did all of it"),
    ("what if a robot took some of the cooking off me?", "tools made parts"),
]


@pytest.mark.parametrize(("line", "told"), MACHINES)
def test_what_a_machine_is_given_is_asked_back_as_its_part_of_that_row(
    chef: Result, line: str, told: str
) -> None:
    put = answer_about(chef, line)
    assert f"Do you mean Part of AI tools: Work by hand: {told}? Type yes" in put.words[0]
    assert not put.changes


def test_a_machine_that_does_what_was_answered_changes_nothing_and_that_is_said(chef: Result) -> None:
    role, answers = PEOPLE["chef"]
    found = of({**answers, "practice": {**answers["practice"], "hands": "drafts"}}, role)
    told = said(found, "what if my boss brought in an AI that does half my cooking?")
    assert told == "That is what you answered: Work by hand: tools made parts. Nothing would change by it."
