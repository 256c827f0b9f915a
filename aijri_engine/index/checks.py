"""The one number check of the package, and the error it raises."""


class ScorecardError(ValueError):
    """A scorecard that cannot be computed. The message names the place, what is wrong and the remedy."""


def checked_number(value: object, low: float, high: float, place: str) -> float:
    """Return `value` as a float in `low`..`high`, never -0.0.

    Raises ScorecardError for anything that is not an int or a float (a bool is neither here), for NaN and for
    values outside the range, infinities included. `place` starts the message, for example "growth".
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ScorecardError(
            f"{place}: {_shown(value)} is not a number; give a number from {low:g} to {high:g}"
        )
    if not low <= value <= high:
        raise ScorecardError(
            f"{place}: {_shown(value)} is not on the scale; give a number from {low:g} to {high:g}"
        )
    return float(value) + 0.0


_LONGEST_QUOTE = 40
_LARGEST_QUOTED_BITS = 64


def _shown(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > _LARGEST_QUOTED_BITS:
        return "this huge number"
    quoted = repr(value)
    return quoted if len(quoted) <= _LONGEST_QUOTE else quoted[: _LONGEST_QUOTE - 3] + "..."
