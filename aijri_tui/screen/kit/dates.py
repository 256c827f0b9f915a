"""Days as a person types and reads them."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from aijri_engine.report.figures import day_text
from aijri_engine.text.words import NO_DAY, day_words

if TYPE_CHECKING:
    from aijri_engine.store import ActRow

HOW = "Type it as {example}, or in words: next friday, in 6 weeks."
"""What is said where a day was not understood."""

HALF_A_YEAR = timedelta(days=182)


def refused_day(words: str, today: date) -> str:
    """Why something typed is no day, and how one is typed."""
    shown = " ".join(words.split())[:40]
    begin = f"“{shown}” is no date. " if shown else "A date is needed. "
    return begin + HOW.format(example=(today + HALF_A_YEAR).isoformat())


def told_day(day: str) -> str:
    """A day (YYYY-MM-DD) as people write it: `3 January 2027`."""
    return day_text(day)


def told_talk(day: str | None, time: str | None) -> str:
    """Day and time of a talk as people write them; `none` where there is no day."""
    return f"{told_day(day)}{f' at {time}' if time else ''}" if day else "none"


def told_moment(moment: str) -> str:
    """The day of a moment (ISO 8601) where this machine stands, as people write it."""
    return day_text(f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d}")


def short_day(day: str) -> str:
    """A day (YYYY-MM-DD) as it fits a column: `3 Jan 2027`."""
    parts = day_text(day).split(" ")
    return " ".join(part[:3] if part.isalpha() else part for part in parts)


def told_time(moment: datetime) -> str:
    """A moment as a sentence has it: `3 January 2027, 09:30`."""
    return day_words(moment.date()) + f", {moment:%H:%M}" * (moment.date() > NO_DAY)


def told_act(act: "ActRow", today: str) -> tuple[str, bool]:
    """An act of a plan in words, and whether its day is past; `today` is YYYY-MM-DD."""
    late = act.state == "open" and not act.trouble and act.due < today
    head = "OVERDUE: " if late else "" if act.state == "open" else f"{act.state.capitalize()}: "
    sign = f" Worked if: {act.sign.rstrip('.')}." if act.sign else ""
    return f"{head}{act.act.rstrip('.')}. {act.owner}, by {told_day(act.due)}.{sign}", late
