"""Results to stdout, everything else to stderr; text that a terminal cannot show never stops a command."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO

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
