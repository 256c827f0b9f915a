"""At the list of answers and before the result: going on in any words, and an answer named to be changed."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.turn import of_the_list, said_of_all
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.agreeing import goes_on

WEEK = "50 hands-on care, 25 medicines, 15 assessment, 10 coordination"


def talk() -> Conversation:
    return say(Conversation(Interview.start(Library.open(), "registered-nurse")), WEEK).talk


@pytest.mark.parametrize(
    "line",
    ["looks good to me, carry on", "yeah that's all right, crack on", "no changes", "that's everything, show me",
     "that's all fine", "nothing to change", "go on then, let's see it", "yes, carry on", "all good, mate"],
)  # fmt: skip
def test_a_line_goes_on(line: str) -> None:
    assert goes_on(line)


@pytest.mark.parametrize(
    "line",
    ["no", "not yet", "looks good but the years are wrong", "hang on", "carry on? no", "don't show me", "later",
     "looks good, change the years", "no, that's wrong", "change nothing but the years", "leave it", "not all fine"],
)  # fmt: skip
def test_a_line_that_denies_or_changes_does_not_go_on(line: str) -> None:
    assert not goes_on(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [("the medicines answer is wrong", "edicines"), ("change the coordination answer", "oordinat"),
     ("hang on, change the AI demand one, on reflection it took much of it away", "AI and the demand"),
     ("change AI and the demand for your work", "AI and the demand")],
)  # fmt: skip
def test_an_answer_is_named_to_be_changed(line: str, name: str) -> None:
    derived = Conversation(Interview.start(Library.open(), "27-1024.00"))
    step = of_the_list(derived if "AI" in line else talk(), line, bare=False)
    assert step is not None
    assert name in f"{step.asked.name} {step.asked.item_name}"


@pytest.mark.parametrize(
    ("line", "number"), [("I'd like to change number 7", 7), ("seven", 7), ("number 7 is wrong", 7)]
)
def test_an_answer_is_called_by_its_number(line: str, number: int) -> None:
    here = talk()
    assert of_the_list(here, line) == here.steps[number - 1]


def test_a_line_that_names_none_opens_none() -> None:
    assert of_the_list(talk(), "lovely weather, isn't it") is None
    assert said_of_all(talk(), "the years should be 15") is not None


@pytest.mark.case("fourteenth sittings")
@pytest.mark.parametrize("name", ["years", "duties", "who decides", "employer"])
@pytest.mark.parametrize(
    "line", ["change the {} one", "change the {} answer", "the {} one", "the {} one is wrong"]
)
def test_one_behind_a_name_opens_its_question_and_answers_nothing(name: str, line: str) -> None:
    here = talk()
    turn = said_of_all(here, line.format(name))
    opened = turn.talk.step if turn is not None else of_the_list(here, line.format(name))
    assert opened is not None
    assert opened.asked.name.casefold() == name
    assert turn is None or turn.talk.interview.answers == here.interview.answers


def test_a_figure_behind_one_is_the_answer() -> None:
    turn = said_of_all(talk(), "the years one should be 20")
    assert turn is not None
    assert turn.talk.told[0] == "Changed: Years, now: 20 years." or turn.talk.noted == "20 years"
