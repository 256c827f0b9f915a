"""A practice on a server: what a colleague takes back leaves the screen, a server that goes away loses no answer."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from screen_driver import begin, enter, give_split, loaded, press, running, settle
from textual.pilot import Pilot

from aijri_engine import Library
from aijri_engine.store import Store
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.coach.client import ClientScreen
from aijri_tui.screen.coach.roster import RosterScreen
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.kit.page import READ_AGAIN

sys.path.insert(0, str(Path(__file__).parents[2] / "store"))
from postgres_cluster import Cluster, one_cluster

BEN, WORDS = "Ben of the bakery", "worried about the oven"
LATER = date(2099, 12, 31)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    yield from one_cluster()


@pytest.fixture
def practice(cluster: Cluster, app: AijriApp, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A new practice, in which the app is coach bo's."""
    name = cluster.practice()
    monkeypatch.setenv("AIJRI_STORE", cluster.url("bo", name))
    yield name
    cluster.sql(f"DROP DATABASE {name} WITH (FORCE)")


async def time_passes(app: AijriApp, pilot: Pilot[int]) -> str:
    """What is read again by the clock is read again now."""
    due = [timer for timer in app.screen._timers if timer._interval == READ_AGAIN]
    assert due, "nothing on this screen is read again"
    for timer in due:
        assert timer._callback is not None
        timer._callback()
    await settle(app, pilot)
    return running(app)


@pytest.mark.parametrize("looked", ["the list", "the card", "the card, and wrote"])
async def test_a_client_who_is_not_shared_any_more_leaves_the_colleagues_screen(
    looked: str, app: AijriApp, cluster: Cluster, practice: str, library: Library, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "ada", address=cluster.address("ada", practice)) as ada:
        ben = ada.roster.add(BEN).id
        ada.roster.agree(ben, library.wording.consent, "see clearer", "Ada", LATER)
        ada.roster.note(ben, WORDS, private=False)
        ada.roster.share(ben, "bo")
        async with app.run_test(size=(80, 40)) as pilot:
            await loaded(app, pilot)
            assert BEN in await press(app, pilot, "down", "down", "down", "down", "enter")
            assert isinstance(app.screen, RosterScreen)
            if looked != "the list":
                assert WORDS in await press(app, pilot, "enter")
                assert isinstance(app.screen, ClientScreen)
            if looked == "the card, and wrote":
                await press(app, pilot, "n")
            ada.roster.unshare(ben, "bo")
            if looked == "the card, and wrote":
                await press(app, pilot, *"oh", "enter", "enter")
                assert "shared with you" in running(app)
                await press(app, pilot, "escape", "escape")
            else:
                await time_passes(app, pilot)
            assert BEN not in running(app)
            assert WORDS not in running(app)
            if looked == "the card":
                assert "not be shared with you any more" in running(app)
        assert [note.body for note in ada.roster.card(ben).notes] == [WORDS]


async def test_a_server_that_goes_away_while_one_sits_loses_no_answer(
    app: AijriApp, cluster: Cluster, practice: str, library: Library
) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await begin(app, pilot)
        await give_split(app, pilot)
        cluster.stop()
        try:
            await enter(app, pilot, "yes")
            away = running(app)
            await enter(app, pilot, "b")
        finally:
            cluster.start()
        assert "cannot be reached" in away
        assert isinstance(app.screen, InterviewScreen)
        told = app.screen.talk.interview.values()
    with Store.open() as store:
        (row,) = store.sessions()
        assert "split" in store.resume(row.id, library).values()
        (path,) = store.emergency_files()
        assert store.take_emergency(path, library) == row.id
        found = store.resume(row.id, library).values()
    assert [key for key in found if key != "seconds"] == ["split", "steady", "split_basis"]
    assert {key: told[key] for key in found} == found
