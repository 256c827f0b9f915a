"""Kinds of question, and what an answer to each is. All rooms ask that; none compares names of kinds.

How a kind accepts, tells and varies its answers is its class in `aijri_engine/interview/kinds/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["choice", "multi", "yes_no", "number", "scale", "split", "grid", "text", "note"]


@dataclass(frozen=True, slots=True)
class Takes:
    """What is answered: one of these is true, `note` beside `words`."""

    spoken: str
    """The answer, in a sentence about a condition that looks at it."""
    tests: tuple[str, ...] = ("answered", "not_sure")
    """Tests of a condition that can be true of it."""
    option: bool = False
    """One of the question's options."""
    several: bool = False
    """Any number of the question's options."""
    yes_no: bool = False
    number: bool = False
    """A number between `minimum` and `maximum`."""
    shares: bool = False
    """How time divides over rows."""
    rows: bool = False
    """An option for each row."""
    words: bool = False
    """Words that are kept as they are written, never scored."""
    note: bool = False
    """A remark beside the questions, in no answers file."""

    @property
    def short(self) -> bool:
        """Said in a word or a figure."""
        return self.listed or self.number or self.yes_no

    @property
    def listed(self) -> bool:
        """One or more of the question's own options, not row by row."""
        return self.option or self.several


_OPTION: Final = ("is", "in", "includes", "answered", "not_sure")
_NUMBER: Final = ("is", "in", "at_least", "at_most", "between", "answered", "not_sure")

KINDS: Final[Mapping[Kind, Takes]] = {
    "choice": Takes("a choice", _OPTION, option=True),
    "multi": Takes("a choice of several", _OPTION, several=True),
    "yes_no": Takes("yes or no", ("is", "answered", "not_sure"), yes_no=True),
    "number": Takes("a number", _NUMBER, number=True),
    "scale": Takes("a number", _NUMBER, number=True),
    "split": Takes("a time split", shares=True),
    "grid": Takes("a grid", rows=True),
    "text": Takes("a text answer", words=True),
    "note": Takes("a note", words=True, note=True),
}
