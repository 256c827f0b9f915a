"""Amounts with their units ("10h", "two days a week", "3-4 years")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final, Literal

from aijri_engine.content.phrases import UnitName
from aijri_engine.interview.understanding.words.numbers import ONES, PARTS, cardinal, fraction, written_part
from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    half_share,
    is_number,
    phrase_at,
    phrase_list,
    plural,
    tokens_of,
    word_set,
)

Unit = Literal["bare", "fraction", "percent", "hours", "days", "years", "other"]

WORKING_DAYS: Final = 5
"""Days of a working week [ours]."""

HOURS_A_DAY: Final = 8
"""Hours of a working day, where hours and days meet in one answer [ours]."""


_MEASURES: Final[dict[UnitName, tuple[Unit, float]]] = {
    "percent": ("percent", 1.0), "point": ("bare", 1.0), "hour": ("hours", 1.0), "minute": ("hours", 1 / 60),
    "day": ("days", 1.0), "year": ("years", 1.0), "season": ("years", 1.0), "month": ("years", 1 / 12),
    "decade": ("years", 10.0), "century": ("years", 100.0), "other": ("other", 1.0),
}  # fmt: skip
UNITS: Final = {word: _MEASURES[name] for name, words in PHRASES.units.items() for word in words.split()}
_BOUNDS: Final = phrase_list(PHRASES.bounds)
_BOUNDS_BEHIND: Final = phrase_list(PHRASES.bounds_behind)
_RATES: Final = ("a", "an", "per", "each", "every", "/")
_TO: Final = ("-", "to", "till", "until", "or")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that was read; `end` is the place after it. A fraction is kept as percent (a half is 50)."""

    value: float
    unit: Unit
    end: int
    upper: float | None = None
    """The other end of a range."""
    daily: bool = False
    """Hours that were said of one day; `value` is for the week. A figure without a unit ("2 each day") is `other`."""
    weekly: bool = False
    """Hours that were said of a week."""
    bound: bool = False
    """"over ten", "10+": only one side is known."""


def read_amount(tokens: Sequence[str], start: int) -> Amount | None:
    """The longest amount that begins at this place, with its unit; None when none does."""
    bound = phrase_at(tokens, start, _BOUNDS)
    place = start + len(bound)
    if tokens[place : place + 1] in (["between"], ["from"]):
        low = _plain_amount(tokens, place + 1)
        spread = _ranged(tokens, low, (*_TO, "and")) if low is not None else None
        return spread if spread is not None and spread.upper is not None else None
    found = _plain_amount(tokens, place)
    if found is None:
        return None
    chained = tokens[max(place - 1, 0) : place] == ["-"] and place > 1 and is_number(tokens[place - 2])
    found = found if chained else _ranged(tokens, found)
    end = found.end
    behind = ("+",) if tokens[end : end + 1] == ["+"] else phrase_at(tokens, end, _BOUNDS_BEHIND)
    if behind:
        found = replace(found, end=end + len(behind), bound=True)
        if found.unit == "bare":
            found = _with_unit(tokens, found)
    elif (
        tokens[end : end + 1] == ["plus"] and end + 1 < len(tokens) and _unit_at(tokens, end + 1)[0] != "bare"
    ):
        found = _with_unit(tokens, replace(found, end=end + 1, bound=True))
    return replace(found, bound=True) if bound else found


def amounts_in(tokens: Sequence[str]) -> list[Amount]:
    """What can be read as an amount from any place of a line on."""
    return [found for place in range(len(tokens)) if (found := read_amount(tokens, place))]


_MULTIPLES: Final = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0, "quadruple": 4.0}
_TIMES: Final = word_set("times x fold")
_AS_MUCH: Final = word_set("that as much many amount again of it this")


def multiple(tokens: Sequence[str], start: int) -> tuple[float, int] | None:
    """`three times that`, `1.5x as much`, `three-fold`: how many times something, and the place after it."""
    found = _plain_amount(tokens, start)
    end = found.end if found else start
    end += tokens[end : end + 1] == ["-"]
    counted = found is not None and found.unit == "bare" and bool({*tokens[end : end + 1]} & _TIMES)
    factor, end = (found.value, end) if found and counted else (_MULTIPLES.get(tokens[start]), start)
    after = [*takewhile(_AS_MUCH.__contains__, tokens[end + 1 :])]
    return (factor, end + 1 + len(after)) if factor else None


_CLOCK_ALONE: Final = re.compile(r"\s*(\d{1,3})\s*:\s*([0-5]\d)\s*(?:h|hrs?|hours?)?\s*", re.IGNORECASE)


def read_alone(typed: str) -> Amount | None:
    """A line that is one amount and nothing else: `8h30`, `8:20`, `8 h 30 min`, `12.5 %`, `7`.

    None where only part of it is understood.
    """
    if half_share(typed):
        return None
    tokens = tokens_of(_CLOCK_ALONE.sub(r"\1 h \2 min", typed) if _CLOCK_ALONE.fullmatch(typed) else typed)
    found = read_amount(tokens, 0) if tokens else None
    whole = found is not None and found.end == len(tokens) and found.upper is None and not found.bound
    return found if found is not None and whole and found.unit in ("bare", "percent", "hours") else None


def _ranged(tokens: Sequence[str], low: Amount, between: tuple[str, ...] = _TO) -> Amount:
    """`3-4`, `3 to 4 years`: the unit of the second end is that of both."""
    if low.upper is not None or tokens[low.end : low.end + 1] not in [[sign] for sign in between]:
        return low
    high = _plain_amount(tokens, low.end + 1)
    if high is not None and tokens[high.end : high.end + 1] == ["-"]:
        return low
    same = high is not None and (
        low.unit in ("bare", high.unit) or {low.unit, high.unit} == {"bare", "percent"}
    )
    if high is None or not same or not low.value < high.value:
        return low
    return replace(high, value=low.value, upper=high.value)


def _plain_amount(tokens: Sequence[str], start: int) -> Amount | None:
    part = fraction(tokens, start)
    if part is not None:
        share, end = part
        unit, size = _unit_at(tokens, _skip_article(tokens, end))
        of_several = tokens[start + 1 : start + 2] == ["/"] and tokens[end : end + 1] in (["days"], ["hours"])
        if of_several and is_number(tokens[start]) and tokens[start] != "1":
            return Amount(share, "other", end + 1)
        if unit in ("hours", "days", "years"):
            return _with_unit(tokens, Amount(share, "bare", _skip_article(tokens, end)))
        if tokens[end : end + 2] == ["a", "dozen"] or tokens[end : end + 1] == ["dozen"]:
            return _with_unit(tokens, Amount(share * 12, "bare", end + (2 if tokens[end] == "a" else 1)))
        return Amount(share * 100, "fraction", end)
    whole = cardinal(tokens, start)
    if whole is None:
        return _article_unit(tokens, start)
    number, end = whole
    found = _with_unit(tokens, Amount(*_and_a_half(tokens, number, end)))
    if found.unit != "bare":
        more, after = _and_part(tokens, found.end)
        if after > found.end and found.unit in ("hours", "days", "years"):
            size = _unit_at(tokens, found.end - 1)[1] if found.end > start else 1.0
            return replace(found, value=found.value + more * size, end=after)
    return found


def _and_a_half(tokens: Sequence[str], number: float, end: int) -> tuple[float, Unit, int]:
    more, after = _and_part(tokens, end)
    if after > end:
        of = 12 if tokens[end - 1 : end] == ["dozen"] else 1  # "a dozen and a half" is 18
        return number + of * more, "bare", after
    if tokens[end : end + 1] == ["point"] and end + 1 < len(tokens) and tokens[end + 1] in ONES:
        digit = ONES[tokens[end + 1]]
        return number + digit / 10, "bare", end + 2
    sliced = written_part(tokens, end)
    if sliced is not None and number == int(number) and end > 0 and is_number(tokens[end - 1]):
        return number + sliced[0], "bare", sliced[1]
    return number, "bare", end


def _and_part(tokens: Sequence[str], end: int) -> tuple[float, int]:
    """`and a half`, `and three quarters` after a whole number."""
    if tokens[end : end + 1] not in (["and"], ["&"]):
        return 0.0, end
    if tokens[end + 1 : end + 3] in (["a", "half"], ["a", "quarter"], ["a", "third"], ["one", "half"]):
        following = tokens[end + 3 : end + 4]
        return 1 / PARTS[tokens[end + 2]], end + 3 if following != ["of"] else end
    if tokens[end + 1 : end + 3] == ["three", "quarters"]:
        return 0.75, end + 3
    sliced = written_part(tokens, end + 1)
    if sliced is not None and tokens[end + 4 : end + 5] != ["of"]:
        return sliced
    return 0.0, end


def _skip_article(tokens: Sequence[str], end: int) -> int:
    """`half a day`, `a quarter of an hour`: the place of the unit."""
    after = end + len(phrase_at(tokens, end, (("of", "a"), ("of", "an"), ("a",), ("an",))))
    return after if after < len(tokens) and tokens[after] != "week" else end


def _article_unit(tokens: Sequence[str], start: int) -> Amount | None:
    """`a year and a half`, `an hour`, `a couple of days`, and at the beginning `year and a half`."""
    place = start + (tokens[start : start + 1] in (["a"], ["an"]))
    unit, size = _unit_at(tokens, place)
    if unit not in ("hours", "days", "years") or len(tokens[place]) < 3:
        return None
    more, end = _and_part(tokens, place + 1)
    of_a_count = start > 0 and (is_number(tokens[start - 1]) or tokens[start - 1] in _TIMES)
    if of_a_count or (place == start and (start or not more or plural(tokens[start]))):
        return None
    return _rate(tokens, Amount((1 + more) * size, unit, end))


def _unit_at(tokens: Sequence[str], place: int) -> tuple[Unit, float]:
    if place < len(tokens):
        if tokens[place : place + 2] == ["per", "cent"]:
            return "percent", 1.0
        return UNITS.get(tokens[place], ("bare", 1.0))
    return "bare", 1.0


def _with_unit(tokens: Sequence[str], found: Amount) -> Amount:
    place = found.end
    if tokens[place : place + 2] == ["of", "a"] and _unit_at(tokens, place + 2)[0] in (
        "days",
        "hours",
        "years",
    ):
        place += 2
    if tokens[place : place + 1] == ["-"] and _unit_at(tokens, place + 1)[0] in ("hours", "days", "years"):
        place += 1
    if tokens[place : place + 1] in (["full"], ["whole"], ["working"], ["solid"], ["good"]):
        place += 1
    unit, size = _unit_at(tokens, place)
    if place >= len(tokens) or (tokens[place] not in UNITS and unit == "bare"):
        return _of_a_day(tokens, found)
    end = place + (2 if tokens[place] == "per" else 1)
    return _rate(tokens, replace(found, value=found.value * size, unit=unit, end=end))


_DAYS: Final = word_set("day d shift night morning afternoon evening workday")


def _of_a_day(tokens: Sequence[str], found: Amount) -> Amount:
    """`15 each day`, `2 daily` at the end of a part: a figure without a unit that was said of a day; or of a month."""
    first, second = [*tokens[found.end : found.end + 2], "", ""][:2]
    if first in _RATES and UNITS.get(second, ("",))[0] in ("hours", "years"):
        return replace(found, unit="other", end=found.end + 2)
    if first in _RATES and second in _DAYS:
        return replace(found, unit="other", daily=True, end=found.end + 2)
    daily = first == "daily" and not second[-1:].isalnum()
    return replace(found, unit="other", daily=True, end=found.end + 1) if daily else found


def _rate(tokens: Sequence[str], found: Amount) -> Amount:
    """`a week`, `per day`, `weekly` after hours or days, as hours or days of one week."""
    if found.unit not in ("hours", "days"):
        return found
    following = list(tokens[found.end : found.end + 2])
    if following[:1] in (["weekly"], ["pw"]):
        return replace(found, end=found.end + 1, weekly=True)
    if following[:1] == ["daily"] and found.unit == "hours":
        return replace(found, value=found.value * WORKING_DAYS, end=found.end + 1, daily=True)
    if len(following) < 2 or following[0] not in _RATES:
        return found
    if following[1] in ("week", "wk"):
        return replace(found, end=found.end + 2, weekly=True)
    if following[1] in ("day", "d") and found.unit == "hours":
        return replace(found, value=found.value * WORKING_DAYS, end=found.end + 2, daily=True)
    return (
        replace(found, unit="other", end=found.end + 2)
        if following[1] in ("month", "year", "fortnight")
        else found
    )
