"""A typed line that fills in the row under the cursor of a divided week: its name, its amount, or both."""

from aijri_engine.conversation import name_and_amount, names_a_row
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding.amounts import read_alone
from aijri_tui.screen.interview.editors.split_state import UNITS, Splitting, Unit


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
