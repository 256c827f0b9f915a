"""The time split inside the interview: what was typed stays, a new figure begins anew, and names are read whole."""

import pytest
from screen_driver import FINE_TUNER, begin, click_link, enter, give_split, painted, settle, sit_down
from screen_split import at_the_parts, block

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.replies import split_example
from aijri_engine.interview.values import MOST_OWN_ROWS
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.kit import safe_text


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("f4", "escape"),
        ("f5", "escape"),
        ("f9", "escape"),
        ("f9", "f9"),
        ("ctrl+p", "escape"),
        ("size", "size"),
    ],
)
async def test_half_filled_rows_are_there_after_a_look_elsewhere(
    app: AijriApp, there: str, back: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        for figure in ("5", "40"):
            await enter(app, pilot, figure)
        await pilot.press("space", "down", "1", "2")
        await settle(app, pilot)
        if there == "size":
            await pilot.resize_terminal(50, 12)
            await settle(app, pilot)
            await pilot.resize_terminal(120, 40)
            await settle(app, pilot)
            await pilot.resize_terminal(80, 24)
        else:
            await pilot.press(there)
            await settle(app, pilot)
            await pilot.press(back)
        await settle(app, pilot)
        assert app.screen is screen
        page = painted(app)
        assert "57 %, 43 left to give" in page
        assert "12_" in page
        assert "kept" in page
        await pilot.press("3")
        await settle(app, pilot)
        assert "123_" in painted(app)


async def test_half_filled_rows_are_there_when_another_answer_was_looked_at(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_parts(app, pilot)
        for figure in ("10", "20"):
            await enter(app, pilot, figure)
        await pilot.press("f2")
        await settle(app, pilot)
        assert "Think of your last two normal weeks" in painted(app)
        await click_link(app, pilot, "say:skip")
        assert screen.talk.step is not None
        assert screen.talk.step.key == "collaboration_parts"
        assert "30 %, 10 left to give" in painted(app)


async def test_empty_rows_that_are_sent_stay_empty(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await enter(app, pilot)
        lines = painted(app).splitlines()
        assert "All rows are empty" in "\n".join(lines)
        assert next(line for line in lines if "Training" in line).rstrip().endswith(".")


async def test_a_changed_figure_takes_back_what_was_said_of_the_rows(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot, {**FINE_TUNER, "train": "70"})
        assert "scale every row" in painted(app)
        await pilot.press("escape", "up", "backspace", "0", "enter")
        await settle(app, pilot)
        assert "scale every row" not in painted(app)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_parts_of_a_row_have_whole_names_and_an_example_of_their_own(
    app: AijriApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await at_the_parts(app, pilot)
        step = screen.talk.step
        assert step is not None
        editor = screen.block.splitter
        names = safe_text.plain(editor.rows(editor.size.width))
        assert "…" not in names
        for part in step.asked.rows:
            assert all(word in names for word in part.short.split()), names
        assert "half training" not in painted(app)
        example = split_example(step.asked)
        assert "leading" in example
        found = understand(step.asked, example, screen.talk.interview.form, screen.talk.interview.path.split)
        assert found.kind == "value"
        await enter(app, pilot, "yes")
        said = " ".join(screen.talk.trouble.text.split()) if screen.talk.trouble else ""
        assert example in said
        assert example in block(app), painted(app)


async def test_escape_asks_once_before_half_filled_rows_are_left(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "40")
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is screen
        assert "Esc again leaves without it" in block(app)
        await pilot.press("3", "0")
        await settle(app, pilot)
        assert "Esc again" not in block(app)
        assert "70 %, 30 left to give" in painted(app)
        await pilot.press("escape", "escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_rows_of_other_work_are_named_in_the_line_and_offers_call_rows_by_name(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        for figure in ("20", "40", "20", "10", "10"):
            await enter(app, pilot, figure)
        await pilot.press("plus")
        await settle(app, pilot)
        assert "its name, in a few words" in painted(app)
        await enter(app, pilot, "clearing out mail")
        await enter(app, pilot, "10")
        page = painted(app)
        assert "110 %, 10 too much" in page
        assert "Training 36.3" in page
        assert "clearing out mail 9.1" in block(app)
        await click_link(app, pilot, "split:spread")
        assert screen.block.splitter.state.done
        await pilot.press("enter")
        await settle(app, pilot)
        assert screen.talk.interview.path.split.own[0].name == "clearing out mail"


@pytest.mark.parametrize("way", ["typed", "by command"])
async def test_not_sure_keeps_what_was_picked_in_a_grid(app: AijriApp, library: Library, way: str) -> None:
    begun = Interview.from_answers(library, "deep-learning-engineer", {"split": {"design": 50, "train": 50}})
    assert isinstance(begun, Interview)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await sit_down(app, pilot, Conversation(begun, wanted="practice"))
        await pilot.press("b")
        await enter(app, pilot)
        if way == "typed":
            await enter(app, pilot, "not sure")
        else:
            await screen.run_action("say('not sure')")
        await settle(app, pilot)
        entry = screen.talk.interview.answers.get("practice")
        assert entry is not None
        assert entry.value == {"design": "drafts", "train": "not_sure"}


async def test_a_row_too_many_is_refused_in_words_and_its_figure_reaches_no_other_row(app: AijriApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await begin(app, pilot)
        for number in range(MOST_OWN_ROWS):
            assert "press +" in painted(app)
            screen.block.splitter.edit(screen.block.splitter.state.add_row(f"w{number}", 1.0))
            await settle(app, pilot)
        await pilot.press("plus", "9", "9")
        await settle(app, pilot)
        assert f"{MOST_OWN_ROWS} rows of other work are the most" in painted(app)
        assert [part.amount for part in screen.block.splitter.state.taken().parts if part.own] == [
            1.0
        ] * MOST_OWN_ROWS
        await pilot.press("up", "7", "down")
        await settle(app, pilot)
        assert [part.amount for part in screen.block.splitter.state.parts][-2] == 7
