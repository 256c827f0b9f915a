"""The line under a result, a what-if and a comparison: typed questions are answered in place, changes are told."""

import pytest
from screen_driver import (
    answer_all,
    begin,
    enter,
    give_split,
    painted,
    running,
    settle,
    show_result,
    type_words,
)

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.result.compare import CompareScreen
from aijri_tui.screen.result.export import ExportScreen
from aijri_tui.screen.result.screen import ResultScreen
from aijri_tui.screen.result.what_if import WhatIfScreen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_a_result_is_talked_about_where_it_stands(app: AijriApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        screen = app.screen
        assert isinstance(screen, ResultScreen)
        before = painted(app)
        await enter(app, pilot, "why so low?")
        assert app.screen is screen
        assert "What pulls it down against the role" in running(app)
        await enter(app, pilot, "what if I move 20 percent from training to research")
        assert app.screen is screen
        assert "Training 60 to 40 % and Research 5 to 25 %" in running(app)
        assert "your answers and your figure are as they were" in running(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert painted(app) == before
        await enter(app, pilot, "steps")
        assert "▾ What you could do" in painted(app)
        await enter(app, pilot, "compare")
        assert isinstance(app.screen, CompareScreen)
        await enter(app, pilot, "which step first")
        assert "Why this one" in running(app)
        await pilot.press("escape", "escape")
        await settle(app, pilot)
        await enter(app, pilot, "report")
        assert isinstance(app.screen, ExportScreen)


async def test_a_what_if_takes_changes_in_words_and_questions_move_nothing(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        await enter(app, pilot, "what if")
        screen = app.screen
        assert isinstance(screen, WhatIfScreen)
        assert screen.changes.empty
        await enter(app, pilot, "why so low?")
        assert screen.changes.empty
        await enter(app, pilot, "move 20 percent from training to research")
        assert screen.changes.shares == {"train": -20.0, "research": 20.0}
        await enter(app, pilot, "10 points from debugging to design")
        assert screen.changes.shares == {"train": -20.0, "research": 20.0, "debug": -10.0, "design": 10.0}
        await enter(app, pilot, "what if the moon was green")
        assert len(screen.changes.shares) == 4
        await type_words(pilot, "reset")
        await pilot.press("enter")
        await settle(app, pilot)
        assert screen.changes.empty
