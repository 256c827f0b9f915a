"""Speed of the full screen: first paint beside an empty app, a keystroke to its paint, two hundred past answers.

Figures are printed, not asserted: `pytest --benchmark-enable tests/benchmarks` shows them. Without
that nothing here runs.
"""

import asyncio
import gc
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from large_library import ROLE, large_library, uncovered
from textual.app import App, ComposeResult
from textual.widgets import Static

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation
from aijri_engine.personal.personalise import personalise
from aijri_tui.screen.app.app import AijriApp
from aijri_tui.screen.interview.screen import InterviewScreen
from aijri_tui.screen.interview.transcript import block_rows
from aijri_tui.screen.result.what_if import WhatIfScreen
from aijri_tui.sittings import Sitting
from tests.terminal.terminal_driver import Terminal


@pytest.fixture(autouse=True)
def only_when_measuring(request: pytest.FixtureRequest) -> None:
    """Keep the measurements out of a run that does not ask for them."""
    if not (request.config.getoption("benchmark_enable") or request.config.getoption("benchmark_only")):
        pytest.skip("a measurement; pytest --benchmark-enable runs it")


RUNS = 5
KEYS = 30
EMPTY = """
from textual.app import App
class Measured(App):
    pass
"""
OURS = """
from aijri_tui.screen.app.app import AijriApp
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


def filled(library: Library, past: int) -> Conversation:
    """A conversation with that many answered questions before the open one."""
    interview = Interview.start(library, ROLE)
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


class Watching(App[Any]):
    """An app that notes when something that was waited for first stood on the screen."""

    _wanted: Callable[[str], bool] | None = None
    _shown_at: float | None = None

    def _display(self, screen, renderable):  # type: ignore[no-untyped-def]
        super()._display(screen, renderable)
        now = perf_counter()
        if self._wanted is not None and self._shown_at is None:
            page = "\n".join(strip.text for strip in screen._compositor.render_strips())
            self._shown_at = now if self._wanted(page) else None

    async def seconds_until_shown(self, key: str, wanted: Callable[[str], bool]) -> float:
        """Press a key; seconds until a picture shows what is wanted."""
        self._shown_at, self._wanted = None, wanted
        start = perf_counter()
        self.simulate_key(key)
        while self._shown_at is None:
            await asyncio.sleep(0)
        self._wanted = None
        return self._shown_at - start


class Watched(Watching, AijriApp):
    """Ours, watched."""


class EmptyRepaint(Watching):
    """An app with one word on its screen, which every key changes: what a repaint costs without us."""

    painted = 0

    def compose(self) -> ComposeResult:
        yield Static("word 0")

    def on_key(self) -> None:
        self.painted += 1
        self.query_one(Static).update(f"word {self.painted}")


async def empty_repaints() -> list[float]:
    """Seconds from a key to the painted word of an empty app."""
    app = EmptyRepaint()
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        for number in range(1, KEYS + 1):
            await pilot.pause()
            times.append(await app.seconds_until_shown("a", lambda page, word=f"word {number}": word in page))
    return times


async def keystrokes(library: Library, past: int, folder: Path) -> float:
    """Median seconds from a key to the painted line, with that many past answers."""
    app = Watched(cursor_blink=False)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app._loaded.wait()
        assert app.sessions is not None
        screen = LongScreen(Sitting(filled(library, 1), app.sessions.begin(ROLE)))
        screen.times = past
        await app.push_screen(screen)
        await pilot.pause()
        for number in range(1, KEYS + 1):
            typed = "a" * number
            times.append(await app.seconds_until_shown("a", lambda page, typed=typed: typed in page))
            await pilot.pause()
    return median(times)


async def answers(library: Library, past: int) -> float:
    """Median seconds from an answer to the next painted question."""
    app = AijriApp(cursor_blink=False)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app._loaded.wait()
        assert app.sessions is not None
        screen = LongScreen(Sitting(filled(library, 1), app.sessions.begin(ROLE)))
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


async def index_keys(library: Library) -> list[float]:
    """Seconds from enter on an answer to the painted index it comes to, each time another one."""
    app = Watched(cursor_blink=False)
    times = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app._loaded.wait()
        gc.freeze()
        assert app.sessions is not None
        screen = InterviewScreen(Sitting(Conversation(uncovered(library)), app.sessions.begin(ROLE)))
        await app.push_screen(screen)
        for number in range(KEYS):
            await screen.take(screen.talk.go_to("depth.train"))
            rung, words = (("follows", "a"), ("adapts", "b"), ("originates", "c"))[number % 3]
            screen.block.words.value = words
            await pilot.pause()
            await app.workers.wait_for_complete()
            changed = screen.talk.interview.answer("depth.train", rung)
            assert isinstance(changed, Interview)
            index = f"{personalise(changed).assess().index:.1f}"
            assert index not in screen._compositor.render_strips()[0].text
            times.append(
                await app.seconds_until_shown(
                    "enter", lambda page, index=index: index in page.splitlines()[0]
                )
            )
    gc.unfreeze()
    return times


def test_keystroke_to_painted_index_with_sixty_questions_and_twelve_tasks(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path))
    monkeypatch.setenv("COLORTERM", "truecolor")
    times = asyncio.run(index_keys(large_library(Library.open())))
    empty = median(asyncio.run(empty_repaints()))
    with capsys.disabled():
        print(
            f"\nanswer to painted index, 60 questions and 12 tasks: {median(times) * 1000:.1f} ms (50), "
            f"best {min(times) * 1000:.1f} ms; {median(times) / empty:.1f} times an empty app's repaint "
            f"({empty * 1000:.1f} ms)"
        )


IDLE_SECONDS = 8.0
"""Seconds the app is left alone for; long enough for a blinking cursor or a timer to show."""


def processor_seconds(pid: int) -> float:
    """Processor time a process has taken so far, as Linux tells it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle_share(folder: Path, *steps: tuple[str, str]) -> float:
    """Share of a processor the real app takes while nobody types, after these keys and what each must show."""
    terminal = Terminal(folder, (120, 40))
    try:
        terminal.until("nothing leaves this machine")
        for keys, shown in steps:
            terminal.send(keys)
            terminal.until(shown)
        for _ in range(20):
            terminal._read(0.1)
        start, before = perf_counter(), processor_seconds(terminal.pid)
        while perf_counter() - start < IDLE_SECONDS:
            terminal._read(IDLE_SECONDS / 10)
        return (processor_seconds(terminal.pid) - before) / (perf_counter() - start)
    finally:
        terminal.close()


@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processor time of another process is read in /proc"
)
def test_idle_share_of_a_processor(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    home = idle_share(tmp_path)
    begin = (
        ("\r", "your job"), ("dl engineer", "› Deep Learning Engineer"), ("\r", "enter goes on"),
        ("\r", "left to give"),
    )  # fmt: skip
    rows = idle_share(tmp_path, *begin)
    line = idle_share(tmp_path, *begin, ("half", "half"))
    with capsys.disabled():
        print(
            f"\nidle, share of a processor: first screen {home:.1%}, rows of the split {rows:.1%}, "
            f"a blinking cursor in the line {line:.1%}"
        )


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
