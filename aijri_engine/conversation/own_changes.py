"""What changes rows of one's own words: "feeding should be 30", "move 5 from mail to guiding", "rename mail"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from aijri_engine.interview.understanding.week.changed import WHOLE, Week, changed
from aijri_engine.interview.understanding.week.changes import ROW_ADDED, Change, read_changes
from aijri_engine.interview.understanding.week.own_rows import TypedRow, read_own_rows
from aijri_engine.interview.understanding.week_reading import OF_OTHERS
from aijri_engine.interview.understanding.words.asides import in_brackets_of_others
from aijri_engine.interview.understanding.words.names import Named, Names, prepared_names
from aijri_engine.interview.understanding.words.tokens import FILLER, tokens_of, words_of
from aijri_engine.interview.values import Problem, own_name
from aijri_engine.text import join_words

_MARK = (
    r"(?:(?:no wait|wait no|no|nope|actually|i mean|or rather)(?=[\s,.:;!])|(?:wait|sorry|oops|make it|make that|"
    r"correction|scratch that|hold on)(?=\s*[,.:;!]|\s+\d))[\s,.:;!]*"
)
_LEAD = re.compile(rf"(?:{_MARK}|(?:yes|but|well|ok)(?=[\s,.:;!])[\s,.:;!]*)+", re.IGNORECASE)
_TAKEN_BACK = re.compile(rf".*[,;.!–—]\s*{_MARK}|-\d|.*\s-\d", re.IGNORECASE)
_NUMBER = re.compile(
    r"(^\s*|[,;]\s*|\band\s+)(\d+)\s*:|((?:remove|delete|drop|rename|[,;]|\band)\s+)(\d+)(?=\s*(?:$|[,;]|(?:and|to)\b))",
    re.IGNORECASE,
)
"""A row called by its number: "2: 30", "remove 2 and 3"."""
UNCLEAR = Problem(
    "rows",
    "I cannot tell what that changes: say a row and its figure, as in “1: 30” or “{} 30”, or remove 1.",
)


AS_IT_WAS = frozenset(
    ("as it was", "as before", "as it is", "unchanged", "the same", "same", "stays", "as is")
)
"""What a rest is called that stays: no work."""


def names_of(rows: Sequence[TypedRow]) -> Names:
    """What rows are called by: their names, their places, and words that no other one has."""
    told = [[word for word in {*words_of(row.name)} - FILLER if word.isalpha()] for row in rows]
    own = [[word for word in words if sum(word in one for one in told) == 1] for words in told]
    named = enumerate(zip(rows, own, strict=True), 1)
    return prepared_names(
        *(Named(row.name, (row.name, f"row {place}", *words)) for place, (row, words) in named)
    )


def named_or_new(line: str, rows: Sequence[TypedRow], full: bool) -> list[TypedRow]:
    """Rows of work as typed; of a `full` week, and after a no, one that is there under its name."""
    line = ROW_ADDED.sub("", line)
    lead, names = _LEAD.match(line), names_of(rows)
    found = [] if _TAKEN_BACK.match(line) else read_own_rows(line[lead.end() if lead else 0 :])
    found = [one for one in found if not (one.rest and one.name.casefold() in AS_IT_WAS)]
    there = [names.whole(words_of(one.name)) if full or lead else () for one in found]
    if lead and lead[0].casefold() == "no " and not all(there):
        return [replace(one, name=f"no {one.name}") for one in found]
    return [
        replace(one, name=keys[0] if len(keys) == 1 else one.name)
        for one, keys in zip(found, there, strict=True)
    ]


def changed_rows(line: str, rows: Sequence[TypedRow], full: bool) -> list[TypedRow] | Problem | None:
    """The rows as a line changes them, all of it or nothing; None where it changes none.

    Of a `full` week, and after a no, a row and its figure alone are a change, too.
    """
    if in_brackets_of_others(line):
        return Problem("rows", OF_OTHERS)
    line = ROW_ADDED.sub("add ", line)
    lead = _LEAD.match(line)
    typed = line[lead.end() if lead else 0 :]
    told = [row.name for row in rows]
    said = _NUMBER.sub(r"\1\3row \2\4 ", typed) if rows else typed
    numbered = re.search(r"\brow \d", said)
    found = read_changes(typed, tokens_of(said), names_of(rows), join_words(told), own=True)
    if isinstance(found, tuple):
        sets = numbered or ((full or lead) and all(one.row in told for one in found))
        return _made(typed, rows, found) if sets or any(one.marked for one in found) else None
    vain = numbered or (lead and not any(map(str.isalpha, typed)))
    unclear = vain if found is None else _TAKEN_BACK.match(typed)
    return UNCLEAR if rows and unclear else found


def _made(typed: str, rows: Sequence[TypedRow], changes: Sequence[Change]) -> list[TypedRow] | Problem:
    """The rows with all the changes."""
    if changes[0].kind == "rename":
        name = own_name(re.split(" to ", typed, maxsplit=1, flags=re.IGNORECASE)[-1].strip(" ."))
        if names_of(rows).whole(words_of(name)) or not any(map(str.isalpha, name)):
            return UNCLEAR
        return [replace(one, name=name) if one.name == changes[0].row else one for one in rows]
    unit: Literal["percent", "hours"] = "hours" if any(one.unit == "hours" for one in rows) else "percent"
    week = Week({one.name: one.amount or 0.0 for one in rows}, str, unit, None)
    after = changed(week, changes)
    if isinstance(after, Problem):
        return after
    if unit == "percent" and max(after[0].values()) > WHOLE:
        return UNCLEAR
    gone = {one.row for one in changes if one.kind == "drop"}
    there = {one.name: one for one in rows}
    new = (there.get(name) or TypedRow(_as_typed(typed, name), 0.0, unit) for name in after[0])
    made = zip(new, after[0].values(), strict=True)
    return [replace(row, amount=round(amount, 6)) for row, amount in made if row.name not in gone]


def _as_typed(typed: str, name: str) -> str:
    """A name with its capitals."""
    start = typed.casefold().find(name)
    return typed[start : start + len(name)] if start >= 0 else name
