"""A week as the likeliest whole: every amount with those words around it that most speak for some row.

Where a sentence cannot be taken apart with certainty, this finds the reading that fits best as a whole: all amounts
are used, they add up to a week, and each has words of its own. It is only ever put to be confirmed.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week.shares import Kind, Share, shares_in
from aijri_engine.interview.understanding.week.table import Table, bare
from aijri_engine.interview.understanding.week.wholes import percents, wholes
from aijri_engine.interview.understanding.words.tokens import (
    COUNTED,
    FILLER,
    NEGATORS,
    PHRASES,
    is_number,
)
from aijri_engine.interview.values import own_name

NAMED: Final = 6.0
"""What a name of a row among the words adds to their log-likelihood ratio for it [ours]."""

CALLED: Final = 10.0
"""The same where all the words are such a name [ours]."""

LEAST: Final = 4.0
"""Ratio below which words are of no row, but of work beside these [derived: weeks of six writers, 3 to 7 tried]."""

ENOUGH: Final = 12.0
"""Ratio from which more says no more [ours]."""

OWN: Final = 3.0
"""Worth of words that are of no row [ours],"""

OTHER: Final = 7.0
"""and of such that are known as work beside the rows [ours]."""

AGAIN: Final = 5.0
"""What it costs that two amounts side by side are of the same row [ours],"""

BOTH: Final = 2.0
"""that the words of one stand before and after it [ours],"""

TURNED: Final = 3.0
"""that some words stand before their amount and some after [ours],"""

LEFT: Final = 0.5
"""that words between signs belong to no amount [ours],"""

SLOT: Final = 4.0
"""and that one more row shares an amount [ours]."""

_DENYING: Final = NEGATORS - {"but"}

BREAKS: Final = {
    ".": 3.0, ";": 3.0, "!": 3.0, "?": 3.0, ",": 1.0, "and": 1.0, "&": 1.0, "but": 1.5, "then": 1.0, "plus": 1.0,
    "-": 0.7, ":": 0.3, "(": 1.0, ")": 1.0, "+": 1.0,
}  # fmt: skip
"""What it costs that words belong to an amount beyond such a sign [ours]."""

GROUPED: Final = dict.fromkeys(PHRASES.weeks["against"], 0.5)
"""The same where one amount is of several rows."""

MOST_SHARES: Final = 12
"""Amounts of a line that are read [ours]."""

MOST_EACH: Final = 7
"""Rows that share an amount, but for one [ours]."""

MOST_PIECES: Final = 10
"""Words between signs that are shared out among these [ours]."""

_EVERY_ONE: Final = re.compile(r"\bevery (?:single )?one of (?:them|these|those)\b")
_WEEK: Final = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES.weeks['one_of_two'], key=len, reverse=True))})\b")


@dataclass(frozen=True, slots=True, order=True)
class Meant:
    """What words around an amount speak for."""

    score: float
    row: str | None
    own: str = ""
    called: bool = False
    """The row is called by its name."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between two signs, and what it costs that they belong to the amount before them, or to the one after."""

    words: tuple[str, ...]
    before: float
    after: float


@dataclass(frozen=True)
class Found:
    """A whole week: percent with what each is for."""

    score: float
    amounts: tuple[float, ...]
    meant: tuple[Meant, ...]
    hours: float | None = None
    """Hours of the week, where all of it was told in hours."""

    def week(self) -> Draft:
        """The week in percent, or in hours where it was told so."""
        draft = Draft()
        for amount, one in zip(self.amounts, self.meant, strict=True):
            rows, key = (draft.rows, one.row) if one.row is not None else (draft.own, one.own)
            rows[key] = rows.get(key, 0.0) + amount
        if self.hours:
            draft.scale(self.hours / 100.0)
            draft.unit = "hours"
        return draft

    @property
    def distinct(self) -> bool:
        """No two amounts are for the same row."""
        return len({(one.row, one.own) for one in self.meant}) == len(self.meant)

    @property
    def told(self) -> float:
        """How much its words say on average, those for work that is no row nothing."""
        return sum(one.score for one in self.meant if one.row is not None) / len(self.meant)


def likeliest(tokens: Sequence[str], table: Table) -> Found | None:
    """The likeliest whole week of a line; None where its amounts add up to none. Of two weeks the mean."""
    text = _EVERY_ONE.sub("each", " ".join(tokens))
    reader, tokens = _Reader(table), text.split()
    first, second = [*_WEEK.finditer(text), None, None][:2]
    if first is None or second is None:
        told = shares_in(tokens)
        read = {place for one in told for place in range(one.start, one.end)}
        unread = any(is_number(one) and place not in read for place, one in enumerate(tokens))
        none = (
            not told
            or unread
            or any(one.kind == "unclear" or _counts(one, tokens, told, table) for one in told)
        )
        return None if none else reader.read(tokens)
    parts = [part.split() for part in (text[first.end() : second.start()], text[second.end() :])]
    hours = any(share.kind == "hours" for part in parts for share in shares_in(part))
    one, two = (reader.read(part, "hours" if hours else "bare") for part in parts)
    if one is None or two is None:
        return None
    halved = tuple(value / 2 for value in (*one.amounts, *two.amounts))
    return Found(one.score + two.score, halved, one.meant + two.meant)


def _counts(share: Share, tokens: Sequence[str], told: Sequence[Share], table: Table) -> bool:
    """A figure of people or things beside the rest of a week: "8 patients, rest records"."""
    after = [*takewhile(lambda one: one[-1].isalnum(), tokens[share.end :])]
    if share.kind != "bare" or not after:
        return False
    return after[0] in COUNTED or (any(one.kind == "rest" for one in told) and table.counted(after))


class _Reader:
    """Weighs words for the rows of one table; lives for one line."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._kept: dict[tuple[str, ...], Meant | None] = {}

    def read(self, tokens: Sequence[str], bare: Kind = "bare") -> Found | None:
        """The likeliest whole; `bare` is what figures without a unit are."""
        ways = (shares_in(tokens), shares_in(tokens, most=True))
        if not any(ways):
            meant = self._best(_pieces(tokens, 0, len(tokens), ()))
            return Found(meant.score, (100.0,), (meant,)) if meant else None
        said = ([replace(one, kind=bare) if one.kind == "bare" else one for one in way] for way in ways)
        found = next((some for one in said if (some := [*self._wholes(tokens, one)])), [])
        return max(found, key=lambda one: one.score, default=None)

    def _wholes(self, tokens: Sequence[str], shares: Sequence[Share]) -> Iterator[Found]:
        for kept, whole, worth in wholes(shares, tokens) if len(shares) <= MOST_SHARES else ():
            for many in range(2, MOST_EACH) if any(one.each for one in kept) else (1,):
                if amounts := percents(kept, whole, many):
                    score, meant = self._assigned(tokens, kept, shares, many)
                    called = [one.row for one in meant if one.called]
                    if len(meant) == len(amounts) and len({*called}) == len(called):
                        hours = whole or sum(one.value for one in kept)
                        timed = {one.kind for one in shares} <= {"hours", "bare", "whole"}
                        timed = timed and any(one.kind == "hours" for one in shares)
                        yield Found(score + worth, amounts, meant, hours if timed else None)

    def _assigned(
        self, tokens: Sequence[str], kept: Sequence[Share], shares: Sequence[Share], many: int
    ) -> tuple[float, tuple[Meant, ...]]:
        """The cut of the words between the amounts by which each gets the most telling ones."""
        ends, starts = [0, *(one.end for one in kept)], [*(one.start for one in kept), len(tokens)]
        dropped = [one for one in shares if one not in kept]
        breaks = BREAKS | GROUPED if any(one.each or one.ratio for one in kept) else BREAKS
        gaps = [_pieces(tokens, *gap, dropped, breaks) for gap in zip(ends, starts, strict=True)]
        states: dict[tuple[int, str], tuple[float, tuple[Meant, ...]]] = {
            (cut, ""): (0.0, ()) for cut in range(self._free(gaps[0]) + 1)
        }
        for at, share in enumerate(kept):
            slots = len(share.ratio) or (many if share.each else 1)
            new: dict[tuple[int, str], tuple[float, tuple[Meant, ...]]] = {}
            after = gaps[at + 1]
            for (start, order), (score, told) in states.items():
                for cut in range(len(after) + 1):
                    worth, side, meant = self._told(gaps[at][start:], after[:cut], slots)
                    again = bool(told and meant) and told[-1].row == meant[0].row is not None
                    worth += score - AGAIN * again - TURNED * (order != "" and side != order)
                    for begin in range(cut, cut + self._free(after[cut:]) + 1) if meant else ():
                        left = worth - LEFT * (begin - cut)
                        if (begin, side) not in new or new[begin, side][0] < left:
                            new[begin, side] = left, told + meant
            states = new
        whole = [one for (begin, _), one in states.items() if begin == len(gaps[-1])]
        return max(whole, key=lambda one: one[0], default=(0.0, ()))

    def _free(self, pieces: Sequence[_Piece]) -> int:
        """How many of the first pieces may belong to no amount: those that call no row."""
        called = (at for at, one in enumerate(pieces) if self._table.names.whole(bare(one.words)))
        return next(called, len(pieces))

    def _told(
        self, before: Sequence[_Piece], after: Sequence[_Piece], slots: int
    ) -> tuple[float, str, tuple[Meant, ...]]:
        """What the words before and after an amount tell that it is for, and on which side they stand."""
        side = "both" if before and after else "before" if before else "after"
        if slots > 1:
            ways = (("before", self._several(before, slots)), ("after", self._several(after, slots)))
            return max(((worth, one, meant) for one, (worth, meant) in ways), key=lambda one: one[0])
        cost = sum(one.after for one in before) + sum(one.before for one in after)
        found = self._best([*before, *after])
        return (found.score - cost - BOTH * (side == "both"), side, (found,)) if found else (0.0, side, ())

    def _several(self, pieces: Sequence[_Piece], slots: int) -> tuple[float, tuple[Meant, ...]]:
        """The cut of pieces into so many neighbours of which each tells most."""
        if slots == 1 or not slots <= len(pieces) <= MOST_PIECES:
            found = self._best(pieces) if slots == 1 else None
            return (found.score - SLOT, (found,)) if found else (-math.inf, ())
        best: tuple[float, tuple[Meant, ...]] = (-math.inf, ())
        for cut in range(1, len(pieces) - slots + 2):
            first = self._best(pieces[:cut])
            worth, rest = self._several(pieces[cut:], slots - 1) if first else (-math.inf, ())
            if first and rest and (first.row is None or first.row not in {one.row for one in rest}):
                best = max(best, (first.score - SLOT + worth, (first, *rest)), key=lambda one: one[0])
        return best

    def _best(self, pieces: Sequence[_Piece]) -> Meant | None:
        """What some pieces tell together; nothing where two rows are called by name: how these divide is not said."""
        if len({keys for one in pieces if len(keys := self._table.names.whole(bare(one.words))) == 1}) > 1:
            return None
        words = tuple(word for one in pieces for word in one.words)
        return self._meant(words) if words else None

    def _meant(self, words: tuple[str, ...]) -> Meant | None:
        if words not in self._kept:
            self._kept[words] = self._weighed(words)
        return self._kept[words]

    def _weighed(self, words: tuple[str, ...]) -> Meant | None:
        told, table = bare(words), self._table
        other = table.other_work(told or words)
        if not told or all(one in FILLER for one in told):
            row = table.match(words).row
            return Meant(ENOUGH, row, called=True) if row else Meant(OTHER, None, other) if other else None
        about = {**table.described.about(" ".join(words))}
        for _, _, keys in table.names.spans(told):
            about |= {key: about[key] + NAMED / len(keys) for key in keys}
        about |= {key: about[key] + CALLED for key in table.names.whole(told)}
        best = max(about, key=lambda key: about[key])
        if other and about[best] < OTHER:
            return Meant(OTHER, None, other)
        if about[best] < LEAST:
            return Meant(OWN, None, own_name(" ".join(told)))
        return Meant(min(about[best], ENOUGH), best, called=best in table.names.whole(told))


def _pieces(
    tokens: Sequence[str], start: int, end: int, dropped: Sequence[Share], breaks: dict[str, float] = BREAKS
) -> list[_Piece]:
    """The words of a gap between its signs, each piece up to a word that denies."""
    inside = {place for one in dropped if one.kind != "rest" for place in range(one.start, one.end)}
    pieces: list[tuple[float, list[str]]] = [(0.0, [])]
    for place in range(start, end):
        token = tokens[place]
        if token in breaks:
            pieces.append((pieces[-1][0] + breaks[token], []))
        elif place not in inside and token[-1].isalnum():
            pieces[-1][1].append(token)
    total = pieces[-1][0]
    said = [(crossed, (*takewhile(lambda one: one not in _DENYING, words),)) for crossed, words in pieces]
    return [_Piece(words, crossed, total - crossed) for crossed, words in said if words]
