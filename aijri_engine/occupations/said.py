"""Finding a job by what people say they do, where they say no title: "I cut hair", "on the tills in a supermarket".

Each word and each pair of neighbours adds the logarithm of how much oftener it stands in what is said of a job than in
what is said at all; what is common in talk that names no job is taken off. That much is known of a job makes it less
likely by the root alone [ours]. Nothing is learnt while the program runs.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from statistics import median

from aijri_engine.occupations.search import Found, slips, stem, title_words

SMOOTHING = 200.0
"""Words of any talk that are mixed into those of each job: the more, the less one word alone decides [ours]."""

SIDE = 0.6
"""Weight of a pair beside 1 for a word [ours]."""

ASIDE = 0.5
"""Part of what a line has in common with talk that names no job, which is taken off [ours]."""

LEAST = 4.3
"""Log-likelihood ratio from which a job is offered [ours]."""

HALF = 2.5
"""The ratio that counts as much as half the words of a title [ours]."""

MOST_FIT = 0.94
"""What is said of a job is never its name [ours]."""

LONG, LIKELY_SLIP = 6, 0.86
"""Letters and likeness from which a word that nobody said is taken for one that was; names need less [ours]."""

FEWEST_WORDS = 2
"""Words of a line that must be said of a job, where it is not all that is said of it: one is a coincidence [ours]."""

ALONE = 6.0
"""The ratio from which one such word is none, with all that stands around it: "I translate manuals" [ours]."""

TELLING = 1.5
"""The ratio from which a word tells of a job [ours]."""

MOST_WORDS = 24
"""Words of what was typed that are looked at."""


class SaidIndex:
    """Jobs by what is said of them. Made once, asked often."""

    def __init__(self, said: Mapping[str, Iterable[str]], talk: Iterable[str]) -> None:
        """`said` are lines, names among them, by the key of a job; `talk` are lines that name none."""
        self._words: dict[str, Counter[str]] = {}
        self._holding: dict[str, list[str]] = defaultdict(list)
        self._whole: dict[str, set[str]] = defaultdict(set)
        for key, lines in said.items():
            self._words[key] = Counter()
            for line in lines:
                words = _words(line)
                self._words[key].update(_features(words))
                self._whole[line.casefold()].add(key)
            for feature in self._words[key]:
                self._holding[feature].append(key)
        typical = median([words.total() for words in self._words.values()] or [0])
        self._total = {key: math.sqrt(words.total() * typical) for key, words in self._words.items()}
        self._talk = Counter(feature for line in talk for feature in _features(_words(line)))
        self._any = self._talk.copy()
        for counted in self._words.values():
            self._any.update(counted)
        self._vocabulary = [one for one in self._any if " " not in one]
        self._of_talk, self._of_any = self._talk.total(), self._any.total()

    def search(self, typed: str, limit: int = 5) -> list[Found]:
        """At most `limit` jobs that the line speaks for, best first."""
        ratios, pointing = self._told(typed)
        whole = self._whole.get(typed.strip().casefold(), set())
        found = {
            key: one
            for key, one in ratios.items()
            if key in whole or len(pointing[key]) >= FEWEST_WORDS or (pointing[key] and one >= ALONE)
        }
        best = max(found.values(), default=0.0)
        if best < LEAST and not (whole and " " in typed.strip()):
            return []
        fit = min(MOST_FIT, best / (best + HALF)) / best
        return [Found(key, "", ratio * fit) for key, ratio in _ranked(found)[:limit] if ratio > 0]

    def near(self, rows: Mapping[str, float]) -> list[tuple[str, float, tuple[str, ...]]]:
        """Jobs that rows (percent of the week) speak for, best first: log-likelihood ratio, and the rows that do."""
        ratios: dict[str, float] = defaultdict(float)
        pointing: dict[str, list[str]] = defaultdict(list)
        for row, share in rows.items():
            told, words = self._told(row)
            for key, ratio in told.items():
                ratios[key] += (
                    math.sqrt(share * len(rows) / 100) * ratio
                )  # of its part of the week, the root [ours]
            for key in words:
                pointing[key].append(row)
        return [(key, ratio, tuple(pointing[key])) for key, ratio in _ranked(ratios)]

    def _told(self, line: str) -> tuple[dict[str, float], dict[str, set[str]]]:
        """Of every job that shares a word: the ratio, less what speaks for talk, and the words that tell of it."""
        ratios: dict[str, float] = defaultdict(float)
        telling: dict[str, set[str]] = defaultdict(set)
        aside = 0.0
        for feature in _features([self._known(word) for word in _words(line)[:MOST_WORDS]]):
            weight = SIDE if " " in feature else 1.0
            aside += weight * self._ratio(self._talk[feature], self._of_talk, feature)
            for key in self._holding.get(feature, ()):
                one = self._ratio(self._words[key][feature], self._total[key], feature)
                ratios[key] += weight * one
                if weight == 1.0 and one >= TELLING:
                    telling[key].add(feature)
        return {key: one - ASIDE * max(0.0, aside) for key, one in ratios.items()}, telling

    def _ratio(self, often: int, total: float, feature: str) -> float:
        part = self._any[feature] / self._of_any if feature in self._any else 1 / self._of_any
        return math.log((often + SMOOTHING * part) / (total + SMOOTHING) / part)

    def _known(self, word: str) -> str:
        """The word, or the one that is meant by a slip of the keyboard in a longer one."""
        if word in self._any or len(word) < LONG:
            return word
        close = slips(word, self._vocabulary)
        return next((known for known, likeness in close.items() if likeness >= LIKELY_SLIP), word)


def _ranked(ratios: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(ratios.items(), key=lambda one: (-one[1], one[0]))


def _words(line: str) -> list[str]:
    return [stem(word) for word in title_words(line)]


def _features(words: list[str]) -> set[str]:
    """Words and pairs of neighbours."""
    return {*words, *(f"{one} {other}" for one, other in pairwise(words))}
