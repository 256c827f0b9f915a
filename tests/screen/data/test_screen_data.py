"""Your data: where it is, who can read it, a copy, the passphrase, and erasing it, all from the screen."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from screen_driver import enter, loaded, painted, running, settle
from textual.pilot import Pilot

from aijri_engine import Interview, Library
from aijri_engine.store import PassphraseNeeded, Store
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.data.data import DataScreen
from aijri_tui.screen.home.home import HomeScreen
from aijri_tui.screen.interview.screen import InterviewScreen

ANSWERS: dict[str, Any] = {"split": "typical", "level": "senior"}
ROLE = "deep-learning-engineer"


@pytest.fixture
def session(library: Library, tmp_path: Path) -> str:
    """A session in the store of the test, with a report written from it and a backup that holds it."""
    interview = Interview.from_answers(library, ROLE, ANSWERS)
    assert isinstance(interview, Interview)
    report = tmp_path / "report.txt"
    report.write_text("68.4")
    with closing(Store.open(tmp_path / "data")) as store:
        found = store.start(interview.reveal("result")).id
        store.record_file("report", report, found)
        store.backup()
    return found


async def open_data(app: AijriApp, pilot: Pilot[int]) -> None:
    await loaded(app, pilot)
    await pilot.press("end")
    await settle(app, pilot)
    assert "› Your data" in painted(app)
    await enter(app, pilot)


async def choose(app: AijriApp, pilot: Pilot[int], link: str) -> None:
    assert isinstance(app.screen, DataScreen)
    app.screen.page.move_to(link)
    await settle(app, pilot)
    await enter(app, pilot)


async def test_the_page_says_what_is_kept_and_writes_a_copy_that_can_be_opened(
    app: AijriApp, tmp_path: Path, session: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_data(app, pilot)
        assert f"Folder {tmp_path / 'data'}"[:40] in running(app)
        assert "Sessions 1 of your own" in running(app)
        assert "none: whoever gets the file can read it" in running(app)
        assert "Backups 1 beside it" in running(app)
        await choose(app, pilot, "backup")
        assert "It is not encrypted" in running(app)
        await pilot.press("ctrl+u")
        await enter(app, pilot, "nowhere[/b]")
        assert "There is no folder" in running(app)
        await pilot.press("ctrl+u")
        await enter(app, pilot, str(tmp_path))
        assert "Written: " in running(app)
        (copy,) = tmp_path.glob("aijri-*.db")
        copy.rename(tmp_path / "aijri.db")
        with closing(Store.open(tmp_path)) as store:
            assert [row.id for row in store.sessions()] == [session]


async def test_a_copy_for_which_no_folder_is_named_goes_beside_the_store(
    app: AijriApp, tmp_path: Path, session: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_data(app, pilot)
        await choose(app, pilot, "backup")
        await pilot.press("ctrl+u")
        await enter(app, pilot, "")
        assert "Written: " in running(app)
    assert not list((tmp_path / "here").iterdir())
    assert len(list((tmp_path / "data" / "backups").glob("*.db"))) == 2


async def test_a_passphrase_is_set_changed_and_removed_and_never_shown(
    app: AijriApp, library: Library, tmp_path: Path, session: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_data(app, pilot)
        await choose(app, pilot, "passphrase")
        await enter(app, pilot)
        await enter(app, pilot)
        assert "An empty passphrase is none" in running(app)
        await enter(app, pilot, "first")
        await enter(app, pilot, "frist")
        assert "two different passphrases" in running(app)
        assert "fr" + "ist" not in painted(app)
        await pilot.press("ctrl+u")
        await enter(app, pilot, "first")
        assert "The passphrase is set." in running(app)
        assert "set: the file is encrypted" in running(app)
        with pytest.raises(PassphraseNeeded):
            Store.open(tmp_path / "data")

        await choose(app, pilot, "passphrase")
        await enter(app, pilot, "wrong")
        await enter(app, pilot, "second")
        await enter(app, pilot, "second")
        assert "That is not the passphrase of the store." in running(app)
        await pilot.press("ctrl+u")
        await enter(app, pilot, "first")
        await enter(app, pilot)
        await enter(app, pilot)
        assert "The passphrase is changed." in running(app)

        assert app.sessions is not None
        interview = Interview.start(library, ROLE).answer("level", "mid")
        assert isinstance(interview, Interview)
        begun = app.sessions.begin(ROLE)
        begun.save(interview)
        assert (begun.notice, begun.safe) == ("", True)
        with closing(Store.open(tmp_path / "data", "second")) as store:
            assert {row.id for row in store.sessions()} == {session, begun.id}

        await choose(app, pilot, "remove_passphrase")
        await enter(app, pilot, "second")
        assert "The passphrase is removed" in running(app)
    with closing(Store.open(tmp_path / "data")) as store:
        assert len(store.sessions()) == 2


async def test_a_locked_store_opens_this_page_with_the_passphrase_only(
    app: AijriApp, tmp_path: Path, session: str
) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        store.set_passphrase("two words")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_data(app, pilot)
        await enter(app, pilot, "two wrds")
        assert "does not open the store" in running(app)
        await enter(app, pilot, "two words")
        assert "Sessions 1 of your own" in running(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "68.4" in painted(app)


async def test_erasing_asks_for_a_word_reaches_everything_and_leaves_a_receipt(
    app: AijriApp, library: Library, tmp_path: Path, session: str
) -> None:
    (backup,) = (tmp_path / "data" / "backups").glob("*.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        app.go("begin", "full", ROLE)
        await settle(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
        await app.screen.take(app.screen.talk.answer(app.screen.talk.steps[0], 4.0))
        await settle(app, pilot)
        app.go("data")
        await settle(app, pilot)
        assert "Sessions 2 of your own" in running(app)
        await choose(app, pilot, "erase_data")
        await enter(app, pilot, "yes")
        assert "Nothing was erased." in running(app)
        assert (tmp_path / "report.txt").exists()
        await pilot.press("ctrl+u")
        await enter(app, pilot, "erase")
        assert "Receipt" in painted(app)
        assert "2 sessions" in running(app)
        assert "Nothing is left in the store or its journal." in running(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Earlier" not in painted(app)
        assert app.sitting is None
    assert not (tmp_path / "report.txt").exists()
    for path in (tmp_path / "data" / "aijri.db", backup):
        assert session.encode() not in path.read_bytes()
