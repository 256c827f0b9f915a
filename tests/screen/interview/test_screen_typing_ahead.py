"""A slow disk: what is typed and clicked meanwhile is neither lost nor an answer to the next question."""

import asyncio

import pytest
from screen_driver import (
    FINE_TUNER,
    answer_until,
    begin,
    click_link,
    enter,
    give_split,
    painted,
    place_of,
    settle,
)
from screen_quiet import Gate
from textual import events
from textual.pilot import Pilot

from aijri_engine import Interview
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.sheet import Sheet

TURNS = 200
"""Turns of the loop after which every key has reached its widget."""


class SlowDisk:
    """A session whose next save waits until it is let go."""

    def __init__(self, screen: InterviewScreen) -> None:
        self._save = screen.sitting.kept.save
        self.gate = Gate()
        screen.sitting.kept.save = self.save  # type: ignore[method-assign]

    def save(self, interview: Interview) -> None:
        self.gate.hold()
        self._save(interview)


async def send(app: AijriApp, *keys: str) -> None:
    """Press keys without waiting for what they do."""
    for key in keys:
        app.simulate_key(key)
        for _ in range(TURNS):
            await asyncio.sleep(0)


async def click_at(sheet: Sheet, offset: tuple[int, int]) -> None:
    """Click without waiting for what it does."""
    x, y = sheet.region.offset + offset
    sheet.post_message(events.Click(sheet, *offset, 0, 0, 1, False, False, False, x, y))
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def answer_slowly(app: AijriApp, screen: InterviewScreen, *keys: str) -> SlowDisk:
    """Press these keys; the answer is being saved when this returns."""
    disk = SlowDisk(screen)
    await send(app, *keys)
    await disk.gate.reached_by_a_thread()
    return disk


async def after(app: AijriApp, pilot: Pilot[int], disk: SlowDisk) -> None:
    disk.gate.open()
    await settle(app, pilot)
    await settle(app, pilot)


async def test_words_typed_during_a_save_stand_at_the_next_question_unsent(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        disk = await answer_slowly(app, screen, "y", "e", "s", "enter")
        await send(app, "t", "h", "o", "x", "backspace", "u", "enter", "enter", "z")
        assert screen.talk.interview.answers.get("steady") is None
        await after(app, pilot, disk)
        assert screen.talk.interview.answers.get("steady") is not None
        assert screen.talk.step is not None
        assert screen.talk.step.key == "split_basis"
        assert "┃ thou" in painted(app)
        await enter(app, pilot, "ght")
        assert screen.talk.interview.answers.get("split_basis") is not None


async def test_enter_pressed_twice_answers_once(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        disk = await answer_slowly(app, screen, "y", "e", "s", "enter")
        await send(app, "enter", "down", "enter")
        await after(app, pilot, disk)
        assert screen.talk.step is not None
        assert screen.talk.step.key == "split_basis"
        assert screen.talk.trouble is None


async def test_figures_typed_during_a_save_are_for_the_rows_that_come(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot, {**FINE_TUNER, "train": "30", "collaboration": "40"})
        assert screen.talk.step is not None
        assert screen.talk.step.key == "collaboration_parts"
        await pilot.press("f2")
        await settle(app, pilot)
        disk = await answer_slowly(app, screen, "enter")
        await send(app, "2", "5")
        await after(app, pilot, disk)
        assert screen.talk.step.key == "collaboration_parts"
        assert "25_" in painted(app)
        assert "15 left to give" in painted(app)


async def test_clicks_during_a_save_and_double_clicks_answer_one_question(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await answer_until(app, pilot, "depth.train")
        options = screen.query_one("#options", Sheet)
        offset = place_of(app, options, "option:follows")
        assert offset is not None
        disk = SlowDisk(screen)
        await click_at(options, offset)
        await disk.gate.reached_by_a_thread()
        await click_at(options, offset)
        await after(app, pilot, disk)
        assert [key for key in screen.talk.interview.answers.entries if key.startswith("depth")] == [
            "depth.train"
        ]
        await pilot.double_click(options, offset=offset)
        await settle(app, pilot)
        assert len([key for key in screen.talk.interview.answers.entries if key.startswith("depth")]) == 2


async def test_a_command_of_the_palette_waits_for_the_save(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        disk = await answer_slowly(app, screen, "y", "e", "s", "enter")
        undo = asyncio.create_task(screen.run_action("say('undo')"))
        for _ in range(TURNS):
            await asyncio.sleep(0)
        await after(app, pilot, disk)
        await undo
        await settle(app, pilot)
        kinds = [event.kind for event in screen.talk.interview.events]
        assert kinds[-2:] == ["answered", "undone"]
        assert screen.talk.step is not None
        assert screen.talk.step.key == "steady"


async def test_what_is_typed_while_the_last_answer_is_saved_does_nothing_to_the_review(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        interview = screen.talk.interview
        for step in screen.talk.steps:
            interview = interview if step.key == "steady" else interview.skip(step.key)
        screen.sitting.talk = screen.talk.__class__(interview, wanted="steady")
        screen.paint()
        await settle(app, pilot)
        disk = await answer_slowly(app, screen, "y", "e", "s", "enter")
        await send(app, "x", "enter")
        await after(app, pilot, disk)
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.block.words.value == ""


@pytest.mark.parametrize("pasted", ["half training, a quarter design,\nthe rest debugging"])
async def test_a_pasted_sentence_divides_the_week(app: AijriApp, pasted: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        app.post_message(events.Paste(pasted))
        await settle(app, pilot)
        assert "the rest debugging" in painted(app)
        await enter(app, pilot)
        assert screen.talk.interview.path.split.shares["debug"] == 25


async def test_keys_that_come_in_one_burst_keep_their_order(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        for key in ("5", "enter", "6", "0", "enter", "1", "0", "down", "1", "0", "up", "9"):
            app.simulate_key(key)
        await settle(app, pilot)
        amounts = [screen.block.splitter.state.amount(place) for place in range(4)]
        assert amounts == [5, 60, 9, 10]


async def test_a_click_on_an_option_of_a_question_seen_long_enough_counts(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await click_link(app, pilot, "option:yes")
        await click_link(app, pilot, "option:thought")
        assert screen.talk.interview.answers.get("split_basis") is not None


async def test_letters_that_move_elsewhere_are_typed_at_a_question(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        for word in ("just", "known"):
            await pilot.press(*word)
            await settle(app, pilot)
            assert screen.block.words.value == word
            screen.block.words.value = ""
            await settle(app, pilot)


@pytest.mark.parametrize("typed", ["35 training, 20 debugging", "1.5h training"])
async def test_a_line_over_words_that_were_refused_keeps_its_first_figure(typed: str, app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "zqx")
        for sign in typed:
            app.post_message(events.Key("space" if sign == " " else sign, sign))
        await settle(app, pilot)
        assert screen.block.words.value == typed
        assert screen.block.splitter.state.total == 0
