"""Quick screen: a first look before any scoring. Never binding."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aijri_engine.index.scales import (
    GROWTH_MAX,
    GROWTH_MIN,
    PROTECTIVE_TOTAL_MAX,
    PROTECTIVE_TOTAL_MIN,
    TOLERANCE,
    Provenance,
    checked_number,
)

SCREEN_PROTECTIVE: Final = 2.0
"""Protective total that the published rules name; the Red rule reads "up to". Published."""
SCREEN_ACCELERATED_GROWTH: Final = 2.0
"""AI growth correlation that the published Green rule names. Published."""


class ScreenVerdict(StrEnum):
    """What the quick screen says before the full scoring."""

    LIKELY_GREEN_ACCELERATED = "likely_green_accelerated"
    ALMOST_CERTAINLY_RED = "almost_certainly_red"
    PROCEED = "proceed"


@dataclass(frozen=True, slots=True)
class QuickScreen:
    """A verdict, its sentence, and the mark of the rule behind it."""

    verdict: ScreenVerdict
    text: str
    provenance: Provenance


_LIKELY_GREEN = QuickScreen(
    ScreenVerdict.LIKELY_GREEN_ACCELERATED,
    "Likely Green (Accelerated); the full scoring decides.",
    Provenance.PUBLISHED,
)
_ALMOST_RED = QuickScreen(
    ScreenVerdict.ALMOST_CERTAINLY_RED,
    "Almost certainly Red; the full scoring decides.",
    Provenance.PUBLISHED,
)
_PROCEED = QuickScreen(
    ScreenVerdict.PROCEED, "No verdict from these two figures; proceed to the full scoring.", Provenance.OURS
)


def quick_screen(protective_total: float, growth: float) -> QuickScreen:
    """Screen a protective total (0..9) and an AI growth correlation (-2..2).

    Two combinations have a published verdict; every other one says to proceed, which is ours. Raises
    ScorecardError for a figure off its scale.
    """
    protective = checked_number(
        protective_total, PROTECTIVE_TOTAL_MIN, PROTECTIVE_TOTAL_MAX, "protective total"
    )
    correlation = checked_number(growth, GROWTH_MIN, GROWTH_MAX, "growth")
    if protective <= SCREEN_PROTECTIVE + TOLERANCE and correlation < -TOLERANCE:
        return _ALMOST_RED
    if abs(protective - SCREEN_PROTECTIVE) <= TOLERANCE and (
        correlation >= SCREEN_ACCELERATED_GROWTH - TOLERANCE
    ):
        return _LIKELY_GREEN
    return _PROCEED
