"""Rows of work in a person's own words are read with the part of the week each takes, and nothing is made up."""

import pytest

from aijri_engine.interview.understanding.own_rows import read_own_rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("30% feeding the owls, 20 paperwork", [("feeding the owls", 30), ("paperwork", 20)]),
        ("feeding the owls 30%, cages: 20 and paperwork 20",
         [("feeding the owls", 30), ("cages", 20), ("paperwork", 20)]),
        ("half feeding, washing and weighing owls, a quarter guiding",
         [("feeding, washing and weighing owls", 50), ("guiding", 25)]),
        ("I spend 40% of my time feeding owls and 30% cleaning", [("feeding owls", 40), ("cleaning", 30)]),
        ("20-30% checking alarms", [("checking alarms", 25)]),
        ("thirty percent feeding", [("feeding", 30)]),
        ("40 % 猫の世話; 60 % NHS forms", [("猫の世話", 40), ("NHS forms", 60)]),
        ("feeding owls, paperwork", [("feeding owls", None), ("paperwork", None)]),
        ("", []), ("🦉", []), (",;, ;", []),
    ],
)  # fmt: skip
def test_rows_are_read_in_percent(typed: str, rows: list[tuple[str, float | None]]) -> None:
    assert [(row.name, row.amount) for row in read_own_rows(typed)] == rows


def test_hours_and_days_are_hours() -> None:
    found = read_own_rows("Feeding: 12 hours\nguiding: 10h\nforms - 2 days")
    assert [(row.name, row.amount, row.unit) for row in found] == [
        ("Feeding", 12, "hours"), ("guiding", 10, "hours"), ("forms", 16, "hours"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "1% " * 3000, "‮30% \x1b[31mowls", "30% '; DROP TABLE sessions;--"]
)
def test_hostile_text_is_read_in_bounds_and_stays_inert(typed: str) -> None:
    for row in read_own_rows(typed):
        assert len(row.name) <= 60
        assert row.name.isprintable()
