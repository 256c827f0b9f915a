"""What a result rests on is counted once, every proposed step has its figure, no task without time is described."""

import re

import pytest
from report_people import DATE, PEOPLE, report_of, result_of

from aijri_engine import Interview, result
from aijri_engine.content.library import Library
from aijri_engine.report import ReportOptions
from aijri_engine.report.blocks import Paragraph, Table
from aijri_engine.report.building import sections
from aijri_engine.report.renderers.text import text_of

COUNTS = re.compile(r"(\d+) questions: (\d+) answered")


@pytest.mark.parametrize("person", PEOPLE)
def test_the_folded_line_counts_as_the_part_below(library: Library, person: str) -> None:
    part = next(one for one in report_of(library, person).sections if one.id == "origins")
    texts = (one.text for one in part.blocks if isinstance(one, Paragraph))
    told = next(found for text in texts if (found := COUNTS.search(text)))
    asked, answered = map(int, told.groups())
    assert part.gist.startswith(f"{answered} answer")
    assert f"; {asked - answered} borrowed" in part.gist


@pytest.mark.parametrize("person", PEOPLE)
def test_every_proposed_step_that_has_a_size_stands_in_figures(library: Library, person: str) -> None:
    found = result_of(library, person)
    proposed = {one.strategy.title for one in found.advice.steps if one.priced is not None}
    part = next(one for one in report_of(library, person).sections if one.id == "prices")
    table = next(one for one in part.blocks if isinstance(one, Table))
    assert proposed <= {row[0] for row in table.rows}


@pytest.mark.parametrize("person", PEOPLE)
def test_how_a_task_is_done_is_told_of_no_task_without_time(library: Library, person: str) -> None:
    table = report_of(library, person).tasks
    assert table is not None
    assert not [row for row in table.rows if row[1] == "0" and not row[3] and any(row[5:])]


@pytest.mark.parametrize(
    ("role", "duties", "told"),
    [
        ("deep-learning-engineer", ["said_no", "hands_on"],
         "goal-setting and moral judgment 3 of 3 (the role: 2, published) and embodied physicality 1 of 3 (the"),
        ("electrician", ["hands_on"], "in the index: embodied physicality 3 of 3 (the role: 3, own). What an answer"),
        ("29-1141.00", ["taught"], "not in the index: interpersonal connection at least 1 of 3. What"),
        ("deep-learning-engineer", ["nothing"], ""),
    ],
)  # fmt: skip
def test_principles_that_answers_set_are_told_apart_from_the_figure(
    role: str, duties: list[str], told: str
) -> None:
    """A tick adds to what the role has: whoever works with their hands now and then has no less of it than usual."""
    found = [Interview.from_answers(Library.open(), role, answers) for answers in ({"duties": duties}, {})]
    with_duties, without = (result(one) for one in found if isinstance(one, Interview))
    part = next(one for one in sections(with_duties, ReportOptions(DATE)) if one.id == "origins")
    words = " ".join(text_of(part.blocks).split())
    assert told in words
    assert ("Protective principles are shown apart" in words) == bool(told)
    assert with_duties.assessment == without.assessment
