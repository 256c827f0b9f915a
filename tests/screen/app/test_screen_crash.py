"""Traps 3 and 4 without a terminal: crash reports hold no answers, the first frame needs no content."""

import subprocess
import sys

import pytest
from screen_driver import begin, give_split

from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.app.crash import crash_message, scrubbed

HEAVY = (
    "pydantic",
    "yaml",
    "aijri_engine.content",
    "aijri_engine.store",
    "sqlalchemy",
    "aijri_engine.interview",
)

FIRST_FRAME = """
import asyncio, sys
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.home.home import HomeScreen

class Watched(AijriApp):
    def _begin_loading(self):
        self.seen = sorted(name for name in sys.modules)
        self.page = "".join(strip.text for strip in self.screen._compositor.render_strips())
        self.exit()

async def main():
    app = Watched()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    print(app.page.count("Start a new interview"))
    print("\\n".join(app.seen))

asyncio.run(main())
"""


def test_the_first_frame_is_painted_before_content_is_loaded() -> None:
    found = subprocess.run([sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True)
    count, *modules = found.stdout.split()
    assert count == "1"
    for name in HEAVY:
        assert name not in modules, f"the first frame imports {name}"


def secret_failure() -> None:
    secret = "my employer is ACME"
    raise ValueError(f"cannot read {secret}")


def failure() -> ValueError:
    with pytest.raises(ValueError, match="cannot read") as caught:
        secret_failure()
    return caught.value


def test_a_crash_report_names_places_but_no_values() -> None:
    report = crash_message(failure(), "Your answers are saved.")
    assert "ValueError" in report
    assert "test_screen_crash.py" in report
    assert "ACME" not in report
    assert "Your answers are saved." in report


def test_details_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIJRI_DEBUG", "1")
    error = failure()
    assert "ACME" in crash_message(error, "")
    assert "ACME" not in scrubbed(error)


async def test_an_error_in_a_handler_ends_the_app_with_a_code_and_keeps_the_answers(app: AijriApp) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - the app re-raises when its context ends
        async with app.run_test(size=(80, 24)) as pilot:
            screen = await begin(app, pilot)
            await give_split(app, pilot)
            app.call_later(lambda: 1 / 0)
            await pilot.pause()
    assert app.return_code == 1
    assert isinstance(app.crash, ZeroDivisionError)
    assert app.sessions is not None
    assert app.library is not None
    assert screen.sitting.kept.safe
    kept = app.sessions.resume(screen.sitting.kept.id, app.library)[1]
    assert kept.path.split.given


def test_an_error_of_a_worker_is_told_with_its_place() -> None:
    from textual.worker import WorkerFailed

    try:
        raise LookupError("my secret answer")
    except LookupError as error:
        wrapped = WorkerFailed(error)
    told = crash_message(wrapped, "")
    assert "LookupError at\n  test_screen_crash.py:" in told
    assert "secret" not in told
