"""Rows of work in a person's own words are read with the part of the week each takes, and nothing is made up."""

import pytest

from aijri_engine.interview.understanding.week.own_rows import read_own_rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("30% feeding the owls, 20 paperwork", [("feeding the owls", 30), ("paperwork", 20)]),
        ("feeding the owls 30%, cages: 20 and paperwork 20",
         [("feeding the owls", 30), ("cages", 20), ("paperwork", 20)]),
        ("half feeding, washing and weighing owls, a quarter guiding",
         [("feeding, washing and weighing owls", 50), ("guiding", 25)]),
        ("I spend 40% of my time feeding owls and 30% cleaning", [("feeding owls", 40), ("cleaning", 30)]),
        ("thirty percent feeding", [("feeding", 30)]),
        ("40 % 猫の世話; 60 % NHS forms", [("猫の世話", 40), ("NHS forms", 60)]),
        ("feeding owls, paperwork", [("feeding owls", None), ("paperwork", None)]),
        ("feeding 20, guiding three times that, cages 10",
         [("feeding", 20), ("guiding three times that", None), ("cages", 10)]),
        ("feeding, guiding, cages and mail, 25 each",
         [("feeding", 25), ("guiding", 25), ("cages", 25), ("mail", 25)]),
        ("feeding is 30, not 40", [("feeding", 30)]),
        ("feeding 40, not 50, guiding 20", [("feeding", 40), ("guiding", 20)]),
        ("feeding 40, rather 50", [("feeding", 40), ("rather 50", None)]),
        ("feeding 40, actually 50", [("feeding", 40), ("actually 50", None)]),
        ("", []), ("🦉", []), (",;, ;", []),
    ],
)  # fmt: skip
def test_rows_are_read_in_percent(typed: str, rows: list[tuple[str, float | None]]) -> None:
    assert [(row.name, row.amount) for row in read_own_rows(typed)] == rows


def test_hours_and_days_are_hours() -> None:
    found = read_own_rows("Feeding: 12 hours\nguiding: 10h\nforms - 2 days")
    assert [(row.name, row.amount, row.unit) for row in found] == [
        ("Feeding", 12, "hours"), ("guiding", 10, "hours"), ("forms", 16, "hours"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "1% " * 3000, "‮30% \x1b[31mowls", "30% '; DROP TABLE sessions;--"]
)
def test_hostile_text_is_read_in_bounds_and_stays_inert(typed: str) -> None:
    for row in read_own_rows(typed):
        assert len(row.name) <= 60
        assert row.name.isprintable()


HALF_UNDERSTOOD = [
    "feeding at most 40", "feeding 40 at most", "feeding over 40", "feeding max 40", "feeding 15 a day",
    "feeding 20 daily",
    "feeding 8h30m15s", "feeding 1h1h", "feeding 20%30%", "feeding 1e2", "2x5 feeding", "feeding 10 000",
    "feeding 1.000", "feeding 25 people", "feeding 5 shifts", "feeding 8h 3x a week", "feeding 25 minus 5",
    "feeding a third and a half", "feeding 7 to 9 am", "feeding 100%+", "3D printing 25", "24h standby 20",
    "feeding 20 watching 30 overall 40 h", "feeding 20 watching 30", "feeding 20 watching 30 in total 50",
    "feeding 24/7", "feeding 1/0", "feeding 0x1e", "feeding thirty-ish", "room 101", "feeding 99.999",
    "feeding 8 h 75 min", "feeding 3O", "feeding 30p", "feeding 1e", "feeding 5 h twice", "feeding 30 % +/- 5",
    "feeding 0.3", "feeding 08:00-16:30", "feeding 8:00 to 16:30", "feeding 4/5 days", "feeding 3/5 of days",
    "feeding 20 percentage points", "feeding 20°", "feeding 25 h a day", "feeding 50+", "25 patients in feeding",
    "8 patients feeding",
    "feeding 40h in two weeks", "40h in 2 weeks feeding", "40h / two weeks feeding", "feeding 20h every two weeks",
    "feeding 20h in a month", "feeding 20 h per fortnight", "not 40", "rather 40", "better 40", "25 each",
    "feeding three times that", "feeding one and a half times that", "feeding twice that",
    "20 patients", "3 nurses", "10 km", "driving 10 km", "20 km a day driving", "5 kg",
    "2x12h feeding", "at least 50 feeding", "20-30% checking alarms", "feeding 50-60",
]  # fmt: skip


@pytest.mark.parametrize("line", HALF_UNDERSTOOD)
def test_a_half_understood_figure_is_no_amount(line: str) -> None:
    assert [row.amount for row in read_own_rows(line)] == [None]


@pytest.mark.parametrize(
    ("line", "name", "amount"),
    [
        ("level 3 support 20%", "level 3 support", 20),
        ("room 101 cleaning 5", "room 101 cleaning", 5),
        ("5% work 3", "work 3", 5),
        ("feeding 8h30", "feeding", 8.5),
        ("feeding 8 h 30 min", "feeding", 8.5),
        ("8 hours and 30 minutes feeding", "feeding", 8.5),
        ("feeding 1/3", "feeding", pytest.approx(100 / 3, abs=0.01)),
        ("feeding 30 percent of my week", "feeding", 30),
        ("I-beam welding 25", "I-beam welding", 25),
        ("(paid) calls 20", "(paid) calls", 20),
        ("calls (unpaid) 25", "calls (unpaid)", 25),
        ("IT support 20", "IT support", 20),
    ],
)
def test_a_figure_in_a_name_is_not_its_share(line: str, name: str, amount: float) -> None:
    assert [(row.name, row.amount) for row in read_own_rows(line)] == [(name, amount)]


@pytest.mark.parametrize(
    "line",
    [
        "feeding 20, watching 30, total 50",
        "feeding 20, watching 30, in all 50",
        "grand total: 50, feeding 20, watching 30",
        "my roster is 36 hours: feeding 18, watching 18",
        "contract says 40 hours, feeding 20 h, watching 20 h",
        "Σ 40 h, feeding 20 h, watching 20 h",
        "I work 36 hours: feeding 18, watching 18",
    ],
)
def test_a_total_is_no_row(line: str) -> None:
    rows = read_own_rows(line)
    assert [row.name for row in rows] == ["feeding", "watching"]
    assert {row.unit for row in rows} == {"hours" if "h" in line.split("feeding")[0] else "percent"}


def test_a_total_that_is_none_is_asked_about() -> None:
    rows = read_own_rows("80% position, feeding 50, watching 50")
    assert [(row.name, row.amount) for row in rows][-1] == ("80% position", None)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("rest 5h", ("rest", 5, "hours", False)),
        ("the rest 20 %", ("rest", 20, "percent", False)),
        ("rest guiding", ("guiding", None, "percent", True)),
        ("rest guiding 10h", ("guiding", 10, "hours", False)),
        ("rest of 40 h guiding", ("guiding", 40, "hours", True)),
        ("guiding the rest of the 40 h week", ("guiding", 40, "hours", True)),
        ("rest of my week guiding", ("guiding", None, "percent", True)),
    ],
)
def test_an_amount_of_the_rest_is_no_name(line: str, row: tuple[str, float | None, str, bool]) -> None:
    assert [(one.name, one.amount, one.unit, one.rest) for one in read_own_rows(line)] == [row]


def test_a_figure_that_is_not_read_is_lost_in_no_name() -> None:
    rows = read_own_rows("feeding 8 h 90 min, watching 1 h")
    assert [(row.name, row.amount) for row in rows] == [("feeding 8 h 90 min", None), ("watching", 1)]


def test_a_total_before_the_rows_is_the_week_of_which_one_takes_the_rest_or_is_asked_about() -> None:
    rows = read_own_rows("40h: 20 feeding, 10 guiding, rest mail")
    assert [(row.name, row.amount, row.unit, row.rest) for row in rows][1:] == [
        ("guiding", 10, "hours", False), ("mail", 40, "hours", True),
    ]  # fmt: skip
    assert [row.name for row in read_own_rows("40h: 20 feeding, 10 guiding") if row.amount is None] == ["40h"]


@pytest.mark.parametrize("line", ["feeding 8 h 30 min, watching 1 h", "8 h 30 min feeding; 1:00 h watching"])
def test_hours_and_minutes_are_one_amount_in_a_list_too(line: str) -> None:
    assert [(row.name, row.amount, row.unit) for row in read_own_rows(line)] == [
        ("feeding", 8.5, "hours"), ("watching", 1, "hours"),
    ]  # fmt: skip
