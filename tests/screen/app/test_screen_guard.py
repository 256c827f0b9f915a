"""The one guard: what is covered is told by no page, command, key or line; what is private waits until the screen is
turned; what ended elsewhere is not shown on; and no key reaches what nobody had seen.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from screen_driver import FINE_TUNER, enter, loaded, painted, settle, type_words
from textual import events
from textual.pilot import Pilot

from aijri_engine import Interview
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.content_change import ContentChange
from aijri_engine.personal.result import Result, result
from aijri_engine.personal.spread import shown_band
from aijri_engine.store import Store
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

ROLE = "deep-learning-engineer"
ANSWERED = {
    "level": "senior", "split": {"rows": {name: int(share) for name, share in FINE_TUNER.items()}},
    **{f"depth.{task}": "adapts" for task, share in FINE_TUNER.items() if int(share) > 5},
}  # fmt: skip
SECRET = "lives apart from Zoe, in debt"
OTHER = "Zebedee"
OF_THE_ROLE = {"How the index works", "how"}
"""Pages that tell figures of roles, for anybody."""
LEGEND = re.compile(r"0 +Red 25")
"""The scale on which later figures will stand."""


@dataclass
class Kept:
    """What lies in the store: Ana's sitting, covered, all answered; and another client."""

    client: str
    session: str
    found: Result

    def figures(self) -> re.Pattern[str]:
        """Every figure of this result, with its zone."""
        told, (low, high) = self.found.assessment, shown_band(self.found.spread.range)
        figures = (
            told.index,
            low,
            high,
            self.found.base_assessment.index,
            abs(self.found.bridge.shown_change),
        )
        zones = r"Green|Yellow|Red \d|in \d+ of 100|[+-]\d+\.\d\b"
        return re.compile("|".join([*(rf"\b{one:.1f}\b" for one in figures), zones]))


def keep(app: AijriApp, guided: bool = True) -> Kept:
    """Put it there; taken alone where it is not `guided`."""
    store, wording = app.sessions.store(), app.library.wording
    ana, other = store.roster.add("Ana").id, store.roster.add(OTHER).id
    for client in (ana, other):
        store.roster.agree(client, wording.consent, "a goal", "Ada", date(2099, 1, 1), "yes")
        store.roster.note(client, SECRET, private=True)
    begun = Interview.start(app.library, ROLE, guided=guided)
    for question, value in ANSWERED.items():
        found = begun.answer(question, value)
        assert isinstance(found, Interview), question
        begun = found
    session = store.start(begun, client_id=ana if guided else None).id
    return Kept(ana, session, result(begun))


async def opened(app: AijriApp, pilot: Pilot[int], guided: bool = True) -> Kept:
    """Her sitting on the screen, at its question."""
    await loaded(app, pilot)
    kept = keep(app, guided)
    app.go("session", kept.session)
    await settle(app, pilot)
    assert isinstance(app.screen, InterviewScreen)
    return kept


async def at_her_result(app: AijriApp, pilot: Pilot[int]) -> Kept:
    """Her result with its figure."""
    kept = await opened(app, pilot)
    assert app.sitting is not None
    app.sitting.take(app.sitting.talk.revealed("result"))
    app.go("result", app.sitting)
    await settle(app, pilot)
    assert isinstance(app.screen, ResultScreen)
    return kept


async def in_words(app: AijriApp, pilot: Pilot[int], guided: bool = True) -> Kept:
    """Her result in words first."""
    kept = await opened(app, pilot, guided)
    app.go("result", app.sitting, False)
    await settle(app, pilot)
    assert isinstance(app.screen, ResultScreen)
    return kept


def said(app: AijriApp) -> str:
    """The page in front, and what is said over it."""
    return " ".join(" ".join([painted(app), *(one.message for one in app._notifications)]).split())


async def choose(app: AijriApp, pilot: Pilot[int], link: str) -> None:
    app.screen.query_one("#page", Sheet).move_to(link)
    await settle(app, pilot)
    await enter(app, pilot)


def told(app: AijriApp, figures: re.Pattern[str]) -> Iterator[str]:
    """Lines of the page in front that tell what is covered, wherever they are scrolled to."""
    for sheet in app.screen.query(Sheet):
        for row in sheet._builder(110) if sheet.size.width else ():
            words = "".join(span.text for span in row)
            if figures.search(words) and not LEGEND.search(words):
                yield words
    yield from (line for line in painted(app).split("\n") if figures.search(line) and not LEGEND.search(line))


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


@pytest.mark.parametrize("key", ["f4", "f5", "f6", "f7", "f9", "enter", "down", "escape", "ctrl+p"])
async def test_after_a_consent_ended_elsewhere_the_next_key_closes_the_result(
    app: AijriApp, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        assert f"{kept.found.assessment.index:.1f}" in painted(app)
        app.sessions.store().roster.withdraw("Ana")
        await pilot.press(key)
        await settle(app, pilot)
        page = said(app)
        assert "Ana withdrew the consent on" in page
        assert "nothing more is kept or handed over" in page
        assert "What you answered last" not in page
        assert not any(isinstance(one, ResultScreen) for one in app.screen_stack)
        assert not app.clipboard
        await pilot.press("ctrl+q")
    assert app.return_code == 0


@pytest.mark.parametrize("act", ["line", "click", "history"])
async def test_after_a_consent_ended_elsewhere_a_line_and_a_click_close_it_too(
    app: AijriApp, act: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        if act == "history":
            app.back_to("home")
            app.go("history", kept.client)
            await settle(app, pilot)
            assert "The sittings of Ana" in painted(app)
        else:
            await type_words(pilot, "why so low")
        app.sessions.store().roster.withdraw("Ana")
        if act == "click":
            app.post_message(events.MouseUp(None, 4, 4, 0, 0, 1, False, False, False))
        else:
            await pilot.press("enter")
        await settle(app, pilot)
        assert "Ana withdrew the consent on" in said(app)
        assert getattr(app.screen, "route", "") == "home"


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (lambda store, kept: store.erase_session(kept.session), "was erased in another window"),
        (lambda store, kept: store.delete(kept.session), "was deleted meanwhile"),
        (lambda store, kept: store.delete_client("Ana"), "Ana was deleted meanwhile"),
    ],
)
async def test_a_session_that_went_elsewhere_is_shown_no_longer(
    app: AijriApp, gone: Callable[[Store, Kept], object], words: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await in_words(app, pilot)
        gone(app.sessions.store(), kept)
        await pilot.press("down")
        await settle(app, pilot)
        assert getattr(app.screen, "route", "") == "home"
        assert words in said(app)


async def test_a_file_about_one_sitting_is_never_made_with_another_ones_name(app: AijriApp) -> None:
    """Another client's sitting is opened above a result, and left again: whose the result is stays as it was."""
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        other = app.sessions.store().roster.find(OTHER)
        begun = Interview.start(app.library, ROLE, guided=True)
        app.go("session", app.sessions.store().start(begun, client_id=other.id).id)
        await settle(app, pilot)
        assert app.session is not None
        assert app.session.client == OTHER
        app.back_to("result")
        assert app.session.client == "Ana"
        assert app.session.id == kept.session


async def test_every_page_and_copy_that_tells_of_a_client_names_whom(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        kept = await at_her_result(app, pilot)
        sitting, base = app.sitting, list(app.screen_stack)
        assert sitting is not None
        interview, found = sitting.interview, result(sitting.interview)
        change = ContentChange(found, found, bridge(found.personal, found.personal), ("role",), ())
        handed: dict[str, tuple[object, ...]] = {
            "compare": (found,), "export": (found,), "what_if": (interview,), "score": (interview,),
            "result": (sitting,), "answers": (sitting,), "review": (sitting,), "interview": (sitting,),
            "quality": (sitting,), "preview": (sitting,), "ask_client": (sitting,), "history": (kept.client,),
            "before_hour": (await seen_of(app, kept.client),), "content_choice": (change, datetime.now()),
        }  # fmt: skip
        assert set(handed) > TELLS_THE_FIGURE
        for name, arguments in handed.items():
            app.go(name, *arguments)
            await settle(app, pilot)
            if isinstance(app.screen, TurnScreen):
                await choose(app, pilot, "cover:lift")
            assert getattr(app.screen, "route", "") == name
            assert "Ana" in painted(app).splitlines()[0], name
            while app.screen_stack != base:
                app.pop_screen()
            await settle(app, pilot)
        await pilot.press("f7")
        assert app.clipboard.startswith("Ana\n")
        app.back_to("home")
        for name in ("client", "history"):
            app.go(name, kept.client)
            await settle(app, pilot)
            assert app.whose == "Ana", name
            app.go("compare", found, kept.session)
            await settle(app, pilot)
            assert "AIJRI · Ana · compare" in painted(app)
            app.back_to("home")


async def test_the_result_tells_the_consent_that_is_recorded(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        assert app.sitting is not None
        app.sitting.take(app.sitting.talk.revealed("result"))
        app.go("result", app.sitting)
        await settle(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        app.screen.action_open("purpose")
        await settle(app, pilot)
        page = said(app)
        assert "no consent is recorded" not in page
        assert "1 January 2099" in page


async def test_keys_pressed_before_the_session_asked_for_is_there_choose_nothing(
    app: AijriApp,
) -> None:
    app.go("session", "")
    app._waiting = None
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "enter")
        await loaded(app, pilot)
        kept = keep(app)
        await pilot.press("enter", "x")
        await settle(app, pilot)
        assert "Opening what you asked for" in painted(app)
        assert "Start a new interview" not in painted(app)
        app.go("session", kept.session)
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        await pilot.press("escape", "escape")
        await settle(app, pilot)
        assert "Start a new interview" in painted(app)


async def test_a_session_that_cannot_be_opened_says_so_on_a_first_screen_that_works(app: AijriApp) -> None:
    app.go("session", "nothere")
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "there is no session" in said(app).lower()
        assert "Start a new interview" in painted(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert len(app.screen_stack) == 2


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


@pytest.mark.parametrize("act", ["note", "plan", "date", "form"])
async def test_of_a_client_who_said_no_nothing_is_filled_in_first(app: AijriApp, act: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        client = app.sessions.store().roster.add("Ben").id
        app.sessions.store().roster.decline(client)
        app.go("client", client)
        await settle(app, pilot)
        card = app.screen
        assert isinstance(card, ClientScreen)
        card.action_act(act)
        await settle(app, pilot)
        assert app.screen is card
        assert "The answer was no" in said(app)
        assert "read a new consent (c)" in said(app)
