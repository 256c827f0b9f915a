"""What is counted of sayings: words by meaning, pairs of near ones and beginnings of long ones, denied or not.

Nothing is learnt while the program runs: the counts of a file of sayings are kept beside other caches.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.parsed_cache import recall, remember
from aijri_engine.content.phrases import Sayings
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.tokens import LINES_KEPT, PHRASES, is_number, stem, tokens_of

FORMAT: Final = "said 4"
"""Raised whenever other features would be made of the same lines."""

REACH: Final = 3
"""Words before a word that make a pair with it [derived: sayings and talk left out in tenths]."""

BEGINNING: Final = 5
"""Letters of a longer word that stand for it where its ending is another one [ours]."""

MOST_WORDS: Final = 16384
"""Words that are remembered by what they stand for [ours]."""

DENIED: Final = "!"
"""Before a feature that a word denies."""

_ENDS: Final = frozenset(",;.!|:()")
_TURNS: Final = frozenset(("but", "though", "although", "because", "so"))
_EXCEPTING: Final = frozenset(("without", "unless", "until", "except"))
"""After a denial what follows these is not denied: "nothing ships without my name"."""

_GROUPS: Final = [list(map(stem, group.split())) for group in PHRASES.alike]
_SAME: Final = {word: group[0] for group in reversed(_GROUPS) for word in group}
"""Stem -> the stem that stands for all words of about the same meaning."""


def is_side(feature: str) -> bool:
    """A pair of neighbours or the beginning of a word, and no word by itself."""
    return " " in feature or feature[-1] == "#"


@lru_cache(maxsize=LINES_KEPT)
def features(text: str) -> frozenset[str]:
    """Words by meaning, pairs of near ones, how a line begins and ends, beginnings (`#`) of long words.

    `!` stands before those that are denied.
    """
    found: set[str] = set()
    denied, before, sign, first, word = False, deque[str](maxlen=REACH), "", "", ""
    for token in tokens_of(text):
        if not token[-1].isalnum():
            denied = denied and token not in _ENDS
            if token != "-":
                before.clear()
            continue
        if not word:
            first = by_meaning(token)[0]
            found.add(f"^ {first}")
        word, beginning, denying = by_meaning(token)
        sign = DENIED if denied and not denying else ""
        found.add(sign + word)
        found.update(f"{sign}{one} {word}" for one in before)
        if beginning:
            found.add(sign + beginning)
        turned = token in _TURNS or (denied and token in _EXCEPTING)
        denied = (denied or denying) and not turned
        before.append(word)
    return frozenset((*found, f"{sign}{word} $") if word != first else found)


@lru_cache(maxsize=MOST_WORDS)
def by_meaning(token: str) -> tuple[str, str, bool]:
    """What stands for a word, the mark of its beginning, and whether it denies."""
    word = stem(token)
    long = len(token) > BEGINNING and not is_number(token)
    return _SAME.get(word, word), f"{token[:BEGINNING]}#" if long else "", denies(token)


class Said:
    """How often features stand in some lines, which are not counted anew where `counted` tells of others."""

    def __init__(self, lines: Iterable[str] = (), counted: Iterable[Mapping[str, float]] = ()) -> None:
        own = Counter(feature for line in lines for feature in features(line))
        self.parts = [part for part in (own, *counted) if part]
        self.total = sum(sum(part.values()) for part in self.parts)

    def often(self, feature: str) -> float:
        """In how many of the lines it stands."""
        often = 0.0
        for part in self.parts:
            if feature in part:
                often += part[feature]
        return often


Counts = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Place -> option -> feature -> in how many lines it stands."""

WHOLE: Final = ""
"""Place of the counts of a whole file: all its answers, its talk that answers nothing, and each rung of all ladders."""

OF_OTHER_WORK: Final = 0.25
"""Weight of what is said for a rung of other work [derived: sayings left out in tenths, 0.1 to 0.4 alike]."""

ALL_ANSWERS, ALL_TALK = "answers", "talk"
_KEPT: Final[dict[str, Counts]] = {}


def counts_of(file: Sayings) -> Counts:
    """How often features stand in the lines of a file; counted anew only where no cache has it."""
    digest = hashlib.sha256(
        repr((FORMAT, PHRASES.alike, PHRASES.negators, file.options, file.talk)).encode()
    ).hexdigest()
    if digest not in _KEPT:
        _KEPT[digest] = recall(digest) or _counted(file, digest)
    return _KEPT[digest]


def _counted(file: Sayings, digest: str) -> Counts:
    found: dict[str, dict[str, Mapping[str, float]]] = {
        place: {option: _count(lines) for option, lines in options.items()}
        for place, options in file.options.items()
    }
    answers = _together(1.0, (counts for options in found.values() for counts in options.values()))
    ladders = [options for options in found.values() if options.keys() >= set(RUNGS)]
    found[WHOLE] = {ALL_ANSWERS: answers, ALL_TALK: _count(file.talk)}
    for rung in RUNGS:
        found[WHOLE][rung] = _together(OF_OTHER_WORK, (options[rung] for options in ladders))
    remember(digest, found)
    return found


def _together(weight: float, counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in counts:
        for feature, often in one.items():
            found[feature] = found.get(feature, 0.0) + weight * often
    return found


def _count(lines: str) -> Counter[str]:
    return Counter(feature for line in lines.splitlines() for feature in features(line))
