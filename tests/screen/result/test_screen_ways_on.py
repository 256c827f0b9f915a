"""From a first result to a what-if, back, to a file, and home: where a tired person goes at the end."""

from datetime import date
from pathlib import Path

from screen_driver import begin, enter, give_split, painted, settle, show_result

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.result.export import ExportScreen
from aijri_tui.screen.result.screen import ResultScreen
from aijri_tui.screen.result.what_if import WhatIfScreen


async def test_what_if_then_a_file_in_another_folder_then_home(app: AijriApp, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with app.run_test(size=(80, 24)) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await settle(app, pilot)

        await begin(app, pilot)
        await give_split(app, pilot)
        await press("f5")
        await show_result(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        await press("f4")
        assert isinstance(app.screen, WhatIfScreen)
        await press("right", "escape", "f6")
        assert isinstance(app.screen, ExportScreen)
        app.screen.query_one("#page").move_to("folder")  # type: ignore[attr-defined]
        await press("enter")
        await enter(app, pilot, str(tmp_path / "nowhere"))
        assert "There is no folder" in painted(app)
        await press("enter")
        await enter(app, pilot, str(elsewhere))
        app.screen.query_one("#page").move_to("write:txt")  # type: ignore[attr-defined]
        await press("enter")
        assert "There is no folder" not in painted(app)
        assert [path.name for path in elsewhere.iterdir()] == [
            f"aijri-deep-learning-engineer-{date.today()}.txt"
        ]
        session = app.sitting.kept.id if app.sitting else ""
        while not isinstance(app.screen, HomeScreen):
            await press("escape")
            if isinstance(app.screen, InterviewScreen):
                app.screen.action_home()
                await settle(app, pilot)
        assert app.screen.page.cursor == f"session:{session}"
        await press("enter")
        assert isinstance(app.screen, ResultScreen)
