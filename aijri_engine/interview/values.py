"""Canonical values of answers: what is kept in the log, and what conditions and rules look at.

Values in the log are plain JSON. `accept` turns a JSON value into its canonical form or says what is wrong with
it; nothing else decides whether a value fits a question.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

from aijri_engine.index import shown_shares
from aijri_engine.text import ELLIPSIS, clean, figure, join_words, nearest, slug

LONGEST_NOTE = 500
"""Characters kept of a free-text answer [ours]."""

LONGEST_NAME = 60
"""Characters kept of the name of an own row [ours]."""

MOST_TOLD = 1e15
"""A larger figure is told by its size."""

SUM_TOLERANCE = 0.5
"""Points of time; a split this near to 100 is normalised, and that is said."""

MOST_OWN_ROWS = 12
"""More rows of other work than this are refused [ours]."""

MOST_HOURS = 336.0
"""Hours in two weeks; more cannot be a working time."""

UNKNOWN = ("not_sure", "declined")
"""Words that stand for "no answer" inside grids and answers files."""


STATE_WORDS: Mapping[str, str] = {
    "open": "not answered yet",
    "stale": "to be answered again, because the question has changed",
    "not_sure": "not sure",
    "declined": "rather not say",
    "off_path": "not asked",
}
"""What stands where an answer would."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer was not taken: place, what is wrong, and the remedy.

    `remainder` is what is missing (positive) or too much (negative) in a split, in points or hours; `offers` are
    values that would be taken instead, each with a few words (for example every row scaled to 100).
    """

    question: str
    message: str
    remedy: str = ""
    remainder: float | None = None
    offers: tuple[tuple[str, Any], ...] = ()

    def text(self) -> str:
        """Message and remedy as one line."""
        return f"{self.message} {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Work that is not in the role's table."""

    id: str
    name: str
    amount: float
    """As entered, in the unit of the split."""


@dataclass(frozen=True)
class Split:
    """How working time was divided, as entered; `shares` and `own_shares` are percent and add up to 100."""

    rows: tuple[tuple[str, float], ...]
    own: tuple[OwnRow, ...] = ()
    unit: Literal["percent", "hours"] = "percent"
    scaled: bool = False
    """The person asked to scale rows that did not add up to 100."""
    typical: bool = False
    """The role's mix, borrowed."""
    given: bool = True
    """False for the role's mix that stands in while nothing was said."""

    @cached_property
    def total(self) -> float:
        """Sum of all rows in the unit of entry."""
        return sum(amount for _, amount in self.rows) + sum(row.amount for row in self.own)

    @cached_property
    def shares(self) -> dict[str, float]:
        """Percent per task of the role."""
        factor = 100.0 / self.total
        return {task: amount * factor for task, amount in self.rows}

    @cached_property
    def own_shares(self) -> dict[str, float]:
        """Percent per own row, by row id."""
        factor = 100.0 / self.total
        return {row.id: row.amount * factor for row in self.own}

    @property
    def outside(self) -> float:
        """Percent of the week outside the role's table."""
        return sum(self.own_shares.values())

    @property
    def largest(self) -> float:
        """Percent of the largest row."""
        return max([*self.shares.values(), *self.own_shares.values()])

    @property
    def spread(self) -> float:
        """Percent between the largest and the smallest row of the role's table."""
        shares = self.shares.values()
        return max(shares) - min(shares)

    def moved_from(self, before: "Split") -> float:
        """Percent of the week that lies in another row than in the week before."""
        now, then = self.shares | self.own_shares, before.shares | before.own_shares
        return sum(abs(now.get(row, 0.0) - then.get(row, 0.0)) for row in {**now, **then}) / 2.0

    def json(self) -> Any:
        """The value as it stands in the log."""
        if self.typical and not self.own:
            return "typical"
        value: dict[str, Any] = {"rows": dict(self.rows)}
        if self.own:
            value["other"] = [{"name": row.name, "share": row.amount} for row in self.own]
        if self.unit == "hours":
            value["unit"] = "hours"
        if self.scaled:
            value["scaled"] = True
        if self.typical:
            value["typical"] = True
        return value


def role_split(shares: Mapping[str, float], given: bool = False) -> Split:
    """The role's own mix: borrowed when `given`, else standing in for a split that was not told."""
    return Split(rows=tuple(shares.items()), typical=True, given=given)


def number_of(value: Any) -> float | None:
    """A finite number, or None; true and false are not numbers."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def accept_split(
    key: str, value: Any, role_shares: Mapping[str, float], names: Mapping[str, str] | None = None
) -> Split | Problem:
    """A time split from its JSON form: `"typical"`, or rows with optional own rows, unit and scaling.

    `names` are what rows are called where something is offered. A missing row is 0. Percent must add up to 100
    within `SUM_TOLERANCE`, unless `scaled`.
    """
    if value == "typical":
        return role_split(role_shares, given=True)
    if not isinstance(value, Mapping):
        return Problem(
            key, "A time split needs an amount for each row.", "Give percent or hours, or `typical`."
        )
    unknown = [name for name in value if name not in ("rows", "other", "unit", "scaled", "typical")]
    if unknown:
        return Problem(key, f"The split has no part called {clean(str(unknown[0]), 40)!r}.")
    rows = _rows(key, value.get("rows", {}), role_shares, names or {})
    if isinstance(rows, Problem):
        return rows
    own = _own_rows(key, value.get("other", ()))
    if isinstance(own, Problem):
        return own
    if value.get("typical"):
        return _typical_beside_own(key, role_shares, own)
    unit: Literal["percent", "hours"] = "hours" if value.get("unit") == "hours" else "percent"
    split = Split(rows, own, unit, bool(value.get("scaled")))
    return _checked_total(key, split, names or {})


def _rows(
    key: str, given: Any, role_shares: Mapping[str, float], names: Mapping[str, str]
) -> tuple[tuple[str, float], ...] | Problem:
    if not isinstance(given, Mapping):
        return Problem(key, "The rows of a time split are task: amount.")
    amounts: dict[str, float] = dict.fromkeys(role_shares, 0.0)
    for name, amount in given.items():
        if name not in amounts:
            close = nearest(str(name), list(amounts))
            remedy = f"Did you mean {close[0]}?" if close else f"The rows are {join_words(list(amounts))}."
            return Problem(key, f"There is no task {clean(str(name), 40)!r} in this role.", remedy)
        number = number_of(amount)
        if number is None:
            told = f"The amount for {names.get(name, name)} is not a number."
            return Problem(key, told, "Give a number of 0 or more.")
        if not 0 <= number <= MOST_HOURS:
            told = f"{figure_of(number)} cannot be the time for {names.get(name, name)}."
            return Problem(key, told, "Give a number from 0 to 100.")
        amounts[name] = number
    return tuple(amounts.items())


def _own_rows(key: str, given: Any) -> tuple[OwnRow, ...] | Problem:
    if not isinstance(given, (list, tuple)):
        return Problem(key, "Other work is a list of rows, each with a name and a share.")
    if len(given) > MOST_OWN_ROWS:
        return Problem(
            key, f"{len(given)} rows of other work are too many.", f"Join them into {MOST_OWN_ROWS}."
        )
    rows: list[OwnRow] = []
    said: dict[str, str] = {}
    for row in given:
        if not isinstance(row, Mapping) or not isinstance(row.get("name"), str):
            return Problem(key, "Each row of other work needs a name and a share.")
        number = number_of(row.get("share"))
        name, whole = own_name(row["name"]), said_name(row["name"])
        if not name:
            return Problem(key, "A row of other work has no name.", "A few words are enough.")
        if number is None or not 0 <= number <= MOST_HOURS:
            return Problem(key, f"The time for {name} is not a number from 0 to 100.")
        if said.setdefault(own_row_id(name), whole) != whole:
            told = f"Two rows of other work with more than {LONGEST_NAME} letters are both “{name}” when cut."
            return Problem(key, told, "Give them shorter names.")
        rows.append(OwnRow(own_row_id(name), name, number))
    return tuple(row for row in _joined(rows) if row.amount > 0)


OWN = "+"
"""Begins the id of every row of other work: no id of content has it, so a name that a person types can never be one."""


def figure_of(number: float) -> str:
    """A figure that a person gave, as people write it: 50000000 and 2.5, not 5e+07."""
    return figure(number, 4) if abs(number) < MOST_TOLD else f"{number:g}"


def own_name(typed: str) -> str:
    """Name of a row of other work as it is kept: a long one cut inside, so that two which begin alike stay two."""
    name = clean(typed).strip()
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME - LONGEST_NAME // 3 - 1].rstrip()}{ELLIPSIS}{name[-LONGEST_NAME // 3 :].lstrip()}"


def said_name(typed: str) -> str:
    """A name by which rows of other work are told apart: whole, without regard to case and blanks."""
    return "-".join(clean(typed).casefold().split())


def own_row_id(name: str) -> str:
    """Id of a row of other work: the same for the same name, whatever stands beside it, and another for every other.

    Letters and digits as they are; where that leaves something out (`C++`, `C#`) a few digits of a hash follow.
    """
    said = said_name(name)
    short = slug(name)
    return f"{OWN}{short}" if short == said else f"{OWN}{short}-{sha256(said.encode()).hexdigest()[:6]}"


def part_row_id(question: str, row: str) -> str:
    """Id of the row of other work that a part of a divided task becomes; no typed name makes one with `_`."""
    return f"{OWN}{question}_{row}"


def _joined(rows: Iterable[OwnRow]) -> Iterator[OwnRow]:
    """Rows of one name are one row."""
    found: dict[str, OwnRow] = {}
    for row in rows:
        before = found.get(row.id)
        found[row.id] = row if before is None else replace(before, amount=before.amount + row.amount)
    yield from found.values()


def _typical_beside_own(
    key: str, role_shares: Mapping[str, float], own: tuple[OwnRow, ...]
) -> Split | Problem:
    """The role's mix scaled to what other work leaves over."""
    left = 100.0 - sum(row.amount for row in own)
    if left <= 0:
        return Problem(
            key, "Other work fills the whole week.", "Leave some time for the role, or give the split."
        )
    rows = tuple((task, share * left / 100.0) for task, share in role_shares.items())
    return Split(rows, own, typical=True)


def _checked_total(key: str, split: Split, names: Mapping[str, str]) -> Split | Problem:
    total = split.total
    if total <= 0:
        return Problem(key, "All rows are empty.", "Give time to at least one row.", remainder=100.0)
    if split.unit == "hours":
        if total > MOST_HOURS:
            return Problem(
                key,
                f"{figure_of(total)} hours are more than two weeks have.",
                "Give the hours of a working week.",
            )
        return split
    if abs(total - 100.0) <= 1e-9 or split.scaled:
        return split
    if abs(total - 100.0) <= SUM_TOLERANCE:
        return split
    remainder = 100.0 - total
    beside = f"{figure(abs(remainder))} {'left to give' if remainder > 0 else 'too much'}"
    return Problem(
        key,
        f"Your rows add up to {figure(total)}, {beside}.",
        "Change a row, or scale every row.",
        remainder=remainder,
        offers=_offers(split, remainder, names),
    )


def _offers(split: Split, remainder: float, names: Mapping[str, str]) -> tuple[tuple[str, Any], ...]:
    scaled = {**split.json(), "scaled": True}
    shares = [(names.get(task, task), share) for task, share in split.shares.items()]
    shares += [(row.name, row.amount * 100.0 / split.total) for row in split.own]
    shown = shown_shares([share for _, share in shares])
    told = [f"{name} {figure(now)}" for (name, share), now in zip(shares, shown, strict=True) if share]
    preview = join_words(told)
    offers: list[tuple[str, Any]] = [(f"scale every row ({preview})", scaled)]
    if remainder > 0:
        other = [*({"name": r.name, "share": r.amount} for r in split.own)]
        other.append({"name": "other work", "share": round(remainder, 6)})
        offers.append(("count the rest as other work", {"rows": dict(split.rows), "other": other}))
    return tuple(offers)
