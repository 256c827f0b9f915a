"""Making moves: rungs, shares, dimensions, growth and role figures, applied to a person's inputs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from aijri_engine.content.base import RUNGS, Rung
from aijri_engine.content.conditions import Condition
from aijri_engine.content.moves import DimensionMove, Move, RoleMove, RungMove, ShareMove
from aijri_engine.index import BARRIERS, EVIDENCE, EVIDENCE_TOTAL_MAX, EVIDENCE_TOTAL_MIN, TOTAL, zone_of
from aijri_engine.interview.path import PathFacts
from aijri_engine.interview.values import own_row_id
from aijri_engine.personal.inputs import Inputs, base_inputs, evidence_of
from aijri_engine.personal.personalise import Personalisation, base_personalisation, personalise_inputs

ROUTINE_SCORE = 4.0
"""An own row scored this or more is routine (wording section 4, S12) [ours]."""

ROUTINE_SHARE = 10.0
"""Percent of the week from which a routine row is worth trading [ours]."""


class PersonFacts:
    """What conditions of strategies and moves may look at, for one person's inputs."""

    __slots__ = ("_answers", "_personal")

    def __init__(self, inputs: Inputs, answers: PathFacts | None = None) -> None:
        self._personal: Personalisation = personalise_inputs(inputs)
        self._answers = answers

    def value(self, source: str, name: str) -> Any:
        """The current value of a source, or None when it is not known."""
        if source == "answer":
            return self._answers.value(source, name) if self._answers else None
        if source == "role":
            role = self._personal.role
            return role.id if name == "id" else role.growth.score
        return getattr(self, f"_{source}")(name)

    def state(self, name: str) -> Literal["answered", "not_sure", "other"]:
        """State of an answer."""
        return self._answers.state(name) if self._answers else "other"

    def _share(self, name: str) -> float | None:
        tasks = self._personal.tasks
        if name == "other":
            return sum(task.share for task in tasks if task.own)
        if name == "@largest":
            return max(task.share for task in tasks)
        if name == "routine_other":
            found = routine_row(self._personal)
            return self._share(found) if found else 0.0
        return next((task.share for task in tasks if task.id == name), None)

    def _own(self, words: str) -> float:
        wanted = [f" {' '.join(words_of(one))} " for one in words.split(",")]
        named = [
            (f" {' '.join(words_of(task.name))} ", task.share) for task in self._personal.tasks if task.own
        ]
        return sum(share for name, share in named if any(one in name for one in wanted))

    def _task_score(self, name: str) -> float | None:
        if name == "@highest":
            return max(task.score for task in self._personal.tasks if task.share > 0)
        return next((task.score for task in self._personal.tasks if task.id == name), None)

    def _rung(self, name: str) -> tuple[Rung, ...] | None:
        return next((task.rungs for task in self._personal.tasks if task.id == name and task.rungs), None)

    def _dimension(self, name: str) -> float | None:
        card = self._personal.scorecard
        if name in ("evidence", "barriers"):
            return card.evidence_total if name == "evidence" else card.barrier_total
        if name in BARRIERS:
            return card.barriers[name]
        return card.evidence.get(name)

    def _side(self, name: str) -> Personalisation:
        return base_personalisation(self._personal.role) if name == "base" else self._personal

    def _index(self, name: str) -> float:
        return self._side(name).assess().index

    def _zone(self, name: str) -> str:
        return zone_of(self._index(name)).value


def words_of(text: str) -> list[str]:
    """Lower-case words of a name."""
    return re.findall(r"[^\W_]+", text.casefold())


def apply_moves(inputs: Inputs, moves: Sequence[Move], answers: PathFacts | None = None) -> Inputs:
    """These inputs with the moves made one after another.

    A move whose `when` is not true of the person, whose task they do not have, or that has nothing left to move is
    left out. The order of the list counts.
    """
    for move in moves:
        if move.when is None or holds(move.when, inputs, answers):
            inputs = apply_move(inputs, move)
    return inputs


def holds(condition: Condition, inputs: Inputs, answers: PathFacts | None = None) -> bool:
    """The condition is true (not merely unknown) of this person."""
    return condition.compiled()(PersonFacts(inputs, answers)) is True


def apply_move(inputs: Inputs, move: Move) -> Inputs:
    """These inputs with one move made, whatever its `when` says."""
    if move.rung is not None:
        return _rung_move(inputs, move.rung)
    if move.share is not None:
        return _share_move(inputs, move.share)
    if move.dimension is not None:
        return _dimension_move(inputs, move.dimension)
    if move.growth is not None:
        return replace(inputs, growth=float(move.growth))
    return _role_move(inputs, move.role) if move.role is not None else inputs


def find_task(inputs: Inputs, reference: str, among: Sequence[str] = ()) -> str | None:
    """The task or own row a move speaks of; None when the person has no such task."""
    personal = personalise_inputs(inputs)
    timed = [task for task in personal.tasks if task.share > 0]
    if reference == "highest_scored":
        return max(timed, key=lambda task: (task.score, task.share)).id
    if reference == "lowest_scored":
        return min(timed, key=lambda task: (task.score, -task.share)).id
    if reference == "routine_other":
        return routine_row(personal)
    if reference == "larger":
        candidates = [task for task in personal.tasks if task.id in among]
        return max(candidates, key=lambda task: task.share).id if candidates else None
    known = {task.id for task in personal.tasks}
    return next((name for name in (reference, own_row_id(reference)) if name in known), None)


def routine_row(personal: Personalisation) -> str | None:
    """The largest own row that is scored as routine and takes a tenth of the week."""
    rows = [task for task in personal.tasks if task.own and task.score >= ROUTINE_SCORE - 1e-9]
    rows = [task for task in rows if task.share >= ROUTINE_SHARE - 1e-9]
    return max(rows, key=lambda task: task.share).id if rows else None


def _rung_move(inputs: Inputs, move: RungMove) -> Inputs:
    task_id = find_task(inputs, move.task)
    if task_id is None or inputs.role.task(task_id) is None:
        return inputs
    now = [RUNGS.index(rung) for rung in inputs.effective_rungs(task_id)]
    if move.to is not None:
        then = {RUNGS.index(move.to)}
    else:
        then = {min(len(RUNGS) - 1, place + (move.up or 0)) for place in now}
    return replace(inputs, rungs={**inputs.rungs, task_id: tuple(RUNGS[place] for place in sorted(then))})


def _share_move(inputs: Inputs, move: ShareMove) -> Inputs:
    source = find_task(inputs, move.from_, move.among)
    target = find_task(inputs, move.to, move.among)
    if source is None or target is None or source == target:
        return inputs
    has = inputs.shares.get(source, 0.0)
    points = min(has, move.points if move.points is not None else has * (move.part or 0.0))
    if points <= 0:
        return inputs
    shares = {
        **inputs.shares,
        source: max(0.0, has - points),
        target: inputs.shares.get(target, 0.0) + points,
    }
    moved = replace(inputs, shares=shares)
    if move.if_gain and _index(moved) <= _index(inputs):
        return inputs
    return moved


def _index(inputs: Inputs) -> float:
    return personalise_inputs(inputs).assess().index_exact


def _dimension_move(inputs: Inputs, move: DimensionMove) -> Inputs:
    if move.name == "evidence":
        now = sum(evidence_of(inputs).values())
        return replace(inputs, evidence={TOTAL: _target(move, now, EVIDENCE_TOTAL_MIN, EVIDENCE_TOTAL_MAX)})
    if move.name == "barriers":
        return _barrier_total(inputs, move)
    if move.name in EVIDENCE:
        figures = evidence_of(inputs)
        if TOTAL in figures:
            figures = evidence_of(base_inputs(inputs.role))
        return replace(
            inputs, evidence={**inputs.evidence, move.name: _target(move, figures[move.name], -2.0, 2.0)}
        )
    level = _target(move, inputs.barrier(move.name), 0.0, 2.0)
    return replace(inputs, moved_barriers={**inputs.moved_barriers, move.name: level})


def _target(move: DimensionMove, now: float, lowest: float, highest: float) -> float:
    wanted = (
        move.to
        if move.to is not None
        else now + move.up
        if move.up is not None
        else max(now, move.at_least or 0)
    )
    return min(highest, max(lowest, float(wanted)))


BARRIER_FILLING = ("regulatory", "liability", "cultural", "union", "physical")
"""Which barriers a raised total fills first: those a change of role could bring [ours]."""


def _barrier_total(inputs: Inputs, move: DimensionMove) -> Inputs:
    now = sum(inputs.barrier(name) for name in BARRIERS)
    missing = _target(move, now, 0.0, 10.0) - now
    levels = {name: inputs.barrier(name) for name in BARRIERS}
    order = BARRIER_FILLING if missing > 0 else tuple(reversed(BARRIER_FILLING))
    for name in order:
        step = min(2.0 - levels[name], missing) if missing > 0 else max(-levels[name], missing)
        levels[name] += step
        missing -= step
    return replace(inputs, moved_barriers={**inputs.moved_barriers, **levels})


def _role_move(inputs: Inputs, move: RoleMove) -> Inputs:
    task_id = find_task(inputs, move.task)
    if task_id is None or inputs.role.task(task_id) is None:
        return inputs
    return replace(inputs, published={**inputs.published, task_id: move.score})
