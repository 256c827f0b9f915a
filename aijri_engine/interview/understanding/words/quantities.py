"""The one number that answers a question, or the numbers that come near and why it is not clear."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from aijri_engine.interview.understanding.words.amounts import Amount, Unit, multiple, read_amount
from aijri_engine.interview.understanding.words.numbers import GROUPS, ONES, PARTS, TENS
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    PHRASES,
    SHORTEST_MEANT,
    VAGUE,
    Mender,
    hedged,
    plural,
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


_YEARLIKE: Final = (1900.0, 2100.0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number when clear, else the numbers that come near and why it is not clear."""

    value: float | None = None
    nearest: tuple[float, ...] = ()
    why: str = ""


def read_quantity(tokens: Sequence[str], unit: str, beside: frozenset[str]) -> Quantity:
    """The number of a line. `unit` is what the question counts; `beside` are words of the question.

    A number before the first sign leads what else is told of it ("six, the first two in a shop").
    """
    found = _quantity(tokens, unit, beside)
    opening = list(takewhile(lambda token: token not in _AFTER_A_NUMBER, tokens))
    if found.value is not None or len(opening) == len(tokens):
        return found
    first = _quantity(opening, unit, beside).value
    if first is None:
        return found
    others = (one for one in found.nearest if one != first)
    return Quantity(nearest=(first, *others), why="unsure" if hedged(tokens) else "first")


_TURNING: Final = word_set("but except")


def _quantity(tokens: Sequence[str], unit: str, beside: frozenset[str]) -> Quantity:
    mended = NUMBER_SLIPS.mend(tokens)
    slipped = list(tokens) != mended
    tokens = mended
    found, leftover = _scan(tokens, beside)
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
    same = len({(one.value, one.upper, one.bound) for one in found}) == 1
    amount = found[0] if same else _added(found)
    if amount is None:
        return Quantity(nearest=tuple(one.value for one in found), why="several")
    if amount.upper is not None:
        return Quantity(nearest=(amount.value, (amount.value + amount.upper) / 2, amount.upper), why="range")
    if amount.bound:
        return Quantity(nearest=(amount.value,), why="limit")
    value = amount.value / 100 if amount.unit == "fraction" else amount.value
    if _YEARLIKE[0] <= value <= _YEARLIKE[1] and unit == "years":
        return Quantity(why="date")
    denied = any(token in NEGATORS and token != "but" for token in tokens)
    if slipped or hedged(tokens) or ("or" in tokens and "so" not in tokens):
        return Quantity(nearest=(value,), why="unsure")
    of_age = unit == "years" and amount.unit == "bare" and bool({"am", "im"} & {*tokens})
    if leftover or denied or of_age or amount.unit == "fraction":
        return Quantity(nearest=(value,), why="more")
    return Quantity(value)


def _scan(tokens: Sequence[str], beside: frozenset[str]) -> tuple[list[Amount], list[str]]:
    """Amounts, and the words that neither belong to one nor to the question; what is counted has another unit."""
    found: list[Amount] = []
    leftover: list[str] = []
    place = 0
    while place < len(tokens):
        amount = read_amount(tokens, place)
        if amount is not None and not (
            tokens[place] == "one" and amount.end == place + 1 and len(tokens) > 2
        ):
            after = tokens[amount.end : amount.end + 1]
            counted = amount.unit == "bare" and (any(map(plural, after)) or bool(multiple(tokens, place)))
            found.append(replace(amount, unit="other") if counted else amount)
            place = amount.end + counted
            continue
        token = tokens[place]
        if token not in FILLER and token not in _AROUND and token not in beside and token != "-":
            leftover.append(token)
        place += 1
    return found, leftover


def _added(found: list[Amount]) -> Amount | None:
    """`3 years and 6 months` is one number; several others are not."""
    first, second = found[0], found[1]
    if len(found) == 2 and first.unit == second.unit == "years" and second.value < 1 <= first.value:
        plain = first.upper is None and second.upper is None and not first.bound and not second.bound
        return Amount(first.value + second.value, "years", second.end) if plain else None
    return None
