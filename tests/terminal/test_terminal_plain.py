"""The plain interview at a real terminal: prompts, end of input, interruption, no cursor movement."""

from pathlib import Path

import pytest
from terminal_driver import CTRL_C, CTRL_D, ENTER, started


@pytest.mark.parametrize(("key", "name"), [(CTRL_C, "interrupted"), (CTRL_D, "ended")])
def test_stopping_at_a_prompt_says_how_to_go_on_and_ends_with_3(key: str, name: str, tmp_path: Path) -> None:
    save = tmp_path / "my.yaml"
    with started(tmp_path, "chat", "dl engineer", "--plain", "--save", str(save)) as terminal:
        terminal.next("Your answer:")
        terminal.send("20/25/15/15/15/10" + ENTER)
        terminal.next("Question 2, about")
        terminal.next("Your answer:")
        assert terminal.stop(key) == 3
        assert "To go on where you are:" in " ".join(terminal.written.split())
        assert "Traceback" not in terminal.written
    assert "train: 25" in save.read_text()


def test_nothing_but_lines_is_written_and_ten_thousand_characters_are_survived(tmp_path: Path) -> None:
    save = tmp_path / "my.yaml"
    with started(tmp_path, "chat", "dl engineer", "--plain", "--save", str(save)) as terminal:
        terminal.next("Your answer:")
        terminal.send("x" * 3000 + ENTER)
        terminal.next("more than can be read")
        terminal.next("Your answer:")
        terminal.send("quit" + ENTER)
        assert terminal.end() == 3
    assert "\x1b" not in terminal.written.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")


def test_times_are_measured_where_a_person_types(tmp_path: Path) -> None:
    save = tmp_path / "my.yaml"
    with started(tmp_path, "chat", "dl engineer", "--plain", "--save", str(save)) as terminal:
        terminal.next("Your answer:")
        terminal.send("20/25/15/15/15/10" + ENTER)
        terminal.next("Question 2, about")
        terminal.next("Your answer:")
        terminal.send("quit" + ENTER)
        terminal.end()
    assert "seconds:" in save.read_text()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.case("hostile 18")
def test_a_key_to_stop_that_comes_before_the_first_prompt_stops(key: str, tmp_path: Path) -> None:
    with started(tmp_path, "chat", "dl engineer", "--plain") as terminal:
        assert terminal.stop(key) in (3, 1, -2)
