"""The first screen: the likeliest wish is chosen, figures are whole, and one spoiled record hides no other."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from screen_driver import begin, enter, loaded, painted, running, settle
from screen_quiet import Gate

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_tui.screen.app import startup
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.choose_role import ChooseRoleScreen
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.sessions import Ready

ROLE = "deep-learning-engineer"


def answered(library: Library) -> Interview:
    found = Interview.start(library, ROLE).answer("years", 6)
    assert isinstance(found, Interview)
    return found


def kept(folder: Path, *interviews: Interview) -> list[str]:
    """Sittings in the store, the last one the newest."""
    with Store.open(folder) as store:
        return [store.start(one).row.id for one in interviews]


@pytest.mark.case("public 18", "walk 11")
async def test_an_unfinished_sitting_is_the_chosen_line(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    seen, unfinished = kept(tmp_path / "data", answered(library).reveal("result"), answered(library))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "› Go on where you stopped" in painted(app)
        assert seen != unfinished
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.session is not None
        assert app.session.id == unfinished


async def test_a_damaged_newest_sitting_hides_no_unfinished_one(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    """It is still there to be opened, and says what of it cannot be read."""
    unfinished, damaged = kept(tmp_path / "data", answered(library), answered(library))
    with sqlite3.connect(tmp_path / "data" / "aijri.db") as database:
        database.execute("UPDATE sessions SET updated = '9999-99-99T99' WHERE id = ?", (damaged,))
    database.close()
    async with app.run_test(size=(80, 40)) as pilot:
        await loaded(app, pilot)
        assert "› Go on where you stopped" in painted(app)
        assert "a day that cannot be read" in running(app)
        assert "cannot be read (updated); it opens as before" in running(app)
        await enter(app, pilot)
        assert app.session is not None
        assert app.session.id == unfinished


async def test_answers_written_while_the_store_could_not_be_are_taken_in(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    kept(tmp_path / "data", answered(library))
    waiting = tmp_path / "data" / "aijri-emergency-1.db"
    with Store.at(waiting) as beside:
        beside.start(answered(library))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "› Take in waiting answers" in painted(app)
        await enter(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert not waiting.exists()
        assert "waiting answers" not in "".join(span.text for row in app.home.page.rows(80) for span in row)


@pytest.mark.case("walk 11")
async def test_nothing_is_kept_of_an_interview_without_an_answer(app: AijriApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        await begin(app, pilot)
        app.back_to("home")
        await settle(app, pilot)
        assert "› Start a new interview" in painted(app)
        assert "Go on where you stopped" not in painted(app)
    assert not (tmp_path / "data" / "aijri.db").exists()


async def test_without_one_a_new_interview_is_the_chosen_line(
    app: AijriApp, library: Library, tmp_path: Path
) -> None:
    kept(tmp_path / "data", answered(library).reveal("result"))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert "› Start a new interview" in painted(app)
        assert "Go on where you stopped" not in painted(app)


@pytest.mark.parametrize("columns", range(60, 81, 4))
@pytest.mark.case("public 10")
async def test_the_figure_of_a_sitting_is_whole_at_any_width(
    app: AijriApp, library: Library, tmp_path: Path, columns: int
) -> None:
    kept(tmp_path / "data", answered(library).reveal("result"))
    async with app.run_test(size=(columns, 40)) as pilot:
        await loaded(app, pilot)
        state = app.sessions.listed(library)[0].state
        assert state in painted(app)


SPOILED = {
    "sessions": ("seed", "updated", "versions"),
    "events": ("body",),
}
"""Columns by table whose garbage must hide no other record."""


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, columns in SPOILED.items() for column in columns]
)
async def test_one_spoiled_record_says_so_and_hides_no_other(
    app: AijriApp, library: Library, tmp_path: Path, table: str, column: str
) -> None:
    sittings = [answered(library).reveal("result")] * 3
    first, spoiled, last = kept(tmp_path / "data", *sittings)
    with sqlite3.connect(tmp_path / "data" / "aijri.db") as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (trigger,) in triggers:
            database.execute(f"DROP TRIGGER {trigger}")
        key = "id" if table == "sessions" else "session_id"
        database.execute(f"UPDATE {table} SET {column} = 'garbage' WHERE {key} = ?", (spoiled,))
    database.close()
    async with app.run_test(size=(80, 40)) as pilot:
        await loaded(app, pilot)
        home = running(app)
        told = f"`aijri sessions delete {spoiled}`" in home
        assert told or column in ("versions", "updated")
        assert ("cannot be read (updated); it opens as before" in home) is (column == "updated")
        assert home.count("Yellow") + home.count("Green") + home.count("Red") == (2 if told else 3)
        app.go("history")
        await settle(app, pilot)
        assert app.screen.route == "history"  # type: ignore[attr-defined]
        figures = [one for one in painted(app).splitlines() if "range " in one]
        assert len(figures) >= 2
        await pilot.press("escape")
        for session in (spoiled, first, last):
            app.go("session", session)
            await settle(app, pilot)
            unreadable = session == spoiled and column in ("seed", "body")
            assert isinstance(app.screen, HomeScreen) is unreadable
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await settle(app, pilot)


@pytest.mark.parametrize("unfinished", [True, False])
async def test_enter_before_earlier_sessions_are_known_begins_nothing_beside_an_unfinished_one(
    app: AijriApp, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unfinished: bool
) -> None:
    if unfinished:
        kept(tmp_path / "data", answered(library))
    gate, load = Gate(), startup.load

    def slowly(folders: Sequence[Path] = ()) -> Ready:
        gate.hold()
        return load(folders)

    monkeypatch.setattr(startup, "load", slowly)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        gate.open()
        await loaded(app, pilot)
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen if unfinished else ChooseRoleScreen)
        assert "› Go on where you stopped" in painted(app) or not unfinished
