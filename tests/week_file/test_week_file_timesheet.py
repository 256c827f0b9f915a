"""Hours read from time sheets as the usual trackers write them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.week_file.entries import WeekFileError
from aijri_engine.week_file.timesheet_entries import hours_of, timesheet_entries

SINCE, UNTIL = date(2026, 11, 2), date(2026, 11, 23)

SHEETS = {
    "two times": "Description,Start date,Start time,End date,End time\nA,2026-11-03,09:00:00,2026-11-03,10:30:00\n",
    "duration": "Project,Description,Start date,Duration\nP,A,2026-11-03,01:30:00\n",
    "decimal comma": "Datum;Date;Hours;Task\nx;03.11.2026;1,5;A\n",
    "over midnight": "Title\tDate\tFrom\tTo\nA\t2026-11-03\t23:15\t00:45\n",
    "byte order mark": "\ufeffDate,Hours,Description\n2026-11-03,1.5,A\n",
    "day first, as one row shows": "Date,Hours,Description\n03/11/2026,1.5,A\n13/11/2026,0,B\n",
    "month first, as one row shows": "Date,Hours,Description\n11/03/2026,1.5,A\n11/13/2026,0,B\n",
    "day first, as the weeks asked for show": "Date,Hours,Description\n03/11/2026,1.5,A\n",
    "month first, as the weeks asked for show": "Date,Hours,Description\n11/03/2026,1.5,A\n",
    "am and pm": "Date,Start,End,Title\n2026-11-03,11:00 AM,12:30 PM,A\n",
}


@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
def test_an_hour_and_a_half_on_the_third_of_november(text: str) -> None:
    found = timesheet_entries(text.encode(), SINCE, UNTIL).entries
    assert [(one.title, one.day, one.hours) for one in found] == [("A", date(2026, 11, 3), 1.5)]


def test_latin_1_and_a_broken_row_beside_a_sound_one() -> None:
    found = timesheet_entries(
        "Date,Hours,Task\nyesterday,2,B\n2026-11-03,1.5,Gespräch\n".encode("latin-1"), SINCE, UNTIL
    )
    assert [one.title for one in found.entries] == ["Gespräch"]
    assert found.left_out == (
        "Left out: a row; no day, or no hours of a day, can be read there, the first is “yesterday, 2, B”.",
    )


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("1.5", 1.5), ("1,5", 1.5), ("1:30", 1.5), ("1:30:00", 1.5), ("1h 30m", 1.5), ("90 min", 1.5), ("45m", 0.75),
     ("2 hours", 2.0), ("1h30", 1.5), ("8 h 30 min", 8.5), ("8h5", None), ("8h 75", None), ("10,000", None),
     ("7,25", 7.25), ("1.5h", 1.5), ("1,5 hours", 1.5), ("10,000h", None), ("1,500", 1.5),
      ("", None), ("-1", None), ("1e9", None), ("nan", None)],
)  # fmt: skip
def test_half_understood_hours_are_none(typed: str, hours: float | None) -> None:
    assert hours_of(typed) == hours


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"a,b\n1,2\n", b"Date\n2026-11-03\n", b'"never ends,Date\n' * 3]
)
def test_no_time_sheet_is_refused(raw: bytes) -> None:
    with pytest.raises(WeekFileError):
        timesheet_entries(raw, SINCE, UNTIL)


@pytest.mark.parametrize(
    ("header", "missing"),
    [("Hours,Task", "the day."), ("Date,Task", "the hours."), ("Task,From", "the day or the hours.")],
)
def test_only_the_column_that_is_missing_is_named(header: str, missing: str) -> None:
    with pytest.raises(WeekFileError, match=f"^has no column for {missing} Name the columns"):
        timesheet_entries(f"{header}\n1,2\n".encode(), SINCE, UNTIL)


@given(st.binary(max_size=300))
def test_anything_ends_in_entries_or_a_sentence(raw: bytes) -> None:
    for text in (b"Date,Hours,Task\n" + raw, raw):
        with suppress(WeekFileError):
            timesheet_entries(text, SINCE, UNTIL)


def test_a_decimal_comma_that_separates_cells_cuts_no_hours() -> None:
    sheet = "Date,Task,Hours\n2026-11-03,A,6,75\n2026-11-04,B,1.5\n2026-11-05,C,2,\n"
    found = timesheet_entries(sheet.encode(), SINCE, UNTIL)
    assert [(one.title, one.hours) for one in found.entries] == [("B", 1.5), ("C", 2.0)]
    assert "a row; more cells than the first line names columns" in found.left_out[0]
