"""What a calendar or a time sheet says: a title, a day and hours."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

LONGEST_TITLE: Final = 1000
"""Characters of a title by which it is told from others [ours]."""

LONGEST_HOURS: Final = 16.0
"""Hours of one entry; a longer one marks days and is no work of a person [ours]."""

MOST_ENTRIES: Final = 5_000
"""Entries that are read of the weeks looked at [ours]."""


class WeekFileError(ValueError):
    """The file cannot be used; the message names the file, what is wrong and what can be done."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of time. `begin` and `end` are local times; None where a time sheet knows only hours."""

    title: str
    day: date
    hours: float
    begin: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Entries of a file, and in sentences what of it was left out and why."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()


def counted(number: int, one: str, several: str, why: str) -> str:
    """A sentence about entries that were left out."""
    return f"Left out: {one if number == 1 else f'{number} {several}'}; {why}."
