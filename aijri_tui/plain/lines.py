"""One line out, one line in: the whole of what this face needs from a terminal, a pipe or a test."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from aijri_engine.text import clean, wrap
from aijri_tui.plain.passages import WIDTH

LONGEST_LINE = 10_000
"""Characters of one typed line that are looked at; the rest of it is read and dropped."""

LONGEST_SAID = 6000

TURNED = "Enter when the screen is turned away:"

NOBODY = (
    "Nobody can be asked here whether the client looks away: run it without a file or a pipe as its input."
)

LEAST_WIDTH = 20
"""Columns below which lines are not made shorter [ours]."""


class EndOfInputError(Exception):
    """Nothing more can be typed: the input has ended, or the person interrupted it."""


class Input(Protocol):
    """What lines are read from."""

    def readline(self, limit: int = -1, /) -> str:
        """The next line with its line end, at most `limit` characters of it; empty at the end."""
        ...

    def isatty(self) -> bool:
        """A person at a terminal types here."""
        ...


class Output(Protocol):
    """What lines are written to."""

    def write(self, text: str, /) -> object:
        """Write text."""
        ...

    def flush(self) -> object:
        """Pass it on."""
        ...


def window(stream: object) -> int | None:
    """Columns of the window that a stream is shown in; None for a pipe or a file."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or None  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return None


class Lines:
    """Writes wrapped lines and reads typed ones. Everything written is made harmless first."""

    def __init__(
        self, reading: Input | None = None, writing: Output | None = None, width: int | None = None
    ) -> None:
        """Without a `width` lines are as long as the window, at most `WIDTH`."""
        self._reading: Input = reading if reading is not None else sys.stdin
        self._writing: Output = writing if writing is not None else sys.stdout
        self._width = width
        self.person = self._reading.isatty()
        """A person types at a terminal: times mean something, and what is typed is echoed there."""

    @property
    def width(self) -> int:
        """Columns of a line, now."""
        if self._width is not None:
            return self._width
        return max(LEAST_WIDTH, min(WIDTH, window(self._writing) or WIDTH))

    def clear(self) -> None:
        """Take away what stands in the window, then what can be scrolled back to; without a window an empty line.

        In this order: many terminals put what leaves the window among what can be scrolled back to.
        """
        self._writing.write("\x1b[H\x1b[2J\x1b[3J" if self.person else "\n")

    @contextmanager
    def turned_away(self, alone: str) -> Iterator[None]:
        """What is for the coach alone is written once the screen is turned away, and taken away however it is left.

        Raises EndOfInputError where the person leaves instead, and where nobody can be asked but somebody looks on.
        """
        from aijri_engine.interview.understanding.commands import command_name

        self.gap()
        self.say(alone)
        if not self.person and getattr(self._writing, "isatty", bool)():
            self.say(NOBODY)
            raise EndOfInputError
        if command_name(self.ask(TURNED)) == "quit":
            raise EndOfInputError
        try:
            yield
        finally:
            self.clear()

    def say(self, text: str, indent: str = "", subsequent: str | None = None) -> None:
        """One idea, on as many lines as it needs."""
        for line in wrap(clean(text, LONGEST_SAID), self.width, indent, subsequent):
            self._writing.write(line + "\n")

    def gap(self) -> None:
        """An empty line."""
        self._writing.write("\n")

    def raw(self, text: str) -> None:
        """Text that is laid out already, line by line."""
        for line in text.rstrip("\n").split("\n"):
            self._writing.write(clean(line, LONGEST_SAID, lines=True) + "\n")

    def ask(self, prompt: str) -> str:
        """What is typed at this prompt, without its line end. Raises EndOfInputError."""
        *before, last = wrap(prompt, self.width - 1)
        for line in before:
            self._writing.write(f"{line}\n")
        self._writing.write(f"{last} ")
        self._writing.flush()
        try:
            line = self._line()
        except (KeyboardInterrupt, OSError, ValueError):
            self._writing.write("\n")
            raise EndOfInputError from None
        if not line:
            self._writing.write("\n")
            raise EndOfInputError
        if not self.person:
            self._writing.write("\n")
        return line.rstrip("\r\n")

    def flush(self) -> None:
        """Pass on what was written."""
        self._writing.flush()

    def _line(self) -> str:
        line = self._reading.readline(LONGEST_LINE)
        rest = line
        while rest and not rest.endswith("\n") and len(rest) >= LONGEST_LINE:
            rest = self._reading.readline(LONGEST_LINE)
        return line
