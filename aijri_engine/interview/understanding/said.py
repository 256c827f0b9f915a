"""How often words stand in what people say, counted once for every file of sayings and kept beside other caches."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.parsed_cache import recall, remember
from aijri_engine.content.phrases import Sayings
from aijri_engine.interview.understanding.clauses import denies
from aijri_engine.interview.understanding.tokens import PHRASES, is_number, stem, tokens_of

FORMAT: Final = "said 2"
"""Raised whenever other features would be made of the same lines."""

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


def _alike() -> Mapping[str, str]:
    """Stem -> the stem that stands for all words of about the same meaning."""
    groups = [list(map(stem, group.split())) for group in PHRASES.alike]
    return {word: group[0] for group in reversed(groups) for word in group}


_SAME: Final = _alike()


def is_side(feature: str) -> bool:
    """A pair of neighbours or the beginning of a word, and no word by itself."""
    return " " in feature or feature[-1] == "#"


def features(text: str) -> frozenset[str]:
    """Words by meaning, pairs of neighbours, beginnings (`#`) of long words; `!` before those that are denied."""
    found: set[str] = set()
    denied, before = False, ""
    for token in tokens_of(text):
        if not token[-1].isalnum():
            denied, before = denied and token not in _ENDS, before if token == "-" else ""
            continue
        word, beginning, denying = _word(token)
        sign = DENIED if denied and not denying else ""
        found.add(sign + word)
        if before:
            found.add(f"{sign}{before} {word}")
        if beginning:
            found.add(sign + beginning)
        turned = token in _TURNS or (denied and token in _EXCEPTING)
        denied, before = (denied or denying) and not turned, word
    return frozenset(found)


@lru_cache(maxsize=MOST_WORDS)
def _word(token: str) -> tuple[str, str, bool]:
    """What stands for a word, the mark of its beginning, and whether it denies."""
    word = stem(token)
    long = len(token) > BEGINNING and not is_number(token)
    return _SAME.get(word, word), f"{token[:BEGINNING]}#" if long else "", denies(token)


class Said:
    """How often features stand in some lines, which are not counted anew where `counted` tells of others."""

    def __init__(self, lines: Iterable[str] = (), counted: Iterable[Mapping[str, float]] = ()) -> None:
        self.parts = [Counter(feature for line in lines for feature in features(line)), *counted]
        self.total = sum(sum(part.values()) for part in self.parts)

    def often(self, feature: str) -> float:
        """In how many of the lines it stands."""
        return sum(part[feature] for part in self.parts if feature in part)


Counts = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Place -> option -> feature -> in how many lines it stands."""

WHOLE: Final = ""
"""Place of the counts of a whole file: all its answers, its talk that answers nothing, and each rung of all ladders."""

OF_OTHER_WORK: Final = 0.25
"""Weight of what is said for a rung of other work [derived: sayings left out in tenths, 0.1 to 0.4 alike]."""

ANSWERS, TALK = "answers", "talk"

_KEPT: Final[dict[str, Counts]] = {}


def counts_of(file: Sayings) -> Counts:
    """How often features stand in the lines of a file; counted anew only where no cache has it."""
    digest = hashlib.sha256(repr((FORMAT, file.options, file.talk)).encode()).hexdigest()
    if digest not in _KEPT:
        found = recall(digest)
        if found is None:
            found = _counted(file)
            remember(digest, found)
        _KEPT[digest] = found
    return _KEPT[digest]


def _counted(file: Sayings) -> Counts:
    found = {
        place: {option: _count(lines) for option, lines in options.items()}
        for place, options in file.options.items()
    }
    answers = _together(1.0, (counts for options in found.values() for counts in options.values()))
    ladders = [options for options in found.values() if options.keys() == set(RUNGS)]
    rungs = {rung: _together(OF_OTHER_WORK, (options[rung] for options in ladders)) for rung in RUNGS}
    return {**found, WHOLE: {ANSWERS: answers, TALK: _count(file.talk), **rungs}}


def _together(weight: float, counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in counts:
        for feature, often in one.items():
            found[feature] = found.get(feature, 0.0) + weight * often
    return found


def _count(lines: str) -> Counter[str]:
    return Counter(feature for line in lines.splitlines() for feature in features(line))
