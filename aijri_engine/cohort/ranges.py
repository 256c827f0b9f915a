"""The range of single rows: read back as the answers of one person, and drawn as in every result."""

from collections.abc import Mapping
from typing import Any

from aijri_engine.cohort.columns import JOIN, OTHERS, CohortForm, Column, share_column
from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import UNKNOWN, Problem
from aijri_engine.personal.spread import shown_band, spread_of


def range_of(row: Mapping[str, Any], cohort: CohortForm, library: Library) -> tuple[float, float]:
    """Low and high end of the 90 % range of a usable row as displayed, index points."""
    interview = Interview.from_answers(library, cohort.form.role.id, answers_of(row, cohort))
    if isinstance(interview, Problem):
        raise ValueError(str(interview))
    return shown_band(spread_of(interview).range)


def answers_of(row: Mapping[str, Any], cohort: CohortForm) -> dict[str, Any]:
    """The `answers` mapping that a row of the table stands for."""
    answers: dict[str, Any] = {}
    for column in cohort.columns:
        value = row.get(column.name)
        if not column.key or value in (None, ""):
            continue
        question, _, item = column.key.partition(".")
        given = _value(column, value)
        if item:
            answers.setdefault(question, {})[item] = given
        else:
            answers[question] = given
    shares = {task.id: row.get(share_column(task.id)) for task in cohort.form.role.tasks}
    if any(share is not None for share in shares.values()):
        unit = "split_hours" if row.get("split_unit") == "hours" else "split"
        answers[unit] = {task: share or 0.0 for task, share in shares.items()}
    other = [_other(row, name, cohort) for name in OTHERS]
    if any(other):
        answers["other"] = [one for one in other if one]
    return answers


def _value(column: Column, value: Any) -> Any:
    if column.kind == "words":
        return "named in the table"
    if column.kind != "options" or value in UNKNOWN:
        return value
    parts = str(value).split(JOIN)
    return parts if column.most > 2 or len(parts) > 1 else parts[0]


def _other(row: Mapping[str, Any], name: str, cohort: CohortForm) -> dict[str, Any]:
    share = row.get(f"{name}_share")
    if not share:
        return {}
    prefix = f"{name}_"
    rating = {
        column.name.removeprefix(prefix): row[column.name]
        for column in cohort.columns
        if column.name.startswith(prefix) and column.kind == "option" and row.get(column.name)
    }
    return {"name": name.replace("_", " work "), "share": share, **({"rating": rating} if rating else {})}
