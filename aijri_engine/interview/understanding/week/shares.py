"""The amounts that a line about a week tells, each at its place: "60 %", "two days out of five", "the rest"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final, Literal

from aijri_engine.interview.understanding.week.part_amounts import PART_OF, REST, part_at
from aijri_engine.interview.understanding.words.amounts import WORKING_DAYS, multiple, read_amount
from aijri_engine.interview.understanding.words.numbers import cardinal
from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    is_number,
    phrase_at,
    phrase_list,
    word_set,
)

Kind = Literal["percent", "bare", "hours", "days", "part", "of rest", "rest", "same", "whole", "unclear"]

_DAY: Final = {
    name + ending: at
    for at, names in enumerate(PHRASES.weekdays)
    for name in names.split()
    for ending in (("", "s") if name.endswith("day") else ("",))
}
_UNTIL: Final = word_set("to till until through thru -")
_JOINED: Final = word_set(", and & + /") | _UNTIL
_HALF_DAY: Final = frozenset(PHRASES.weeks["half_a_day"])
_LEFT: Final = (*phrase_list(PHRASES.weeks["left"]), *REST)
_MOST: Final = phrase_list(PHRASES.weeks["most"])
_SAME: Final = phrase_list(PHRASES.weeks["same"])
_OUT_OF: Final = phrase_list(PHRASES.weeks["out_of"])
_TIMED: Final = frozenset(PHRASES.weeks["timed"])
_EACH: Final = frozenset(PHRASES.weeks["each"])
_EVEN: Final = _EACH | frozenset(PHRASES.weeks["evenly"])
_HALVES: Final = phrase_list((*PHRASES.weeks["half_each"], *PHRASES.weeks["fifty_fifty"]))
_MULTIPLES: Final = {"twice": 2.0, "double": 2.0, "thrice": 3.0}
_OF_BEFORE: Final = phrase_list(PHRASES.weeks["of_before"])
"""Words after an amount that is told by the one before."""
_PAUSES: Final = frozenset(".,:;-")
"""Between "the rest" and the amounts that tell what it is: "and the rest... five for menus, five teaching"."""
_OF_ALL: Final = phrase_list(("of that", "of this", "of it", "of those", "of these"))
"""The same where a whole alone stands before it: "48 hours, 36 of that teaching"."""
_BESIDE: Final = word_set(": / - to")
_IN_SO_MANY: Final = frozenset(("in", "into", "by"))
"""Between "evenly" and how many parts it makes."""
_REACH: Final = 6
"""Words within which "evenly" speaks of the amount before it [ours]."""
_LEAST_WHOLE: Final = 4.0
"""Least whole of which some parts are told: "three of four days" [ours]."""


@dataclass(frozen=True, slots=True)
class Share:
    """An amount at its place."""

    kind: Kind
    """`part`: of the week, and `of rest`: of what is left, in percent; `whole`: what all others add up to; `unclear`: a
    range, a part or a multiple of another one, or of another unit."""
    value: float
    start: int
    end: int
    of: float | None = None
    """Of how many days or hours: "two out of five"."""
    daily: bool = False
    """Hours of a day."""
    each: bool = False
    """Said of several rows, of each of them."""
    ratio: tuple[float, ...] = ()
    """Percent of several rows side by side: "60:40"."""


def shares_in(tokens: Sequence[str], most: bool = False) -> list[Share]:
    """What a line tells of amounts, in order; with `most`, "most of it" and the like are the rest of the week."""
    found: list[Share] = []
    place, of_left = 0, False
    while place < len(tokens):
        if tokens[place] in _EVEN or tokens[place : place + 3] == ["down", "the", "middle"]:
            _spread(found, tokens, place)
            place += (
                3
                if _IN_SO_MANY.issuperset(tokens[place + 1 : place + 2]) and _counts(tokens, place + 2)
                else 1
            )
        elif tokens[place] == "of" and (left := phrase_at(tokens, place + 1, _LEFT)):
            of_left, place = True, place + 1 + len(left)
        elif one := _share_at(tokens, place, found, most):
            found.append(replace(one, kind="of rest") if of_left and one.kind == "part" else one)
            place = one.end
        else:
            place += 1
    halves = [one for one in found if tokens[one.start] in _HALF_DAY]
    return halves[:2] if len(found) == len(halves) > 1 else [one for one in found if one not in halves]


def _counts(tokens: Sequence[str], place: int) -> bool:
    """A bare number stands there."""
    return cardinal(tokens, place) is not None


def _spread(found: list[Share], tokens: Sequence[str], place: int) -> None:
    """`20 each`, `the rest evenly`, and of nothing before it the whole week in equal parts."""
    if not found:
        found.append(Share("rest", 0.0, place, place + 1, each=True))
    elif tokens[place] in _EACH or (found[-1].kind == "rest" and place - found[-1].end < _REACH):
        found[-1] = replace(found[-1], each=True)


def _share_at(tokens: Sequence[str], place: int, before: list[Share], most: bool) -> Share | None:
    if one := _ratio(tokens, place):
        return one
    if (times := multiple(tokens, place)) and (before or times[1] > place + 1):
        return Share("unclear", 0.0, place, times[1])
    if parted := part_at(tokens, place):
        return Share("unclear", 0.0, place, place + parted)
    if phrase_at(tokens, place, PART_OF):
        return None
    if tokens[place] in _HALF_DAY:
        return Share("part", 50.0, place, place + 1)
    if tokens[place] in _DAY and tokens[max(0, place - 1) : place] != ["by"]:
        return _weekdays(tokens, place)
    if tuple(tokens[place : place + 4]) == ("day", "and", "a", "half"):
        return Share("days", 1.5, place, place + 4)
    if (
        not before
        and (out := phrase_at(tokens, place, _OUT_OF))
        and (whole := _counted(tokens, place + len(out)))
    ):
        return Share("whole", whole[0], place, whole[1])
    if same := phrase_at(tokens, place, _SAME):
        return Share("same", 0.0, place, place + len(same)) if before else None
    if most and (bulk := phrase_at(tokens, place, _MOST)):
        return Share("rest", 0.0, place, place + len(bulk))
    if rest := phrase_at(tokens, place, _LEFT):
        signs = len([*takewhile(lambda one: one in _PAUSES, tokens[place + len(rest) :])])
        counted = rest[-1] not in ("half", "fifth") and read_amount(tokens, place + len(rest) + signs)
        return None if counted else Share("rest", 0.0, place, place + len(rest))
    return _amount(tokens, place, before, any(one.kind in ("days", "whole") or one.of for one in before))


def _ratio(tokens: Sequence[str], place: int) -> Share | None:
    """`60:40`, `65/35`, `three to one`, `fifty fifty`, `twice as much`."""
    if halves := phrase_at(tokens, place, _HALVES):
        return Share("percent", 0.0, place, place + len(halves), ratio=(50.0, 50.0))
    if tokens[place] in _MULTIPLES and tokens[place + 1 : place + 2] == ["as"]:
        many = _MULTIPLES[tokens[place]]
        return Share("percent", 0.0, place, place + 3, ratio=(100.0 * many / (many + 1), 100.0 / (many + 1)))
    said, end, signs = [], place, set[str]()
    while one := cardinal(tokens, end):
        said.append(one[0])
        end = one[1]
        if not (tokens[end : end + 1] and tokens[end] in _BESIDE and cardinal(tokens, end + 1)):
            break
        signs.add(tokens[end])
        end += 1
    total = sum(said)
    ranged = total != 100.0 and (signs & {"-", "/"} or (signs == {"to"} and said[0] <= said[-1]))
    spelled = signs != {"to"} and not all(map(is_number, tokens[place:end:2]))
    if len(said) < 2 or not all(said) or ranged or spelled:
        return None
    end += tokens[end : end + 1] in (["percent"], ["%"])
    return Share("percent", 0.0, place, end, ratio=tuple(100.0 * one / total for one in said))


def _weekdays(tokens: Sequence[str], place: int) -> Share:
    """`mondays`, `mon tue wed`, `monday to thursday`, as so many days."""
    days, end = {_DAY[tokens[place]]}, place + 1
    while end < len(tokens):
        step = int(tokens[end] in _JOINED)
        step += tokens[end + step : end + step + 1] == ["and"]
        after = tokens[end + step] if end + step < len(tokens) else ""
        if after not in _DAY:
            break
        first = _DAY[tokens[end - 1]] if tokens[end] in _UNTIL else _DAY[after]
        days |= {*range(first, _DAY[after] + 1)}
        end += step + 1
    return Share("days", float(len(days)), place, end)


def _counted(tokens: Sequence[str], place: int) -> tuple[float, int] | None:
    """A whole of which parts are told ("ten days", "40 hours", "five"), and the place after it."""
    amount = read_amount(tokens, place)
    if amount is None or amount.unit not in ("bare", "days", "hours") or amount.value < _LEAST_WHOLE:
        return None
    end = amount.end
    while end < len(tokens) and tokens[end] in _TIMED:
        end += 1
    return amount.value, end


def _amount(tokens: Sequence[str], place: int, before: Sequence[Share], counting: bool) -> Share | None:
    """An amount with its unit; "one" alone counts where days are counted."""
    if tokens[place] == "hundred":
        percent = phrase_at(tokens, place + 1, (("percent",), ("per", "cent"), ("%",)))
        return Share("percent", 100.0, place, place + 1 + len(percent))
    amount = read_amount(tokens, place)
    value, end = (amount.value, amount.end) if amount else (1.0, place + 1)
    if tokens[place] == "ones" and counting:
        return Share("bare", 1.0, place, end)
    if amount is None or amount.unit == "years" or (amount.unit == "other" and not amount.daily):
        return None
    total = before[0] if len(before) == 1 and before[0].kind in ("hours", "days") else None
    if total and amount.unit in ("bare", total.kind) and value < total.value:
        end += len(phrase_at(tokens, end, _OF_ALL))
    if (
        amount.bound
        or amount.upper is not None
        or amount.unit == "other"
        or phrase_at(tokens, end, _OF_BEFORE)
    ):
        return Share("unclear", 0.0, place, end)
    if amount.unit == "bare" and tokens[end : end + 3] == ["and", "a", "half"]:
        value, end = value + 0.5, end + 3
    end += tokens[end : end + 1] in (["full"], ["whole"])
    timed = end + (end < len(tokens) and tokens[end] in _TIMED)
    out = phrase_at(tokens, timed, _OUT_OF)
    whole = _counted(tokens, timed + len(out)) if out and amount.unit in ("bare", "days", "hours") else None
    if whole and value < whole[0]:
        return Share("part", 100.0 * value / whole[0], place, whole[1], of=whole[0])
    if tokens[place:end] == ["one"] and not counting:
        return None
    left = phrase_at(tokens, end + 1, _LEFT) if tokens[end : end + 1] == ["of"] else ()
    if amount.unit == "fraction" or (left and amount.unit == "percent"):
        return Share("of rest" if left else "part", value, place, end + (len(left) + 1 if left else 0))
    if tokens[end : end + 1] == ["s"]:
        return None
    return Share(amount.unit, value / WORKING_DAYS if amount.daily else value, place, end, daily=amount.daily)
