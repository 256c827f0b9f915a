"""A week told row by row, in hours, in words or not whole: what is left is said and given by choice."""

from pathlib import Path

import pytest
import yaml

from tests.plain.plain_driver import (
    index_in,
    type_lines,
)


def test_scenario_9_a_split_of_110_shows_the_remainder_and_goes_on_only_by_choice(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines("20/35/15/15/15/10", "1", "quit", save=save)
    assert "Your rows add up to 110, 10 too much." in held.said
    assert "1. scale every row (Design 18.2, Training 31.8" in held.said
    assert index_in(save) == 63.3


def test_scenario_9_one_row_can_be_changed_instead(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines("20/35/15/15/15/10", "training 25", "quit", save=save)
    assert "Noted: Design 20, Training 25" in held.said
    assert index_in(save) == 64.6


def test_a_split_below_100_offers_the_rest_as_other_work(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines("20/25/15/15/5/10", "2", "quit", save=save)
    assert "10 left to give" in held.said
    assert "other work" in save.read_text()


@pytest.mark.parametrize(
    "typed",
    [
        ("10/20/5/5/5/5 hours",),
        ("", "10h", "20", "5", "5", "5", "5", ""),
        ("", "10 hours", "20h", "5h", "5", "5", "5", ""),
    ],
    ids=["one line", "rows", "rows with units"],
)
def test_scenario_10_hours_give_61_7(typed: tuple[str, ...], tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines(*typed, "quit", save=save)
    assert "Design 20" in held.said or "Design 10 h" in held.said
    assert index_in(save) == 61.7


def test_row_by_row_says_what_is_left_and_takes_the_rest(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines("", "20", "25", "back", "25", "15", "15", "15", "rest", "quit", save=save)
    assert "Training, row 2 of 6, 80 left:" in held.said
    assert "Collaboration, row 6 of 6, 10 left:" in held.said
    assert index_in(save) == 64.6


def test_row_by_row_a_named_row_is_set_and_the_others_stay(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    typed = ("", "20", "20 debugging", "research 10", "back", "10", "10", "rest", "", "quit")
    held = type_lines(*typed, save=save)
    assert "Training, row 2 of 6, 60 left:" in held.said
    assert "Training, row 2 of 6, 50 left:" in held.said
    rows = yaml.safe_load(save.read_text())["answers"]["split"]
    assert rows == {"design": 20, "train": 10, "infra": 10, "debug": 20, "research": 40, "collaboration": 0}


def test_row_by_row_takes_no_more_than_is_left_and_no_count() -> None:
    held = type_lines(
        *("", "140", "20", "90 debugging", "4 people", "three times that", "1.000", "debugging"),
        *("-5", "minus 5", "quit"),
    )
    assert "That is 40 more than is left." in held.said
    assert "That is 10 more than is left." in held.said
    for no_figure in ("“4 people”", "“three times that”", "“debugging”", "“-5”", "“minus 5”"):
        assert f"{no_figure} is no figure for Training." in held.said
    assert "“1.000” is only half a figure" in held.said
    assert held.said.count("Training, row 2 of 6, 80 left:") == 8
    assert "scale every row" not in held.said


@pytest.mark.parametrize(
    "other", ["10 last year", "10 on good days", "10 at best", "10 on paper", "officially 10", "10 I used to"]
)
def test_row_by_row_a_figure_of_another_time_is_asked_about(other: str) -> None:
    held = type_lines("", other, "20", "quit")
    assert f"“{other}” is no figure for Design." in held.said
    assert "Training, row 2 of 6, 80 left:" in held.said


@pytest.mark.parametrize("figure", ["10h", "-5", "8h30", "20 %"])
def test_row_by_row_a_figure_is_no_name_of_other_work(figure: str) -> None:
    held = type_lines("", "20", "20", "10", "10", "10", "10", figure, "quit")
    assert f"“{figure}” is a figure. What was it spent on?" in held.said
    assert "How much, of 20 left" not in held.said


def test_row_by_row_names_other_work_for_what_is_left(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    type_lines("", "20", "20", "10", "10", "10", "10", "data cleaning", "15", "hiring", "", "quit", save=save)
    text = save.read_text()
    assert 'name: "data cleaning"' in text
    assert "share: 15" in text
    assert "name: hiring" in text
    assert "share: 5" in text


def test_a_short_reply_completes_an_unclear_week(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    held = type_lines("30h training, 10h design, rest meetings", "50", "quit", save=save)
    assert "How many hours has your week?" in held.said
    assert "collaboration: 10" in save.read_text()
    assert "If that is not what you meant, type undo." in held.said


def test_rows_take_amounts_in_words(tmp_path: Path) -> None:
    save = tmp_path / "a.yaml"
    type_lines("", "about twenty", "25 %", "15", "15", "15", "rest", "quit", save=save)
    assert index_in(save) == 64.6


@pytest.mark.parametrize("half", ["8h30", "8:30", "8 h 30 min", "8.5h", "8,5 h"])
@pytest.mark.case("public 7")
def test_hours_are_typed_as_people_write_them(half: str, tmp_path: Path) -> None:
    """Public reports, row 7: in a row, and when one row of a refused week is changed."""
    save = tmp_path / "a.yaml"
    type_lines("", half, "20h", "11h30", "0", "0", "0", "", "quit", save=save)
    assert "design: 8.5" in save.read_text()
    assert "infra: 11.5" in save.read_text()


@pytest.mark.case("public 7")
def test_half_a_figure_is_refused_in_a_row_and_in_a_sentence() -> None:
    held = type_lines("design 20h75, training 20h", "", "20h75", "quit")
    assert held.said.count("“20h75” is only half a figure here.") == 2
    assert "1. Design 20" not in held.said


def test_undo_and_not_sure_at_a_row_of_the_week_are_of_that_row_and_of_no_answer_before() -> None:
    held = type_lines("", "20", "30", "undo", "25", "not sure", "rather not say", "undo", "undo", "quit")
    assert "Taken back: Training. Training, row 2 of 6, 80 left:" in held.said
    assert "Taken back: Design. Design, row 1 of 6, 100 left:" in held.said
    assert held.said.count("That can be said of the whole week, not of one row") == 2
    assert "Taken back: Your week" not in held.said
