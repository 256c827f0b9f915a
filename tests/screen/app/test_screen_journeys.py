"""Whole ways through the screen: by keys alone, by the mouse alone, and what happens on the way."""

from datetime import date
from pathlib import Path

from screen_driver import (
    ANSWERS,
    FINE_TUNER,
    answer_all,
    begin,
    click_link,
    enter,
    give_split,
    loaded,
    painted,
    settle,
    show_result,
    type_words,
)

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.result.screen import ResultScreen
from aijri_tui.screen.result.what_if import WhatIfScreen


async def test_a_whole_interview_by_keyboard_only(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await answer_all(app, pilot, by_key=True)
        assert isinstance(app.screen, ReviewScreen)
        assert "› Show my result" in painted(app)
        await show_result(app, pilot)
        page = painted(app)
        assert "44.6" in page
        assert "Yellow, close to Green" in page
        assert "role average 64.6" in page


async def test_a_whole_interview_by_mouse_only(app: AijriApp) -> None:
    picks = {
        "split_basis": "thought",
        "depth.train": "follows",
        "depth.design": "follows",
        "depth.research": "originates",
    }
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(app, pilot)
        await click_link(app, pilot, "begin:full")
        await click_link(app, pilot, "one:deep-learning-engineer")
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        await click_link(app, pilot, "say:go on")
        for _ in range(60):
            if not isinstance(app.screen, InterviewScreen):
                break
            step = screen.talk.step
            assert step is not None
            kind = step.asked.question.kind
            if step.key == "split":
                await _drag_the_split(app, pilot)
            elif kind == "yes_no":
                await click_link(app, pilot, "option:yes")
            elif kind == "choice":
                wanted = picks.get(step.key, step.asked.choices[min(1, len(step.asked.choices) - 1)].id)
                await click_link(app, pilot, f"option:{wanted}")
            elif kind == "multi":
                await click_link(app, pilot, f"option:{step.asked.choices[0].id}")
                await click_link(app, pilot, "say:done")
            elif kind == "grid":
                for row in step.asked.rows:
                    await click_link(app, pilot, f"pick:{row.id}:{row.choices[1].id}")
                await click_link(app, pilot, "say:done")
            else:
                await click_link(app, pilot, "say:skip")
            await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        await click_link(app, pilot, "whole:sounds_like:mostly")
        await click_link(app, pilot, "end:result")
        assert isinstance(app.screen, ResultScreen)
        assert "you " in painted(app)


async def _drag_the_split(app: AijriApp, pilot) -> None:  # type: ignore[no-untyped-def]
    screen = app.screen
    assert isinstance(screen, InterviewScreen)
    editor = screen.block.splitter
    start = editor._bar_start()
    room = editor.size.width - start - 10
    for place, percent in enumerate((5, 60, 10, 10, 5)):
        x = start + max(0, round(percent / 100 * room) - 1)
        await pilot.mouse_down(editor, offset=(start, place))
        await pilot.hover(editor, offset=(x, place))
        await pilot.mouse_up(editor, offset=(x, place))
        await settle(app, pilot)
    assert "left to give" in painted(app)
    await click_link(app, pilot, "split:spread")
    assert "100 %, nothing left" in painted(app)
    await click_link(app, pilot, "say:done")


async def test_the_figure_stays_covered_until_it_is_asked_for(app: AijriApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        assert "stays covered" in painted(app)
        assert "you 5" not in painted(app)
        await enter(app, pilot, "score")
        assert screen.talk.interview.revealed
        await pilot.press("escape")
        await settle(app, pilot)
        assert "you 57.0" in painted(app)
        await enter(app, pilot, "yes")
        await enter(app, pilot, "guess")
        await enter(app, pilot, "6")
        await enter(app, pilot, "a")
        assert "Your index moved by" in painted(app)


async def test_commands_by_word_key_and_palette_do_the_same(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        before = screen.talk.step
        for way in ("f2", "b a c k enter"):
            await pilot.press(*way.split())
            await settle(app, pilot)
            assert screen.talk.step is not None
            assert screen.talk.step.key == "split"
            await enter(app, pilot)
        assert screen.talk.step == before
        await pilot.press("ctrl+p")
        await settle(app, pilot)
        await type_words(pilot, "why")
        await settle(app, pilot)
        await pilot.press("enter", "enter")
        await settle(app, pilot)
        assert "What it is used for" in painted(app)


async def test_an_earlier_answer_is_edited_in_place(app: AijriApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        for words in ("yes", "guess", "6"):
            await enter(app, pilot, words)
        await enter(app, pilot, "edit years")
        lines = painted(app).splitlines()
        asked = next(place for place, line in enumerate(lines) if "For how many years" in line)
        assert "┃" in lines[asked]
        assert screen.block.words.value == "6"
        await pilot.press("backspace")
        await enter(app, pilot, "9")
        assert "9 years" in painted(app)
        step = screen.talk.interview.step("years")
        assert step is not None
        assert step.value == 9.0


async def test_what_was_typed_is_understood_or_asked_back(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "half training, a fifth design, 30 debugging")
        split = screen.talk.interview.path.split
        assert split.given
        assert (split.shares["train"], split.shares["design"], split.shares["debug"]) == (50, 20, 30)
        assert "Training 50" in painted(app)


async def test_a_sentence_that_begins_with_a_number_keeps_its_number(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "40 training, 20 debugging, the rest design")
        split = screen.talk.interview.path.split
        assert split.given
        assert (split.shares["train"], split.shares["debug"], split.shares["design"]) == (40, 20, 40)


async def test_a_sentence_of_hours_keeps_its_first_hours(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "10h train, 20h design, 10h debug")
        shares = screen.talk.interview.path.split.shares
        assert (shares["train"], shares["design"], shares["debug"]) == (25, 50, 25)


async def test_a_split_that_does_not_add_up_is_never_rescaled_silently(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot, {**FINE_TUNER, "train": "70"})
        page = painted(app)
        assert "110 %, 10 too much" in page
        assert "scale every row" in page
        assert not screen.talk.interview.path.split.given
        await enter(app, pilot)
        assert not screen.talk.interview.path.split.given
        await pilot.press("down", "enter")
        await settle(app, pilot)
        assert screen.talk.interview.path.split.scaled


async def test_distress_pauses_and_is_not_stored(app: AijriApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await enter(app, pilot, "I want to kill myself")
        assert "someone you trust" in painted(app)
        assert not any("kill" in str(event.as_dict()) for event in screen.talk.interview.events)
        await enter(app, pilot)
        assert screen.talk.step is not None


async def test_leaving_and_resuming_from_the_first_screen(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        wanted = screen.talk.step
        assert wanted is not None
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)
        page = painted(app)
        assert "Deep Learning Engineer" in page
        assert "not finished" in page
        assert app.session is not None
        while app.screen.page.cursor != f"session:{app.session.id}":
            place = app.screen.page.cursor
            await pilot.press("down")
            assert app.screen.page.cursor != place, painted(app)
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.talk.step is not None
        assert app.screen.talk.step.key == wanted.key


async def test_what_if_moves_and_reset_is_exact(app: AijriApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        await pilot.press("f4")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, WhatIfScreen)
        before = painted(app)
        screen.page.move_to("rung:train")
        await pilot.press("right")
        await settle(app, pilot)
        page = painted(app)
        assert "+11.4" in page
        assert "56.0" in page
        assert "before 44.6" in page
        assert "how training is done" in page
        screen.page.move_to("share:design")
        await pilot.press("right", "right")
        await settle(app, pilot)
        assert "15 %" in painted(app)
        await pilot.press("f8")
        await settle(app, pilot)
        screen.page.move_to("share:design")
        await settle(app, pilot)
        assert screen.found is not None
        assert screen.found.index_then.index == 44.6
        assert "Nothing is changed" in painted(app)
        assert before.count("44.6") == painted(app).count("44.6")


async def test_results_are_handed_over_and_nothing_is_overwritten(app: AijriApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await begin(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        await pilot.press("f6")
        await settle(app, pilot)
        for _ in range(2):
            await click_link(app, pilot, "write:txt")
            await click_link(app, pilot, "write:json")
            await click_link(app, pilot, "write:yaml")
        names = sorted(path.name for path in tmp_path.glob("aijri-*"))
        wanted = [f"aijri-deep-learning-engineer-{date.today()}{number}.{suffix}" for number in ("-2", "")
                  for suffix in ("json", "txt", "yaml")]  # fmt: skip
        assert names == wanted
        assert "44.6" in (tmp_path / f"aijri-deep-learning-engineer-{date.today()}.txt").read_text()


async def test_words_without_the_figure(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await answer_all(app, pilot, {**ANSWERS})
        app.screen.page.move_to("end:words")  # type: ignore[attr-defined]
        await enter(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "44.6" not in painted(app)
        assert not screen.talk.interview.revealed


async def test_too_small_a_window_says_so_and_recovers(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await pilot.resize_terminal(50, 12)
        await settle(app, pilot)
        assert "too small" in painted(app)
        assert "--plain" in painted(app)
        await pilot.resize_terminal(80, 24)
        await settle(app, pilot)
        assert "too small" not in painted(app)
        assert "How was your working time divided" in painted(app)
