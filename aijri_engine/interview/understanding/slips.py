"""One slip in a word that matters: a number, a part, a unit, a word of a command."""

from collections.abc import Iterable, Mapping, Sequence

from aijri_engine.interview.understanding.words import is_number, one_slip, shortened

SHORTEST = 3
"""Letters of a word that may be a slip of a longer one [ours]."""

SHORTEST_MEANT = 4
"""Letters of a word that a slip is mended to [ours]."""


class Mender:
    """Mends words that are one slip away from exactly one of a list."""

    def __init__(self, meant: Iterable[str], left: Iterable[str] = ()) -> None:
        """`meant` are the words to mend to; `left` are other words that are right as they are."""
        self._meant = {word for word in meant if len(word) >= SHORTEST_MEANT}
        self._right = {*self._meant, *left}
        self._by_shortened: Mapping[str, list[str]] = _by_shortened(self._meant)

    def mend(self, words: Sequence[str]) -> list[str]:
        """The words, each slip mended."""
        return [self._mended(word) for word in words]

    def _mended(self, word: str) -> str:
        if word in self._right or len(word) < SHORTEST or is_number(word) or not word.isalpha():
            return word
        short = {word, *_cut(word)}
        close = {
            other
            for one in short
            for other in self._by_shortened.get(one, ())
            if other[0] == word[0] and one_slip(word, other)
        }
        return min(close) if len(close) == 1 else word


def _by_shortened(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        for short in {*shortened(word), *_cut(word)}:
            found.setdefault(short, []).append(word)
    return found


def _cut(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}
