"""The plain interview at a real terminal: prompts, end of input, interruption, no cursor movement."""

import os
import pty
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.cli_driver import ROOT

LONGEST_WAIT = 30.0
"""Seconds until a text must have appeared."""

CONTROL_C, END_OF_INPUT = b"\x03", b"\x04"


class Terminal:
    """One program at a pseudo terminal."""

    def __init__(self, process: int, channel: int) -> None:
        self.process, self.channel = process, channel
        self.seen = ""
        self.used = 0
        """Place in `seen` up to which texts were waited for."""

    def wait_for(self, text: str) -> None:
        """Read until `text` was written after what was waited for before."""
        end = time.monotonic() + LONGEST_WAIT
        while text not in self.seen[self.used :]:
            assert time.monotonic() < end, self.seen[-2000:]
            if select.select([self.channel], [], [], 0.2)[0]:
                self._read()
        self.used = self.seen.index(text, self.used) + len(text)

    def type(self, line: str) -> None:
        """Type a line and Enter."""
        os.write(self.channel, f"{line}\n".encode())

    def press(self, key: bytes) -> None:
        """Press one key."""
        os.write(self.channel, key)

    def code(self) -> int:
        """Exit code, once the program has ended."""
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            if select.select([self.channel], [], [], 0.05)[0] and not self._read():
                break
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def _read(self) -> bool:
        try:
            found = os.read(self.channel, 65536)
        except OSError:
            return False
        self.seen += found.decode(errors="replace")
        return bool(found)


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[Terminal]:
    """`aijri` with these arguments at a terminal of 80 columns."""
    process, channel = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "AIJRI_DATA": str(folder / "data")}
        os.execve(sys.executable, [sys.executable, "-m", "aijri_tui.cli.main", *arguments], environment)
    try:
        yield Terminal(process, channel)
    finally:
        os.close(channel)


@pytest.mark.parametrize(("key", "name"), [(CONTROL_C, "interrupted"), (END_OF_INPUT, "ended")])
def test_stopping_at_a_prompt_says_how_to_go_on_and_ends_with_3(
    key: bytes, name: str, tmp_path: Path
) -> None:
    save = tmp_path / "my.yaml"
    with started(tmp_path, "chat", "dl engineer", "--plain", "--save", str(save)) as terminal:
        terminal.wait_for("Your answer:")
        terminal.type("20/25/15/15/15/10")
        terminal.wait_for("Question 2 of about")
        terminal.wait_for("Your answer:")
        terminal.press(key)
        assert terminal.code() == 3
        assert "To go on where you are:" in " ".join(terminal.seen.split())
        assert "Traceback" not in terminal.seen
    assert "train: 25" in save.read_text()


def test_nothing_but_lines_is_written_and_ten_thousand_characters_are_survived(tmp_path: Path) -> None:
    save = tmp_path / "my.yaml"
    with started(tmp_path, "chat", "dl engineer", "--plain", "--save", str(save)) as terminal:
        terminal.wait_for("Your answer:")
        terminal.type("x" * 3000)
        terminal.wait_for("Problem:")
        terminal.wait_for("Your answer:")
        terminal.type("quit")
        assert terminal.code() == 3
    assert "\x1b" not in terminal.seen.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")


def test_times_are_measured_where_a_person_types(tmp_path: Path) -> None:
    save = tmp_path / "my.yaml"
    with started(tmp_path, "chat", "dl engineer", "--plain", "--save", str(save)) as terminal:
        terminal.wait_for("Your answer:")
        terminal.type("20/25/15/15/15/10")
        terminal.wait_for("Question 2 of about")
        terminal.wait_for("Your answer:")
        terminal.type("quit")
        terminal.code()
    assert "seconds:" in save.read_text()
