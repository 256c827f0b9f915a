"""What the interview says about how much is left, and the offer to stop."""

import pytest
from screen_driver import begin, click_link, enter, give_split, loaded, painted, running, settle

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.interview.transcript import progress_note
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.sheet import Sheet

RESEARCHER = {
    "design": "25", "train": "5", "infra": "5", "debug": "10", "research": "50", "collaboration": "5",
}  # fmt: skip
"""Half research: nothing that stays open can take this person out of the zone."""

SIZES = ((60, 16), (80, 24), (120, 40))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_is_left_is_told_with_what_it_could_do(app: AijriApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await begin(app, pilot)
        open_now = sum(not (one.settled or one.asked.question.optional) for one in screen.talk.steps)
        assert f"About {open_now} more; they could move you by up to " in painted(app)
        await give_split(app, pilot)
        sentence = screen.talk.left.sentence
        assert sentence in painted(app)
        assert "cannot change the zone" not in painted(app)
        before = sentence
        for words in ("yes", "thought", "6.5", "a"):
            await enter(app, pilot, words)
        assert before not in painted(app)
        assert screen.talk.left.sentence in painted(app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_with_the_zone_settled_one_line_offers_to_stop(app: AijriApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot, RESEARCHER)
        assert "cannot change the zone" not in painted(app)
        for _ in screen.talk.steps:
            if screen.talk.left.settled:
                break
            assert "cannot change the zone" not in painted(app)
            await enter(app, pilot, "c" if screen.talk.step.key.startswith("depth.") else "/rather not say")
        assert screen.talk.left.settled
        assert screen.talk.left.count
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
        assert isinstance(app.screen, InterviewScreen)
        assert f"─ About {app.screen.talk.left.count} more. ─" in painted(app)


@pytest.mark.parametrize(("mode", "left"), [("full", False), ("quick", True)])
async def test_a_sitting_goes_on_as_far_as_the_person_wanted(app: AijriApp, mode: str, left: bool) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await click_link(app, pilot, f"begin:{mode}")
        for _ in range(2):
            await enter(app, pilot)
        await give_split(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        note, kept = progress_note(app.screen.talk), app.screen.sitting.kept.id
        app.back_to("home")
        app.go("session", kept)
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.talk.quick is left
        assert progress_note(app.screen.talk) == note


@pytest.mark.parametrize("mode", ["full", "quick"])
async def test_every_place_counts_the_same_questions_as_open(app: AijriApp, mode: str) -> None:
    """The foot of the interview, the answers so far, the review, and the reply to `how much longer`."""
    async with app.run_test(size=(120, 60)) as pilot:
        await loaded(app, pilot)
        await click_link(app, pilot, f"begin:{mode}")
        await enter(app, pilot)
        await enter(app, pilot)
        for typed in ("", "skip", "rather not say"):
            screen = app.screen
            assert isinstance(screen, InterviewScreen)
            await (enter(app, pilot, typed) if typed else give_split(app, pilot))
            listed = [step for step in screen.talk.steps if not step.settled]
            needed = sum(not step.asked.question.optional for step in listed)
            optional = len(listed) - needed
            told = f"About {needed} more"
            assert f"─ {told}" in painted(app)
            is_optional = "is optional" if optional == 1 else "are optional"
            assert (f"{optional} more {is_optional}" in painted(app)) == bool(optional)
            await enter(app, pilot, "how many questions are left")
            assert painted(app).count(told) == 2
            await pilot.press("f9")
            await settle(app, pilot)
            assert told in painted(app)
            await pilot.press("escape", "f5")
            await settle(app, pilot)
            page = safe_text.plain(app.screen.query_one("#page", Sheet).rows(110))
            assert page.count("  not answered yet") == len(listed)
            of_them = f", {optional} of them optional" * bool(optional)
            assert f"{len(listed)} are not answered yet{of_them}." in page
            await pilot.press("escape")
            await settle(app, pilot)


@pytest.mark.parametrize("size", [(90, 40), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_index_that_was_seen_is_there_when_the_sitting_is_opened_again(
    app: AijriApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await begin(app, pilot)
        await give_split(app, pilot)
        await pilot.press("f4", "escape")
        await settle(app, pilot)
        session = screen.sitting.kept.id
        app.back_to("home")
        app.go("session", session)
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen is not screen
        assert "working it out" not in painted(app)
        assert "of 100 recalculations" in running(app)
