"""Names known by their stems, slips of one letter forgiven."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from aijri_engine.interview.understanding.words.kept import once_a_line
from aijri_engine.interview.understanding.words.tokens import NEGATORS, SHORTEST_TYPO, slips, stem, words_of

MOST_LOOKED_UP: Final = 2000
"""Words whose stem is remembered [ours]."""


WEEKS_KEPT: Final = 16
"""Weeks whose names are kept prepared [ours]."""


@dataclass(frozen=True)
class Named:
    """One thing that can be named, and its exact names."""

    key: str
    names: tuple[str, ...]


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
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        """First stem of a name -> lengths of the names that begin so, the longest first."""
        found: dict[str, set[int]] = {}
        for name in self.exact:
            found.setdefault(name[0], set()).add(len(name))
        return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}

    @cached_property
    def vocabulary(self) -> Mapping[str, frozenset[str]]:
        """Stem -> keys in whose names it stands."""
        found: dict[str, set[str]] = {}
        for thing in self.things:
            for text in thing.names:
                for word in words_of(text):
                    found.setdefault(stem(word), set()).add(thing.key)
        return {word: frozenset(keys) for word, keys in found.items()}

    @cached_property
    def known(self) -> Callable[[str], str | None]:
        """The stem of this vocabulary that a typed word stands for, one slip forgiven; None when there is none."""
        return lru_cache(maxsize=MOST_LOOKED_UP)(self._known)

    def _known(self, word: str) -> str | None:
        wanted = stem(word)
        return wanted if wanted in self.vocabulary else self._abbreviated(word) or self._mistyped(word)

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """Words as they are written -> their stems."""
        texts = [text for thing in self.things for text in thing.names]
        return {word: stem(word) for text in texts for word in words_of(text)}

    def _abbreviated(self, word: str) -> str | None:
        """`admin` for the only word that begins so, or for one of several of the same thing."""
        if len(word) < SHORTEST_TYPO:
            return None
        place = bisect_left(self._in_order, word)
        longer = {
            self._written[one] for one in takewhile(lambda one: one.startswith(word), self._in_order[place:])
        }
        things = frozenset[str]().union(*(self.vocabulary[one] for one in longer))
        return min(longer) if len(longer) == 1 or len(things) == 1 else None

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._written)

    def _mistyped(self, word: str) -> str | None:
        close = {self._written[one] for one in slips(word, self._long)}
        return min(close) if len(close) == 1 else None

    @cached_property
    def _long(self) -> list[str]:
        return [word for word in self._written if len(word) >= SHORTEST_TYPO]

    @once_a_line
    def whole(self, words: Sequence[str]) -> tuple[str, ...]:
        """Keys that these words name exactly, one slip a word forgiven; () when none."""
        found = self.exact.get(tuple(map(stem, words)))
        return found or self.exact.get(tuple(map(self._meant, words)), ())

    @once_a_line
    def spans(self, words: Sequence[str]) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
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
        return tuple(found)

    def has_all(self, words: Sequence[str], key: str) -> bool:
        """Each of the words stands in a name of this thing."""
        return all(key in self.vocabulary.get(self._meant(word), ()) for word in words)

    def _meant(self, word: str) -> str:
        return self.known(word) or stem(word)


@lru_cache(maxsize=WEEKS_KEPT)
def prepared_names(*things: Named) -> Names:
    """What these are called, prepared once for all lines about one week."""
    return Names(things)


def is_negated(words: Iterable[str]) -> bool:
    """Some word denies."""
    return any(word in NEGATORS for word in words)
