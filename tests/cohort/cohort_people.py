"""Drawn people as rows of a flat table: any answer that a column takes, about a quarter of the cells empty."""

import csv
from pathlib import Path
from random import Random
from typing import Any

from aijri_engine import Interview, Library
from aijri_engine.cohort.columns import CohortForm, Column, flat, share_column
from aijri_engine.cohort.figures import FIGURES, contribution
from aijri_engine.cohort.ranges import answers_of
from aijri_engine.index import six
from aijri_engine.interview.form import Form
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.personalise import base_personalisation, personalise
from aijri_engine.personal.status import status_of
from aijri_engine.personal.withheld import withheld

LIBRARY = Library.open()
Row = dict[str, Any]


def cohort_of(role_id: str) -> CohortForm:
    """The table of a shipped role."""
    return CohortForm(Form.of(LIBRARY, role_id))


def drawn(cohort: CohortForm, count: int, seed: int = 7) -> list[Row]:
    """Usable rows; the same for the same seed."""
    random = Random(seed)
    return [
        {"id": str(number), **_answers(cohort, random), **_week(cohort, random)} for number in range(count)
    ]


def _answers(cohort: CohortForm, random: Random) -> Row:
    return {
        column.name: _cell(column, random)
        for column in cohort.columns
        if column.key and random.random() >= 0.25
    }


def _cell(column: Column, random: Random) -> Any:
    if column.kind == "words":
        return "UN R157"
    if column.kind == "number":
        return random.choice([0, 1, 2, 5, 12, 30])
    if column.kind != "options":
        return random.choice([*column.options, "not_sure", "declined"])
    if column.alone and random.random() < 0.2:
        return random.choice(column.alone)
    options = [option for option in column.options if option not in column.alone]
    return "+".join(random.sample(options, random.randint(1, min(column.most, len(options), 3))))


def _week(cohort: CohortForm, random: Random) -> Row:
    """Hours, percent, or the role's own mix; up to three rows of other work, some of them rated."""
    tasks = cohort.form.role.task_ids()
    times = [random.choice([0, 5, 10, 20, 40]) for _ in tasks]
    times[random.randrange(len(times))] += 5
    others = [random.choice([5, 10, 20]) for _ in range(random.choice([0, 0, 1, 2, 3]))]
    row: Row = {}
    given, hours = random.random() < 0.8, random.random() < 0.5
    factor = 100 / (sum(times) + sum(others)) if given and not hours else 1
    if given:
        row |= {share_column(task): time * factor for task, time in zip(tasks, times, strict=True)}
        row |= {"split_unit": "hours"} if hours else {}
    for number, time in enumerate(others, 1):
        row[f"other_{number}_share"] = time * factor
        prefix = f"other_{number}_"
        ratings = [c for c in cohort.columns if c.name.startswith(prefix) and c.kind == "option"]
        row |= (
            {column.name: random.choice(column.options) for column in ratings}
            if random.random() < 0.7
            else {}
        )
    return row


def written(rows: list[Row], cohort: CohortForm, path: Path) -> Path:
    """The rows as a CSV file."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, [column.name for column in cohort.columns])
        table.writeheader()
        table.writerows(rows)
    return path


def by_the_engine(row: Row, cohort: CohortForm) -> Row:
    """What the engine computes for one person, under the names of the result's columns."""
    interview = Interview.from_answers(LIBRARY, cohort.form.role.id, answers_of(row, cohort))
    assert isinstance(interview, Interview), interview
    personal = personalise(interview)
    found = personal.assess()
    points: dict[str, float] = {}
    for line in bridge(base_personalisation(cohort.form.role), personal).rows:
        name = contribution(flat(line.cause) if not line.cause.startswith("rating.") else "split")
        points[name] = points.get(name, 0.0) + line.points
    status = status_of(interview, personal).name
    if withheld(personal):
        return dict(zip(FIGURES, (None, None, None, None, None, status, True), strict=True))
    known = (six(found.task_resistance), six(found.share_scored_3_plus), status)
    figures = (found.index, found.zone.value, found.label, *known, False)
    return {**dict(zip(FIGURES, figures, strict=True)), **points}
