"""Years told by a date, in parts, with time off taken away, or as the year somebody is in."""

from datetime import date

import pytest

from aijri_engine import Interview
from aijri_engine.content.library import Library
from aijri_engine.conversation import say
from aijri_engine.conversation.state import Conversation
from aijri_engine.interview.understanding import Around, Reading, understand

TODAY = date(2026, 11, 10)
NURSE = Interview.start(Library.open(), "registered-nurse")


def read(typed: str, today: date | None = TODAY) -> Reading:
    asked = NURSE.asked("years")
    assert asked is not None
    return understand(asked, typed, NURSE.form, NURSE.path.split, Around(today=today))


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("since 2014", 12),
        ("I've been at it since Nov. 2014", 12),
        ("since march 2020", 6.5),
        ("hired on 3 november 2016", 10),
        ("since 11/2014", 12),
        ("In 2006 I joined and I'm there ever since", 20),
        ("since 2014 without a break", 12),
        ("started in 2014, never stopped, not for a week", 12),
        ("from 2010 to 2013", 3),
        ("1999-2004 at the docks and again from 2012 until now", 19),
        ("since 2014 with one year off", 11),
        ("since 2014, and was away for two years", 10),
        ("since 2014 except two years on the ships", 10),
        ("since 2014, so 12 years", 12),
        ("5 here and 3 there", 8),
        ("six years before the baby and two after", 8),
        ("two years at one place, one more here", 3),
        ("half a year plus two", 2.5),
        ("ten full time plus 5 part time, altogether 15", 15),
        ("20 minus 3", 17),
        ("twelve years less one", 11),
        ("ten years, two of them on leave", 8),
        ("ten years but I was off sick for one", 9),
        ("nine years if you leave out the two I was ill", 7),
        ("just finished my 12th year", 12),
        ("in three years", 3),
    ],
)
def test_years_that_are_worked_out_are_put_and_never_taken(typed: str, years: float) -> None:
    found = read(typed)
    assert (found.kind, [value for _, value in found.nearest]) == ("confirm", [years])


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("in my seventh year", [6, 6.5, 7]),
        ("this is my 3rd year", [2, 2.5, 3]),
        ("since 2010, that makes 15 years", [16, 15]),
        ("ten plus five, so 14", [15, 14]),
        ("five in a shop, three in an office and two here", [10, 5]),
        ("I am 40 and have done it for 15", [40, 15]),
        ("3 and 4", [3, 4]),
    ],
)
def test_years_that_may_be_several_are_put_to_choose_from(typed: str, nearest: list[float]) -> None:
    found = read(typed)
    assert (found.kind, [value for _, value in found.nearest]) == ("choose", nearest)


@pytest.mark.parametrize(
    "typed",
    ["since 2030", "since december 2026", "since 2026", "since 1950", "not since 2014", "I haven't since 2014",
     "I stopped in 2014", "until 2014", "born in 1990", "2014", "since 2014 with a break", "since 2014, on and off",
     "started in 2014 and left it in 2019", "since 03/11/2014", "since 13/2014", "3 minus 5", "minus 3",
     "3 to 4 years here and then 2 there", "this is my third year as head, before that two years as a nurse"],
)  # fmt: skip
def test_a_time_that_cannot_be_worked_out_is_asked_and_nothing_is_offered(typed: str) -> None:
    assert (read(typed).kind, read(typed).nearest) == ("ask", ())


def test_without_a_day_no_year_is_worked_out() -> None:
    assert (read("since 2014", None).kind, read("since 2014", None).nearest) == ("ask", ())
    assert "looks like a date" in read("since 2014 with two years off", None).question


@pytest.mark.parametrize(
    ("typed", "years"),
    [("No, not seven, nine years I said. 2019 was only the exam", 9),
     ("nineteen years in August, although I started as a supply teacher in 2005", 19)],
)  # fmt: skip
def test_years_told_before_a_date_are_put(typed: str, years: float) -> None:
    assert [value for _, value in read(typed).nearest] == [years]


def test_the_day_of_the_sitting_is_that_of_the_conversation() -> None:
    talk = Conversation(NURSE, today=TODAY).go_to("years")
    put = say(talk, "since 2014, with two years off for the kids").talk
    assert put.trouble is not None
    assert "That sounds like 10 years" in put.trouble.text
    step = say(put, "yes").talk.interview.path.step("years")
    assert step is not None
    assert step.value == 10


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        *((typed, "sounds like an age") for typed in (
            "I am 45 years old", "aged 45", "I'm 45", "I was 25 when I started", "at the age of 45", "45 years of age",
            "at 45", "I started at 25",
            "the company is 20 years old")),
        *((typed, "somebody else's years") for typed in (
            "my husband has 10 years", "my boss has done it for 10 years", "my team has 5 years", "my wife 10 years",
            "he has done it for 30 years")),
        *((typed, "not years") for typed in ("half my career", "a third of my life")),
        *((typed, "how long ago") for typed in (
            "I stopped 5 years ago", "graduated 10 years ago", "left 3 years ago", "finished school 12 years ago")),
    ],
)  # fmt: skip
def test_years_of_something_else_are_said_to_be_that_and_not_offered(typed: str, told: str) -> None:
    found = read(typed)
    assert (found.kind, found.nearest) == ("ask", ())
    assert told in found.question


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("5 years less 6 months off", [4.5]),
        ("5 years minus 6 months off", [4.5]),
        ("5 years except 6 months leave", [4.5]),
        ("5 years, less 6 months", [4.5]),
        ("two years at A, 3 years at B", [5, 2]),
        ("5 years here, 3 there", [8, 5]),
        ("my husband has 10 years, I have 5", [5]),
        ("I've had 10 years, my boss 15", [10]),
        ("I started 5 years ago", [5]),
        ("my boss hired me 10 years ago", [10]),
        ("team lead for 3 years", [3]),
    ],
)
def test_stretches_time_off_and_ones_own_years_are_worked_out_and_put(
    typed: str, nearest: list[float]
) -> None:
    found = read(typed)
    assert found.kind == ("confirm" if len(nearest) == 1 else "choose")
    assert [value for _, value in found.nearest] == nearest


@pytest.mark.parametrize(
    ("typed", "years"), [("5 years and 6 months", 5.5), ("5 years 6 months", 5.5), ("I'm 5 years in", 5)]
)
def test_years_of_the_work_are_taken(typed: str, years: float) -> None:
    assert (read(typed).kind, read(typed).value) == ("value", years)


@pytest.mark.parametrize(
    "typed",
    [
        "'09",
        "'19",
        "’19",
        "5 a week",
        "5 per week",
        "about 5 a week",
        "5 a shift",
        "5 of us",
        "5 of my team",
        "5 weekly",
    ],
)
def test_a_date_and_a_count_of_something_else_are_no_years(typed: str) -> None:
    found = read(typed)
    assert (found.kind, found.nearest) == ("ask", ())


@pytest.mark.parametrize(
    ("typed", "years"),
    [("two summers", 2), ("3 winters", 3), ("two seasons", 2), ("since '14", 12), ("since '98", 28)],
)
def test_seasons_and_years_of_two_figures_are_put_and_never_taken(typed: str, years: float) -> None:
    found = read(typed)
    assert (found.kind, [value for _, value in found.nearest]) == ("confirm", [years])


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("Twenty-two years in the trade, ten of them here; put twenty-two.", 22),
        ("22 in the trade, 10 here, call it 22", 22),
        ("three years, say four", 4),
        ("10 here, 22 in all", 22),
        ("in total 15 years, 6 of them here", 15),
        ("5 here and 3 there, 8 altogether", 8),
        ("15 in total minus 3 off", 12),
    ],
)
def test_what_is_said_to_be_put_or_to_be_all_of_it_leads_its_parts(typed: str, years: float) -> None:
    found = read(typed)
    assert (found.kind, [value for _, value in found.nearest]) == ("confirm", [years])


@pytest.mark.parametrize(
    ("typed", "years"), [("10, then 5 off, then 3", 13), ("10 years, then 2 years off", 10)]
)
def test_a_time_off_that_follows_is_no_part_of_what_stands_before(typed: str, years: float) -> None:
    assert [value for _, value in read(typed).nearest] == [years]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("less than a year", [0, 0.5]),
        ("not even a year", [0, 0.5]),
        ("hardly a year", [0.5, 1]),
        ("barely six months", [0.25, 0.5]),
    ],
)
def test_a_year_that_is_not_reached_is_not_put_as_a_year(typed: str, near: list[float]) -> None:
    found = read(typed)
    assert (found.kind, [value for _, value in found.nearest]) == ("choose", near)


def test_a_score_is_twenty_behind_its_count() -> None:
    assert (read("two score").value, read("score").command is not None) == (40, True)
