"""Scorecard: the numbers an index is computed from, checked once when built."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import fsum

from aijri_engine.index.dimensions import (
    BARRIER_SCALE,
    EVIDENCE_SCALE,
    PROTECTIVE_SCALE,
    Dimensions,
    checked_dimensions,
)
from aijri_engine.index.scales import (
    GROWTH_MAX,
    GROWTH_MIN,
    RESISTANCE_BASE,
    RESISTANCE_MAX,
    RESISTANCE_MIN,
    SCORE_MAX,
    SCORE_MIN,
    SHARE_TOLERANCE,
    SHARE_TOTAL,
    Involvement,
    ScorecardError,
    checked_number,
)

_SHARE_NOISE = 1e-12
"""Percentage points that adding floats alone explains."""


@dataclass(frozen=True, slots=True)
class TaskScore:
    """One task: percent of working time, and how far an AI agent could run it without a person.

    `share` is 0..100 percent; `score` 1 (irreducibly human) to 5 (fully automatable), fractions allowed;
    `involvement` is None where unknown. Raises ScorecardError where one of them is off its scale.
    """

    id: str
    name: str
    share: float
    score: float
    involvement: Involvement | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise ScorecardError("task: no id; give every task a short id of its own")
        share = checked_number(self.share, 0.0, SHARE_TOTAL + SHARE_TOLERANCE, f"task {self.id!r} share")
        object.__setattr__(self, "share", share)
        object.__setattr__(
            self, "score", checked_number(self.score, SCORE_MIN, SCORE_MAX, f"task {self.id!r} score")
        )
        if self.involvement is not None and not isinstance(self.involvement, Involvement):
            raise ScorecardError(
                f"task {self.id!r} involvement: not known; give one of {', '.join(Involvement)}, or nothing"
            )


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything the index of one role or one person is computed from. Comparable and hashable.

    `evidence` (each -2..2), `barriers` (each 0..2) and `protective` (each 0..3, outside the index) hold every
    dimension, or the single key "total" (-10..10, 0..10, 0..9). `growth` is -2..2. `task_resistance` (1..5)
    stands in where no task table is known, and only there. Shares that miss 100 by less than 1e-6 are brought
    to 100 in proportion.

    Raises ScorecardError, naming place, fault and remedy, for anything else.
    """

    tasks: tuple[TaskScore, ...]
    evidence: Mapping[str, float]
    barriers: Mapping[str, float]
    protective: Mapping[str, float]
    growth: float
    task_resistance: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "tasks", _checked_tasks(tuple(self.tasks)))
        object.__setattr__(self, "evidence", checked_dimensions(self.evidence, EVIDENCE_SCALE))
        object.__setattr__(self, "barriers", checked_dimensions(self.barriers, BARRIER_SCALE))
        object.__setattr__(self, "protective", checked_dimensions(self.protective, PROTECTIVE_SCALE))
        object.__setattr__(self, "growth", checked_number(self.growth, GROWTH_MIN, GROWTH_MAX, "growth"))
        if self.tasks and self.task_resistance is not None:
            raise ScorecardError(
                "task_resistance: stands beside a task table; give the tasks or the task resistance, not both"
            )
        if not self.tasks:
            if self.task_resistance is None:
                raise ScorecardError("tasks: none given; give a task table, or task_resistance from 1 to 5")
            resistance = checked_number(
                self.task_resistance, RESISTANCE_MIN, RESISTANCE_MAX, "task_resistance"
            )
            object.__setattr__(self, "task_resistance", resistance)

    @property
    def evidence_total(self) -> float:
        """Evidence total, -10..10; high protects."""
        return _total(self.evidence)

    @property
    def barrier_total(self) -> float:
        """Barrier total, 0..10; high protects."""
        return _total(self.barriers)

    @property
    def protective_total(self) -> float:
        """Protective total, 0..9; high protects. Outside the index."""
        return _total(self.protective)

    @property
    def exposure(self) -> float:
        """Mean task score weighted by time, 1..5; high is exposed. Unrounded."""
        if self.task_resistance is not None:
            return RESISTANCE_BASE - self.task_resistance
        weighted = fsum(task.share * task.score for task in self.tasks) / SHARE_TOTAL
        return min(max(weighted, SCORE_MIN), SCORE_MAX)

    @property
    def resistance(self) -> float:
        """Task resistance, 6 - exposure, 1..5; high protects. Unrounded."""
        if self.task_resistance is not None:
            return self.task_resistance
        return RESISTANCE_BASE - self.exposure


def _checked_tasks(tasks: tuple[TaskScore, ...]) -> tuple[TaskScore, ...]:
    if not tasks:
        return tasks
    if len({task.id for task in tasks}) < len(tasks):
        ids = [task.id for task in tasks]
        twice = next(task_id for task_id in ids if ids.count(task_id) > 1)
        raise ScorecardError(f"tasks: the id {twice!r} stands twice; give every task an id of its own")
    total = fsum(task.share for task in tasks)
    missed = total - SHARE_TOTAL
    if abs(missed) > SHARE_TOLERANCE:
        direction = "too much" if missed > 0 else "missing"
        raise ScorecardError(
            f"tasks: the shares add up to {total:.10g} percent, {abs(missed):.6g} {direction}; "
            f"change them so that they add up to {SHARE_TOTAL:g}"
        )
    if abs(missed) <= _SHARE_NOISE:
        return tasks
    return tuple(replace(task, share=task.share * SHARE_TOTAL / total) for task in tasks)


def _total(values: Mapping[str, float]) -> float:
    return values.total if isinstance(values, Dimensions) else fsum(values.values())
