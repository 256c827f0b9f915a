"""Looking at the answers and trying a change in the middle of the interview, and back at the same question."""

import pytest
from screen_driver import begin, click_link, enter, give_split, painted, running, settle, type_words
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.answers_so_far import AnswersSoFarScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.result.what_if import WhatIfScreen


async def at_the_years(app: AijriApp, pilot: Pilot[int]) -> InterviewScreen:
    screen = await begin(app, pilot)
    await give_split(app, pilot)
    for words in ("yes", "thought"):
        await enter(app, pilot, words)
    return screen


async def test_the_summary_shows_the_answers_and_returns_to_the_same_question(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_years(app, pilot)
        before = painted(app)
        await enter(app, pilot, "summary")
        assert isinstance(app.screen, AnswersSoFarScreen)
        page = painted(app)
        assert "Training 60" in page, page
        assert "Thinking about each row" in page
        assert screen.talk.left.sentence in page
        await pilot.press("escape")
        await settle(app, pilot)
        assert painted(app) == before
        await type_words(pilot, "6")
        await pilot.press("f9")
        await settle(app, pilot)
        assert isinstance(app.screen, AnswersSoFarScreen)
        await pilot.press("f9")
        await settle(app, pilot)
        assert screen.block.words.value == "6"
        assert screen.talk.step is not None
        assert screen.talk.step.key == "years"


async def test_an_answer_of_the_summary_is_changed_by_a_click(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_years(app, pilot)
        await enter(app, pilot, "summary")
        await click_link(app, pilot, "edit:steady")
        assert app.screen is screen
        assert screen.talk.step is not None
        assert screen.talk.step.key == "steady"


@pytest.mark.parametrize(
    ("typed", "told", "changed"),
    [
        ("level=principal", "Understood: Who decides: I set limits for several projects.", "‹ I set limits"),
        ("rung.train=originates", "Understood: Training: worked out new.", "‹ worked out new"),
        ("share=train:design:10", "Understood: Training: -10 points of time; Design: +10", "‹ 15 %"),
        ("share=train:design:3.14159", "Understood: Training: -3.1 points of time; Design: +3.1", "‹ 8"),
        ("growth=-1", "Understood: AI growth of this work: -1.", "‹ -1"),
        ("growth = -1?", "Understood: AI growth of this work: -1.", "‹ -1"),
    ],
)
async def test_a_what_if_in_words_begins_with_the_change(
    app: AijriApp, typed: str, told: str, changed: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_the_years(app, pilot)
        answers = screen.talk.interview.answers
        await enter(app, pilot, f"what if {typed}")
        assert isinstance(app.screen, WhatIfScreen)
        assert not app.screen.changes.empty
        assert changed in running(app), painted(app)
        assert told in running(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.talk.interview.answers.entries == answers.entries


@pytest.mark.parametrize("typed", ["I moved to the moon", "level=[/nope]", "share=train:nowhere:10", "a=b=c"])
async def test_words_that_are_no_change_open_the_page_plainly_and_say_so(app: AijriApp, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_years(app, pilot)
        screen.block.words.value = f"what if {typed}"
        await enter(app, pilot)
        assert isinstance(app.screen, WhatIfScreen)
        assert app.screen.changes.empty
        assert "Not understood" in painted(app)
