"""Answers -> scorecard + contributions: the score rule of `aijri_engine/README.md`."""

from dataclasses import dataclass, replace
from typing import Literal

from aijri_engine.content.base import Rung
from aijri_engine.content.meanings import GROWTH, MARKET, RATING
from aijri_engine.content.role import Role
from aijri_engine.content.role_tasks import Task
from aijri_engine.index import (
    BARRIERS,
    PROTECTIVE,
    SCORE_MAX,
    SCORE_MIN,
    Assessment,
    Involvement,
    Scorecard,
    TaskScore,
    assess,
)
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.inputs import Inputs, base_inputs, evidence_of, inputs_of
from aijri_engine.personal.quick_index import role_mean

ElementName = tuple[Literal["score", "share", "evidence", "barrier", "growth"], str]
"""What a contribution moves: `("score", "train")`, `("barrier", "liability")`."""

SPLIT, LEVEL, EMPLOYER, PRACTICE, LIMIT, ROLE, WHAT_IF = (
    "split", "level", "employer", "practice", "limit", "role", "what_if",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contribution:
    """A cause moves an element by `delta` from the role's published value (in the element's own unit)."""

    cause: str
    """Question key (`depth.train`, `level`, `split`), or `limit`, `role`, `what_if`."""
    element: ElementName
    delta: float


@dataclass(frozen=True, slots=True)
class PersonalTask:
    """A row of the personal task table."""

    id: str
    name: str
    short: str
    share: float
    """Percent of the week."""
    score: float
    """1-5."""
    base_share: float
    base_score: float | None
    rungs: tuple[Rung, ...]
    """As described, or as expected; empty for own work."""
    described: bool
    """The person said how they do it (own work: rated it)."""
    own: bool
    involvement: Involvement | None


@dataclass(frozen=True, slots=True)
class Personalisation:
    """A scorecard with the reason for everything in which it differs from the role."""

    scorecard: Scorecard
    contributions: tuple[Contribution, ...]
    tasks: tuple[PersonalTask, ...]
    inputs: Inputs

    def __repr__(self) -> str:
        return f"<Personalisation of {self.role.id}, {len(self.contributions)} contributions>"

    @property
    def role(self) -> Role:
        """The base role."""
        return self.inputs.role

    def assess(self) -> Assessment:
        """What the method computes from it."""
        return assess(self.scorecard)


def personalise(interview: Interview) -> Personalisation:
    """The person's own scorecard. With nothing answered it is the role's, without contributions."""
    return interview.once("personalisation", lambda: personalise_inputs(inputs_of(interview)))


def base_personalisation(role: Role) -> Personalisation:
    """The role itself."""
    return personalise_inputs(base_inputs(role))


def personalise_inputs(inputs: Inputs) -> Personalisation:
    """The scorecard these inputs stand for; made once for the same inputs."""
    return inputs.once("personal", lambda: _personalised(inputs))


def _personalised(inputs: Inputs) -> Personalisation:
    contributions: list[Contribution] = []
    rows = [_role_task(inputs, task, contributions) for task in inputs.role.tasks]
    rows += _own_tasks(inputs, rows, contributions)
    scorecard = Scorecard(
        tasks=tuple(TaskScore(row.id, row.name, row.share, row.score, row.involvement) for row in rows),
        evidence=evidence_of(inputs),
        barriers=_barriers(inputs, contributions),
        protective=_protective(inputs),
        growth=inputs.growth_now,
    )
    _market_contributions(inputs, scorecard, contributions)
    return Personalisation(scorecard, tuple(contributions), tuple(rows), inputs)


def ladder_score(inputs: Inputs, task: Task, rungs: tuple[Rung, ...]) -> float:
    """Mean ladder score of these rungs (two rungs: halfway), moved as a what-if moves the published score."""
    mean = sum(task.ladder.rung(rung).score for rung in rungs) / len(rungs)
    return mean + inputs.shift(task.id)


def _role_task(inputs: Inputs, task: Task, contributions: list[Contribution]) -> PersonalTask:
    element: ElementName = ("score", task.id)
    found: list[Contribution] = []
    shift = inputs.shift(task.id)
    if shift:
        found.append(Contribution(WHAT_IF, element, shift))
    share = inputs.shares.get(task.id, 0.0)
    described = inputs.rungs.get(task.id)
    rating = inputs.ratings.get(task.id)
    if rating is not None:
        rungs: tuple[Rung, ...] = ()
        found.append(Contribution(f"{RATING}.{task.id}", element, rating - task.score))
    elif described:
        rungs = described
        delta = ladder_score(inputs, task, rungs) - (task.score + shift)
        found.append(Contribution(f"depth.{task.id}", element, delta))
    else:
        rungs = inputs.effective_rungs(task.id)
        found += _position(inputs, task, element) if share > 0 else []
    score = task.score + sum(one.delta for one in found)
    floor = inputs.floors.get(task.id)
    if floor is not None:
        lift = floor.part * max(0.0, floor.score - score)
        found.append(Contribution(f"{floor.cause}.{task.id}", element, lift))
        score += lift
    clamped = min(SCORE_MAX, max(SCORE_MIN, score))
    if clamped != score:
        found.append(Contribution(LIMIT, element, clamped - score))
    found.append(Contribution(SPLIT, ("share", task.id), share - task.share))
    contributions += [one for one in found if one.delta]
    known = inputs.involvement.get(task.id, None if inputs.role.starting_table else task.involvement)
    return PersonalTask(
        task.id, task.name, task.short, share, clamped, task.share, task.score, rungs,
        bool(described) or rating is not None, False, Involvement(known) if known else None,
    )  # fmt: skip


def _position(inputs: Inputs, task: Task, element: ElementName) -> list[Contribution]:
    """Level and employer share what they move together: each gets the mean of being first and being second.

    A task without time is not asked about and has no expectation: it would show as a move by what moves nothing.
    """
    role = inputs.role

    def score(level: str | None, employer: str | None) -> float:
        return task.ladder.rung(role.expected_rung(task, level, employer)).score

    neither, both = score(None, None), score(inputs.level, inputs.employer)
    level, employer = score(inputs.level, None), score(None, inputs.employer)
    return [
        Contribution(LEVEL, element, ((level - neither) + (both - employer)) / 2),
        Contribution(EMPLOYER, element, ((employer - neither) + (both - level)) / 2),
    ]


def _own_tasks(
    inputs: Inputs, rows: list[PersonalTask], contributions: list[Contribution]
) -> list[PersonalTask]:
    """Rows of other work; an unrated one scores the weighted mean of the person's rated tasks."""
    rated = [(row.share, row.score) for row in rows]
    rated += [(inputs.shares.get(own.id, 0.0), own.rating) for own in inputs.own if own.rating is not None]
    total = sum(share for share, _ in rated)
    mean = sum(share * score for share, score in rated) / total if total else role_mean(inputs.role)
    found = []
    for own in inputs.own:
        share = inputs.shares.get(own.id, 0.0)
        score = mean if own.rating is None else own.rating
        contributions.append(Contribution(SPLIT, ("share", own.id), share))
        found.append(
            PersonalTask(own.id, own.name, own.name, share, min(SCORE_MAX, max(SCORE_MIN, score)), 0.0, None, (),
                         own.rating is not None, True, None)
        )  # fmt: skip
    return found


def _barriers(inputs: Inputs, contributions: list[Contribution]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in BARRIERS:
        published = float(getattr(inputs.role.barriers, name).score)
        own = float(inputs.barriers.get(name, published))
        found[name] = inputs.barrier(name)
        if own != published:
            contributions.append(Contribution(inputs.causes[name], ("barrier", name), own - published))
        if found[name] != own:
            contributions.append(Contribution(WHAT_IF, ("barrier", name), found[name] - own))
    return found


def _protective(inputs: Inputs) -> dict[str, float]:
    """What was done in two weeks adds to what the role has; that something was not done takes nothing away."""
    return {
        name: float(max(inputs.protective.get(name, 0), getattr(inputs.role.protective, name).score))
        for name in PROTECTIVE
    }


def _market_contributions(inputs: Inputs, scorecard: Scorecard, contributions: list[Contribution]) -> None:
    """Market figures differ from the role's by what a person saw where nobody knew, and by a what-if."""
    for name, value in inputs.seen.items():
        contributions.append(Contribution(f"{MARKET}.{name}", ("evidence", name), value))
    for name, value in inputs.evidence.items():
        before = evidence_of(replace(inputs, evidence={}))
        own = sum(before.values()) if name == "total" else before[name]
        if value != own:
            contributions.append(Contribution(WHAT_IF, ("evidence", name), value - own))
    if inputs.seen_growth is not None:
        contributions.append(Contribution(GROWTH, ("growth", GROWTH), inputs.seen_growth))
    own_growth = inputs.growth if inputs.growth is None else replace(inputs, growth=None).growth_now
    if own_growth is not None and scorecard.growth != own_growth:
        contributions.append(Contribution(WHAT_IF, ("growth", GROWTH), scorecard.growth - own_growth))
