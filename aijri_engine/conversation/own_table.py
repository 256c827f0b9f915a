"""My job is not here: a title, then four to ten kinds of work in the person's own words, with shares, line by line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aijri_engine.content.library import Library, shipped_answers
from aijri_engine.content.nearest_jobs import NearJob, nearest_jobs
from aijri_engine.content.own_table import (
    FEWEST_ROWS,
    LONGEST_TITLE,
    MOST_ROWS,
    OwnRow,
    tenths,
)
from aijri_engine.conversation.first_words import WHAT_JOB, chosen_of, first_words, says_none
from aijri_engine.conversation.own_changes import UNCLEAR, changed_rows, named_or_new
from aijri_engine.conversation.own_table_words import (
    ASK_ROWS,
    ASK_TITLE,
    ASKED_FIRST,
    CONFIRM,
    CUT_ALIKE,
    DENIED,
    HELP,
    LEAVE,
    MIXED,
    NEAR,
    NO_NAME,
    NO_REST,
    NO_UNDO,
    NOT_HERE,
    OF_A_TITLE,
    SCALE,
    TOO_MANY,
    UNDONE,
    WHICH_TABLE,
    WHY,
)
from aijri_engine.interview.understanding import agrees
from aijri_engine.interview.understanding.commands import find_command, unknown_command
from aijri_engine.interview.understanding.replies import TOO_MUCH
from aijri_engine.interview.understanding.week.own_rows import TypedRow
from aijri_engine.interview.understanding.words.positions import numbered
from aijri_engine.interview.understanding.words.tokens import LONGEST_READ
from aijri_engine.interview.values import SUM_TOLERANCE, Problem
from aijri_engine.text import ELLIPSIS, clean, figure, join_words

Stage = Literal["title", "rows", "confirm", "near", "done", "other", "left"]

A_SENTENCE = re.compile(r"(?:i|we)\b", re.IGNORECASE)
"""How a line begins that tells what somebody does, and is the name of no job."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that is being written: what was said so far, and what the last line led to."""

    title: str = ""
    rows: tuple[TypedRow, ...] = ()
    stage: Stage = "title"
    words: str = ""
    """What to tell the person after the last line; the question that follows is `asks`."""

    near: tuple[NearJob, ...] | None = None
    """Jobs the rows sound like; None while that was not looked for."""
    chosen: str = ""
    """Of these the one to begin from instead."""
    before: "OwnTable | None" = None
    """The table as it was before its rows changed last."""

    @property
    def asks(self) -> str:
        """What to ask now."""
        if self.stage == "near":
            return WHICH_TABLE
        if self.stage == "title":
            return ASK_TITLE
        return CONFIRM if self.stage == "confirm" else ASK_ROWS if not self.rows else ""

    @property
    def in_hours(self) -> bool:
        """The rows were given in hours."""
        return any(row.unit == "hours" for row in self.rows)

    @property
    def total(self) -> float:
        """Percent, or hours, of all rows."""
        return sum(row.amount or 0.0 for row in self.rows)

    def own_rows(self) -> list[OwnRow]:
        """The rows as parts of a week that add up to 100."""
        shares = tenths([row.amount or 0.0 for row in self.rows])
        return [OwnRow(row.name, share) for row, share in zip(self.rows, shares, strict=True)]

    def offered(self) -> list[str]:
        """Each job the rows sound like, numbered, with the rows that do and what it rests on."""
        return [
            f"{number}. {one.job.title}: {join_words([f'“{row}”' for row in one.rows])}. {one.job.rests_on}"
            for number, one in enumerate(self.near or (), 1)
        ]

    def listed(self) -> list[str]:
        """Each row, numbered, with its part."""
        unit = "h" if self.in_hours else "%"
        return [
            f"{number}. {row.name}: {figure(row.amount or 0)} {unit}"
            for number, row in enumerate(self.rows, 1)
        ]


def begin(title: str = "") -> OwnTable:
    """A new table; what the person called their job is kept as its title, unless it is a sentence about it."""
    table = OwnTable()
    return _title(table, title) if title and not A_SENTENCE.match(title) else table


def said(table: OwnTable, typed: str) -> OwnTable:
    """The table after one line of the person. Nothing is ever raised, and nothing said is lost by a slip."""
    if len(typed) > LONGEST_READ and table.stage != "title":
        return replace(table, words=f"{TOO_MUCH} {HELP}")
    line = typed[:LONGEST_READ].strip().rstrip("/ ")
    figure = any(sign.isdigit() for sign in line)
    command = find_command(line.removeprefix("/") if figure else line.rpartition("/")[2])
    name = command.name if command is not None else ""
    before, table = table.words, replace(table, words="")
    if name in ASKED_FIRST and table.rows and table.stage != "near" and before != ASKED_FIRST[name]:
        return replace(table, words=ASKED_FIRST[name])
    if name == "quit":
        return replace(table, stage="left")
    if name == "undo":
        return replace(table.before, words=UNDONE) if table.before else replace(table, words=NO_UNDO)
    if table.stage == "title" and name in OF_A_TITLE:
        return replace(table, words=OF_A_TITLE[name])
    if name in ("help", "why"):
        return replace(table, words=WHY if name == "why" else HELP)
    if table.stage == "near":
        return _near(table, line)
    if name == "back":
        stage: Stage = "title" if table.stage == "title" or not table.rows else "rows"
        return replace(table, rows=(), stage=stage, before=table)
    edits = command is not None and name == "edit" and table.rows
    if edits and command and numbered(command.argument, len(table.rows)) is not None:
        return replace(table, words=HELP)
    if line.startswith("/") or (command is not None and not figure):
        return replace(table, words=f"{unknown_command(line) or NOT_HERE} {HELP}")
    if table.stage == "title":
        return _title(table, line)
    after = _rows(table, line)
    return replace(after, before=table) if after.rows != table.rows else after


def offer(table: OwnTable, library: Library) -> OwnTable:
    """The finished table, or the question whether to begin from a job that its rows sound like, asked once."""
    if table.stage != "done" or table.near is not None:
        return table
    near = nearest_jobs(library, [(row.name, row.share) for row in table.own_rows()])
    return replace(table, near=near, stage="near" if near else "done", words=NEAR if near else "")


def _near(table: OwnTable, line: str) -> OwnTable:
    near = table.near or ()
    if (place := chosen_of([one.job.title for one in near], line)) is not None:
        return replace(table, stage="other", chosen=near[place].job.id)
    if agrees(line) and len(near) == 1:
        return replace(table, stage="other", chosen=near[0].job.id)
    if (
        not line
        or says_none(line)
        or line.casefold().split(maxsplit=1)[:1] in (["no"], ["none"], ["keep"], ["rate"])
    ):
        return replace(table, stage="done")
    return replace(table, words=NEAR)


def _title(table: OwnTable, line: str) -> OwnTable:
    title = clean(line, LONGEST_TITLE).strip(" .,;:!?\"'")
    if not any(character.isalpha() for character in title):
        return replace(table, words=NO_NAME)
    found = first_words(line)
    if found.kind != "job" or line.casefold().split()[0] in ("quit", "exit", "delete", "erase"):
        return replace(
            table, words=found.words.removesuffix(WHAT_JOB).strip() if found.kind == "reply" else LEAVE
        )
    return replace(table, title=title, stage="rows")


def _rows(table: OwnTable, line: str) -> OwnTable:
    words = line.casefold().strip(" .!")
    if not words or words in DONE or agrees(line):
        return _finish(table)
    if words in NOT_SO or words in shipped_answers().start_over:
        return replace(table, words=HELP)
    found = first_words(line)
    if found.kind == "reply" and found.words.endswith(WHAT_JOB) and not any(map(str.isdigit, line)):
        return replace(table, words=found.words.removesuffix(WHAT_JOB).strip())
    if words in ("scale", "stretch", "stretch them") and table.rows:
        return _shown(replace(table, rows=_scaled(table)))
    full = table.stage == "confirm"
    rows = changed_rows(line, table.rows, full)
    if rows is None:
        return _added(table, named_or_new(line, table.rows, full))
    if isinstance(rows, Problem):
        return replace(table, words=rows.text().replace("{}", table.rows[0].name if table.rows else ""))
    if len(rows) > MOST_ROWS:
        return replace(table, words=TOO_MANY.format(len(rows)))
    return _shown(replace(table, rows=tuple(rows), stage="rows"))


NOT_SO = frozenset({"no", "n", "nope", "wrong", "not quite", "remove", "delete", "drop", "edit", "change"})

DONE = frozenset(
    {"done", "that is all", "that's all", "thats all", "finished", "nothing else", "no more", "all"}
)


def _added(table: OwnTable, found: Sequence[TypedRow]) -> OwnTable:
    nameless = [row for row in found if not row.name]
    if any(row.name.casefold().split()[0] in ("not", "no", "never", "without") for row in found if row.name):
        return replace(table, words=DENIED)
    open_rows = [row.name for row in found if row.name and row.amount is None and not row.rest]
    if not found and table.rows:
        return replace(table, words=UNCLEAR.text().replace("{}", table.rows[0].name))
    if not found or nameless:
        return replace(
            table, words="A row needs a name and its part of the week, for example: 30 % feeding the owls."
        )
    if open_rows:
        told = join_words([f"“{name}”" for name in open_rows[:MOST_ROWS]])
        return replace(
            table, words=f"How much of the week goes to {told}? Say it with one figure, in percent or hours."
        )
    units = {row.unit for row in (*table.rows, *found) if not row.rest or row.amount is not None}
    if len(units) > 1:
        return replace(table, words=MIXED)
    rows = {row.name.casefold(): row for row in table.rows}
    here: dict[str, float] = {}
    for row in found:
        key = row.name.casefold()
        if ELLIPSIS in row.name and key in rows:
            return replace(table, words=CUT_ALIKE.format(row.name))
        amount = row.amount or 0.0
        if row.rest:
            whole = row.amount or (100.0 if units <= {"percent"} else 0.0)
            amount = whole - sum(one.amount or 0.0 for name, one in rows.items() if name != key)
            if amount < 0:
                return replace(table, words=NO_REST)
            row = replace(row, unit="hours" if "hours" in units else "percent", rest=False)
        here[key] = here.get(key, 0.0) + amount  # said twice in one line, it takes both
        rows[key] = replace(row, amount=here[key])
    if len(rows) > MOST_ROWS:
        return replace(table, words=TOO_MANY.format(len(rows)))
    return _shown(replace(table, rows=tuple(rows.values()), stage="rows"))


def _shown(table: OwnTable) -> OwnTable:
    """The rows as they stand; once they are a whole week they are to be confirmed."""
    if not table.in_hours and abs(table.total - 100.0) <= SUM_TOLERANCE and len(table.rows) >= FEWEST_ROWS:
        return replace(table, stage="confirm")
    return replace(table, words=_missing(table))


def _missing(table: OwnTable) -> str:
    short = FEWEST_ROWS - len(table.rows)
    more = (
        f" At least {FEWEST_ROWS} kinds of work are needed: {short} more, or divide the largest."
        if short > 0
        else ""
    )
    if table.in_hours:
        hours = f"{figure(table.total)} hour{'' if table.total == 1 else 's'}"
        return f"{hours} so far.{more or ' Say more rows, or done.'}"
    left = 100.0 - table.total
    if abs(left) <= SUM_TOLERANCE:
        return more.strip()
    if left > 0:
        return f"{figure(table.total)} % so far; {figure(left)} % of the week is still to be named.{more}"
    told = f"Together they take {figure(table.total)} %, which is {figure(-left)} more than a week"
    return f"{told}: correct one, {SCALE}."


def _finish(table: OwnTable) -> OwnTable:
    if table.stage == "confirm":
        return replace(table, stage="done")
    if not table.rows:
        return replace(table, words="")
    if len(table.rows) < FEWEST_ROWS or table.total <= 0:
        return replace(table, words=_missing(table))
    if table.in_hours:
        return replace(table, rows=_scaled(table), stage="confirm")
    if abs(table.total - 100.0) <= SUM_TOLERANCE:
        return replace(table, stage="confirm")
    return replace(
        table, words=f"{_missing(table)} Name it, {SCALE}." if table.total < 100 else _missing(table)
    )


def _scaled(table: OwnTable) -> tuple[TypedRow, ...]:
    if table.total <= 0:
        return table.rows
    shares = tenths([row.amount or 0.0 for row in table.rows])
    return tuple(TypedRow(row.name, share) for row, share in zip(table.rows, shares, strict=True))
