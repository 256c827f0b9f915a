"""A record spoiled in any column: every page that lists still opens, and shows the good ones."""

import os
import re
import shutil
from pathlib import Path

import pytest
from screen_driver import loaded, painted, running, settle
from textual.pilot import Pilot

from aijri_engine import Library
from aijri_engine.personal.result import result
from aijri_tui.screen.app.app import AijriApp
from tests.store.spoiled_store import BAD, WORDS_OF_A_LIBRARY, Spoiled, columns, seen, whole_store

pytestmark = pytest.mark.usefixtures("few_draws")

EVERY = 41
"""One of so many pairs of a column and a page in a usual run; all of them in a long one."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    return whole_store(tmp_path_factory.mktemp("whole"), library).parent


async def page_of(app: AijriApp, pilot: Pilot[int], name: str, arguments: tuple[object, ...]) -> str:
    """What a place paints, from its first row to its last; the way back is taken."""
    app.go(name, *arguments)
    await settle(app, pilot)
    told = painted(app)
    await pilot.press("end")
    await settle(app, pilot)
    told += painted(app)
    while len(app.screen_stack) > 2:
        app.pop_screen()
        await settle(app, pilot)
    return told


async def looked_at(app: AijriApp, whole: Path, every: int) -> None:
    folder = Path(os.environ["AIJRI_DATA"])
    shutil.copytree(whole, folder, dirs_exist_ok=True)
    async with app.run_test(size=(80, 40)) as pilot:
        await loaded(app, pilot)
        bo = app.sessions.store().roster.find("Bo").id
        places: dict[str, tuple[tuple[object, ...], str]] = {
            "history": ((), r"\d\d\.\d"), "clients": ((), "Bo"), "client": ((bo,), "Bo"),
            "today": ((), "Today"), "data": ((), "backup"), "deleted": ((), "deleted"),
            "group": ((), "group"), "compare": ((result(seen(app.library, "mid")),), "Deep Learning"),
            "practice": ((), "practice"),
        }  # fmt: skip
        spoiled = Spoiled(folder / "aijri.db")
        for row, (table, column, where) in enumerate(columns()):
            for place, (name, (arguments, words)) in enumerate(places.items()):
                if (row + 5 * place) % every:
                    continue
                before = spoiled.spoil(table, column, where, BAD[(row + place) % len(BAD)])
                told, about = await page_of(app, pilot, name, arguments), f"{table}.{column} {where} {name}"
                assert re.search(words, told, re.IGNORECASE), (about, told)
                assert not [word for word in WORDS_OF_A_LIBRARY if word in told], (about, told)
                assert app.return_code is None, about
                spoiled.put_back(before)
        spoiled.connection.close()


@pytest.mark.case("public 2")
async def test_one_bad_record_hides_no_good_one_on_any_page(app: AijriApp, whole: Path) -> None:
    await looked_at(app, whole, EVERY)


@pytest.mark.soak
async def test_no_pair_of_a_column_and_a_page_hides_a_good_one(app: AijriApp, whole: Path) -> None:
    await looked_at(app, whole, 1)


@pytest.mark.parametrize(
    ("hole", "reason"),
    [
        ("DELETE FROM events", "entry 3 of it is missing"),
        ("UPDATE events SET number = -1", "entry 3 of it is missing"),
        ("UPDATE events SET body = replace(body, 'answered', 'declined')", "an entry of it is damaged"),
    ],
)
async def test_a_sitting_with_a_lost_entry_tells_no_figure_on_any_page(
    app: AijriApp, whole: Path, hole: str, reason: str
) -> None:
    """It is named with the way out, and nothing of it is computed; the good one beside it is."""
    folder = Path(os.environ["AIJRI_DATA"])
    shutil.copytree(whole, folder, dirs_exist_ok=True)
    spoiled = Spoiled(folder / "aijri.db")
    spoiled.connection.execute(f"{hole} WHERE number = 2 AND session_id = '{spoiled.bad}'")
    spoiled.connection.close()
    way_out = f"aijri sessions delete {spoiled.bad}"
    async with app.run_test(size=(120, 60)) as pilot:
        await loaded(app, pilot)
        assert "cannot be read" in painted(app)
        told = " ".join((await page_of(app, pilot, "history", ())).split())
        assert reason in told
        assert way_out in told
        assert re.search(r"\d\d\.\d", told)
        before = len(app.screen_stack)
        app.go("session", spoiled.bad)
        await settle(app, pilot)
        assert len(app.screen_stack) == before
        assert reason in running(app)
