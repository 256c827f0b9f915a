"""Yes or no."""

from collections.abc import Iterator, Sequence
from typing import Any

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds.kind import Canonical, Part, QuestionKind, Variant, as_written, whole
from aijri_engine.interview.values import Problem, Split
from aijri_engine.text import clean


class YesNoKind(QuestionKind):
    """`bool`."""

    hint = "Is that a yes or a no?"

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        if isinstance(value, bool):
            return value
        if value in ("yes", "no"):
            return value == "yes"
        return Problem(
            asked.key, f"{clean(as_written(value), 40)!r} is neither yes nor no.", "Answer yes or no."
        )

    def tell(self, asked: Asked, value: Canonical) -> str:
        return "yes" if value else "no"

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        yield from (("yes", True), ("no", False))

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        variants = (Variant("no", "no", False), Variant("yes", "yes", True))
        return whole(asked, variants, before, after)
