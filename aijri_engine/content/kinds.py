"""Kinds of question, and what an answer to each is. All rooms ask that; none compares names of kinds.

How a kind accepts, tells and varies its answers is its class in `aijri_engine/interview/kinds/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, assert_never

Kind = Literal["choice", "multi", "yes_no", "number", "scale", "split", "grid", "text", "note"]


Shape = Literal["option", "several", "yes_no", "number", "shares", "rows", "words"]
"""What is answered: one of the question's options, any number of them, yes or no, a number between `minimum` and
`maximum`, how time divides over rows, an option for each row, or words that are kept as they are written and never
scored. Where it matters which, all are matched: the type checker names the places that do not know a new one."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What is answered, and how it is spoken of."""

    shape: Shape
    spoken: str
    """The answer, in a sentence about a condition that looks at it."""
    tests: tuple[str, ...] = ("answered", "not_sure")
    """Tests of a condition that can be true of it."""
    note: bool = False
    """A remark beside the questions, in no answers file."""

    @property
    def option(self) -> bool:
        """One of the question's options."""
        return self.shape == "option"

    @property
    def several(self) -> bool:
        """Any number of the question's options."""
        return self.shape == "several"

    @property
    def yes_no(self) -> bool:
        """Yes or no."""
        return self.shape == "yes_no"

    @property
    def number(self) -> bool:
        """A number."""
        return self.shape == "number"

    @property
    def shares(self) -> bool:
        """How time divides over rows."""
        return self.shape == "shares"

    @property
    def rows(self) -> bool:
        """An option for each row."""
        return self.shape == "rows"

    @property
    def words(self) -> bool:
        """Words, never scored."""
        return self.shape == "words"

    @property
    def short(self) -> bool:
        """Said in a word or a figure."""
        return self.listed or self.number or self.yes_no

    @property
    def listed(self) -> bool:
        """Of the question's own options, not row by row."""
        match self.shape:
            case "option" | "several":
                return True
            case "yes_no" | "number" | "shares" | "rows" | "words":
                return False
            case _:
                assert_never(self.shape)


_OPTION: Final = ("is", "in", "includes", "answered", "not_sure")
_NUMBER: Final = ("is", "in", "at_least", "at_most", "between", "answered", "not_sure")

KINDS: Final[Mapping[Kind, Takes]] = {
    "choice": Takes("option", "a choice", _OPTION),
    "multi": Takes("several", "a choice of several", _OPTION),
    "yes_no": Takes("yes_no", "yes or no", ("is", "answered", "not_sure")),
    "number": Takes("number", "a number", _NUMBER),
    "scale": Takes("number", "a number", _NUMBER),
    "split": Takes("shares", "a time split"),
    "grid": Takes("rows", "a grid"),
    "text": Takes("words", "a text answer"),
    "note": Takes("words", "a note", note=True),
}
