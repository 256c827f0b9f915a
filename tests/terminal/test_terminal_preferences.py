"""Letters beside the arrows, keys of one's own, and light or dark as the terminal is: in a real terminal."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from terminal_driver import ENTER, Terminal

from aijri_tui.screen.kit.themes import DARK, LIGHT

HOME = "Start a new interview"
WHITE, BLACK = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\"
ATTRIBUTES = "\x1b[?62;22c"
"""What every terminal answers to the second half of the question."""

F7 = "\x1b[18~"

BEGINNING = (
    "from aijri_tui.screen.app import background; background.ANSWER_SECONDS = 30; "
    "from aijri_tui.cli.main import main; main()"
)
PATIENT = (sys.executable, "-c", BEGINNING)
"""The program, waiting for as long as a loaded machine takes to answer."""


@contextmanager
def opened(folder: Path, answer: str = "", **environment: str) -> Iterator[Terminal]:
    """The first screen of a terminal that answers so when it is asked for its background."""
    one = Terminal(folder, environment={"COLORFGBG": "UNSET", **environment}, program=PATIENT)
    try:
        one.next("\x1b]11;?")
        one.send(f"{answer}{ATTRIBUTES}")
        one.until(HOME)
        yield one
    finally:
        one.close()


def background_of(one: Terminal) -> str:
    return one.screen.buffer[one.line_with(HOME)][70].bg


@pytest.mark.parametrize(
    ("answer", "environment", "palette"),
    [
        (WHITE, {}, LIGHT),
        (BLACK, {"COLORFGBG": "0;15"}, DARK),
        ("", {"COLORFGBG": "0;15"}, LIGHT),
        ("", {}, DARK),
    ],
    ids=["light", "dark, whatever the variable says", "light by the variable", "nothing said"],
)
def test_the_screen_is_light_where_the_terminal_is(
    answer: str, environment: dict[str, str], palette: dict[str, str], tmp_path: Path
) -> None:
    with opened(tmp_path, answer, **environment) as one:
        assert background_of(one) == palette["background"].removeprefix("#").lower()


def test_letters_stand_beside_the_arrows(tmp_path: Path) -> None:
    with opened(tmp_path) as one:
        one.until(f"› {HOME}")
        one.send("j")
        one.until("› Start a quick one")
        one.send("k")
        one.until(f"› {HOME}")


def test_keys_of_ones_own_move_and_leave(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o700)
    (tmp_path / "data" / "settings.json").write_text(json.dumps({"keys": {"n": "down", "f7": "escape"}}))
    with opened(tmp_path) as one:
        one.until(f"› {HOME}")
        for below in ("Start a quick one", "Look at a role in full", "Read how the index works"):
            one.send("n")
            one.until(f"› {below}")
        one.send(ENTER)
        one.until(lambda text: HOME not in text and "f7" in text.lower())
        one.send(F7)
        one.until("› Read how the index works")
