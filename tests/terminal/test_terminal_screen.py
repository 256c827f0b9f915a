"""The full screen in a real terminal: start, type, drag, resize, kill and resume, quit, odd terminals, ends."""

import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal_driver import CTRL_Q, ENTER, Terminal

LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
MOUSE_OFF = b"\x1b[?1000l"
COLOUR = re.compile(rb"\x1b\[[0-9;:]*?(?:3[0-7]|38|4[0-7]|48|9[0-7]|10[0-7])[;:m]")

Open = Callable[..., Terminal]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def start(size: tuple[int, int] = (80, 24), **environment: str) -> Terminal:
        opened.append(Terminal(tmp_path, size, environment))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def to_split(one: Terminal) -> None:
    one.until("Start a new interview")
    one.send(ENTER)
    one.until("your job")
    one.send("dl engineer")
    one.until("› Deep Learning Engineer")
    one.send(ENTER)
    one.until("enter goes on")
    one.send(ENTER)
    one.until(lambda text: "left to give" in text and "Collaboration" in text)


def give_split(one: Terminal, rows: tuple[str, ...] = ("5", "60", "10", "10", "5", "10")) -> None:
    for number, row in enumerate(rows):
        one.send(row)
        one.until(f"{row}_")
        one.send(ENTER)
        if number < len(rows) - 1:
            one.until(lambda text, row=row: f"{row}_" not in text)


@pytest.mark.case("promise 7")
def test_killed_in_the_middle_and_resumed_at_the_same_question(terminal: Open) -> None:
    one = terminal()
    to_split(one)
    give_split(one)
    one.until("One row takes most of your week")
    one.send("yes" + ENTER)
    one.until("How did you arrive")
    one.kill(signal.SIGKILL)
    assert one.end() == -signal.SIGKILL
    two = terminal(size=(120, 40))
    page = two.until("not finished")
    assert "Deep Learning Engineer" in page
    two.send(ENTER)
    page = two.until("How did you arrive")
    assert "Same mix in three months" in page
    two.send(CTRL_Q)
    assert two.end() == 0
    assert "Your answers are saved" in two.text
    assert LEAVES_ALTERNATE_SCREEN in two.raw
    assert MOUSE_OFF in two.raw


def test_bars_are_dragged_with_the_mouse(terminal: Open) -> None:
    one = terminal()
    to_split(one)
    row = one.line_with("Training")
    one.mouse(30, row, "down")
    one.mouse(45, row, "move")
    one.mouse(50, row, "move")
    one.mouse(50, row, "up")
    given = re.compile(r"(\d+) %, (\d+) left to give")
    page = one.until(lambda text: (found := given.search(text)) is not None and int(found[1]) > 20)
    remainder = given.search(page)
    assert remainder is not None
    assert int(remainder[1]) + int(remainder[2]) == 100
    assert int(remainder[1]) > 20


def test_resizing_keeps_everything_and_sigterm_gives_the_terminal_back(terminal: Open) -> None:
    one = terminal()
    to_split(one)
    one.send("35")
    one.until("35_")
    one.resize(50, 12)
    one.until("too small")
    one.resize(120, 40)
    one.until(lambda text: "stays covered" in text and "35_" in text)
    one.resize(80, 24)
    one.until(lambda text: "35_" in text and "too small" not in text)
    one.kill(signal.SIGTERM)
    assert one.end() == 143
    assert LEAVES_ALTERNATE_SCREEN in one.raw
    assert MOUSE_OFF in one.raw


def test_a_crash_is_scrubbed_and_ends_with_a_code(terminal: Open, tmp_path: Path) -> None:
    broken = (
        "import sys\n"
        "from aijri_tui.screen.interview.answering import Answering\n"
        "submit = Answering.submit\n"
        "async def boom(self, typed):\n"
        "    secret = typed\n"
        "    if secret:\n"
        "        raise ValueError(secret)\n"
        "    await submit(self, typed)\n"
        "Answering.submit = boom\n"
        "from aijri_tui.cli.main import main\n"
        "main([])\n"
    )
    one = Terminal(tmp_path, program=(sys.executable, "-c", broken))
    try:
        to_split(one)
        give_split(one)
        one.until("One row takes most")
        one.send("acme secret" + ENTER)
        assert one.end() == 1
        assert b"ValueError at" in one.raw
        after = one.raw[one.raw.rindex(LEAVES_ALTERNATE_SCREEN) :]
        assert b"acme" not in after
        assert b"secret" not in after
        assert b"saved" in after
    finally:
        one.close()


def test_sixteen_colours(terminal: Open) -> None:
    one = terminal(TERM="linux", COLORTERM="UNSET")
    to_split(one)
    assert b"38;2;" not in one.raw
    assert b"38;5;" not in one.raw
    give_split(one)
    one.until("One row takes most")
    one.send(CTRL_Q)
    assert one.end() == 0


def test_no_color_paints_no_colour_at_all(terminal: Open) -> None:
    one = terminal(NO_COLOR="1")
    to_split(one)
    one.send("35")
    one.until("35_")
    assert not COLOUR.search(one.raw)
    one.send(CTRL_Q)
    one.until("What you typed is not kept")
    one.send(CTRL_Q)
    assert one.end() == 0


def test_pasted_escapes_and_long_text_stay_text(terminal: Open) -> None:
    one = terminal()
    to_split(one)
    give_split(one)
    one.until("One row takes most")
    one.send("\x1b[200~[red]x[/nope] \x1b[31m\r\x1b]0;t\x07" + "y" * 3000 + "\x1b[201~")
    one.until("yyyy")
    one.send(ENTER)
    one.until("yes or a no")
    one.send(CTRL_Q)
    one.until("What you typed is not kept")
    one.send(CTRL_Q)
    assert one.end() == 0
