"""Rows of a table of one's own: said again, changed by name, taken back; no command, wish or question is one."""

import re

import pytest
from conversation_own_tables import IN_PERCENT, WEEK, written

from aijri_engine.content.own_table import tenths
from aijri_engine.conversation import own_table


@pytest.mark.parametrize(
    ("lines", "stage", "rows"),
    [
        (WEEK, "done", 4),
        (WEEK[:2], "rows", 3),
        (("x1", "12h a1, 10h b1, 8h c1, 8h d1", "done", "yes"), "done", 4),
        (("x1", "30% a1, 30% b1, 50% c1, 20% d1", "yes"), "rows", 4),
        (("x1", "30% a1, 30% b1, 50% c1, 20% d1", "scale", "yes"), "done", 4),
        (("x1", "30% a1, 30% b1, 20% c1, the rest d1", "3: 10", "4: 30", "yes"), "done", 4),
        (("x1", "100% everything", "yes"), "rows", 1),
        (("x1", "50% a1, 10h b1"), "rows", 0),
        (("🦉", "12345"), "title", 0),
        (("x1", "a1, b1, c1, d1"), "rows", 0),
        (("x1", *(f"5% work {number}" for number in range(12))), "rows", 10),
        (("x1", "quit"), "left", 0),
        (("x1", "30% a1, 30% b1", "quit"), "rows", 2),
        (("x1", "30% a1, 30% b1", "quit", "quit"), "left", 2),
        (("x1", "30% a1, 30% b1", "remove 1", "back"), "rows", 1),
        (("x1", "30% a1, 30% b1", "remove 1", "back", "back"), "rows", 0),
    ],
)  # fmt: skip
def test_a_week_is_taken_only_when_it_is_whole(lines: tuple[str, ...], stage: str, rows: int) -> None:
    table = written(*lines)
    assert (table.stage, len(table.rows)) == (stage, rows)
    assert table.stage in ("done", "left") or table.words or table.asks


@pytest.mark.parametrize("command", ["/skip", "/score", "skip", "/nothing", "/back", "/help", "/quit"])
@pytest.mark.parametrize("lines", [(), WEEK[:1], WEEK[:3], WEEK[:-1]])
def test_a_command_is_no_title_and_no_row(lines: tuple[str, ...], command: str) -> None:
    before = written(*lines) if lines else own_table.begin()
    table = own_table.said(before, command)
    assert table.title == before.title
    assert set(table.rows) <= set(before.rows)
    assert table.stage == "left" or table.words or table.asks


def test_a_row_said_twice_in_one_line_takes_both_and_in_a_later_line_the_last() -> None:
    table = written("x1", "20 h Project, 10 h project, 5 h meetings, 5 h design, 5 h mail")
    assert {row.name: row.amount for row in table.rows} == {
        "project": 30,
        "meetings": 5,
        "design": 5,
        "mail": 5,
    }
    assert {row.amount for row in own_table.said(table, "8 h project").rows} == {8, 5}


def test_a_row_is_corrected_in_the_unit_of_the_others() -> None:
    percent = written("x1", "30% a1, 30% b1, 40% c1", "2: 8 h")
    assert percent.rows[1].amount == 30
    assert "told in percent" in percent.words
    hours = written("x1", "8h a1, 1h b1", "2: 8 h 30 min")
    assert hours.rows[1].amount == 8.5
    assert written("x1", "8h a1, 1h b1", "2: 30 %").rows[1].amount == 1
    assert written("x1", "1h a1").words.startswith("1 hour so far")


def test_shares_add_up_to_a_hundred_exactly() -> None:
    for shares in ([1, 1, 1], [12, 10, 8, 8], [0.1, 99.9], [33.3, 33.3, 33.3]):
        assert sum(round(10 * part) for part in tenths(shares)) == 1000


@pytest.mark.parametrize(
    "stage", [("owl whisperer",), WEEK[:2], WEEK[:3]], ids=["first row", "rows", "confirm"]
)
@pytest.mark.parametrize(
    "line",
    ["x/skip", "x / skip", "/skip", "skip", "summary", "help/", "no", "nope", "/nothing", "remove", "10 km"],
)
def test_at_no_prompt_of_the_table_a_command_or_a_no_is_a_row(stage: tuple[str, ...], line: str) -> None:
    before = written(*stage)
    after = own_table.said(before, line)
    assert (after.rows, after.stage, after.title) == (before.rows, before.stage, before.title)
    assert after.words
    assert f"“{line}”" not in after.words.replace("“10 km”", "")


def test_a_row_to_edit_is_no_row_of_that_name() -> None:
    assert own_table.said(written(*WEEK[:3]), "edit 2").rows == written(*WEEK[:3]).rows


IN_HOURS = "20 h feeding the owls, 10 h guiding, 5 h cages, 5 h mail"
ROWS = ["feeding the owls", "guiding", "cages", "mail"]


@pytest.mark.parametrize(
    ("lines", "amounts"),
    [
        (("20 h feeding the owls, 10 h guiding, 5 h cages, rest of 40 h mail",), [20, 10, 5, 5]),
        (("20 h feeding the owls, 10 h guiding, 5 h cages", "mail the rest of 40 h"), [20, 10, 5, 5]),
        (("40h: 20 feeding the owls, 10 guiding, 5 cages, rest mail",), [20, 10, 5, 5]),
        (("40 h: 20 h feeding the owls, 10 h guiding, 5 h cages, rest mail",), [20, 10, 5, 5]),
        (("40 h: 50 % feeding the owls, 25 % guiding, 15 % cages, rest mail",), [50, 25, 15, 10]),
        ((IN_PERCENT, "2: 20, 3: 30"), [40, 20, 30, 10]), ((IN_PERCENT, "2: 20; 3: 30"), [40, 20, 30, 10]),
        ((IN_PERCENT, "feeding should be 30"), [30, 30, 20, 10]),
        ((IN_PERCENT, "no, feeding is 30 and guiding 40"), [30, 40, 20, 10]),
        ((IN_PERCENT[:41], "owls should be 30", "10 % mail"), [30, 30, 20, 10]),
        ((IN_PERCENT[:41], "mail should be 10"), [40, 30, 20, 10]),
        ((IN_PERCENT, "yes but feeding 30"), [30, 30, 20, 10]),
        ((IN_PERCENT, "actually feeding 30, guiding 40"), [30, 40, 20, 10]),
        ((IN_PERCENT, "make feeding 50"), [50, 30, 20, 10]), ((IN_PERCENT, "rest mail"), [40, 30, 20, 10]),
        ((IN_PERCENT, "move 5 % from feeding to guiding"), [35, 35, 20, 10]),
        ((IN_PERCENT, "move 5 from feeding to guiding and 5 from cages to mail"), [35, 35, 15, 15]),
        ((IN_PERCENT, "add 5 % feeding"), [45, 30, 20, 10]), ((IN_PERCENT, "10 more feeding"), [50, 30, 20, 10]),
        ((IN_PERCENT, "remove 5 from feeding"), [35, 30, 20, 10]), ((IN_PERCENT, "10 less on cages"), [40, 30, 10, 10]),
        ((IN_PERCENT, "half as much feeding"), [20, 30, 20, 10]), ((IN_PERCENT, "all mail to cages"), [40, 30, 30, 0]),
        ((IN_HOURS, "move 5 h from feeding to guiding"), [15, 15, 5, 5]), ((IN_HOURS, "mail +2"), [20, 10, 5, 7]),
        ((IN_PERCENT, "make feeding 30, rest mail"), [30, 30, 20, 20]),
        ((IN_PERCENT, "feeding 30"), [30, 30, 20, 10]), ((IN_PERCENT, "feeding 30, guiding 40"), [30, 40, 20, 10]),
    ],
)  # fmt: skip
def test_a_row_that_is_there_is_changed_by_its_name(lines: tuple[str, ...], amounts: list[float]) -> None:
    table = written("Owl keeper", *lines)
    assert {row.name: row.amount for row in table.rows} == dict(zip(ROWS, amounts, strict=True))


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("remove guiding", ["feeding the owls", "cages", "mail"]),
        ("drop guiding and mail", [ROWS[0], ROWS[2]]), ("remove row 2 and row 4", [ROWS[0], ROWS[2]]),
        ("rename mail to Post and Letters", ["feeding the owls", "guiding", "cages", "Post and Letters"]),
        ("add 10 % Hawks", [*ROWS, "Hawks"]), ("remove stains 10", [*ROWS, "remove stains"]),
        ("make feeding 50, hawks 10", [*ROWS, "hawks"]), ("make breakfast 10", [*ROWS, "make breakfast"]),
        ("put owls back 10", [*ROWS, "put owls back"]), ("wait tables 5", [*ROWS, "wait tables"]),
    ],
)  # fmt: skip
def test_a_row_goes_by_its_name_and_work_that_only_sounds_so_is_a_row(line: str, rows: list[str]) -> None:
    assert [row.name for row in written("Owl keeper", IN_PERCENT, line).rows] == rows


@pytest.mark.parametrize(
    "line",
    [
        "2: 20-30", "2: 20, 9: 30", "2: 20 mail", "feeding 50-60", "feeding should be 50-60", "no wait 10",
        "move 5 from {x} to guiding",
        "move 50 from feeding to guiding", "move 5 from feeding to hawks", "move -5 from feeding to guiding",
        "move 5 h from feeding to guiding", "make feeding 150", "feeding and guiding 40", "remove 9", "remove row 9",
        "move 5 from feeding and cages to guiding", "10 each for feeding and mail", "rename mail to cages",
        "change feeding by 5", "rename mail", "move 2x5 from feeding to guiding", "add 90 to feeding", "drop hawks",
        "30 mail, no wait 10",
        "delete everything", "feeding 30, no wait, hawks 10", "rest of 60 h mail",
    ],
)  # fmt: skip
def test_a_change_that_is_not_read_whole_is_refused_and_says_how(line: str) -> None:
    before = written("Owl keeper", IN_PERCENT)
    after = own_table.said(before, line)
    assert (after.rows, after.stage) == (before.rows, before.stage)
    assert re.search(
        r"2: 30|figure|row needs|cannot (tell|be taken)|hours and some|One change|none of|"
        r"kept yet|not (fit|clear|understood)",
        after.words,
    )
    assert f"“{line}”" not in after.words or "one figure" in after.words


@pytest.mark.parametrize("line", ["20 h feeding, rest mail", "30 h feeding, 20 h mail, rest of 40 h cages"])
def test_the_rest_of_nobody_knows_how_many_hours_is_no_row(line: str) -> None:
    table = written("Owl keeper", line)
    assert not table.rows
    assert "rest of 40 h mail" in table.words


def test_undo_takes_back_what_changed_the_rows_last_and_says_so() -> None:
    table = own_table.said(own_table.begin(), "Owl keeper")
    for line in ("30 feeding, 30 guiding, 20 cleaning, 20 mail", "remove 3", "feeding 50"):
        table = own_table.said(table, line)
    told = []
    for _ in range(3):
        table = own_table.said(table, "undo")
        told.append(({row.name: row.amount for row in table.rows}, table.words))
    whole = {"feeding": 30, "guiding": 30, "cleaning": 20, "mail": 20}
    without = {name: share for name, share in whole.items() if name != "cleaning"}
    assert told == [(without, "Taken back."), (whole, "Taken back."), ({}, "Taken back.")]
    assert own_table.said(table, "undo").words == "There is nothing to undo."


def test_rows_begun_anew_can_be_had_back_by_undo() -> None:
    table = own_table.said(own_table.begin("Owl keeper"), "30 feeding, 30 guiding, 20 cleaning, 20 mail")
    for line in ("back", "back", "undo"):
        table = own_table.said(table, line)
    assert len(table.rows) == 4


def test_a_rest_that_stays_is_no_row() -> None:
    table = own_table.said(own_table.begin("Owl keeper"), "30 feeding, 30 guiding, 20 cleaning, 20 mail")
    after = own_table.said(table, "10 talks, rest as it was")
    assert [row.name for row in after.rows] == ["feeding", "guiding", "cleaning", "mail", "talks"]


@pytest.mark.parametrize("line", ["delete everything", "is this sent anywhere", "start over"])
def test_a_wish_or_a_question_among_the_rows_is_no_row(line: str) -> None:
    table = own_table.said(own_table.begin("Owl keeper"), line)
    assert table.words
    assert "How much of the week goes to" not in table.words


@pytest.mark.parametrize(
    "line", ["30 feeding, 30 guiding, not paperwork 20", "no feeding 30", "never mail 20"]
)
def test_what_is_denied_is_no_row(line: str) -> None:
    table = own_table.said(own_table.begin("Owl keeper"), line)
    assert not table.rows
    assert table.words


def test_thirds_are_shown_with_one_decimal() -> None:
    table = own_table.said(own_table.begin("Owl keeper"), "a third feeding, a third mail, a third talks")
    assert table.listed() == ["1. feeding: 33.3 %", "2. mail: 33.3 %", "3. talks: 33.3 %"]


def test_words_that_add_a_row_are_no_part_of_its_name() -> None:
    table = own_table.said(own_table.begin("Owl keeper"), "30 feeding, 30 guiding, 20 cleaning")
    assert [row.name for row in own_table.said(table, "add a row: talks 20").rows][-1] == "talks"


def test_two_rows_that_are_alike_as_far_as_they_are_kept_are_never_one() -> None:
    one, other = (f"20 waiting at the customs of the harbour of {town} with papers in hand before noon"
                  for town in ("Rotterdam", "Rostock"))  # fmt: skip
    table = own_table.begin("Driver")
    for lines in ((f"{one}, {other}",), (one, other)):
        after = table
        for line in lines:
            after = own_table.said(after, line)
        assert "as far as it is kept" in after.words
        assert all(row.amount == 20 for row in after.rows)
    assert [row.amount for row in own_table.said(own_table.said(table, one), "1: 30").rows] == [30]
