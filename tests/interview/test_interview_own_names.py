"""Names that people give their other work: any text, through every face of the engine to the result and every file."""

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.answers_source import answers_of, write_answers
from aijri_engine.interview.transcript import transcript
from aijri_engine.interview.values import OWN, own_row_id
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.document import to_json
from aijri_engine.personal.what_if import what_if
from aijri_engine.report import ReportOptions, build, render
from aijri_tui.plain.result_text import first_view, whole

ROLE = "deep-learning-engineer"
LIBRARY = Library.open()
CONTENT = {
    *(task.id for task in LIBRARY.role(ROLE).tasks),
    *(task.short for task in LIBRARY.role(ROLE).tasks),
    *(row.id for question in LIBRARY.interview_of(ROLE).questions() for row in question.rows),
    "other", "typical", "highest_scored", "routine_other", "larger", "all", "+people", "{level}", "{task}",
    "collaboration_parts people", "+collaboration_parts_people", "{outside}", "{share}", "{years}", "{neighbour}",
    "{title}", "{0}", "{", "%s", "{row}", "{part}", "{example}",
}  # fmt: skip
SHARE = 8
"""Percent of the week of each own row: four of them are less than a third, so that a figure is told."""
RATING = {"steps": "written", "sources": "files", "judged": "automatic"}


def with_own_rows(names: list[str]) -> Interview | Problem:
    other = [{"name": name, "share": SHARE, "rating": RATING} for name in names]
    return Interview.from_answers(
        LIBRARY, ROLE, {"split": {"design": 100 - SHARE * len(names)}, "other": other, "level": "mid"}
    )


def computed(interview: Interview) -> None:
    """Everything that follows from the answers can be worked out, and reading the file gives the same."""
    found = result(interview)
    document = json.dumps(to_json(found))
    again = answers_of(parse_yaml(write_answers(interview), "me.yaml"), LIBRARY)[1]
    assert result(again).assessment.index == found.assessment.index
    assert json.loads(document)["index"] == (None if found.withheld else found.assessment.index)
    row = interview.path.split.own[0]
    moved = what_if(interview, [f"share={row.id}:design:5"])
    assert isinstance(moved, Problem) == bool(found.withheld), moved
    stands_as_typed(interview)


def stands_as_typed(interview: Interview) -> None:
    """Every face shows the name as it is, wherever a sentence has it: text of a person is never filled in twice."""
    rows = interview.path.split.own
    for step in interview.path.steps:
        own = next((row for row in rows if row.id == step.asked.item), None)
        if own is not None:
            assert own.name in ask_text(interview, step.asked)
    found = result(interview)
    document = build(found, ReportOptions(date="2026-11-28"))
    told = {
        name: render(document, name).decode() for name in (".txt", ".md", ".html", ".json", ".bridge.csv")
    }
    told |= {
        "first": first_view(found, 500),
        "whole": whole(found, 500),
        "transcript": transcript(interview, ask_text),
    }
    for name, text in told.items():
        left = set(PLACEHOLDER.findall(text)) - set(PLACEHOLDER.findall(" ".join(row.name for row in rows)))
        assert not left, (name, left)


PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("name", sorted(CONTENT))
@pytest.mark.case("public 1")
def test_a_name_of_content_can_be_a_row_of_other_work(name: str) -> None:
    interview = with_own_rows([name])
    assert isinstance(interview, Interview)
    assert [row.id[0] for row in interview.path.split.own] == [OWN]
    computed(interview)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=70), min_size=1, max_size=4))
@example(["C++", "C#"])
@example(["research", "Research", "research "])
def test_whatever_is_accepted_can_be_computed(names: list[str]) -> None:
    interview = with_own_rows(names)
    if isinstance(interview, Interview):
        computed(interview)


@pytest.mark.case("public 6")
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


LONG = "Weekly meeting of the working group on quality and hygiene, part "


def test_long_names_that_begin_alike_are_two_rows() -> None:
    interview = with_own_rows([f"{LONG}north", f"{LONG}south"])
    assert isinstance(interview, Interview)
    names = [row.name for row in interview.path.split.own]
    assert [name[-11:] for name in names] == [" part north", " part south"]
    assert all(name.startswith(LONG[:30]) and "…" in name and len(name) <= 60 for name in names)
    computed(interview)


def test_names_that_are_one_when_cut_are_refused() -> None:
    refused = with_own_rows([f"{LONG}{middle} {LONG}" for middle in ("north", "south")])
    assert isinstance(refused, list | Problem)
    assert "more than 60 letters" in str(refused)


def test_one_name_twice_is_one_row() -> None:
    interview = with_own_rows(["status calls", "Status  calls"])
    assert isinstance(interview, Interview)
    assert interview.path.split.own_shares == {"+status-calls": 2.0 * SHARE}


@pytest.mark.parametrize("name", ["research", "Training", "design", "collaboration"])
def test_a_row_called_like_a_task_is_told_apart_and_never_lost(name: str) -> None:
    interview = with_own_rows([name])
    assert isinstance(interview, Interview)
    assert f"{name} (own row)" in whole(result(interview), 500)
    task = next(
        one for one in interview.form.role.tasks if name.casefold() in (one.short.casefold(), one.ask)
    )
    for line in (f"move 3 from design to {name}", f"move 3 from {name} to debugging", f"add 5 {name}"):
        talk = say(Conversation(interview).go_to("split"), line).talk
        changed = [talk.interview.path.split] if talk.trouble is None else []
        shares = [one.own_shares for one in changed]
        offers = [value for _, value in talk.trouble.offers] if talk.trouble is not None else []
        assert shares or offers or talk.trouble is not None
        assert all(own_row_id(name) in one for one in shares)
        assert all(name in [row["name"] for row in value.get("other", ())] for value in offers)
    moved = what_if(interview, [f"depth.{task.id}=follows"])
    assert not isinstance(moved, Problem), moved
    assert "+" not in " ".join(moved.lines()).replace(" +", "")


def test_an_own_row_called_like_a_task_is_moved_by_the_name_it_is_shown_with() -> None:
    interview = with_own_rows(["training"])
    assert isinstance(interview, Interview)
    talk = say(Conversation(interview).go_to("split"), "move 3 from own training to design").talk
    assert talk.interview.path.split.own_shares[own_row_id("training")] == SHARE - 3


def test_a_row_called_like_a_part_of_a_divided_task_is_another_row() -> None:
    """Two rows of one name were written to a file that the program then refused."""
    name = "Leading or developing people"
    said = {"split": {"train": 50, "collaboration": 40}, "other": [{"name": name, "share": 10, "rating": RATING}],
            "collaboration_parts": {"agreeing": 10, "people": 30}}  # fmt: skip
    interview = Interview.from_answers(LIBRARY, ROLE, said)
    assert isinstance(interview, Interview), interview
    names = [row.name for row in interview.path.split.own]
    assert names == [name, f"{name} (part)"]
    computed(interview)
