"""Spoiled content goes through the whole check and is told, whatever is wrong with it."""

import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from aijri_engine.content.problems import Problem
from aijri_engine.lint import check

TEMPLATES = Path(__file__).parent / "templates"
FILES = ("interview.yaml", "roles/welder.yaml", "strategies/general.yaml", "landscape.yaml")
TODAY = date(2026, 11, 22)
SMALL_DOSE, LARGE_DOSE = 20, 300
"""Spoiled folders of the daily run and of the soak run, for each seed."""

WORDS = (
    *(
        "years",
        "split",
        "depth",
        "level",
        "place",
        "remark",
        "fit",
        "weld",
        "junior",
        "senior",
        "onsite",
        "nowhere",
    ),
    *(
        "follows",
        "adapts",
        "choice",
        "multi",
        "grid",
        "yes_no",
        "number",
        "text",
        "own_row",
        "task",
        "ladder",
    ),
    *("true", "0", "1", "100", "[]", "{}", "null"),
)


def _spoil(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    act = chance.random()
    if act < 0.2:
        del lines[place]
    elif act < 0.3:
        lines.insert(place, chance.choice(lines))
    elif words := re.findall(r"[a-z_@.]+|\d+", lines[place]):
        lines[place] = lines[place].replace(chance.choice(words), chance.choice(WORDS), 1)
    return "\n".join(lines)


def spoil_and_check(seed: int, rounds: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for number in range(rounds):
        folder = tmp_path / str(number)
        shutil.copytree(TEMPLATES, folder)
        path = folder / chance.choice(FILES)
        path.write_text(_spoil(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
        found = check([folder], TODAY)
        assert found == sorted(found, key=Problem.sort_key)
        assert all(problem.line is not None and problem.text() for problem in found)


@pytest.mark.parametrize("seed", range(3))
def test_spoiled_content_is_told_and_never_raises(seed: int, tmp_path: Path) -> None:
    spoil_and_check(seed, SMALL_DOSE, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10, 13))
def test_much_spoiled_content_is_told_and_never_raises(seed: int, tmp_path: Path) -> None:
    spoil_and_check(seed, LARGE_DOSE, tmp_path)
