"""The one guard: what is covered is told by no page, command, key or line; what is private waits until the screen is
turned; what ended elsewhere is not shown on; and no key reaches what nobody had seen.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from screen_driver import enter, painted, settle
from screen_of_a_client import (
    OTHER,
    SECRET,
    choose,
    in_words,
    opened,
    said,
)
from textual import events

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.commands import commands_for
from aijri_tui.screen.app.guard import BESIDE_A_CLIENT, FOR_THE_COACH, TELLS_THE_FIGURE
from aijri_tui.screen.app.routes import ROUTES
from aijri_tui.screen.coach.before_result import PreviewScreen, TurnScreen
from aijri_tui.screen.coach.begin_guided import seen_of
from aijri_tui.screen.coach.client import ClientScreen
from aijri_tui.screen.coach.roster import RosterScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.page import IN_WORDS, Frame
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.result.export import ExportScreen
from aijri_tui.screen.result.screen import ResultScreen

pytestmark = pytest.mark.usefixtures("few_draws")

OF_THE_ROLE = {"How the index works", "how"}
"""Pages that tell figures of roles, for anybody."""
LEGEND = re.compile(r"0 +Red 25")
"""The scale on which later figures will stand."""
FOLDER = re.compile(r"\S*/pytest-\S*")
"""Where the test keeps its files: the number of its run is no figure."""


def told(app: AijriApp, figures: re.Pattern[str]) -> Iterator[str]:
    """Lines of the page in front that tell what is covered, wherever they are scrolled to."""
    sheets = (sheet for sheet in app.screen.query(Sheet) if sheet.size.width)
    rows = ("".join(span.text for span in row) for sheet in sheets for row in sheet._builder(110))
    for line in (*rows, *painted(app).split("\n")):
        if figures.search(FOLDER.sub("", line)) and not LEGEND.search(line):
            yield line


@pytest.mark.parametrize("guided", [True, False])
async def test_what_is_covered_is_told_by_no_page_command_key_or_line(
    app: AijriApp, tmp_path: Path, guided: bool
) -> None:
    """The steps are told in words, so that their prices must not stand there either (all but `Show the figure`)."""
    async with app.run_test(size=(110, 40)) as pilot:
        kept = await in_words(app, pilot, guided)
        figures, base, seen = kept.figures(), list(app.screen_stack), await seen_of(app, kept.client)
        interview, sitting = kept.found.interview, app.sitting
        handed: dict[str, tuple[object, ...]] = {
            "session": (kept.session,), "again": (kept.session,), "content": (kept.session,),
            "history": (kept.client,), "client": (kept.client,), "client_of": (kept.session,),
            "compare": (kept.found,), "export": (kept.found,), "what_if": (interview,), "score": (interview,),
            "result": (sitting, False), "answers": (sitting,), "review": (sitting,), "interview": (sitting,),
            "quality": (sitting,), "preview": (sitting,), "ask_client": (sitting,), "before_hour": (seen,),
            "agenda": (seen,), "last_time": (seen,), "consent": (seen, True),
        }  # fmt: skip
        leaks = []

        async def look(where: str) -> None:
            await settle(app, pilot)
            leaks.extend(f"{where}: {words}" for words in told(app, figures) if where not in OF_THE_ROLE)
            while len(app.screen_stack) > len(base):
                app.pop_screen()
            await settle(app, pilot)
            assert app.screen_stack == base, where
            assert not app.clipboard, where

        await look("in words")
        for name in [*handed, "today", "clients", "data", "how", "group", "deleted"]:
            assert name in ROUTES
            app.go(name, *handed.get(name, ()))
            await look(name)
        for title, about, act in list(commands_for(app, app.screen)):
            assert not figures.search(f"{title} {about}"), title
            if title not in ("Leave", "Back to the screen before", "Look at the role in full"):
                act()
                await look(title)
        for key in (
            *(f"f{number}" for number in range(1, 13)),
            "tab",
            "space",
            "left",
            "right",
            "end",
            "home",
            "ctrl+p",
        ):
            if key != "f2":
                await pilot.press(key)
                await look(key)
        for words in (
            "why so low",
            "what if level=principal",
            "all",
            "bridge",
            "compare",
            "report",
            "copy",
            "f4",
        ):
            await enter(app, pilot, words)
            await look(words)
        assert not leaks, "\n".join(leaks)
        assert app.sitting is not None
        assert not app.sitting.interview.revealed
        assert [one.name for one in tmp_path.iterdir()] == ["data"]
        await enter(app, pilot, "i want to die")
        assert app.library.wording.distress[:40] in said(app)
        await pilot.press("escape")
        await choose(app, pilot, "figure:show")
        assert f"{kept.found.assessment.index:.1f}" in painted(app)
        assert app.sitting.interview.result_seen
        await pilot.press("f7")
        await settle(app, pilot)
        assert f"{kept.found.assessment.index:.1f}" in app.clipboard


async def test_pages_that_tell_a_figure_are_refused_before_it_was_seen_wherever_they_are_opened_from(
    app: AijriApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await opened(app, pilot)
        for name in TELLS_THE_FIGURE:
            app.go(name, kept.found.interview if name in ("score", "what_if") else kept.found)
            await settle(app, pilot)
            assert isinstance(app.screen, InterviewScreen), name
            assert "stays covered" in said(app), name


async def test_within_a_clients_session_what_is_private_waits_until_the_screen_is_turned(
    app: AijriApp,
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        kept = await opened(app, pilot)
        base = list(app.screen_stack)
        for name in sorted(BESIDE_A_CLIENT):
            app.go(name, *([kept.client] if name == "client" else ()))
            await settle(app, pilot)
            assert isinstance(app.screen, TurnScreen), name
            assert OTHER not in painted(app)
            assert "turn the screen" in painted(app)
            await choose(app, pilot, "cover:back")
            assert app.screen_stack == base, name
        next(act for title, _, act in commands_for(app, app.screen) if title == "Clients")()
        await settle(app, pilot)
        await choose(app, pilot, "cover:lift")
        assert isinstance(app.screen, RosterScreen)
        assert OTHER in painted(app)
        app.go("client", kept.client)
        await settle(app, pilot)
        assert isinstance(app.screen, ClientScreen)  # turned once for all that is opened from there
        app.back_to("interview")
        app.go("result", app.sitting, False)
        await settle(app, pilot)
        await pilot.press("f9")
        await settle(app, pilot)
        assert isinstance(app.screen, TurnScreen)
        assert SECRET not in painted(app)


async def test_alone_nothing_waits_for_a_turn(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, guided=False)
        app.go("clients")
        await settle(app, pilot)
        assert isinstance(app.screen, RosterScreen)


async def test_the_history_from_within_a_clients_session_is_that_clients(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        app.go_to_history()
        await settle(app, pilot)
        assert "The sittings of Ana" in painted(app)


async def test_no_gate_takes_a_key_from_before_it_was_painted(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        app.go("preview", app.sitting)
        await settle(app, pilot)
        for kind in (TurnScreen, PreviewScreen):
            screen = app.screen
            assert isinstance(screen, kind)
            assert isinstance(screen, Frame)
            early = events.Key("enter", "\r")
            early.time = screen.seen_from - 0.001
            app.post_message(early)
            await settle(app, pilot)
            assert app.screen is screen
            if kind is TurnScreen:
                await pilot.press("enter")
                await settle(app, pilot)


def test_gates_name_places_that_are_there() -> None:
    assert set(ROUTES) >= FOR_THE_COACH | BESIDE_A_CLIENT | TELLS_THE_FIGURE
    assert "covered" in IN_WORDS


async def test_once_the_figure_is_seen_the_report_is_open_too(app: AijriApp) -> None:
    """The result in front was the one from before it was seen, which is covered."""
    async with app.run_test(size=(80, 24)) as pilot:
        await in_words(app, pilot)
        await choose(app, pilot, "figure:show")
        await pilot.press("f6")
        await settle(app, pilot)
        assert isinstance(app.screen, ExportScreen), said(app)


async def test_enter_opens_nothing_that_is_out_of_view(app: AijriApp) -> None:
    async with app.run_test(size=(60, 16)) as pilot:
        await in_words(app, pilot)
        await enter(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert app.screen.in_words
        assert "› Show the figure" in painted(app)
        await enter(app, pilot)
        assert not app.screen.in_words
