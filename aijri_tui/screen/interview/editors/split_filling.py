"""What fills in the rows of a divided week: an earlier answer, a sentence that was understood, a line at one row."""

from dataclasses import replace
from typing import Any

from aijri_engine.conversation import name_and_amount, names_a_row
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.words.amounts import read_alone
from aijri_engine.interview.values import Split, number_of
from aijri_tui.screen.interview.editors.split_state import UNITS, WHOLE, Part, Splitting, Unit


def start_splitting(asked: Asked, split: Split, before: Any = None) -> Splitting:
    """The editor of a question: empty, or with the answer it had. `split` gives the points a part-split divides."""
    may_add = asked.question.part_of is None
    parts = tuple(Part(row.id, row.short, row.label) for row in asked.rows)
    whole = WHOLE if may_add else round(split.shares.get(asked.question.part_of or "", WHOLE), 6)
    state = Splitting(parts, whole, may_add=may_add)
    if isinstance(before, Split):
        if before.typical:
            return state
        state = replace(state, unit=before.unit, unit_said=True, parts=tuple(
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
    done = replace(state, parts=tuple(replace(part, amount=number_of(rows.get(part.id))) for part in kept), typing="",
                   unit="hours" if value.get("unit") == "hours" else "percent", cursor=0)  # fmt: skip
    for row in value.get("other", ()):
        done = done.add_row(str(row.get("name", "")), number_of(row.get("share")))
    return replace(done, cursor=min(state.cursor, len(done.parts) - 1))


def row_named(state: Splitting, asked: Asked, form: Form, typed: str) -> Splitting | None:
    """With the words as the name of a row of other work, and an amount said with it; None where they are no name."""
    if read_alone(typed):
        return None
    both = name_and_amount(asked, form, typed) if state.current.amount is None else None
    unit = both[1].unit if both is not None else "bare"
    if both is not None and not (state.bound and unit in UNITS and unit != state.unit):
        return state.named(both[0]).given(both[1].value, "hours" if unit == "hours" else state.unit)
    return state.named(typed) if names_a_row(asked, form, typed) else None


def amount_given(state: Splitting, typed: str) -> Splitting | None:
    """With the one amount that the words are, with its unit; None where they are more, or rows have another unit."""
    found = read_alone(typed)
    if found is None or found.unit == "bare":
        return None
    unit: Unit = "hours" if found.unit == "hours" else "percent"
    return None if state.bound and unit != state.unit else state.given(found.value, unit)
