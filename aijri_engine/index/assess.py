"""Assessment: what the method computes from a scorecard, and the published additive view beside it."""

from dataclasses import dataclass
from math import fsum
from typing import Final

from aijri_engine.index.formula import (
    barrier_modifier,
    capped,
    evidence_modifier,
    growth_modifier,
    index_of_raw,
    raw_product,
)
from aijri_engine.index.rounding import one_decimal, six
from aijri_engine.index.scales import (
    BARRIER_TOTAL_MAX,
    CAP_NOISE,
    EVIDENCE_TOTAL_MAX,
    EXPOSED_SCORE,
    GROWTH_MAX,
    PROTECTIVE_TOTAL_MAX,
    RESISTANCE_MAX,
    TOLERANCE,
    Involvement,
    Provenance,
)
from aijri_engine.index.scorecard import Scorecard, TaskScore
from aijri_engine.index.zones import Zone, label_of, zone_of


@dataclass(frozen=True, slots=True)
class Assessment:
    """The index of one scorecard with every step on the way. Unrounded but for `index`."""

    task_resistance: float
    """1..5, high protects."""
    evidence_modifier: float
    """0.60..1.40."""
    barrier_modifier: float
    """1.00..1.20."""
    growth_modifier: float
    """0.90..1.10."""
    raw: float
    """Product of the four, 0.54..9.24."""
    uncapped: float
    """Index before the cap, 0..109.7."""
    index_exact: float
    """Index after the cap, 0..100."""
    index: float
    """Index as displayed, one decimal, 0..100; decides the zone."""
    zone: Zone
    label: str | None
    """Zone with its sub-label; None where it hangs on task scores that are not known."""
    label_provenance: Provenance
    share_scored_3_plus: float | None
    """Percent of time on tasks scored 3 or more; None without a task table."""
    split_displaced: float | None
    """Percent of time in which AI displaces; None where any involvement is unknown."""
    split_augmented: float | None
    """Percent of time in which AI augments; None where any involvement is unknown."""
    split_not_involved: float | None
    """Percent of time without AI; None where any involvement is unknown."""
    capped: float
    """Index points the cap takes away: 0 normally, negative where the floor adds."""


def assess(scorecard: Scorecard) -> Assessment:
    """Compute the index, its zone and label from a scorecard, which is valid by construction."""
    resistance = scorecard.resistance
    evidence_total = scorecard.evidence_total
    barrier_total = scorecard.barrier_total
    raw = raw_product(resistance, evidence_total, barrier_total, scorecard.growth)
    uncapped = index_of_raw(raw)
    index_exact = capped(uncapped)
    index = one_decimal(index_exact)
    share = share_scored_3_plus(scorecard.tasks)
    label, label_provenance = label_of(
        index, scorecard.growth, share, resistance, evidence_total, barrier_total
    )
    return Assessment(
        task_resistance=resistance,
        evidence_modifier=evidence_modifier(evidence_total),
        barrier_modifier=barrier_modifier(barrier_total),
        growth_modifier=growth_modifier(scorecard.growth),
        raw=raw,
        uncapped=uncapped,
        index_exact=index_exact,
        index=index,
        zone=zone_of(index),
        label=label,
        label_provenance=label_provenance,
        share_scored_3_plus=share,
        split_displaced=_involved_share(scorecard.tasks, Involvement.DISPLACED),
        split_augmented=_involved_share(scorecard.tasks, Involvement.AUGMENTED),
        split_not_involved=_involved_share(scorecard.tasks, Involvement.NOT_INVOLVED),
        capped=removed_by_cap(uncapped),
    )


def removed_by_cap(uncapped: float) -> float:
    """Return the index points the cap takes from an uncapped index; differences below 1e-10 count as 0."""
    removed = uncapped - capped(uncapped)
    return removed if abs(removed) > CAP_NOISE else 0.0


def share_scored_3_plus(tasks: tuple[TaskScore, ...]) -> float | None:
    """Return the percent of time on tasks with score >= 3 - 1e-9 (the slack is ours); None without tasks."""
    if not tasks:
        return None
    return fsum(task.share for task in tasks if task.score >= EXPOSED_SCORE - TOLERANCE)


def _involved_share(tasks: tuple[TaskScore, ...], involvement: Involvement) -> float | None:
    if not tasks or any(task.involvement is None for task in tasks):
        return None
    return fsum(task.share for task in tasks if task.involvement is involvement)


def figures_of(found: Assessment) -> dict[str, object]:
    """An assessment in a document that machines read: floats with six decimals, the index with one."""
    share = found.share_scored_3_plus
    split = {part: getattr(found, f"split_{part}") for part in ("displaced", "augmented", "not_involved")}
    modifiers = (found.evidence_modifier, found.barrier_modifier, found.growth_modifier)
    return {
        "index": found.index,
        "zone": found.zone.value,
        "label": found.label,
        "task_resistance": six(found.task_resistance),
        "modifiers": dict(zip(("evidence", "barriers", "growth"), map(six, modifiers), strict=True)),
        "raw": six(found.raw),
        "share_scored_3_plus": None if share is None else six(share),
        "split": {part: None if value is None else six(value) for part, value in split.items()},
    }


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
