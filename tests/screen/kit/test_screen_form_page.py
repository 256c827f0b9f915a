"""Forms: keys that come faster than the form can turn still reach the line they were typed for."""

from screen_driver import loaded, painted, settle
from textual import events
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.begin_guided import seen_of
from aijri_tui.screen.kit.form_page import FormScreen


async def form(app: AijriApp, pilot: Pilot[int]) -> FormScreen:
    await loaded(app, pilot)
    client = app.sessions.store().roster.add("Bo").id
    app.go("consent", await seen_of(app, client))
    await settle(app, pilot)
    assert isinstance(app.screen, FormScreen)
    return app.screen


async def test_lines_typed_at_once_stand_each_in_its_place(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await form(app, pilot)
        for key in ("g", "o", "enter", "A", "n", "n", "down", "9", "up", "a"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(app, pilot)
        assert screen.values() == {"goal": "go", "coach": "Anna", "until": "in 12 months9"}


async def test_enter_on_the_last_line_does_it_once(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await form(app, pilot)
        for key in ("g", "enter", "A", "enter", "enter", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(app, pilot)
        assert "read this aloud" in painted(app)
        assert len(app.screen_stack) == 3
