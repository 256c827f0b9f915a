"""One number for a question: "six and a half years", "18 months"; ranges and limits are asked back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aijri_engine.interview.understanding.number_words import GROUPS, ONES, PARTS, TENS
from aijri_engine.interview.understanding.numbers import Amount, Unit, read_amount
from aijri_engine.interview.understanding.slips import SHORTEST_MEANT, Mender
from aijri_engine.interview.understanding.words import FILLER, NEGATORS, VAGUE, hedged, word_set

NUMBER_SLIPS: Final = Mender(
    [word for word in (*ONES, *TENS) if len(word) > SHORTEST_MEANT],
    (*FILLER, *PARTS, *GROUPS, *ONES, "even", "right"),
)
"""Number words of at least five letters; shorter ones are too near to other words."""

_NONE: Final = word_set("none nothing never nil")
_AROUND: Final = word_set(
    "experience professionally altogether overall something since career doing full whole good solid now "
    "exactly so or far "
    'paid research industry professional so and in total ~ . , ! ) ( " year years now old'
) - {"since", "old"}
_YEARLIKE: Final = (1900.0, 2100.0)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number when clear, else the numbers that come near and why it is not clear."""

    value: float | None = None
    nearest: tuple[float, ...] = ()
    why: str = ""


def read_quantity(tokens: Sequence[str], unit: str, beside: frozenset[str]) -> Quantity:
    """The number of a line. `unit` is what the question counts; `beside` are words of the question."""
    mended = NUMBER_SLIPS.mend(tokens)
    slipped = list(tokens) != mended
    tokens = mended
    found, leftover = _scan(tokens, beside)
    if not found:
        words = [token for token in tokens if token[0].isalnum()]
        if len(words) == 1 and words[0] in _NONE:
            return Quantity(0.0)
        if any(word in NEGATORS for word in words):
            return Quantity(nearest=(0.0,), why="more")
        return Quantity(why="vague" if any(word in VAGUE for word in words) else "")
    wanted: tuple[Unit, ...] = ("bare", "years") if unit == "years" else ("bare", "percent")
    if any(amount.unit not in wanted for amount in found) and not _part_of_a_unit(found, unit):
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
    if leftover or denied or amount.unit == "fraction":
        return Quantity(nearest=(value,), why="more")
    return Quantity(value)


def _scan(tokens: Sequence[str], beside: frozenset[str]) -> tuple[list[Amount], list[str]]:
    """Amounts, and the words that neither belong to one nor to the question."""
    found: list[Amount] = []
    leftover: list[str] = []
    place = 0
    while place < len(tokens):
        amount = read_amount(tokens, place)
        if amount is not None and not (
            tokens[place] == "one" and amount.end == place + 1 and len(tokens) > 2
        ):
            found.append(amount)
            place = amount.end
            continue
        token = tokens[place]
        if token not in FILLER and token not in _AROUND and token not in beside and token != "-":
            leftover.append(token)
        place += 1
    return found, leftover


def _part_of_a_unit(found: list[Amount], unit: str) -> bool:
    """`half` or `3/4` alone; offered, not taken."""
    return unit == "years" and len(found) == 1 and found[0].unit == "fraction"


def _added(found: list[Amount]) -> Amount | None:
    """`3 years and 6 months` is one number; several others are not."""
    first, second = found[0], found[1]
    if len(found) == 2 and first.unit == second.unit == "years" and second.value < 1 <= first.value:
        plain = first.upper is None and second.upper is None and not first.bound and not second.bound
        return Amount(first.value + second.value, "years", second.end) if plain else None
    return None
