"""More and less: of options on a scale none is put that says the other way ("the wages stopped rising")."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aijri_engine.interview.form import Choice
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    phrase_at,
    phrase_list,
    word_set,
    words_of,
)

_WAYS: Final = ((1, phrase_list(PHRASES.rising)), (-1, phrase_list(PHRASES.falling)))
_ENDING: Final = word_set("stop stops stopped stopping longer hardly barely without")
NEAR: Final = 3
"""Words before one of them in which it is denied; a "no" must stand beside it [ours]."""


def _told(words: Sequence[str]) -> set[tuple[int, bool]]:
    """Which ways the words tell of, each with whether it is denied."""
    found = set()
    for at in range(len(words)):
        for way, phrases in _WAYS:
            if phrase_at(words, at, phrases):
                before = [one for one in words[max(0, at - NEAR) : at] if one != "no"] + [*words[at - 1 : at]]
                found.add((way, any(map(denies, before)) or bool(_ENDING & {*before})))
    return found


@dataclass(frozen=True)
class Directions:
    """Which options of a scale go up, and which go down."""

    up: frozenset[str] = frozenset()
    down: frozenset[str] = frozenset()

    @classmethod
    def of(cls, choices: Sequence[Choice]) -> "Directions":
        """By what the options are called; of no scale where none goes up, or none down."""
        ways = {one.id: _told(words_of(f"{one.label} {one.name}")) for one in choices}
        up, down = (frozenset(key for key, told in ways.items() if told == {(way, False)}) for way in (1, -1))
        return cls(up, down) if up and down else cls()

    def away(self, words: Sequence[str]) -> frozenset[str]:
        """Ids of the options that go the other way than the words."""
        told = _told(words) if self.up else set()
        if len(told) != 1:
            return frozenset()
        [(way, denied)] = told
        return self.up if (way < 0) is not denied else self.down
