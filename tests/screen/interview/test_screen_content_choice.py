"""Sittings on content that changed since, and the history of an index, as a person meets them."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from screen_driver import click_link, enter, loaded, painted, running, settle
from textual.pilot import Pilot

from aijri_engine import Interview, Library, Problem, result
from aijri_engine.store import Store
from aijri_engine.store.rows import SessionRow
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.commands import commands_for
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.content_choice import ContentChoiceScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.shell import NOT_KEPT
from aijri_tui.screen.result.compare import CompareScreen
from aijri_tui.screen.result.history import HistoryScreen
from aijri_tui.screen.result.screen import ResultScreen

ROLE = "deep-learning-engineer"
SPLIT = {"design": 5, "train": 50, "infra": 15, "debug": 15, "research": 5, "collaboration": 10}
NASTY = "Ana [/nope] [@click=app.quit]x"


class Kept:
    """A person with three sittings, and a client with one; in March, May, July and October."""

    def __init__(self, march: Library, today: Library) -> None:
        self.now = datetime(2026, 3, 3, 12, tzinfo=UTC)
        self.seen = sat(march, "follows")
        self.later = sat(today, "originates")
        with Store.open(os.environ["AIJRI_DATA"], clock=lambda: self.now) as store:
            self.march = self._start(store, self.seen.reveal("result"))
            self.covered = self._start(store, sat(march, "adapts"))
            client = store.roster.add(NASTY)
            store.roster.agree(client.id, today.wording.consent, "a step", "Ada", date(2099, 1, 1))
            self.client = client.id
            self._start(store, sat(march, "originates").reveal("result"), client.id)

    def _start(self, store: Store, interview: Interview, client: str | None = None) -> str:
        self.now += timedelta(days=61)
        return store.start(interview, client_id=client).id

    def finish_another(self) -> str:
        """One more sitting, on today's content, whose result was seen."""
        with Store.open(os.environ["AIJRI_DATA"], clock=lambda: self.now) as store:
            return self._start(store, self.later.reveal("result"))

    def on_disk(self, session: str) -> tuple[SessionRow, list[str]]:
        with Store.open(os.environ["AIJRI_DATA"]) as store:
            found = store.session(session)
            return found.row, [event.kind for event in found.events]


@pytest.fixture(scope="session")
def march(older_content: Path) -> Library:
    return Library.open(older_content)


@pytest.fixture
def kept(app: AijriApp, march: Library, library: Library) -> Kept:
    return Kept(march, library)


def sat(library: Library, train: str) -> Interview:
    interview = Interview.start(library, ROLE)
    for question, value in (("years", 70), ("split", {"rows": SPLIT}), ("depth.train", train)):
        taken = interview.answer(question, value)
        if isinstance(taken, Problem):
            taken = interview.answer(question, 3)
        assert not isinstance(taken, Problem)
        interview = taken
    return interview


def figure(interview: Interview) -> str:
    return f"{result(interview).assessment.index:.1f}"


async def opened(app: AijriApp, pilot: Pilot[int], link: str) -> str:
    """Choose a link of the page in front; what is painted then."""
    await click_link(app, pilot, link)
    return painted(app)


async def test_a_sitting_on_older_content_is_shown_both_ways_and_goes_on_as_chosen(
    app: AijriApp, kept: Kept, library: Library
) -> None:
    then, before = figure(kept.seen), kept.on_disk(kept.march)
    now = figure(Interview.resume(library, ROLE, kept.seen.events))
    assert then != now
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "The role changed since: Deep Learning Engineer 61.4, now 64.6 (+3.2)" in painted(app)
        page = await opened(app, pilot, f"session:{kept.march}")
        assert isinstance(app.screen, ContentChoiceScreen)
        assert "Since your sitting of 3 May 2026, the questions and the role's" in page
        assert f"As you saw it            {then}  " in page
        assert f"With today's figures     {now}  " in page
        assert f"From {then} to {now}" in page
        assert "a change in the role's figures" in page
        assert "asked again, because the question changed: years in the field" in " ".join(page.split())
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)
        assert kept.on_disk(kept.march) == before
        await opened(app, pilot, f"session:{kept.march}")
        await enter(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert f"\n  {then} " in painted(app)
        row, events = kept.on_disk(kept.march)
        assert events == [*before[1], "content_changed"]
        assert row.updated == before[0].updated
        await pilot.press("escape", "escape")
        await settle(app, pilot)
        page = await opened(app, pilot, f"session:{kept.march}")
        assert isinstance(app.screen, ResultScreen)
        assert f"\n  {then} " in page
        app.go("content", kept.march)
        await settle(app, pilot)
        await pilot.press("down")
        await enter(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        assert f"\n  {now} " in painted(app)
        assert [type(one).__name__ for one in app.screen_stack] == [
            "HomeScreen", "InterviewScreen", "ResultScreen",
        ]  # fmt: skip
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.talk.interview.library is library
        await pilot.press("escape")
        await settle(app, pilot)
        assert "3 May 2026, " in painted(app)
        assert f"   {now} Green, provisional" in painted(app)


async def test_a_covered_figure_stays_covered_when_the_content_changed(app: AijriApp, kept: Kept) -> None:
    async with app.run_test(size=(60, 16)) as pilot:
        await loaded(app, pilot)
        app.go("content", kept.covered)
        await settle(app, pilot)
        assert isinstance(app.screen, ContentChoiceScreen)
        screen = app.screen
        words = " ".join(span.text for row in screen.page.rows(54) for span in row)
        assert "still covered" in words
        assert "years in" in words
        assert not [word for word in words.split() if word.replace(".", "", 1).isdigit() and "." in word]
        await pilot.press("down")
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        years = app.screen.talk.interview.step("years")
        assert years is not None
        assert years.state == "stale"
        app.screen.block.words.value = "edit years"
        await enter(app, pilot)
        assert "has changed since you answered it" in running(app)


async def test_words_half_typed_are_asked_about_before_the_content_is_chosen_again(
    app: AijriApp, kept: Kept
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("content", kept.covered)
        await settle(app, pilot)
        await enter(app, pilot)
        interview = app.screen
        assert isinstance(interview, InterviewScreen)
        interview.block.words.value = "half of it"
        for asked in (True, False):
            title, _, act = next(one for one in commands_for(app, app.screen) if "Content" in one[0])
            act()
            await settle(app, pilot)
            assert title == "Content of this sitting"
            assert (app.screen is interview) is asked
            assert any(one.message == NOT_KEPT for one in app._notifications) is asked
        assert isinstance(app.screen, ContentChoiceScreen)


async def test_the_history_tells_what_was_seen_and_opens_one_or_two(
    app: AijriApp, kept: Kept, library: Library
) -> None:
    last = kept.finish_another()
    then, now = figure(kept.seen), figure(kept.later)
    before = kept.on_disk(last)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        page = await opened(app, pilot, "history")
        assert isinstance(app.screen, HistoryScreen)
        lines = [line for line in page.splitlines() if "2026," in line]
        assert [line.split(",")[0].strip(" ›") for line in lines] == [
            "3 May 2026",
            "3 July 2026",
            "2 November 2026",
        ]
        assert f" {then}  " in lines[0]
        assert lines[0].count("●") == 1
        assert lines[1].endswith("not finished")
        assert page.count("figure not seen yet") == 1
        assert f" {now}  Green" in lines[2]
        (between,) = (line for line in page.splitlines() if "│" in line)
        assert "since 3 May 2026 +" in between
        assert "on today's figures" in between
        await opened(app, pilot, f"between:{last}")
        assert isinstance(app.screen, CompareScreen)
        page = " ".join(span.text for row in app.screen.page.rows(76) for span in row)
        again = figure(Interview.resume(library, ROLE, kept.seen.events))
        assert f"From {again} to {now}" in page
        assert "both were computed anew with today's figures" in page
        assert "How training is done" in page
        assert kept.covered not in page
        await pilot.press("escape")
        await settle(app, pilot)
        page = await opened(app, pilot, f"sitting:{last}")
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("escape", "escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HistoryScreen)
        assert kept.on_disk(last) == before
        app.screen.page.move_to(f"sitting:{kept.march}")
        await pilot.press("f5")
        await settle(app, pilot)
        assert "○ the sitting of 2 November 2026" in painted(app)
        await pilot.press("escape")
        await settle(app, pilot)
        await app.push_screen(HistoryScreen(kept.client))
        await settle(app, pilot)
        page = painted(app)
        assert f"The sittings of {NASTY}, the oldest first" in page
        assert page.count("●") == 1
        assert "3 May" not in page


async def test_nothing_kept_has_no_history_line(app: AijriApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "history" not in painted(app)
        app.go("history")
        await settle(app, pilot)
        assert "Your sittings will stand here" in painted(app)
