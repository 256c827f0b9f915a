"""What a result invites is opened by the words of the invitation: at the result, and at the list of answers."""

from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.result_talk import NOTHING, Said, answer_about
from aijri_engine.conversation.the_list import at_the_list
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result, result
from tests.personal.made_up_people import rest_answered

LIBRARY = Library.open()
RATED = {"steps": "chosen", "sources": "people", "judged": "person"}
CHEF: dict[str, Any] = {
    "years": 22, "row_way": "three", "split_basis": "guess", "level": "principal", "employer": "small",
    "split": {"check": 5, "create": 5, "hands": 57, "lead": 15, "plan": 5, "records": 8, "teach": 5},
    "rating": {"hands": RATED, "lead": {**RATED, "steps": "unknown"}},
    "market": {"job_postings": "more", "company_actions": "compete", "wages": "above", "tool_maturity": "nothing",
               "expert_consensus": "more"},
    "growth": "nothing", "oversight": "none", "signature": "none", "conditions": ["onsite_most"],
}  # fmt: skip
WAYS = {
    "three": CHEF,
    "one": {**CHEF, "row_way": "one", "rating": {}, "depth": {"hands": "adapts", "lead": "adapts"}},
}


def told_of(answers: dict[str, Any], role: str = "35-1011.00") -> Result:
    found = Interview.from_answers(LIBRARY, role, answers)
    assert isinstance(found, Interview), found
    return result(found)


def told_alone(answers: dict[str, Any]) -> Result:
    """With whatever is asked beside them, so that a row too small to be asked about is what matters most."""
    return result(rest_answered(told_of(answers).interview))


@pytest.fixture(scope="module", params=["three", "one"])
def chef(request: pytest.FixtureRequest) -> Result:
    return told_alone(WAYS[request.param])


def opened(found: Result, said: Said) -> str:
    """Name of the question that the list opens by what a line at the result came to; empty for none."""
    turn = at_the_list(Conversation(found.interview), said.typed) if said.typed else None
    return turn.talk.step.asked.item_name if turn is not None and turn.talk.step is not None else ""


ROWS = [
    ("alright let me answer that records one you keep on about", "Records"),
    ("how do I answer my rating of records and forms?", "Records"),
    ("go on and ask me about the records so", "Records"),
    ("Grand, ask me about the paperwork then", "Records"),
    ("you never asked me about planning", "Planning"),
    ("and the checking, I could rate that too", "Checking"),
    ("can I answer the planning as well?", "Planning"),
    ("I don't mind answering the creative work one", "Creative work"),
]


@pytest.mark.parametrize(("line", "row"), ROWS)
def test_a_row_too_small_to_be_asked_about_is_asked_when_that_is_wished(
    chef: Result, line: str, row: str
) -> None:
    said = answer_about(chef, line)
    assert (said.opens, said.goes) == ("answers", True)
    assert opened(chef, said) == row
    turn = at_the_list(Conversation(chef.interview), line)
    assert turn is not None
    assert turn.talk.step is not None
    assert turn.talk.step.asked.item_name == row


@pytest.mark.parametrize(
    "line", ["ask me that then", "I'll answer that one", "answer this too: {}", "your {}", "let me do that one",
             "{} then, it's not on your list", "go on, ask me the other questions"]
)  # fmt: skip
def test_the_invitation_itself_opens_its_question(chef: Result, line: str) -> None:
    name = question_name(chef.invited, chef.interview)
    assert opened(chef, answer_about(chef, line.format(name.removeprefix("your ")))) == "Records"


@pytest.mark.parametrize("yes", ["yes please", "ok let's do that", "go on then"])
def test_a_yes_behind_the_invitation_opens_it_and_a_no_leaves_nothing(chef: Result, yes: str) -> None:
    put = answer_about(chef, "what would make it more exact?")
    assert opened(chef, answer_about(chef, yes, before=put)) == "Records"
    for no in ("no", "no thanks"):
        assert answer_about(chef, no, before=put).opens == ""
    assert answer_about(chef, "no", before=NOTHING).opens == "quit"


@pytest.mark.parametrize(
    "line",
    ["why is my rating of records and forms so important?", "do I have to answer the records one?",
     "what is my rating of records?", "how do I rate against others?", "can I do anything about the records?",
     "can you check my answers", "what about records"],
)  # fmt: skip
def test_a_question_about_an_answer_opens_none(chef: Result, line: str) -> None:
    said = answer_about(chef, line)
    assert not said.goes
    assert said.words


@pytest.mark.parametrize("way", WAYS)
def test_what_was_answered_so_counts_is_listed_and_comes_back_from_a_file(way: str) -> None:
    found = told_alone(WAYS[way])
    key = found.invited
    assert found.interview.path.step(key) is None
    talk = Conversation(found.interview).go_to(key)
    assert talk.step is not None
    after = talk.answer(
        talk.step, {**RATED, "steps": "written"} if way == "three" else "originates"
    ).interview
    assert after.path.step(key) is not None
    rated = next(one for one in result(after).personal.tasks if one.id == "records")
    assert rated.described
    assert result(after).invited not in ("", key)
    again = told_of(after.values())
    assert again.assessment.index == result(after).assessment.index
    assert again.interview.path.step(key) is not None
    assert after.undo().path.step(key) is not None


def test_a_row_without_time_is_asked_by_no_wish(chef: Result) -> None:
    assert opened(chef, answer_about(chef, "ask me about the research")) != "Research"
    assert all(one.asked.item != "research" for one in chef.interview.path.unasked)


@pytest.mark.parametrize("role", ["25-2031.00", "35-1011.00", "43-6014.00", "registered-nurse"])
def test_whatever_is_invited_can_be_asked(role: str) -> None:
    found = told_of({"years": 9}, role)
    for _ in range(30):
        if not found.invited:
            break
        talk = Conversation(found.interview).go_to(found.invited)
        assert talk.step is not None
        assert talk.step.key == found.invited
        found = result(say(talk, "not sure").talk.interview)
    assert not found.invited
