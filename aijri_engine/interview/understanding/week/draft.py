"""Amounts by row while a sentence is worked out, and how they compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from aijri_engine.interview.understanding.words.amounts import HOURS_A_DAY, WORKING_DAYS, Amount

NEARLY: Final = 0.005
"""Distance from one at which decimals add up to it [ours]."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How amounts of one sentence compare."""

    unit: str
    total: float | None
    """What everything adds up to, if it is known."""
    whole: float
    hours: float | None
    scale: float = 1.0
    """Points that one percent stands for."""
    bare_scale: float = 1.0
    """Points that a plain figure of 1 stands for."""

    @classmethod
    def of(cls, amounts: list[Amount], stated: Amount | None, whole: float) -> "Measure | None":
        units = {amount.unit for amount in amounts}
        if units & {"years", "other"}:
            return None
        stated_hours = stated.value if stated else None
        timed, parted = units & {"hours", "days"}, units & {"percent", "fraction"}
        if not timed and stated_hours is not None and not parted:
            return cls("hours", stated_hours, whole, stated_hours)
        bare = [amount.value for amount in amounts if amount.unit == "bare"]
        if not timed and stated_hours is not None and bare and sum(bare) <= stated_hours:
            return None
        if not timed:
            scale = whole / 100.0 if "percent" in units else 1.0
            return cls("percent", whole, whole, None, scale, _bare_scale(amounts, whole))
        week = float(WORKING_DAYS * HOURS_A_DAY)
        if parted and stated_hours is None and "hours" in units:
            return None
        if timed == {"days"}:
            return cls("days", stated_hours or week, whole, stated_hours or week)
        return cls("hours", stated_hours, whole, stated_hours)

    def size(self, amount: Amount) -> float:
        """The amount in points of time, or in hours."""
        if self.unit == "percent":
            if amount.unit == "fraction":
                return amount.value * self.whole / 100.0
            return amount.value * (self.scale if amount.unit == "percent" else self.bare_scale)
        if amount.unit == "days" or (amount.unit == "bare" and self.unit == "days"):
            return amount.value * HOURS_A_DAY
        if amount.unit in ("percent", "fraction"):
            return amount.value / 100.0 * (self.hours or 0.0)
        return amount.value


def _bare_scale(amounts: list[Amount], whole: float) -> float:
    """Decimals that add up to one (0.6, 0.4) are parts of the whole."""
    decimals = len(amounts) > 1 and all(one.unit == "bare" and one.value < 1 for one in amounts)
    return whole if decimals and abs(sum(one.value for one in amounts) - 1) < NEARLY else 1.0


NO_WEEK: Final = frozenset(("range", "elsewhere"))
"""Reasons for which no whole week is made of what was said."""
_MISREAD: Final = NO_WEEK | {"relative", "denied", "weekdays"}

DECIMALS: Final = 6
"""Decimals of an amount that are kept."""


@dataclass(slots=True)
class Draft:
    """Amounts by row while a sentence is worked out; lives for one line."""

    rows: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    unit: str = "percent"
    confident: bool = True
    loose: bool = False
    """It leaves out something that was said: then it is no answer, and nothing of it is offered."""
    summed: bool = False
    """What the rows add up to was said, too: there is no other work beside them."""
    unclear: str = ""
    """Why the amounts may not be what they look like."""
    bare: bool = False
    """Plain figures, which may be percent or hours."""
    guess: tuple[int, int] = (0, 0)
    """Which of the near rows the first and the second unclear name are taken for."""
    unknown: int = 0
    """Unclear names."""
    instead: "list[Draft]" = field(default_factory=list)
    """The same with other rows for the unclear name."""
    questions: list[str] = field(default_factory=list)
    """What keeps it from being taken; empty when nothing does."""

    @classmethod
    def of(cls, value: Any) -> "Draft":
        """A week as JSON, or the parts of one row; empty for anything else."""
        found = value if isinstance(value, Mapping) else {}
        rows = found.get("rows", found)
        numbers = {row: float(amount) for row, amount in rows.items() if isinstance(amount, (int, float))}
        own = {one["name"]: float(one["share"]) for one in found.get("other", ())}
        return cls(numbers, own, found.get("unit", "percent"))

    @property
    def misread(self) -> bool:
        """Something beside the amounts says that they are not what they look like: they are not scaled."""
        return self.unclear in _MISREAD

    @property
    def named(self) -> bool:
        """Only names are unclear, and not all of them."""
        return 0 < self.unknown == len(self.questions) and (bool(self.rows) or len(self.own) > 1)

    def total(self) -> float:
        """Sum of all rows."""
        return sum(self.rows.values()) + sum(self.own.values())

    def scale(self, factor: float) -> None:
        """Multiply every amount."""
        self.rows = {row: amount * factor for row, amount in self.rows.items()}
        self.own = {name: amount * factor for name, amount in self.own.items()}

    def json(self) -> Any:
        """The value of a split over the role's tasks."""
        value: dict[str, Any] = {"rows": {row: round(amount, DECIMALS) for row, amount in self.rows.items()}}
        if self.own:
            value["other"] = [
                {"name": name, "share": round(amount, DECIMALS)} for name, amount in self.own.items()
            ]
        if self.unit == "hours":
            value["unit"] = "hours"
        return value

    def parts(self) -> Any:
        """The value of a division of one task's points."""
        return {row: round(amount, DECIMALS) for row, amount in self.rows.items()}
