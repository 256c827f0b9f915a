"""A corpus of typed phrases with the reading each should have, and what understanding makes of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import Problem, Split, role_split

Read = Callable[[str, str], Reading]
"""Reads a line at a question."""

HERE = Path(__file__).parent
POINT = 1.0
UNTAKEN = ("confirm", "choose", "ask", "side")
"""Kinds of readings of which nothing is taken as it stands."""

PARTED = 40.0
"""Points that a question about the parts of one task divides, where a phrase does not say."""


@dataclass(frozen=True)
class Phrase:
    """One line of a corpus."""

    question: str
    typed: str
    expect: str
    value: Any = None
    command: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of a phrase."""

    phrase: Phrase
    reading: Reading
    right: bool
    """Right, or rightly asked."""
    false_accept: bool
    """A value was taken that is not the expected one."""


def load(name: str) -> list[Phrase]:
    """The phrases of a file beside this one."""
    document = yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [Phrase(**entry) for entry in document["phrases"]]


def asked_for(form: Form, key: str) -> Asked:
    """The question of a phrase; for own work any name of a row stands after the dot."""
    question_id, _, item = key.partition(".")
    if key in form.single:
        return form.single[key]
    if (question_id, item) in form.for_task:
        return form.for_task[question_id, item]
    question = form.question(question_id)
    assert question is not None, key
    if question.for_each == "task":
        return form.for_task[question_id, form.role.tasks[0].id]
    return form.for_own_row(question, form.section_of(question_id), item or "hiring", item or "hiring")


def week_for(form: Form, asked: Asked, phrase: Phrase) -> Split:
    """The week in which the phrase is said: one whose parts can be what is expected."""
    shares = dict(form.role_shares)
    part = asked.question.part_of
    if part is None:
        return role_split(shares, given=True)
    given = phrase.value if isinstance(phrase.value, Mapping) else {}
    shares[part] = sum(given.values()) or PARTED
    others = [task for task in shares if task != part]
    return Split(
        tuple((task, shares[task] if task == part else (100 - shares[part]) / len(others)) for task in shares)
    )


def outcomes(form: Form, phrases: list[Phrase]) -> Iterator[Outcome]:
    """Read every phrase and judge it."""
    for phrase in phrases:
        asked = asked_for(form, phrase.question)
        week = week_for(form, asked, phrase)
        reading = understand(asked, phrase.typed, form, week)
        yield _judged(phrase, reading, asked, form, week)


def _judged(phrase: Phrase, reading: Reading, asked: Asked, form: Form, week: Split) -> Outcome:
    taken = reading.kind == "value"
    if phrase.expect == "command":
        named = reading.command.name.replace("_", " ") if reading.command else ""
        return Outcome(phrase, reading, named == phrase.command.replace("_", " ").lstrip("/"), taken)
    if phrase.expect == "ask":
        return Outcome(phrase, reading, reading.kind in UNTAKEN, taken)
    wanted = _meaning(asked, phrase.value, form, week)
    if taken:
        same = _same(wanted, _meaning(asked, reading.value, form, week))
        return Outcome(phrase, reading, same, not same)
    offered = [_meaning(asked, value, form, week) for _, value in reading.nearest]
    return Outcome(
        phrase,
        reading,
        reading.kind in ("confirm", "choose", "ask") and any(_same(wanted, one) for one in offered),
        False,
    )


def _meaning(asked: Asked, value: Any, form: Form, week: Split) -> Any:
    """A value in a form that can be compared: shares for a split, sets for several options."""
    if asked.question.kind == "split" and asked.question.part_of is None:
        return _shares(asked, value, form, week)
    if asked.question.kind == "split" and isinstance(value, Mapping):
        return {row.id: float(value.get(row.id, 0)) for row in asked.rows}
    canonical = accept(asked, value, form, week)
    if isinstance(canonical, Problem):
        return value
    plain = json_of(canonical)
    return frozenset(plain) if isinstance(plain, list) else plain


def _shares(asked: Asked, value: Any, form: Form, week: Split) -> Any:
    if isinstance(value, Mapping) and not set(value) & {"rows", "unit"}:
        rows = {row: amount for row, amount in value.items() if row != "other"}
        other = value.get("other", {})
        named = other.items() if isinstance(other, Mapping) else [("other", other)]
        value = {"rows": rows, "other": [{"name": str(name), "share": share} for name, share in named]}
        value["scaled"] = True
    found = accept(asked, value, form, week)
    if not isinstance(found, Split):
        return value
    return {
        **{row: share for row, share in found.shares.items() if share},
        "@own": sorted(found.own_shares.values()),
    }


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        return set(wanted) == set(found) and all(_same(wanted[key], found[key]) for key in wanted)
    if isinstance(wanted, list) and isinstance(found, list):
        return len(wanted) == len(found) and all(map(_same, wanted, found))
    if isinstance(wanted, float) or isinstance(found, float):
        numbers = isinstance(wanted, (int, float)) and isinstance(found, (int, float))
        return numbers and abs(wanted - found) <= POINT
    return bool(wanted == found)
