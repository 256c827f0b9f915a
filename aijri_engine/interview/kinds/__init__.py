"""Kinds of question, one class each. The type checker names a kind without an object here, and what an object lacks."""

from typing import assert_never

from aijri_engine.content.kinds import Kind
from aijri_engine.interview.kinds.choice import ChoiceKind, YesNoKind
from aijri_engine.interview.kinds.grid import GridKind
from aijri_engine.interview.kinds.kind import Canonical, Part, QuestionKind, Variant
from aijri_engine.interview.kinds.multi import MultiKind
from aijri_engine.interview.kinds.number import NumberKind
from aijri_engine.interview.kinds.split import SplitKind
from aijri_engine.interview.kinds.text import NoteKind, TextKind

__all__ = ["Canonical", "Part", "QuestionKind", "Variant", "kind_of"]

CHOICE, MULTI, YES_NO, NUMBER = ChoiceKind(), MultiKind(), YesNoKind(), NumberKind()
SPLIT, GRID, TEXT, NOTE = SplitKind(), GridKind(), TextKind(), NoteKind()


def kind_of(kind: Kind) -> QuestionKind:  # one line a kind, so that the type checker counts them
    """The object of a kind of question."""
    match kind:
        case "choice":
            return CHOICE
        case "multi":
            return MULTI
        case "yes_no":
            return YES_NO
        case "number" | "scale":
            return NUMBER
        case "split":
            return SPLIT
        case "grid":
            return GRID
        case "text":
            return TEXT
        case "note":
            return NOTE
        case _:
            assert_never(kind)
