"""Trying changes inside the conversation: asked step by step, computed by the engine, kept nowhere."""

from collections.abc import Sequence

from aijri_engine.content.base import RUNGS
from aijri_engine.interview.values import Problem
from aijri_engine.personal.names import cause_name, element_name
from aijri_engine.personal.what_if import WhatIf, what_if
from aijri_tui.plain.face import Face

WAYS = ("how a task is done", "where your hours go", "who decides", "the place that pays for the hours")


def talk_what_if(face: Face, words: str = "") -> None:
    """Ask what would change, and say what the index would be."""
    change = words.strip() if "=" in words else _asked_change(face)
    if change is None:
        return
    found = what_if(face.talk.interview, change.split())
    if isinstance(found, Problem):
        face.lines.say(f"Problem: {found.text()}")
        return
    for line in what_if_lines(found):
        face.lines.say(line)
    face.lines.say("Nothing of this was kept: your answers are as they were.")


def what_if_lines(found: WhatIf) -> list[str]:
    """A what-if in sentences: where from, where to, through what, and how firm that is."""
    now, then = found.index_now, found.index_then
    lines = [f"From {now.index:.1f}, {now.zone.value}, to {then.index:.1f}, {then.zone.value}."]
    for group in found.bridge.groups:
        if group.rows and group.points:
            elements = ", ".join(
                dict.fromkeys(element_name(row.kind, row.key, found.then) for row in group.rows)
            )
            lines.append(
                f"{cause_name(group.cause, found.then).capitalize()}: {group.shown:+.1f} ({elements})."
            )
    lines.append(found.sentence)
    return lines


def _asked_change(face: Face) -> str | None:
    """The change in the form the engine reads, put together from a few numbers; None to go back."""
    face.lines.say("What would be different?")
    way = _choose(face, WAYS)
    if way is None:
        return None
    if way in (2, 3):
        key = ("level", "employer")[way - 2]
        asked = face.talk.interview.asked(key)
        chosen = _choose(face, [choice.label for choice in asked.choices]) if asked else None
        return None if asked is None or chosen is None else f"{key}={asked.choices[chosen].id}"
    tasks = face.talk.interview.form.role.tasks
    face.lines.say("Which task?" if way == 0 else "Which task would give up time?")
    source = _choose(face, [task.short for task in tasks])
    if source is None:
        return None
    if way == 0:
        task = tasks[source]
        rung = _choose(face, [task.ladder.rung(one).act for one in RUNGS])
        return None if rung is None else f"rung.{task.id}={RUNGS[rung]}"
    face.lines.say("Which task would get it?")
    target = _choose(face, [task.short for task in tasks])
    if target is None:
        return None
    points = face.lines.ask("How many points of your week? Enter takes 10:").strip() or "10"
    return f"share={tasks[source].id}:{tasks[target].id}:{points.replace(',', '.')}"


def _choose(face: Face, labels: Sequence[str]) -> int | None:
    """The place of the label picked by number or letter; None for Enter."""
    for number, label in enumerate(labels, 1):
        face.lines.say(label, f"{number}. ", "   ")
    while True:
        typed = face.lines.ask("Number, or Enter to go back:").strip().casefold()
        if typed in ("", "back", "quit"):
            return None
        if typed.isascii() and typed.isdigit() and 1 <= int(typed[:4]) <= len(labels):
            return int(typed) - 1
        if len(typed) == 1 and "a" <= typed < chr(ord("a") + len(labels)):
            return ord(typed) - ord("a")
        face.lines.say(f"Problem: Type a number from 1 to {len(labels)}, or press Enter to go back.")
