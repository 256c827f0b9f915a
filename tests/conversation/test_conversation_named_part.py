"""A change that names a part of an answer asks for that part alone, and leaves what it does not name."""

from functools import cache

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.commands import carry_out
from aijri_engine.conversation.parts import row_asked
from aijri_engine.conversation.the_list import at_the_list
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.commands import find_command

LIBRARY = Library.open()
MARKET = {
    "job_postings": "many_more",
    "company_actions": "compete",
    "wages": "with",
    "tool_maturity": "nothing",
    "expert_consensus": "same",
}


@cache
def chef() -> Conversation:
    found = Interview.from_answers(LIBRARY, "35-1011.00", {
        "split": {"hands": 60, "lead": 12, "check": 5, "create": 5, "plan": 5, "records": 8, "teach": 5},
        "market": MARKET, "conditions": ["onsite_most", "customers_people"],
        "practice": {"hands": "by_hand", "lead": "by_hand"},
    })  # fmt: skip
    assert isinstance(found, Interview)
    return Conversation(found)


def value(talk: Conversation, key: str) -> object:
    step = talk.interview.path.step(key)
    return step.value if step is not None else None


def at_list(line: str) -> Conversation:
    command = find_command(line)
    turn = at_the_list(chef(), line)
    if turn is None and command is not None:
        return carry_out(chef(), command)[0]
    assert turn is not None
    return turn.talk


WISHES = (
    "change the pay",
    "the pay is wrong",
    "I want to change the pay in the market",
    "edit pay",
    "fix the pay please",
)


@pytest.mark.parametrize("line", WISHES)
@pytest.mark.parametrize("face", ["list", "question"])
def test_a_row_that_is_named_is_asked_alone(line: str, face: str) -> None:
    there = at_list(line) if face == "list" else say(chef().go_to("growth"), line).talk
    assert there.step is not None
    assert there.step.key == "market"
    row = row_asked(there, there.step)
    assert row is not None
    assert row.id == "wages"
    after = say(there, "clearly above it", row=row.id).talk
    assert value(after, "market") == MARKET | {"wages": "well_above"}
    assert after.step is None or after.step.key != "market"
    assert value(say(there, "", row=row.id).talk, "market") == MARKET


def test_the_question_by_its_name_asks_all_of_its_rows() -> None:
    there = at_list("change the market")
    assert there.step is not None
    assert [row_asked(there, there.step)] == [*there.step.asked.rows[:1]]
    after = say(there, "b", row="job_postings").talk
    assert after.step is not None
    assert after.step.key == "market"


@pytest.mark.parametrize(
    "line", ["change conditions, I am on site two days", "change my conditions: on site two days"]
)
@pytest.mark.parametrize("face", ["list", "question"])
def test_of_several_what_is_not_named_stays_in_what_is_put(line: str, face: str) -> None:
    there = at_list(line) if face == "list" else say(chef().go_to("growth"), line).talk
    assert value(there, "conditions") == ("onsite_most", "customers_people")
    assert there.trouble is not None
    assert there.trouble.offers[0][1] == ["onsite_some", "customers_people"]
    assert value(say(there, "yes").talk, "conditions") == ("onsite_some", "customers_people")
    no = say(there, "no").talk
    assert no.trouble is not None
    assert no.trouble.offers[0][1] == ["onsite_some"]


@pytest.mark.parametrize(
    "line",
    ["remove the customers", "remove the customers one", "the customers one is wrong", "drop e",
     "without the customers",
     "leave the customers out", "untick the customers", "take the customers out",
     "no customers insist, the rest is right",
     "conditions without e"],
)  # fmt: skip
@pytest.mark.parametrize("face", ["list", "question"])
def test_of_several_what_is_taken_out_is_never_put(line: str, face: str) -> None:
    if face == "list" and "rest" in line:
        return
    there = at_list(line) if face == "list" else say(chef().go_to("conditions"), line).talk
    left = say(there, "yes").talk if there.trouble is not None else there
    assert value(left, "conditions") == ("onsite_most",)


@pytest.mark.parametrize(
    "line",
    ["on site two days, no union", "none of these", "no", "customers insist and a union must be consulted"],
)
def test_a_new_answer_is_no_taking_out(line: str) -> None:
    there = say(chef().go_to("conditions"), line).talk
    assert there.trouble is None or there.trouble.offers[0][1] != ["onsite_most"]


@pytest.mark.parametrize(("line", "left"), [("conditions a and f", ("onsite_some", "customers_most")),
                                            ("conditions: none of these", ("nothing",))])  # fmt: skip
def test_letters_and_none_are_the_whole_answer(line: str, left: tuple[str, ...]) -> None:
    assert value(at_list(line), "conditions") == left


@pytest.mark.parametrize(
    ("line", "words"),
    [("two hours less of the paperwork and more of the leading", "told in percent"),
     ("less records and more leading", "how much")],
)  # fmt: skip
def test_less_of_one_and_more_of_another_is_one_move_and_what_is_missing_is_asked(
    line: str, words: str
) -> None:
    for there in (at_list(line), say(chef().go_to("split"), line).talk):
        assert there.trouble is not None
        assert words in there.trouble.text


def test_with_its_amount_it_is_made() -> None:
    line = "two less of the records and more of the leading"
    for there in (at_list(line), say(chef().go_to("split"), line).talk):
        week = there.interview.path.split.shares
        assert (week["records"], week["lead"]) == (6, 14)
