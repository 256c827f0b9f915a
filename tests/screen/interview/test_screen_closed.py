"""Consent that is withdrawn in another window while a client's sitting is on the screen."""

from datetime import date

import pytest
from screen_driver import ANSWERS, FINE_TUNER, loaded, running, settle
from textual.pilot import Pilot

from aijri_engine import Interview
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.rows import links_of
from aijri_tui.screen.kit.sheet import Sheet

LEVEL_AND_WEEK = {"level": "senior", "split": {name: int(share) for name, share in FINE_TUNER.items()}}
TOLD = "Ana withdrew the consent on"
PARTING = "Nothing is kept from here on."
LAST = "What you answered last is not kept."


async def opened(app: AijriApp, pilot: Pilot[int]) -> str:
    """Ana's sitting on the screen; its id."""
    await loaded(app, pilot)
    store, library = app.sessions.store(), app.library
    client = store.roster.add("Ana")
    store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    begun = Interview.from_answers(library, "deep-learning-engineer", LEVEL_AND_WEEK)
    assert isinstance(begun, Interview)
    session = store.start(begun, client_id=client.id).id
    app.go("session", session)
    await settle(app, pilot)
    assert isinstance(app.screen, InterviewScreen)
    return session


def closed(app: AijriApp, lost: bool = False) -> None:
    """The reason stands on the screen, and nothing of the sitting."""
    told = running(app)
    assert TOLD in told
    assert PARTING in told
    assert (LAST in told) is lost
    assert not any(isinstance(one, InterviewScreen | ReviewScreen) for one in app.screen_stack)
    assert not any(sign in told for sign in ("Green", "Yellow", "F4", "F6", "your answers"))


async def test_an_answer_after_it_closes_the_sitting_and_leaving_says_what_is_not_kept(
    app: AijriApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        session = await opened(app, pilot)
        kept = len(app.sessions.store().session(session).events)
        app.sessions.store().roster.withdraw("Ana")
        assert isinstance(app.screen, InterviewScreen)
        step = app.screen.talk.step
        assert step is not None
        app.screen.block.words.value = ANSWERS[step.key]
        await pilot.press("enter")
        await settle(app, pilot)
        closed(app, lost=True)
        assert len(app.sessions.store().session(session).events) == kept
        await pilot.press("escape")
        await settle(app, pilot)
        await pilot.press("ctrl+q")
    assert TOLD in app.farewell
    assert f"{PARTING} {LAST}" in app.farewell


@pytest.mark.parametrize("way", ["result", "words"])
@pytest.mark.parametrize("seen", [False, True])
async def test_no_result_is_shown_after_it(app: AijriApp, way: str, seen: bool) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        if seen:
            assert isinstance(app.screen, InterviewScreen)
            await app.screen.take(app.screen.talk.revealed("result"))
        await pilot.press("f5")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        app.sessions.store().roster.withdraw("Ana")
        app.screen.query_one("#page", Sheet).move_to(f"end:{way}")
        await pilot.press("enter")
        await settle(app, pilot)
        closed(app)


@pytest.mark.parametrize("key", ["f4", "f5"])
async def test_no_page_of_the_sitting_opens_after_it(app: AijriApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        app.sessions.store().roster.withdraw("Ana")
        await pilot.press(key)
        await settle(app, pilot)
        closed(app)


async def test_an_answer_about_the_whole_closes_it_too(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await pilot.press("f5")
        await settle(app, pilot)
        app.sessions.store().roster.withdraw("Ana")
        sheet = app.screen.query_one("#page", Sheet)
        sheet.move_to(next(link for row in sheet.rows(80) for link in links_of([row]) if "whole:" in link))
        await pilot.press("enter")
        await settle(app, pilot)
        closed(app)
