"""Every place of the screen, from the table of routes, filled with texts that broke terminal programs before.

Painted as text, inert, without control characters, and no row longer than its place at any width.
"""

import csv
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from inspect import iscoroutinefunction, signature
from pathlib import Path

import pytest
from nasty_texts import HARMFUL, NASTY
from screen_driver import loaded, painted, settle, sit_down
from textual.pilot import Pilot

import aijri_tui.screen
from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation, Trouble
from aijri_engine.interview.values import Problem
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.content_change import ContentChange
from aijri_engine.personal.result import result
from aijri_engine.store import GroupSummary, Store, practice_of
from aijri_engine.text import cell_width
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.guard import BEHIND_PASSPHRASE
from aijri_tui.screen.app.routes import ROUTES, target_of
from aijri_tui.screen.coach.begin_guided import seen_of
from aijri_tui.screen.data.data import kept
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.sittings import Sitting

pytestmark = pytest.mark.usefixtures("few_draws")

ROLE = "deep-learning-engineer"
SHORT = [text for text in NASTY if len(text) < 1000]
NOTHING_CHOSEN = "content"
"""Where nothing changed since a sitting, it is said over the page in front."""

SIZES = ((80, 24), (60, 16), (120, 40))
WIDTHS = (*range(56, 81, 8), 96, 116, 156, 196)
"""Cells that a page has from 60 columns to 200."""


def nasty_interview(library: Library) -> Interview:
    """Answers and own rows that are made of nasty texts."""
    interview = Interview.start(library, ROLE)
    other = [{"name": text, "share": 5} for text in SHORT[:8]]
    rows = {"design": 10, "train": 20, "infra": 10, "debug": 5, "research": 10, "collaboration": 5}
    found = interview.answer("split", {"rows": rows, "other": other})
    assert not isinstance(found, Problem)
    for task in rows:
        found = found.answer(f"depth.{task}", "originates")
        assert not isinstance(found, Problem)
    for number, task in enumerate(rows):
        found = found.answer(f"example.{task}", " ".join(SHORT[number::6]))
        assert not isinstance(found, Problem)
    return found


def nasty_hours(name: str) -> Path:
    """A time sheet of the last week whose titles are nasty texts."""
    monday = date.today() - timedelta(days=date.today().weekday() + 7)
    rows = [[str(monday + timedelta(days=number % 5)), "1", text] for number, text in enumerate(SHORT)]
    path = Path(tempfile.mkdtemp()) / f"{name}.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([["Date", "Hours", "Description"], *rows])
    return path


@dataclass
class Filled:
    """A store that is full of nasty texts, with an own sitting and a client's."""

    own: str
    of_client: str
    client: str


def filled(app: AijriApp, interview: Interview) -> Filled:
    """Put nasty texts wherever the store takes text."""
    store, wording = app.sessions.store(), app.library.wording
    own = store.start(interview.reveal("result"), goal=" ".join(SHORT))
    store.start(interview)
    client = store.roster.add(SHORT[0]).id
    store.roster.agree(client, wording.consent, " ".join(SHORT), SHORT[1], date(2099, 12, 31), "yes")
    store.roster.note(client, "\n".join(SHORT), private=True)
    store.roster.note(client, " ".join(SHORT), private=False)
    store.roster.plan(client, SHORT[2], SHORT[4], date(2099, 1, 31), SHORT[5])
    session = store.start(interview.reveal("result"), client_id=client)
    store.record_file("report", Path("/tmp/[/nope] [red].pdf"), session.row.id, recipient=SHORT[2])
    gone = store.roster.add(SHORT[7]).id
    store.erase_client(store.roster.add("x" * 70).id)
    store.delete_client(gone)
    for text in SHORT[5:12]:
        store.roster.add(f"{text} {'y' * 40}"[:80])
    return Filled(own.row.id, session.row.id, client)


async def handed(app: AijriApp, interview: Interview, store: Filled) -> Mapping[str, tuple[object, ...]]:
    """What each route is opened with."""
    found = result(interview)
    session, _ = app.sessions.resume(store.own, app.library)
    troubled = Conversation(
        interview, told=tuple(SHORT[:4]), trouble=Trouble(SHORT[0], tuple((text, 1) for text in SHORT))
    )
    sitting = Sitting(troubled, session)
    await app.push_screen(InterviewScreen(sitting))
    app.sitting = sitting
    seen = await seen_of(app, store.client)
    change = ContentChange(found, found, bridge(found.personal, found.personal), ("role",), ("years",))
    summary = GroupSummary(5, ROLE, 50.0, {"Green": 5}, {"design": 30.0, SHORT[0]: 70.0})
    role = app.library.role(ROLE)
    week = interview.path.step("split")
    assert week is not None
    nasty_role = role.model_copy(update={"title": SHORT[0], "summary": SHORT[5], "does": SHORT[6]})
    with Store.at(app.sessions.store().path.with_name("aijri-emergency-1.db")) as beside:
        beside.start(interview)
    return {
        "interview": (sitting,),
        "role_page": (nasty_role,),
        "session": (store.own,),
        "again": (store.own,),
        "content": (store.own,),
        "content_choice": (change, seen.listed[0].when),
        "week_path": (interview.form, week.asked),
        "week_file": (interview.form, week.asked, nasty_hours(store.own)),
        "answers": (sitting,),
        "review": (sitting,),
        "score": (interview,),
        "result": (sitting,),
        "what_if": (interview,),
        "compare": (found,),
        "export": (found,),
        "history": (store.client,),
        "client": (store.client,),
        "client_of": (store.of_client,),
        "add_client": (SHORT[0],),
        "group_summary": (summary,),
        "erase": (seen.card.client,),
        "receipt": (app.sessions.store().erase_client(app.sessions.store().roster.add("z").id),),
        "consent": (seen, True),
        "read_aloud": (seen, " ".join(SHORT), SHORT[1], date(2099, 1, 1)),
        "change_act": (seen, seen.card.acts[0]),
        "practice_form": practice_of(app.sessions.store()),
        "to_file": (SHORT[0], SHORT[1], "a.pdf", lambda store, path: ""),
        "before_hour": (seen,),
        "agenda": (seen,),
        "shared": (SHORT[1],),
        "correct_note": (seen, seen.card.notes[0]),
        "given": (seen, seen.card.files[0].path),
        **dict.fromkeys(
            ("withdraw", "delete", "note", "plan", "date", "rename", "hand_over", "take_over", "form"),
            (seen,),
        ),
        "last_time": (seen,),
        "quality": (sitting,),
        "preview": (sitting,),
        "ask_client": (sitting,),
        "backup": (kept(app.sessions.store()),),
        "erase_data": (kept(app.sessions.store()), True),
        "passphrase": (True,),
    }


def opens(name: str, arguments: tuple[object, ...]) -> bool:
    """The screen of a route takes these arguments."""
    target = target_of(name)
    try:
        signature(target).bind(*((None,) if iscoroutinefunction(target) else ()), *arguments)
    except TypeError:
        return False
    return True


def too_long(app: AijriApp, widths: tuple[int, ...], name: str) -> Iterator[str]:
    """Nothing harmful is painted; every row of the screen in front that is longer than its place."""
    page = painted(app)
    assert not any(sign in page for sign in HARMFUL), name
    for sheet in app.screen.query(Sheet):
        inside = app.size.width - sheet.size.width
        for width in (sheet.size.width, *(one for one in widths if inside < 8)):
            for row in sheet._builder(width) if sheet.size.width else ():
                words = "".join(span.text for span in row).rstrip()
                if cell_width(words) > width:
                    yield f"{name}, at {width} cells: {words!r}"


async def in_every_size(app: AijriApp, pilot: Pilot[int], name: str) -> list[str]:
    """Look at a page in every size, in the last one also at its end, and at its rows in every width."""
    found = [*too_long(app, WIDTHS, name)]
    for size in SIZES if app.size == SIZES[0] else reversed(SIZES):
        if app.size != size:
            await pilot.resize_terminal(*size)
        found += too_long(app, (), name)
    await pilot.press("end")
    return [*found, *too_long(app, (), name)]


ABOUT_THE_ROLE = {"role", "role_page", "begin", "choose_role", "how", "group_summary"}
"""Routes where a zone or figure of the role itself, or of a group, may stand."""
OF_A_ZONE = re.compile(
    r"\b(Green|Yellow|Red|Urgent|Imminent|Moderate|Accelerated|Transforming)\b|[+-]\d+\.\d\b"
)
LEGEND = re.compile(r"Red +25|25 +Yellow|Green, 48|Yellow, 25|Red, 0")
FURTHER = {"compare": ("down", "enter"), "quality": ("home", "enter"), "preview": ("home", "enter")}
"""Keys that lead on to what a page holds back at first."""


def told_of_the_figure(app: AijriApp, name: str, figure: str) -> Iterator[str]:
    """Rows that tell a figure, zone, price or neighbour although two fifths of this week lie outside the role."""
    for sheet in app.screen.query(Sheet):
        for row in sheet._builder(110) if sheet.size.width else ():
            words = "".join(span.text for span in row)
            told = figure in words or (name not in ABOUT_THE_ROLE and OF_A_ZONE.search(words))
            if told and not LEGEND.search(words) and SHORT[2] not in words:
                yield f"{name} tells what is withheld: {words!r}"


def test_every_route_leads_to_a_screen_or_a_way_to_one() -> None:
    for name in ROUTES:
        target = target_of(name)
        assert iscoroutinefunction(target) or (isinstance(target, type) and issubclass(target, Frame)), name
    assert set(ROUTES) >= BEHIND_PASSPHRASE


async def test_every_route_paints_nasty_texts_as_they_are(app: AijriApp, library: Library) -> None:
    """One app for all of them: each place is opened once and then looked at in every size.

    Two fifths of this week lie outside the role, so that nothing of its figure may stand on any page (kind 9).
    """
    async with app.run_test(size=SIZES[0]) as pilot:
        await loaded(app, pilot)
        interview = nasty_interview(library).reveal("result")
        assert result(interview).withheld
        figure = f"{result(interview).assessment.index:.1f}"
        store = filled(app, interview)
        await app.refresh_sessions()
        await settle(app, pilot)
        long = await in_every_size(app, pilot, "home")
        opened = await handed(app, interview, store)
        base = len(app.screen_stack)
        lacking = [name for name in ROUTES if not opens(name, opened.get(name, ()))]
        assert not lacking, (
            f"{', '.join(lacking)}: what it is opened with is missing in `handed` of this file"
        )
        for name in ROUTES:
            app.go(name, *opened.get(name, ()))
            await settle(app, pilot)
            assert len(app.screen_stack) > base or name == NOTHING_CHOSEN, name
            assert "working it out" not in painted(app).casefold(), name
            long += await in_every_size(app, pilot, name)
            for keys in ((), FURTHER.get(name, ())):
                await pilot.press(*keys)
                await settle(app, pilot)
                long += told_of_the_figure(app, name, figure)
            while len(app.screen_stack) > base:
                app.pop_screen()
            await settle(app, pilot)
        assert not long, "\n".join(long)


async def test_nasty_texts_typed_at_a_question_are_only_text(app: AijriApp, library: Library) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await sit_down(app, pilot, Conversation(nasty_interview(library)))
        for text in NASTY:
            screen.block.words.value = text
            await screen.submit(screen.block.words.value)
            await settle(app, pilot)
            assert not [*too_long(app, (), text)]
            screen.sitting.talk = replace(screen.talk, paused="")


def screens(of: type[Frame] = Frame) -> Iterator[type[Frame]]:
    for screen in of.__subclasses__():
        yield screen
        yield from screens(screen)


def test_every_action_is_there_and_is_told() -> None:
    """A key that does nothing, or one that nobody is told of."""
    for name in ROUTES:
        target_of(name)
    seen = 0
    for screen in screens():
        for one in screen.ACTIONS:
            name = one.action.partition("(")[0]
            room, _, act = name.rpartition(".")
            owner = AijriApp if room == "app" else screen
            assert not act or hasattr(owner, f"action_{act}"), (screen.__name__, one)
            assert one.words or one.title or act == "undo", (screen.__name__, one)
            seen += 1
        keys = Counter(one.key for one in screen.ACTIONS if one.key and one.action)
        twice = [key for key, times in keys.items() if times > 1]
        assert not twice, f"{screen.__name__} has {twice} twice in ACTIONS"
    assert seen > 80


GOES = re.compile(r"""\.go\(\s*["'](\w+)["']""")
"""A place that is opened by its name, by a key or in code."""


def test_every_place_that_is_opened_by_name_has_a_route() -> None:
    room = Path(aijri_tui.screen.__file__).parent
    named = {(name, path) for path in room.rglob("*.py") for name in GOES.findall(path.read_text("utf-8"))}
    lost = [f"{name} in {path.relative_to(room)}" for name, path in named if name not in ROUTES]
    assert not lost, f"no line in ROUTES of aijri_tui/screen/app/routes.py: {', '.join(lost)}"
    assert len(named) > 40
