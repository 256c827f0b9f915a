"""The one number that answers a question, or the numbers that come near and why it is not clear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final, Literal

from aijri_engine.interview.understanding.words.amounts import Amount, Unit, multiple, read_amount
from aijri_engine.interview.understanding.words.numbers import GROUPS, ONES, PARTS, TENS
from aijri_engine.interview.understanding.words.spans import YEARLIKE, times_off
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    PHRASES,
    SHORTEST_MEANT,
    VAGUE,
    Mender,
    hedged,
    holds,
    phrase_at,
    phrase_list,
    plural,
    split_at,
    word_set,
)

NUMBER_SLIPS: Final = Mender(
    [word for word in (*ONES, *TENS) if len(word) > SHORTEST_MEANT],
    (*FILLER, *PARTS, *GROUPS, *ONES, "even", "right"),
)
"""Number words of at least five letters; shorter ones are too near to other words."""


_NONE: Final = word_set("none nothing never nil")


_AROUND: Final = word_set(PHRASES.number_frame)


_AFTER_A_NUMBER: Final = frozenset((",", ";", ".", "!", "("))


FEW_WORDS: Final = 5
"""Words up to which a line that denies may mean none at all [ours]."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number when clear, else the numbers that come near and why it is not clear."""

    value: float | None = None
    nearest: tuple[float, ...] = ()
    why: str = ""


def read_quantity(tokens: Sequence[str], unit: str, beside: frozenset[str]) -> Quantity:
    """The number of a line. `unit` is what the question counts; `beside` are words of the question.

    A number before the first sign leads what else is told of it ("six, the first two in a shop"), and what a line
    says last to put leads everything.
    """
    if (settled := _settled(tokens)) and (last := _quantity(settled, unit, beside).value) is not None:
        return Quantity(nearest=(last,), why="more")
    found = _quantity(tokens, unit, beside)
    opening = list(takewhile(lambda token: token not in _AFTER_A_NUMBER, tokens))
    if found.value is not None or len(opening) == len(tokens) or found.why in WHOLE:
        return found
    first = _quantity(opening, unit, beside).value
    if first is None:
        return found
    others = (one for one in found.nearest if one != first)
    return Quantity(nearest=(first, *others), why="unsure" if hedged(tokens) else "first")


def _settled(tokens: Sequence[str]) -> list[str]:
    """What the last part of a line says to put ("22 in the trade, ten of them here; put 22"); [] for another."""
    parts = [part for part in split_at(tokens, _AFTER_A_NUMBER) if part]
    said = phrase_at(parts[-1], 0, _SETTLING) if len(parts) > 1 else ()
    return parts[-1][len(said) :] if said else []


WHOLE: Final = ("sum", "differs")
"""Where all amounts of a line were put together."""

_SETTLING: Final = phrase_list(
    f"{led}{one}"
    for led in ("", "so ", "just ")
    for one in ("put", "put down", "call it", "say", "lets say", "make it")
)
_IN_ALL: Final = phrase_list({*PHRASES.weeks["in_total"]} - {"week", "weeks"})
_SHORT_OF: Final = phrase_list(("less than", "under", "below", "not even", "not yet"))
_HARDLY: Final = phrase_list(("hardly", "barely", "scarcely", "not quite"))
_IN_TURN: Final = word_set("then afterwards after followed")

_TURNING: Final = word_set("but except")
_TAKES_AWAY: Final = phrase_list((*PHRASES.takes_away, *PHRASES.excepting))
_ADDS: Final = word_set(PHRASES.adds)
_CONCLUDES: Final = phrase_list(PHRASES.concludes)
_OF_THEM: Final = word_set("them these those which that it")
_WHERE: Final = word_set("at in on with for as under here there")
_BEFORE_ONE: Final = word_set("minus less plus for")
_OF_AGE: Final = word_set("am im aged age was at turned turn")


def _quantity(tokens: Sequence[str], unit: str, beside: frozenset[str]) -> Quantity:
    mended = NUMBER_SLIPS.mend(tokens)
    slipped = list(tokens) != mended
    tokens = mended
    found, leftover, starts = _scan(tokens, beside)
    if not found:
        words = [token for token in tokens if token[0].isalnum()]
        if len(words) == 1 and words[0] in _NONE:
            return Quantity(0.0)
        if len(words) <= FEW_WORDS and any(word in NEGATORS and word not in _TURNING for word in words):
            return Quantity(nearest=(0.0,), why="more")
        if "one" in words and _AROUND.union(FILLER).issuperset(words):
            return Quantity(nearest=(1.0,), why="more")
        return Quantity(why="vague" if any(word in VAGUE for word in words) else "")
    wanted: tuple[Unit, ...] = ("bare", "years") if unit == "years" else ("bare", "percent")
    half = unit == "years" and [amount.unit for amount in found] == ["fraction"]  # offered, not taken
    if any(amount.unit not in wanted for amount in found) and not half:
        return Quantity(why="unit")
    dated = [one for one in found if YEARLIKE[0] <= one.value <= YEARLIKE[1]]
    if unit == "years" and dated:
        before = [one for one in found if one.unit == unit and one.end < dated[0].end]
        before = _concluded(tokens, found, starts, unit) or before
        counted = tuple(one.value for one in before if not (one.bound or one.upper))
        return Quantity(nearest=counted, why="unsure") if len(counted) == 1 else Quantity(why="date")
    if (near := _short_of(tokens, found, starts)) is not None:
        return Quantity(nearest=near, why="range")
    if (whole := _in_all(tokens, found, starts)) is not None:
        return Quantity(nearest=(whole,), why="sum")
    same = len({(one.value, one.upper, one.bound) for one in found}) == 1
    made = () if same else _made(tokens, found, starts)
    less = bool(made) and made[0] <= found[0].value
    amount = found[0] if same else None if less else _added(found)
    if amount is None and made:
        return Quantity(nearest=made, why="sum" if len(made) == 1 else "differs")
    if amount is None:
        cut = any(one.upper is not None or one.bound for one in found)
        return Quantity(nearest=() if cut else tuple(one.value for one in found), why="several")
    if amount.upper is not None:
        return Quantity(nearest=(amount.value, (amount.value + amount.upper) / 2, amount.upper), why="range")
    if amount.bound:
        return Quantity(nearest=(amount.value,), why="limit")
    value = amount.value / 100 if amount.unit == "fraction" else amount.value
    denied = any(token in NEGATORS and token != "but" for token in tokens)
    if slipped or hedged(tokens) or ("or" in tokens and "so" not in tokens):
        return Quantity(nearest=(value,), why="unsure")
    of_age = unit == "years" and amount.unit == "bare" and bool({"am", "im"} & {*tokens})
    if leftover or denied or of_age or amount.unit == "fraction":
        return Quantity(nearest=(value,), why="more")
    return Quantity(value)


def _concluded(tokens: Sequence[str], found: list[Amount], starts: list[int], unit: str) -> list[Amount]:
    """The amount that a line comes to at its end, told in the unit ("2010, no wait, twelve, so fourteen years")."""
    ends = range(max(0, starts[-1] - FAR), starts[-1])
    said = any(at + len(phrase_at(tokens, at, _CONCLUDES)) == starts[-1] for at in ends)
    return found[-1:] if said and found[-1].unit == unit else []


def _short_of(tokens: Sequence[str], found: list[Amount], starts: list[int]) -> tuple[float, ...] | None:
    """What comes near one that is not reached ("less than a year", "hardly a year"); None for any other amount."""
    if len(found) > 1 or found[0].unit != "years" or found[0].value > 1 or found[0].upper is not None:
        return None
    most, told = found[0].value, [*tokens[max(0, starts[0] - FAR) : found[0].end]]
    if any(holds(told, one) for one in _SHORT_OF):
        return 0.0, most / 2
    return (most / 2, most) if any(holds(told, one) for one in _HARDLY) else None


def _in_all(tokens: Sequence[str], found: list[Amount], starts: list[int]) -> float | None:
    """The one amount that is said to be all of it, the others parts of it ("10 here, 22 in all")."""
    taken = any(phrase_at(tokens, at, _TAKES_AWAY) for at in range(len(tokens))) or times_off(tokens)
    if len(found) < 2 or taken or (_ADDS - {"and"}) & {*tokens}:
        return None
    whole = [
        one.value
        for one, start in zip(found, starts, strict=True)
        if phrase_at(tokens, one.end, _IN_ALL)
        or any(tuple(tokens[max(0, start - len(said)) : start]) == said for said in _IN_ALL)
    ]
    plain = not any(one.bound or one.upper is not None for one in found)
    parts = sum(one.value for one in found) - sum(whole)
    return whole[0] if plain and len(whole) == 1 and parts <= whole[0] else None


FAR: Final = 3
"""Words of the longest phrase by which a line concludes."""


def _scan(tokens: Sequence[str], beside: frozenset[str]) -> tuple[list[Amount], list[str], list[int]]:
    """Amounts, the words that neither belong to one nor to the question, and where each amount begins.

    What is counted has another unit.
    """
    found: list[Amount] = []
    leftover: list[str] = []
    starts: list[int] = []
    place = 0
    while place < len(tokens):
        amount = read_amount(tokens, place)
        if amount is not None and not (
            tokens[place] == "one" and amount.end == place + 1 and _stands_for_it(tokens, place)
        ):
            starts.append(place)
            after = tokens[amount.end : amount.end + 1]
            counted = amount.unit == "bare" and (any(map(plural, after)) or bool(multiple(tokens, place)))
            found.append(replace(amount, unit="other") if counted else amount)
            place = amount.end + counted
            continue
        token = tokens[place]
        if token not in FILLER and token not in _AROUND and token not in beside and token != "-":
            leftover.append(token)
        place += 1
    return found, leftover, starts


def _stands_for_it(tokens: Sequence[str], place: int) -> bool:
    """A "one" that is no figure; it is one alone, before "more", and at an end after "minus" or "for"."""
    after = tokens[place + 1 : place + 2]
    ends = not after or after[0] in _AFTER_A_NUMBER
    counts = after == ["more"] or (ends and place and tokens[place - 1] in _BEFORE_ONE)
    return len(tokens) > 2 and not counts


def _made(tokens: Sequence[str], found: Sequence[Amount], starts: Sequence[int]) -> tuple[float, ...]:
    """What parts make that are told one after the other, what was not worked taken away; () where that is unclear.

    More than one where the person says another sum, or where the first may be the whole of the others.
    """
    totals: list[float] = []
    signs: list[Sign] = []
    for at, (one, start) in enumerate(zip(found, starts, strict=True)):
        before = tokens[found[at - 1].end if at else 0 : start]
        after = tokens[one.end : starts[at + 1] if at + 1 < len(found) else len(tokens)]
        of_age = one.end == start + 1 and before and before[-1] in _OF_AGE
        signs.append(_sign(before, after, one.value) if at else "whole")
        if one.upper is not None or one.bound or one.unit == "fraction" or of_age or not signs[-1]:
            return ()
        if signs[-1] == "whole":
            totals.append(0.0)
        totals[-1] += _WORTH.get(signs[-1], 1) * one.value
    listed = "listed" in signs
    if signs[-1] == "listed" and not _side_by_side(tokens, found):
        return ()
    return tuple(dict.fromkeys((*totals, found[0].value) if listed else totals))


def _side_by_side(tokens: Sequence[str], found: Sequence[Amount]) -> bool:
    """Each amount is followed by where that was: "two years at A, three years at B"."""
    return all(_WHERE & {*tokens[one.end : one.end + 1]} for one in found)


Sign = Literal["whole", "more", "less", "between", "listed", ""]
"""What an amount is to those before it; `whole` begins anew, `between` is none of it, empty where none is said."""
_WORTH: Final[Mapping[Sign, int]] = {"less": -1, "between": 0}


def _sign(before: Sequence[str], after: Sequence[str], amount: float) -> Sign:
    after = list(takewhile(lambda token: token not in _AFTER_A_NUMBER, after))
    less = [at for at in range(len(before)) if phrase_at(before, at, _TAKES_AWAY)]
    more = [at for at, word in enumerate(before) if word in _ADDS]
    off = [*times_off(before), *less]
    for at in range(len(before)):
        end = at + len(phrase_at(before, at, _CONCLUDES))
        if end > at and FILLER.issuperset(before[end:]):
            return "whole"
    if times_off(after) and _IN_TURN & {*before} and not less:
        return "between"
    if times_off(after) or (off and max(off) > max(more, default=-1)):
        return "less"
    if after[:1] == ["of"] and {*after[1:2]} & _OF_THEM:
        return ""
    if after[:1] == ["more"] or (more and (list(before) not in (["and"], ["&"]) or amount < 1)):
        return "more"
    return "listed" if before[-1:] == [","] else ""


def _added(found: list[Amount]) -> Amount | None:
    """`3 years and 6 months` is one number; several others are not."""
    first, second = found[0], found[1]
    if len(found) == 2 and first.unit == second.unit == "years" and second.value < 1 <= first.value:
        plain = first.upper is None and second.upper is None and not first.bound and not second.bound
        return Amount(first.value + second.value, "years", second.end) if plain else None
    return None
