"""Words of a what-if, as changes that the page of changes begins with."""

from dataclasses import replace

from aijri_engine.content.base import RUNGS
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem
from aijri_engine.personal.what_if import what_if
from aijri_tui.screen.changes import FIGURES, Changes, answered, words_of


def form_in(typed: str) -> str:
    """The part of a line that is written NAME=VALUE; empty where there is none."""
    return next((word for word in typed.split() if "=" in word.strip("=")), "")


def changes_in(interview: Interview, form: str) -> Changes | Problem:
    """The page with this change made; `form` as `aijri whatif --set` takes it."""
    found = what_if(interview, [form])
    if isinstance(found, Problem):
        return found
    name, _, value = (part.strip() for part in form.partition("="))
    now = Changes(interview)
    tasks = {task.id: task for task in now.personal.tasks}
    if name == "share":
        source, target, points = value.split(":")
        if source in tasks and target in tasks:
            moved = min(float(points), tasks[source].share)
            return replace(now, shares={source: -moved, target: moved}, partner=source)
    elif name in [figure for figure, *_ in FIGURES]:
        return replace(now, figures={name: float(value)})
    kind, _, task = name.partition(".")
    if kind in ("rung", "depth") and task in tasks and value in RUNGS:
        return replace(now, rungs={task: value})
    option = answered(found.interview, name)
    if option:
        return replace(now, answers={name: option})
    return Problem("what_if", f"{name} cannot be changed on this page.", "`aijri whatif` takes it.")


def told_changes(changes: Changes) -> str:
    """What was understood, in words."""
    names = {task.id: task.short for task in changes.personal.tasks}
    rungs = changes.interview.form.file.rung_names
    parts = [f"{names[task]}: {points:+g} points of time" for task, points in changes.shares.items()]
    parts += [f"{names[task]}: {rungs[rung]}" for task, rung in changes.rungs.items()]  # type: ignore[index]
    parts += [f"{_figure_words(name)}: {value:+g}" for name, value in changes.figures.items()]
    for key, option in changes.answers.items():
        question, _, row = key.partition(".")
        asked = changes.interview.asked(question)
        about = asked.row(row) if asked and row else None
        parts.append(f"{about.short if about else asked.name if asked else key}: "
                     f"{words_of(changes.interview, key, option)}")  # fmt: skip
    return f"Understood: {'; '.join(parts)}."


def _figure_words(name: str) -> str:
    """A figure of the role in words."""
    return next(words for figure, words, *_ in FIGURES if figure == name)
