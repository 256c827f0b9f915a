"""The core of the time split: starts empty, never rescales by itself, keeps what was locked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_tui.screen.interview.editors.split_filling import filled
from aijri_tui.screen.interview.editors.split_rows import remainder_words
from aijri_tui.screen.interview.editors.split_state import Part, Splitting, Unit, in_proportion


def editor(*amounts: float | None, **parts: object) -> Splitting:
    rows = tuple(Part(f"r{place}", f"Row {place}", "", amount) for place, amount in enumerate(amounts))
    return Splitting(rows, **parts)  # type: ignore[arg-type]


def test_starts_with_everything_left_to_give() -> None:
    state = editor(None, None)
    assert remainder_words(state) == "0 %, 100 left to give"
    assert not state.done


def test_digits_count_while_they_are_typed() -> None:
    state = editor(None, None).type("4").type("0")
    assert (state.typing, state.left) == ("40", 60.0)
    assert state.move(1).parts[0].amount == 40.0


def test_too_much_is_said_and_nothing_is_rescaled() -> None:
    state = editor(75.0, None).move(1).type("3").type("5").taken()
    assert remainder_words(state) == "110 %, 10 too much"
    assert [part.amount for part in state.parts] == [75.0, 35.0]


def test_hours_have_no_remainder_and_show_percent() -> None:
    state = editor(None, None).type("1").type("0").type("h").move(1).type("3").type("0").taken()
    assert (state.unit, state.left, state.done) == ("hours", None, True)
    assert [state.percent(place) for place in (0, 1)] == [25.0, 75.0]
    assert state.value() == {"rows": {"r0": 10.0, "r1": 30.0}, "unit": "hours"}


def test_the_rest_goes_to_empty_rows_only_when_asked() -> None:
    state = editor(40.0, None, None)
    assert [part.amount for part in state.spread_rest().parts] == [40.0, 30.0, 30.0]


def test_a_locked_row_keeps_its_figure() -> None:
    state = editor(40.0, 20.0, 20.0).lock().spread_rest()
    assert [part.amount for part in state.parts] == [40.0, 30.0, 30.0]
    assert state.at(0).nudge(5).parts[0].amount == 40.0


def test_what_is_too_much_comes_off_the_other_rows() -> None:
    state = editor(60.0, 40.0, 20.0).spread_rest()
    assert [part.amount for part in state.parts] == [60.0, 27.0, 13.0]
    alone = editor(120.0, None).spread_rest()
    assert [part.amount for part in alone.parts] == [100.0, None]


def test_what_is_left_goes_to_the_other_rows_where_none_is_empty() -> None:
    state = editor(30.0, 40.0, 20.0).spread_rest()
    assert [part.amount for part in state.parts] == [30.0, 47.0, 23.0]


def test_spreading_from_forty_twenty_twenty_twenty_keeps_the_proportions() -> None:
    state = editor(40.0, 20.0, 20.0, 20.0).at(0).nudge(20).lock().scale()
    assert [part.amount for part in state.parts] == [60.0, 14.0, 13.0, 13.0]


def test_dragging_moves_one_row_and_shows_the_rest() -> None:
    state = editor(50.0, 50.0).drag(0, 30.4)
    assert [part.amount for part in state.parts] == [30.0, 50.0]
    assert state.left == 20.0


def test_own_rows_have_names_and_go_away_again() -> None:
    state = editor(80.0).add_row().named("meetings").type("2").type("0").taken()
    assert state.value() == {"rows": {"r0": 80.0}, "other": [{"name": "meetings", "share": 20.0}]}
    assert state.without_row().value() == {"rows": {"r0": 80.0}}


def test_a_sentence_fills_the_rows() -> None:
    value = {"rows": {"r0": 50.0, "r1": 30.0}, "other": [{"name": "meetings", "share": 20.0}]}
    state = filled(editor(None, None), value)
    assert [(part.name, part.amount) for part in state.parts][2] == ("meetings", 20.0)
    assert state.done


@given(st.lists(st.floats(0.01, 1000), min_size=1, max_size=12), st.integers(1, 100))
def test_largest_remainder_adds_up(weights: list[float], total: int) -> None:
    shares = in_proportion(weights, float(total))
    assert sum(shares) == pytest.approx(total)
    assert all(abs(share - weight * total / sum(weights)) < 1 + 1e-6
               for share, weight in zip(shares, weights, strict=True))  # fmt: skip


@given(st.lists(st.sampled_from(["1", "9", ".", "h", "%", "move", "erase", "lock", "spread", "scale", "add", "drop"]),
                max_size=40))  # fmt: skip
def test_no_act_breaks_it_or_makes_time_negative(acts: list[str]) -> None:
    state = editor(None, 20.0, None)
    for act in acts:
        if act in "19.h%":
            state = state.type(act)
        else:
            state = {"move": lambda s: s.move(1), "erase": Splitting.erase, "lock": Splitting.lock,
                     "spread": Splitting.spread_rest, "scale": Splitting.scale, "add": Splitting.add_row,
                     "drop": Splitting.without_row}[act](state)  # fmt: skip
        assert all((part.amount or 0) >= 0 for part in state.parts)
        assert 0 <= state.cursor < len(state.parts)


HOURS = {
    "8h30": 8.5,
    "8:30": 8.5,
    "8.5h": 8.5,
    "8,5h": 8.5,
    "11h30": 11.5,
    "100h15": 100.25,
    "8h": 8.0,
}
"""Public reports, row 7: what is typed in the row, and the hours it is."""


@pytest.mark.parametrize(("typed", "hours"), HOURS.items())
def test_hours_are_typed_as_people_write_them(typed: str, hours: float) -> None:
    state = editor(None, None)
    for sign in typed:
        state = state.type(sign)
    state = state.move(1).type("4").taken()
    assert (state.unit, state.parts[0].amount, state.parts[1].amount) == ("hours", pytest.approx(hours), 4.0)


@pytest.mark.parametrize("typed", ["8h3", "8h75", "8:7"])
@pytest.mark.case("public 7")
def test_a_figure_that_is_half_understood_is_not_cut(typed: str) -> None:
    state = editor(None, None)
    for sign in typed:
        state = state.type(sign)
    assert state.taken().parts[0].amount is None


def typed(state: Splitting, signs: str) -> Splitting:
    for sign in signs:
        state = state.type(sign)
    return state


@pytest.mark.parametrize("figure", ["8h3", "1.000", "8h99", "1:5"])
def test_half_a_figure_waits_and_says_so_whatever_is_pressed(figure: str) -> None:
    before = editor(40.0, 60.0)
    state = typed(before, figure)
    assert state.trouble
    assert remainder_words(state) == state.trouble
    acts = [
        state.move(1), state.at(1), state.nudge(1), state.drag(1, 30), state.lock(), state.spread_rest(), state.scale(),
        state.add_row("talks"), state.in_unit("hours"), state.taken(), state.named("x"),
    ]  # fmt: skip
    assert all(after == state for after in acts)
    for _ in figure:
        state = state.erase()
    assert not state.trouble
    assert state.parts[1].amount == 60.0


def test_hours_that_are_erased_again_leave_the_unit_of_the_others() -> None:
    state = typed(editor(40.0, None).move(1), "8h3")
    assert not state.done
    for _ in "8h3":
        state = state.erase()
    assert (typed(state, "60").unit, typed(state, "60").left) == ("percent", 0.0)


@pytest.mark.parametrize(("unit", "figure"), [("percent", "8h30"), ("percent", "8:30"), ("hours", "40%")])
def test_one_row_in_another_unit_does_not_change_what_the_others_mean(unit: Unit, figure: str) -> None:
    state = typed(editor(40.0, 60.0, None, unit=unit, unit_said=True).at(2), figure)
    assert state.unit == unit
    assert "F6" in remainder_words(state)
    assert state.move(-1) == state


def test_the_first_unit_that_is_typed_is_that_of_all_rows() -> None:
    state = typed(typed(editor(None, None), "20").move(1), "8h30")
    assert (state.unit, state.trouble, state.taken().parts[1].amount) == ("hours", "", 8.5)
