"""From the first screen: a new sitting from the last one, one key an answer, before and after at its end."""

from screen_driver import answer_all, begin, enter, give_split, painted, settle, show_result

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.result.screen import ResultScreen


def flat(app: AijriApp) -> str:
    return " ".join(painted(app).split())


async def test_somebody_comes_back_and_confirms(app: AijriApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        await enter(app, pilot, "plan 1 by 2031-02-03")
        assert "Taken into your plan as 1, by 3 February 2031" in flat(app)
        await enter(app, pilot, "again in six months")
        first = app.sitting.kept.id if app.sitting else ""
        app.back_to("home")
        await settle(app, pilot)
        home = app.screen
        assert isinstance(home, HomeScreen)
        page = flat(app)
        assert "Sit again from the last" in page
        assert "(by 3 February 2031)" in page
        assert "Your next sitting is due on" in page
        home.page.move_to(f"again:{first}")
        await pilot.press("enter")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert "each earlier answer is shown" in flat(app), painted(app)
        for _ in range(40):
            if screen.talk.step is None or app.screen is not screen:
                break
            shown = screen.talk.paused or screen.talk.earlier_words(screen.talk.step)
            await enter(app, pilot, "" if shown else "/skip")
        confirmed = [one for one in screen.interview.answers.entries.values() if one.confirmed]
        assert len(confirmed) >= 8
        await show_result(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "The index stands where it stood, at 44.6: no answer that counts was another one." in flat(app)
