import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aijri_engine.index import one_decimal, shown_change, shown_rows, six, two_decimals

changes = st.floats(-100, 100)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (64.65, 64.7),
        (0.15, 0.2),
        (0.25, 0.3),
        (47.94, 47.9),
        (47.9499999995, 48.0),
        (47.949, 47.9),
        (-0.25, -0.3),
        (-64.65, -64.7),
        (-0.04, 0.0),
        (100.0, 100.0),
    ],
)
def test_one_decimal_rounds_half_up_in_magnitude(value: float, shown: float) -> None:
    assert one_decimal(value) == shown
    assert one_decimal(-value) == -shown


@pytest.mark.parametrize("value", [0.0, -0.0, -0.01, -1e-12])
def test_no_rounding_shows_a_negative_zero(value: float) -> None:
    for rounded in (one_decimal(value) if abs(value) < 0.005 else 0.0, six(value if value > -0.001 else 0.0)):
        assert math.copysign(1, rounded) == 1


def test_two_decimals_and_six() -> None:
    assert two_decimals(3.755) == 3.76
    assert two_decimals(2.675) == 2.68
    assert two_decimals(1.0449) == 1.04
    assert six(5.6628000000000012) == 5.6628
    assert six(-0.0000001) == 0


def test_one_decimal_refuses_what_is_not_finite() -> None:
    with pytest.raises(ValueError, match="NaN"):
        one_decimal(math.nan)
    with pytest.raises(OverflowError):
        one_decimal(math.inf)


def test_the_shown_change_is_the_difference_of_the_shown_figures() -> None:
    assert shown_change(64.60025, 43.66) == -20.9
    assert shown_change(0.04, 0.05) == 0.1
    assert shown_change(64.6, 64.6) == 0


def test_rows_take_up_the_rounding_of_the_total() -> None:
    assert shown_rows([0.26, 0.26, 0.26], 0.8) == [0.2, 0.3, 0.3]
    assert shown_rows([-0.26, -0.26, -0.26], -0.8) == [-0.2, -0.3, -0.3]
    assert shown_rows([0.26, 7.26, 0.26], 7.8) == [0.3, 7.2, 0.3]
    assert shown_rows([1.04, 2.04, -0.54], 2.6) == [1.0, 2.1, -0.5]


def test_a_row_of_zero_and_the_sign_of_a_small_row_stay() -> None:
    assert shown_rows([0.0, 5.04, 0.0], 5.1) == [0.0, 5.1, 0.0]
    assert shown_rows([0.01, 3.045], 2.9) == [0.0, 2.9]
    assert shown_rows([-0.01, -3.045], -2.9) == [0.0, -2.9]


def test_an_unreachable_total_is_spread_fairly() -> None:
    assert shown_rows([1.0, 2.0, 0.0], 3.5) == [1.2, 2.3, 0.0]
    assert shown_rows([0.0, 0.0], 0.1) == [0.1, 0.0]


def test_rows_without_a_change_and_a_change_without_rows() -> None:
    assert shown_rows([], 0.0) == []
    with pytest.raises(ValueError, match="no rows"):
        shown_rows([], 0.1)
    with pytest.raises(ValueError, match="does not divide"):
        shown_rows([1.0], 1.0, step=0.3)


def test_rows_in_whole_points() -> None:
    assert shown_rows([1.5, 1.4, 1.1], 4, step=1) == [2, 1, 1]


@given(st.lists(changes, max_size=20), st.integers(-3, 3))
def test_shown_rows_sum_to_the_shown_change_exactly(points: list[float], off: int) -> None:
    assume(points or off == 0)
    total = (round(one_decimal(math.fsum(points)) * 10) + off) / 10
    rows = shown_rows(points, total)
    tenths = [round(row * 10) for row in rows]
    assert [tenth / 10 for tenth in tenths] == rows
    assert sum(tenths) == round(total * 10)


@given(st.lists(changes, min_size=1, max_size=20))
def test_shown_rows_stay_within_one_step_and_keep_zeros(points: list[float]) -> None:
    assume(any(abs(value) > 1e-9 for value in points))
    rows = shown_rows(points, one_decimal(math.fsum(points)))
    for value, row in zip(points, rows, strict=True):
        assert abs(row - value) <= 0.1 + 1e-6
        assert value != 0 or row == 0


@given(st.lists(changes, min_size=1, max_size=12))
def test_turning_a_change_round_negates_every_row(points: list[float]) -> None:
    total = one_decimal(math.fsum(points))
    negated = shown_rows([-value for value in points], -total)
    assert negated == [-row for row in shown_rows(points, total)]
