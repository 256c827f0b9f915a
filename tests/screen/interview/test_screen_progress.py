"""What the interview says about how much is left, and the offer to stop."""

import pytest
from screen_driver import begin, click_link, enter, give_split, loaded, painted, settle

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.review import ReviewScreen

RESEARCHER = {
    "design": "10", "train": "5", "infra": "5", "debug": "10", "research": "60", "collaboration": "10",
}  # fmt: skip
"""Mostly research: nothing that stays open can take this person out of the zone."""

SIZES = ((60, 16), (80, 24), (120, 40))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_is_left_is_told_with_what_it_could_do(app: AijriApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await begin(app, pilot)
        assert "About 16 more; they could move you by up to 30 points." in painted(app)
        await give_split(app, pilot)
        sentence = screen.talk.left().sentence
        assert sentence in painted(app)
        assert "cannot change the zone" not in painted(app)
        before = sentence
        for words in ("yes", "thought", "6.5", "a"):
            await enter(app, pilot, words)
        assert before not in painted(app)
        assert screen.talk.left().sentence in painted(app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_with_the_zone_settled_one_line_offers_to_stop(app: AijriApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot, RESEARCHER)
        assert "cannot change the zone" not in painted(app)
        for words in ("yes", "thought", "6.5", "c", "c", "c"):
            await enter(app, pilot, words)
        assert screen.talk.left().settled
        assert screen.talk.left().count
        assert "cannot change the zone" in painted(app)
        assert "F5" in painted(app).split("cannot change the zone")[1].splitlines()[0]
        await click_link(app, pilot, "do:screen.say('review')")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        assert "cannot change the zone" in painted(app)


async def test_a_quick_interview_counts_its_own_questions(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await click_link(app, pilot, "begin:quick")
        await enter(app, pilot)
        assert "─ About 5 more. ─" in painted(app)
