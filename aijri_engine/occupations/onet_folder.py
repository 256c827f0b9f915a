"""A folder with the official O*NET text files that a user has downloaded, read for one occupation.

Tab separated, first line the names of the columns. Task ratings hold scales: `IM` importance (1-5) and `FT` frequency
(percent of people in each of seven categories, 1 yearly or less to 7 hourly or more).
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

from aijri_engine.text import clean

OCCUPATIONS = "Occupation Data.txt"
STATEMENTS = "Task Statements.txt"
RATINGS = "Task Ratings.txt"
TITLES = "Alternate Titles.txt"

CREDIT = (
    "This draft includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA), used under the CC BY 4.0 licence. O*NET is a trademark of USDOL/ETA. The information "
    "was modified; USDOL/ETA has not approved, endorsed or tested the modifications."
)

CODE_COLUMN = "O*NET-SOC Code"
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; the largest of these files in release 30.1 is under 40 MB."""

MIDDLE_IMPORTANCE, MIDDLE_FREQUENCY = 3.0, 4.0
"""Stand in for a task without ratings: the middle of each scale [ours]."""

SCALES = {"IM": (1.0, 5.0), "FT": (0.0, 100.0)}
"""Least and greatest value of a rating on each scale that is read: importance, and percent of the people asked."""

MOST_TITLES = 20


class OnetFolderError(Exception):
    """What is wrong with the folder, and the remedy."""


@dataclass(frozen=True, slots=True)
class OnetTask:
    """A task statement with its weight."""

    text: str
    weight: float
    """Importance times mean frequency category; only proportions count [ours]."""
    rated: bool
    """The folder holds both ratings of it."""


@dataclass(frozen=True, slots=True)
class OnetOccupation:
    """One occupation of the folder."""

    code: str
    title: str
    titles: tuple[str, ...]
    tasks: tuple[OnetTask, ...]
    """The weightiest first."""


def read_onet_folder(folder: Path, code: str, named: str = "") -> OnetOccupation:
    """The occupation of that code. Raises `OnetFolderError`.

    Without the file of all occupations it is called as `named`, else by its first alternate title.
    """
    if (folder / OCCUPATIONS).is_file():
        named = next((line["Title"] for line in _lines(folder, OCCUPATIONS, code, "Title")), "")
        if not named:
            raise OnetFolderError(f"{OCCUPATIONS} has no occupation {code}; codes look like 29-1141.00.")
    statements = {
        line["Task ID"]: line["Task"] for line in _lines(folder, STATEMENTS, code, "Task ID", "Task")
    }
    if not statements:
        raise OnetFolderError(f"{STATEMENTS} has no task of {code}.")
    importance: dict[str, float] = {}
    frequency: dict[str, dict[float, float]] = defaultdict(dict)
    for line in _lines(folder, RATINGS, code, "Task ID", "Scale ID", "Data Value"):
        value, task, scale = _number(line["Data Value"]), line["Task ID"], line["Scale ID"]
        least, most = SCALES.get(scale, (-inf, inf))
        if value is not None and not least <= value <= most:
            told = f"{RATINGS} rates task {clean(task, 20)} {value:g} on {scale}, which goes from"
            raise OnetFolderError(f"{told} {least:g} to {most:g}.")
        if value is not None and scale == "IM":
            importance[task] = value
        elif value is not None and scale == "FT" and (category := _number(line.get("Category"))):
            frequency[task][category] = value
    tasks = [
        OnetTask(
            text,
            importance.get(task, MIDDLE_IMPORTANCE) * _mean_category(frequency[task]),
            task in importance and bool(frequency[task]),
        )
        for task, text in statements.items()
    ]
    other = (line["Alternate Title"] for line in _lines(folder, TITLES, code, "Alternate Title"))
    titles = tuple(dict.fromkeys(one for one in other if one))[:MOST_TITLES]
    title = named or next(iter(titles), code)
    once = {one.text.casefold(): one for one in sorted(tasks, key=lambda task: task.weight)}
    return OnetOccupation(code, title, titles, tuple(sorted(once.values(), key=lambda task: -task.weight)))


def _mean_category(percent: dict[float, float]) -> float:
    total = sum(percent.values())
    return sum(category * share for category, share in percent.items()) / total if total else MIDDLE_FREQUENCY


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 <= value < 1e6 else None


def _lines(folder: Path, name: str, code: str, *columns: str) -> Iterator[dict[str, str]]:
    """Lines of one occupation. Raises `OnetFolderError` for a file that is missing, too large or of another form."""
    path = folder / name
    try:
        if not path.is_file():
            raise OnetFolderError(
                f"{folder} has no {name}: name the folder with the text files of an O*NET release."
            )
        if path.stat().st_size > LARGEST_FILE:
            raise OnetFolderError(
                f"{name} is larger than {LARGEST_FILE // 1_048_576} MB, which no O*NET file is."
            )
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [one for one in (CODE_COLUMN, *columns) if one not in (reader.fieldnames or ())]
            if missing:
                raise OnetFolderError(
                    f"{name} has no column {missing[0]!r}; it must be tab separated with a first line."
                )
            for line in reader:
                if line.get(CODE_COLUMN) == code:
                    yield {key: value for key, value in line.items() if isinstance(value, str)}
    except (OSError, csv.Error) as error:
        raise OnetFolderError(f"{name} cannot be read: {error}.") from None
