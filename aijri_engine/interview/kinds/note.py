"""A remark beside the questions: kept like a text, and nothing looks at it."""

from collections.abc import Sequence
from typing import Any

from aijri_engine.interview.form import Asked
from aijri_engine.interview.kinds.kind import Part
from aijri_engine.interview.kinds.text import TextKind


class NoteKind(TextKind):
    """`str`."""

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        return ()
