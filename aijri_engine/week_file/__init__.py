"""A week from a calendar or a time sheet: hours of the last two normal weeks, by title, and the rows they go to.

Titles stay in memory: only the rows they were summed into become an answer.
"""

from datetime import date, tzinfo
from pathlib import Path
from typing import Final

from aijri_engine.files.typed_path import typed_path
from aijri_engine.files.whole_files import read_bounded, reason_of
from aijri_engine.interview.form import Asked, Form
from aijri_engine.text import clean
from aijri_engine.week_file.calendar_entries import calendar_entries
from aijri_engine.week_file.entries import WeekFileError
from aijri_engine.week_file.lines import NOT_WORK, OWN, TITLES, Line, WeekLines, week_lines, window
from aijri_engine.week_file.timesheet_entries import timesheet_entries
from aijri_engine.week_file.typed import HOW, file_named, typed_change

__all__ = [
    "HOW", "NOT_WORK", "OWN", "TITLES", "Line", "WeekFileError", "WeekLines", "file_named", "open_week", "typed_change",
]  # fmt: skip

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of a file that are read [ours]."""


def open_week(path: Path, form: Form, asked: Asked, today: date, here: tzinfo | None = None) -> WeekLines:
    """The lines of a calendar (`.ics`) or time sheet (`.csv`). Raises WeekFileError, whose words name the file."""
    name = clean(str(path), 120)
    try:
        raw = read_bounded(typed_path(path), LARGEST)
    except OSError as error:
        raise WeekFileError(f"{name} cannot be read: {reason_of(error)}.") from None
    since, until = window(today)
    try:
        if (
            raw.lstrip(b"\xef\xbb\xbf \r\n")[:15].upper() == b"BEGIN:VCALENDAR"
            or path.suffix.casefold() == ".ics"
        ):
            found = calendar_entries(raw, since, until, here)
        else:
            found = timesheet_entries(raw, since, until)
        return week_lines(found, form, asked, today)
    except WeekFileError as error:
        raise WeekFileError(f"{name} {error}") from None
