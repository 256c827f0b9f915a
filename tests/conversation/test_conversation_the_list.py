"""At the list of answers and before the result: going on in any words, and an answer named to be changed."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.the_list import at_the_list, not_taken, of_the_list, said_of_all
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


GOING_ON = (
    "No changes, let's go to the result please", "Everything is fine, go on", "nothing more to change",
    "aye go on, show me, before the mince burns", "Yes I am a bit nervous but show me",
    "no, that's everything right now, show me the result please", "that's me done, thanks, go on",
    "I'd like to see the result now", "no more changes", "take me to the result",
)  # fmt: skip
NOT_GOING_ON = (
    "show me, but change the years first", "wait, show me my week", "go on with it tomorrow", "show me the duties",
    "never mind the result", "I don't want to see the result, go away", "nothing is right", "save it for another day",
)  # fmt: skip


@pytest.mark.parametrize("line", GOING_ON)
def test_a_sentence_that_calls_for_the_result_goes_on(line: str) -> None:
    assert goes_on(line)


@pytest.mark.parametrize("line", NOT_GOING_ON)
def test_a_sentence_that_stops_anything_does_not(line: str) -> None:
    assert not goes_on(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("I want to change the one about employer", "Employer"), ("my week please", "Your week"),
        ("the second one, Your week", "Your week"), ("can I change the duties", "Duties"),
        ("I'd like another go at medicines", "How medicines"), ("add hands to the duties", "Duties"),
        ("change where the figures come from", "Where the figures come from"),
        ("no, that's wrong, it's number two I want to change, please", "Your week"),
    ],
)  # fmt: skip
def test_a_name_of_the_list_within_a_sentence_opens_it(line: str, name: str) -> None:
    turn = at_the_list(talk(), line)
    assert turn is not None
    assert turn.talk.step is not None
    assert turn.talk.step.asked.name.startswith(name)
    assert turn.talk.interview.answers == talk().interview.answers


@pytest.mark.parametrize("line", ["the duties and the employer", "hm", "what now", "I am done with it"])
def test_a_sentence_that_names_none_or_two_opens_none(line: str) -> None:
    assert at_the_list(talk(), line) is None


def test_words_told_anew_are_put_before_they_replace_those_of_before() -> None:
    signs = Interview.from_answers(Library.open(), "registered-nurse", {"signature": "mine"})
    assert isinstance(signs, Interview)
    here = say(Conversation(signs).go_to("signature_record"), "the drug chart").talk
    turn = at_the_list(here, "the name of the record should just be the controlled drugs book")
    assert turn is not None
    assert turn.talk.trouble is not None
    assert turn.talk.trouble.text == "That sounds like “the controlled drugs book”. Right?"
    after = say(turn.talk, "yes").talk.interview.path.step("signature_record")
    assert after is not None
    assert after.value == "the controlled drugs book"


@pytest.mark.parametrize("lead", ["", "All right: ", "No, what I meant is, "])
@pytest.mark.parametrize(
    "line", ["what if I move 5 percent from medicines to care?", "what would happen if medicines was 30?"]
)
def test_a_what_if_at_the_list_opens_no_answer(lead: str, line: str) -> None:
    assert at_the_list(talk(), lead + line) is None
    assert "there it is tried" in not_taken(talk(), lead + line)
