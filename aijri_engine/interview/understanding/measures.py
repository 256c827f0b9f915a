"""How amounts of one sentence compare: percent, points, hours, days."""

from dataclasses import dataclass
from typing import Final

from aijri_engine.interview.understanding.numbers import HOURS_A_DAY, WORKING_DAYS, Amount

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
