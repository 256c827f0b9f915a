"""What stands before or beside a question or a what-if changes nothing of it, whatever sign is between them."""

import pytest
from conversation_results import of, said

from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.personal.result import Result

from test_conversation_what_if_meant import PEOPLE  # isort: skip


@pytest.fixture(scope="module")
def chef() -> Result:
    role, answers = PEOPLE["chef"]
    return of(answers, role)


LEADS = [
    "All right: ", "Hang on: ", "Okay then - ", "Right, so: ", "Listen – ", "One more thing... ", "Well, ", "And ",
    "No, what I meant is, ", "Sorry, let me put it another way: ", "What I want to know is ", "I was wondering ",
    "Tell me this: ",
]  # fmt: skip
WHAT_IFS = [
    ("what if I move 10 percent from the work by hand to leading?", "Work by hand 57 to 47 %"),
    ("what would happen if I did 10 percent less of the cooking and more paperwork?", "Records 8 to 18 %"),
    ("what if the hotel buys a robot that cooks?", "Work by hand: tools made parts? Type yes"),
]
QUESTIONS = ["which answer mattered most?", "why so low?", "how sure is that?", "who sees this?"]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(("line", "told"), WHAT_IFS)
def test_a_what_if_is_tried_behind_any_lead(chef: Result, lead: str, line: str, told: str) -> None:
    assert told in said(chef, lead + line)


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("line", QUESTIONS)
def test_a_question_is_answered_behind_any_lead(chef: Result, lead: str, line: str) -> None:
    assert said(chef, lead + line) == said(chef, line)


def test_an_if_with_its_outcome_is_a_what_if_behind_a_lead(chef: Result) -> None:
    line = "if I move 10 percent from the work by hand to leading, would I be worse off?"
    for lead in ("", "No, what I meant is, ", "I see: "):
        assert "Work by hand 57 to 47 %" in said(chef, lead + line)


BESIDE = [
    "of mine", "for me", "in my case", "by the way", "if you don't mind", "if I may ask", "out of interest",
    "do you think",
]  # fmt: skip


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(
    ("line", "told"),
    [("which answer {} mattered most?", "one thing moved it most"),
     ("which answer mattered most then, {}?", "one thing moved"),
     ("what protects me, {}?", "holds it"), ("how exact is it, {}?", "recalculations"),
     ("what if I move 10 percent from the work by hand to leading, {}?", "Work by hand 57 to 47 %"),
     ("what if I move 10 percent from the work by hand to leading though {}?", "Work by hand 57 to 47 %"),
     ("{}, what if the hotel buys a robot that cooks?", "Work by hand: tools made parts? Type yes")],
)  # fmt: skip
def test_what_is_said_in_passing_changes_nothing(chef: Result, beside: str, line: str, told: str) -> None:
    assert told in said(chef, line.format(beside))


def test_a_correcting_lead_is_no_answer_to_what_was_asked_back(chef: Result) -> None:
    put = answer_about(chef, "what if the hotel buys a robot that cooks?")
    anew = answer_about(chef, "No: what if I move 10 percent from the work by hand to leading?", before=put)
    assert "Work by hand 57 to 47 %" in anew.words[0]


@pytest.mark.parametrize(
    "line",
    ["how does the what if work", "I never wondered what would be different", "what happens if", "what if", "why: if"],
)  # fmt: skip
def test_words_that_only_look_like_a_what_if_try_nothing(chef: Result, line: str) -> None:
    assert not answer_about(chef, line).changes
