"""Likeness of words: names known by their stems, slips of one letter forgiven, and character n-grams for the rest."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from aijri_engine.interview.understanding.tokens import (
    FILLER,
    NEGATORS,
    SHORTEST_TYPO,
    one_slip,
    shortened,
    stem,
    words_of,
)

GRAM_SIZES: Final = (3, 4)
"""Lengths of the character n-grams."""

MOST_LOOKED_UP: Final = 2000
"""Words whose stem is remembered [ours]."""

LONGEST_COMPARED: Final = 300
"""Characters of a query that are compared [ours]."""

MOST_RANKED: Final = 64
"""Rankings that are remembered for each index; one line asks for the same few over and over [ours]."""


MOST_COUNTED: Final = 4096
"""Texts whose n-grams are remembered; the same names stand in several indexes [ours]."""


class NgramIndex:
    """TF-IDF over character n-grams of a few short texts per key; a key scores as its best text does."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        counted = [(key, _counted(text)) for key, text in texts]
        self._keys = [key for key, _ in counted]
        found_in = Counter(gram for _, grams in counted for gram in grams)
        self._rarity = {gram: math.log(1 + len(counted) / number) for gram, number in found_in.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for number, (_, grams) in enumerate(counted):
            for gram, weight in self._weights(grams).items():
                self._postings.setdefault(gram, []).append((number, weight))
        self._ranked: dict[str, list[tuple[str, float]]] = {}

    def rank(self, query: str) -> list[tuple[str, float]]:
        """Keys with their likeness to the query, 0 to 1, the likest first; ties keep the order given."""
        query = query[:LONGEST_COMPARED]
        if query not in self._ranked:
            if len(self._ranked) >= MOST_RANKED:
                self._ranked.clear()
            self._ranked[query] = self._rank(query)
        return self._ranked[query]

    def _rank(self, query: str) -> list[tuple[str, float]]:
        scores = [0.0] * len(self._keys)
        for gram, weight in self._weights(_counted(query)).items():
            for number, other in self._postings.get(gram, ()):
                scores[number] += weight * other
        best: dict[str, float] = {}
        for key, score in zip(self._keys, scores, strict=True):
            best[key] = max(best.get(key, 0.0), score)
        return sorted(best.items(), key=lambda one: -one[1])

    def _weights(self, grams: Mapping[str, int]) -> dict[str, float]:
        unknown = math.log(1 + len(self._keys))
        raw = {gram: (1 + math.log(count)) * self._rarity.get(gram, unknown) for gram, count in grams.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {gram: weight / length for gram, weight in raw.items()} if length else {}


@lru_cache(maxsize=MOST_COUNTED)
def _counted(query: str) -> Mapping[str, int]:
    return Counter(_grams(query))


def _grams(text: str) -> list[str]:
    found = []
    for word in text.split():
        padded = f" {word} "
        for size in GRAM_SIZES:
            found += [padded[place : place + size] for place in range(len(padded) - size + 1)]
    return found


@dataclass(frozen=True)
class Named:
    """One thing that can be named: its exact names, and longer texts that describe it."""

    key: str
    names: tuple[str, ...]
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """Several named things, prepared for looking up typed words."""

    things: tuple[Named, ...]

    @cached_property
    def exact(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """Stems of a whole name -> keys it names (several when a name is not unique)."""
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for thing in self.things:
            for name in thing.names:
                words = tuple(map(stem, words_of(name)))
                if words:
                    found.setdefault(words, {})[thing.key] = None
        return {words: tuple(keys) for words, keys in found.items()}

    @cached_property
    def longest_name(self) -> int:
        """Words of the longest name."""
        return max(map(len, self.exact), default=0)

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        """First stem of a name -> lengths of the names that begin so, the longest first."""
        found: dict[str, set[int]] = {}
        for name in self.exact:
            found.setdefault(name[0], set()).add(len(name))
        return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}

    @cached_property
    def vocabulary(self) -> Mapping[str, frozenset[str]]:
        """Stem -> keys in whose names or texts it stands."""
        found: dict[str, set[str]] = {}
        for thing in self.things:
            for text in (*thing.names, *thing.texts):
                for word in words_of(text):
                    found.setdefault(stem(word), set()).add(thing.key)
        return {word: frozenset(keys) for word, keys in found.items()}

    @cached_property
    def _by_shortened(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for word in self._written:
            for short in shortened(word):
                found.setdefault(short, []).append(word)
        return {short: tuple(words) for short, words in found.items()}

    @cached_property
    def ngrams(self) -> NgramIndex:
        """All names and texts, for likeness."""
        return NgramIndex(
            (thing.key, " ".join(map(stem, words_of(text))))
            for thing in self.things
            for text in (*thing.names, *thing.texts)
        )

    def known(self, word: str) -> str | None:
        """The stem of this vocabulary that a typed word stands for, one slip forgiven; None when there is none."""
        if word not in self._looked_up:
            if len(self._looked_up) >= MOST_LOOKED_UP:
                self._looked_up.clear()
            wanted = stem(word)
            mended = wanted if wanted in self.vocabulary else self._abbreviated(word) or self._mistyped(word)
            self._looked_up[word] = mended
        return self._looked_up[word]

    @cached_property
    def _looked_up(self) -> dict[str, str | None]:
        """Words looked up before; it changes no answer, only how soon it is there."""
        return {}

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """Words as they are written -> their stems."""
        texts = [text for thing in self.things for text in (*thing.names, *thing.texts)]
        return {word: stem(word) for text in texts for word in words_of(text)}

    def _abbreviated(self, word: str) -> str | None:
        """`admin` for the only word that begins so."""
        if len(word) < SHORTEST_TYPO:
            return None
        place = bisect_left(self._in_order, word)
        longer = {
            self._written[one] for one in takewhile(lambda one: one.startswith(word), self._in_order[place:])
        }
        return min(longer) if len(longer) == 1 else None

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._written)

    def _mistyped(self, word: str) -> str | None:
        close = {
            self._written[other]
            for short in shortened(word)
            for other in self._by_shortened.get(short, ())
            if len(other) >= SHORTEST_TYPO and other[0] == word[0] and one_slip(word, other)
        }
        return min(close) if len(close) == 1 else None

    def whole(self, words: Sequence[str]) -> tuple[str, ...]:
        """Keys that these words name exactly, one slip a word forgiven; () when none."""
        if len(words) > self.longest_name:
            return ()
        stems = tuple(map(stem, words))
        if stems in self.exact:
            return self.exact[stems]
        mended = tuple(map(self._meant, words))
        return self.exact.get(mended, ())

    def spans(self, words: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Exact names inside these words, the longest at each place first, without overlaps: (start, end, keys)."""
        mended = [self._meant(word) for word in words]
        found: list[tuple[int, int, tuple[str, ...]]] = []
        start = 0
        while start < len(mended):
            for length in self._lengths.get(mended[start], ()):
                keys = self.exact.get(tuple(mended[start : start + length]), ())
                if keys and start + length <= len(mended):
                    found.append((start, start + length, keys))
                    start += length - 1
                    break
            start += 1
        return found

    def explained(self, words: Sequence[str], key: str) -> float:
        """How much of the words this thing's names and texts explain, 0 to 1.

        Words that few things share weigh more; fillers weigh nothing.
        """
        total = taken = 0.0
        for word in words:
            found = self.known(word)
            if word in FILLER and found is None:
                continue
            weight = 1.0 if found is None else 1.0 / len(self.vocabulary[found])
            total += weight
            if found is not None and key in self.vocabulary[found]:
                taken += weight
        return taken / total if total else 0.0

    def rank(self, words: Sequence[str]) -> list[tuple[str, float]]:
        """Keys by likeness to the words."""
        return self.ngrams.rank(self._mended(words))

    def _mended(self, words: Sequence[str]) -> str:
        return " ".join(map(self._meant, words))

    def _meant(self, word: str) -> str:
        return self.known(word) or stem(word)


def is_negated(words: Iterable[str]) -> bool:
    """Some word denies."""
    return any(word in NEGATORS for word in words)
