"""Which option a typed line most likely means, from how often its words stand in what people say for each.

Naive Bayes over words, pairs of neighbours and beginnings of long words: every feature adds the logarithm of how much
more often it stands in the sayings of an option than in talk of any kind. Nothing is learnt while the program runs.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from aijri_engine.interview.understanding.clauses import denies
from aijri_engine.interview.understanding.tokens import PHRASES, is_number, stem, tokens_of

SMOOTHING: Final = 1000.0
"""Features of any talk that are mixed into those of each option: the more, the less one saying alone decides [ours]."""

UNSEEN: Final = 0.3
"""How often a feature that stands nowhere is taken to stand in any talk [ours]."""

SIDE_FEATURE: Final = 0.6
"""Weight of pairs and beginnings beside 1 for a word [ours]."""

BEGINNING: Final = 5
"""Letters of a longer word that stand for it where its ending is another one [ours]."""

UNHEARD: Final = -0.05
"""Most that one feature counts against an option: nobody says everything that might be said for it [ours]."""

ASIDE: Final = 0.5
"""Part of what a line has in common with talk that answers nothing, which is taken off [ours]."""

LEAST: Final = 2.6
"""Log-likelihood ratio, less what speaks for talk, from which an option is put forward [ours]."""

LEADS: Final = 0.5
"""By how much the leading option is ahead of another that is then left out [ours]."""

STRONG: Final = 4.0
"""The ratio from which a line says much for an option [ours]."""

STRONG_LEADS: Final = 5.0
"""By how much it must then be ahead of the next [ours]."""

SURE_BESIDE: Final = 2.0
"""How often what a line has in common with talk that answers nothing its ratio must then hold [ours]."""

SURE_KNOWN: Final = 0.7
"""Least part of the words that must stand in sayings for an option that is taken without asking [ours]."""

MOST_CLOSE: Final = 3
"""Close options that are put to choose from [ours]."""

MOST_SAYINGS: Final = 32768
"""Sayings whose features are remembered [ours]."""

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


@lru_cache(maxsize=MOST_SAYINGS)
def features(text: str) -> frozenset[str]:
    """Words by meaning, pairs of neighbours, beginnings (`#`) of long words; `!` before those that are denied."""
    return frozenset(_features(tokens_of(text)))


def _features(tokens: Iterable[str]) -> Iterator[str]:
    denied, before = False, ""
    for token in tokens:
        if not token[-1].isalnum():
            denied, before = denied and token not in _ENDS, before if token == "-" else ""
            continue
        word = stem(token)
        word = _SAME.get(word, word)
        sign = DENIED if denied and not denies(token) else ""
        yield sign + word
        if before:
            yield f"{sign}{before} {word}"
        if len(token) > BEGINNING and not is_number(token):
            yield f"{sign}{token[:BEGINNING]}#"
        turned = token in _TURNS or (denied and token in _EXCEPTING)
        denied, before = (denied or denies(token)) and not turned, word


class Said:
    """How often features stand in some sayings."""

    def __init__(self, sayings: Iterable[str] = ()) -> None:
        self.often = Counter(feature for saying in sayings for feature in features(saying))
        self.total = self.often.total()


class Talk:
    """How often features stand in talk of any kind, and in talk that answers nothing."""

    def __init__(self, answers: Iterable[str] = (), asides: Iterable[str] = ()) -> None:
        self.asides = Said(asides)
        self._any = Said(answers)

    def part(self, feature: str) -> float:
        """Part of all features that are this one."""
        often = self._any.often[feature] + self.asides.often[feature]
        return (often + UNSEEN) / (self._any.total + self.asides.total + SMOOTHING)

    def speaks_for(self, said: Said, found: Iterable[str]) -> float:
        """Log-likelihood ratio of features being said so against their standing in any talk."""
        return sum(self._worth(said, one) for one in found)

    def _worth(self, said: Said, feature: str) -> float:
        """What is denied speaks against those who say it, unless they deny it as well."""
        if feature[0] == DENIED and not said.often[feature]:
            return min(0.0, -self._ratio(said, feature[1:]))
        return max(UNHEARD, self._ratio(said, feature))

    def _ratio(self, said: Said, feature: str) -> float:
        part = self.part(feature)
        mixed = (said.often[feature] + SMOOTHING * part) / (said.total + SMOOTHING)
        return math.log(mixed / part) * (SIDE_FEATURE if _is_side(feature) else 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a line speaks for, likeliest first."""

    close: tuple[str, ...] = ()
    firm: bool = False
    """It says much that is said for the first of them,"""
    strong: bool = False
    """and for no other."""
    sure: bool = False
    """It says hardly anything else, and may be taken without asking."""
    ratio: float = 0.0
    """How much the line says for the first of them: a log-likelihood ratio."""


@dataclass(frozen=True)
class Likelihood:
    """What people say for each option, beside talk of any kind."""

    sayings: Mapping[str, Collection[str]]
    """Option -> sayings for it."""
    talk: Talk

    @cached_property
    def _said(self) -> Mapping[str, Said]:
        return {key: Said(sayings) for key, sayings in self.sayings.items()}

    def judge(self, line: str, others: Collection[str] = ()) -> Judged:
        """The options that a line speaks for; where it tells of `others`, those that are so told of."""
        found = features(line)
        people = features(" ".join(others)) if others else frozenset()
        aside = max(0.0, self.talk.speaks_for(self.talk.asides, found))
        ratios = {
            key: self.talk.speaks_for(said, found) - ASIDE * aside
            for key, said in self._said.items()
            if all(said.often[one] for one in people if not _is_side(one))
        }
        ranked = sorted(ratios.items(), key=lambda one: -one[1])
        if not ranked or ranked[0][1] < LEAST:
            return Judged()
        best, most = ranked[0]
        close = [key for key, ratio in ranked if ratio > most - LEADS][:MOST_CLOSE]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        firm = most >= STRONG
        strong = firm and most - second >= STRONG_LEADS
        sure = strong and most > SURE_BESIDE * aside and self._known(best, found) >= SURE_KNOWN
        return Judged(tuple(close), firm, strong, sure, most)

    def _known(self, key: str, found: Iterable[str]) -> float:
        """Part of the words, by how rare they are in any talk, that stand in sayings for the option."""
        rare = {one: -math.log(self.talk.part(one)) for one in found if not _is_side(one)}
        known = sum(weight for one, weight in rare.items() if self._said[key].often[one])
        return known / (sum(rare.values()) or 1.0)


def _is_side(feature: str) -> bool:
    return " " in feature or feature[-1] == "#"
