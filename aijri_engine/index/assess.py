"""Assessment: what the method computes from a scorecard."""

from dataclasses import dataclass
from math import fsum

from aijri_engine.index.formula import (
    barrier_modifier,
    capped,
    evidence_modifier,
    growth_modifier,
    index_of_raw,
    raw_product,
)
from aijri_engine.index.rounding import one_decimal
from aijri_engine.index.scales import CAP_NOISE, EXPOSED_SCORE, TOLERANCE, Involvement, Provenance
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
