"""The week from a calendar or time sheet, on the screen and by lines."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from screen_driver import begin, click_link, enter, painted, settle

from aijri_tui.screen.app.app import AijriApp
from tests.plain.plain_driver import type_lines


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Ten days of the last two weeks: four hours of training and an hour of lunch each."""
    monday = date.today() - timedelta(days=date.today().weekday())
    days = [monday - timedelta(days=back) for back in (14, 13, 12, 11, 10, 7, 6, 5, 4, 3)]
    rows = "".join(f"{day},4,Training runs\n{day},1,Lunch\n" for day in days)
    path = tmp_path / "hours.csv"
    path.write_text(f"Date,Hours,Description\n{rows}", encoding="utf-8")
    return path


async def test_from_the_link_to_an_answer_that_rests_on_a_calendar(app: AijriApp, sheet: Path) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await click_link(app, pilot, "say:from a file")
        await enter(app, pilot, "nowhere.csv")
        assert "nowhere.csv cannot be read" in painted(app)
        app.screen.query_one("AnswerInput").value = str(sheet)  # type: ignore[attr-defined]
        await enter(app, pilot)
        page = painted(app)
        assert "Training runs" in page
        assert "1 not placed yet" in page
        await pilot.press("down", "left")
        await enter(app, pilot, "6 hours debugging")
        await settle(app, pilot)
        assert "26.0 hours a week" in painted(app)
        await enter(app, pilot)
        await settle(app, pilot)
        split = screen.interview.path.split
        assert (split.unit, dict(split.rows)["train"], dict(split.rows)["debug"], split.total) == (
            "hours",
            20,
            6,
            26,
        )
        assert screen.interview.values()["split_basis"] == "calendar"
        assert "Lunch" not in repr(screen.interview.events)


async def test_a_file_named_in_the_line_opens_the_same_page(app: AijriApp, sheet: Path) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        screen.block.words.value = f"file {sheet}"
        await screen.block.words.action_submit()
        await settle(app, pilot)
        page = painted(app)
        assert "Training runs" in page
        assert "or in words: 2 design" in page
        await pilot.press("escape")
        await settle(app, pilot)
        screen.block.words.value = "from a calendar"
        await screen.block.words.action_submit()
        await settle(app, pilot)
        assert "A calendar (.ics) or a time sheet (.csv)" in painted(app)


def test_by_lines_too(sheet: Path) -> None:
    held = type_lines("from a calendar", f"file {sheet}", "", "rest no", "", "quit")
    assert "Which file? For example: file week.ics." in held.said
    assert "2. Lunch" in held.said
    assert "Line 2 goes nowhere yet" in held.said
    assert "Training 100" in held.said
