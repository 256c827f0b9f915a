"""Any number of options, or one that stands alone ("none of these")."""

from collections.abc import Iterator, Sequence
from typing import Any

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds.kind import (
    Canonical,
    Part,
    QuestionKind,
    Variant,
    choice_name,
    find_choice,
    no_option,
)
from aijri_engine.interview.values import Problem, Split


class MultiKind(QuestionKind):
    """`tuple[str, ...]` in the order of the question."""

    hint = "Name one or more by letter, for example “a and c”, or say that none applies."
    nothing_given = "Nothing is picked yet. Type letters or words, or skip, or help."

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        given = value if isinstance(value, (list, tuple)) else [value]
        if not given:
            remedy = "Choose one or more, or the line that says none of these."
            return Problem(asked.key, "Nothing was chosen.", remedy)
        chosen = []
        for one in given:
            found = find_choice(asked.choices, one)
            if found is None:
                return no_option(asked.key, asked.choices, one)
            chosen.append(found)
        alone = [choice for choice in chosen if choice.exclusive]
        if alone and any(choice.id != alone[0].id for choice in chosen):
            told = f"“{alone[0].label}” cannot stand with another line."
            return Problem(asked.key, told, "Choose one or the other.")
        ids = {choice.id for choice in chosen}
        return tuple(choice.id for choice in asked.choices if choice.id in ids)

    def tell(self, asked: Asked, value: Canonical) -> str:
        return "; ".join(choice_name(asked.choices, one) for one in value)

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        yield from ((choice.id, [choice.id]) for choice in asked.choices)

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        """One part for each option that can stand with others; without any, the answer is the one that stands alone."""
        alone = [choice.id for choice in asked.choices if choice.exclusive]
        order = [choice.id for choice in asked.choices if not choice.exclusive]
        found = []
        for choice in asked.choices:
            if choice.exclusive:
                continue
            others = [one for one in after or () if one in order and one != choice.id]
            without = others or alone or None
            with_it = [one for one in order if one in others or one == choice.id]
            variants = (
                Variant("no", f"not so: {choice.label}", without),
                Variant("yes", choice.label, with_it),
            )
            states = [
                None if given is None else with_it if choice.id in given else without
                for given in (before, after)
            ]
            found.append(Part(f"{asked.key}.{choice.id}", choice.name, variants, *states))
        return found
