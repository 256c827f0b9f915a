"""Hours read from a calendar: repeats, overlaps, zones, whole days, and what is broken beside what is sound."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.week_file.calendar_entries import calendar_entries
from aijri_engine.week_file.entries import WeekFileError

BERLIN = ZoneInfo("Europe/Berlin")
SINCE, UNTIL = date(2026, 11, 2), date(2026, 11, 23)


def event(*lines: str, title: str = "Work", uid: str = "u") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT", ""])


def calendar(*events: str) -> bytes:
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def read(*events: str) -> list[tuple[str, str, float]]:
    found = calendar_entries(calendar(*events), SINCE, UNTIL, BERLIN)
    return [(one.title, f"{one.begin:%m-%d %H:%M}", one.hours) for one in found.entries]


def left_out(*events: str) -> str:
    return " ".join(calendar_entries(calendar(*events), SINCE, UNTIL, BERLIN).left_out)


def test_a_single_entry_by_the_clock_of_this_place() -> None:
    assert read(event("DTSTART:20261103T080000Z", "DTEND:20261103T093000Z")) == [("Work", "11-03 09:00", 1.5)]


def test_a_weekly_repeat_keeps_its_hour_over_the_end_of_summer_time_and_leaves_out_what_was_taken_out() -> (
    None
):
    found = read(event(
        "DTSTART;TZID=Europe/Berlin:20260902T090000", "DURATION:PT45M", "RRULE:FREQ=WEEKLY;BYDAY=WE",
        "EXDATE;TZID=Europe/Berlin:20261111T090000",
    ))  # fmt: skip
    assert found == [("Work", "11-04 09:00", 0.75), ("Work", "11-18 09:00", 0.75)]


@pytest.mark.parametrize(("night", "hours"), [("20261024", 9.0), ("20261025", 8.0), ("20260328", 7.0)])
def test_a_night_has_the_hours_that_went_by_when_the_clock_is_put_back_or_forward(
    night: str, hours: float
) -> None:
    lines = (
        f"DTSTART;TZID=Europe/Berlin:{night}T220000",
        f"DTEND;TZID=Europe/Berlin:{int(night) + 1}T060000",
    )
    found = calendar_entries(calendar(event(*lines)), date(2026, 1, 1), UNTIL, BERLIN)
    assert [one.hours for one in found.entries] == [hours]


def test_a_moved_repeat_stands_where_it_was_moved_to_and_nowhere_else() -> None:
    weekly = event("DTSTART:20261102T090000Z", "DTEND:20261102T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event(
        "RECURRENCE-ID:20261109T090000Z", "DTSTART:20261110T140000Z", "DTEND:20261110T160000Z", title="Moved"
    )
    assert sorted(read(weekly, moved)) == [
        ("Moved", "11-10 15:00", 2.0), ("Work", "11-02 10:00", 1.0), ("Work", "11-16 10:00", 1.0),
    ]  # fmt: skip


def test_a_repeat_that_ended_is_over() -> None:
    ended = event(
        "DTSTART:20260901T090000Z", "DTEND:20260901T100000Z", "RRULE:FREQ=DAILY;UNTIL=20261103T235959Z"
    )
    assert [day for _, day, _ in read(ended)] == ["11-02 10:00", "11-03 10:00"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("DTSTART;VALUE=DATE:20261103",), "whole days"),
        (("DTSTART:20261103T080000Z", "DTEND:20261105T080000Z"), "whole days"),
        (("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", "STATUS:CANCELLED"), "cancelled"),
        (("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", "TRANSP:TRANSPARENT"), "free"),
        (("DTSTART:20261103T080000Z",), "without length"),
        (("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", "RRULE:FREQ=SECONDLY"), "repeat"),
        (("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "repeat"),
        (("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO"), "repeat"),
        (("DTSTART:soon",), "cannot be read"),
    ],
)  # fmt: skip
def test_what_counts_no_hours_is_said_and_hides_nothing_else(lines: tuple[str, ...], said: str) -> None:
    sound = event("DTSTART:20261104T080000Z", "DTEND:20261104T090000Z", title="Sound", uid="s")
    assert [title for title, _, _ in read(event(*lines), sound)] == ["Sound"]
    assert said in left_out(event(*lines), sound)


def test_no_calendar_is_refused() -> None:
    with pytest.raises(WeekFileError, match=r"no calendar file"):
        calendar_entries(b"Name,Hours\n", SINCE, UNTIL)


@given(st.binary(max_size=200), st.text(max_size=60))
def test_anything_ends_in_entries_or_a_sentence(raw: bytes, words: str) -> None:
    hostile = calendar(
        event("DTSTART:20261103T080000Z", "DTEND:20261103T090000Z", f"RRULE:{words}", title=words)
    )
    calendar_entries(hostile[:40] + raw + hostile[40:], SINCE, UNTIL, BERLIN)


def test_an_entry_that_began_long_ago_and_lasts_into_these_weeks_is_told() -> None:
    long = event("DTSTART:20260101T000000", "DTEND:20270101T000000", title="Year")
    assert "an entry for whole days" in left_out(long)
    past = event("DTSTART:20260101T000000", "DTEND:20260301T000000", title="Past")
    assert left_out(past) == ""
