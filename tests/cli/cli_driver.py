"""Running `aijri` as other programs do: a process, its two streams and its exit code."""

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LONGEST_RUN = 60
"""Seconds after which a command is taken to hang."""

JUNIOR = """\
role: deep-learning-engineer
answers:
  split: {design: 5, train: 50, infra: 15, debug: 15, research: 5, collaboration: 10}
  split_basis: thought
  depth: {design: follows, train: follows, infra: follows, debug: follows, research: adapts, collaboration: adapts}
  level: junior
  years: 1
  employer: not_sure
  domain: consumer
"""


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    code: int
    out: str
    err: str


def aijri(*arguments: str | Path, typed: str = "", **variables: str) -> Ran:
    """Run the command line in a process of its own, without a terminal."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables}
    done = subprocess.run(
        [sys.executable, "-m", "aijri_tui.cli.main", *map(str, arguments)],
        input=typed.encode(), capture_output=True, env=environment, timeout=LONGEST_RUN, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_with_passphrase(
    *arguments: str | Path, passphrase: str, typed: str = "", variable: str = "AIJRI_PASSPHRASE_FD"
) -> Ran:
    """Run in this process with the passphrase in a pipe, as a script would."""
    reading, writing = os.pipe()
    os.write(writing, f"{passphrase}\n".encode())
    os.close(writing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(variable, str(reading))
        return run_here(*arguments, typed=typed)


class Window(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run_here(*arguments: str | Path, typed: str = "", terminal: bool = False, keyboard: bool = True) -> Ran:
    """Run the command line in this process: for many runs, where streams and codes are enough.

    Without a `keyboard` what is typed comes through a pipe, also where the rest is a terminal.
    """
    from aijri_tui.cli.main import run

    stream = Window if terminal else io.StringIO
    out, err, before = stream(), stream(), sys.stdin
    sys.stdin = (stream if keyboard else io.StringIO)(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(one) for one in arguments])
    finally:
        sys.stdin = before
    return Ran(code, out.getvalue(), err.getvalue())


FORBIDDEN = ("Traceback", "unexpected error", "Errno", "None", "sqlite", "%Y")


def said(ran: Ran, code: int) -> str:
    """What was said, which holds no word of a library; the exit code is the one expected."""
    assert ran.code == code, ran
    assert not [word for word in FORBIDDEN if word in ran.out + ran.err], ran
    return ran.out + ran.err
