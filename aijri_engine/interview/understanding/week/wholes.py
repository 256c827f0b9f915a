"""Which amounts of a line make a whole week, and what each is in percent."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from aijri_engine.interview.understanding.week.shares import Share
from aijri_engine.interview.understanding.words.amounts import WORKING_DAYS
from aijri_engine.interview.understanding.words.tokens import FILLER, PHRASES, only_words, plural

SUMMED: Final = 15.0
"""How much it speaks for a reading that an amount said is what all others add up to [ours]."""

AGAIN: Final = 1.0
"""What it costs that an amount is left out which is said twice [ours]."""

MOST_LEFT_OUT: Final = 3
"""Amounts that may be left out [ours]."""

MOST_PEOPLE: Final = 12
"""People or things that are counted in words [ours]."""

NEAR: Final = 1.1
"""Percent by which shares may miss the whole, as thirds do [ours]."""

_REPEATING: Final = FILLER | {*PHRASES.weeks["again"]}
_COUNTED: Final = frozenset(("hours", "days", "bare"))


def wholes(
    shares: Sequence[Share], tokens: Sequence[str]
) -> Iterator[tuple[list[Share], float | None, float]]:
    """Amounts that may be the rows, what they add up to if that is said, and how much that speaks for it.

    Left out may be what the others add up to, and what is said twice.
    """
    whole = next((one.value for one in shares if one.kind == "whole"), None)
    said = [one for one in shares if one.kind != "whole"]
    daily = [one for one in said if one.daily]
    for many in range(min(MOST_LEFT_OUT, len(said) - 1) + 1):
        for dropped in combinations(said, many):
            kept = [one for one in said if one not in dropped]
            totals = [one for one in dropped if not whole and _is_total(one, kept)]
            if any(one.daily for one in kept) and len(daily) < len(kept):
                continue
            others = [one for one in dropped if one not in totals[:1]]
            costs = [_cost(one, kept, totals, tokens) for one in others]
            if all(cost is not None for cost in costs):
                worth = SUMMED * bool(totals) - sum(cost or 0.0 for cost in costs)
                yield kept, totals[0].value if totals else whole, worth


def _is_total(one: Share, kept: Sequence[Share]) -> bool:
    """What the amounts kept add up to, or more than these where one is the rest."""
    kinds = {other.kind for other in kept}
    summed = sum(other.value for other in kept if other.kind in _COUNTED)
    timed = bool((kinds | {one.kind}) & {"hours", "days"})
    if one.kind not in _COUNTED or one.ratio or not timed or not kinds & _COUNTED:
        return False
    left = "rest" in kinds and one.kind != "bare" and summed < one.value
    return left or (len(kept) > 1 and summed == one.value)


def _cost(one: Share, kept: Sequence[Share], totals: Sequence[Share], tokens: Sequence[str]) -> float | None:
    """What it costs that an amount is left out; None where it may not be."""
    again = any(other.value == one.value and _beside(one, other, tokens) for other in kept)
    left = any(other.kind == "rest" for other in kept)
    if one.kind == "rest":
        return AGAIN if left else None
    same = again or any(other.value == one.value for other in totals)
    people = one.kind == "bare" and one.value <= MOST_PEOPLE and _counts_people(one, tokens)
    all_days = one.kind == "days" and one.value >= WORKING_DAYS
    return AGAIN if same or people or all_days or (one.ratio and not left) else None


def _counts_people(one: Share, tokens: Sequence[str]) -> bool:
    """A number in words between what is done and whom it is for: "supervising the two trainees"."""
    spelled = one.end - one.start == 1 and not tokens[one.start][0].isdigit()
    return (
        spelled
        and tokens[max(0, one.start - 1)][-1].isalnum()
        and plural(*tokens[one.end : one.end + 1] or [""])
    )


def _beside(one: Share, other: Share, tokens: Sequence[str]) -> bool:
    """Said again at once, "50 - yes fifty! -", or after what it is left of: "all but ten ..., and that ten"."""
    first, last = sorted((one, other), key=lambda share: share.start)
    between = only_words(tokens[first.end : last.start])
    return {*between} <= _REPEATING or tokens[first.start - 1 : first.start] == ["but"]


def percents(shares: Sequence[Share], whole: float | None, many: int) -> tuple[float, ...] | None:
    """Each amount in percent of the week, `many` times where it is said of each row; None where they are no week."""
    kinds = {one.kind for one in shares}
    timed = next((unit for unit in ("hours", "days") if unit in kinds), None)
    whole = whole or next((one.of for one in shares if one.of), None)
    if timed and whole is None:
        summed = sum(one.value * (many if one.each else 1) for one in shares if one.kind in (timed, "bare"))
        open_yet = kinds & {"rest", "of rest", "part", "percent"}
        if open_yet and timed == "hours":
            return None
        weeks = summed / WORKING_DAYS
        whole = summed if not open_yet else float(WORKING_DAYS * (1 + (weeks > 1)))
        if timed == "days" and not open_yet and weeks not in (1.0, 2.0):
            return None
    values: list[float | None] = []
    before_rest = None
    for one in shares:
        done = sum(value or 0.0 for value in values)
        if one.kind == "of rest":
            before_rest = 100.0 - done if before_rest is None else before_rest
        if one.ratio:
            values += one.ratio
            continue
        if (one.kind == "same" and not values) or (
            timed and one.kind in ("hours", "days") and one.kind != timed
        ):
            return None
        size = {
            "rest": None, "same": values[-1] if values else None, "of rest": one.value * (before_rest or 0.0) / 100.0,
            "part": one.value, "percent": one.value,
        }.get(one.kind, 100.0 * one.value / (whole or 100.0))  # fmt: skip
        values += [size] * (many if one.each else 1)
    missing, rests = 100.0 - sum(value or 0.0 for value in values), values.count(None)
    several = any(one.each and one.kind == "rest" for one in shares)
    if rests > (many if several else 1) or (missing <= NEAR if rests else abs(missing) > NEAR):
        return None
    told = [missing / rests if value is None else value for value in values]
    return tuple(100.0 * value / sum(told) for value in told)
