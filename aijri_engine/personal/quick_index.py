"""The index of a set of inputs without its explanation: for ordering questions, where only the number counts."""

from aijri_engine.content.base import RUNGS, Rung
from aijri_engine.content.role import Role
from aijri_engine.content.role_tasks import Task
from aijri_engine.index import (
    BARRIERS,
    RESISTANCE_BASE,
    SCORE_MAX,
    SCORE_MIN,
    SHARE_TOTAL,
    capped,
    index_value,
)
from aijri_engine.personal.inputs import Inputs, evidence_of


def quick_index(inputs: Inputs) -> float:
    """The AIJRI, 0-100, unrounded: the same as `personalise_inputs(inputs).assess().index_exact` (tested)."""
    exposure = weight = 0.0
    unrated = 0.0
    for task in inputs.role.tasks:
        share = inputs.shares.get(task.id, 0.0)
        weight += share
        exposure += share * quick_score(inputs, task)
    for own in inputs.own:
        share = inputs.shares.get(own.id, 0.0)
        if own.rating is None:
            unrated += share
        else:
            weight += share
            exposure += share * own.rating
    if unrated:
        exposure += unrated * (exposure / weight if weight else role_mean(inputs.role))
    barriers = sum(inputs.barrier(name) for name in BARRIERS)
    resistance = RESISTANCE_BASE - exposure / SHARE_TOTAL
    return capped(index_value(resistance, sum(evidence_of(inputs).values()), barriers, inputs.growth_now))


def quick_score(inputs: Inputs, task: Task) -> float:
    """Score of a task by the score rule of `aijri_engine/README.md`, 1-5."""
    if task.id in inputs.ratings:
        score = inputs.ratings[task.id] + inputs.shift(task.id)
        return min(SCORE_MAX, max(SCORE_MIN, score))
    ladder = task.ladder.scores()
    places = [RUNG_PLACE[rung] for rung in inputs.effective_rungs(task.id)]
    score = sum(ladder[place] for place in places) / len(places) + inputs.shift(task.id)
    floor = inputs.floors.get(task.id)
    if floor is not None and floor.score > score:
        score += floor.part * (floor.score - score)
    return min(SCORE_MAX, max(SCORE_MIN, score))


def role_mean(role: Role) -> float:
    """Mean score of the role's tasks, 1-5, weighted by time."""
    return sum(task.share * task.score for task in role.tasks) / sum(task.share for task in role.tasks)


RUNG_PLACE: dict[Rung, int] = {rung: place for place, rung in enumerate(RUNGS)}
