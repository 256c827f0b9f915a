"""Exact attribution: the change between two scorecards, divided over everything that differs.

The index is a product of four factors, so what one change is worth depends on the others. Each factor gets
its Shapley value: its change times the average product of the other three over every order of changing them.
Each factor is linear in its own parts, so a part gets its own change times that same weight (Owen value). The
rows sum to the change without a remainder. The choice of method is ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import fsum
from typing import Literal

from aijri_engine.index.assess import Assessment, assess
from aijri_engine.index.formula import POINTS_PER_RAW
from aijri_engine.index.scales import (
    BARRIER_WEIGHT,
    CAP_NOISE,
    EVIDENCE_WEIGHT,
    GROWTH_WEIGHT,
    SHARE_TOTAL,
    TOTAL,
)
from aijri_engine.index.scorecard import Scorecard, TaskScore

ElementKind = Literal["score", "share", "evidence", "barrier", "growth", "limit", "resistance"]

GROWTH_KEY = "growth"
LIMIT_KEY = "cap"
RESISTANCE_KEY = "task_resistance"


@dataclass(frozen=True, slots=True)
class Element:
    """One number that may differ between two scorecards, and the index points its difference is worth.

    `key` is the task id for "score" and "share", the dimension id or "total" for "evidence" and "barrier",
    and "growth", "task_resistance" or "cap" for the rest. `before` and `after` are on the element's own scale
    (a share in percent, a limit in index points taken away). An untouched element has exactly 0.0 points.
    """

    kind: ElementKind
    key: str
    before: float
    after: float
    points: float


@dataclass(frozen=True, slots=True)
class FactorWeights:
    """Index points per unit of each factor: its Shapley average of the other three times 100/7.93.

    The units are those of the factors themselves: one point of task resistance, one whole of a modifier.
    """

    resistance: float
    evidence: float
    barriers: float
    growth: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """The change of the index between two scorecards, `after` minus `before`, row by row.

    `elements` holds every score, share, dimension and growth, touched or not, and the cap where it differs;
    their points sum to `change`, in unrounded index points, within 1e-9.
    """

    elements: tuple[Element, ...]
    change: float
    weights: FactorWeights
    _rates: Mapping[tuple[ElementKind, str], float] = field(repr=False, compare=False)

    @property
    def moved(self) -> tuple[Element, ...]:
        """The elements whose value differs, in the same order."""
        return tuple(element for element in self.elements if element.before != element.after)

    def per_unit(self, kind: ElementKind, key: str) -> float:
        """Return the index points per unit change of one element: points = this x (after - before).

        Units are those of the element: one point of score, one percentage point of share, one point of a
        dimension. Use it to divide an element over several causes. Raises KeyError for an unknown element.
        """
        return self._rates[kind, key]


@dataclass(frozen=True, slots=True)
class _Part:
    kind: ElementKind
    key: str
    before: float
    after: float
    rate: float

    def element(self) -> Element:
        difference = self.after - self.before
        points = self.rate * difference if difference else 0.0
        return Element(self.kind, self.key, self.before, self.after, points)


def attribute(before: Scorecard, after: Scorecard) -> Attribution:
    """Divide the change of the index from `before` to `after` over the elements that differ.

    A task on one side only counts on the other with share 0 and the same score. Where a side has no task
    table, task resistance is one element; where a side has only a total of a group, that group is one element
    with the key "total". What the cap takes or gives back is an element of kind "limit". Swapping the sides
    negates every row.
    """
    old = assess(before)
    new = assess(after)
    weights = _weights(old, new)
    parts = [
        *_resistance_parts(before, after, weights.resistance),
        *_dimension_parts(
            "evidence",
            before.evidence,
            after.evidence,
            (before.evidence_total, after.evidence_total),
            weights.evidence * EVIDENCE_WEIGHT,
        ),
        *_dimension_parts(
            "barrier",
            before.barriers,
            after.barriers,
            (before.barrier_total, after.barrier_total),
            weights.barriers * BARRIER_WEIGHT,
        ),
        _Part("growth", GROWTH_KEY, before.growth, after.growth, weights.growth * GROWTH_WEIGHT),
    ]
    limit = _Part("limit", LIMIT_KEY, old.capped, new.capped, -1.0)
    elements = [part.element() for part in parts]
    if abs(new.capped - old.capped) > CAP_NOISE:
        elements.append(limit.element())
    rates = {(part.kind, part.key): part.rate for part in (*parts, limit)}
    return Attribution(tuple(elements), new.index_exact - old.index_exact, weights, rates)


def _weights(old: Assessment, new: Assessment) -> FactorWeights:
    resistance = (old.task_resistance, new.task_resistance)
    evidence = (old.evidence_modifier, new.evidence_modifier)
    barriers = (old.barrier_modifier, new.barrier_modifier)
    growth = (old.growth_modifier, new.growth_modifier)
    return FactorWeights(
        resistance=POINTS_PER_RAW * _shapley_average(evidence, barriers, growth),
        evidence=POINTS_PER_RAW * _shapley_average(resistance, barriers, growth),
        barriers=POINTS_PER_RAW * _shapley_average(resistance, evidence, growth),
        growth=POINTS_PER_RAW * _shapley_average(resistance, evidence, barriers),
    )


_Factor = tuple[float, float]


def _shapley_average(first: _Factor, second: _Factor, third: _Factor) -> float:
    """Average product of three (old, new) factors over the orders in which a fourth can change among them.

    None or all three changed before it: a quarter each. One or two changed: a twelfth for each choice.
    """
    (a, x), (b, y), (c, z) = first, second, third
    none_or_all = fsum((a * b * c, x * y * z))
    some = fsum((x * b * c, a * y * c, a * b * z, x * y * c, x * b * z, a * y * z))
    return none_or_all / 4 + some / 12


def _resistance_parts(before: Scorecard, after: Scorecard, weight: float) -> list[_Part]:
    if not before.tasks or not after.tasks:
        return [_Part("resistance", RESISTANCE_KEY, before.resistance, after.resistance, weight)]
    centre = (before.exposure + after.exposure) / 2
    parts = []
    for old, new in _paired(before.tasks, after.tasks):
        mean_share = (old.share + new.share) / 2
        mean_score = (old.score + new.score) / 2
        score_rate = -weight * mean_share / SHARE_TOTAL
        share_rate = -weight * (mean_score - centre) / SHARE_TOTAL
        parts.append(_Part("score", old.id, old.score, new.score, score_rate))
        parts.append(_Part("share", old.id, old.share, new.share, share_rate))
    return parts


def _paired(
    before: tuple[TaskScore, ...], after: tuple[TaskScore, ...]
) -> Iterator[tuple[TaskScore, TaskScore]]:
    """Pair the tasks by id, those of `before` first; a task one side lacks stands there with share 0."""
    later = {task.id: task for task in after}
    for task in before:
        yield task, later.pop(task.id) if task.id in later else replace(task, share=0.0)
    for task in later.values():
        yield replace(task, share=0.0), task


def _dimension_parts(
    kind: ElementKind,
    before: Mapping[str, float],
    after: Mapping[str, float],
    totals: tuple[float, float],
    rate: float,
) -> list[_Part]:
    if tuple(before) != tuple(after):
        return [_Part(kind, TOTAL, *totals, rate)]
    return [_Part(kind, name, before[name], after[name], rate) for name in before]
