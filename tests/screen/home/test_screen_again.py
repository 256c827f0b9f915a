"""From the first screen: a new sitting from the last one, one key an answer, before and after at its end."""

from screen_driver import answer_all, begin, enter, give_split, painted, running, settle, show_result

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.result.screen import ResultScreen

MOST_KEYS = 24
"""Enter at each question of a return: at five seconds each, two minutes."""


async def test_somebody_comes_back_and_confirms(app: AijriApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        await enter(app, pilot, "plan 1 by 2031-02-03")
        assert "Taken into your plan as 1, by 3 February 2031" in running(app)
        await enter(app, pilot, "again in six months")
        first = app.sitting.kept.id if app.sitting else ""
        app.back_to("home")
        await settle(app, pilot)
        home = app.screen
        assert isinstance(home, HomeScreen)
        page = running(app)
        assert "Sit again from the last" in page
        assert "(by 3 February 2031)" in page
        assert "Your next sitting is due on" in page
        home.page.move_to(f"again:{first}")
        await pilot.press("enter")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert "Enter confirms an earlier answer" in running(app), painted(app)
        keys = 0
        while (step := screen.talk.step) is not None and app.screen is screen and keys < MOST_KEYS:
            assert screen.talk.in_short(step), step.key
            told = bool(screen.talk.paused)
            await enter(app, pilot)
            keys += 1
            assert told or screen.talk.step is None or screen.talk.step.key != step.key, step.key
        assert screen.talk.step is None, keys
        confirmed = [one for one in screen.interview.answers.entries.values() if one.confirmed]
        assert len(confirmed) >= 8
        await show_result(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "The index stands where it stood, at 44.6: no answer that counts has changed." in running(app)


async def test_what_was_left_open_stays_so_by_enter_and_is_answered_by_an_arrow(app: AijriApp) -> None:
    """Enter alone gives no option; after an arrow it gives the one under the cursor."""
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await enter(app, pilot, "review")
        await show_result(app, pilot)
        first = app.sitting
        assert first is not None
        app.back_to("home")
        await settle(app, pilot)
        app.go("again", first.kept.id)
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        choices, keys = [], 0
        while (step := screen.talk.step) is not None and keys < MOST_KEYS:
            if not screen.talk.paused and step.asked.question.kind == "choice":
                choices.append(step.key)
                assert "Not answered last time. Enter leaves it so" in running(app)
                if step.key == "depth.train":
                    await pilot.press("down")
            await enter(app, pilot)
            keys += 1
        assert screen.talk.step is None, keys
        assert len(choices) >= 8
        given = screen.interview.values()
        assert given.pop("depth") == {"train": "follows"}
        assert given | {"seconds": 0} == first.interview.values() | {"seconds": 0}
