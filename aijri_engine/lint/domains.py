"""The few values of an answer that conditions can tell apart: mentioned options, one other, and one per interval."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from typing import Any, Literal, assert_never

from aijri_engine.content.questions import Question
from aijri_engine.lint.references import option_values

WHOLE_WEEK = 100.0
"""Percent; no share is larger."""


@dataclass(frozen=True, slots=True)
class Given:
    """One thing an answer can be: its state and its value; `low` and `high` bound the numbers it stands for."""

    state: Literal["answered", "not_sure", "other"]
    value: Any = None
    low: float = 0.0
    high: float = WHOLE_WEEK


OPEN = Given("other")
NOT_SURE = Given("not_sure")


def answer_domain(question: Question, mentioned: Sequence[Any], tasks: tuple[str, ...]) -> tuple[Given, ...]:
    """What a whole answer can be, open and "not sure" included."""
    return (OPEN, NOT_SURE, *(Given("answered", value) for value in _values(question, mentioned, tasks)))


def numbers_domain(mentioned: Sequence[Any], low: float, high: float) -> tuple[Given, ...]:
    """One value at each mentioned number and one between each two, within `low` and `high`."""
    return tuple(Given("answered", *found) for found in _intervals(mentioned, low, high))


def row_domain(
    question: Question, row: str, mentioned: Sequence[Any], tasks: tuple[str, ...]
) -> tuple[Given, ...]:
    """What one row of a grid can be; a row may be left out."""
    return (
        OPEN,
        *(Given("answered", one) for one in _telling(option_values(question, row, tasks), mentioned)),
    )


def others_domain(question: Question, mentioned: Sequence[Any], tasks: tuple[str, ...]) -> tuple[Given, ...]:
    """What is chosen for tasks that no condition names: any set of options."""
    options = _telling(option_values(question, "", tasks), mentioned)
    return tuple(Given("answered", chosen) for chosen in _subsets(options))


def _values(question: Question, mentioned: Sequence[Any], tasks: tuple[str, ...]) -> Iterator[Any]:
    options, shape = _telling(option_values(question, "", tasks), mentioned), question.takes.shape
    match shape:
        case "yes_no":
            yield from (True, False)
        case "number":
            for value, _, _ in _intervals(mentioned, question.minimum or 0.0, question.maximum or 0.0):
                yield value
        case "option":
            yield from options
            yield from combinations(options, 2) if question.two else ()
        case "several":
            exclusive = {option.id for option in question.options if option.exclusive}
            yield from ((one,) for one in options if one in exclusive)
            yield from filter(None, _subsets([one for one in options if one not in exclusive]))
        case "shares" | "rows" | "words":
            yield "given"
        case _:
            assert_never(shape)


def _telling(options: Iterable[str], mentioned: Sequence[Any]) -> list[str]:
    """The mentioned options, and the first of the others to stand for all of them."""
    options = list(options)
    others = [one for one in options if one not in mentioned]
    return [one for one in options if one in mentioned] + others[:1]


def _subsets(options: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(options, size) for size in range(len(options) + 1))


def _intervals(mentioned: Sequence[Any], low: float, high: float) -> Iterator[tuple[float, float, float]]:
    """Value, lower and upper bound of each mentioned number and of each gap between them."""
    numbers = (one for one in mentioned if isinstance(one, (int, float)) and not isinstance(one, bool))
    cuts = sorted({float(one) for one in numbers if low <= one <= high})
    edges = [low, *cuts, high]
    for number, (left, right) in enumerate(pairwise(edges)):
        if left < right:
            yield (left + right) / 2.0, left, right
        if number < len(cuts):
            yield cuts[number], cuts[number], cuts[number]
