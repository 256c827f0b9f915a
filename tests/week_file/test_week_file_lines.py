"""From entries to a split: normal weeks, shared time, proposals, and what a person types."""

from datetime import date, datetime
from pathlib import Path

import pytest

from aijri_engine.content.meanings import FROM_CALENDAR, SPLIT
from aijri_engine.conversation import Conversation
from aijri_engine.interview.accept import accept
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Split
from aijri_engine.week_file import NOT_WORK, OWN, WeekFileError, WeekLines, open_week, typed_change
from aijri_engine.week_file.entries import Entry, Found
from aijri_engine.week_file.lines import Line, week_lines

TODAY = date(2026, 11, 28)
MONDAYS = (date(2026, 11, 9), date(2026, 11, 16))


def on(day: date, title: str, begin: int, end: int) -> Entry:
    start, stop = (datetime(day.year, day.month, day.day, hour) for hour in (begin, end))
    return Entry(title, day, float(end - begin), start, stop)


def weeks(*entries: tuple[str, int, int], mondays: tuple[date, ...] = MONDAYS) -> Found:
    """The same entries on three days of each week."""
    return Found(tuple(
        on(monday.replace(day=monday.day + number), title, begin, end)
        for monday in mondays for number in range(3) for title, begin, end in entries
    ))  # fmt: skip


def lines(form: Form, asked: Asked, *entries: tuple[str, int, int]) -> WeekLines:
    return week_lines(weeks(*entries), form, asked, TODAY)


def test_hours_of_one_week_by_title_with_the_row_it_names(form: Form, asked: Asked) -> None:
    found = lines(form, asked, ("Training runs", 9, 13), ("Lunch", 13, 14))
    assert [(one.title, one.hours, one.goes) for one in found.lines] == [
        ("Training runs", 12.0, "train"),
        ("Lunch", 3.0, ""),
    ]
    assert found.weeks == MONDAYS


@pytest.mark.parametrize("begin", [60, 100])
def test_titles_that_begin_alike_are_two_lines_and_two_rows(form: Form, asked: Asked, begin: int) -> None:
    titles = ["x" * begin + end for end in (" north", " south")]
    found = lines(form, asked, (titles[0], 9, 13), (titles[1], 13, 14))
    assert [one.title for one in found.lines] == titles
    week = typed_change(found, "1, 2 other", form, asked)
    assert isinstance(week, WeekLines)
    split = accept(asked, week.value(), form, None)
    assert isinstance(split, Split)
    assert [(row.name[-6:], row.amount) for row in split.own] == [(" north", 12.0), (" south", 3.0)]


def test_time_in_two_entries_at_once_is_shared(form: Form, asked: Asked) -> None:
    found = lines(form, asked, ("Training", 9, 13), ("Debugging", 11, 13))
    assert {one.title: one.hours for one in found.lines} == {"Training": 9.0, "Debugging": 3.0}


def test_this_week_and_weeks_with_little_in_them_are_not_normal(form: Form, asked: Asked) -> None:
    entries = weeks(("Training", 9, 13), mondays=(date(2026, 10, 26), date(2026, 11, 23))).entries
    entries += (on(date(2026, 11, 9), "Training", 9, 13), on(date(2026, 11, 10), "Training", 9, 13))
    found = week_lines(Found(entries), form, asked, TODAY)
    assert found.weeks == (date(2026, 10, 26),)
    assert "the last normal week in it" in found.told()


def test_on_sunday_the_week_that_was_worked_counts(form: Form, asked: Asked) -> None:
    entries = weeks(("Training", 9, 13), mondays=(date(2026, 11, 16), date(2026, 11, 23))).entries
    found = week_lines(Found(entries), form, asked, date(2026, 11, 29))
    assert found.weeks == (date(2026, 11, 16), date(2026, 11, 23))


def test_no_normal_week_is_said(form: Form, asked: Asked) -> None:
    with pytest.raises(WeekFileError, match="no week with entries"):
        week_lines(Found((on(date(2026, 11, 9), "Training", 9, 13),)), form, asked, TODAY)


@pytest.mark.parametrize(
    ("typed", "goes"),
    [
        ("1 training", ["train", "", ""]),
        ("1, 2 and 3 debugging", ["debug", "debug", "debug"]),
        ("2 no", ["", NOT_WORK, ""]),
        ("3 other", ["", "", f"{OWN}Gamma"]),
        ("3 other: teaching juniors", ["", "", f"{OWN}teaching juniors"]),
        ("rest no", [NOT_WORK, NOT_WORK, NOT_WORK]),
    ],
)
def test_what_is_typed_puts_lines_in_rows(typed: str, goes: list[str], form: Form, asked: Asked) -> None:
    found = lines(form, asked, ("Alpha", 8, 11), ("Beta", 11, 13), ("Gamma", 13, 14))
    after = typed_change(found, typed, form, asked)
    assert isinstance(after, WeekLines)
    assert [one.goes for one in after.lines] == goes


def test_hours_that_stand_in_no_entry_are_a_line_more(form: Form, asked: Asked) -> None:
    after = typed_change(lines(form, asked, ("Training", 9, 13)), "6.5 hours debugging", form, asked)
    assert isinstance(after, WeekLines)
    assert after.value() == {"rows": {"train": 12.0, "debug": 6.5}, "unit": "hours"}


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("1h30", 1.5), ("8 h 30 min", 8.5), ("90 min", 1.5), ("1 1/2 hours", 1.5), ("and 2 hours of", 2), ("0,5h", 0.5),
     ("2 hours a day", 10)],
)  # fmt: skip
def test_hours_are_hours_in_every_form(typed: str, hours: float, form: Form, asked: Asked) -> None:
    after = typed_change(lines(form, asked, ("Training", 9, 13)), f"{typed} debugging", form, asked)
    assert isinstance(after, WeekLines)
    assert after.value()["rows"] == {"train": 12.0, "debug": hours}


@pytest.mark.parametrize(
    "typed", ["1 day", "2 patients", "2%", "half", "1 week", "1h75", "2x3h", "5o", "3-4 hours"]
)
def test_another_unit_is_refused_by_name_and_no_number_of_a_line(
    typed: str, form: Form, asked: Asked
) -> None:
    found = lines(form, asked, ("Alpha", 8, 11), ("Beta", 11, 13))
    after = typed_change(found, f"{typed} debugging", form, asked)
    assert isinstance(after, str)
    assert typed in after
    assert "no row" not in after


def test_more_hours_than_there_are_are_refused_at_once(form: Form, asked: Asked) -> None:
    after = typed_change(lines(form, asked, ("Training", 9, 13)), "200 hours debugging", form, asked)
    assert after == "212 hours are more than a week has; the hours here are of one."


def test_hours_shown_add_up() -> None:
    found = WeekLines(
        (Line("a", 15.75, "train"), Line("b", 8.5, "debug"), *[Line("c", 0.125, "infra")] * 40), ()
    )
    assert sum(found.shown) == pytest.approx(found.hours) == pytest.approx(29.2, abs=0.06)


@pytest.mark.parametrize(
    "typed", ["9 training", "1 gardening", "hm", "0 training", "6 hours nothing known", "\x1b]0;x"]
)
def test_what_is_not_understood_changes_nothing_and_says_what_would_be(
    typed: str, form: Form, asked: Asked
) -> None:
    after = typed_change(lines(form, asked, ("Alpha", 8, 11), ("Beta", 11, 13)), typed, form, asked)
    assert isinstance(after, str)
    assert "\x1b" not in after


def test_the_answer_rests_on_a_calendar_and_holds_no_title(interview: Interview, asked: Asked) -> None:
    step = interview.path.step(SPLIT)
    assert step is not None
    found = lines(interview.form, asked, ("Training runs", 9, 13), ("Lunch with Bob", 13, 14)).put(
        1, NOT_WORK
    )
    talk = Conversation(interview).answer_from_file(step, found.value())
    assert talk.interview.values()["split_basis"] == FROM_CALENDAR
    assert "Bob" not in repr(talk.interview.events)


def test_a_file_that_is_not_there_is_named(form: Form, asked: Asked, tmp_path: Path) -> None:
    for path in (tmp_path / "none.ics", tmp_path, Path("/dev/null")):
        with pytest.raises(WeekFileError, match=r"cannot be read|is no calendar|is empty"):
            open_week(path, form, asked, TODAY)


@pytest.mark.parametrize(
    "typed", ["1 was training last year", "1 maybe training", "1 training?", "1 not training", "1 they say training"]
)  # fmt: skip
def test_a_line_goes_nowhere_by_a_doubt_a_denial_or_another_time(
    typed: str, form: Form, asked: Asked
) -> None:
    after = typed_change(lines(form, asked, ("Alpha", 8, 11), ("Beta", 11, 13)), typed, form, asked)
    assert isinstance(after, str), typed
