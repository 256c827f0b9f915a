"""Names that people give their other work: any text, through every face of the engine to the result and every file."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.interview.answers_source import read_answers_text, write_answers
from aijri_engine.interview.values import OWN, own_row_id
from aijri_engine.personal.document import to_json
from aijri_engine.personal.what_if import what_if

ROLE = "deep-learning-engineer"
LIBRARY = Library.open()
CONTENT = {
    *(task.id for task in LIBRARY.role(ROLE).tasks),
    *(task.short for task in LIBRARY.role(ROLE).tasks),
    *(row.id for question in LIBRARY.interview_of(ROLE).questions() for row in question.rows),
    "other", "typical", "highest_scored", "routine_other", "larger", "all", "+people", "{level}", "{task}",
    "collaboration_parts people", "+collaboration_parts_people",
}  # fmt: skip
RATING = {"steps": "written", "sources": "files", "judged": "automatic"}


def with_own_rows(names: list[str]) -> Interview | Problem:
    other = [{"name": name, "share": 10, "rating": RATING} for name in names]
    return Interview.from_answers(
        LIBRARY, ROLE, {"split": {"design": 100 - 10 * len(names)}, "other": other, "level": "mid"}
    )


def computed(interview: Interview) -> None:
    """Everything that follows from the answers can be worked out, and reading the file gives the same."""
    found = result(interview)
    document = json.dumps(to_json(found))
    again = read_answers_text(write_answers(interview), "me.yaml", LIBRARY)[1]
    assert result(again).assessment.index == found.assessment.index
    assert json.loads(document)["index"] == (None if found.withheld else found.assessment.index)
    row = interview.path.split.own[0]
    moved = what_if(interview, [f"share={row.id}:design:5"])
    assert not isinstance(moved, Problem), moved


@pytest.mark.parametrize("name", sorted(CONTENT))
def test_a_name_of_content_can_be_a_row_of_other_work(name: str) -> None:
    interview = with_own_rows([name])
    assert isinstance(interview, Interview)
    assert [row.id[0] for row in interview.path.split.own] == [OWN]
    computed(interview)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=70), min_size=1, max_size=4))
@example(["C++", "C#"])
@example(["research", "Research", "research "])
def test_whatever_is_accepted_can_be_computed(names: list[str]) -> None:
    interview = with_own_rows(names)
    if isinstance(interview, Interview):
        computed(interview)


def test_a_rating_stays_with_the_name_it_was_given_to() -> None:
    assert own_row_id("C++") != own_row_id("C#")
    rows = {"rows": {"design": 80}, "other": [{"name": "C++", "share": 10}, {"name": "C#", "share": 10}]}
    interview = Interview.start(LIBRARY, ROLE).answer("split", rows)
    assert isinstance(interview, Interview)
    rated = interview.answer(f"rating.{own_row_id('C++')}", RATING)
    assert isinstance(rated, Interview)
    without = rated.answer("split", {"rows": {"design": 90}, "other": [{"name": "C#", "share": 10}]})
    assert isinstance(without, Interview)
    step = without.path.step(f"rating.{own_row_id('C#')}")
    assert step is not None
    assert step.state == "open"


def test_one_name_twice_is_one_row() -> None:
    interview = with_own_rows(["status calls", "Status  calls"])
    assert isinstance(interview, Interview)
    assert interview.path.split.own_shares == {"+status-calls": 20.0}
