"""An earlier answer opened again: where one is, what it becomes, and out of it without a change."""

import pytest
from screen_driver import (
    ANSWERS,
    answer_all,
    begin,
    click_link,
    enter,
    give_split,
    painted,
    settle,
    type_words,
)
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


async def after_four(app: AijriApp, pilot: Pilot[int]) -> InterviewScreen:
    screen = await begin(app, pilot)
    await give_split(app, pilot)
    for words in ("yes", "thought", "6", "a"):
        await enter(app, pilot, words)
    return screen


def open_key(screen: InterviewScreen) -> str:
    assert screen.talk.step is not None
    return screen.talk.step.key


@SIZES
@pytest.mark.case("walk 8")
async def test_a_figure_typed_over_an_earlier_one_replaces_it_and_is_told(
    app: AijriApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await after_four(app, pilot)
        asked = open_key(screen)
        await click_link(app, pilot, "edit:years")
        page = painted(app)
        assert "esc leaves it as it was" in page
        await enter(app, pilot, "9")
        assert open_key(screen) == asked
        assert "Changed: Years, now: 9 years." in painted(app)
        await enter(app, pilot, "edit years")
        await enter(app, pilot)
        assert "Years: as it was." in painted(app)
        step = screen.talk.interview.step("years")
        assert step is not None
        assert step.value == 9.0


@pytest.mark.parametrize("typed", ["e", "customers asked for people"])
async def test_what_is_typed_goes_with_the_boxes_that_were_ticked(app: AijriApp, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await after_four(app, pilot)
        await enter(app, pilot, "edit conditions")
        assert open_key(screen) == "conditions"
        await pilot.press("down", "down", "down", "space")
        await enter(app, pilot, typed)
        if typed != "e":
            await enter(app, pilot, "yes")
        step = screen.talk.interview.step("conditions")
        assert step is not None
        assert step.value == ("union_consulted", "customers_people")


async def test_escape_leaves_an_earlier_answer_as_it_was(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await after_four(app, pilot)
        asked, entries = open_key(screen), dict(screen.talk.interview.answers.entries)
        for way in ("edit your week", "edit years", "edit where the figures come from"):
            await enter(app, pilot, way)
            assert open_key(screen) != asked
            await type_words(pilot, "7")
            await pilot.press("escape")
            await settle(app, pilot)
            assert app.screen is screen
            assert open_key(screen) == asked
        assert dict(screen.talk.interview.answers.entries) == entries
        await enter(app, pilot, "edit your week")
        assert "100 %, nothing left" in painted(app)
        await pilot.press("escape")
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_escape_leads_back_to_the_review_an_answer_was_chosen_in(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await answer_all(app, pilot, {**ANSWERS, "employer": "b"})
        assert isinstance(app.screen, ReviewScreen)
        await click_link(app, pilot, "edit:employer")
        assert app.screen is screen
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is screen
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_two_steps_back_and_a_changed_choice_lead_on_to_the_open_question(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await after_four(app, pilot)
        asked = open_key(screen)
        await pilot.press("f2")
        await settle(app, pilot)
        assert "(your answer)" in painted(app)
        await pilot.press("f2", "f2")
        await settle(app, pilot)
        assert open_key(screen) == "split_basis"
        await pilot.press("up", "enter")
        await settle(app, pilot)
        assert open_key(screen) == asked
        assert "Changed: Where the figures come from, now: A quick guess." in painted(app)
