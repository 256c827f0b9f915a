"""Answers are kept: on disk before the next question, and told how to go on with them."""

import io
import shlex
from pathlib import Path

import pytest

from aijri_engine.content.library import Library, content_folder
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.interview.answers_source import answers_of, write_answers
from aijri_engine.interview.interview import Interview
from aijri_tui.plain.chat import hold
from aijri_tui.plain.lines import Lines
from tests.plain.plain_driver import LIBRARY, ROLE, SPLIT, Typed, type_lines


def test_end_of_input_prints_an_answers_file_that_reads_back() -> None:
    held = type_lines(SPLIT, "b")
    assert not held.shown
    text = held.text[held.text.index("role: ") :].split("\n\n")[0]
    _, interview = answers_of(parse_yaml(text, "a.yaml"), LIBRARY)
    assert interview.values()["split_basis"] == "thought"


def test_every_accepted_answer_is_on_disk_before_the_next_question(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    type_lines(SPLIT, "b", save=save)
    _, interview = answers_of(parse_yaml(save.read_text(), "a.yaml"), LIBRARY)
    assert write_answers(interview) == save.read_text()
    assert not [path for path in tmp_path.iterdir() if path != save]


def test_a_file_that_cannot_be_written_is_told_once_and_the_interview_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    save = folder / "a.yaml"
    start = Interview.start(LIBRARY, ROLE)
    folder.rmdir()
    held = type_lines(SPLIT, "b", "1", "quit", save=save, start=start)
    assert held.said.count("could not be written") == 1
    assert "Noted: 1" in held.said


def test_a_command_is_no_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = Lines(
        Typed("\n".join((SPLIT, "quit", "quit", "/skip", "help", "mine", ""))), (said := io.StringIO())
    )
    hold(LIBRARY, Interview.start(LIBRARY, ROLE), lines=lines)
    assert said.getvalue().count("That is a command and no file name.") == 3
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yaml"]


def test_the_command_that_goes_on_from_a_file_is_whole(tmp_path: Path) -> None:
    """The quick round stays quick, a path with a space is one word, and the folder of the role is named."""
    save, folder = tmp_path / "my answers.yaml", tmp_path / "own roles"
    (folder / "roles").mkdir(parents=True)
    library = Library.open(content_folder(), folder)
    held = type_lines(SPLIT, "quit", save=save, quick=True, start=Interview.start(library, ROLE))
    told = shlex.split(held.text.partition("To go on where you are:")[2])
    assert told == ["aijri", "chat", ROLE, "--plain", "--quick", "--library", str(folder),
                    "--answers", str(save), "--save", str(save)]  # fmt: skip
