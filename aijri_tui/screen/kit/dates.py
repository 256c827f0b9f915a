"""Days as a person types and reads them."""

import calendar
import re
from datetime import date, datetime, timedelta

from aijri_engine.report.figures import day_text

AHEAD = re.compile(r"(?:in )?(?P<count>\d{1,3}|an?|one|two|three|four|six) (?P<unit>day|week|month|year)s?")
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
FIXED = {"today": 0, "tomorrow": 1, "next week": 7}
"""Words -> days ahead."""

HOW = "Type it as {example}, or in words: in 6 weeks."
"""What is said where a day was not understood."""


def day_in(words: str, today: date) -> date | None:
    """The day that was typed, as YYYY-MM-DD or as a time from today; None where it is none."""
    typed = " ".join(words.casefold().split()).rstrip(".")
    if typed in FIXED:
        return today + timedelta(days=FIXED[typed])
    ahead = AHEAD.fullmatch(typed)
    if ahead is not None:
        count = COUNTS.get(ahead["count"]) or int(ahead["count"])
        return _ahead(today, count, ahead["unit"])
    try:
        return date.fromisoformat(typed) if typed.isascii() and len(typed) == 10 else None
    except ValueError:
        return None


def _ahead(today: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def refused_day(words: str, today: date) -> str:
    """Why something typed is no day, and how one is typed."""
    shown = " ".join(words.split())[:40]
    begin = f"“{shown}” is no date. " if shown else "A date is needed. "
    return begin + HOW.format(example=_ahead(today, 6, "month").isoformat())


def told_day(day: str) -> str:
    """A day (YYYY-MM-DD) as people write it: `3 January 2027`."""
    return day_text(day)


def told_moment(moment: str) -> str:
    """The day of a moment (ISO 8601) where this machine stands, as people write it."""
    return day_text(f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d}")


def short_day(day: str) -> str:
    """A day (YYYY-MM-DD) as it fits a column: `3 Jan 2027`."""
    parts = day_text(day).split(" ")
    return " ".join(part[:3] if part.isalpha() else part for part in parts)


def told_time(moment: datetime) -> str:
    """A moment as a sentence has it: `3 January 2027, 09:30`."""
    return f"{moment.day} {moment:%B %Y, %H:%M}"
