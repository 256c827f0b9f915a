"""Results to stdout, everything else to stderr; text that a terminal cannot show never stops a command."""

import contextlib
import os
import sys
from typing import TextIO

import click

from aijri_engine.text import clean

LONGEST_DIAGNOSTIC = 4000
"""Characters of one message on stderr."""


def show(text: str) -> None:
    """Write a result to stdout, ending in one line end."""
    click.echo(text.rstrip("\n"), color=False)


def diagnose(*lines: str) -> None:
    """Write messages to stderr, without anything that could steer the terminal."""
    for line in lines:
        click.echo(clean(line, LONGEST_DIAGNOSTIC, lines=True), err=True, color=False)


def prepare() -> None:
    """Characters that the encoding of a stream lacks become `?` instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def leave_quietly() -> None:
    """The reader of stdout has gone: keep the interpreter from complaining when it closes the stream."""
    for stream in (sys.stdout, sys.stderr):
        _point_to_nothing(stream)


def _point_to_nothing(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
