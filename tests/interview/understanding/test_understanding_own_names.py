"""A row's own name wins in the week it belongs to, whatever its words mean elsewhere (kinds 1 and 5)."""

from pathlib import Path

import pytest

from aijri_engine import Interview, Library
from aijri_engine.content.own_table import OwnRow, role_text, save_role
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding.commands import NAMES
from aijri_engine.interview.understanding.reading import Around
from aijri_engine.interview.understanding.replies import split_example
from aijri_engine.interview.understanding.understand import understand
from aijri_engine.interview.values import role_split

QUANTIFIERS = [
    "none", "nothing", "all", "most", "some", "each", "other", "everything", "half", "third", "quarter", "rest", "one",
    "two", "twenty", "total", "same", "equal", "no", "yes", "a", "about", "evenly", "instead", "move", "hours", "week",
    "percent", "half-time",
]  # fmt: skip
LONGER = ["the rest", "half a day", "room 101", "feeding and watching", "calls, mails", "v1.2.3 release", "1e3 tests",
          "8 h shift", "<b>none</b>", "{{ config }} & $HOME", "it's all", "none/back", "half (morning)"]  # fmt: skip
OWN = [*(name.replace("_", " ") for name in NAMES), *QUANTIFIERS, *LONGER]
UNCLEAR = {("rest", 3), ("half", 4)}
"""Sentences in which the name stands beside itself as a quantity ("rest rest"): asked back, never taken otherwise."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


def week_of(library: Library, folder: Path, name: str) -> Interview:
    """An interview about a table of one's own with a row of that name, at the question for the week."""
    rows = [OwnRow(name, 20), OwnRow("research", 30), OwnRow("paperwork", 25), OwnRow("guiding", 25)]
    path = save_role(folder, "goat", role_text("goat", "Goat person", rows, "2026-11-28"))
    return Interview.start(library.with_role(path), "goat")


@pytest.mark.parametrize("name", OWN)
def test_a_row_called_like_a_command_or_a_quantity_is_that_row(
    library: Library, tmp_path: Path, name: str
) -> None:
    interview = week_of(library, tmp_path, name)
    tasks = interview.form.role.tasks
    asked = next(step.asked for step in interview.path.steps if step.asked.question.kind == "split")
    told = [20, 30, 25, 25]
    lines = (
        (f"{name} 20, research 30, paperwork 25, guiding 25", told),
        (f"research 30; {name.upper()} 20; guiding 25; paperwork 25", told),
        (f"20 % {name}, 30 % research, 25 % guiding and 25 % paperwork", told),
        (f"30 research, 25 guiding, 25 paperwork, rest {name}", told),
        (f"half {name}, half research", [50, 50, 0, 0]),
        (split_example(asked), None),
    )
    for number, (line, wanted) in enumerate(lines):
        found = understand(asked, line, interview.form, interview.path.split)
        if (name, number) in UNCLEAR:
            assert found.kind == "ask"
            continue
        assert found.kind == "value", (line, found.question)
        amounts = [found.value["rows"].get(task.id, 0) for task in tasks]
        assert wanted is None or amounts == wanted, line
        assert "\u02b9" not in found.echo


@pytest.mark.parametrize("name", ["none", "back", "skip", "the rest", "all"])
def test_such_a_row_is_corrected_and_rated_by_its_name(library: Library, tmp_path: Path, name: str) -> None:
    interview = week_of(library, tmp_path, name)
    tasks = [task.id for task in interview.form.role.tasks]
    week = {"rows": dict(zip(tasks, (20, 30, 25, 25), strict=True))}
    answered = interview.answer("split", week)
    assert isinstance(answered, Interview)
    steps = {step.key: step.asked for step in answered.path.steps}
    at = next(asked for asked in steps.values() if asked.question.kind == "choice")
    around = Around(answers={"split": week}, questions=steps, last="split")
    found = understand(at, f"move 10 from research to {name}", answered.form, answered.path.split, around)
    assert (found.kind, found.key) == ("value", "split")
    assert [found.value["rows"][task] for task in tasks] == [30, 20, 25, 25]
    grids = [
        asked for asked in steps.values() if asked.question.kind == "grid" and len(asked.rows) == len(tasks)
    ]
    for grid in grids:
        options = [choice.letter for choice in grid.rows[0].choices]
        line = f"{name}: {options[0]}, research: {options[1]}, paperwork: {options[1]}, guiding: {options[1]}"
        found = understand(grid, line, answered.form, answered.path.split)
        assert found.kind == "value", (grid.key, found.question)
        chosen = [choice.id for choice in grid.rows[0].choices]
        assert [found.value[task] for task in tasks] == [chosen[0], *[chosen[1]] * 3]


def test_what_is_asked_back_names_the_row(library: Library, tmp_path: Path) -> None:
    interview = week_of(library, tmp_path, "none")
    asked = next(step.asked for step in interview.path.steps if step.asked.question.kind == "split")
    found = understand(asked, "none, research 30", interview.form, interview.path.split)
    assert "none" in found.question
    assert "\u02b9" not in found.question


@pytest.mark.parametrize(
    "line",
    ["30 painting, 25 guiding, 25 research, 20 painting again", "research 30, painting the tower 40, guiding 30",
     "30 research, 70 more painting, I think", "half guiding, half the painting's rest"],
)  # fmt: skip
def test_no_sign_for_a_name_is_shown_or_stored(library: Library, tmp_path: Path, line: str) -> None:
    interview = week_of(library, tmp_path, "painting")
    for step in interview.path.steps:
        found = understand(step.asked, line, interview.form, interview.path.split)
        assert "\u02b9" not in str(found)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("training 40, my boss's reports 60", "boss's reports"), ("K8s 20, training 80", "K8s"),
     ("training 80, SQL 20", "SQL"), ("TRAINING 80, HIRING 20", "hiring"), ("training 80, hiring 20", "hiring")],
)  # fmt: skip
def test_a_row_is_called_as_it_was_typed(form: Form, typed: str, name: str) -> None:
    found = understand(form.single["split"], typed, form, role_split(form.role_shares, given=True))
    week = found.value if found.kind == "value" else found.nearest[0][1]
    assert [one["name"] for one in week["other"]] == [name]
