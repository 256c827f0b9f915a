"""Without a locale: the screen starts and its signs arrive whole; without UTF-8 the interview goes on line by line."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo terminals of Unix", allow_module_level=True)

from terminal_driver import CTRL_Q, DOWN, Terminal


@pytest.mark.parametrize("locale", [{"LANG": "C", "LC_ALL": "POSIX"}, {"LANG": "UNSET", "LC_ALL": "UNSET"}],
                         ids=["POSIX", "none"])  # fmt: skip
def test_without_a_locale_the_signs_arrive_whole(tmp_path: Path, locale: dict[str, str]) -> None:
    terminal = Terminal(tmp_path, environment=locale)
    try:
        terminal.until("› Start a new interview")
        terminal.send(DOWN)
        terminal.until("› Start a quick one")
        assert "↑↓ choose" in terminal.text
        assert "───" in terminal.text
        terminal.send(CTRL_Q)
        assert terminal.end() == 0
    finally:
        terminal.close()


def test_a_terminal_without_utf8_is_told_why_and_the_interview_goes_on(tmp_path: Path) -> None:
    terminal = Terminal(
        tmp_path, environment={"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    try:
        text = terminal.until("Your answer:")
        assert "this terminal does not use UTF-8" in " ".join(text.split())
        assert "the interview goes on line by line" in " ".join(text.split())
    finally:
        terminal.close()
