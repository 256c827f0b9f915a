"""Fixtures of the screen tests: the content is read once, sessions go to a folder of the test."""

import inspect
from pathlib import Path
from typing import Any

import pytest
from screen_quiet import Quiet
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import CSSLocation, Stylesheet
from textual.pilot import Pilot

from aijri_engine import Library
from aijri_tui.screen.app.app import AijriApp

ROLE = "deep-learning-engineer"
"""The role that the tests of the screens are about, unless they name another."""

SOON = 0.2
"""Seconds that a test waits for a store which its own app, over by then, still has open."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped content with one role, so that the tests of these screens are about one."""
    whole = Library.open()
    file = whole.roles.file(ROLE)
    assert file is not None
    return Library.of((*whole.core, file), whole.tables_in)


@pytest.fixture
def app(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AijriApp:
    """The app with a data folder of its own."""
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("aijri_engine.store.database.BUSY_SECONDS", SOON)
    monkeypatch.setattr(Library, "open", classmethod(lambda cls, *folders: library))
    return AijriApp(cursor_blink=False)


def unseen(compositor: Compositor, simplify: bool = False) -> None:
    """Compose no picture that goes to no terminal; the one a test looks at (`painted`) is composed whole."""
    compositor._dirty_regions.clear()


RULES: dict[tuple[Any, ...], list[RuleSet]] = {}
"""Style rules by their text and the colours of the theme: each app and each new kind of screen reads them all anew."""
READ = Stylesheet._parse_rules


def read_once(sheet: Stylesheet, css: str, read_from: CSSLocation, *more: Any, **named: Any) -> list[RuleSet]:
    """The rules of a text as they were read the first time."""
    key = (css, read_from, more, *named.items(), frozenset(sheet._variables.items()))
    if key not in RULES:
        RULES[key] = READ(sheet, css, read_from, *more, **named)
    return RULES[key]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run tests that are coroutines, in a loop whose quiet is what keys and pauses of a pilot wait for."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    quiet = Quiet()

    async def at_rest(pilot: Pilot[int], timeout: float = 0) -> bool:
        """Wait for quiet, too, and not for a message sent to every widget on the screen and come back."""
        await quiet.wait()
        return pilot.app._exception is None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", read_once)
        patch.setattr("textual.app.wait_for_idle", quiet.wait)
        patch.setattr("textual.pilot.wait_for_idle", quiet.wait)
        patch.setattr(Pilot, "_wait_for_screen", at_rest)
        patch.setattr(Compositor, "render_full_update", unseen)
        patch.setattr(Compositor, "render_partial_update", unseen)
        quiet.run(pyfuncitem.obj(**wanted))
    return True
