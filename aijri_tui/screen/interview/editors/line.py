"""Questions answered in the line alone: words, a note, a number; and the week, which has rows of its own."""

from dataclasses import dataclass
from typing import Any, ClassVar

from aijri_tui.screen.interview.editors.editor import Editor
from aijri_tui.screen.interview.editors.options import PICK_OPTION


@dataclass(frozen=True)
class TextEditor(Editor):
    """A few words."""

    prompt: ClassVar[str] = "a few words; /skip leaves it unanswered"
    put_together: ClassVar[bool] = True

    def line_words(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class NoteEditor(TextEditor):
    """Something to read."""

    prompt: ClassVar[str] = "enter goes on"
    put_together: ClassVar[bool] = False

    def nothing(self) -> str:
        return ""


@dataclass(frozen=True)
class NumberEditor(TextEditor):
    """A number."""

    prompt: ClassVar[str] = "a number, for example 6.5 or six and a half"
    selected: ClassVar[bool] = True

    def line_words(self, value: Any) -> str:
        return f"{value:g}" if isinstance(value, float) else str(value)


@dataclass(frozen=True)
class ScaleEditor(NumberEditor):
    """A point on a scale."""

    prompt: ClassVar[str] = "a number"
    put_together: ClassVar[bool] = False


@dataclass(frozen=True)
class SplitEditor(Editor):
    """Time over rows: what is filled in stands in `split_widget`."""

    prompt: ClassVar[str] = "or a sentence: {example}"
    hint: ClassVar[str] = "digits or ←→; space keeps a row; F6 hours; F7: the rest to empty rows"
    put_together: ClassVar[bool] = True
    divides: ClassVar[bool] = True

    def nothing(self) -> str:
        return PICK_OPTION
