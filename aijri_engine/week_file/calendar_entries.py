"""Entries of a calendar file (RFC 5545, `.ics`): repeats written out, times as they were on the wall here."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final

from aijri_engine.text import clean
from aijri_engine.week_file.entries import (
    LONGEST_HOURS,
    LONGEST_TITLE,
    MOST_ENTRIES,
    Entry,
    Found,
    WeekFileError,
    counted,
)

MOST_REPEATING: Final = 1_000
"""Repeating entries that are written out [ours]."""

EARLIEST: Final = 1970
"""Year before which no repeat begins [ours]."""

FOLD: Final = re.compile(rb"\n[ \t]")
EVENT: Final = re.compile(rb"^BEGIN:VEVENT\n.*?^END:VEVENT[ \t]*$", re.MULTILINE | re.DOTALL)
ZONE: Final = re.compile(rb"^BEGIN:VTIMEZONE\n.*?^END:VTIMEZONE[ \t]*$", re.MULTILINE | re.DOTALL)
BEGINS: Final = re.compile(rb"^DTSTART[^\n:]*:(\d{8})", re.MULTILINE)
ENDS: Final = re.compile(rb"^DTEND[^\n:]*:(\d{8})", re.MULTILINE)
REPEATS: Final = re.compile(rb"^(?:RRULE|RDATE)[:;]", re.MULTILINE)
ENDED: Final = re.compile(rb"^RRULE[^\n]*UNTIL=(\d{8})", re.MULTILINE)

FEW: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""Frequencies that are written out; what repeats within a day is no appointment."""

KNOWN_PARTS: Final = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
)

LONGEST_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

REASONS: Final = {
    "day": ("an entry for whole days", "entries for whole days", "hours are not said there"),
    "free": (
        "an entry shown as free, cancelled or without length",
        "entries shown as free, cancelled or without length",
        "no working time",
    ),
    "bad": ("an entry", "entries", "what stands there cannot be read"),
    "often": (
        "a repeating entry", "repeating entries", "how they repeat cannot be written out here; add their hours by hand",
    ),
}  # fmt: skip
"""What is left out: one, several, and why."""


class _LeftOutError(Exception):
    """An entry that counts no hours; the argument is its reason."""


def calendar_entries(raw: bytes, since: date, until: date, here: tzinfo | None = None) -> Found:
    """Timed entries of the days from `since` up to, not including, `until`; `here` is the zone, else the machine's.

    Raises WeekFileError where the bytes are no calendar.
    """
    raw = FOLD.sub(b"", raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))
    if not raw.lstrip()[:30].upper().startswith(b"BEGIN:VCALENDAR"):
        raise WeekFileError(
            "is no calendar file. Export the calendar as .ics (iCalendar) and give that file."
        )
    zones = b"\n".join(ZONE.findall(raw)[:50])
    kept = [one for one in EVENT.findall(raw) if _may_matter(one, since, until)]
    reasons = Counter[str]()
    events = list(_parsed(kept[: MOST_ENTRIES * 2], zones, reasons))
    replaced = {
        (str(one.get("UID")), _wall(one["RECURRENCE-ID"].dt, here)) for one in events if _replaces(one)
    }
    entries: list[Entry] = []
    repeating = 0
    for event in events:
        if "RRULE" in event:
            repeating += 1
            if repeating > MOST_REPEATING:
                reasons["often"] += 1
                continue
        try:
            entries += _entries_of(event, since, until, here, replaced)
        except _LeftOutError as left:
            reasons[str(left)] += 1
        except (ValueError, TypeError, OverflowError, KeyError, AttributeError):
            reasons["bad"] += 1
        if len(entries) > MOST_ENTRIES:
            raise WeekFileError(
                f"holds more than {MOST_ENTRIES} entries in these weeks. Export fewer calendars."
            )
    left_out = tuple(counted(number, *REASONS[reason]) for reason, number in reasons.items())
    return Found(tuple(entries), left_out)


def _may_matter(event: bytes, since: date, until: date) -> bool:
    """A look at the plain text, so that years of old entries need not be parsed."""
    begins = BEGINS.search(event)
    if begins is None:
        return True
    first = (since - timedelta(days=40)).strftime("%Y%m%d").encode()
    if begins[1] > until.strftime("%Y%m%d").encode():
        return False
    ended = ENDED.search(event)
    if REPEATS.search(event):
        return ended is None or ended[1] >= first
    ends = ENDS.search(event)
    return begins[1] >= first or (ends is not None and ends[1] >= since.strftime("%Y%m%d").encode())


def _parsed(events: list[bytes], zones: bytes, reasons: Counter[str]) -> Iterator[Any]:
    """Each entry by itself, so that a broken one hides no other."""
    from icalendar import Calendar

    for one in events:
        whole = b"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + zones + b"\n" + one + b"\nEND:VCALENDAR\n"
        try:
            yield Calendar.from_ical(whole).walk("VEVENT")[0]
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            reasons["bad"] += 1


def _replaces(event: Any) -> bool:
    return hasattr(event.get("RECURRENCE-ID"), "dt")


def _wall(moment: date, here: tzinfo | None) -> datetime:
    """A local time without a zone; a day is its midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment if moment.tzinfo is None else moment.astimezone(here).replace(tzinfo=None)


def _entries_of(
    event: Any, since: date, until: date, here: tzinfo | None, replaced: set[tuple[str, datetime]]
) -> Iterator[Entry]:
    start = event["DTSTART"].dt
    if not isinstance(start, datetime):
        raise _LeftOutError("day")
    length = _length(event, start)
    status, shown = str(event.get("STATUS", "")).upper(), str(event.get("TRANSP", "")).upper()
    if status == "CANCELLED" or shown == "TRANSPARENT" or length <= timedelta():
        raise _LeftOutError("free")
    if length > timedelta(hours=LONGEST_HOURS):
        raise _LeftOutError("day")
    title = clean(str(event.get("SUMMARY", "")), LONGEST_TITLE).strip() or "(no title)"
    uid = str(event.get("UID"))
    for one in _starts(event, start, since, until):
        begin = _wall(one, here)
        if not _replaces(event) and (uid, begin) in replaced:
            continue
        if since <= begin.date() < until:
            yield Entry(title, begin.date(), length / timedelta(hours=1), begin, begin + length)


def _length(event: Any, start: datetime) -> timedelta:
    """Hours that went by, also in a night in which the clock is put forward or back."""
    if "DTEND" in event:
        end = event["DTEND"].dt
        if not isinstance(end, datetime):
            end = datetime.combine(end, time(), start.tzinfo)
        known = start.tzinfo is not None and end.tzinfo is not None
        return end.astimezone(UTC) - start.astimezone(UTC) if known else end - start
    return timedelta() + event["DURATION"].dt if "DURATION" in event else timedelta()


def _starts(event: Any, start: datetime, since: date, until: date) -> Iterator[datetime]:
    """When the entry begins: once, or as often as it repeats in these days, without what was taken out."""
    out = {one.replace(tzinfo=None) for one in _moments(event, "EXDATE", start)}
    found = {one.replace(tzinfo=None) for one in _moments(event, "RDATE", start)} | {
        start.replace(tzinfo=None)
    }
    if "RRULE" in event:
        found |= set(_repeats(event, start, since, until))
    for one in sorted(found - out):
        yield one.replace(tzinfo=start.tzinfo)


def _moments(event: Any, name: str, start: datetime) -> Iterator[datetime]:
    given = event.get(name, [])
    for dates in given if isinstance(given, list) else [given]:
        for one in dates.dts:
            if isinstance(one.dt, datetime):
                aware = one.dt.tzinfo is not None and start.tzinfo is not None
                yield one.dt.astimezone(start.tzinfo) if aware else one.dt
            elif isinstance(one.dt, date):
                yield datetime.combine(one.dt, start.time())


def _repeats(event: Any, start: datetime, since: date, until: date) -> list[datetime]:
    """Repeats in these days by the clock of the entry's own zone, which summer time moves along."""
    from dateutil.rrule import rrulestr

    rule = event["RRULE"]
    if isinstance(rule, list) or not _bounded(rule) or start.year < EARLIEST:
        raise _LeftOutError("often")
    parts = {name: values for name, values in rule.items() if name != "UNTIL"}
    text = ";".join(
        f"{name}={','.join(str(one) for one in _listed(values))}" for name, values in parts.items()
    )
    last = datetime.combine(until, time()) + timedelta(days=1)
    if "UNTIL" in rule:
        last = min(last, _last(_listed(rule["UNTIL"])[0], start))
    begin = start.replace(tzinfo=None)
    if "COUNT" not in rule:
        text += f";UNTIL={last:%Y%m%dT%H%M%S}"
    repeats = rrulestr(text, dtstart=begin)
    return list(repeats.between(datetime.combine(since, time()) - timedelta(days=1), last, inc=True))


def _last(until: date, start: datetime) -> datetime:
    if not isinstance(until, datetime):
        return datetime.combine(until, time(23, 59, 59))
    aware = until.tzinfo is not None and start.tzinfo is not None
    return (until.astimezone(start.tzinfo) if aware else until).replace(tzinfo=None)


def _listed(values: Any) -> list[Any]:
    return values if isinstance(values, list) else [values]


def _bounded(rule: Any) -> bool:
    """Whether writing the rule out ends soon: none that repeats within a day, and none that never comes round."""
    name = str(_listed(rule.get("FREQ", [""]))[0]).upper()
    interval = int(_listed(rule.get("INTERVAL", [1]))[0])
    if name not in FEW or interval < 1 or set(rule) - KNOWN_PARTS:
        return False
    picks = {part for part in rule if part.startswith("BY")}
    if name == "DAILY" and ((interval > 1 and picks) or "BYSETPOS" in picks):
        return False
    if any(abs(int(re.sub(r"[A-Za-z]", "", str(one)) or 0)) > 5 for one in _listed(rule.get("BYDAY", []))):
        return False
    days = [abs(int(one)) for one in _listed(rule.get("BYMONTHDAY", [1]))]
    months = [int(one) for one in _listed(rule.get("BYMONTH", list(range(1, 13))))]
    return any(day <= LONGEST_MONTH[month - 1] for day in days for month in months if 1 <= month <= 12)
