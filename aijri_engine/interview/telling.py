"""Answers in words: how every face and report names what a person said."""

from aijri_engine.interview.form import Asked
from aijri_engine.interview.kinds import Canonical, kind_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.values import STATE_WORDS


def answer_text(step: Step) -> str:
    """The answer of a step, or the word for its state, in one line."""
    if step.state not in ("answered", "borrowed"):
        return STATE_WORDS[step.state]
    told = value_text(step.asked, step.value)
    return f"{told} (borrowed from the role)" if step.state == "borrowed" else told


def value_text(asked: Asked, value: Canonical) -> str:
    """A canonical value of this question, in one line."""
    return kind_of(asked.question.kind).tell(asked, value)
