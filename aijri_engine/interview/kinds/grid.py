"""One option for each row."""

from collections.abc import Iterator, Mapping, Sequence
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
from aijri_engine.interview.values import STATE_WORDS, UNKNOWN, Problem, Split
from aijri_engine.text import clean, join_words, lowered, nearest


class GridKind(QuestionKind):
    """A mapping of rows to options, or to `not_sure` / `declined`."""

    hint = "Name a row and its answer, for example “{row} b”, or “all b”."

    def accept(self, asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
        if not isinstance(value, Mapping):
            return Problem(asked.key, "Give an answer for each row.")
        chosen: dict[str, str] = {}
        for name, given in value.items():
            row = asked.row(str(name))
            if row is None:
                ids = [row.id for row in asked.rows]
                close = nearest(str(name), ids)
                remedy = f"Did you mean {close[0]}?" if close else f"The rows are {join_words(ids)}."
                return Problem(asked.key, f"There is no row {clean(str(name), 40)!r}.", remedy)
            found = find_choice(row.choices, given)
            if found is None and given not in UNKNOWN:
                return no_option(f"{asked.key}.{row.id}", row.choices, given)
            chosen[row.id] = found.id if found else str(given)
        return chosen or Problem(asked.key, "No row was answered.", "Answer at least one row.")

    def tell(self, asked: Asked, value: Canonical) -> str:
        """Rows that are shown; one that is off the path keeps its answer and is not told."""
        told = []
        for row in asked.rows:
            if row.id in value:
                name, chosen = row.short.removesuffix("?"), value[row.id]
                words = (
                    STATE_WORDS[chosen] if chosen in UNKNOWN else lowered(choice_name(row.choices, chosen))
                )
                told.append(f"{name}: {words}")
        return "; ".join(told)

    def answers(self, asked: Asked) -> Iterator[tuple[str, Any]]:
        """Every row alike."""
        names = dict.fromkeys(choice.id for row in asked.rows for choice in row.choices)
        for name in names:
            rows = {row.id: name for row in asked.rows if find_choice(row.choices, name)}
            yield name, rows

    def parts(self, asked: Asked, before: Any, after: Any) -> Sequence[Part]:
        before, after = before or {}, after or {}
        found = []
        for row in asked.rows:
            others = {name: value for name, value in after.items() if name != row.id}
            variants = [
                Variant(choice.name, choice.label, {**others, row.id: choice.id}) for choice in row.choices
            ]
            own = before.get(row.id)
            if own is None or own in UNKNOWN:
                left = others if own is None else {**others, row.id: own}
                words = NOT_ANSWERED if own is None else STATE_WORDS[own]
                variants.insert(0, Variant(words, words, left or None, told=False))
            name = row.short if asked.question.rows_from else row.label
            states = ({**others, row.id: own}, {**others, row.id: after.get(row.id)})
            found.append(Part(f"{asked.key}.{row.id}", name, tuple(variants), *states))
        return found


NOT_ANSWERED = "not answered"
