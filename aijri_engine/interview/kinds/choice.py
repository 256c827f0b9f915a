"""One of several options, or two that took about the same; yes or no."""

from collections.abc import Iterator, Sequence
from typing import Any

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds.kind import (
    Canonical,
    Part,
    QuestionKind,
    Variant,
    as_written,
    choice_name,
    find_choice,
    no_option,
    whole,
)
from aijri_engine.interview.values import Problem, Split
from aijri_engine.text import clean, join_words


class ChoiceKind(QuestionKind):
    """`str`, or `tuple[str, str]` where `two` options are allowed."""

    hint = "Choose a letter or a number, or say it in a few words of the option."

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        if isinstance(value, (list, tuple)):
            return _two(asked, value)
        found = find_choice(asked.choices, value)
        return found.id if found else no_option(asked.key, asked.choices, value)

    def tell(self, asked: Asked, value: Canonical) -> str:
        chosen = value if isinstance(value, (tuple, list)) else (value,)
        return join_words([choice_name(asked.choices, one) for one in chosen])

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        yield from ((choice.id, choice.id) for choice in asked.choices)

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        variants = [Variant(choice.name, choice.label, choice.id) for choice in asked.choices]
        return whole(asked, with_pairs(variants, before, after), before, after)


def with_pairs(variants: Sequence[Variant], *given: Any) -> list[Variant]:
    """The answer that two options took about the same stands between the two, where it was given."""
    found = list(variants)
    order = [variant.answer for variant in variants]
    for pair in given:
        fits = isinstance(pair, list) and all(one in order for one in pair)
        if not fits or any(variant.answer == pair for variant in found):
            continue
        two = [variants[order.index(one)] for one in pair]
        between = Variant(" or ".join(one.name for one in two), " / ".join(one.label for one in two), pair)
        found.insert(found.index(two[0]) + 1, between)
    return found


def _two(asked: Asked, value: Sequence[Any]) -> Canonical | Problem:
    ids = []
    for one in value:
        found = find_choice(asked.choices, one)
        if found is None:
            return no_option(asked.key, asked.choices, one)
        if found.id not in ids:
            ids.append(found.id)
    if len(ids) == 1:
        return ids[0]
    if not asked.question.two:
        return Problem(asked.key, "Only one of these can be chosen.", "Choose the one that fits best.")
    if len(ids) != 2:
        return Problem(asked.key, f"{len(ids)} were chosen.", "Choose one, or two that took about the same.")
    return tuple(sorted(ids, key=[choice.id for choice in asked.choices].index))


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
