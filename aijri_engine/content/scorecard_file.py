"""Bare scorecard files: the numbers of the method without a role and without a person."""

import os
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from aijri_engine.content.base import Items, Model, Text
from aijri_engine.content.codes import BAD_SCORECARD
from aijri_engine.content.problems import ContentError
from aijri_engine.content.yaml import YamlFile, read_yaml, validate
from aijri_engine.index import TOTAL, Involvement, Scorecard, ScorecardError, TaskScore

GROUPS: Final = ("evidence", "barriers", "protective", "growth")
"""Groups that count as 0 when a file does not give them; this is said."""


class EvidenceNumbers(Model):
    """The five market signals, each -2..2."""

    job_postings: Annotated[float, Field(ge=-2, le=2)]
    company_actions: Annotated[float, Field(ge=-2, le=2)]
    wages: Annotated[float, Field(ge=-2, le=2)]
    tool_maturity: Annotated[float, Field(ge=-2, le=2)]
    expert_consensus: Annotated[float, Field(ge=-2, le=2)]


class BarrierNumbers(Model):
    """The five barriers, each 0..2."""

    regulatory: Annotated[float, Field(ge=0, le=2)]
    physical: Annotated[float, Field(ge=0, le=2)]
    union: Annotated[float, Field(ge=0, le=2)]
    liability: Annotated[float, Field(ge=0, le=2)]
    cultural: Annotated[float, Field(ge=0, le=2)]


class ProtectiveNumbers(Model):
    """The three protective principles, each 0..3."""

    physicality: Annotated[float, Field(ge=0, le=3)]
    interpersonal: Annotated[float, Field(ge=0, le=3)]
    judgment: Annotated[float, Field(ge=0, le=3)]


class ScorecardTask(Model):
    """One row of the task table."""

    name: Text | None = None
    share: Annotated[float, Field(ge=0, le=100)]
    """Percent of working time."""
    score: Annotated[float, Field(ge=1, le=5)]
    """1-5; 5 could be run whole by software."""
    involvement: Literal["displaced", "augmented", "not_involved"] | None = None


class ScorecardFile(Model):
    """A scorecard as people write it: a task table or a task resistance, and four groups of figures."""

    title: Text | None = None
    tasks: Items[ScorecardTask] = ()
    task_resistance: Annotated[float, Field(ge=1, le=5)] | None = None
    evidence: Annotated[float, Field(ge=-10, le=10)] | EvidenceNumbers | None = None
    """The total, or each signal."""
    barriers: Annotated[float, Field(ge=0, le=10)] | BarrierNumbers | None = None
    """The total, or each barrier."""
    protective: Annotated[float, Field(ge=0, le=9)] | ProtectiveNumbers | None = None
    """The total, or each principle; outside the index."""
    growth: Annotated[float, Field(ge=-2, le=2)] | None = None


@dataclass(frozen=True, slots=True)
class BareScorecard:
    """A scorecard from a file, with what its author did not say."""

    title: str
    scorecard: Scorecard
    taken_as_zero: tuple[str, ...]
    """Groups the file does not give; each counts as 0."""


def read_scorecard(path: str | os.PathLike[str]) -> BareScorecard:
    """The scorecard of a file. Raises ContentError with every problem, each with its place."""
    return scorecard_of(read_yaml(path))


def scorecard_of(source: YamlFile) -> BareScorecard:
    """As `read_scorecard`, for a file that was read already."""
    model, problems = validate(source, ScorecardFile)
    if model is None or problems:
        raise ContentError(problems)
    try:
        scorecard = scorecard_from(model)
    except ScorecardError as error:
        place = ("tasks",) if model.tasks else ()
        raise ContentError([source.problem(BAD_SCORECARD, place, str(error))]) from None
    missing = tuple(name for name in GROUPS if getattr(model, name) is None)
    return BareScorecard(model.title or f"Scorecard {source.name}", scorecard, missing)


def scorecard_from(model: ScorecardFile) -> Scorecard:
    """The numbers of a scorecard file. Raises ScorecardError where they make no scorecard together."""
    tasks = tuple(
        TaskScore(
            f"task-{number}", task.name or f"Task {number}", task.share, task.score,
            None if task.involvement is None else Involvement(task.involvement),
        )
        for number, task in enumerate(model.tasks, 1)
    )  # fmt: skip
    return Scorecard(
        tasks=tasks,
        evidence=_group(model.evidence),
        barriers=_group(model.barriers),
        protective=_group(model.protective),
        growth=model.growth or 0.0,
        task_resistance=model.task_resistance,
    )


def _group(given: float | Model | None) -> dict[str, float]:
    if isinstance(given, Model):
        return {name: float(value) for name, value in given.model_dump().items()}
    return {TOTAL: float(given or 0.0)}
