"""One share has one figure wherever a report shows it, and what is withheld leaves no mean and no empty heading."""

import pytest

from aijri_engine import Interview, Library, result
from aijri_engine.interview.understanding.replies import echo_of
from aijri_engine.personal.comparison import side_by_side
from aijri_engine.report.building import build
from aijri_engine.report.comparing import compared
from aijri_engine.report.options import ReportOptions
from aijri_engine.report.parts.figure import bridge_table, task_table
from aijri_engine.report.parts.pictures import week
from aijri_engine.report.renderers.markdown import render

ROLE = "deep-learning-engineer"
THIRDS = {"design": 33.33, "train": 33.33, "infra": 33.34}
SIXTHS = {
    "design": 16.66,
    "train": 16.67,
    "infra": 16.67,
    "debug": 16.66,
    "research": 16.67,
    "collaboration": 16.67,
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


def sitting(library: Library, split: dict[str, float]) -> Interview:
    found = Interview.from_answers(library, ROLE, {"level": "junior", "split": split})
    assert isinstance(found, Interview)
    return found


@pytest.mark.parametrize("split", [THIRDS, SIXTHS])
def test_a_share_has_one_figure_in_week_table_bridge_and_echo(
    library: Library, split: dict[str, float]
) -> None:
    interview = sitting(library, split)
    found = result(interview)
    chart = week(found).chart
    shown = {bar.name: bar.share for bar in chart.bars if float(bar.share)}  # type: ignore[union-attr]
    assert sum(map(float, shown.values())) == pytest.approx(100)
    table = {row[0]: row[1] for row in task_table(found).rows}
    names = {task.name: task.short for task in found.personal.tasks}
    assert {names[name]: share for name, share in table.items() if name in names and float(share)} == shown
    moved = {row[1]: row[3] for row in bridge_table(found).rows if row[1].startswith("time on ")}
    for name, share in shown.items():
        assert moved.get(f"time on {name.lower()}", share) == share
    step = interview.path.step("split")
    assert step is not None
    said = echo_of(step.asked, step.value)
    assert all(f"{name} {share}" in said for name, share in shown.items()), said


def test_before_and_after_show_the_shares_of_their_own_weeks(library: Library) -> None:
    found = side_by_side(result(sitting(library, THIRDS)), result(sitting(library, SIXTHS)), library)
    text = render(compared(found, ("2026-01-01", "2026-02-01"), ReportOptions(date="2026-02-01"))).decode()
    (line,) = (line for line in text.splitlines() if "time on infrastructure" in line)
    assert [cell.strip() for cell in line.split("|")][3:5] == ["33.4", "16.7"]


def test_a_withheld_result_tells_no_mean_and_every_part_says_what_it_holds(library: Library) -> None:
    code = "27-1023.00"
    asked = Interview.from_answers(library, code, {"level": "senior"})
    assert isinstance(asked, Interview)
    found = result(asked)
    assert found.withheld
    parts = build(found, ReportOptions(date="")).sections
    assert all(part.gist.strip() for part in parts)
    assert not [part.gist for part in parts if "mean " in part.gist]


def test_a_tie_is_told_as_one(library: Library) -> None:
    found = result(sitting(library, {"design": 40, "train": 40, "infra": 20}))
    assert week(found).sentence == "The largest parts of your week are Design and Training with 40 % each."
    assert "-0" not in [cell for row in bridge_table(found, exact=True).rows for cell in row]


def test_rows_that_are_equal_are_named_together_however_they_are_rounded(library: Library) -> None:
    tasks = ("design", "train", "infra", "debug", "research", "collaboration")
    found = result(sitting(library, dict.fromkeys(tasks, 100 / 6)))
    told = week(found).sentence
    assert told == (
        "The largest parts of your week are Design, Training, Infrastructure, Debugging, Research and Collaboration "
        "with about 17 % each."
    )


def test_what_is_expected_of_a_task_is_marked_so_where_its_figure_is_withheld(library: Library) -> None:
    week_of_half = {"assess": 25, "medicines": 15, "care": 10}
    answers = {
        "split": week_of_half,
        "other": [{"name": "project", "share": 50}],
        "depth": {"care": "follows"},
    }
    asked = Interview.from_answers(library, "registered-nurse", answers | {"level": "senior"})
    assert isinstance(asked, Interview)
    found = result(asked)
    assert found.withheld
    rows = {row[0]: row[5:] for row in task_table(found).rows}
    assert rows["Assessment"][1].split() == ["○", "expected"]
    assert rows["Hands-on care"][1].split() == ["●", "said"]
    text = render(build(found, ReportOptions(date=""))).decode()
    assert f"○ {rows['Assessment'][0]}" in text
    assert f"● {rows['Hands-on care'][0]}" in text
    assert "○ other work, not rated" not in text


@pytest.mark.parametrize("short", [True, False])
def test_before_and_after_says_what_it_is_not_for(library: Library, short: bool) -> None:
    found = side_by_side(result(sitting(library, THIRDS)), result(sitting(library, SIXTHS)), library)
    options = ReportOptions(date="2026-02-01", short=short)
    assert library.wording.not_for in render(compared(found, ("2026-01-01", "2026-02-01"), options)).decode()
