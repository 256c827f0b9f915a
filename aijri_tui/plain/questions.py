"""Putting one question: show it, read lines until it is answered or left, take the answer."""

from typing import Any

from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import SPLIT, Step
from aijri_engine.interview.understanding.reading import Reading
from aijri_engine.personal.asking import ask_text
from aijri_tui.plain.acknowledging import acknowledge
from aijri_tui.plain.commands import do, pause
from aijri_tui.plain.grid_rows import ask_grid
from aijri_tui.plain.showing import show_question
from aijri_tui.plain.split_rows import ask_rows, changed_row
from aijri_tui.plain.talk import MovedError, Talk

PROMPT = "Your answer:"


def put(talk: Talk, step: Step) -> None:
    """Put a question and take its answer. Raises MovedError where it was left instead, LeftError at quit."""
    earlier = None if step.entry is not None else talk.interview.earlier_value(step.key)
    _show(talk, step, earlier is not None)
    talk.offers = ()
    began = talk.seconds()
    draft: Any = None
    while True:
        value, typed, reading = _read(talk, step, draft, earlier)
        taken = talk.seconds() - began if talk.lines.person else None
        found = talk.interview.answer(step.key, value, typed, taken)
        if isinstance(found, Interview):
            before = talk.interview
            talk.changed(found)
            talk.skipped.discard(step.key)
            acknowledge(talk.lines, before, found, step, reading.echo if reading else "", _sure(reading))
            return
        draft = value
        talk.problem(found)
        if step.asked.question.kind == "split":
            talk.lines.say("To change one row, type its name and the new amount, for example: training 25.")


def _sure(reading: Reading | None) -> bool:
    return reading is None or reading.confident


def _show(talk: Talk, step: Step, earlier: bool) -> None:
    steps = [*talk.main_steps(), *talk.review_steps()]
    keys = [one.key for one in steps]
    number = keys.index(step.key) + 1 if step.key in keys else len(keys)
    new_section = step.asked.section if step.asked.section != talk.section else None
    talk.section = step.asked.section
    place = f"Question {number} of about {len(keys)}."
    show_question(talk.lines, ask_text(talk.interview, step.asked), step, place, new_section)
    if earlier:
        talk.lines.say("You answered this before. Enter alone keeps that answer.")


def _read(talk: Talk, step: Step, draft: Any, earlier: Any) -> tuple[Any, str, Reading | None]:
    """The value of the next line that is an answer, with the line and how it was understood."""
    if step.asked.question.kind == "grid":
        return ask_grid(talk, step), "", None
    while True:
        typed = talk.lines.ask(PROMPT)
        if step.asked.question.kind == "split" and typed.strip().casefold() == "rows":
            return ask_rows(talk, step), "", None
        if not typed.strip():
            if (
                step.asked.question.kind == "split"
                and step.entry is None
                and earlier is None
                and draft is None
            ):
                return ask_rows(talk, step), "", None
            _nothing_typed(talk, step)
            if earlier is not None:
                return earlier, "", None
            continue
        found = answer_in(talk, step, step.asked, typed, draft)
        if found is not None:
            return found


def _nothing_typed(talk: Talk, step: Step) -> None:
    """Enter alone: keeps what is there, leaves free words out, else is answered by a hint."""
    if step.entry is not None and step.state != "stale":
        talk.lines.say("Kept as it was.")
        raise MovedError
    if talk.interview.earlier_value(step.key) is not None:
        return
    if step.asked.question.kind in ("text", "note"):
        talk.skipped.add(step.key)
        talk.lines.say("Left out.")
        raise MovedError
    talk.lines.say("Problem: Nothing was typed. Type an answer, or skip, or help.")


def answer_in(
    talk: Talk, step: Step, asked: Asked, typed: str, draft: Any = None
) -> tuple[Any, str, Reading | None] | None:
    """The answer in a typed line; None where it was something else, which was dealt with."""
    picked, value = talk.picked(typed)
    if picked:
        talk.offers = ()
        return value, typed, None
    if asked.key == SPLIT and draft is not None:
        changed = changed_row(asked, typed, draft)
        if changed is not None:
            return changed, typed, None
    reading = talk.understood(asked, typed)
    if reading.distress:
        pause(talk)
    elif reading.kind == "command" and reading.command is not None:
        do(talk, reading.command, step)
        talk.offers = ()
    elif reading.kind == "value":
        talk.offers = ()
        return reading.value, typed, reading
    elif reading.kind == "ask":
        talk.lines.say(f"Problem: {reading.question or 'That could be read in several ways.'}")
        talk.offer(reading.nearest)
    else:
        talk.lines.say(
            reading.question or "That is not an answer to this question. `why` and `help` say more."
        )
    return None
