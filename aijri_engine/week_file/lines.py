"""Hours of the last two normal weeks by title, each with the row it seems to belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from aijri_engine.index import shown_shares
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import vocabulary_of
from aijri_engine.interview.understanding.words.tokens import words_of
from aijri_engine.text import clean, day_words, join_words
from aijri_engine.week_file.entries import Entry, Found, WeekFileError

WEEKS_BACK: Final = 8
"""Whole weeks before this one that are looked at for normal ones [ours]."""

NORMAL_DAYS: Final = 3
"""Days with entries from which a week counts as a normal one [ours]."""

MOST_LINES: Final = 40
"""Titles that are shown one by one; the rest are put together [ours]."""

REST: Final = "everything else, in many small entries"

TITLES: Final = (
    "Titles are not kept, only the rows they are put in; a line put to other work gives its row its title, unless a "
    "name follows: `4 other: teaching`."
)
"""Said before a title is put anywhere."""

NOT_WORK: Final = "-"
"""Where a line goes that is no paid work."""

OWN: Final = "+"
"""Begins where a line goes that is work outside the role's rows; its name follows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One title with its hours a week, and where they go: a row, `OWN` and a name, `NOT_WORK`, or not said yet ("")."""

    title: str
    hours: float
    goes: str = ""


@dataclass(frozen=True, slots=True)
class WeekLines:
    """What a file says of the weeks, to be confirmed line by line."""

    lines: tuple[Line, ...]
    weeks: tuple[date, ...]
    """Mondays of the weeks that were taken, the older one first."""
    left_out: tuple[str, ...] = ()

    @property
    def shown(self) -> list[float]:
        """Hours of every line with one decimal, which add up."""
        return shown_shares([line.hours for line in self.lines])

    @property
    def hours(self) -> float:
        """Hours a week that go to some row, as they are shown."""
        return sum(
            one for one, line in zip(self.shown, self.lines, strict=True) if line.goes not in ("", NOT_WORK)
        )

    def where(self, line: Line, asked: Asked) -> str:
        """Where a line goes, in words."""
        if line.goes.startswith(OWN):
            return f"other work: {line.goes[1:]}"
        if line.goes in ("", NOT_WORK):
            return "no paid work" if line.goes else "?"
        return next(row.short for row in asked.rows if row.id == line.goes)

    @property
    def open(self) -> tuple[int, ...]:
        """Places of the lines that go nowhere yet."""
        return tuple(place for place, line in enumerate(self.lines) if not line.goes)

    def put(self, place: int, goes: str) -> "WeekLines":
        """With one line put elsewhere."""
        if goes.startswith(OWN):
            goes = OWN + (clean(goes[1:]).strip() or "other work")
        lines = [
            replace(line, goes=goes) if number == place else line for number, line in enumerate(self.lines)
        ]
        return replace(self, lines=tuple(lines))

    def told(self) -> str:
        """Which weeks these are, in a sentence."""
        names = [f"the week of {day_words(monday)}" for monday in self.weeks]
        one = "the last normal week in it" if len(names) == 1 else "the last two normal weeks in it"
        return (
            f"Taken: {one}, {join_words(names)}. The hours are those of one week; "
            "time that stands in several entries at once is shared among them."
        )

    def value(self) -> Any:
        """The split these lines make, in hours a week."""
        rows: dict[str, float] = {}
        own: dict[str, float] = {}
        for line in self.lines:
            if line.goes.startswith(OWN):
                own[line.goes[1:]] = own.get(line.goes[1:], 0.0) + line.hours
            elif line.goes not in ("", NOT_WORK):
                rows[line.goes] = rows.get(line.goes, 0.0) + line.hours
        value: dict[str, Any] = {
            "rows": {row: round(hours, 2) for row, hours in rows.items()},
            "unit": "hours",
        }
        if own:
            value["other"] = [{"name": name, "share": round(hours, 2)} for name, hours in own.items()]
        return value


def window(today: date) -> tuple[date, date]:
    """First day of the weeks looked at, and the day after the last one: before Sunday this week is not over yet."""
    tomorrow = today + timedelta(days=1)
    monday = tomorrow - timedelta(days=tomorrow.weekday())
    return monday - timedelta(weeks=WEEKS_BACK), monday


def week_lines(found: Found, form: Form, asked: Asked, today: date) -> WeekLines:
    """The lines of the last two normal weeks. Raises WeekFileError where there is none."""
    weeks = _normal_weeks(found.entries, today)
    if not weeks:
        none = (
            f"has no week with entries on {NORMAL_DAYS} days or more among the {WEEKS_BACK} before this one."
        )
        raise WeekFileError(
            " ".join((none, *found.left_out, "Export a longer time, or give the hours by hand."))
        )
    inside = [one for one in found.entries if _monday(one.day) in weeks]
    table = vocabulary_of(form).table(asked)
    lines = []
    for title, hours in _by_title(inside, len(weeks)):
        words = words_of(title)
        row = table.match(words).row if words else None
        lines.append(Line(title, hours, row or ""))
    return WeekLines(tuple(lines), weeks, found.left_out)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _normal_weeks(entries: Iterable[Entry], today: date) -> tuple[date, ...]:
    days: dict[date, set[date]] = {}
    for entry in entries:
        days.setdefault(_monday(entry.day), set()).add(entry.day)
    first, after = window(today)
    normal = [monday for monday, on in days.items() if first <= monday < after and len(on) >= NORMAL_DAYS]
    return tuple(sorted(normal)[-2:])


def _by_title(entries: Sequence[Entry], weeks: int) -> list[tuple[str, float]]:
    """Titles with hours a week, the largest first; beyond `MOST_LINES` the smallest are one line."""
    hours: dict[str, float] = {}
    shown: dict[str, str] = {}
    for entry, counts in zip(entries, _hours_of_each(entries), strict=True):
        key = " ".join(words_of(entry.title)) or entry.title
        shown.setdefault(key, entry.title)
        hours[key] = hours.get(key, 0.0) + counts / weeks
    found = sorted(((shown[key], amount) for key, amount in hours.items()), key=lambda one: (-one[1], one[0]))
    rest = sum(amount for _, amount in found[MOST_LINES:])
    return [*found[:MOST_LINES], *([(REST, rest)] if rest > 0 else [])]


def _hours_of_each(entries: Sequence[Entry]) -> list[float]:
    """Hours of every entry; where several run at the same time each has its part of it."""
    counted = [0.0 if entry.begin else entry.hours for entry in entries]
    by_day: dict[date, list[int]] = {}
    for place, entry in enumerate(entries):
        if entry.begin is not None:
            by_day.setdefault(_monday(entry.day), []).append(place)
    for places in by_day.values():
        _share(entries, places, counted)
    return counted


def _share(entries: Sequence[Entry], places: Iterable[int], counted: list[float]) -> None:
    edges: list[tuple[datetime, bool, int]] = []
    for place in places:
        begin, end = entries[place].begin, entries[place].end
        if begin is not None and end is not None:
            edges += [(begin, True, place), (end, False, place)]
    running: set[int] = set()
    last = datetime.min
    for moment, begins, place in sorted(edges, key=lambda one: one[0]):
        for one in running:
            counted[one] += (moment - last).total_seconds() / 3600 / len(running)
        (running.add if begins else running.discard)(place)
        last = moment
