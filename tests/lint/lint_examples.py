"""A small valid interview, role, strategies file and landscape, and how tests spoil them."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aijri_engine.content.problems import Problem
from aijri_engine.lint import check

TEMPLATES = Path(__file__).parent / "templates"
INTERVIEW, ROLE, STRATEGIES = "interview.yaml", "roles/welder.yaml", "strategies/general.yaml"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Bad:
    """A template file with one text replaced, and everything that is then found."""

    code: str
    file: str
    old: str
    new: str
    found: list[str]


def write_templates(folder: Path, file: str = INTERVIEW, old: str = "", new: str = "") -> None:
    """Copy the templates into `folder`, with `old` replaced by `new` in one of them."""
    shutil.copytree(TEMPLATES, folder, dirs_exist_ok=True)
    if old:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def found_in(folder: Path) -> list[str]:
    """What the check finds, one line each, with names of files relative to the folder."""
    return told_of(check([folder], TODAY), folder)


def told_of(problems: Iterable[Problem], folder: Path) -> list[str]:
    """Problems, one line each, with names of files relative to the folder."""
    told = [problem.text() for problem in problems]
    return [line.replace(f"{folder}/", "").replace(str(folder), ".") for line in told]
