"""A late change in words: typed at the result it is read at the list of answers, its value with it."""

from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.conversation.the_list import at_the_list, back_to_the_result
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.result import Result, result

LIBRARY = Library.open()
ANSWERS: dict[str, Any] = {
    "split_hours": {"check": 16, "coordinate": 3, "hands": 8, "lead": 3, "plan": 3, "records": 5, "teach": 2},
    "row_way": "three",
    "rating": {"check": {"steps": "chosen", "judged": "standard", "sources": "people"},
               "hands": {"steps": "written", "sources": "people", "judged": "standard"},
               "records": {"sources": "partly", "steps": "written", "judged": "automatic"}},
    "practice": {"check": "by_hand", "hands": "by_hand", "records": "by_hand"},
    "level": "mid", "employer": "large", "signature": "mine", "signature_record": "The app", "years": 11,
    "market": {"job_postings": "more", "company_actions": "compete", "wages": "with", "tool_maturity": "parts",
               "expert_consensus": "same"},
}  # fmt: skip


@pytest.fixture(scope="module")
def supervisor() -> Result:
    found = Interview.from_answers(LIBRARY, "37-1011.00", ANSWERS)
    assert isinstance(found, Interview), found
    return result(found)


LATE = [
    ("Oh wait, I must correct one thing, the pay, it was a little above, because they gave us 40 pence extra",
     "Pay: A little above it"),
    ("I want to change my answer about the pay please, it was a little above the rise", "Pay: A little above it"),
    ("The pay in my market was a little above the rise, change that", "Pay: A little above it"),
    ("One thing I got wrong, the app does flag lines when I'm checking, so for checking put that AI tools made parts",
     "Checking: Tools made parts"),
    ("The record should be called just Room inspection, can you change that", "“Room inspection”"),
    ("Please change the name of the record to Room inspection", "“Room inspection”"),
    ("who decides is wrong, nobody had to approve it", "I decided, no approval needed"),
    ("I think who decides is wrong, can I change it? Nobody had to approve it", "I decided, no approval needed"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "put"), LATE)
def test_a_late_change_leads_to_the_list_and_is_read_there(supervisor: Result, line: str, put: str) -> None:
    found = answer_about(supervisor, line)
    assert (found.opens, found.goes, found.typed) == ("answers", True, line)
    talk = Conversation(supervisor.interview)
    turn = at_the_list(talk, found.typed)
    assert turn is not None
    assert turn.talk.trouble is not None
    assert put in turn.talk.trouble.text
    assert turn.talk.interview is talk.interview
    after = say(turn.talk, "yes").talk
    assert after.interview is not talk.interview
    before = {step.key: step.value for step in talk.steps}
    assert sum(before.get(step.key) != step.value for step in after.steps if step.key in before) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [("The part of AI tools one, checking should be b, AI tools made parts.",
      "Checking: tools made parts; Work by hand: by people"),
     ("Scrap what I said, I got it wrong, pay should be below it.", "keep them; Pay: below it; Tools")],
)  # fmt: skip
def test_a_row_told_beyond_doubt_is_taken_alone_and_told(supervisor: Result, line: str, told: str) -> None:
    turn = at_the_list(Conversation(supervisor.interview), line)
    assert turn is not None
    assert told in turn.talk.told[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [("I want to change one of my answers, the one about the part of AI tools.", "Part of AI tools"),
     ("I need to fix the pay", "Your market"), ("I want to change the one about employer", "Employer")],
)  # fmt: skip
def test_a_name_that_is_an_option_as_well_only_opens_its_question(
    supervisor: Result, line: str, name: str
) -> None:
    assert answer_about(supervisor, line).typed == line
    turn = at_the_list(Conversation(supervisor.interview), line)
    assert turn is not None
    assert turn.talk.step is not None
    assert (turn.talk.step.asked.name, turn.talk.trouble) == (name, None)


@pytest.mark.parametrize(
    "line",
    ["Ok, then show me the answers please", "can I see my answers", "I'd like to change something in my answers",
     "I want to correct something", "Oh, I must correct one thing"],
)  # fmt: skip
def test_whoever_wants_the_answers_gets_there(supervisor: Result, line: str) -> None:
    found = answer_about(supervisor, line)
    assert (found.opens, found.goes, found.typed) == ("answers", True, "")


@pytest.mark.parametrize(
    "line",
    ["who can see my answers?", "can my boss see my answers?", "what if the pay was above it", "why is the pay so low",
     "which step should I do first", "records should be 30 percent", "can I change it", "what is missing"],
)  # fmt: skip
def test_a_question_and_a_what_if_stay_at_the_result(supervisor: Result, line: str) -> None:
    assert not answer_about(supervisor, line).goes


@pytest.mark.parametrize(
    "line",
    ["That's all now, show me the result again", "That's right now, thank you, back to the result.",
     "let me see the figure again"],
)  # fmt: skip
def test_the_result_is_asked_for_again_at_the_list(line: str) -> None:
    assert back_to_the_result(line)


@pytest.mark.parametrize("line", ["don't show me the result", "the result is wrong", "show me the years"])
def test_other_lines_at_the_list_do_not_ask_for_it(line: str) -> None:
    assert not back_to_the_result(line)


@pytest.mark.parametrize(
    "yes", ["yes, try it", "yes please try that", "go on, try it", "ok try it then", "yes, show me"]
)
def test_a_yes_to_trying_it_tries_it(supervisor: Result, yes: str) -> None:
    asked = answer_about(supervisor, "What if I decide by myself and nobody has to approve my rota")
    assert "Type yes to try it" in asked.words[0]
    assert answer_about(supervisor, yes, before=asked).changes == asked.meant
    assert not answer_about(supervisor, f"no, don't {yes}", before=asked).changes
