"""Steps of the advice, called by their titles."""

from typing import NamedTuple

from aijri_engine.content.moves import Move
from aijri_engine.conversation.what_if_lines import without_opener
from aijri_engine.interview.understanding.words.tokens import tokens_of
from aijri_engine.personal.result import Result


class CalledStep(NamedTuple):
    """A step of the advice that was called by its title."""

    title: str
    moves: tuple[Move, ...]
    strategy: str = ""
    """Its id; empty for a change that the engine found by itself."""


def step_called(result: Result, text: str) -> CalledStep | None:
    """The step of the advice that a line calls by its title."""
    advice, called = result.advice, without_opener(text)
    shown = [one.strategy for one in advice.steps] + [one.strategy for one in advice.recommendations]
    known = [CalledStep(one.title, tuple(one.moves), one.id) for one in (*shown, *advice.outside)]
    derived = (*advice.derived, *filter(None, (result.next_zone,)))
    known += [CalledStep(one.title, one.moves) for one in derived]
    return next((one for one in known if tokens_of(one.title) == called), None)
