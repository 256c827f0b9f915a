"""The command line as scripts use it: streams, encodings and errors, and a talk without a terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.cli_driver import ROOT, aijri, run_here


def test_a_reader_that_goes_away_is_no_news() -> None:
    command = f"{sys.executable} -m aijri_tui.cli.main roles 'dl engineer' | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "Deep Learning Engineer\n"
    assert done.stderr == ""


def test_an_unexpected_error_shows_no_answers(monkeypatch: pytest.MonkeyPatch, junior: Path) -> None:
    import aijri_engine.personal.result

    def broken(*arguments: object) -> None:
        raise RuntimeError("split: design 5")

    monkeypatch.setattr(aijri_engine.personal.result, "result", broken)
    ran = run_here("assess", "dl engineer", "--answers", junior)
    assert ran.code == 1
    assert "RuntimeError" in ran.err
    assert "design" not in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    monkeypatch.setenv("AIJRI_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run_here("assess", "dl engineer", "--answers", junior)


def test_without_a_terminal_the_program_explains_itself_and_talks_line_by_line() -> None:
    ran = aijri(typed="dl engineer\n20/25/15/15/15/10\n")
    assert ran.code == 3
    assert "the interview goes on line by line" in ran.err
    assert "What is your job?" in ran.out
    assert "Noted: Design 20" in ran.out
    assert "\x1b[" not in ran.out


def test_end_of_input_says_that_answers_are_kept_and_how_to_go_on() -> None:
    ran = run_here("chat", "dl engineer", "--plain", typed="20/25/15/15/15/10\n")
    assert ran.code == 3
    assert "Your answers are saved" in ran.out
    assert "aijri" in ran.out.rstrip().splitlines()[-1]


def test_saved_answers_can_be_gone_on_from(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    first = run_here("chat", "dl engineer", "--plain", "--save", path, typed="20/25/15/15/15/10\nquit\n")
    assert first.code == 3
    assert f"--answers {path} --save {path}" in first.out
    refused = run_here("chat", "dl engineer", "--plain", "--save", path)
    assert refused.code == 2
    again = run_here("chat", "dl engineer", "--plain", "--answers", path, "--save", path, typed="c\nquit\n")
    assert again.code == 3
    assert "split_basis: calendar" in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_colour_never_appears_and_an_encoding_without_the_characters_is_no_reason_to_stop(
    junior: Path,
) -> None:
    unlike = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ran = aijri("assess", "dl engineer", "--answers", junior, **unlike)
    assert "\x1b" not in ran.out + ran.err
    assert ran.code == 0
    assert "40.8" in ran.out
