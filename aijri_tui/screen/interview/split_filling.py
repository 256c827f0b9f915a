"""The editor of a time split, filled from an answer: the one a question had, or one understood from a sentence."""

from dataclasses import replace
from typing import Any

from aijri_engine.interview.form import Asked
from aijri_engine.interview.values import Split
from aijri_tui.screen.interview.split_state import WHOLE, Part, Splitting


def start(asked: Asked, split: Split, before: Any = None) -> Splitting:
    """The editor of a question: empty, or with the answer it had. `split` gives the points a part-split divides."""
    may_add = asked.question.part_of is None
    parts = tuple(Part(row.id, row.short, row.label) for row in asked.rows)
    whole = WHOLE if may_add else round(split.shares.get(asked.question.part_of or "", WHOLE), 6)
    state = Splitting(parts, whole, may_add=may_add)
    if isinstance(before, Split):
        if before.typical:
            return state
        state = replace(state, unit=before.unit, parts=tuple(
            replace(part, amount=dict(before.rows).get(part.id)) for part in parts
        ))  # fmt: skip
        for row in before.own:
            state = state.add_row(row.name, row.amount)
        return replace(state, cursor=0)
    if isinstance(before, dict):
        return replace(state, parts=tuple(replace(part, amount=before.get(part.id)) for part in parts))
    return state


def filled(state: Splitting, value: Any) -> Splitting:
    """The editor with the figures of an answer that was understood from a sentence."""
    if not isinstance(value, dict):
        return state
    rows = value.get("rows", value if not state.may_add else {})
    kept = tuple(part for part in state.parts if not part.own)
    done = replace(state, parts=tuple(replace(part, amount=_float(rows.get(part.id))) for part in kept), typing="",
                   unit="hours" if value.get("unit") == "hours" else "percent", cursor=0)  # fmt: skip
    for row in value.get("other", ()):
        done = done.add_row(str(row.get("name", "")), _float(row.get("share")))
    return replace(done, cursor=0)


def _float(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
