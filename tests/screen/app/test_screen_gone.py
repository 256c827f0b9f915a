"""What may not be shown any more is closed with the next key: a consent that ended, a session that went elsewhere."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import pytest
from screen_driver import loaded, painted, settle, type_words
from screen_of_a_client import OTHER, ROLE, Kept, at_her_result, choose, in_words, keep, opened, said
from textual import events

from aijri_engine import Interview
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.content_change import ContentChange
from aijri_engine.personal.result import result
from aijri_engine.store import Store
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.guard import TELLS_THE_FIGURE
from aijri_tui.screen.coach.before_result import TurnScreen
from aijri_tui.screen.coach.begin_guided import seen_of
from aijri_tui.screen.coach.client import ClientScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.result.screen import ResultScreen

pytestmark = pytest.mark.usefixtures("few_draws")


@pytest.mark.parametrize("key", ["f4", "f5", "f6", "f7", "f9", "enter", "down", "escape", "ctrl+p"])
async def test_after_a_consent_ended_elsewhere_the_next_key_closes_the_result(
    app: AijriApp, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        assert f"{kept.found.assessment.index:.1f}" in painted(app)
        app.sessions.store().roster.withdraw("Ana")
        await pilot.press(key)
        await settle(app, pilot)
        page = said(app)
        assert "Ana withdrew the consent on" in page
        assert "nothing more is kept or handed over" in page
        assert "What you answered last" not in page
        assert not any(isinstance(one, ResultScreen) for one in app.screen_stack)
        assert not app.clipboard
        await pilot.press("ctrl+q")
    assert app.return_code == 0


@pytest.mark.parametrize("act", ["line", "click", "history"])
async def test_after_a_consent_ended_elsewhere_a_line_and_a_click_close_it_too(
    app: AijriApp, act: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        if act == "history":
            app.back_to("home")
            app.go("history", kept.client)
            await settle(app, pilot)
            assert "The sittings of Ana" in painted(app)
        else:
            await type_words(pilot, "why so low")
        app.sessions.store().roster.withdraw("Ana")
        if act == "click":
            app.post_message(events.MouseUp(None, 4, 4, 0, 0, 1, False, False, False))
        else:
            await pilot.press("enter")
        await settle(app, pilot)
        assert "Ana withdrew the consent on" in said(app)
        assert getattr(app.screen, "route", "") == "home"


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (lambda store, kept: store.erase_session(kept.session), "was erased in another window"),
        (lambda store, kept: store.delete(kept.session), "was deleted meanwhile"),
        (lambda store, kept: store.delete_client("Ana"), "Ana was deleted meanwhile"),
    ],
)
async def test_a_session_that_went_elsewhere_is_shown_no_longer(
    app: AijriApp, gone: Callable[[Store, Kept], object], words: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await in_words(app, pilot)
        gone(app.sessions.store(), kept)
        await pilot.press("down")
        await settle(app, pilot)
        assert getattr(app.screen, "route", "") == "home"
        assert words in said(app)


async def test_a_file_about_one_sitting_is_never_made_with_another_ones_name(app: AijriApp) -> None:
    """Another client's sitting is opened above a result, and left again: whose the result is stays as it was."""
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        other = app.sessions.store().roster.find(OTHER)
        begun = Interview.start(app.library, ROLE, guided=True)
        app.go("session", app.sessions.store().start(begun, client_id=other.id).id)
        await settle(app, pilot)
        assert app.session is not None
        assert app.session.client == OTHER
        app.back_to("result")
        assert app.session.client == "Ana"
        assert app.session.id == kept.session


async def test_every_page_and_copy_that_tells_of_a_client_names_whom(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        sitting, base = app.sitting, list(app.screen_stack)
        assert sitting is not None
        interview, found = sitting.interview, result(sitting.interview)
        change = ContentChange(found, found, bridge(found.personal, found.personal), ("role",), ())
        handed: dict[str, tuple[object, ...]] = {
            "compare": (found,), "export": (found,), "what_if": (interview,), "score": (interview,),
            "result": (sitting,), "answers": (sitting,), "review": (sitting,), "interview": (sitting,),
            "quality": (sitting,), "preview": (sitting,), "ask_client": (sitting,), "history": (kept.client,),
            "before_hour": (await seen_of(app, kept.client),), "content_choice": (change, datetime.now()),
        }  # fmt: skip
        assert set(handed) > TELLS_THE_FIGURE
        for name, arguments in handed.items():
            app.go(name, *arguments)
            await settle(app, pilot)
            if isinstance(app.screen, TurnScreen):
                await choose(app, pilot, "cover:lift")
            assert getattr(app.screen, "route", "") == name
            assert "Ana" in painted(app).splitlines()[0], name
            while app.screen_stack != base:
                app.pop_screen()
            await settle(app, pilot)
        await pilot.press("f7")
        assert app.clipboard.startswith("Ana\n")
        app.back_to("home")
        for name in ("client", "history"):
            app.go(name, kept.client)
            await settle(app, pilot)
            assert app.whose == "Ana", name
            app.go("compare", found, kept.session)
            await settle(app, pilot)
            assert "AIJRI · Ana · compare" in painted(app)
            app.back_to("home")


async def test_the_result_tells_the_consent_that_is_recorded(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        assert app.sitting is not None
        app.sitting.take(app.sitting.talk.revealed("result"))
        app.go("result", app.sitting)
        await settle(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        app.screen.action_open("purpose")
        await settle(app, pilot)
        page = said(app)
        assert "no consent is recorded" not in page
        assert "1 January 2099" in page


async def test_keys_pressed_before_the_session_asked_for_is_there_choose_nothing(
    app: AijriApp,
) -> None:
    app.go("session", "")
    app._waiting = None
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "enter")
        await loaded(app, pilot)
        kept = keep(app)
        await pilot.press("enter", "x")
        await settle(app, pilot)
        assert "Opening what you asked for" in painted(app)
        assert "Start a new interview" not in painted(app)
        app.go("session", kept.session)
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        await pilot.press("escape", "escape")
        await settle(app, pilot)
        assert "Start a new interview" in painted(app)


async def test_a_session_that_cannot_be_opened_says_so_on_a_first_screen_that_works(app: AijriApp) -> None:
    app.go("session", "nothere")
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "there is no session" in said(app).lower()
        assert "Start a new interview" in painted(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert len(app.screen_stack) == 2


@pytest.mark.parametrize("act", ["note", "plan", "date", "form"])
async def test_of_a_client_who_said_no_nothing_is_filled_in_first(app: AijriApp, act: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        client = app.sessions.store().roster.add("Ben").id
        app.sessions.store().roster.decline(client)
        app.go("client", client)
        await settle(app, pilot)
        card = app.screen
        assert isinstance(card, ClientScreen)
        card.action_act(act)
        await settle(app, pilot)
        assert app.screen is card
        assert "The answer was no" in said(app)
        assert "read a new consent (c)" in said(app)


async def test_what_is_done_in_the_background_ends_with_its_page(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home has lost its page, and is not gone yet, when what it waited for comes: nobody is shown an error."""
    going, painted_on = asyncio.Event(), list[bool]()
    monkeypatch.setattr(Sheet, "on_unmount", lambda sheet: going.set(), raising=False)

    async def read() -> None:
        await going.wait()
        while app.home.query("#page"):
            await asyncio.sleep(0)
        painted_on.append(app.home.is_attached)
        app.home.paint_page()

    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.home.run_worker(read())
        await pilot.pause()
    assert painted_on == [True]
