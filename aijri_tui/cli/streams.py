"""Results to stdout, everything else to stderr; whether the full screen can run here."""

import contextlib
import json
import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

import click

from aijri_engine.text import clean, hang
from aijri_tui.cli.exits import FailedError
from aijri_tui.plain.lines import EndOfInputError, Lines, window
from aijri_tui.plain.passages import WIDTH

LAST_STREAM = 2
"""Number of stderr."""

AGAIN = "Enter when the client may look again:"

LONGEST_DIAGNOSTIC = 4000
"""Characters of one message on stderr."""


_LOST: list[str] = []
"""Names of streams that were closed before the program began."""


def reading_width() -> int:
    """Columns of what is laid out for reading: those of the window, at most `WIDTH`."""
    return min(WIDTH, window(sys.stdout) or WIDTH)


def show(text: str) -> None:
    """Write a result to stdout, ending in one line end; in a window broken between words.

    Nothing in it steers the terminal, wherever it came from. Raises FailedError where there is no stdout.
    """
    show_data(hang(clean(text, 2 * len(text), lines=True), window(sys.stdout) or sys.maxsize))


def show_data(text: str) -> None:
    """The same for what a program reads, line by line as it is."""
    if "stdout" in _LOST:
        raise FailedError("aijri: standard output is closed, so that the result goes nowhere.")
    click.echo(text.rstrip("\n"), color=False)


def show_json(document: Mapping[str, Any]) -> None:
    """The same for one JSON document."""
    show_data(json_text(document))


MANY = 50
"""Records of a list above which they are counted [ours]."""


def show_list(document: Mapping[str, Any] | None, lines: Iterable[str], none: str) -> None:
    """A list as one JSON document where one is asked for, else line by line; `none` says that it is empty.

    Where it is longer than a window, how many there are is said after it.
    """
    if document is not None:
        show_json(document)
    elif told := list(lines):
        show("\n".join(told))
        diagnose(*[f"{len(told)} in all."] * (len(told) > MANY))
    else:
        diagnose(none)


def diagnose(*lines: str) -> None:
    """Write messages to stderr, without anything that could steer the terminal; in a window broken between words."""
    for line in lines:
        text = clean(line, LONGEST_DIAGNOSTIC, lines=True)
        click.echo(hang(text, window(sys.stderr) or sys.maxsize), err=True, color=False)


def confirmed(question: str, default: bool = False) -> bool:
    """Yes or no, asked on stderr."""
    said = {"y": True, "yes": True, "n": False, "no": False}
    return said[one_of(said, f"{question} [{'Y/n' if default else 'y/N'}]", "yes" if default else "no")]


def one_of(choices: Collection[str], question: str, default: str | None = None) -> str:
    """One of these words, asked for on stderr until it is one."""
    room = (window(sys.stderr) or sys.maxsize) - len(": ")
    while True:
        typed = click.prompt(hang(question, room), default=default, show_default=False, err=True)
        if (found := typed.strip().casefold()) in choices:
            return found
        diagnose(f"Type one of: {', '.join(choices)}.")


@contextlib.contextmanager
def for_the_coach(alone: str) -> Iterator[None]:
    """What is for the coach alone: in a window asked for first and taken away afterwards, else as it is.

    Raises FailedError where the person leaves instead, and where nobody can be asked.
    """
    if not sys.stdout.isatty():
        yield
        return
    if not sys.stdin.isatty():
        raise FailedError(
            "aijri: this is for the coach alone, and nobody can be asked here whether the client looks away.",
            "Run it without a file or a pipe as its input; or send what it shows into a file (> FILE).",
        )
    lines = Lines()
    try:
        with lines.turned_away(alone):
            yield
            lines.ask(AGAIN)
    except EndOfInputError:
        raise FailedError("Nothing more is shown.") from None


def prepare() -> None:
    """Characters that the encoding of a stream lacks become `?` instead of an error; closed streams lead nowhere.

    The numbers of closed streams are taken, so that no file of the store is ever opened in the place of one.
    """
    while (nothing := os.open(os.devnull, os.O_RDWR)) <= LAST_STREAM:
        pass
    os.close(nothing)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            _LOST.append(name)
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (as long as the program)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def leave_quietly(*streams: TextIO) -> None:
    """The reader of a stream (of both) has gone: keep the interpreter from complaining when it closes it."""
    for stream in streams or (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)


_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that JSON may hold as they are and that steer a terminal or turn the direction of its lines."""


def json_text(document: Mapping[str, Any]) -> str:
    """The document as text, keys in the order in which it was built, ending in a line end."""
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False, allow_nan=False) + "\n"
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


SCREEN_MODULE = "aijri_tui.screen.app.app"


def why_no_screen() -> str | None:
    """Why the full screen cannot be used, in a few words; None when it can."""
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error output")):
        if stream is None or not stream.isatty():
            return f"there is no terminal ({name} is a file or a pipe)"
    term = os.environ.get("TERM", "")
    if os.name != "nt" and term in ("", "dumb"):
        return f"this terminal cannot place text (TERM is {term or 'not set'})"
    encoding = (sys.stdout.encoding or "").replace("-", "").casefold()
    if encoding != "utf8":
        return "this terminal does not use UTF-8"
    return None
