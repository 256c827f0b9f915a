"""A real terminal for tests: a pseudo terminal whose output pyte paints, with time limits instead of sleeps."""

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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

PATIENCE = 40.0
"""Seconds to wait for something to be painted; machines that run tests can be slow."""

ENTER, DOWN, RIGHT, ESCAPE, CTRL_Q, F4, F9 = "\r", "\x1b[B", "\x1b[C", "\x1b", "\x11", "\x1bOS", "\x1b[20~"

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
        variables = {
            **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "AIJRI_DATA": str(folder / "data"),
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path.cwd()),
            "COLUMNS": "UNSET", "LINES": "UNSET", **(environment or {}),
        }  # fmt: skip
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(program[0], list(program), {k: v for k, v in variables.items() if v != "UNSET"})
        self.resize(*size)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, as when a window is dragged."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGWINCH)

    def send(self, keys: str) -> None:
        """Press keys."""
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

    def read(self, seconds: float = 0.1) -> bool:
        """Take in what comes within that time; whether the program still runs."""
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return self.running()
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:
            return self.running() and False
        self.raw += data
        self.stream.feed(data)
        return True

    def until(self, words: str | Callable[[str], bool]) -> str:
        """Wait until these words are painted."""
        wanted = words if callable(words) else lambda text: words in text
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if wanted(self.text):
                return self.text
            if not self.read():
                break
        if wanted(self.text):
            return self.text
        raise AssertionError(f"{words!r} was not painted:\n{self.text}")

    def running(self) -> bool:
        """The program has not ended."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is None

    def end(self) -> int:
        """Wait for the end; the exit code."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and self.running():
            self.read(0.05)
        with contextlib.suppress(OSError):
            while select.select([self.descriptor], [], [], 0)[0] and self.read(0):
                pass
        assert self.code is not None, f"the program does not end:\n{self.text}"
        return self.code

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
        return next(place for place, line in enumerate(self.screen.display) if words in line)
