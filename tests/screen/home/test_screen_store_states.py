"""A store that is locked, damaged, full, read-only, newer or encrypted: told at once and told apart on every page."""

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from screen_driver import loaded, painted, running, settle

from aijri_engine import Library
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.guard import BEHIND_PASSPHRASE
from tests.store.spoiled_store import WORDS_OF_A_LIBRARY, whole_store
from tests.store.store_states import SAID, STATES

pytestmark = pytest.mark.usefixtures("few_draws")

SAID_HERE = SAID | {"no passphrase": "passphrase"}
OPENED = sorted(BEHIND_PASSPHRASE - {"session", "again", "begin", "take_in", "waiting"})


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole_store(tmp_path_factory.mktemp("whole"), Library.open()).parent


@pytest.mark.parametrize("state", STATES)
@pytest.mark.case("public 12")
async def test_each_state_is_told_on_the_first_screen_and_at_every_page_that_needs_the_store(
    state: str, app: AijriApp, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "data"
    shutil.copytree(whole, broken)
    with ExitStack() as stack:
        kept = STATES[state](broken / "aijri.db", monkeypatch)
        if kept is not None:
            stack.enter_context(kept)  # type: ignore[arg-type]
        async with app.run_test(size=(80, 24)) as pilot:
            await loaded(app, pilot)
            pages = [running(app)]
            for name in OPENED:
                app.go(name)
                await settle(app, pilot)
                pages.append(running(app))
                while len(app.screen_stack) > 2:
                    app.pop_screen()
                await settle(app, pilot)
            assert app.crash is None
    for name, page in zip(("home", *OPENED), pages, strict=True):
        assert SAID_HERE[state] in page or (state == "locked" and shows_what_is_kept(name, page)), (
            name,
            page,
        )
        assert not [one for one in SAID.values() if one != SAID[state] and one in page], (name, page)
        assert not [word for word in WORDS_OF_A_LIBRARY if word in page], (name, page)


async def test_a_store_that_takes_nothing_is_told_before_the_first_question(
    app: AijriApp, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was opened to be read before another program held it."""
    broken = tmp_path / "data"
    shutil.copytree(whole, broken)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        with STATES["locked"](broken / "aijri.db", monkeypatch):  # type: ignore[attr-defined]
            app.go("begin", "full", "deep-learning-engineer")
            await settle(app, pilot)
            page = " ".join(painted(app).replace("┃", " ").split())
    assert SAID["locked"] in page
    assert "Until then your answers go to" in page


async def test_a_passphrase_for_a_new_store_is_typed_twice(
    app: AijriApp, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(whole, tmp_path / "data")
    STATES["missing"](tmp_path / "data" / "aijri.db", monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(app, pilot)
        assert SAID["missing"] in running(app)
        app.go("clients")
        await settle(app, pilot)
        for typed, asked in (
            ("abc", "so short that it protects nothing"),
            ("quite other words", "The same again"),
            ("quite otter words", "two different passphrases"),
            ("quite other words", "The same again"),
            ("quite other words", "clients"),
        ):
            await pilot.press(*typed.replace(" ", "_"), "enter")
            await settle(app, pilot)
            assert asked in running(app)
    assert (
        not (tmp_path / "data" / "aijri.db").exists()
        or b"SQLite" not in (tmp_path / "data" / "aijri.db").read_bytes()
    )


def shows_what_is_kept(name: str, page: str) -> bool:
    """Whoever only reads is not kept waiting by a window that writes."""
    return {"home": "Earlier", "clients": "Ana", "history": "40.8", "data": "your data"}.get(
        name, name
    ) in page.lower() + page
