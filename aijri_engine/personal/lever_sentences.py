"""Sentences about what could change: the largest step, what would show it, a first step, the next zone."""

from collections.abc import Iterator

from aijri_engine.content.base import RUNGS
from aijri_engine.content.role_tasks import Task
from aijri_engine.index import GREEN_FROM, YELLOW_FROM, zone_of
from aijri_engine.personal.derived_moves import DerivedMove
from aijri_engine.personal.figures import Sentence
from aijri_engine.personal.personalise import PersonalTask
from aijri_engine.personal.sayer import Sayer

LEVER_WORTH_NAMING = 3.0
"""Index points; where no single step adds as much, what happens around the work matters more [ours]."""

SMALL_SHARE = 10.0
"""Percent of the week under which a task is named as too small to move much for now [ours]."""

RUNG_MOVE = "rung."
"""How the ids of moves one rung deeper begin."""


def lever_sentences(say: Sayer) -> Iterator[Sentence]:
    """The largest single step and what belongs to it."""
    advice = say.result.advice
    best = advice.largest_rung
    if best is None:
        yield say.say("lever", "lever_rated" if say.personal.inputs.ratings else "lever_none")
        yield from _next_zone(say)
        return
    if best.shown < LEVER_WORTH_NAMING:
        yield say.say("lever", "lever_small", points=f"{best.shown:.1f}")
    else:
        yield _largest(say, best)
        if not say.base:
            yield from _acts(say, best)
            yield from _first_step(say, best)
    if not say.base:
        yield from _small_task(say, best)
        yield from _next_zone(say)


def _task_of(say: Sayer, move: DerivedMove) -> tuple[PersonalTask, Task]:
    task_id = move.id.removeprefix(RUNG_MOVE)
    task = next(task for task in say.personal.tasks if task.id == task_id)
    role_task = say.personal.role.task(task_id)
    if role_task is None:
        raise LookupError(f"{task_id} is not a task of the role")
    return task, role_task


def _deeper(task: PersonalTask) -> int:
    """Place on the ladder of the rung above the present one."""
    return min(len(RUNGS) - 1, max(RUNGS.index(rung) for rung in task.rungs) + 1)


def _largest(say: Sayer, best: DerivedMove) -> Sentence:
    task, role_task = _task_of(say, best)
    names = say.result.interview.form.file.rung_names
    return say.say(
        "lever", "lever", task=role_task.ask, now=" or ".join(names[rung] for rung in task.rungs),
        then=names[RUNGS[_deeper(task)]], points=f"{best.shown:.1f}", index=f"{best.index_then:.1f}",
    )  # fmt: skip


def _acts(say: Sayer, best: DerivedMove) -> Iterator[Sentence]:
    """One sign of the largest step and one of the next largest: acts that would count as a rung deeper."""
    rungs = [move for move in say.result.advice.derived if move.id.startswith(RUNG_MOVE)]
    others = [move for move in rungs if move.id != best.id and _sign(say, move)]
    first, (_, task) = _sign(say, best), _task_of(say, best)
    if not first:
        return
    if not others:
        yield say.say("act", "act", task=task.ask, act=first)
        return
    _, second_task = _task_of(say, others[0])
    yield say.say(
        "act", "acts", task=task.ask, act=first, second_task=second_task.ask, second=_sign(say, others[0]),
        points=f"{others[0].shown:.1f}",
    )  # fmt: skip


def _sign(say: Sayer, move: DerivedMove) -> str:
    task, role_task = _task_of(say, move)
    signs = role_task.ladder.rung(RUNGS[_deeper(task)]).signs
    return signs[0].rstrip(".") if signs else ""


def _first_step(say: Sayer, best: DerivedMove) -> Iterator[Sentence]:
    """The first step of the advice that hangs on the same task, else of the best advice."""
    found = say.result.advice.recommendations
    trigger = f"depth.{best.id.removeprefix(RUNG_MOVE)}"
    chosen = next((one for one in found if one.strategy.trigger == trigger), found[0] if found else None)
    if chosen is not None:
        yield say.say("act", "first_step", title=chosen.strategy.title, step=chosen.strategy.first_step)


def _small_task(say: Sayer, best: DerivedMove) -> Iterator[Sentence]:
    """The role's biggest factor, its first task, is said even where it moves little for now."""
    first = say.personal.tasks[0]
    move = next((one for one in say.result.advice.derived if one.id == f"{RUNG_MOVE}{first.id}"), None)
    if move is not None and move.id != best.id and 0 < first.share < SMALL_SHARE:
        yield say.say(
            "lever", "small_share", task=first.short, share=f"{first.share:.0f}", points=f"{move.shown:.1f}"
        )


def _next_zone(say: Sayer) -> Iterator[Sentence]:
    """The smallest step to the next zone, or plainly that none of those offered reaches it."""
    result = say.result
    move, index = result.next_zone, result.assessment.index
    if say.base or result.withheld or result.fit.withheld:
        return
    if move is not None:
        zone = zone_of(move.index_then).value
        yield say.say("lever", "next_zone", zone=zone, step=move.title, points=f"{move.shown:.1f}")
    elif index < GREEN_FROM:
        yield say.say(
            "lever", "no_next_zone", zone=zone_of(GREEN_FROM if index >= YELLOW_FROM else YELLOW_FROM).value
        )
