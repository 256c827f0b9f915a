"""Answers files: the fold of an interview without its history, as it is written (design section 8)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from aijri_engine.content.meanings import RATING, SPLIT
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.answers_file import HOURS, OTHER, SECONDS
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.values import Problem, Split, own_row_id

if TYPE_CHECKING:
    from aijri_engine.interview.interview import Interview

AS_WRITTEN = 1e-6
"""Points of time; a split this near to 100 is written as it stands, so that saving twice gives the same file."""

DIGITS = 9
"""Decimals of an amount of time on file."""


def mapping_of(interview: "Interview") -> dict[str, Any]:
    """What counts of an interview as an `answers` mapping: reading it back gives the same answers on the same path."""
    found: dict[str, Any] = {}
    seconds: dict[str, float] = {}
    form = interview.form
    parts = {step.asked.question.part_of for step in interview.path.steps if step.state == "answered"} - {
        None
    }
    own = interview.path.split.own
    read_as = {f"{RATING}.{row.id}": f"{RATING}.{own_row_id(row.name)}" for row in own}
    for step in interview.path.steps:
        entry = step.entry
        if entry is None or step.asked.question.part_of is not None:
            continue
        value = json_of(step.value) if step.state in ("answered", "borrowed") else step.state
        if step.state == "stale":
            continue
        if entry.seconds is not None:
            seconds[read_as.get(step.key, step.key)] = round(entry.seconds, 3)
        question = step.asked.question
        if question.id == SPLIT:
            split = interview.path.split if parts else step.value
            found |= _split_mapping(split) if isinstance(split, Split) and split.given else {SPLIT: value}
        elif question.id == RATING:
            _own_row_of(found, step.asked)[RATING] = value
        elif question.for_each == "task":
            found.setdefault(question.id, {})[step.asked.item] = value
        else:
            found[question.id] = value
    _add_divided(interview, found)
    _add_always_read(interview, found)
    for name in ("depth", "example", "stepped_in", "tool_and_new"):
        if name in found:
            found[name] = {task: found[name][task] for task in form.role_shares if task in found[name]}
    return {**found, SECONDS: seconds} if seconds else found


def with_parked(interview: "Interview") -> dict[str, Any]:
    """What counts, and the answers kept off the path where a file can hold them without their being read.

    Left out, and kept in the log of a session only: how a task without time is done, which a file would bring to
    count ("depth in an answers file is always read"); a task divided that is whole again; ratings of rows of other
    work that are gone; and values that the questions of today do not take.
    """
    found = mapping_of(interview)
    form = interview.form
    for key in sorted(interview.path.parked, key=_place_in(form)):
        asked, entry = interview.asked(key), interview.answers.get(key)
        if asked is None or entry is None or asked.question.part_of is not None:
            continue
        question = asked.question
        if question.options_from == "ladder" or question.id in (SPLIT, RATING):
            continue
        value = entry.state
        if value == "answered":
            taken = accept(asked, entry.value, form, interview.path.split)
            if isinstance(taken, Problem):
                continue
            value = json_of(taken)
        if question.for_each == "task":
            tasks = found.setdefault(question.id, {})
            tasks.setdefault(asked.item, value)
        else:
            found.setdefault(question.id, value)
    return found


def _place_in(form: Form) -> Callable[[str], tuple[int, int]]:
    """Sorts keys as the form has their questions and the role its tasks, so that saving twice gives the same file."""
    questions = [question.id for question in form.file.questions()]
    tasks = list(form.role_shares)

    def place(key: str) -> tuple[int, int]:
        name, _, item = key.partition(".")
        return (
            questions.index(name) if name in questions else len(questions),
            tasks.index(item) if item in tasks else len(tasks),
        )

    return place


def _add_divided(interview: "Interview", found: dict[str, Any]) -> None:
    """A divided task stands in the split with what stayed; where that would be divided again, it is told."""
    for step in interview.path.steps:
        part_of = step.asked.question.part_of
        asked_again = step.asked.when is None or step.asked.when(interview.path.facts) is True
        if part_of is None or step.state == "open" or not asked_again:
            continue
        if step.state == "answered":
            stays = next(row.id for row in step.asked.rows if not row.own)
            found[step.key] = {stays: round(dict(interview.path.split.rows)[part_of], DIGITS)}
        elif step.state != "stale":
            found[step.key] = step.state


def _add_always_read(interview: "Interview", found: dict[str, Any]) -> None:
    for key, value in interview.path.facts.values.items():
        question_id, _, item = key.partition(".")
        if interview.path.step(key) is None and (question_id, item) in interview.form.for_task:
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


def _own_row_of(found: dict[str, Any], asked: Asked) -> dict[str, Any]:
    for row in found.get(OTHER, []):
        if row["name"] == asked.item_name:
            row_found: dict[str, Any] = row
            return row_found
    found.setdefault(OTHER, []).append({"name": asked.item_name})
    last: dict[str, Any] = found[OTHER][-1]
    return last
