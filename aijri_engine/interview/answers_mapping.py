"""Answers files: the fold of an interview without its history, as it is written."""

from typing import Any

from aijri_engine.content.meanings import RATING, SPLIT
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.answers_file import HOURS, OTHER, SECONDS
from aijri_engine.interview.form import Form
from aijri_engine.interview.path import Path
from aijri_engine.interview.values import Split, own_row_id

AS_WRITTEN = 1e-6
"""Points of time; a split this near to 100 is written as it stands, so that saving twice gives the same file."""

DIGITS = 9
"""Decimals of an amount of time on file."""


def mapping_of(form: Form, path: Path) -> dict[str, Any]:
    """What counts of an interview as an `answers` mapping: reading it back gives the same answers on the same path."""
    found: dict[str, Any] = {}
    seconds: dict[str, float] = {}
    parts = {step.asked.question.part_of for step in path.steps if step.state == "answered"} - {None}
    own = path.split.own
    read_as = {f"{RATING}.{row.id}": f"{RATING}.{own_row_id(row.name)}" for row in own}
    for step in path.steps:
        entry = step.entry
        if entry is None or step.asked.question.part_of is not None:
            continue
        value = json_of(step.value) if step.value is not None else step.state
        if step.state == "stale":
            continue
        if entry.seconds is not None:
            seconds[read_as.get(step.key, step.key)] = round(entry.seconds, 3)
        question = step.asked.question
        if question.id == SPLIT:
            split = path.split if parts else step.value
            found |= _split_mapping(split) if isinstance(split, Split) and split.given else {SPLIT: value}
        elif question.for_each == "own_row" and step.asked.item in form.role_shares:
            found.setdefault(question.id, {})[step.asked.item] = value
        elif question.id == RATING:
            _own_row_of(found, step.asked.item_name)[RATING] = value
        elif question.for_each == "task":
            found.setdefault(question.id, {})[step.asked.item] = value
        else:
            found[question.id] = value
    _add_divided(path, found)
    _add_always_read(form, path, found)
    for name in (question.id for question in form.file.questions() if question.for_each == "task"):
        if name in found:
            found[name] = {task: found[name][task] for task in form.role_shares if task in found[name]}
    return {**found, SECONDS: seconds} if seconds else found


def _add_divided(path: Path, found: dict[str, Any]) -> None:
    """A divided task stands in the split with what stayed; where that would be divided again, it is told."""
    for step in path.steps:
        part_of = step.asked.question.part_of
        asked_again = step.asked.when is None or step.asked.when(path.facts) is True
        if part_of is None or step.state == "open" or not asked_again:
            continue
        if step.state == "answered":
            stays = next(row.id for row in step.asked.rows if not row.own)
            found[step.key] = {stays: round(dict(path.split.rows)[part_of], DIGITS)}
        elif step.state != "stale":
            found[step.key] = step.state


def _add_always_read(form: Form, path: Path, found: dict[str, Any]) -> None:
    for key, value in path.facts.values.items():
        question_id, _, item = key.partition(".")
        if path.step(key) is not None:
            continue
        own = next((row for row in path.split.own if question_id == RATING and row.id == item), None)
        if own is not None:
            _own_row_of(found, own.name)[RATING] = json_of(value)
        elif (question_id, item) in form.for_task:
            found.setdefault(question_id, {})[item] = json_of(value)


def _split_mapping(split: Split) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if split.typical:
        found[SPLIT] = "typical"
    elif split.unit == "hours":
        found[HOURS] = dict(split.rows)
    else:
        exact = abs(split.total - 100.0) <= AS_WRITTEN
        rows = dict(split.rows) if exact else split.shares
        found[SPLIT] = {task: round(amount, DIGITS) for task, amount in rows.items()}
    if split.own:
        exact = split.unit == "hours" or abs(split.total - 100.0) <= AS_WRITTEN
        shares = split.own_shares
        found[OTHER] = [
            {"name": row.name, "share": round(row.amount if exact else shares[row.id], DIGITS)}
            for row in split.own
        ]
    return found


def _own_row_of(found: dict[str, Any], name: str) -> dict[str, Any]:
    for row in found.get(OTHER, []):
        if row["name"] == name:
            row_found: dict[str, Any] = row
            return row_found
    found.setdefault(OTHER, []).append({"name": name})
    last: dict[str, Any] = found[OTHER][-1]
    return last
