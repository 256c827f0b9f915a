"""The published formula on bare numbers: the fast path for draws and what-ifs."""

from aijri_engine.index.scales import (
    BARRIER_WEIGHT,
    EVIDENCE_WEIGHT,
    GROWTH_WEIGHT,
    INDEX_MAX,
    INDEX_MIN,
    RAW_FLOOR,
    RAW_SPAN,
)

POINTS_PER_RAW = INDEX_MAX / RAW_SPAN
"""Index points per unit of the raw product, about 12.61. Published."""


def evidence_modifier(evidence_total: float) -> float:
    """Return 1 + 0.04 x the evidence total (-10..10): 0.60..1.40. Published."""
    return 1.0 + EVIDENCE_WEIGHT * evidence_total


def barrier_modifier(barrier_total: float) -> float:
    """Return 1 + 0.02 x the barrier total (0..10): 1.00..1.20. Published."""
    return 1.0 + BARRIER_WEIGHT * barrier_total


def growth_modifier(growth: float) -> float:
    """Return 1 + 0.05 x AI growth correlation (-2..2): 0.90..1.10. Published."""
    return 1.0 + GROWTH_WEIGHT * growth


def raw_product(resistance: float, evidence_total: float, barrier_total: float, growth: float) -> float:
    """Return task resistance (1..5, unrounded) times the three modifiers: 0.54..9.24. Published."""
    return (
        resistance
        * evidence_modifier(evidence_total)
        * barrier_modifier(barrier_total)
        * growth_modifier(growth)
    )


def index_of_raw(raw: float) -> float:
    """Return the index points of a raw product, before the cap: (raw - 0.54) / 7.93 x 100. Published."""
    return (raw - RAW_FLOOR) / RAW_SPAN * INDEX_MAX


def index_value(resistance: float, evidence_total: float, barrier_total: float, growth: float) -> float:
    """Return the index before the cap, 0..109.7, unrounded; higher is safer.

    Takes the unrounded task resistance (1..5) and the totals. Nothing is checked here: use a `Scorecard` for
    numbers from outside.
    """
    return index_of_raw(raw_product(resistance, evidence_total, barrier_total, growth))


def capped(value: float) -> float:
    """Return an index limited to 0..100. The cap is ours; show what it takes away as a step of its own."""
    if value <= INDEX_MIN:
        return INDEX_MIN
    return INDEX_MAX if value > INDEX_MAX else value
