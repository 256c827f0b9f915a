"""One minute: what the first view says, that it is short enough, and that it says no more than it knows."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from made_up_people import ARCHITECT, JUNIOR, LIBRARY, TASKS, anybody, person

from aijri_engine import Interview, result, to_json
from aijri_engine.content.base import RUNGS
from aijri_engine.personal.first_view import FirstView
from aijri_engine.personal.names import element_name
from aijri_engine.personal.result import Result
from aijri_engine.personal.what_if import WhatIf, what_if

MOSTLY_OUTSIDE: dict[str, Any] = {
    "split": dict(zip(TASKS, (10, 20, 10, 10, 5, 5), strict=True)),
    "other": [{"name": "caring for patients", "share": 40}],
}

MOST_WORDS = 240
"""What can be read aloud in a minute and a half, or read in one."""


def words_of(view: FirstView) -> int:
    step = f"{view.step.because} {view.step.strategy.first_step}" if view.step else ""
    parts = (
        view.week,
        view.meaning,
        view.zone,
        view.zone_means,
        view.doubt,
        view.sharpen,
        view.is_not,
        step,
        view.origin,
    )
    return len(" ".join((*parts, *view.differences)).split())


EVEN = {"split": {"design": 50, "train": 50}, "depth": {"design": "follows", "train": "follows"}}


@pytest.mark.parametrize("answers", [{}, JUNIOR, ARCHITECT, MOSTLY_OUTSIDE])
def test_it_is_read_in_a_minute(answers: dict[str, Any]) -> None:
    assert words_of(result(person(answers)).first_view) <= MOST_WORDS


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        (JUNIOR, "a week mostly of known training recipes"),
        (ARCHITECT, "a week of new network structures and experiments you chose"),
        (EVEN, "a week of given network structures and known training recipes"),
        ({}, ""),
    ],
)
def test_a_week_has_a_name_from_content_and_none_before_it_is_described(
    answers: dict[str, Any], name: str
) -> None:
    assert result(person(answers)).first_view.week == name


def test_a_week_is_never_told_in_the_first_person() -> None:
    roles = (*LIBRARY.roles, "27-3042.00", "53-3032.00", "43-4051.00")
    kinds = [one.ladder.rung(rung) for role in roles for one in LIBRARY.role(role).tasks for rung in RUNGS]
    assert [one.short for one in kinds if re.search(r"\b(I|my|me)\b", f"{one.week or ''} {one.short}")] == []


def test_it_says_what_made_the_difference_in_words_and_sizes() -> None:
    view = result(person(JUNIOR)).first_view

    assert view.index == "40.8"
    assert " ".join(view.differences) == (
        "Lowers it a lot: training (known training recipes) and where your hours go (more training, less "
        "research)."
    )
    assert view.step is not None
    assert view.step.strategy.id == "change-a-recipe"


def named_rows(found: Result) -> list[tuple[str, float]]:
    """Rows that are named with "where your hours go", each with its own points times the way it is said to work."""
    cause = next((group for group in found.bridge.groups if group.cause == "split"), None)
    then = found.personal
    named = []
    for sentence in found.first_view.differences:
        way = 1 if sentence.startswith("Lifts") else -1
        for rows in re.findall(r"where your hours go \(([^)]*)\)", sentence):
            for name in re.split(r", | and ", re.sub(r"\b(more|less) ", "", rows)):
                assert cause is not None
                [row] = [
                    row for row in cause.rows if element_name("share", row.key, then).endswith(f"on {name}")
                ]
                named.append((name, way * row.points))
    return named


@given(anybody)
@settings(max_examples=15, deadline=None)
def test_no_row_is_named_that_moved_it_the_other_way(answers: dict[str, Any]) -> None:
    assert [one for one in named_rows(result(person(answers))) if one[1] <= 0] == []


NURSE_ROWS: list[tuple[dict[str, Any], list[str]]] = [
    (
        {
            "split": {"assess": 25, "medicines": 15, "care": 40, "records": 0, "coordination": 10},
            "other": [
                {
                    "name": "data entry",
                    "share": 10,
                    "rating": {"steps": "written", "sources": "files", "judged": "automatic"},
                }
            ],
        },
        ["record keeping", "hands-on care"],
    ),
    (
        {"split": {"assess": 20, "medicines": 15, "care": 35, "coordination": 10, "organising": 20}},
        ["record keeping", "hands-on care"],
    ),
]


@pytest.mark.parametrize(("answers", "names"), NURSE_ROWS)
def test_a_row_of_ones_own_that_lowers_it_is_no_cause_of_a_lift(
    answers: dict[str, Any], names: list[str]
) -> None:
    interview = Interview.from_answers(LIBRARY, "registered-nurse", answers)
    assert isinstance(interview, Interview)
    assert [name for name, _ in named_rows(result(interview))] == names


@pytest.mark.case("coaching 11")
def test_the_wider_range_is_told_only_where_it_reaches_another_zone() -> None:
    edge, firm = result(person(JUNIOR)), result(person(ARCHITECT))

    assert "ratings" not in firm.first_view.doubt
    low, high = edge.spread.rating_range.low, edge.spread.rating_range.high
    assert ("ratings" in edge.first_view.doubt) is (low < 25 or (high >= 48 > edge.spread.range.high))


def test_what_is_withheld_is_in_no_part_of_it() -> None:
    found = result(person(MOSTLY_OUTSIDE))
    view = found.first_view
    summary = to_json(found)["summary"]

    assert found.fit.withheld
    assert (view.index, view.zone, view.differences) == ("", "", ())
    assert "no figure" in view.meaning
    assert (summary["index"], summary["zone"]) == (None, None)


@pytest.mark.parametrize(
    ("share", "week"), [(10, "a week of design and training"), (60, "a week mostly of data entry")]
)
def test_the_week_is_named_by_what_fills_it(share: int, week: str) -> None:
    """Work that nobody described fills it as well as work that was."""
    rating = {"steps": "written", "sources": "files", "judged": "automatic"}
    role = (100 - share) / 3
    split = {"design": role, "train": role, "research": role}
    found = result(
        person({"split": split, "other": [{"name": "data entry", "share": share, "rating": rating}]})
    )
    assert found.first_view.week == week


def test_no_zone_is_told_in_more_than_eight_words() -> None:
    texts = result(person({})).interview.library.wording.sentences

    assert all(len(texts[f"zone_{zone}"].split()) <= 8 for zone in ("green", "yellow", "red"))


def test_on_the_edge_the_zone_beside_is_the_one_that_recalculations_end_in() -> None:
    """35.1 lies nearer to the line to Red, and what is in doubt reaches Green more often."""
    split = dict(zip(TASKS, (0, 80, 0, 20, 0, 0), strict=True))
    found = result(person({"years": 1, "split": split, "depth": {"train": "follows"}, "level": "junior"}))
    odds = found.spread.stability.odds
    assert odds["Green"] > odds["Red"]
    assert found.first_view.zone == "Yellow, close to Green"
    assert "also be in Green" in found.first_view.meaning


@pytest.mark.parametrize(
    "split", [(30, 10, 10, 10, 30, 10), (20, 20, 20, 20, 10, 10), (5, 50, 15, 15, 5, 10)]
)
def test_the_figure_of_a_step_is_that_of_the_ways_it_names(split: tuple[int, ...]) -> None:
    """It was priced with a second task's deeper work, of which the sentence said nothing."""
    found = result(
        person({"split": dict(zip(TASKS, split, strict=True)), "depth": dict.fromkeys(TASKS, "follows")})
    )
    priced = [one for one in found.advice.recommendations if one.ways]
    assert priced
    for one in priced:
        changes = [f"rung.{task.id}={task.rungs[0]}" for task, _ in one.ways]
        then = what_if(found.interview, changes)
        assert isinstance(then, WhatIf)
        assert then.index_then.index == one.index_then
    step = found.first_view.step
    assert step is not None
    assert step.priced is not None
    for _, way in step.priced.ways:
        assert f"mostly “{way}”" in found.first_view.leads
