"""A line at a grid: an answer to the row at hand or to several rows, else a command."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.conversation.commands import carry_out
from aijri_engine.conversation.line_reading import (
    DENIED,
    asked_back,
    read_on,
    reply_of,
    said_before,
    understood_line,
)
from aijri_engine.conversation.offers import Turn
from aijri_engine.conversation.parts import (
    as_choice,
    known_rows,
    of_called_rows,
    row_before,
    row_command,
    with_rows,
)
from aijri_engine.conversation.people_ask import apart_from_questions
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.form import GridRow
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Around, Reading, understand, vocabulary_of
from aijri_engine.interview.understanding.agreeing import tells
from aijri_engine.interview.understanding.corrections import corrected
from aijri_engine.interview.understanding.grid_statements import of_the_others
from aijri_engine.interview.understanding.kinds import of_those_left
from aijri_engine.interview.understanding.line import Line
from aijri_engine.interview.understanding.of_this_row import of_this_row
from aijri_engine.interview.understanding.reading import ask, put
from aijri_engine.interview.understanding.replies import choice_name, echo_of, how, still_to_tell
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.tokens import stem, tokens_of, words_of
from aijri_engine.interview.understanding.yes_no import NO

PARTS = re.compile(r"[,.;!?]+")
SENTENCES = re.compile(r"[.!]+\s+")
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
    if step.asked.item is None and len({one.choices for one in step.asked.rows}) > 1:
        return bool(_called(step, typed) - {row.id}) and row.id not in _called(step, typed)
    names = vocabulary_of(talk.interview.form).table(step.asked).names
    called = {keys for _, _, keys in names.spans(words_of(typed)) if len(keys) == 1}
    return bool(called) and (row.id,) not in called


def _of_those_left(talk: Conversation, step: Step, rows: Mapping[str, Any], typed: str) -> Mapping[str, Any]:
    """What the line tells, without the rows told before it where it calls none of them."""
    form, split = talk.interview.form, talk.interview.path.split
    line = Line(step.asked, typed, tokens_of(typed), form, split, vocabulary_of(form))
    told = _before(talk, step) if of_those_left(line, rows) else {}
    return {row: option for row, option in rows.items() if row not in told} if len(told) < len(rows) else rows


def _spoken_of(talk: Conversation, step: Step, row: GridRow, typed: str, whole: Reading) -> Reading:
    """What is put, without rows that nobody spoke of: neither the one at hand nor called by their names.

    Rows of one piece of work are told of together; a row that was told before is anew only where it is called.
    """
    known, called, together = known_rows(talk, step), _called(step, typed), step.asked.item is not None
    anew = {one.id for one in step.asked.rows if one.id in called or one.id == row.id or one.id not in known}
    sure = whole.known or (whole.value if whole.kind == "value" and whole.key in ("", step.key) else None)
    told = anew if together or whole.kind == "value" else {row.id, *called}
    if isinstance(sure, Mapping) and not {*sure} <= told:
        left = {name: option for name, option in sure.items() if name in told}
        return replace(ask(whole.question or how(step.asked)), known=left or None, unread=whole.unread)
    kept = anew if together else {row.id, *called}
    near = [{r: o for r, o in one.items() if r in kept} for _, one in whole.nearest if isinstance(one, dict)]
    if len(near) < len(whole.nearest) or not near or all({*one} <= kept for _, one in whole.nearest):
        return whole
    several = [one for at, one in enumerate(near) if one and one not in near[:at]]
    offers = tuple((echo_of(step.asked, one), one) for one in several)
    if whole.by_letter and offers:
        return replace(whole, nearest=offers)
    return replace(put(how(step.asked), offers, led=True), unread=whole.unread)


def _of_the_row(talk: Conversation, step: Step, row: GridRow, typed: str) -> Reading:
    """What a line says of the row at hand; where nothing is read of it, its last sentence, to be confirmed."""
    form, split, said = talk.interview.form, talk.interview.path.split, said_before(talk).answers
    asked, around = as_choice(step.asked, row), Around(answers=said)
    one = understand(asked, typed, form, split, around)
    *before, last = SENTENCES.split(typed.strip(" .!"))
    if one.kind != "ask" or one.nearest or not before or "?" in typed:
        return one
    at_last = understand(asked, last, form, split, around)
    if at_last.kind == "value":
        return put(how(asked), [(at_last.echo, at_last.value)])
    return at_last if at_last.kind == "confirm" else one


def _named_in_a_part(talk: Conversation, step: Step, row: GridRow, typed: str) -> str:
    """The one option of this row that a part of the line is the name of, and no part a mere no behind it; else ""."""
    options = vocabulary_of(talk.interview.form).row_options(step.asked, row)
    parts = [part for part in map(tokens_of, PARTS.split(typed)) if len("".join(part)) > 1]
    if not parts or {*parts[-1]} <= NO or corrected(tokens_of(typed), no_counts=False):
        return ""
    found = {pick.chosen for part in parts if (pick := options.exact(part)).clear}
    return found.pop()[0] if len(found) == 1 else ""


def _called(step: Step, typed: str) -> set[str]:
    """Rows that a line calls by their names, in parts that deny nothing."""
    parts = [words_of(part) for part in PARTS.split(typed)]
    said = [{*map(stem, part)} for part in parts if not any(map(denies, part))]
    names = {one.id: {*map(stem, words_of(one.short))} for one in step.asked.rows}
    return {row for row, name in names.items() if any(name <= one for one in said)}


def grid_line(talk: Conversation, step: Step, typed: str, seconds: float | None, row: GridRow | None) -> Turn:
    """A line at a grid: an answer to the row at hand, else to several of them, else a command."""
    typed = of_this_row(typed, step.asked, talk.interview.form)
    if not typed.strip():
        return read_on(talk, step, ask(how(step.asked)), typed, seconds)
    everywhere = ALL_ROWS.fullmatch(typed)
    shared = len({one.choices for one in step.asked.rows}) == 1
    known = talk.known if row is None else _before(talk, step) if of_the_others(typed) else None
    standing = talk.trouble
    offered = standing is not None and standing.stands and bool(standing.offers)
    denied = DENIED.match(typed) if offered else None
    typed = typed[denied.end() :] if denied is not None else typed
    whole = understood_line(talk, step, typed, known)
    if row is not None and not shared:
        whole = _spoken_of(talk, step, row, typed, whole)
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
    if (without := of_called_rows(talk, step, command, typed, seconds)) is not None:
        return Turn(without)
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
    one = _of_the_row(talk, step, row, typed)
    named = _named_in_a_part(talk, step, row, typed) if one.kind != "value" else ""
    of_more = [option for _, option in whole.nearest if isinstance(option, dict)]
    agreeing = any({*one_put} - {row.id} and one_put.get(row.id, named) == named for one_put in of_more)
    if named and not agreeing:
        one = whole = put(how(step.asked), [(choice_name(as_choice(step.asked, row), named), named)])
    near = whole.nearest[0][1] if whole.nearest else {}
    of_several = whole.known is not None or (isinstance(near, dict) and len({*near.values()}) > 1)
    of_several = of_several or bool(named and agreeing) or names_another(talk, step, typed, row)
    if one.kind == "value" and not of_several:
        return Turn(with_rows(talk, step, {row.id: one.value}, typed, seconds, True))
    said, asked = apart_from_questions(typed)
    if reply := reply_of(talk, step, whole, typed):
        beside = _of_the_row(talk, step, row, said) if tells(said) and asked else ask("")
        offers = beside.nearest or (((beside.echo, beside.value),) if beside.kind == "value" else ())
        if not offers:
            return read_on(talk, step, whole, typed, seconds)
        after = asked_back(talk, step, put(how(step.asked), offers, led=True), said)
        return Turn(replace(after, reply=reply))
    of_rows = of_several or (not one.nearest and bool(whole.nearest or whole.pending))
    return Turn(asked_back(talk, step, whole if of_rows else one, typed))
