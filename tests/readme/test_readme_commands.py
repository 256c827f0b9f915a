"""Every command and every snippet of the README is run here, so that it cannot go stale."""

import os
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from aijri_tui.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SET_UP = "python3 -m venv"
"""The two set-up commands are run whole by the continuous integration; here their last parts are."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def commands() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.strip()]
    return [line for line in lines if not line.startswith(SET_UP)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "answers.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (tmp_path / "questionnaires").symlink_to(ROOT / "questionnaires")
    return tmp_path


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_works(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = shlex.split(command)
    assert words[0] == "aijri", f"a command this test does not know how to run: {command}"
    monkeypatch.setenv("AIJRI_DATA", str(folder / "data"))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(
        import_module("aijri_engine.lint.check"), "_of_engine", lambda *given: []
    )  # tests/lint
    with open(os.devnull, encoding="utf-8") as nothing:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdin", nothing)
        code = run(words[1:])
    assert code == 0, f"{command}\n{capsys.readouterr()}"


def test_the_first_command_of_the_readme_works_as_a_program(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aijri_tui", *shlex.split(commands()[1])[1:]],
        cwd=folder, env={**os.environ, "AIJRI_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_the_set_up_commands_install_this_checkout() -> None:
    found = [line for block in blocks("sh") for line in block.splitlines() if line.startswith(SET_UP)]
    assert [line.rpartition("&& ")[2] for line in found] == [
        ".venv/bin/aijri",
        ".venv/bin/python -m pytest -n 2",
    ]
    assert all("pip install" in line for line in found)


def test_the_python_snippet_prints_the_junior_figures(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", blocks("python")[0]],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("43.7 provisional [('level', ")
