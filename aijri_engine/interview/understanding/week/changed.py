"""What changes of a week come to: rows at new sizes, all others in proportion where these must give or get."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from aijri_engine.interview.understanding.week.changes import Change
from aijri_engine.interview.understanding.words.amounts import HOURS_A_DAY
from aijri_engine.interview.values import SUM_TOLERANCE, Problem

WHOLE: Final = 100.0
"""Percent of a week."""
DEFAULT_POINTS: Final = 10.0
"""Points of time where none are named; what the derived moves shift, too."""
ROUNDING: Final = 0.05
"""Percent of a week by which a typed figure may be above a shown one [ours]."""
OTHER_UNIT: Final = "“{0}” does not fit: this week is told in {1}, a change too."
_POINTS: Final = frozenset(("point", "points", "pt", "pts"))
SAME: Final = Problem("what_if", "That would change nothing.", "Name another amount, or another task.")

UNSAID: Final = Problem("what_if", "It is not said how much.", "Say a figure, such as 5 points.")


def more_than_there_is(name: str, has: float, wanted: float, unit: str = "%") -> Problem | None:
    """The problem where somebody takes more time from a task than it has; both in percent of the week, or in hours."""
    if wanted <= has + ROUNDING:
        return None
    name = f"{name[:1].upper()}{name[1:]}"
    told = f"{name} takes {has:.3g} {unit} of the week: {wanted:.3g} cannot be taken from it."
    return Problem("what_if", told, f"Take at most {has:.3g}.")


@dataclass(frozen=True, slots=True)
class Week:
    """Rows with the time of each, in `unit`."""

    rows: Mapping[str, float]
    name: Callable[[str], str]
    """What a row is called."""
    unit: Literal["percent", "hours"] = "percent"
    whole: float | None = WHOLE
    """What all add up to, and still do after a change; None where the others stay as they are."""
    hours: float | None = None
    """Hours of the whole week, where rows in percent may be changed by hours."""
    bare_hours: bool = False
    """The week was told in hours: so is a figure without a unit."""

    def has(self, row: str) -> float:
        """Time of a row; of one that is not there nothing."""
        return self.rows.get(row, 0.0)

    def size(self, change: Change, of: float) -> float | Problem:
        """An amount in the unit of the week; a part is one `of` so much."""
        amount = change.amount
        if amount is None:
            return DEFAULT_POINTS if of > DEFAULT_POINTS else UNSAID
        points = not _POINTS.isdisjoint(change.said.split())
        hourly = amount.unit == "bare" and not points and self.bare_hours
        if (amount.unit == "bare" and not hourly and not (points and self.unit == "hours")) or (
            amount.unit == self.unit == "percent"
        ):
            return amount.value
        if amount.unit == "fraction":
            return of * amount.value / 100.0
        if (hourly or amount.unit in ("hours", "days")) and (self.unit == "hours" or self.hours):
            hours = amount.value * (HOURS_A_DAY if amount.unit == "days" else 1)
            return hours if self.unit == "hours" else 100.0 * hours / (self.hours or 1.0)
        return Problem("what_if", OTHER_UNIT.format(change.said, self.unit), "Say it so, such as 10.")


def changed(week: Week, changes: Sequence[Change]) -> tuple[dict[str, float], bool] | Problem:
    """All rows after the changes, and whether the others stand as they did; nothing is changed where one cannot be."""
    return _moved(week, changes) if changes[0].kind == "move" else _resized(week, changes)


def _moved(week: Week, changes: Sequence[Change]) -> tuple[dict[str, float], bool] | Problem:
    rows = dict(week.rows)
    for one in changes:
        size = week.size(one, week.has(one.row))
        if isinstance(size, Problem) or one.row == one.to:
            return size if isinstance(size, Problem) else SAME
        if problem := _too_much(week, one.row, rows.get(one.row, 0.0), size):
            return problem
        rows[one.row] = max(0.0, rows.get(one.row, 0.0) - size)
        rows[one.to] = rows.get(one.to, 0.0) + size
    return rows, True


def _too_much(week: Week, row: str, has: float, size: float) -> Problem | None:
    if not has:
        told = f"{week.name(row)[:1].upper()}{week.name(row)[1:]} has no time to give."
        return Problem("what_if", told, "Choose a task that has some.")
    return more_than_there_is(week.name(row), has, size, "h" if week.unit == "hours" else "%")


def _resized(week: Week, changes: Sequence[Change]) -> tuple[dict[str, float], bool] | Problem:
    new: dict[str, float] = {}
    for one in changes:
        has = week.has(one.row)
        if one.kind == "drop":
            new[one.row] = 0.0
        if one.kind == "swap":
            new |= {one.row: week.has(one.to), one.to: week.has(one.row)}
        if one.kind in ("rest", "drop", "swap"):
            continue
        whole = week.whole or sum(week.rows.values())
        size = week.size(one, whole if one.kind == "set" or (one.kind == "add" and not one.amount) else has)
        if isinstance(size, Problem):
            return size
        if one.kind == "take" and (problem := _too_much(week, one.row, has, size)):
            return problem
        new[one.row] = {"add": has + size, "take": max(0.0, has - size)}.get(one.kind, size)
    freed = sum(map(week.has, new)) - sum(new.values())
    rest = next((one.row for one in changes if one.kind == "rest"), "")
    if rest:
        new[rest], freed = week.has(rest) + freed, 0.0
    if rest and new[rest] < 0:
        return _too_much(week, rest, week.has(rest), week.has(rest) - new[rest]) or SAME
    others = {row: has for row, has in week.rows.items() if row not in new}
    if week.whole is None:
        return {**week.rows, **new}, True
    left = sum(others.values())
    unit = "h" if week.unit == "hours" else "%"
    if problem := more_than_there_is("everything else", left, -freed, unit):
        return problem
    if left <= 0 < freed - SUM_TOLERANCE:
        return SAME
    factor = (left + freed) / left if left > 0 else 1.0
    return {**{row: has * factor for row, has in others.items()}, **new}, abs(freed) < SUM_TOLERANCE
