"""A few words, kept and never scored; a remark beside the questions."""

from collections.abc import Iterator, Sequence
from typing import Any

from aijri_engine.content.library import shipped_phrases
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds.kind import Canonical, Part, QuestionKind, Variant, whole
from aijri_engine.interview.values import LONGEST_NOTE, Problem, Split
from aijri_engine.text import clean


class TextKind(QuestionKind):
    """`str`."""

    hint = "A few words are enough, or /skip."
    nothing_given = "A few words, or /skip."

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        if not isinstance(value, str):
            return Problem(asked.key, "Words are expected here.", "A few words are enough.")
        kept = clean(value, LONGEST_NOTE).strip()
        if not kept:
            return Problem(asked.key, "Nothing was written.", "A few words, or skip.")
        if asked.question.asks_name and _names_nothing(kept):
            return Problem(
                asked.key, f"“{kept}” names nothing.", "A few words, or skip; then it stays unanswered."
            )
        return kept

    def tell(self, asked: Asked, value: Canonical) -> str:
        return str(value)

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        yield "named", "a few words"

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        """Named or not: the words themselves change nothing."""
        words = before if isinstance(before, str) else after if isinstance(after, str) else asked.name
        variants = (Variant("not named", "not named", None, told=False), Variant("named", words, words))
        return whole(asked, variants, before, after)


class NoteKind(TextKind):
    """`str`."""

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        return ()


def _names_nothing(words: str) -> bool:
    """A letter or a figure, as is typed to choose, or one of the `no_names` of `phrases.yaml`."""
    plain = "".join(sign for sign in words.casefold() if sign.isalnum() or sign == " ").strip()
    return (len(plain) < 2 and plain.isascii()) or plain in shipped_phrases().no_names
