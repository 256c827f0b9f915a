"""A grid, row by row: the options once, then one line for each row."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.interview.form import Asked, GridRow
from aijri_engine.interview.path import Step
from aijri_engine.interview.telling import value_text
from aijri_engine.interview.understanding import Command, CommandName
from aijri_tui.plain.commands import do, pause
from aijri_tui.plain.showing import show_choices
from aijri_tui.plain.talk import MovedError, Talk

ALL_ROWS = re.compile(r"\s*all\s*:?\s+(?P<answer>.+)", re.IGNORECASE)

ROW_WORDS: Mapping[CommandName, str] = {
    "not_sure": "not_sure",
    "rather_not_say": "declined",
}
"""Commands that are the answer to a row."""


def ask_grid(talk: Talk, step: Step) -> dict[str, Any]:
    """The rows a person answered. Raises MovedError where none was."""
    rows = step.asked.rows
    shared = len({row.choices for row in rows}) == 1
    if shared:
        show_choices(talk.lines, rows[0].choices)
    answers: dict[str, Any] = dict(step.value) if isinstance(step.value, dict) else {}
    place = 0
    while place < len(rows):
        place = _row(talk, step, rows, place, answers, shared)
        if place < 0:
            do(talk, Command("back"), step)
            place = 0
    _all_unknown(talk, step, answers)
    if not answers:
        talk.skipped.add(step.key)
        talk.lines.say("Left open. `edit` brings it back.")
        raise MovedError
    return answers


def _all_unknown(talk: Talk, step: Step, answers: dict[str, Any]) -> None:
    """Rows that all got the same "not sure" or "rather not say" are that answer to the whole question."""
    given = set(answers.values())
    for name, word in ROW_WORDS.items():
        if given == {word} and len(answers) == len(step.asked.rows):
            do(talk, Command(name), step)


def _row(
    talk: Talk, step: Step, rows: tuple[GridRow, ...], place: int, answers: dict[str, Any], shared: bool
) -> int:
    """Ask one row, and say which comes next (-1: the question before)."""
    row = rows[place]
    asked = as_choice(step.asked, row)
    if not shared:
        talk.lines.say(row.label)
        show_choices(talk.lines, row.choices)
    kept = f", now {value_text(asked, answers[row.id])}" if row.id in answers else ""
    prompt = f"{row.short} (row {place + 1} of {len(rows)}{kept}):" if shared else "Your answer:"
    typed = talk.lines.ask(prompt)
    if not typed.strip():
        return place + 1
    everywhere = ALL_ROWS.fullmatch(typed) if shared else None
    reading = talk.understood(asked, everywhere["answer"] if everywhere else typed)
    picked, value = talk.picked(typed)
    if picked:
        answers[row.id] = value
    elif reading.distress:
        pause(talk)
        return place
    elif reading.kind == "command" and reading.command is not None:
        name = reading.command.name
        if name == "back":
            return place - 1
        if name == "skip":
            return place + 1 if answers else len(rows)
        if name not in ROW_WORDS:
            do(talk, reading.command, step)
            return place
        for one in rows[place:] if everywhere else (row,):
            answers[one.id] = ROW_WORDS[name]
        return len(rows) if everywhere else place + 1
    elif reading.kind == "value":
        for one in rows[place:] if everywhere else (row,):
            answers[one.id] = reading.value
        if everywhere:
            return len(rows)
    else:
        return _whole_grid(talk, step, typed, answers, reading.question, reading.nearest, place, len(rows))
    talk.offers = ()
    return place + 1


def _whole_grid(
    talk: Talk, step: Step, typed: str, answers: dict[str, Any], question: str,
    nearest: tuple[tuple[str, Any], ...], place: int, count: int,
) -> int:  # fmt: skip
    """A line that is no answer to one row may answer several of them."""
    reading = talk.understood(step.asked, typed)
    if reading.kind == "value" and isinstance(reading.value, dict):
        answers.update(reading.value)
        return count
    talk.lines.say(f"Problem: {question or 'That could be read in several ways.'}")
    talk.offer(nearest)
    return place


def as_choice(asked: Asked, row: GridRow) -> Asked:
    """One row of a grid as a question of its own."""
    question = asked.question.model_copy(
        update={"kind": "choice", "options": (), "options_from": None, "rows": (), "rows_from": None}
    )
    return replace(
        asked, key=f"{asked.key}.{row.id}", question=question, ask=row.label, choices=row.choices, rows=(),
        row_when=(), item=row.id, item_name=row.short,
    )  # fmt: skip
