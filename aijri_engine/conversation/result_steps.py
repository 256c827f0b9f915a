"""Steps of the advice, called by their titles."""

from itertools import pairwise
from typing import NamedTuple

from aijri_engine.content.library import shipped_answers
from aijri_engine.content.moves import Move
from aijri_engine.conversation.telling import told_by
from aijri_engine.conversation.what_if_lines import wants_change, without_opener
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.tokens import only_words, tokens_of
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


STEP = "step"
"""What a step is called where its place is told."""
MOST_WORDS = 12
"""Words of a line that calls a step by its number [ours]."""


def another_step(text: str, after: int, just_told: bool) -> int | None:
    """The place of the step that a line wishes for, counted from 0; the next one `after` those told, or by its number.

    None where it wishes for none. `just_told`: the line before told one.
    """
    asked, words = shipped_answers().another_step, only_words(tokens_of(text))
    number = None if wants_change(text) else _place(words)
    if number is not None:
        return number - 1
    said = " ".join(word for word in words if word not in shipped_answers().beside)
    return after if told_by(text, (asked,)) or (just_told and said in asked.words) else None


def _place(words: list[str]) -> int | None:
    """The number of a step that is called by it and little else: "step 2", "show me the second step"."""
    named = [pair for pair in pairwise(words) if STEP in pair]
    if len(words) > MOST_WORDS:
        return None
    found = {ORDINALS.get(one) or (int(one) if one.isdecimal() else 0) for pair in named for one in pair}
    return next(iter(found - {0}), None)
