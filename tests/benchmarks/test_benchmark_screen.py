"""Speed of the full screen: first paint beside an empty app, a keystroke to its paint, two hundred past answers.

Figures are printed, not asserted (design section 9), but for gross failures: `pytest --benchmark-enable -s` shows them.
"""

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from aijri_engine import Interview, Library
from aijri_tui.screen.app import AijriApp
from aijri_tui.screen.conversation import Conversation
from aijri_tui.screen.interview_screen import InterviewScreen
from aijri_tui.screen.transcript import block_rows
from aijri_tui.screen.what_if_screen import WhatIfScreen

RUNS = 5
KEYS = 30
GROSS = 3.0
"""Times the budget from which something is broken rather than slow."""

EMPTY = """
from textual.app import App
class Measured(App):
    pass
"""
OURS = """
from aijri_tui.screen.app import AijriApp
class Measured(AijriApp):
    def _begin_loading(self):
        pass
"""
FIRST_PAINT = """
import time
start = time.perf_counter()
import asyncio
{app}
def painted(self):
    print(time.perf_counter() - start)
    self.exit()
Measured.on_ready = painted
asyncio.run(Measured().run_async(headless=True, size=(80, 24)))
"""


def first_paint(app: str) -> float:
    """Seconds from a fresh interpreter's first import to the first frame."""
    code = FIRST_PAINT.format(app=app)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(found.stdout.split()[-1])


def test_first_paint_beside_an_empty_app(capsys: pytest.CaptureFixture[str]) -> None:
    first_paint(EMPTY)
    pairs = [(first_paint(EMPTY), first_paint(OURS)) for _ in range(RUNS)]
    empty, ours = median(one for one, _ in pairs), median(two for _, two in pairs)
    with capsys.disabled():
        print(
            f"\nfirst paint {ours * 1000:.0f} ms, empty app {empty * 1000:.0f} ms: {ours / empty:.2f} times (1.25)"
        )
    assert ours / empty < 1.25 * GROSS


def filled(library: Library, past: int) -> Conversation:
    """A conversation with that many answered questions before the open one."""
    interview = Interview.start(library, "deep-learning-engineer")
    rows = {"design": 20, "train": 25, "infra": 15, "debug": 15, "research": 15, "collaboration": 10}
    answered = interview.answer("split", {"rows": rows})
    assert isinstance(answered, Interview)
    if past:
        for task in rows:
            done = answered.answer(f"depth.{task}", "adapts")
            assert isinstance(done, Interview)
            answered = done
    return Conversation(answered)


class LongScreen(InterviewScreen):
    """With the past repeated until it is long."""

    times = 1

    def _before_rows(self, steps, width):  # type: ignore[no-untyped-def]
        found = super()._before_rows(steps, width)
        more = [
            row
            for number in range(self.times)
            for row in block_rows(f"k{number}", f"Question {number}", "yes", 70)
        ]
        return [*more, *found]


async def keystrokes(library: Library, past: int, folder: Path) -> float:
    """Median seconds from a key to the painted line, with that many past answers."""
    app = AijriApp(cursor_blink=False)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app._loaded.wait()
        assert app.sessions is not None
        screen = LongScreen(filled(library, 1), app.sessions.begin("deep-learning-engineer"))
        screen.times = past
        await app.push_screen(screen)
        await pilot.pause()
        for _ in range(KEYS):
            start = perf_counter()
            await pilot.press("a")
            times.append(perf_counter() - start)
    return median(times)


async def answers(library: Library, past: int) -> float:
    """Median seconds from an answer to the next painted question."""
    app = AijriApp(cursor_blink=False)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app._loaded.wait()
        assert app.sessions is not None
        screen = LongScreen(filled(library, 1), app.sessions.begin("deep-learning-engineer"))
        screen.times = past
        await app.push_screen(screen)
        await pilot.pause()
        await app.workers.wait_for_complete()
        for number in range(KEYS // 2):
            step = screen.talk.interview.step("years")
            assert step is not None
            start = perf_counter()
            await screen.take(screen.talk.answer(step, float(number)))
            await pilot.pause()
            times.append(perf_counter() - start)
    return median(times)


async def what_if_keys(library: Library) -> float:
    """Median seconds from a key in the what-if to the painted index."""
    app = AijriApp(cursor_blink=False)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app._loaded.wait()
        screen = WhatIfScreen(filled(library, 1).interview)
        await app.push_screen(screen)
        await pilot.pause()
        for number in range(KEYS):
            start = perf_counter()
            screen._go_on(replace(screen.changes).more_time("design", 1 if number % 2 else -1))
            screen._compositor.render_update(full=True)
            times.append(perf_counter() - start)
            await app.workers.wait_for_complete()
    return median(times)


def test_keystroke_and_past_answers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path))
    library = Library.open()
    few, many = asyncio.run(keystrokes(library, 5, tmp_path)), asyncio.run(keystrokes(library, 200, tmp_path))
    fast, slow = asyncio.run(answers(library, 5)), asyncio.run(answers(library, 200))
    changed = asyncio.run(what_if_keys(library))
    with capsys.disabled():
        print(
            f"\nkeystroke to paint {few * 1000:.1f} ms; with 200 past answers {many / few:.2f} times (1.50)"
        )
        print(
            f"answer, on disk, next question painted {fast * 1000:.1f} ms; with 200 {slow / fast:.2f} times (1.50)"
        )
        print(f"what-if key to painted index {changed * 1000:.1f} ms (50)")
    assert changed < 0.050 * GROSS * 3
    assert many / few < 1.5 * GROSS
