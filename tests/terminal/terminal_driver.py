"""A real terminal for tests: a pseudo terminal whose output pyte paints. Every wait ends, and says what was missing."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parents[2]

PATIENCE = 60.0
"""Seconds to wait for something to be written; machines that run tests can be slow and busy."""

LOOKS_BEFORE_AGAIN = 40
"""Looks at a program, about two seconds, before a key to stop is pressed again."""

ENTER, DOWN, RIGHT, ESCAPE, CTRL_C, CTRL_D, CTRL_Q, F4, F9 = (
    "\r", "\x1b[B", "\x1b[C", "\x1b", "\x03", "\x04", "\x11", "\x1bOS", "\x1b[20~",
)  # fmt: skip

PROGRAM = (sys.executable, "-m", "aijri_tui.cli.main")


class Terminal:
    """A program in a terminal of its own."""

    def __init__(
        self, folder: Path, size: tuple[int, int] = (80, 24), environment: Mapping[str, str] | None = None,
        program: Sequence[str] = PROGRAM,
    ) -> None:  # fmt: skip
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.code: int | None = None
        self._connected = True
        self._waited_for = 0
        """Place in `raw` up to which texts were waited for line by line."""
        variables = {
            **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "AIJRI_DATA": str(folder / "data"),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT),
            "COLUMNS": "UNSET", "LINES": "UNSET", **(environment or {}),
        }  # fmt: skip
        self.pid, self.descriptor = _forked(program, {k: v for k, v in variables.items() if v != "UNSET"})
        self.resize(*size)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, as when a window is dragged."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGWINCH)

    def send(self, keys: str) -> None:
        """Press keys; wait before for what says that the program reads them."""
        os.write(self.descriptor, keys.encode())

    def mouse(self, x: int, y: int, kind: str = "click") -> None:
        """A mouse event in SGR coding, at a cell counted from 0."""
        codes = {"click": ("0M", "0m"), "down": ("0M",), "move": ("32M",), "up": ("0m",)}[kind]
        for code in codes:
            self.send(f"\x1b[<{code[:-1]};{x + 1};{y + 1}{code[-1]}")

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def written(self) -> str:
        """Everything the program wrote since it began."""
        return self.raw.decode(errors="replace")

    def until(self, words: str | Callable[[str], bool]) -> str:
        """Wait until these words are painted."""
        painted = words if callable(words) else lambda text: words in text
        self._wait(lambda: painted(self.text), f"{words!r} was not painted")
        return self.text

    def next(self, words: str) -> None:
        """Wait until these words are written after those that were waited for before, as a reader of lines does."""
        wanted = words.encode()
        self._wait(lambda: wanted in self.raw[self._waited_for :], f"{words!r} was not written")
        self._waited_for = self.raw.index(wanted, self._waited_for) + len(wanted)

    def end(self) -> int:
        """Wait for the end and take in what is still written; the exit code."""
        self._wait(lambda: not self.running(), "the program does not end")
        while self._read(0):
            pass
        assert self.code is not None
        return self.code

    def stop(self, key: str) -> int:
        """Press a key to stop, again after a while as a person does, until the program ends; the exit code.

        The interpreter loses one that comes in the moment between a prompt and its reading.
        """
        looks = count(1)

        def gone() -> bool:
            if self.running() and next(looks) % LOOKS_BEFORE_AGAIN == 0:
                self.send(key)
            return not self.running()

        self.send(key)
        self._wait(gone, "the program does not end")
        return self.end()

    def running(self) -> bool:
        """The program has not ended."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is None

    def kill(self, name: int = signal.SIGKILL) -> None:
        """Send a signal to this program."""
        os.kill(self.pid, name)

    def close(self) -> None:
        """End it, whatever it does."""
        if self.running():
            self.kill()
            os.waitpid(self.pid, 0)
            self.code = -9
        with contextlib.suppress(OSError):
            os.close(self.descriptor)

    def line_with(self, words: str) -> int:
        """Number of the line that holds these words."""
        return next(number for number, line in enumerate(self.screen.display) if words in line)

    def _wait(self, reached: Callable[[], bool], missing: str) -> None:
        end = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > end:
                raise AssertionError(f"{missing} in {PATIENCE:.0f} seconds:\n{self.text}")
            if not self._read(0.05) and not self.running() and not self._read(0) and not reached():
                raise AssertionError(f"{missing}, and the program ended with {self.code}:\n{self.text}")

    def _read(self, seconds: float) -> bool:
        """Take in what comes within that time; whether anything came."""
        if not select.select([self.descriptor] if self._connected else [], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:  # so Linux tells that nobody holds the other end any more
            data = b""
        self._connected = bool(data)
        self.raw += data
        self.stream.feed(data)
        return self._connected


def _forked(program: Sequence[str], environment: Mapping[str, str]) -> tuple[int, int]:
    """The program in a terminal of its own: its process and the other end of that terminal.

    A key to stop may come before the program does; what still is a copy of the suite then must not take it.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    process, descriptor = pty.fork()
    if process == 0:
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a suite that runs in the background ignores it
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            os.execvpe(program[0], list(program), environment)
        finally:
            os._exit(127)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process, descriptor


@contextlib.contextmanager
def started(folder: Path, *arguments: str, **environment: str) -> Iterator[Terminal]:
    """`aijri` with these arguments at a terminal of 80 columns; whatever happens, it is ended."""
    terminal = Terminal(folder, environment=environment, program=(*PROGRAM, *arguments))
    try:
        yield terminal
    finally:
        terminal.close()
