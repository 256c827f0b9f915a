"""Options by letter, number, ordinal, or the span of numbers they stand for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Final

from aijri_engine.interview.form import Choice
from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.names import is_negated
from aijri_engine.interview.understanding.words.numbers import ONES, ORDINALS, number_from_digits
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    HEDGES,
    PHRASES,
    hedged,
    is_number,
    only_words,
    stem,
    tokens_of,
    word_set,
)


@dataclass(frozen=True, slots=True)
class Pick:
    """What a line picks: options when clear, else the nearest ones and why it is not clear."""

    chosen: tuple[str, ...] = ()
    nearest: tuple[tuple[str, ...], ...] = ()
    """Each a set of options to offer."""
    confident: bool = True
    why: str = ""
    unsure: bool = False
    """Somebody said that they are not sure."""
    led: bool = False
    """The first of the nearest is likelier than the others."""

    @property
    def clear(self) -> bool:
        """Something was picked."""
        return bool(self.chosen)


NOTHING: Final = Pick()


def unclear(why: str, *nearest: tuple[str, ...]) -> Pick:
    """No pick, with what comes near."""
    return Pick(nearest=tuple(one for one in nearest if one), confident=False, why=why)


_FRAME: Final = word_set(PHRASES.letter_frame)
_POINTERS: Final = word_set("option answer letter choice number line row")
_JOINING: Final = frozenset(
    ("and", "&", "+", ",", "/", ";", "plus", "both", "as", "well", "also", "equally", "together")
)
_REMARK: Final = word_set(PHRASES.list_frame)
"""Words around a list of letters ("a and b took about the same") that change nothing about it."""
SAYS_NOTHING: Final = 2
"""Words of a part of a line that say nothing of it beside a letter ("no wait") [ours]."""

_LIST_FRAME: Final = frozenset(
    ("the", "one", "ones", "options", "option", "of", "st", "nd", "rd", "th", ".", "!", ":", "(", ")")
)
_NUMERALS: Final = re.compile("[1-9](?:,[1-9])+")
_THROUGH: Final = word_set("- to till until through thru")
_BETWEEN: Final = word_set("or not - to ? either the between ,")
_BEFORE_NOT: Final = frozenset((",", ";", "but", "and"))
_AFTER_A: Final = word_set("for then or and now but")
_LAST: Final = ("last", "final", "bottom")
_MIDDLE: Final = ("middle", "center", "centre")


def numbered(typed: str, count: int) -> int | None:
    """Which line of a numbered list of `count` somebody means ("2", "the second one"), from 0; None for other words."""
    tokens = tokens_of(typed)
    if any(len(token) == 1 and token.isalpha() for token in tokens):
        return None
    found = _lines(count).placed(tokens)
    return int(found.chosen[0]) if found.chosen else None


@cache
def _lines(count: int) -> "Places":
    return Places(tuple(Choice(str(line), "", "", "") for line in range(count)))


TIMED: Final = word_set("day days week weeks month months year years")
"""Words by which a figure behind a denial is a time and no option."""


@dataclass(frozen=True)
class Places:
    """The options of one question in their order."""

    choices: tuple[Choice, ...]
    beside: frozenset[str] = frozenset()
    """Words of the question, which may surround a number."""

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.choices)

    @cached_property
    def bands(self) -> tuple[tuple[float, float], ...]:
        """Ends of each option where all are spans of numbers ("9 to 64"), else ()."""
        found = [_band(one.label) for one in self.choices]
        return tuple(band for band in found if band) if all(found) else ()

    def placed(self, tokens: Sequence[str]) -> Pick:
        """By letter, number or ordinal, with nothing but a frame around it."""
        words = [word for word in only_words(tokens) if word not in ("st", "nd", "rd", "th")]
        kept = [word for word in words if word not in _FRAME and word not in ("a", "i")]
        if len(kept) > 1 or len(words) > 8 or (not kept and hedged(tokens)):
            return NOTHING
        if kept:
            several = len(kept[0]) == 1 and ("a" in words or (words[0] == "i" and len(words) == 2))
            place = None if several else self._place(kept[0], alone=len(words) == 1 or pointed(words))
        elif "one" in words and "a" not in words:
            place = 0 if words == ["one"] or pointed(words) else None
        else:
            place = self._letter_between(words)
        if place is None or place >= len(self.choices):
            return NOTHING
        if is_negated(words):
            return NOTHING
        if hedged(tokens) or "probably" in words:
            return unclear("That did not sound sure.", (self.choices[place].id,))
        return Pick((self.choices[place].id,))

    def lettered(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """The options whose letters stand in a line; "a" before a word of its own is none."""
        ends = [*tokens[1:], ","]
        article = {place for place, after in enumerate(ends) if after.isalpha() and after not in _AFTER_A}
        letters = {
            one
            for place, one in enumerate(tokens)
            if len(one) == 1 and one != "i" and (one != "a" or place not in article)
        }
        return tuple(one.id for one in self.choices if one.letter in letters)

    def leant(self, clauses: Sequence[Sequence[str]], doubted: bool) -> Pick:
        """A letter at the beginning or the end of what somebody says who is not sure ("a toss up, b if I must").

        One that stands alone between two signs is meant without a doubt in words, and so is a lone place with one.
        """
        edges = [words[-1] for words in clauses] + [words[0] for words in clauses if words[0] != "a"]
        told = max(map(len, clauses), default=0) > SAYS_NOTHING
        alone = [words[0] for words in clauses if told and len(words) == 1]
        letters = {
            word
            for word in (edges if doubted else alone)
            if len(word) == 1 and word.isalpha() and word != "i"
        }
        places = {self._place(word) for word in letters}
        left = [word for words in clauses for word in words if word not in FILLER | HEDGES]
        if doubted and not places and len(left) == 1:
            places = {self._place(left[0])} - {None}
        ids = [one.id for place, one in enumerate(self.choices) if place in places]
        return replace(unclear("", (ids[0],)), unsure=True) if len(places) == len(ids) == 1 else NOTHING

    def _letter_between(self, words: Sequence[str]) -> int | None:
        """`a` and `i` are words as well: a letter only alone, at the end, or after "option"."""
        if list(words) in (["a"], ["i"]):
            return ord(words[0]) - ord("a")
        for letter in ("a", "i"):
            for place, word in enumerate(words):
                pointed = place > 0 and words[place - 1] in _POINTERS
                ends = letter == "a" and place == len(words) - 1
                opens = letter == "a" and place == 0 and all(other in ("please", "thanks", "for", "me", "definitely")
                                                             for other in words[1:])  # fmt: skip
                if word == letter and (pointed or ends or opens):
                    return ord(letter) - ord("a")
        return None

    def _place(self, word: str, alone: bool = True) -> int | None:
        if is_number(word):
            number = number_from_digits(word)
            return int(number) - 1 if number and number == int(number) and number >= 1 else None
        if len(word) == 1 and "a" <= word <= "z":
            return ord(word) - ord("a")
        if word in ORDINALS:
            return ORDINALS[word] - 1
        if 0 < ONES.get(word, 0) < 10 and alone:
            return ONES[word] - 1
        if word in _LAST:
            return len(self.choices) - 1
        if word in _MIDDLE and len(self.choices) % 2:
            return len(self.choices) // 2
        return 0 if word == "top" else None

    def banded(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """The option whose span of numbers holds the number typed."""
        if not self.bands:
            return ()
        kept = [token for token in tokens if token not in (".", "!") and not self._counted(token)]
        kept = kept[1:] if kept[:1] in (["~"], ["about"]) else kept
        amount = read_amount(kept, 0)
        if amount is None or amount.end != len(kept) or amount.unit != "bare":
            return ()
        if amount.bound or hedged(tokens):
            return ()
        high = amount.value if amount.upper is None else amount.upper
        return tuple(
            choice.id for choice, (low, top) in zip(self.choices, self.bands, strict=True)
            if low <= amount.value and high <= top
        )[:1]  # fmt: skip

    def _counted(self, token: str) -> bool:
        """A word of what is counted ("GPUs"), or around it."""
        around = token in FILLER or stem(token) in self._beside_stems
        return token[0].isalpha() and around and token not in ONES

    @cached_property
    def _beside_stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.beside))

    def listed(self, tokens: Sequence[str]) -> Pick | None:
        """`a and c`, `1, 3`, `the first and the last`, `a/b`; None when it is no such list."""
        if "not" in tokens[1:] and "?" not in tokens:
            at = tokens.index("not")
            head = tokens[: at - (tokens[at - 1] in _BEFORE_NOT)]
            kept, out = (
                self.listed(head) or self.placed(head),
                {*map(self._place, only_words(tokens[at:]))} - {None},
            )
            timed = TIMED & {*tokens[at:]}  # "but not in the last three months"
            if kept.clear and out and not timed and not out & {*map(self._ids.index, kept.chosen)}:
                return kept
        if any(token in ("or", "not", "-", "to", "?") for token in tokens):
            ids = self._several(token for token in tokens if token not in _BETWEEN)
            return unclear("Which of them?", *((one,) for one in ids), ids) if ids else None
        joined = any(token in _JOINING or _NUMERALS.fullmatch(token) for token in tokens)
        words = [
            word
            for token in tokens
            for word in (token.split(",") if _NUMERALS.fullmatch(token) else [token])
            if word not in _JOINING and word not in _REMARK and word not in _LIST_FRAME
        ]
        spelt = all(len(word) == 1 for word in words)
        if len(words) < 2 or not (spelt or joined) or hedged(tokens):
            return None
        ids = self._several(words)
        return Pick(ids) if ids else None

    def ranged(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """All options from one to another ("a to c", "the first three", "1-3"); () for any other line."""
        words = [token for token in tokens if token not in _LIST_FRAME]
        if len(words) == 2 and words[0] in ("first", *_LAST):
            count = int(number_from_digits(words[1]) or ONES.get(words[1], 0))
            kept = self._ids[:count] if words[0] == "first" else self._ids[-count:]
            return kept if 1 < count == len(kept) else ()
        if len(words) != 3 or words[1] not in _THROUGH:
            return ()
        start, end = self._place(words[0]), self._place(words[2])
        return self._ids[start : end + 1] if start is not None and end is not None and start < end else ()

    def _several(self, words: Iterable[str]) -> tuple[str, ...]:
        """Two options or more, each called by its place, in their order; () where a word calls none."""
        places = {self._place(word) for word in words}
        ids = tuple(one.id for place, one in enumerate(self.choices) if place in places)
        return ids if 1 < len(ids) == len(places) else ()


def pointed(words: Sequence[str]) -> bool:
    return any(word in _POINTERS for word in words)


def _band(label: str) -> tuple[float, float] | None:
    """`Up to 8`, `9 to 64`, `1,000 or more` as ends."""
    amount = read_amount(tokens_of(label), 0)
    if amount is None or amount.end != len(tokens_of(label)) or amount.unit != "bare":
        return None
    if amount.upper is not None:
        return amount.value, amount.upper
    if not amount.bound:
        return None
    return (0.0, amount.value) if label.casefold().startswith("up to") else (amount.value, float("inf"))
