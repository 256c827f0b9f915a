"""A line at a grid: an answer to the row at hand or to several rows, else a command."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.conversation.commands import carry_out
from aijri_engine.conversation.line_reading import asked_back, read_on, reply_of, said_before, understood_line
from aijri_engine.conversation.offers import Turn
from aijri_engine.conversation.parts import as_choice, known_rows, row_before, row_command, with_rows
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.form import GridRow
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Around, understand, vocabulary_of
from aijri_engine.interview.understanding.grid_statements import of_the_others
from aijri_engine.interview.understanding.kinds import of_those_left
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.replies import still_to_tell
from aijri_engine.interview.understanding.words.tokens import tokens_of, words_of

ALL_ROWS = re.compile(r"\s*all\s*:?\s+(?P<answer>.+)", re.IGNORECASE)


def _missing_asked(talk: Conversation, step: Step, unread: str) -> Conversation:
    """Only what is missing is asked; nothing once the question is answered."""
    here = talk.step is not None and talk.step.key == step.key
    words = _missing_words(talk, step) if here else ""
    return talk.troubled(f"{unread} {words}".strip()) if words else talk


def _missing_words(talk: Conversation, step: Step) -> str:
    known = known_rows(talk, step)
    return still_to_tell([row.short for row in step.asked.rows if row.id not in known])


def _before(talk: Conversation, step: Step) -> dict[str, Any]:
    """The rows that were answered so far; of an answer that is being changed those that were asked again."""
    rows = step.asked.rows[: talk.at] if talk.editing else step.asked.rows
    known = known_rows(talk, step)
    return {row.id: known[row.id] for row in rows if row.id in known}


def names_another(talk: Conversation, step: Step, typed: str, row: GridRow) -> bool:
    """The line calls rows by their names, and not the one at hand."""
    names = vocabulary_of(talk.interview.form).table(step.asked).names
    called = {keys for _, _, keys in names.spans(words_of(typed)) if len(keys) == 1}
    return bool(called) and (row.id,) not in called


def _of_those_left(talk: Conversation, step: Step, rows: Mapping[str, Any], typed: str) -> Mapping[str, Any]:
    """What the line tells, without the rows told before it where it calls none of them."""
    form, split = talk.interview.form, talk.interview.path.split
    line = Line(step.asked, typed, tokens_of(typed), form, split, vocabulary_of(form))
    told = _before(talk, step) if of_those_left(line, rows) else {}
    return {row: option for row, option in rows.items() if row not in told} if len(told) < len(rows) else rows


def grid_line(talk: Conversation, step: Step, typed: str, seconds: float | None, row: GridRow | None) -> Turn:
    """A line at a grid: an answer to the row at hand, else to several of them, else a command."""
    everywhere = ALL_ROWS.fullmatch(typed)
    shared = len({one.choices for one in step.asked.rows}) == 1
    known = talk.known if row is None else _before(talk, step) if of_the_others(typed) else None
    whole = understood_line(talk, step, typed, known)
    if whole.distress or whole.kind == "value":
        if whole.kind == "value" and isinstance(whole.value, dict) and whole.key in ("", step.key):
            told = whole.value if row is None else _of_those_left(talk, step, whole.value, typed)
            after = with_rows(talk, step, told, typed, seconds)
            return Turn(replace(after, told=(*after.told, *filter(None, [whole.unread]))))
        return read_on(talk, step, whole, typed, seconds)
    if whole.known:
        after = with_rows(talk, step, whole.known, typed, seconds)
        return Turn(_missing_asked(after, step, whole.unread))
    command = whole.command if whole.kind == "command" else None
    if command is not None and command.name == "back":
        before = row_before(talk, step)
        return Turn(before) if before is not None else Turn(*carry_out(talk, command, seconds))
    if (
        command is not None
        and command.name == "undo"
        and not step.settled
        and (told := known_rows(talk, step))
    ):
        last = next(one for one in reversed(step.asked.rows) if one.id in told)
        left = {name: value for name, value in told.items() if name != last.id}
        return Turn(replace(talk.drafted(step, left), at=0, reply=(f"Taken back: {last.short}.",)))
    if row is not None and command is not None and row_command(command):
        rows = step.asked.rows[step.asked.rows.index(row) :] if everywhere and shared else (row,)
        return Turn(
            with_rows(talk, step, {one.id: row_command(command) for one in rows}, typed, seconds, True)
        )
    if command is not None:
        return read_on(talk, step, whole, typed, seconds)
    if row is None:
        return read_on(talk, step, whole, typed, seconds)
    form, split, said = talk.interview.form, talk.interview.path.split, said_before(talk).answers
    one = understand(as_choice(step.asked, row), typed, form, split, Around(answers=said))
    put = whole.nearest[0][1] if whole.nearest else {}
    of_several = whole.known is not None or (isinstance(put, dict) and len({*put.values()}) > 1)
    of_several = of_several or names_another(talk, step, typed, row)
    if one.kind == "value" and not of_several:
        return Turn(with_rows(talk, step, {row.id: one.value}, typed, seconds, True))
    if reply_of(talk, step, whole, typed):
        return read_on(talk, step, whole, typed, seconds)
    return Turn(asked_back(talk, step, whole if of_several or not one.nearest else one, typed))
