"""The line for typed words: in view at the smallest size, and nothing typed early is lost."""

from typing import Any

import pytest
from screen_driver import ANSWERS, answer_until, begin, enter, give_split, loaded, painted, settle, type_words
from textual.screen import Screen

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.path import Step
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.interview.transcript import NAME_WIDTH, answer_rows
from aijri_tui.screen.kit.rows import row_width

LIBRARY = Library.open()


@pytest.mark.case("walk 8", "walk 14")
async def test_at_the_smallest_size_the_line_of_every_question_is_in_view(app: AijriApp) -> None:
    seen = set()
    async with app.run_test(size=(60, 16)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        while app.screen is screen:
            step = screen.talk.step
            assert step is not None
            seen.add(step.asked.question.kind)
            if step.key != "split":
                await type_words(pilot, "zqx")
                await settle(app, pilot)
                page = painted(app)
                assert "zqx" in page, page
                assert step.asked.ask.split()[0] in page
            screen.block.words.value = ANSWERS.get(step.key, "/skip")
            await enter(app, pilot)
    assert {"choice", "multi", "grid", "number"} <= seen


async def test_an_option_below_is_reached_and_a_larger_window_puts_the_line_back(app: AijriApp) -> None:
    async with app.run_test(size=(60, 16)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_until(app, pilot, "depth.train")
        page = painted(app)
        assert page.index("or in your own words") < page.index("a  Running recipes")
        await pilot.press("up")
        await settle(app, pilot)
        assert "› c  Getting a kind of run" in painted(app)
        await pilot.resize_terminal(80, 40)
        await settle(app, pilot)
        page = painted(app)
        assert page.index("a  Running recipes") < page.index("or in your own words")


@pytest.mark.case("walk 16")
async def test_an_answer_typed_during_the_opening_stands_at_the_first_question(app: AijriApp) -> None:
    words = "half training, a quarter design, a quarter debugging"
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await enter(app, pilot)
        await enter(app, pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert screen.talk.paused
        await enter(app, pilot, words)
        assert not screen.talk.paused
        assert words in painted(app)
        assert screen.talk.step is not None
        assert screen.talk.step.key == "split"
        await enter(app, pilot)
        assert screen.talk.interview.answers.get("split") is not None, painted(app)


@pytest.mark.case("walk 16")
async def test_what_answers_nothing_does_not_spill_from_the_opening_into_the_first_question(
    app: AijriApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await enter(app, pilot)
        await enter(app, pilot)
        await enter(app, pilot, "hello, I work in a hospital and my boss sent me")
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert not screen.talk.paused
        assert screen.block.words.value == ""
        assert "What you typed came before this question" in painted(app)


@pytest.mark.case("walk 14")
@pytest.mark.parametrize("role", [*LIBRARY.roles, "47-2152.00"])
def test_no_name_of_a_question_is_cut_where_the_answers_are_looked_over(role: str) -> None:
    for asked in (*(form := Form.of(LIBRARY, role)).single.values(), *form.for_task.values()):
        rows = answer_rows(Step(asked, "open"), 56, "text")
        names = [row[1].text[2 : 2 + NAME_WIDTH] for row in rows]
        assert " ".join(" ".join(names).split()) == asked.name
        assert all(row_width(row) <= 56 for row in rows)


async def test_a_word_to_go_on_is_no_answer(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await enter(app, pilot)
        await enter(app, pilot)
        await enter(app, pilot, "ok")
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert not screen.talk.paused
        assert screen.block.words.value == ""


async def test_the_next_question_stands_in_its_place_from_its_first_picture_on(
    app: AijriApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures: list[str] = []
    display = AijriApp._display

    def watched(self: AijriApp, screen: Screen[Any], renderable: Any) -> None:
        display(self, screen, renderable)
        pictures.append(painted(self))

    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        monkeypatch.setattr(AijriApp, "_display", watched)
        for words in ("yes", "b", "6"):
            pictures.clear()
            await enter(app, pilot, words)
            assert screen.talk.step is not None
            asked = " ".join(screen.talk.step.asked.ask.split()[:4])
            rows = {
                row for page in pictures for row, line in enumerate(page.splitlines()) if asked in line
            }  # fmt: skip
            assert len(rows) == 1, rows


@pytest.mark.case("walk 14")
async def test_a_long_answer_stands_there_in_whole(app: AijriApp) -> None:
    """The line shows its end; above it all of it is wrapped, and goes once the answer is short again."""
    long = (
        "half of it training runs that behave, a fifth design of structures, and all the rest of it debugging"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        screen.block.beside_rows.begin_words()
        screen.block.words.focus(scroll_visible=False)
        screen.block.words.type_in(long)
        await settle(app, pilot)
        page = " ".join(painted(app).replace("┃", " ").split())
        assert "half of it training runs that behave" in page
        assert "all the rest of it debugging" in page
        screen.block.words.value = "half training"
        await settle(app, pilot)
        assert painted(app).count("half training") == 1
        assert "runs that behave" not in painted(app)


@pytest.mark.parametrize("emptied", ["ctrl+u", "backspace"])
async def test_the_question_is_there_again_once_a_very_long_line_is_emptied(
    app: AijriApp, emptied: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        before = painted(app)
        screen.block.words.type_in("words of my own " * 190)
        await settle(app, pilot)
        if emptied == "backspace":
            screen.block.words.select_all()
        await pilot.press(emptied)
        await settle(app, pilot)
        assert painted(app) == before
