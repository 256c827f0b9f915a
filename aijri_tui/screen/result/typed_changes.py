"""Words of a what-if, as changes that the page of changes begins with."""

from collections.abc import Sequence
from dataclasses import replace

from aijri_engine.content.moves import Move
from aijri_engine.interview.understanding.week.changed import more_than_there_is
from aijri_engine.interview.values import Problem
from aijri_engine.personal.changeable import changeable_lines
from aijri_engine.personal.what_if import Change, NewAnswer, parsed, what_if
from aijri_tui.screen.result.changes import FIGURES, Changes


def with_changes(now: Changes, changes: Sequence[Change]) -> Changes | Problem:
    """The page with these changes on top of those it has."""
    for change in changes:
        made = _with(now, change)
        if isinstance(made, Problem):
            return made
        now = made
    found = what_if(now.interview, now.as_list())
    return found if isinstance(found, Problem) else now


def _with(now: Changes, change: Change) -> Changes | Problem:
    if isinstance(change, Move):
        return _with_move(now, change)
    if isinstance(change, NewAnswer):
        return now.with_answer(change.question, change.value)
    problem, found = what_if(now.interview, [change]), parsed(now.interview, change)
    if isinstance(problem, Problem):
        return problem
    if isinstance(found, Problem):
        return found
    if isinstance(found, Move):
        return _with_move(now, found, change)
    new = found.events[len(now.interview.events)]
    asked = now.interview.asked(new.question)
    if new.kind != "answered" or asked is None or asked.question.takes.shares:
        name = change.partition("=")[0]
        return Problem("what_if", f"{name} cannot be changed on this page.", "`aijri whatif` takes it.")
    return now.with_answer(new.question, new.value)


def _with_move(now: Changes, move: Move, words: str = "") -> Changes | Problem:
    """A move as the change of a line where there is one."""
    tasks = {task.id: task for task in now.personal.tasks}
    share, rung = move.share, move.rung
    if share is not None and share.from_ == share.to:
        return now
    if share is not None and share.points is not None and share.from_ in tasks and share.to in tasks:
        too_much = more_than_there_is(tasks[share.from_].short, now.share(share.from_), share.points)
        return too_much or now.moved(share.from_, share.to, share.points)
    if rung is not None and rung.to is not None:
        return now.with_answer(f"depth.{rung.task}", rung.to)
    if move.growth is not None:
        return replace(now, figures={**now.figures, "growth": move.growth})
    if move.dimension is not None and move.dimension.name == "evidence" and move.dimension.to is not None:
        return replace(now, figures={**now.figures, "evidence": move.dimension.to})
    if rung is not None and rung.up is not None and rung.task in tasks:
        words = f"{tasks[rung.task].short}, {'one step' if rung.up == 1 else 'two steps'} deeper"
    return replace(now, beyond={**now.beyond, words: move})


def told_changes(changes: Changes) -> str:
    """What was understood, in words."""
    names = {task.id: task.short for task in changes.personal.tasks}
    parts = [
        f"{names[task]}: {round(points, 1):+g} points of time" for task, points in changes.shares.items()
    ]
    figures = {figure: words for figure, words, *_ in FIGURES}
    parts += [f"{figures[name]}: {round(value, 2):+g}" for name, value in changes.figures.items()]
    lines = changeable_lines(changes.interview, changes.changed)
    parts += [f"{line.name}: {line.value.name}" for line in lines if line.changed]
    seen = {line.question for line in lines}
    for key in changes.answers:
        if key not in seen:
            asked = changes.interview.asked(key)
            parts.append(f"{asked.name if asked is not None else key}, which does not move the index")
    strategies = changes.interview.library.strategies(changes.interview.role_id)
    parts += [*(one.title for one in strategies if one.id == changes.strategy), *changes.beyond]
    return f"Understood: {'; '.join(parts) or 'nothing that would be different'}."
