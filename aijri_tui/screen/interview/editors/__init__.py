"""How each kind of question is filled in, one class each. The type checker names a kind that has none here."""

from typing import Any, assert_never

from aijri_engine.interview.form import Asked
from aijri_tui.screen.interview.editors.editor import Editor
from aijri_tui.screen.interview.editors.grid import GridEditor
from aijri_tui.screen.interview.editors.line import (
    NoteEditor,
    NumberEditor,
    ScaleEditor,
    SplitEditor,
    TextEditor,
)
from aijri_tui.screen.interview.editors.options import ChoiceEditor, MultiEditor, YesNoEditor

__all__ = ["Editor", "editor_for"]


def editor_for(asked: Asked, value: Any) -> Editor:
    """What stands at a question at first, with the answer it had."""
    kind = asked.question.kind
    match kind:
        case "choice":
            return ChoiceEditor.begin(asked, value)
        case "multi":
            return MultiEditor.begin(asked, value)
        case "yes_no":
            return YesNoEditor.begin(asked, value)
        case "number":
            return NumberEditor.begin(asked, value)
        case "scale":
            return ScaleEditor.begin(asked, value)
        case "split":
            return SplitEditor.begin(asked, value)
        case "grid":
            return GridEditor.begin(asked, value)
        case "text":
            return TextEditor.begin(asked, value)
        case "note":
            return NoteEditor.begin(asked, value)
        case _:
            assert_never(kind)
