"""Another step of the advice in whatever words, one after the other; and what was asked before is answered again."""

import pytest
from conversation_results import of

from aijri_engine.conversation.result_talk import NOTHING, Said, answer_about
from aijri_engine.personal.result import Result

WEEK = {"design": 5, "train": 50, "infra": 15, "debug": 15, "research": 5, "collaboration": 10}


@pytest.fixture(scope="module")
def found() -> Result:
    return of({"split": WEEK})


def told(found: Result, *lines: str) -> Said:
    said = NOTHING
    for line in lines:
        said = answer_about(found, line, before=said)
    return said


@pytest.mark.parametrize(
    "line",
    ["give me another step, this one is not for me", "I don't like that one, what else", "another step please",
     "that step is not for me", "I can't do that one, give me a different one", "show me the second step",
     "do you have another idea for me", "step 2?", "I don't fancy that step", "is there a different step I could take",
     "what's the next step after that one", "that one's not for me", "skip that step",
     "I already did that step", "already done that one", "no, not that step", "tell me another", "give me one more",
     "any other ideas?", "that step is nonsense for me"],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), ("which step first",)])
def test_another_step_is_the_next_of_the_advice(found: Result, before: tuple[str, ...], line: str) -> None:
    step = found.advice.steps[1].strategy
    said = told(found, *before, line)
    assert step.title in " ".join(said.words)
    assert step.first_step.rstrip(".") in " ".join(said.words)
    assert found.advice.steps[0].strategy.title not in " ".join(said.words)


@pytest.mark.parametrize(
    "line", ["what else", "another one please", "the next one", "next step", "next", "not for me"]
)
def test_after_a_step_a_few_words_do(found: Result, line: str) -> None:
    title = found.advice.steps[1].strategy.title
    assert title in " ".join(told(found, "which step first", line).words)
    assert title not in " ".join(told(found, line).words)


def test_the_steps_come_one_after_the_other_and_the_last_is_told_so(found: Result) -> None:
    lines = ("another step", "not for me either, another step", "another step", "another step")
    titles = [one.strategy.title for one in found.advice.steps]
    texts = [" ".join(told(found, *lines[:count]).words) for count in (1, 2, 3, 4)]
    assert titles[1] in texts[0]
    assert titles[2] in texts[1]
    for text in texts[2:]:
        assert "no more steps" in text
        assert "ways on" in text


@pytest.mark.parametrize(
    "line",
    [
        "what steps are there",
        "what have I done wrong",
        "I don't like that figure",
        "my next step was training",
        "it is not for me to say",
    ],
)
def test_other_lines_are_none(found: Result, line: str) -> None:
    assert not " ".join(told(found, line).words).startswith(found.advice.steps[1].strategy.title)


def test_without_a_figure_nothing_is_told(found: Result) -> None:
    assert answer_about(found, "another step", covered="Covered.").words == ("Covered.",)


@pytest.mark.parametrize(
    "line",
    ["What would you do in my shoes", "what would you do in my place?", "in my position, what would you do"],
)
def test_what_to_do_first_is_told(found: Result, line: str) -> None:
    assert found.advice.steps[0].strategy.title in " ".join(told(found, line).words)


@pytest.mark.parametrize(
    ("first", "again"),
    [("why so low", "and why is it low?"), ("can I trust it", "how reliable is that number"),
     ("which step first", "What would you do in my shoes"), ("why so low", "why so low")],
)  # fmt: skip
def test_the_same_question_in_other_words_is_answered_again(found: Result, first: str, again: str) -> None:
    answer = told(found, first).words
    assert told(found, first, again).words[: len(answer)] == answer
    assert told(found, first, again, again).words[: len(answer)] == answer
    assert "nothing to add" not in " ".join(told(found, first, again).words)
