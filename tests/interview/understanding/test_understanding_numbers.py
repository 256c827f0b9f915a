"""Amounts in words and digits."""

import pytest

from aijri_engine import Interview
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.quantities import read_quantity
from aijri_engine.interview.understanding.words.tokens import tokens_of


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("6", 6, "bare"),
        ("1,000", 1000, "bare"),
        ("2,5", 2.5, "bare"),
        (".5", 0.5, "bare"),
        ("twenty-one", 21, "bare"),
        ("a hundred and five", 105, "bare"),
        ("six and a half", 6.5, "bare"),
        ("6½", 6.5, "bare"),
        ("two point five", 2.5, "bare"),
        ("a couple of", 2, "bare"),
        ("half a dozen", 6, "bare"),
        ("half", 50, "fraction"),
        ("a third", 100 / 3, "fraction"),
        ("two-fifths", 40, "fraction"),
        ("three quarters", 75, "fraction"),
        ("one in five", 20, "fraction"),
        ("3 out of 10", 30, "fraction"),
        ("1/5", 20, "fraction"),
        ("¾", 75, "fraction"),
        ("30 %", 30, "percent"),
        ("thirty per cent", 30, "percent"),
        ("10h", 10, "hours"),
        ("90 minutes", 1.5, "hours"),
        ("two hours a day", 10, "hours"),
        ("3 days a week", 3, "days"),
        ("half a day", 0.5, "days"),
        ("two and a half days", 2.5, "days"),
        ("18 months", 1.5, "years"),
        ("a year and a half", 1.5, "years"),
        ("a decade", 10, "years"),
    ],
)
def test_amount(typed: str, value: float, unit: str) -> None:
    tokens = tokens_of(typed)
    found = read_amount(tokens, 0)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.unit == unit
    assert found.end == len(tokens)
    assert found.upper is None


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [("3-4", 3, 4), ("3 to 4 years", 3, 4), ("20–30 %", 20, 30), ("between 5 and 6", 5, 6)],
)
def test_range_keeps_both_ends(typed: str, low: float, high: float) -> None:
    found = read_amount(tokens_of(typed), 0)
    assert found is not None
    assert (found.value, found.upper) == (low, high)


@pytest.mark.parametrize("typed", ["over ten", "10+", "at least 3", "less than 2 years", "5 or more"])
def test_limit_is_known_as_such(typed: str) -> None:
    found = read_amount(tokens_of(typed), 0)
    assert found is not None
    assert found.bound


@pytest.mark.parametrize(
    "typed", ["", "second", "first", "1.2.3", "٣", "12345678901234567890", "design", "a", "/", "1,00,0"]
)
def test_no_amount(typed: str) -> None:
    assert read_amount(tokens_of(typed), 0) is None


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("3-4", (3.0, 3.5, 4.0)),
        ("10+", (10.0,)),
        ("maybe 5", (5.0,)),
        ("I have 3 cats", ()),
        ("10 clients", ()),
        ("5 kids, 3 years", ()),
        ("I am 40", (40,)),
        ("sevn", (7.0,)),
    ],
)
def test_doubtful_number_is_offered_not_taken(typed: str, nearest: tuple[float, ...]) -> None:
    found = read_quantity(tokens_of(typed), "years", frozenset({"years"}))
    assert found.value is None
    assert found.nearest == nearest


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("design 8h30, training 20h, research 11h30", (8.5, 20, 11.5)),
        ("design 8:30, training 20:00, research 11:30", (8.5, 20, 11.5)),
        ("design 8 h 30 min, training 20 h, research 11 h 30 min", (8.5, 20, 11.5)),
        ("design 8h 5m, training 20 h 10 min, research 12", (8 + 5 / 60, 20 + 1 / 6, 12)),
        ("of 30 hours 15 design, 6 training, 9 research", (15, 6, 9)),
        ("design 8 hours 30, training 20h, research 11h30", (8.5, 20, 11.5)),
    ],
)
@pytest.mark.case("public 7")
def test_hours_and_minutes_of_a_sentence_are_read_whole(
    typed: str, rows: tuple[float, ...], interview: Interview
) -> None:
    """Public reports, row 7."""
    step = interview.path.step("split")
    assert step is not None
    found = understand(step.asked, typed, interview.form, interview.path.split)
    assert found.kind == "value"
    assert list(found.value["rows"].values()) == pytest.approx(rows, abs=1e-3)
    assert found.value["unit"] == "hours"


@pytest.mark.parametrize("typed", ["30 hours 15 design, 10 hours 15 training", "8h 30 design, rest training"])
def test_a_bare_figure_after_hours_is_no_minutes(typed: str, interview: Interview) -> None:
    step = interview.path.step("split")
    assert step is not None
    assert understand(step.asked, typed, interview.form, interview.path.split).kind == "ask"


@pytest.mark.parametrize(
    "half", ["20h75", "0x1e", "20h7", "1e3", "8..5", "8'30", "6.5.2", "6y6", "1.000", "5o", "3o", "2x12h"]
)
def test_what_is_half_a_figure_is_neither_taken_nor_offered(half: str, interview: Interview) -> None:
    for key in ("split", "years"):
        asked = interview.asked(key)
        assert asked is not None
        found = understand(
            asked, f"design {half}" if key == "split" else half, interview.form, interview.path.split
        )
        assert (found.kind, found.nearest) == ("ask", ())
        assert f"“{half}” is only half a figure" in found.question


def test_some_of_so_many_years_is_no_part_of_one(interview: Interview) -> None:
    asked = Interview.start(interview.library, "registered-nurse").asked("years")
    assert asked is not None
    found = understand(asked, "5 of 20 years", interview.form, interview.path.split)
    assert [value for _, value in found.nearest] == [5, 20]


@pytest.mark.parametrize(
    "typed", ["3 patients", "I have 3 cats", "since 2015", "-3", "a few", "10 nights", "75 years lol"]
)
def test_what_is_no_number_of_years_is_said_once_and_nothing_is_offered(
    typed: str, interview: Interview
) -> None:
    asked = Interview.start(interview.library, "registered-nurse").asked("years")
    assert asked is not None
    found = understand(asked, typed, interview.form, interview.path.split)
    assert (found.kind, found.nearest) == ("ask", ())
    sentences = found.question.split("? ")
    assert len(set(sentences)) == len(sentences)
