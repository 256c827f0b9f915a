"""Answers that are put together from parts: what is known already, what is still missing, one row at a time."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aijri_engine.conversation.state import LEFT_OPEN, Conversation
from aijri_engine.interview.form import Asked, GridRow
from aijri_engine.interview.path import Step, value_text
from aijri_engine.interview.understanding import Command, CommandName, vocabulary_of
from aijri_engine.interview.understanding.reading import Reading, ask
from aijri_engine.interview.understanding.week.changes import read_changes
from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.words.names import Named, prepared_names
from aijri_engine.interview.understanding.words.numbers import ORDINALS
from aijri_engine.interview.understanding.words.tokens import NEGATORS, tokens_of, word_set, words_of
from aijri_engine.interview.values import UNKNOWN
from aijri_engine.text import figure, join_words

ROW_WORDS: Mapping[CommandName, str] = {"not_sure": "not_sure", "rather_not_say": "declined"}
"""Commands that are the answer to a row."""

LEFT_OUT = "Given before, and not in this week: {0}. Take instead: {1}?"
OTHER_UNIT = "Given before in {1}: {0}. Give the other rows in {1}, too, or the whole week anew."

BY_NUMBER = re.compile(r"^\s*(\d+)(?:\s*[:=]|(?=\s+\d))")
"""A row called by its number: "2: 30", "2 30"."""


def known_rows(talk: Conversation, step: Step) -> dict[str, Any]:
    """Rows of a grid that were answered so far."""
    known = talk.known
    ids = {row.id for row in step.asked.rows}
    return {row: value for row, value in known.items() if row in ids} if isinstance(known, Mapping) else {}


def row_asked(talk: Conversation, step: Step) -> GridRow | None:
    """The row of a grid that is asked now: the next one without an answer, while editing each in turn."""
    known = known_rows(talk, step)
    later = step.asked.rows[talk.at :]
    return next((row for row in later if talk.editing or row.id not in known), None)


def with_rows(
    talk: Conversation,
    step: Step,
    rows: Mapping[str, Any],
    typed: str,
    seconds: float | None,
    walk: bool = False,
) -> Conversation:
    """With more rows of a grid answered; once none is missing the question is.

    Where a face walks through the rows of an answer that is being changed, only after the last one.
    """
    known = {**known_rows(talk, step), **rows}
    if walk and talk.editing and not talk.row_alone:
        at = max(number for number, row in enumerate(step.asked.rows, 1) if row.id in rows)
        if at < len(step.asked.rows):
            return replace(talk.drafted(step, known), at=at)
    if all(row.id in known for row in step.asked.rows):
        return completed(talk, step, known, typed, seconds)
    return talk.drafted(step, known)


def pass_row(talk: Conversation, step: Step, seconds: float | None = None) -> Conversation:
    """On from a row without answering it; after the last one the question is answered as far as it was."""
    row = row_asked(talk, step)
    at = step.asked.rows.index(row) + 1 if row is not None else len(step.asked.rows)
    moved = replace(talk, at=at, trouble=None, reply=(), opened="", wanted=step.key)
    if row_asked(moved, step) is not None:
        return moved
    if known_rows(talk, step):
        return as_far_as_said(talk, step, seconds)
    return talk.skip(step) if step.settled else replace(talk.skip(step), told=(LEFT_OPEN,))


def as_far_as_said(talk: Conversation, step: Step, seconds: float | None = None) -> Conversation:
    """The rows of a grid that were said as its answer; what is missing stays open."""
    known = known_rows(talk, step)
    taken = completed(talk, step, known, "", seconds)
    whole = taken.trouble is not None or all(row.id in known for row in step.asked.rows)
    return taken if whole else replace(taken, interview=taken.interview.skip(step.key))


def rows_said(talk: Conversation) -> Conversation:
    """Every grid under way answered as far as it was said."""
    for step in talk.steps:
        there = talk.go_to(step.key)
        if step.key in talk.interview.answers.drafts and known_rows(there, step):
            talk = as_far_as_said(there, step)
    return talk


def row_before(talk: Conversation, step: Step) -> Conversation | None:
    """The row before this one, to be answered again; None at the first."""
    row = row_asked(talk, step)
    at = step.asked.rows.index(row) if row is not None else len(step.asked.rows)
    if at == 0:
        return None
    before = step.asked.rows[at - 1].id
    known = {name: value for name, value in known_rows(talk, step).items() if name != before or talk.editing}
    return replace(talk.drafted(step, known), at=at - 1)


def left_unsaid(talk: Conversation, step: Step, word: str, seconds: float | None) -> Conversation:
    """The question answered with "not sure" or "rather not say"; of a grid the rows that have no answer yet."""
    known = known_rows(talk, step)
    missing = [row.id for row in step.asked.rows if row.id not in known]
    if known and missing:
        return with_rows(talk, step, dict.fromkeys(missing, word), "", seconds)
    return talk.not_sure(step, seconds) if word == "not_sure" else talk.declined(step, seconds)


def completed(
    talk: Conversation, step: Step, known: Mapping[str, Any], typed: str, seconds: float | None
) -> Conversation:
    """The grid answered; rows that all got the same "not sure" or "rather not say" are that answer to the whole."""
    given = set(known.values())
    if len(given) == 1 and len(known) == len(step.asked.rows) and given <= set(UNKNOWN):
        return talk.not_sure(step, seconds) if given == {"not_sure"} else talk.declined(step, seconds)
    return talk.answer(step, dict(known), typed, seconds)


def as_choice(asked: Asked, row: GridRow) -> Asked:
    """One row of a grid as a question of its own."""
    question = asked.question.model_copy(
        update={"kind": "choice", "options": (), "options_from": None, "rows": (), "rows_from": None}
    )
    return replace(
        asked, key=f"{asked.key}.{row.id}", question=question, ask=row.label, choices=row.choices, rows=(),
        row_when=(), item=row.id, item_name=row.short,
    )  # fmt: skip


def row_command(command: Command | None) -> str:
    """The answer to one row that a command stands for; empty for others."""
    return ROW_WORDS.get(command.name, "") if command is not None else ""


OF_ROWS_ALONE = (
    "That is of {0} alone. A figure as near as you can is enough; `not sure` alone leaves the whole week."
)
ANOTHER_ROW = "{0} is asked in its turn, and Enter passes it then; `skip` alone leaves the whole question."


def of_called_rows(
    talk: Conversation, step: Step, command: Command | None, typed: str, seconds: float | None
) -> Conversation | None:
    """What a command does that leaves an answer out, where the line calls some rows only; None for any other line."""
    takes = step.asked.question.takes
    called = _called_rows(talk, step, typed) if command is not None and (takes.rows or takes.shares) else []
    if (
        command is None
        or command.name not in (*ROW_WORDS, "skip")
        or not 0 < len(called) < len(step.asked.rows)
    ):
        return None
    names = join_words([row.short for row in called])
    if takes.shares:
        return talk.troubled(OF_ROWS_ALONE.format(names))
    if word := row_command(command):
        return with_rows(talk, step, {row.id: word for row in called}, typed, seconds)
    at = row_asked(talk, step)
    return pass_row(talk, step, seconds) if at in called else talk.troubled(ANOTHER_ROW.format(names))


def _called_rows(talk: Conversation, step: Step, typed: str) -> list[GridRow]:
    """The rows that a line calls by their names or places."""
    words, rows = words_of(typed), step.asked.rows
    names = vocabulary_of(talk.interview.form).table(step.asked).names
    called = {keys[0] for _, _, keys in names.spans(words) if len(keys) == 1}
    places = {len(rows) if word == "last" else ORDINALS.get(word) for word in words}
    return [row for at, row in enumerate(rows, 1) if row.id in called or at in places]


def changed_row(asked: Asked, typed: str, draft: Any) -> dict[str, Any] | None:
    """A week that was not taken, with one row changed as typed ("training 25"); None for anything else."""
    if not isinstance(draft, Mapping) or not isinstance(draft.get("rows"), Mapping):
        return None
    rows = enumerate(asked.rows, 1)
    named = (Named(row.id, (f"row {at}", row.id, row.short, row.label, *row.aliases)) for at, row in rows)
    found = read_changes(typed, tokens_of(BY_NUMBER.sub(r"row \1 ", typed)), prepared_names(*named), "")
    if not isinstance(found, tuple) or len(found) > 1 or found[0].marked:
        return None
    row, amount = found[0].row, found[0].amount
    if amount is None or amount.unit not in ("bare", draft.get("unit", "percent")):
        return None
    after = {**draft["rows"], row: amount.value}
    return {**{name: part for name, part in draft.items() if name != "scaled"}, "rows": after}


def leaving_out(step: Step, draft: Any, reading: Reading) -> Reading:
    """A whole week that has no room for rows given before is put to be confirmed, with what would go.

    A part of a week in another unit than theirs, or in none, is refused.
    """
    taken = reading.kind == "value"
    offers = ((reading.echo, reading.value),) if taken else reading.nearest
    before, told = Draft.of(draft), Draft.of(offers[0][1] if offers else draft)
    names = {row.id: row.short for row in step.asked.rows}
    gone = [
        f"{names.get(name, name)} {figure(amount)}"
        for name, amount in (*before.rows.items(), *before.own.items())
        if amount and name not in told.rows and name not in told.own
    ]
    if not gone or reading.key not in ("", step.key):
        return reading
    if not taken:
        return ask(OTHER_UNIT.format(join_words(gone), before.unit))
    question = LEFT_OUT.format(join_words(gone), reading.echo.replace(" · ", ", "))
    return Reading("confirm", question=question, nearest=offers)


def beside_picks(talk: Conversation, step: Step, reading: Reading, typed: str) -> Reading:
    """What is said at a question with several answers goes with what was picked, unless it is said to be all."""
    picked = talk.interview.answers.drafts.get(step.key)
    of_another = reading.key not in ("", step.key)
    if not step.asked.question.takes.several or not picked or of_another or ALONE & set(tokens_of(typed)):
        return reading
    alone = {one.id for one in step.asked.choices if one.exclusive}

    def joined(said: Any) -> Any:
        both = said if not isinstance(said, list) or alone & {*said} else [*(set(picked) - alone), *said]
        return [one.id for one in step.asked.choices if one.id in both] if isinstance(both, list) else both

    near = tuple(
        (value_text(step.asked, value), value) for _, said in reading.nearest if (value := joined(said))
    )
    if reading.kind != "value":
        return replace(reading, nearest=near)
    both = joined(reading.value)
    if NEGATORS & set(tokens_of(typed)) and both != reading.value:
        offers = tuple((value_text(step.asked, value), value) for value in (reading.value, both))
        return Reading("choose", question=WHICH_OF_BOTH, nearest=offers)
    return replace(reading, value=both, echo="")


WHICH_OF_BOTH = "Is that all of it, or beside what was picked?"
ALONE = word_set("only just nothing")
"""Words by which what is said replaces what was picked."""
