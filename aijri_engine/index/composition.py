"""Score composition: the published additive view, shown under its name and never as an explanation."""

from dataclasses import dataclass
from math import fsum
from typing import Final

from aijri_engine.index.assess import Assessment
from aijri_engine.index.rounding import one_decimal
from aijri_engine.index.scales import (
    BARRIER_TOTAL_MAX,
    EVIDENCE_TOTAL_MAX,
    GROWTH_MAX,
    PROTECTIVE_TOTAL_MAX,
    RESISTANCE_MAX,
)
from aijri_engine.index.scorecard import Scorecard
from aijri_engine.index.zones import zone_of

RESISTANCE_POINTS: Final = 50.0
"""Points of the view at full task resistance. Published, as are the four below."""
EVIDENCE_POINTS: Final = 20.0
BARRIER_POINTS: Final = 15.0
PROTECTIVE_POINTS: Final = 10.0
GROWTH_POINTS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Composition:
    """The published view: named parts in points, their sum, and the caveat that goes with it.

    Evidence and growth parts are negative where their input is. Unrounded.
    """

    parts: tuple[tuple[str, float], ...]
    total: float
    caveat: str


def composition(scorecard: Scorecard, assessment: Assessment) -> Composition:
    """Return the score composition of a scorecard beside its own assessment.

    The weights are published: TR/5 x 50 + E/10 x 20 + B/10 x 15 + P/9 x 10 + G/2 x 5. The caveat is ours.
    """
    parts = (
        ("Task resistance", assessment.task_resistance / RESISTANCE_MAX * RESISTANCE_POINTS),
        ("Evidence", scorecard.evidence_total / EVIDENCE_TOTAL_MAX * EVIDENCE_POINTS),
        ("Barriers", scorecard.barrier_total / BARRIER_TOTAL_MAX * BARRIER_POINTS),
        ("Protective principles", scorecard.protective_total / PROTECTIVE_TOTAL_MAX * PROTECTIVE_POINTS),
        ("AI growth", scorecard.growth / GROWTH_MAX * GROWTH_POINTS),
    )
    total = fsum(points for _, points in parts)
    return Composition(parts, total, _caveat(total, assessment))


def _caveat(total: float, assessment: Assessment) -> str:
    caveat = (
        f"These parts add up to {one_decimal(total):.1f}; the index is {assessment.index:.1f}. The view adds "
        "its inputs and counts the protective principles; the index multiplies its factors and leaves those "
        "principles out. Only the index decides the zone, and this view does not explain it."
    )
    seeming = zone_of(total)
    if seeming is not assessment.zone:
        caveat += f" Read as an index the sum would be {seeming}; the zone is {assessment.zone}."
    return caveat
