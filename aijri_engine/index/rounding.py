"""Rounding for display. Figures are computed unrounded and rounded here, once, at the edge."""

from collections.abc import Sequence
from math import floor

from aijri_engine.index.scales import TOLERANCE

_STEPS_PER_UNIT_TENTHS = 10
_STEPS_PER_UNIT_HUNDREDTHS = 100
_RESIDUE_DECIMALS = 9


def one_decimal(value: float) -> float:
    """Round half up to one decimal, after adding 1e-9 so that 64.65 held as 64.6499999... still shows 64.7.

    Half up is meant in magnitude: the display of -x is the negative of the display of x, so a change shows
    the same figure in both directions. Never -0.0. Raises ValueError for NaN, OverflowError for infinities.
    The slack is ours.
    """
    return _steps(value, _STEPS_PER_UNIT_TENTHS) / _STEPS_PER_UNIT_TENTHS


def two_decimals(value: float) -> float:
    """Round to two decimals by the rule of `one_decimal`; for task resistance and modifiers."""
    return _steps(value, _STEPS_PER_UNIT_HUNDREDTHS) / _STEPS_PER_UNIT_HUNDREDTHS


def six(value: float) -> float:
    """Round to six decimals for documents that machines read. Never -0.0."""
    return round(value, 6) + 0.0


def shown_change(before: float, after: float) -> float:
    """Return displayed `after` minus displayed `before` as a clean one-decimal figure.

    This is the difference a reader computes from the two figures on screen, which may miss the rounded exact
    difference by 0.1.
    """
    steps = _steps(after, _STEPS_PER_UNIT_TENTHS) - _steps(before, _STEPS_PER_UNIT_TENTHS)
    return steps / _STEPS_PER_UNIT_TENTHS


def shown_shares(shares: Sequence[float]) -> list[float]:
    """Round shares to one decimal so that they add up to their displayed sum (largest remainder)."""
    tenths = [share * _STEPS_PER_UNIT_TENTHS for share in shares]
    shown = [int(value + TOLERANCE) for value in tenths]
    missing = round(sum(tenths)) - sum(shown)
    behind = sorted(range(len(shown)), key=lambda place: (shown[place] - tenths[place], place))
    for place in behind[: max(missing, 0)]:
        shown[place] += 1
    return [value / _STEPS_PER_UNIT_TENTHS for value in shown]


def shown_rows(points: Sequence[float], total: float, step: float = 0.1) -> list[float]:
    """Round rows to multiples of `step` so that they sum exactly to `total`, the change already displayed.

    Largest remainder: every row is rounded to the nearest step, then the rows whose rounding was most unkind
    move by one step until the sum holds. A row of 0 stays 0.0 and no row changes sign while another row can
    move instead; of equal claims the larger row moves, then the earlier one. Where one step per row cannot
    reach the total, whole steps are first spread evenly. Negating points and total negates every row.

    Raises ValueError for a step that does not divide 1 evenly, or for a total other than 0 without rows.
    """
    per_unit = round(1 / step)
    if abs(per_unit * step - 1) > TOLERANCE:
        raise ValueError(f"step {step!r} does not divide 1 evenly; use 1, 0.1 or 0.01")
    exact = [value * per_unit for value in points]
    shown = [_steps(value, per_unit) for value in points]
    missing = _steps(total, per_unit) - sum(shown)
    if missing and not shown:
        raise ValueError(f"no rows to show a change of {total!r} in")
    direction = 1 if missing > 0 else -1
    movable = [row for row, value in enumerate(points) if abs(value) > TOLERANCE] or list(range(len(shown)))
    if missing:
        everywhere, single = divmod(abs(missing), len(movable))
        for row in movable:
            shown[row] += direction * everywhere
        ranked = sorted(movable, key=lambda row: _claim(row, exact[row], shown[row], direction))
        for row in ranked[:single]:
            shown[row] += direction
    return [steps / per_unit for steps in shown]


def _claim(row: int, exact: float, shown: int, direction: int) -> tuple[bool, float, float, int]:
    changes_sign = (shown + direction) * exact < 0
    unkindness = round((exact - shown) * direction, _RESIDUE_DECIMALS)
    return changes_sign, -unkindness, -abs(exact), row


def _steps(value: float, per_unit: int) -> int:
    magnitude = floor((abs(value) + TOLERANCE) * per_unit + 0.5)
    return -magnitude if value < 0 else magnitude
