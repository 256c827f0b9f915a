"""Nothing typed is lost by leaving: every text of every page, by every way out, is asked about once or kept."""

import pytest
from screen_driver import begin, click_link, enter, loaded, painted, settle, type_words
from test_screen_routes import filled, handed, nasty_interview
from textual import events
from textual.pilot import Pilot

from aijri_engine import Library
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.commands import commands_for
from aijri_tui.screen.app.routes import ROUTES, target_of
from aijri_tui.screen.home.own_table import OwnTableScreen
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.interview.week_file import WeekFileScreen
from aijri_tui.screen.kit.form_page import FormScreen
from aijri_tui.screen.kit.shell import NOT_KEPT
from aijri_tui.screen.result.talking import TalkingFrame

LINES = (FormScreen, TalkingFrame, OwnTableScreen, WeekFileScreen)
"""Kinds of pages with a text that would be missed; the line of other pages searches, unlocks or names a folder."""
WAYS = ("Leave", "Back to the screen before", "f2", "escape")
"""Ways out beside ctrl+q."""


async def by_palette(app: AijriApp, pilot: Pilot[int], title: str) -> None:
    next(act for name, _, act in commands_for(app, app.screen) if name == title)()
    await settle(app, pilot)


async def leave(app: AijriApp, pilot: Pilot[int], way: str) -> None:
    if way[0].isupper():
        await by_palette(app, pilot, way)
    else:
        await pilot.press(way)
        await settle(app, pilot)


def told(app: AijriApp) -> str:
    return " ".join(" ".join([painted(app), *(one.message for one in app._notifications)]).split())


async def test_what_is_typed_on_any_page_is_asked_about_before_it_is_left(
    app: AijriApp, library: Library
) -> None:
    asked = 0
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        interview = nasty_interview(library).reveal("result")
        opened = await handed(app, interview, filled(app, interview))
        base = len(app.screen_stack)
        for name in ROUTES:
            kind = target_of(name)
            if not (isinstance(kind, type) and issubclass(kind, LINES)):
                continue
            app.go(name, *opened.get(name, ()))
            await settle(app, pilot)
            page = app.screen
            line = next(iter(page.query("Input, TextArea")), None)
            escape = WAYS[asked % len(WAYS)] == "escape" and isinstance(page, TalkingFrame)
            for way in ("ctrl+q", WAYS[asked % len(WAYS)]) if line is not None and not escape else ():
                page.set_focus(line)
                line.post_message(events.Paste("half a thought"))
                await settle(app, pilot)
                app.clear_notifications()
                await leave(app, pilot, way)
                assert app.screen is page, (name, way)
                assert NOT_KEPT in told(app), (name, way)
                assert app._exit is False, (name, way)
            asked += line is not None
            while len(app.screen_stack) > base:
                app.pop_screen()
    assert asked > 22


@pytest.mark.parametrize("way", ["ctrl+q", "Leave"])
async def test_the_same_once_more_leaves(app: AijriApp, way: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("add_client")
        await settle(app, pilot)
        await type_words(pilot, "ana")
        await leave(app, pilot, way)
        assert app._exit is False
        await pilot.press("ctrl+c")
        assert "What you typed last is not kept yet." in told(app)
        assert "Your answers are saved" not in told(app)
        await leave(app, pilot, way)
        assert app._exit is True


def words_of(screen: InterviewScreen) -> str:
    return screen.block.words.value


@pytest.mark.parametrize("way", ["ctrl+q", "Leave", "First screen", "Back to the screen before"])
async def test_a_half_typed_answer_is_asked_about(app: AijriApp, way: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await type_words(pilot, "half of it training")
        await leave(app, pilot, way)
        assert app._exit is False
        assert app.screen is screen
        assert NOT_KEPT in told(app)
        assert words_of(screen) == "half of it training"


async def test_escape_does_not_throw_a_typed_sentence_away_and_another_question_keeps_it(
    app: AijriApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "50 training 50 design")
        await type_words(pilot, "about six years i think")
        await pilot.press("escape")
        await settle(app, pilot)
        assert words_of(screen) == "about six years i think"
        assert "Esc again leaves" in told(app)
        asked = screen.talk.step
        await pilot.press("f2")
        await settle(app, pilot)
        assert screen.talk.step != asked
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.talk.step == asked
        assert words_of(screen) == "about six years i think"


async def test_what_is_typed_in_the_review_is_kept_by_escape(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "50 training 50 design")
        await pilot.press("f5")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        await click_link(app, pilot, "whole:sounds_like:mostly")
        await type_words(pilot, "more meetings")
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is screen
        assert [one.value for one in screen.talk.review_steps] == ["mostly", "more meetings"]


@pytest.mark.parametrize("way", ["ctrl+q", "escape", "quit", "Leave"])
async def test_rows_that_are_no_week_yet_are_asked_about(app: AijriApp, way: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("own_table", "owl whisperer")
        await settle(app, pilot)
        page = app.screen
        assert isinstance(page, OwnTableScreen)
        await enter(app, pilot, "30% feeding the owls, 25% guiding visitors")
        for left in (False, True):
            await (enter(app, pilot, way) if way == "quit" else leave(app, pilot, way))
            assert (app.screen is not page or app._exit) is left
            if not left:
                assert "not kept yet" in told(app)
                assert "feeding the owls: 30 %" in painted(app)
