"""Entries of a time sheet (CSV), as the usual trackers write it: a day, hours or two times, and what it was."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Final

from aijri_engine.text import clean, join_words
from aijri_engine.week_file.entries import LONGEST_HOURS, LONGEST_TITLE, Entry, Found, WeekFileError, counted

MOST_ROWS: Final = 50_000
"""Rows of a file that are read [ours]."""

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": (
        "description",
        "title",
        "summary",
        "task",
        "activity",
        "what",
        "subject",
        "notes",
        "project",
        "client",
    ),
    "day": ("start date", "date", "day", "started", "start day"),
    "hours": (
        "hours",
        "duration (decimal)",
        "duration (h)",
        "duration",
        "time (hours)",
        "time",
        "time (decimal)",
    ),
    "begin": ("start time", "start", "from", "begin", "time from"),
    "end": ("end time", "end", "to", "stop", "time to"),
    "end_day": ("end date",),
}
"""Names that trackers give their columns, the one that says most first."""

DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%Y/%m/%d", "%Y%m%d")
SLASHED: Final = ("%d/%m/%Y", "%m/%d/%Y")
TIMES: Final = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p", "%I:%M%p")

CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
WORDS: Final = re.compile(
    r"(?P<hours>\d{1,3}) ?h(?:ours?|rs?)?(?: ?(?P<rest>[0-5]\d)| ?(?P<rest_told>[0-5]?\d) ?m(?:in(?:utes?)?)?)?"
    r"|(?P<minutes>\d{1,4}) ?m(?:in(?:utes?)?)?"
)
DECIMAL: Final = re.compile(r"(\d{1,3}(?:[.,](?!000(?!\d))\d{1,4})?)(?: ?h(?:ours?|rs?)?)?")
"""A figure with decimals; three noughts behind a sign may as well be thousands: "10,000"."""
MORE_CELLS: Final = (
    "more cells than the first line names columns, as where a decimal comma also separates cells: export with "
    "semicolons, or with decimal points"
)


def timesheet_entries(raw: bytes, since: date, until: date) -> Found:
    """Entries of the days from `since` up to, not including, `until`.

    Raises WeekFileError where no column holds days, or none holds hours or times.
    """
    header, rows = _table(raw)
    places = {
        part: place
        for part, names in COLUMNS.items()
        if (place := next((header.index(name) for name in names if name in header), None)) is not None
    }
    timed = "hours" in places or {"begin", "end"} <= set(places)
    missing = [name for name, there in (("day", "day" in places), ("hours", timed)) if not there]
    if missing:
        raise WeekFileError(
            f"has no column for the {join_words(missing, 'or the')}. Name the columns Date, Hours and Description "
            f"in its first line; it has: {clean(', '.join(one for one in header if one)[:200]) or 'nothing'}."
        )
    slashed = _order([row[places["day"]] for row in rows if len(row) > places["day"]], since, until)
    entries: list[Entry] = []
    bad = wide = 0
    unread = ""
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[len(header) :]):
            wide += 1
            continue
        entry = _entry(row, places, slashed)
        if entry is None:
            bad += 1
            unread = unread or clean(", ".join(filter(None, (cell.strip() for cell in row))), LONGEST_TITLE)
        elif since <= entry.day < until:
            entries.append(entry)
    first = f", the first is “{unread}”" if unread else ""
    told = ((bad, f"no day, or no hours of a day, can be read there{first}"), (wide, MORE_CELLS))
    return Found(
        tuple(entries), tuple(counted(number, "a row", "rows", why) for number, why in told if number)
    )


def _table(raw: bytes) -> tuple[list[str], list[list[str]]]:
    """Column names in small letters, and the rows; any usual separator and encoding."""
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    text = text.replace("\0", "")
    first = text.lstrip().partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    try:
        rows = [
            row
            for row, _ in zip(
                csv.reader(io.StringIO(text), delimiter=separator), range(MOST_ROWS), strict=False
            )
        ]
    except csv.Error as error:
        raise WeekFileError(
            "is no table: a quotation mark or a cell has no end. Export it as CSV again."
        ) from error
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise WeekFileError("is empty. Export the time sheet with its rows.")
    return [clean(cell, 60).strip().strip("\"'").casefold() for cell in rows[0]], rows[1:]


def _order(days: Sequence[str], since: date, until: date) -> tuple[str, ...]:
    """Whether 05/11 is November or May: by days readable only one way, else by the weeks asked for."""
    read = {form: [_day(one, (*DAYS, form)) for one in days[:2000] if "/" in one] for form in SLASHED}
    fits = [form for form in SLASHED if all(read[form])] or list(SLASHED)
    near = {form: sum(day is not None and since <= day < until for day in read[form]) for form in fits}
    return (*DAYS, max(fits, key=lambda form: near[form]))


def _day(text: str, forms: Sequence[str]) -> date | None:
    words = text.strip().partition("T")[0].partition(" ")[0]
    found = _moment(words, forms)
    return found.date() if found else None


def _time(text: str) -> time | None:
    words = text.strip().rpartition("T")[2].removesuffix("Z")
    if " " in words and ":" in words.partition(" ")[2]:
        words = words.partition(" ")[2]
    found = _moment(words.upper(), TIMES)
    return found.time() if found else None


def _moment(words: str, forms: Sequence[str]) -> datetime | None:
    for form in forms:
        with suppress(ValueError):
            return datetime.strptime(words, form)
    return None


def hours_of(text: str) -> float | None:
    """Hours in a cell: 1.5, 1,5, 1:30, 1:30:00, 1h 30m, 8h30, 480 min; None where not all of it can be read."""
    words = text.strip().casefold()
    if found := CLOCK.fullmatch(words):
        return int(found[1]) + int(found[2]) / 60 + int(found[3] or 0) / 3600
    if found := DECIMAL.fullmatch(words):
        return float(found[1].replace(",", "."))
    found = WORDS.fullmatch(words)
    if found is None:
        return None
    minutes = found["minutes"] or found["rest"] or found["rest_told"] or 0
    return int(found["hours"] or 0) + int(minutes) / 60


def _entry(row: Sequence[str], places: Mapping[str, int], days: Sequence[str]) -> Entry | None:
    cells = {part: row[place] if place < len(row) else "" for part, place in places.items()}
    day = _day(cells["day"], days)
    if day is None:
        return None
    title = clean(cells.get("title", ""), LONGEST_TITLE).strip() or "(no title)"
    begin, end = _time(cells.get("begin", "")), _time(cells.get("end", ""))
    if begin is not None and end is not None:
        first = datetime.combine(day, begin)
        last = datetime.combine(_day(cells.get("end_day", ""), days) or day, end)
        last += timedelta(days=1) if last < first else timedelta()
        hours = (last - first) / timedelta(hours=1)
        return Entry(title, day, hours, first, last) if 0 < hours <= LONGEST_HOURS else None
    hours = hours_of(cells.get("hours", "")) or 0.0
    return Entry(title, day, hours) if 0 < hours <= LONGEST_HOURS else None
