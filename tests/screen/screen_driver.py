"""Driving the full screen in tests: what is painted, and keys, words and clicks as a person gives them."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual import events
from textual.pilot import Pilot

from aijri_engine.conversation import Conversation
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.choose_role import ChooseRoleScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.sittings import Sitting

KEYS = {" ": "space", ".": "full_stop", ",": "comma", "/": "slash", "-": "minus"}

FINE_TUNER = {
    "design": "5", "train": "60", "infra": "10", "debug": "10", "research": "5", "collaboration": "10",
}  # fmt: skip
"""Scenario 5 of the acceptance scenarios: applied fine-tuner, 44.6."""

ANSWERS = {
    "steady": "yes", "split_basis": "b", "years": "6.5", "depth.train": "a", "depth.design": "a", "depth.infra": "b",
    "depth.debug": "b", "depth.research": "c", "depth.collaboration": "b", "practice": "all b", "level": "b",
    "employer": "b", "domain": "a", "oversight": "skip", "signature": "skip", "conditions": "skip", "market": "skip",
    "duties": "skip",
}  # fmt: skip


def painted(app: AijriApp) -> str:
    """The screen as text, line by line."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def running(app: AijriApp) -> str:
    """The screen as running text."""
    return " ".join(painted(app).split())


async def loaded(app: AijriApp, pilot: Pilot[int]) -> None:
    """Wait until the content is there."""
    await app._loaded.wait()
    await settle(app, pilot)


async def settle(app: AijriApp, pilot: Pilot[int]) -> None:
    """Wait until every message and every computation is done; a flow that waits for a screen is at rest."""
    for _ in range(2):
        await pilot.pause()


async def type_words(pilot: Pilot[int], words: str) -> None:
    """Type, sign by sign."""
    await pilot.press(*(KEYS.get(sign, sign) for sign in words))


async def press(app: AijriApp, pilot: Pilot[int], *keys: str) -> str:
    """Press keys one after the other; what is painted then, as running text."""
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)
    return running(app)


async def put(app: AijriApp, pilot: Pilot[int], *lines: str) -> str:
    """Fill in lines of a form as a paste does, each followed by enter."""
    for words in lines:
        assert app.focused is not None
        if words:
            app.focused.post_message(events.Paste(words))
            await settle(app, pilot)
        await press(app, pilot, "enter")
    return running(app)


async def enter(app: AijriApp, pilot: Pilot[int], words: str = "") -> None:
    """Type a line and press enter."""
    await type_words(pilot, words)
    await pilot.press("enter")
    await settle(app, pilot)


async def begin(app: AijriApp, pilot: Pilot[int]) -> InterviewScreen:
    """From the first screen, over the job that stands first, to the first question."""
    await loaded(app, pilot)
    await enter(app, pilot)
    assert isinstance(app.screen, ChooseRoleScreen)
    await enter(app, pilot)
    await enter(app, pilot)
    assert isinstance(app.screen, InterviewScreen)
    return app.screen


async def sit_down(app: AijriApp, pilot: Pilot[int], talk: Conversation) -> InterviewScreen:
    """The interview from there on, as if all before it had been answered."""
    await loaded(app, pilot)
    screen = InterviewScreen(Sitting(talk, app.sessions.begin(talk.interview.role_id)))
    await app.push_screen(screen)
    await settle(app, pilot)
    return screen


async def give_split(app: AijriApp, pilot: Pilot[int], rows: dict[str, str] = FINE_TUNER) -> None:
    """Digits and enter, row by row; enter on the last one goes on."""
    assert isinstance(app.screen, InterviewScreen)
    for part in app.screen.block.splitter.state.parts:
        await enter(app, pilot, rows[part.id])


async def answer_until(app: AijriApp, pilot: Pilot[int], key: str) -> None:
    """Answer whatever comes before this question, which is then open."""
    assert isinstance(app.screen, InterviewScreen)
    for _ in range(60):
        step = app.screen.talk.step
        assert step is not None
        if step.key == key:
            return
        await enter(app, pilot, ANSWERS.get(step.key, "skip"))
    raise AssertionError(key)


async def answer_all(
    app: AijriApp, pilot: Pilot[int], answers: dict[str, str] = ANSWERS, by_key: bool = False
) -> None:
    """Answer every question that comes, by typed words; sign by sign only `by_key`, which takes its time."""
    for _ in range(60):
        if not isinstance(app.screen, InterviewScreen):
            return
        step = app.screen.talk.step
        assert step is not None
        if step.key == "split":
            await give_split(app, pilot)
            continue
        words = answers.get(step.key, "skip" if step.asked.question.kind != "text" else "/skip")
        if by_key:
            await enter(app, pilot, words)
        else:
            app.screen.block.words.value = words
            await enter(app, pilot)
    raise AssertionError("the interview does not come to an end")


async def show_result(app: AijriApp, pilot: Pilot[int]) -> None:
    """From the review to the result."""
    sheet = app.screen.query_one("#page", Sheet)
    sheet.move_to("end:result")
    await enter(app, pilot)


def place_of(app: AijriApp, sheet: Sheet, link: str) -> tuple[int, int] | None:
    """Where a link is on the sheet, as an offset for a click; None when it is not there."""
    from aijri_engine.text import cell_width

    for y, row in enumerate(sheet.rows(sheet.size.width)):
        x = 0
        for span in row:
            if span.link == link:
                return x, y
            x += cell_width(span.text)
    return None


async def click_link(app: AijriApp, pilot: Pilot[int], link: str) -> None:
    """Click a link wherever it is on the screen in front, scrolling to it as the wheel would."""
    for sheet in app.screen.query(Sheet):
        place = place_of(app, sheet, link)
        if place is not None and sheet.display and sheet.size.width:
            sheet.reveal(link)
            await settle(app, pilot)
            assert await pilot.click(sheet, offset=place)
            await settle(app, pilot)
            return
    raise AssertionError(f"nothing on this screen leads to {link}")


@contextmanager
def nothing() -> Iterator[None]:
    """For tests that need a context or none."""
    yield
