"""A week that was put, and a line that says which of its time stands in a wrong row."""

from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.reading import Around, Reading
from aijri_engine.interview.values import Split

FORM = Form.of(Library.open(), "29-1292.00")
PUT: dict[str, Any] = {
    "rows": {"care": 20.5, "advise": 4.0, "plan": 1.0}, "other": [{"name": "notes", "share": 2.5}], "unit": "hours",
}  # fmt: skip


def read(typed: str) -> Reading:
    return understand(FORM.single["split"], typed, FORM, Split(()), Around(put=PUT))


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("no, the hour of sterilising isn't planning, it's work by hand", "Work by hand 1 h · notes 2.5 h"),
        (
            "no, that's not planning, it's work by hand. And notes is the records one",
            "Work by hand 1 h · Records 2.5 h",
        ),
        ("it's work by hand, not planning", "Work by hand 1 h · notes 2.5 h"),
        ("notes is the records one", "Planning 1 h · Records 2.5 h"),
        ("the notes are not research, they are records", "Planning 1 h · Records 2.5 h"),
    ],
)
def test_time_in_a_wrong_row_is_moved_and_the_week_put_again(typed: str, label: str) -> None:
    found = read(typed)
    assert found.kind == "confirm"
    assert found.nearest[0][0] == f"Advising 4 h · Care 20.5 h · {label} = 28 h"


@pytest.mark.parametrize(
    "typed", ["care is not planning", "advising is care", "no, not that", "is planning research?"]
)
def test_rows_that_both_have_time_or_none_are_not_moved(typed: str) -> None:
    found = read(typed)
    assert found.kind != "value"
    assert all("28 h" not in label for label, _ in found.nearest)
