"""Results to stdout, everything else to stderr; whether the full screen can run here."""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TextIO

import click

from aijri_engine.text import clean
from aijri_tui.cli.exits import FailedError

LAST_STREAM = 2
"""Number of stderr."""

LONGEST_DIAGNOSTIC = 4000
"""Characters of one message on stderr."""


_LOST: list[str] = []
"""Names of streams that were closed before the program began."""


def show(text: str) -> None:
    """Write a result to stdout, ending in one line end. Raises FailedError where there is none."""
    if "stdout" in _LOST:
        raise FailedError("aijri: standard output is closed, so that the result goes nowhere.")
    click.echo(text.rstrip("\n"), color=False)


def diagnose(*lines: str) -> None:
    """Write messages to stderr, without anything that could steer the terminal."""
    for line in lines:
        click.echo(clean(line, LONGEST_DIAGNOSTIC, lines=True), err=True, color=False)


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
        _point_to_nothing(stream)


def _point_to_nothing(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def json_text(document: Mapping[str, Any]) -> str:
    """The document as text, keys in the order in which it was built, ending in a line end."""
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False, allow_nan=False) + "\n"


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
    if find_spec(SCREEN_MODULE) is None:
        return "this version has no full screen yet"
    return None
