"""Which amount belongs to which words; other pairings are offered, never taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.week.table import Table
from aijri_engine.interview.understanding.words.amounts import Amount
from aijri_engine.interview.understanding.words.tokens import is_number


@dataclass(frozen=True, slots=True)
class Said:
    """One amount (None: the rest) and the words it was said of, in groups when several were joined."""

    amount: Amount | None
    names: tuple[tuple[str, ...], ...]
    each: bool = False
    even: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence says about shares, before anybody knows which tasks its words name."""

    said: tuple[Said, ...] = ()
    loose_amounts: tuple[Amount, ...] = ()
    """Amounts said of nothing."""
    loose_names: tuple[tuple[str, ...], ...] = ()
    """Words of which no amount was said."""
    total: Amount | None = None
    """"a 40-hour week"."""
    summed: bool = False
    """What the amounts add up to was said, too."""
    everything: bool = False
    """"all", "only", "nothing but"."""
    even: bool = False
    vague: tuple[str, ...] = ()
    """Words such as "most" or "some" in place of an amount."""
    counted: bool = False
    """A number of people or things stands behind a week that is whole without it."""
    unclear: str = ""
    """Why it cannot be taken at its word: denied, hedged, relative, a range; "" when it can."""


Item = Amount | str | tuple[str, ...]
"""An amount, "rest", or words."""

_FACTORS: Final = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5}


def names_something(words: Sequence[str], table: Table) -> bool:
    """The words hold the name of a row, or are known as other work."""
    return bool(table.names.spans(words)) or table.other_work(words) is not None


@dataclass(slots=True)
class Piece:
    """One piece between separators while it is read."""

    items: "list[Amount | str | tuple[str, ...]]" = field(default_factory=list)
    each: bool = False
    even: bool = False

    def pattern(self) -> str:
        """A for an amount, R for the rest, N for words."""
        return "".join(
            "A" if isinstance(i, Amount) else "R" if isinstance(i, str) else "N" for i in self.items
        )

    def divide(self, table: Table) -> None:
        """Cut names where there are more amounts than names, or an amount for each."""
        if len(self.amounts()) > len(self.names()) > 0 or (self.each and self.amounts()):
            cut = [table.divided(item) if isinstance(item, tuple) else [item] for item in self.items]
            self.items = [one for group in cut for one in group]

    def amounts(self) -> list[Amount | None]:
        return [None if isinstance(i, str) else i for i in self.items if isinstance(i, (Amount, str))]

    def names(self) -> list[tuple[str, ...]]:
        return [i for i in self.items if isinstance(i, tuple)]


def pair(pieces: list[Piece], table: Table) -> Sentence:
    said: list[Said] = []
    amounts: list[Amount] = []
    names: list[tuple[str, ...]] = []
    open_group = guessed = False
    for piece in _at_and(pieces):
        piece.divide(table)
        pattern = piece.pattern()
        if not pattern:
            continue
        found = _paired(piece, pattern) or _beside_a_rest(piece)
        if found is None and pattern in ("NAN", "NRN"):
            found = _one_known(piece, table)
            guessed = guessed or found is not None
        if found is None and pattern.strip("N") == "" and open_group:
            said[-1] = replace(said[-1], names=(*said[-1].names, *piece.names()))
            continue
        if found is None:
            given = piece.amounts()
            if given and (piece.each or len(given) == 1) and not piece.names() and names:
                said.append(Said(given[0], tuple(names), piece.each or False, piece.even))
                names = []
                continue
            if piece.each and len(given) == 1 and not piece.names() and not said:
                said, open_group = [Said(given[0], (), True)], True
                continue
            amounts += [one for one in given if one is not None]
            if None in given:
                said += [Said(None, tuple(piece.names()), piece.each, piece.even)]
                open_group = True
                continue
            names += piece.names()
            continue
        guessed = guessed or (piece.each and pattern == "NA" and not names)
        if piece.each and names and pattern[0] == "N":
            found = [replace(found[0], names=(*names, *found[0].names), each=True), *found[1:]]
            names = []
        said += found
        open_group = (piece.each or piece.even) and pattern[0] in "AR"
    loose = bool(said)
    if amounts and len(amounts) == len(names):
        said += [Said(amount, (name,)) for amount, name in zip(amounts, names, strict=True)]
        guessed = guessed or loose
        amounts, names = [], []
    return Sentence(tuple(said), tuple(amounts), tuple(names), unclear="order" if guessed else "")


def _beside_a_rest(piece: Piece) -> list[Said] | None:
    """`train 50 rest`: the amounts with their words, and a rest of which nothing is said."""
    told = Piece([item for item in piece.items if item != "rest"], piece.each, piece.even)
    found = _paired(told, told.pattern()) if None in piece.amounts() else None
    return [*found, Said(None, ())] if found else None


def _one_known(piece: Piece, table: Table) -> list[Said] | None:
    """An amount between words of which only one side names something: that side, to be confirmed."""
    names = piece.names()
    known = [name for name in names if names_something(name, table)]
    counted = any(is_number(word) for name in names for word in name)
    return [Said(piece.amounts()[0], (known[0],))] if len(known) == 1 and not counted else None


def _at_and(pieces: list[Piece]) -> list[Piece]:
    """Pieces cut at "and" where every part then has an amount and words of its own."""
    result: list[Piece] = []
    for piece in pieces:
        parts = [Piece(each=piece.each, even=piece.even)]
        for item in piece.items:
            if item == ("and",):
                parts.append(Piece(each=piece.each, even=piece.even))
            else:
                parts[-1].items.append(item)
        parts = [part for part in parts if part.items]
        whole = all("N" in part.pattern() and part.pattern() != "N" * len(part.items) for part in parts)
        if whole and len(parts) > 1:
            result += parts
        else:
            joined = Piece([item for part in parts for item in part.items], piece.each, piece.even)
            result += _cut_front(parts) or [joined]
    return result


def _cut_front(parts: list[Piece]) -> list[Piece]:
    """`half training and debugging and 20 design`: the parts with an amount stay apart, others join the one "
    "before."""
    patterns = [part.pattern() for part in parts]
    if sum(1 for pattern in patterns if "A" in pattern or "R" in pattern) < 2 or "N" in patterns[:1]:
        return []
    found: list[Piece] = []
    for part, pattern in zip(parts, patterns, strict=True):
        if found and set(pattern) == {"N"} and found[-1].pattern()[0] in "AR":
            found[-1].items += part.items
        else:
            found.append(part)
    return found if all("N" in part.pattern() for part in found) else []


def _paired(piece: Piece, pattern: str) -> list[Said] | None:
    """Amounts with their words, where the order of the two leaves no doubt."""
    amounts, names = piece.amounts(), piece.names()
    if not amounts or not names:
        return None
    if len(amounts) == 1 and (pattern[0] in "AR" or pattern[-1] in "AR"):
        return [Said(amounts[0], tuple(names), piece.each, piece.even)]
    alternating = len(amounts) == len(names) and all(
        (one == "N") != (other == "N") for one, other in pairwise(pattern)
    )
    half = len(pattern) // 2
    listed = len(amounts) == len(names) and set(pattern[:half]) != set(pattern[half:]) and (
        "N" * half in (pattern[:half], pattern[half:])
    )  # fmt: skip
    if alternating or listed:
        return [Said(amount, (name,)) for amount, name in zip(amounts, names, strict=True)]
    return None
