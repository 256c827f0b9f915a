"""A sitting with a coach on the screen: covered, prepared by the coach, shown as the client wants it."""

import re

import pytest
from screen_driver import ANSWERS, answer_all, enter, give_split, painted, running, settle, sit_down
from textual.pilot import Pilot

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.before_result import AskClientScreen, PreviewScreen, QualityScreen, TurnScreen
from aijri_tui.screen.interview.review import ReviewScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.result.screen import ResultScreen

FIGURE = re.compile(r"\b\d\d\.\d\b")
UNDESCRIBED = {key: "skip" for key in ANSWERS if key.startswith("depth.")}


async def guided(app: AijriApp, pilot: Pilot[int], library: Library) -> InterviewScreen:
    """A guided interview at its first question."""
    interview = Interview.start(library, "deep-learning-engineer", guided=True)
    return await sit_down(app, pilot, Conversation(interview))


async def choose(app: AijriApp, pilot: Pilot[int], link: str) -> None:
    app.screen.query_one("#page", Sheet).move_to(link)
    await settle(app, pilot)
    await enter(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_guided_sitting(app: AijriApp, library: Library, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        owner = await guided(app, pilot, library)
        for key in ("f4", "f4"):
            await pilot.press(key)
            await settle(app, pilot)
            assert app.screen is owner
        assert "the index stays covered until your answers" in running(app)
        await give_split(app, pilot)
        await answer_all(app, pilot, ANSWERS | UNDESCRIBED)
        assert isinstance(app.screen, TurnScreen)
        assert "For the coach only" in painted(app)
        assert "Too thin" not in painted(app)
        await choose(app, pilot, "cover:lift")
        assert isinstance(app.screen, QualityScreen)
        page = running(app)
        assert "100 % of the week rests on expected or role values." in page
        assert "Too thin or contradictory to speak of a zone." in page
        await choose(app, pilot, "ask:depth.train")
        assert app.screen is owner
        assert owner.talk.step is not None
        assert owner.talk.step.key == "depth.train"
        await enter(app, pilot, "a")
        await pilot.press("f5")
        await settle(app, pilot)
        assert isinstance(app.screen, TurnScreen)
        await choose(app, pilot, "cover:lift")
        assert isinstance(app.screen, QualityScreen)
        assert "40 % of the week rests on expected" not in painted(app)
        await choose(app, pilot, "go:review")
        assert isinstance(app.screen, ReviewScreen)
        await choose(app, pilot, "end:preview")
        assert isinstance(app.screen, TurnScreen)
        assert "For the coach only" in painted(app)
        assert not FIGURE.search(painted(app))
        assert "zone" not in painted(app)
        await choose(app, pilot, "cover:lift")
        assert isinstance(app.screen, PreviewScreen)
        assert "Speak of the range before the zone" in painted(app)
        await choose(app, pilot, "go:ask")
        assert isinstance(app.screen, AskClientScreen)
        assert "would you like to see it now" in painted(app).lower()
        assert not FIGURE.search(painted(app))
        await enter(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert owner.talk.interview.result_seen
        await pilot.press("end")
        await settle(app, pilot)
        assert "How are you leaving?" in painted(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "Show my result" in painted(app)


@pytest.mark.case("coaching 5")
async def test_a_result_left_for_next_time_stays_closed(app: AijriApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        owner = await guided(app, pilot, library)
        await give_split(app, pilot)
        await pilot.press("f5")
        await settle(app, pilot)
        await choose(app, pilot, "cover:lift")
        await choose(app, pilot, "go:review")
        await choose(app, pilot, "end:preview")
        await choose(app, pilot, "cover:lift")
        await choose(app, pilot, "go:ask")
        await choose(app, pilot, "see:later")
        assert not owner.talk.interview.revealed
        assert "64." not in painted(app)
        await pilot.pause()
        notes = [note.message for note in app._notifications]
        assert any("The result stays closed." in note for note in notes)
