"""A sentence about shares, taken apart: which amount was said of which words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from aijri_engine.interview.understanding.week.doubts import DENYING, why_unclear
from aijri_engine.interview.understanding.week.pairing import Piece, Sentence, pair
from aijri_engine.interview.understanding.week.part_amounts import REST
from aijri_engine.interview.understanding.week.remarks import (
    beside_days,
    opened,
    with_days_counted,
    without_remarks,
)
from aijri_engine.interview.understanding.week.table import LINKING, Table, bare
from aijri_engine.interview.understanding.words.amounts import Amount, multiple, read_amount
from aijri_engine.interview.understanding.words.numbers import GROUPS, ONES, ORDINALS, PARTS, TENS
from aijri_engine.interview.understanding.words.tokens import (
    COUNTED,
    FILLER,
    HEDGES,
    PHRASES,
    SHORTEST_MEANT,
    VAGUE,
    Mender,
    only_words,
    phrase_at,
    phrase_list,
    plural,
    word_set,
)

_HALVES: Final = phrase_list(PHRASES.weeks["half_each"])
_OF_IT: Final = word_set("that as much amount again the for of")
_OF_BEFORE: Final = (("of", "that"), ("as", "much"), ("as", "many"), ("of", "this"))
_BACK: Final = word_set("that much many amount")
_EVEN: Final = {*PHRASES.weeks["evenly"], "even"}
_EACH: Final = frozenset(PHRASES.weeks["each"])
_ALL: Final = frozenset(PHRASES.weeks["all"])
_ZERO: Final = frozenset(PHRASES.weeks["none"])
_NO_WORK: Final = DENYING | {*PHRASES.weeks["no_work"]}
_TAKING_BACK: Final = word_set(" ".join(PHRASES.corrections)) - FILLER - LINKING - _NO_WORK
_PEOPLE: Final = COUNTED | {"students"}
_IN_TOTAL: Final = phrase_list(PHRASES.weeks["in_total"])
_RATE: Final = frozenset(PHRASES.weeks["rate"])

WHOLE: Final = 100.0
"""What shares add up to: then every figure is one, "design 20 people 80" [ours]."""

_WHOSE: Final = word_set("my our the a")
_STRONG: Final = frozenset((",", ";", ".", "|", "!"))
_AND: Final = frozenset(("and", "&", "plus", "+", "then", "/"))
_DROPPED: Final = frozenset((":", "=", "-", ">", "(", ")", "~", "*", "•", "·", '"', "[", "]"))


SPLIT_SLIPS: Final = Mender(
    {*PHRASES.weeks["mistyped"]} | {word for word in (*ONES, *TENS) if len(word) > SHORTEST_MEANT},
    {*FILLER, *HEDGES, *VAGUE, *ONES, *TENS, *ORDINALS, *PARTS, *GROUPS, *LINKING}
    | {*PHRASES.weeks["not_mistyped"]},
)
"""Words of a sentence about shares that are often mistyped; such a reading is always asked back."""


def read_sentence(tokens: Sequence[str], table: Table) -> Sentence:
    """Take a sentence apart. Nothing is guessed: what does not pair up is left loose.

    `table` tells names that stand in a row apart, and names from other words, where amounts and names do not pair up.
    """
    told = without_remarks(tokens)
    tokens = opened(with_days_counted(told), table)
    mended = SPLIT_SLIPS.mend(tokens)
    slipped = mended != list(tokens)
    tokens = mended
    reader = _Reader([token for token in tokens if token not in _DROPPED or token == "-"], table)
    reader.read()
    reader.take_opening_total()
    paired = pair(reader.pieces, table)
    turned = "denied" if reader.denied else "weekdays" if beside_days(told) else ""
    unclear = why_unclear(tokens, table, reader.ranges, turned)
    wholes = _wholes(reader.tokens)
    unclear = unclear or ("whole" if any(one.amount in wholes for one in paired.said) else paired.unclear)
    unclear = unclear or ("slip" if slipped else "")
    return replace(
        paired, total=reader.total, everything=reader.everything, even=reader.even, vague=tuple(reader.vague),
        counted=reader.counted, unclear=unclear,
    )  # fmt: skip


def _wholes(tokens: Sequence[str]) -> list[Amount]:
    """Amounts of which others are parts: "three days out of five", and at the beginning "of my 30 hours"."""
    found = []
    for place, token in enumerate(tokens):
        if token == "of" and (place == 0 or tokens[place - 1] == "out"):
            after = place + 2 if tokens[place + 1 : place + 2] and tokens[place + 1] in _WHOSE else place + 1
            amount = read_amount(tokens, after)
            found += [amount] if amount is not None else []
    return found


class _Reader:
    """Reads tokens into pieces, one after the other; lives for one sentence."""

    def __init__(self, tokens: list[str], table: Table) -> None:
        self.table = table
        self.tokens = ["," if token == "+" else token for token in tokens]
        self.pieces: list[Piece] = [Piece()]
        self.total: Amount | None = None
        self.everything = False
        self.even = False
        self.ranges = False
        self.counted = False
        self.denied = False
        self.vague: list[str] = []
        self._words: list[str] = []

    def read(self) -> None:
        """Read everything."""
        place = 0
        while place < len(self.tokens):
            place = self._step(place)
        self._close_words()

    def take_opening_total(self) -> None:
        """Hours alone in the first piece, before pieces that each name their own amount, are the whole week."""
        first, *others = [piece for piece in self.pieces if piece.items] or [Piece()]
        told = [piece for piece in others if piece.amounts()]
        lone = len(first.items) == 1 and isinstance(first.items[0], Amount) and first.items[0].unit == "hours"
        if self.total is None and lone and len(told) > 1 and all(piece.names() for piece in told):
            self.total = first.amounts()[0]
            first.items = []

    def _step(self, place: int) -> int:
        token = self.tokens[place]
        if halves := phrase_at(self.tokens, place, _HALVES):
            self._mark_even()
            return place + len(halves)
        if rest := phrase_at(self.tokens, place, REST):
            return self._rest(place + len(rest))
        multiple = self._multiple(place)
        if multiple is not None:
            self._close_words()
            self.pieces[-1].items.append(multiple)
            return multiple.end
        amount = read_amount(self.tokens, place)
        if amount is not None and self.tokens[amount.end : amount.end + 1] in (["ways"], ["way"], ["equal"]):
            self._mark_even()
            return amount.end + 1
        if amount is not None and self._counts_on_top(amount):
            self._close_words()
            self.counted = True
            return len(self.tokens)
        if amount is not None and self._counts(place, amount):
            rates = takewhile(_RATE.__contains__, self.tokens[amount.end + 1 :])
            end = amount.end + 1 + len(list(rates))
            self._words += self.tokens[place:end]
            return end
        if amount is not None and not self._is_pronoun(place, amount):
            return self._amount(place, amount)
        if token in _STRONG:
            self._close_words()
            self.pieces.append(Piece())
        elif token in _AND:
            self._close_words()
            self.pieces[-1].items.append(("and",))
        else:
            self._word(token, place)
        return place + 1

    def _counts_on_top(self, amount: Amount) -> bool:
        """ "care 40 records 60 20 students": a figure at the end, where the week is whole without it."""
        told = only_words(self.tokens[amount.end :])
        named = self.table.names.whole(told[:1]) or self.table.other_work(told[:1])
        of_several = bool(told) and plural(told[0]) and (told[0] in _PEOPLE or not named)
        shares = [one for piece in self.pieces for one in piece.amounts()]
        return of_several and {*told[1:]} <= _RATE and amount.unit == "bare" and (
            len(shares) > 1 and sum(one.value if one else WHOLE for one in shares) == WHOLE
        )  # fmt: skip

    def _counts(self, place: int, amount: Amount) -> bool:
        """ "managing my three reports", "on 8 GPUs", "5 meetings 20 %": a number of people or things, no share."""
        if amount.unit != "bare" or amount.end >= len(self.tokens):
            return False
        mine = self.tokens[max(place - 1, 0) : place] in (["my"], ["our"])
        given = bool(self.pieces[-1].amounts()) or "rest" in self.pieces[-1].items
        share = self._share_after(amount.end)
        told = [
            word
            for word in only_words(self.tokens[amount.end : self._part_end(amount.end)])
            if word not in _RATE
        ]
        if self.table.counted(told) and self._sum() != WHOLE:
            return True
        if len(told) == 1 and {*told} <= COUNTED and not self._words and self.table.counted(told):
            after = self.tokens[amount.end + 1 : amount.end + 2]
            return all(
                one in ([], [","], ["and"], [";"]) for one in (self.tokens[max(place - 1, 0) : place], after)
            )
        if self.tokens[amount.end] not in COUNTED:
            return not (given or self._words or share is None) and share.unit != "bare"
        return mine or (given and bool(self._words)) or share is not None

    def _share_after(self, place: int) -> Amount | None:
        """The amount that ends this part of the sentence, words before it: what was counted here takes that share."""
        end = self._part_end(place)
        amount = read_amount(self.tokens, end) if place < end < len(self.tokens) else None
        ends = amount and (amount.end >= len(self.tokens) or self.tokens[amount.end] in _STRONG | _AND)
        return amount if ends and self._sum() != WHOLE else None

    def _part_end(self, place: int) -> int:
        """The place where this part of the sentence ends, or its next amount begins."""
        ends = range(place, len(self.tokens))
        return next(
            (e for e in ends if self.tokens[e] in _STRONG | _AND or read_amount(self.tokens, e)), ends.stop
        )

    def _sum(self) -> float:
        """Sum of all figures of the sentence, taken as shares."""
        found, place = 0.0, 0
        while place < len(self.tokens):
            amount = read_amount(self.tokens, place)
            found += amount.value if amount is not None else 0.0
            place = amount.end if amount is not None else place + 1
        return found

    def _is_pronoun(self, place: int, amount: Amount) -> bool:
        """ "one" counts only beside days or hours: "two days training, one design"."""
        if self.tokens[place] != "one" or amount.end != place + 1 or amount.unit != "bare":
            return False
        before = self.tokens[max(place - 1, 0) : place]
        timed = any(token in ("days", "hours", "day") for token in self.tokens)
        return not timed or before in (["the"], ["this"], ["that"], ["each"], ["every"])

    def _word(self, token: str, place: int) -> None:
        if token in ("other", "another") and read_amount(self.tokens, place + 1) is not None:
            return
        follows = self.tokens[place + 1 : place + 2]
        if token in _EVEN:
            self._mark_even()
        elif token in _EACH and follows != ["week"]:
            self.pieces[-1].each = True
        elif token == "nothing" and follows == ["but"]:
            self.everything = True
        elif token == "but" and (
            self.tokens[place - 1 : place] == ["nothing"]
            or not (self._words or {*self.tokens[place - 1 : place]} & _ALL)
        ):
            return
        elif token in _ZERO and not (self._words or self.pieces[-1].items or only_words(follows)):
            self.denied = True
        elif token in _ZERO:
            self._close_words()
            self.pieces[-1].items.append(Amount(0.0, "bare", place + 1))
        elif token in _ALL:
            self.everything = True
        elif token in VAGUE:
            self.vague.append(token)
        elif token[0].isalnum():
            self._words.append(token)

    def _mark_even(self) -> None:
        self.even = True
        self.pieces[-1].even = True

    def _rest(self, end: int) -> int:
        self._close_words()
        following = read_amount(self.tokens, end)
        if following is None:
            self.pieces[-1].items.append("rest")
            return end
        return self._amount(end, following)

    def _amount(self, place: int, amount: Amount) -> int:
        before = self.tokens[max(place - 2, 0) : place]
        related = self._related(amount)
        if related is not None:
            self._close_words()
            self.pieces[-1].items.append(related)
            return related.end
        closing = phrase_at(self.tokens, amount.end, _IN_TOTAL)
        again = self.total is None or self.total.value == amount.value
        if amount.unit == "hours" and again and (closing or before[-1:] in (["of"], ["total"])):
            self.total = amount
            return amount.end + len(closing)
        self._close_words()
        if amount.upper is not None and amount.value + amount.upper == 100 and amount.unit != "hours":
            self.pieces[-1].items += [
                replace(amount, upper=None),
                replace(amount, value=amount.upper, upper=None),
            ]
            return amount.end
        if amount.upper is not None or amount.bound:
            self.ranges = True
            amount = replace(amount, value=(amount.value + (amount.upper or amount.value)) / 2)
        self.pieces[-1].items.append(amount)
        return amount.end

    def _multiple(self, place: int) -> Amount | None:
        """`twice that`, `the same for debugging`: a multiple of the amount said before; of anything else no amount."""
        earlier = [item for piece in self.pieces for item in piece.items if isinstance(item, Amount)]
        said = (1.0, place + 1) if self.tokens[place] == "same" else multiple(self.tokens, place)
        counted = read_amount(self.tokens, place) is not None
        if said is None or not (earlier or counted):
            return None
        factor, end = said
        while end < len(self.tokens) and self.tokens[end] in _OF_IT:
            end += 1
        if counted and not (earlier and _BACK & {*self.tokens[place:end]}):
            return Amount(factor, "other", end)
        return replace(earlier[-1], value=earlier[-1].value * factor, end=end)

    def _related(self, amount: Amount) -> Amount | None:
        """`half of that`, `half as much`: a part of the amount said before."""
        earlier = [item for piece in self.pieces for item in piece.items if isinstance(item, Amount)]
        following = tuple(self.tokens[amount.end : amount.end + 2])
        if amount.unit not in ("fraction", "percent") or following not in _OF_BEFORE or not earlier:
            return None
        return replace(earlier[-1], value=earlier[-1].value * amount.value / 100, end=amount.end + 2)

    def _close_words(self) -> None:
        """What was read as words so far becomes a name, unless nothing but fillers is left."""
        name = bare(self._words)
        only_other = not name and any(word in ("other", "else", "stuff") for word in self._words)
        if only_other:
            name = [word for word in self._words if word in ("other", "else", "stuff", "things")]
        self.denied = self.denied or (bool(name) and {*name} <= _TAKING_BACK)
        if name and not {*name} <= _NO_WORK | _TAKING_BACK:
            self.pieces[-1].items.append(tuple(name))
        self._words = []
