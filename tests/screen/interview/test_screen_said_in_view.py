"""What was just said is in view together with the line to type in, at every question."""

import pytest
from screen_driver import FINE_TUNER, begin, enter, give_split, painted, settle
from textual.pilot import Pilot

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.open_question_rows import OWN_ROW, opened_rows, prompt_of
from aijri_tui.screen.interview.screen import InterviewScreen

MUCH_WITH_PEOPLE = {**FINE_TUNER, "train": "30", "collaboration": "40"}
NOT_UNDERSTOOD = "zqx"


async def look(app: AijriApp, pilot: Pilot[int], screen: InterviewScreen, words: str) -> list[str]:
    """Type a line; the painted lines of the open question."""
    screen.block.words.value = ""
    if not screen.block.splitter.display:
        screen.block.words.value = words
    await enter(app, pilot, "" if screen.block.words.value else words)
    for _ in range(4):  # the line goes on top when a first layout has shown that it would be out of view
        await settle(app, pilot)
    return [line for line in painted(app).splitlines() if "┃" in line]


async def say_everything(app: AijriApp, pilot: Pilot[int], screen: InterviewScreen) -> None:
    step = screen.talk.step
    assert step is not None
    slash = "/" if step.asked.question.kind == "text" else ""
    for words in ("why", "help"):
        page = "\n".join(await look(app, pilot, screen, slash + words))
        said = ["".join(span.text for span in row).strip() for row in opened_rows(screen.talk, 40)][1]
        assert said[:30] in page, f"{step.key} {words}\n{page}"
        assert prompt_of(screen.talk, screen.block.editor, screen.block.splitter.state)[:14] in page, (
            f"{step.key} {words}\n{page}"
        )
    if not slash:
        page = "\n".join(await look(app, pilot, screen, NOT_UNDERSTOOD))
        assert screen.talk.trouble is not None
        assert screen.talk.trouble.text[:30] in page, f"{step.key}\n{page}"
        assert NOT_UNDERSTOOD in page, f"{step.key}\n{page}"
    screen.block.words.value = ""


@pytest.mark.parametrize("hasty", [False, True], ids=["", "painted before it is laid out"])
async def test_why_help_and_refusals_are_in_view_with_the_line(
    app: AijriApp, hasty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hasty:
        paint = InterviewScreen.paint

        def paint_at_once(screen: InterviewScreen) -> None:
            paint(screen)
            screen._compositor_refresh()

        monkeypatch.setattr(InterviewScreen, "paint", paint_at_once)
    kinds = {}
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await say_everything(app, pilot, screen)
        await pilot.press("escape")
        await give_split(app, pilot, MUCH_WITH_PEOPLE)
        for key in (
            "collaboration_parts",
            "split_basis",
            "depth.collaboration",
            "practice",
            "conditions",
            "years",
        ):
            await screen.take(screen.talk.go_to(key))
            assert screen.talk.step is not None
            kinds[screen.talk.step.asked.question.kind] = key
            await say_everything(app, pilot, screen)
    assert set(kinds) >= {"choice", "grid", "number", "split"}


async def test_own_rows_and_a_week_of_too_much_leave_offers_and_line_in_view(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        for figure in ("20", "40", "20", "10", "10", "20"):
            await enter(app, pilot, figure)
        await pilot.press("escape", "plus", "1", "5", "plus", "5", "enter")
        await enter(app, pilot)
        page = painted(app)
        assert screen.talk.trouble is not None
        assert screen.talk.trouble.text[:40] in page, page
        for label, _ in screen.talk.trouble.offers:
            assert label[:30] in page, page
        assert OWN_ROW in page, page
