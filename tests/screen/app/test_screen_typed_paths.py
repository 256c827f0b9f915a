"""A path that no file can have is refused in a sentence, on every page that asks for one."""

import pytest
from screen_driver import enter, loaded, painted, running, settle
from test_screen_routes import filled, handed, nasty_interview
from textual.widgets import Input

from aijri_engine import Library
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.routes import ROUTES, target_of
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.result.export import ExportScreen

PATHS = ("~nobody-of-this-name/x", "y" * 300, "/proc/nothing/here")
WRITES_NOTHING = ("to_file",)
"""Its writer is a stand-in here."""
LINES = ("path", "folder", "logo")


@pytest.mark.parametrize("size", [(100, 40), (60, 16)])
async def test_no_page_falls_over_a_path(app: AijriApp, library: Library, size: tuple[int, int]) -> None:
    """It says so in a sentence that is in view, however little of the page is."""
    async with app.run_test(size=size) as pilot:
        await loaded(app, pilot)
        interview = nasty_interview(library).reveal("result")
        opened = await handed(app, interview, filled(app, interview))
        base, asked = len(app.screen_stack), set()
        for name in ROUTES:
            kind = target_of(name)
            if not (isinstance(kind, type) and issubclass(kind, FormScreen)) or name in WRITES_NOTHING:
                continue
            app.go(name, *opened.get(name, ()))
            await settle(app, pilot)
            page = app.screen
            assert isinstance(page, FormScreen)
            for line in (one for one in page._lines if one.line.id in LINES):
                for path in PATHS:
                    for other in page._lines:
                        if isinstance(other.widget, Input) and other.line.id != line.line.id:
                            other.widget.value = other.value or "2099-12-31"
                    line.widget.value = path
                    page.do()
                    await settle(app, pilot)
                    assert app.screen is page, (name, path)
                    assert page._trouble, (name, path)
                    assert page._trouble[:20] in running(app), (name, path)
                    asked.add(name)
            while len(app.screen_stack) > base:
                app.pop_screen()
            await settle(app, pilot)
        app.go("export", *opened["export"])
        await settle(app, pilot)
        assert isinstance(app.screen, ExportScreen)
        for path in PATHS:
            await app.screen.chosen("folder", "folder", "")
            await settle(app, pilot)
            app.screen.query_one(Input).value = path
            await pilot.press("enter")
            await settle(app, pilot)
            assert "There is no folder" in painted(app)
        assert len(asked) >= 4, asked


async def test_a_refused_line_of_an_own_table_is_in_view(app: AijriApp) -> None:
    async with app.run_test(size=(60, 16)) as pilot:
        await loaded(app, pilot)
        app.go("own_table")
        await settle(app, pilot)
        await enter(app, pilot, "Owl keeper")
        for number in range(10):
            await enter(app, pilot, f"{number + 1} % kind {'abcdefghij'[number] * 3}")
        await enter(app, pilot, "8h3 mail")
        assert "one figure, in percent or hours." in painted(app)
