"""Putting one question: show it, read lines until it is answered or left, take the answer."""

from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.telling import answer_text
from aijri_engine.interview.understanding import Command, Reading, prepare
from aijri_engine.interview.understanding.commands import find_command
from aijri_engine.interview.values import Problem
from aijri_engine.personal.acknowledgement import acknowledgement
from aijri_engine.personal.asking import ask_text
from aijri_tui.plain.commands import do, pause
from aijri_tui.plain.grid_rows import ask_grid
from aijri_tui.plain.showing import show_question
from aijri_tui.plain.split_rows import ask_rows, changed_row
from aijri_tui.plain.talk import MovedError, Talk

PROMPT = "Your answer:"
COMPLETING = ("{0}, {1}", "{0} of {1}", "{0} of {1} hours")
"""How a reply completes the line before it."""
LONGEST_UNCLEAR = 500
"""Characters of an unclear line that are kept for the next one."""
ONE_ROW = "To change one row, type its name and the new amount, for example: training 25."


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was typed and understood."""

    value: Any
    typed: str = ""
    echo: str = ""
    confident: bool = True


def put(talk: Talk, step: Step) -> None:
    """Put a question and take its answer. Raises MovedError where it was left instead, LeftError at quit."""
    earlier = None if step.entry is not None else talk.interview.earlier_value(step.key)
    _show(talk, step, earlier)
    if step.key not in talk.trail:
        talk.trail.append(step.key)
    talk.offers, talk.draft, talk.unclear = (), None, ""
    began = talk.seconds()
    while True:
        given = _read(talk, step, earlier)
        taken = talk.seconds() - began if talk.lines.person else None
        found = talk.interview.answer(step.key, given.value, given.typed, taken)
        if isinstance(found, Interview):
            before = talk.interview
            talk.changed(found)
            talk.skipped.discard(step.key)
            _acknowledge(talk, before, step, given)
            return
        _not_taken(talk, step, found, given.value)


def _acknowledge(talk: Talk, before: Interview, step: Step, given: Given) -> None:
    """What was noted, what it is used for, and once uncovered what it moved."""
    now = talk.interview.path.step(step.key)
    told = given.echo.replace(" · ", ", ").strip().rstrip(".") or (
        answer_text(now) if now is not None else "taken"
    )
    talk.lines.say(f"Noted: {told}.")
    if not given.confident:
        talk.lines.say("If that is not what you meant, type undo.")
    for line in acknowledgement(before, talk.interview, step.key):
        talk.lines.say(line)


def _not_taken(talk: Talk, step: Step, problem: Problem, value: Any) -> None:
    talk.problem(problem)
    if step.asked.question.kind == "split":
        talk.draft = value
        talk.lines.say(ONE_ROW)


def _show(talk: Talk, step: Step, earlier: Any) -> None:
    number, count = talk.place(step)
    new_section = step.asked.section if step.asked.section != talk.section else None
    talk.section = step.asked.section
    place = f"Question {number} of about {count}."
    show_question(talk.lines, ask_text(talk.interview, step.asked), step, place, new_section, talk.told)
    prepare(step.asked, talk.interview.form, talk.interview.path.split)
    if earlier is not None:
        talk.lines.say("You answered this before. Enter alone keeps that answer.")


def _read(talk: Talk, step: Step, earlier: Any) -> Given:
    """The next answer."""
    kind = step.asked.question.kind
    if kind == "grid":
        return Given(ask_grid(talk, step))
    while True:
        typed = talk.lines.ask(PROMPT)
        empty = not typed.strip()
        fresh = step.entry is None and earlier is None and talk.draft is None
        if kind == "split" and ((empty and fresh) or typed.strip().casefold() == "rows"):
            return Given(ask_rows(talk, step))
        if empty and earlier is not None:
            return Given(earlier)
        if empty:
            _nothing_typed(talk, step)
            continue
        found = answer_in(talk, step, step.asked, typed)
        if found is not None:
            return found


def _nothing_typed(talk: Talk, step: Step) -> None:
    """Enter alone: keeps what is there, leaves free words out, else is answered by a hint."""
    if step.entry is not None and step.state != "stale":
        talk.lines.say("Kept as it was.")
        raise MovedError
    if step.asked.question.kind in ("text", "note"):
        talk.skipped.add(step.key)
        talk.lines.say("Left out.")
        raise MovedError
    talk.lines.say("Problem: Nothing was typed. Type an answer, or skip, or help.")


def answer_in(talk: Talk, step: Step, asked: Asked, typed: str) -> Given | None:
    """The answer in a typed line; None where it was something else, which was dealt with."""
    picked, value = talk.picked(typed)
    if isinstance(value, Command):
        talk.offers = ()
        do(talk, value, step)
        return None
    if picked:
        return Given(value, typed)
    if talk.draft is not None:
        changed = changed_row(asked, typed, talk.draft)
        if changed is not None:
            return Given(changed, typed)
    reading = completed(talk, asked, typed)
    if reading.kind == "value":
        talk.offers = ()
        return Given(reading.value, typed, reading.echo, reading.confident)
    if reading.distress:
        pause(talk)
    elif reading.kind == "command" and reading.command is not None:
        talk.offers = ()
        do(talk, reading.command, step)
    elif reading.kind == "side":
        talk.lines.say(
            "That is not an answer to this question. `why` says why it is asked, `help` what you can type."
        )
    else:
        _not_read(talk, asked, reading, typed)
    return None


def completed(talk: Talk, asked: Asked, typed: str) -> Reading:
    """What a line means; a short reply such as "50 hours" may complete the unclear line before it."""
    reading = talk.understood(asked, typed)
    if asked.question.kind != "split" or reading.kind != "ask":
        return reading
    if talk.unclear:
        for joined in COMPLETING:
            whole = talk.understood(asked, joined.format(talk.unclear.strip(" ."), typed.strip()))
            if whole.kind == "value":
                return replace(whole, confident=False)
    talk.unclear = typed[:LONGEST_UNCLEAR].replace("{", "").replace("}", "")
    return reading


def _not_read(talk: Talk, asked: Asked, reading: Reading, typed: str) -> None:
    """Say what is unclear and list the nearest readings; rows that do not add up are told by their remedies."""
    hours = tuple(
        one for one in reading.nearest if isinstance(one[1], dict) and one[1].get("unit") == "hours"
    )
    scaled = [one for _, one in reading.nearest if isinstance(one, dict) and one.get("scaled")]
    if asked.question.kind == "split" and scaled:
        rows = {name: part for name, part in scaled[0].items() if name != "scaled"}
        found = talk.interview.answer(asked.key, rows)
        if isinstance(found, Problem):
            talk.draft = rows
            talk.problem(replace(found, offers=(*found.offers, *hours)))
            talk.lines.say(ONE_ROW)
            return
    talk.lines.say(f"Problem: {reading.question or 'That could be read in several ways.'}")
    command = find_command(typed) if asked.question.kind in ("text", "note") else None
    orders = ((f"the command {command.name.replace('_', ' ')}", command),) if command is not None else ()
    talk.offer((*orders, *reading.nearest))
