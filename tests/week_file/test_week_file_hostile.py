"""Files as they come: what is no calendar is refused with its reason, what is one gives the hours that were worked."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from aijri_engine.interview.form import Asked, Form
from aijri_engine.week_file import LARGEST, WeekFileError, open_week

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 28)
DAILY = "RRULE:FREQ=DAILY;UNTIL=20261113T235900Z"
"""From Monday the ninth of November to the Friday."""


def calendar(*lines: str) -> bytes:
    told = ("BEGIN:VEVENT", "UID:u", "SUMMARY:Training runs", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *told, "END:VCALENDAR", "")).encode()


def whole_days(*more: str) -> bytes:
    return calendar("DTSTART;VALUE=DATE:20261109", DAILY, *more)


def by_hours(*more: str, zone: str = "Europe/Berlin") -> bytes:
    return calendar(f"DTSTART;TZID={zone}:20261109T090000", f"DTEND;TZID={zone}:20261109T110000", *more)


REFUSED = {
    "a photograph": ("week.ics", b"\xff\xd8\xff\xe0\x00\x10JFIF" * 99, "is no calendar file. Export"),
    "a photograph as a sheet": ("week.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF" * 99, "Name the columns"),
    "nothing": ("week.ics", b"", "is no calendar file. Export"),
    "an empty sheet": ("week.csv", b"", "is empty. Export"),
    "fifty megabytes": ("week.ics", b"A" * (LARGEST + 1), "larger than 20 MiB"),
    "every second, without end": ("week.ics", by_hours("RRULE:FREQ=SECONDLY"), "add their hours by hand"),
    "whole days alone": ("week.ics", whole_days(), "hours are not said there"),
    "cancelled": ("week.ics", by_hours(DAILY, "STATUS:CANCELLED"), "free, cancelled or without length"),
    "a calendar cut short": ("week.ics", by_hours(DAILY)[:90], "no week with entries"),
}


@pytest.mark.parametrize(("name", "raw", "told"), REFUSED.values(), ids=REFUSED)
def test_what_gives_no_hours_is_refused_with_its_reason(
    name: str, raw: bytes, told: str, form: Form, asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(WeekFileError) as refused:
        open_week(tmp_path / name, form, asked, TODAY, BERLIN)
    assert told in str(refused.value)
    assert name in str(refused.value)


SHEET = "Date;Hours;Task\n" + "".join(f"{day:02}.11.2026;2,0;Training runs\n" for day in range(9, 14))
READ = {
    "five days": ("week.ics", by_hours(DAILY), 10.0),
    "two of them taken out": (
        "week.ics",
        by_hours(DAILY, "EXDATE;TZID=Europe/Berlin:20261110T090000,20261111T090000"),
        6.0,
    ),
    "a zone nobody knows": ("week.ics", by_hours(DAILY, zone="Mars/Olympus"), 10.0),
    "an unknown property": ("week.ics", by_hours(DAILY, "X-MOON:full"), 10.0),
    "a byte order mark and semicolons": ("week.csv", ("\ufeff" + SHEET).encode(), 10.0),
    "another code and semicolons": (
        "week.csv",
        SHEET.replace("Task", "T\u00e4tigkeit").encode("latin-1"),
        10.0,
    ),
    "a calendar named as a sheet": ("week.csv", by_hours(DAILY), 10.0),
}


@pytest.mark.parametrize(("name", "raw", "hours"), READ.values(), ids=READ)
def test_hours_are_those_that_were_worked(
    name: str, raw: bytes, hours: float, form: Form, asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(raw)
    found = open_week(tmp_path / name, form, asked, TODAY, BERLIN)
    assert sum(one.hours for one in found.lines) == hours
