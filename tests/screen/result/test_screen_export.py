"""Handing a result over from the screen: what is written, and that erasing reaches it."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from screen_driver import (
    answer_all,
    begin,
    click_link,
    give_split,
    loaded,
    painted,
    running,
    settle,
    show_result,
    type_words,
)

from aijri_engine import Interview, Library
from aijri_engine.conversation.state import Conversation
from aijri_engine.personal.result import result
from aijri_engine.store import Store
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.commands import commands_for
from aijri_tui.screen.result.screen import ResultScreen
from aijri_tui.sittings import Sitting


async def test_files_are_written_and_erased_with_their_session(app: AijriApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        assert isinstance(app.screen, ResultScreen)
        await pilot.press("f6")
        await settle(app, pilot)
        await click_link(app, pilot, "write:md")
        assert "Written:" in painted(app)
        await click_link(app, pilot, "write:txt")
        session = app.sitting.kept.id if app.sitting else ""
    report = tmp_path / f"aijri-deep-learning-engineer-{date.today()}.md"
    summary = tmp_path / f"aijri-deep-learning-engineer-{date.today()}.txt"
    assert "The answers were given without a coach." in " ".join(report.read_text("utf-8").split())
    assert "44.6" in summary.read_text("utf-8")
    with closing(Store.open(tmp_path / "data")) as store:
        store.erase_session(session)
    assert not report.exists()
    assert not summary.exists()


async def test_keys_open_a_part_and_lead_to_it(app: AijriApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        await answer_all(app, pilot)
        await show_result(app, pilot)
        assert "This week (2 h): From your last run" in painted(app)
        await type_words(pilot, "steps")
        await pilot.press("enter")
        await settle(app, pilot)
        assert "What it moves: Large: how training is done." in running(app)
        assert "1. Change a recipe" in painted(app)
        assert "a price holds once most of" in " ".join(painted(app).lower().split())
        assert isinstance(app.screen, ResultScreen)
        assert app.screen.document is not None
        part = app.screen.document.sections[-1]
        assert f"section:{part.id}" not in app.screen.view.opened
        [act] = [act for title, _, act in commands_for(app, app.screen) if title == part.title]
        act()
        await settle(app, pilot)
        assert f"section:{part.id}" in app.screen.view.opened
        assert part.title in painted(app)


@pytest.mark.case("coaching 6", "coaching 7")
async def test_the_file_of_a_client_is_named_by_alias_and_day_before_it_is_written(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        interview = Interview.start(library, "deep-learning-engineer", guided=True).reveal("result")
        store = app.sessions.store()
        client = store.roster.add("W.Q. / ../x").id
        store.roster.agree(client, library.wording.consent, "goal", "coach", date(2099, 1, 1), "yes")
        app.sitting = Sitting(Conversation(interview), app.sessions.begin_for(client, interview))
        app.go("export", result(interview))
        await settle(app, pilot)
        stem = f"aijri-w-q-x-{date.today():%Y-%m-%d}"
        assert f"It will be called {stem}" in painted(app)
        await click_link(app, pilot, "write:yaml")
        assert [path.name for path in tmp_path.glob("aijri-*")] == [f"{stem}.yaml"]
        await click_link(app, pilot, "length")
        assert "one page only" in painted(app)
        await click_link(app, pilot, "write:txt")
        assert "SOURCES" not in (tmp_path / f"{stem}.txt").read_text(encoding="utf-8")
