"""A number between two ends, or a point on a scale."""

from collections.abc import Iterator, Sequence
from typing import Any

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds.kind import Canonical, Part, QuestionKind, Variant, as_written, whole
from aijri_engine.interview.values import Problem, Split, figure_of, number_of
from aijri_engine.text import clean

MOST_STEPS = 100
"""Values of a number; a longer scale is walked in larger steps [ours]."""


class NumberKind(QuestionKind):
    """`float`."""

    hint = "A number, please."
    nothing_given = "A number, please; or skip, or not sure."

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        number = number_of(value)
        low, high = ends(asked)
        remedy = f"Give a number from {low:g} to {high:g}."
        if number is None:
            return Problem(asked.key, f"{clean(as_written(value), 40)!r} is not a number.", remedy)
        if not low <= number <= high:
            return Problem(asked.key, f"{figure_of(number)} is outside the range.", remedy)
        return number

    def tell(self, asked: Asked, value: Canonical) -> str:
        unit = asked.question.unit or ""
        return f"{value:g} {unit.removesuffix('s') if value == 1 else unit}".strip()

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        """Its ends and its middle."""
        low, high = ends(asked)
        yield from ((f"{value:g}", value) for value in (low, (low + high) / 2, high))

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        variants = []
        for number in _steps(asked, before, after):
            words = self.tell(asked, number)
            variants.append(Variant(words, words, number))
        return whole(asked, variants, before, after)


def ends(asked: Asked) -> tuple[float, float]:
    """The smallest and the largest number."""
    return asked.question.minimum or 0.0, asked.question.maximum or 0.0


def _steps(asked: Asked, *given: Any) -> list[float]:
    low, high = ends(asked)
    step = max(1.0, float(round((high - low) / MOST_STEPS)))
    count = int((high - low) / step)
    own = [float(one) for one in given if isinstance(one, (int, float))]
    return sorted({*(low + step * number for number in range(count + 1)), high, *own})
