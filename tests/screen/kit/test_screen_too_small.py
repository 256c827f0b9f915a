"""A window that becomes too small and large again."""

import pytest
from screen_driver import answer_all, begin, enter, give_split, loaded, painted, settle, show_result

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.result.screen import ResultScreen


@pytest.mark.parametrize("words", ["", "thou"], ids=["empty", "half a word"])
async def test_typing_goes_on_after_too_little_room(app: AijriApp, words: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await enter(app, pilot, "yes")
        for letter in words:
            await pilot.press(letter)
        before = screen.talk.step
        await pilot.resize_terminal(50, 12)
        await settle(app, pilot)
        assert "too small" in painted(app)
        await pilot.resize_terminal(120, 40)
        await settle(app, pilot)
        await enter(app, pilot, "thought"[len(words) :])
        assert screen.talk.step != before


async def test_an_earlier_result_opens_as_a_result(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        session = app.sitting.kept.id if app.sitting else ""
        while not isinstance(app.screen, HomeScreen):
            app.pop_screen()
        await loaded(app, pilot)
        app.go("session", session)
        await settle(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "44.6" in painted(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
