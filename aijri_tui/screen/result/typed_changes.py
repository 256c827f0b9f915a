"""Words of a what-if, as changes that the page of changes begins with."""

from aijri_engine.content.moves import Move
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.changeable import ChangeableLine, changeable_lines
from aijri_engine.personal.what_if import parsed, what_if
from aijri_tui.screen.result.changes import FIGURES, Changes


def form_in(typed: str) -> str:
    """The part of a line that is written NAME=VALUE; empty where there is none."""
    return next((word for word in typed.split() if "=" in word.strip("=")), "")


def changes_in(interview: Interview, form: str) -> Changes | Problem:
    """The page with this change made; `form` as `aijri whatif --set` takes it."""
    problem, found = what_if(interview, [form]), parsed(interview, form)
    if isinstance(problem, Problem):
        return problem
    if isinstance(found, Problem):
        return found
    now = Changes(interview)
    if isinstance(found, Move):
        return _with_move(now, form, found)
    new = found.events[len(interview.events)]
    asked = interview.asked(new.question)
    if new.kind != "answered" or asked is None or asked.question.kind == "split":
        return Problem(
            "what_if", f"{form.partition('=')[0]} cannot be changed on this page.", "`aijri whatif` takes it."
        )
    return now.with_answer(new.question, new.value)


def _with_move(now: Changes, form: str, move: Move) -> Changes:
    """A move as the change of a line where there is one."""
    tasks = {task.id: task for task in now.personal.tasks}
    share, rung = move.share, move.rung
    if share is not None and share.from_ == share.to:
        return now
    if share is not None and share.points is not None and share.from_ in tasks and share.to in tasks:
        moved = min(share.points, tasks[share.from_].share)
        return Changes(now.interview, shares={share.from_: -moved, share.to: moved}, partner=share.from_)
    if rung is not None and rung.to is not None:
        return now.with_answer(f"depth.{rung.task}", rung.to)
    if move.growth is not None:
        return Changes(now.interview, figures={"growth": move.growth})
    if move.dimension is not None and move.dimension.name == "evidence" and move.dimension.to is not None:
        return Changes(now.interview, figures={"evidence": move.dimension.to})
    return Changes(now.interview, beyond={form: move})


def told_changes(changes: Changes) -> str:
    """What was understood, in words."""
    names = {task.id: task.short for task in changes.personal.tasks}
    parts = [f"{names[task]}: {points:+g} points of time" for task, points in changes.shares.items()]
    parts += [f"{_figure_words(name)}: {value:+g}" for name, value in changes.figures.items()]
    lines = changeable_lines(changes.interview, changes.changed)
    parts += [f"{line.name}: {line.value.name}" for line in lines if line.changed]
    parts += [
        f"{_asked_name(changes, key)}, which does not move the index" for key in _unseen(changes, lines)
    ]
    parts += changes.beyond
    return f"Understood: {'; '.join(parts) or 'nothing that would be different'}."


def _unseen(changes: Changes, lines: tuple[ChangeableLine, ...]) -> list[str]:
    seen = {line.question for line in lines}
    return [key for key in changes.answers if key not in seen]


def _asked_name(changes: Changes, key: str) -> str:
    asked = changes.interview.asked(key)
    return asked.name if asked is not None else key


def _figure_words(name: str) -> str:
    """A figure of the role in words."""
    return next(words for figure, words, *_ in FIGURES if figure == name)
