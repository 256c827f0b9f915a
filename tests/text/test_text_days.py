"""Days and times in the words people use."""

from datetime import date

import pytest

from aijri_engine.text.days import read_day, read_day_and_time

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("words", "day", "time"),
    [
        ("next friday at 10:30", date(2026, 12, 4), "10:30"),
        ("2027-01-31 9:05", date(2027, 1, 31), "09:05"),
        ("in two weeks at 3pm", date(2026, 12, 12), "15:00"),
        ("tomorrow at 9", date(2026, 11, 29), "09:00"),
        ("24 December at noon", date(2026, 12, 24), "12:00"),
        ("2026-12-01T10:00", date(2026, 12, 1), "10:00"),
        ("1.12.2026", date(2026, 12, 1), ""),
        ("30 June", date(2027, 6, 30), ""),
        ("friday at 25:00", None, ""),
        ("half past", None, ""),
        ("end of january", date(2027, 1, 31), ""),
        ("by the end of november", date(2026, 11, 30), ""),
        ("end of february 2028", date(2028, 2, 29), ""),
        ("the end of the month", date(2026, 11, 30), ""),
        ("end of next month", date(2026, 12, 31), ""),
        ("end of the year at 9:00", date(2026, 12, 31), "09:00"),
        ("end of next week", date(2026, 12, 4), ""),
        ("end of the world", None, ""),
        ("friday in two weeks", date(2026, 12, 11), ""),
        ("in 3 weeks on Tuesday at 10:00", date(2026, 12, 15), "10:00"),
        ("in a fortnight", date(2026, 12, 12), ""),
        ("", None, ""),
    ],
)
def test_a_day_may_carry_its_time(words: str, day: date | None, time: str) -> None:
    assert read_day_and_time(words, TODAY) == (day, time)


@pytest.mark.parametrize("words", ["next friday 30", "wednesday 30", "friday 29h", "friday 14h"])
def test_a_weekday_that_is_not_that_day_is_no_day(words: str) -> None:
    assert read_day(words, date(2026, 11, 28)) is None


@pytest.mark.parametrize(
    "words",
    ["2026-12-01 10:00+05:00", "2026-12-01 10:00Z", "tomorrow 25:00", "tomorrow at 24:00", "tomorrow at 13pm",
     "tomorrow at 0:30 pm", "noon tomorrow", "saturday morning", "tonight", "next next friday", "11/12/2026", "1/2",
     "11-12-2026", "1 december 14h", "in 2 weeks 14h", "2026-12-01 14h", "in 2 weeks at 14h", "in 3 days 8h",
     "tomorrow 9:60", "in 2 hours", "tomorrow at 10:00 CET", "tomorrow at 10-11"],
)  # fmt: skip
def test_no_time_is_dropped_and_no_figure_of_one_taken_for_a_day(words: str) -> None:
    assert read_day_and_time(words, TODAY)[0] is None
    assert read_day(words, TODAY) is None


@pytest.mark.parametrize(
    "words",
    ["in 2-3 months", "2-3 weeks", "in 2 – 3 weeks", "in 1-2 days", "in 3 weeks ago", "in 5 weeks 3 months",
     "in -3 days",
     "in 12 months 5 years",
     "in 1,5 years", "in 6 to 12 months", "in 2 or 3 weeks", "in 3 months 3 months", "in +3 days",
     "2½ months", "3¼ months", "6 months 3", "1 year 200", "in two weeks 3", "tomorrow 5 years", "01.02.03",
     "10 jan 10",
     "2 weeks after", "in 2 weeks before", "6 months sharp", "friday 4 december or so", "the 32nd",
     "3 weeks after the holidays", "a few weeks", "9999 weeks", "end of next january", "1 january 27"],
)  # fmt: skip
def test_no_part_of_a_length_of_time_is_taken_for_the_whole(words: str) -> None:
    assert read_day(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("in 1 year 6 months", date(2028, 5, 28)),
        ("in a week", date(2026, 12, 5)),
        ("3 days ago", date(2026, 11, 25)),
        ("in 10 days", date(2026, 12, 8)),
        ("in a year", date(2027, 11, 28)),
        ("½ year", date(2027, 5, 28)),
        ("half a year", date(2027, 5, 28)),
        ("1½ years", date(2028, 5, 28)),
        ("1 ½ years", date(2028, 5, 28)),
        ("two and a half years", date(2029, 5, 28)),
        ("in a year and a half", date(2028, 5, 28)),
        ("2 weeks after 2027-02-01", date(2027, 2, 15)),
        ("12 months after 1 february 2027", date(2028, 2, 1)),
        ("3 months before 2028-01-01", date(2027, 10, 1)),
        ("2 days after tomorrow", date(2026, 12, 1)),
        ("tomorrow week", date(2026, 12, 6)),
        ("friday week", date(2026, 12, 11)),
        ("two weeks today", date(2026, 12, 12)),
        ("2 weeks from today", date(2026, 12, 12)),
        ("twenty-four months", date(2028, 11, 28)),
        ("3 months from 30 november", date(2027, 2, 28)),
        ("the 15th", date(2026, 12, 15)),
        ("next month", date(2026, 12, 28)),
    ],
)
def test_lengths_that_say_one_thing_are_read(words: str, day: date) -> None:
    assert read_day(words, TODAY) == day


def test_a_day_without_a_time_is_the_same_day() -> None:
    assert read_day_and_time("in 6 weeks", TODAY) == (read_day("in 6 weeks", TODAY), "")
