"""Sentences typed at the time split: a refused one is begun anew, an offer taken, and rows filled by hand stay."""

import pytest
from screen_driver import begin, click_link, enter, painted, settle, type_words
from screen_split import at_the_parts, block

from aijri_tui.screen.app.app import AijriApp


@pytest.mark.parametrize("typed", ["yes", "lots and lots of it"])
async def test_a_figure_typed_after_a_refused_sentence_begins_anew(app: AijriApp, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await type_words(pilot, typed)
        await pilot.press("enter", "1", "5")
        await settle(app, pilot)
        page = painted(app)
        assert typed not in page
        assert "15_" in page
        assert "85 left to give" in page
        await pilot.press("enter", "6")
        await settle(app, pilot)
        assert [screen.block.splitter.state.amount(place) for place in (0, 1)] == [15, 6]


async def test_another_sentence_replaces_a_refused_one_and_a_correction_keeps_it(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "half trainning, the rest wibble")
        await type_words(pilot, "half training, half design")
        await settle(app, pilot)
        assert screen.block.words.value == "half training, half design"
        await enter(app, pilot)
        assert screen.talk.interview.path.split.given


@pytest.mark.case("walk 7")
async def test_a_yes_takes_the_one_reading_that_is_offered(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "half training and debugging, 30% infra, the rest meetings")
        assert "Say yes for equal parts" in block(app)
        await enter(app, pilot, "yes")
        rows = screen.talk.interview.path.split.shares
        assert (rows["train"], rows["debug"], rows["infra"]) == (25, 25, 30)


@pytest.mark.parametrize(
    ("typed", "number", "taken"),
    [
        ("train 40, design 20", "1", {"train": 66.7, "design": 33.3}),
        ("train 40, design 20", "2", {"train": 40, "design": 20}),
    ],
)
async def test_the_number_of_an_offer_takes_it_and_is_no_figure_of_a_row(
    app: AijriApp, typed: str, number: str, taken: dict[str, float]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, typed)
        assert "1 scale every row" in block(app)
        await enter(app, pilot, number)
        assert screen.talk.interview.path.split.given
        shares = screen.talk.interview.path.split.shares
        assert {row: round(shares[row], 1) for row in taken} == taken


async def test_a_figure_before_the_name_of_other_work_stays_and_a_sentence_is_no_name(app: AijriApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "70")
        await pilot.press("plus", "3", "0")
        await enter(app, pilot, "project two")
        own = screen.block.splitter.state.parts[-1]
        assert (own.name, own.amount) == ("project two", 30.0)
        await pilot.press("plus")
        await enter(app, pilot, "visits 5")
        own = screen.block.splitter.state.parts[-1]
        assert (own.name, own.amount) == ("visits", 5.0)
        await pilot.press("plus")
        await enter(app, pilot, "3D printing")
        assert screen.block.splitter.state.parts[-1].name == "3D printing"
        for typed in ("help", "/undo", "half training, rest design", "8h3 design"):
            await enter(app, pilot, typed)
            assert typed not in {part.name for part in screen.block.splitter.state.parts}


async def test_hours_and_minutes_in_words_are_for_the_row_under_the_cursor(app: AijriApp) -> None:
    """Public reports, row 7."""
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "8 h 30 min")
        await enter(app, pilot, "8:30")
        await enter(app, pilot, "20h")
        state = screen.block.splitter.state
        assert (state.unit, [part.amount for part in state.parts[:3]]) == ("hours", [8.5, 8.5, 20.0])
        await click_link(app, pilot, "split:unit")
        await enter(app, pilot, "7 h 30 min")
        state = screen.block.splitter.state
        assert (state.unit, [part.amount for part in state.parts[:4]]) == ("percent", [8.5, 8.5, 20.0, None])


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("train 30", {"design": 40, "train": 30}),
        ("train 30, infra 10", {"design": 40, "train": 30, "infra": 10}),
        ("train 30, the rest infra", {"design": 40, "train": 30, "infra": 30}),
        ("train 6 h", {"design": 40}),
        ("train 50, infra 50", {"design": 40}),
        ("design 20, train 30, hiring 10", {"design": 20, "train": 30, "own-1": 10}),
    ],
)
async def test_a_sentence_keeps_the_rows_that_were_filled_in_by_hand(
    app: AijriApp, said: str, shown: dict[str, float]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await enter(app, pilot, "40")
        await enter(app, pilot, said)
        split = screen.talk.interview.path.split
        rows = (
            split.shares if split.given else {one.id: one.amount for one in screen.block.splitter.state.parts}
        )
        assert {row: amount for row, amount in rows.items() if amount} == shown
        asked = {"train 6 h": "in percent: Design 40", "train 50, infra 50": "not in this week: Design 40"}
        assert asked.get(said, "") in block(app)
        if said == "train 50, infra 50":
            await enter(app, pilot, "yes")
            assert screen.talk.interview.path.split.shares["train"] == 50


async def test_a_sentence_keeps_the_parts_of_a_row_that_were_filled_in_by_hand(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await at_the_parts(app, pilot)
        first, second, *_ = screen.block.splitter.state.parts
        await enter(app, pilot, "10")
        await enter(app, pilot, f"{second.name} 20")
        assert screen.talk.interview.answers.drafts["collaboration_parts"] == {first.id: 10, second.id: 20}
        assert "30 %, 10 left to give" in painted(app)
