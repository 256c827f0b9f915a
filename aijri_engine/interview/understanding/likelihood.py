"""Which option a typed line most likely means, from how often its words stand in what people say for each.

Naive Bayes over words, pairs of neighbours and beginnings of long words: every feature adds the logarithm of how much
more often it stands in the sayings of an option than in talk of any kind. Nothing is learnt while the program runs.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from aijri_engine.interview.understanding.said import DENIED, Said, features, is_side

SMOOTHING: Final = 400.0
"""Features of any talk that are mixed into those of each option: the more, the less one saying alone decides [ours]."""

UNSEEN: Final = 0.3
"""How often a feature that stands nowhere is taken to stand in any talk [ours]."""

SIDE_FEATURE: Final = 0.6
"""Weight of pairs and beginnings beside 1 for a word [ours]."""

UNHEARD: Final = -0.05
"""Most that one feature counts against an option: nobody says everything that might be said for it [ours]."""

NOT_ASKED: Final = -0.5
"""Most that one feature counts against a line being about the question at all [ours]."""

ABOUT: Final = 0.8
"""Weight of a line being about the question, beside 1 for what it says for an option [ours]."""

ASIDE: Final = 0.5
"""Part of what a line has in common with talk that answers nothing, which is taken off; twice where it is asked whether
anything is put forward [ours]."""

LEAST: Final = 3.0
"""Sum of these from which an option is put forward [ours]."""

LEADS: Final = 0.5
"""By how much the leading option is ahead of another that is then left out [ours]."""

STRONG: Final = 5.0
"""The ratio from which a line says much for an option [ours]."""

STRONG_LEADS: Final = 6.0
"""By how much it must then be ahead of the next [ours]."""

SURE_BESIDE: Final = 2.0
"""How often what a line has in common with talk that answers nothing its ratio must then hold [ours]."""

SURE_KNOWN: Final = 0.8
"""Least part of the words that must stand in sayings for an option that is taken without asking [ours]."""

MOST_CLOSE: Final = 3
"""Close options that are put to choose from [ours]."""


class Talk:
    """How often features stand in talk of any kind, and in talk that answers nothing."""

    def __init__(self, answers: Said | None = None, asides: Said | None = None) -> None:
        self.asides = asides or Said()
        self._any = answers or Said()

    def part(self, feature: str) -> float:
        """Part of all features that are this one."""
        often = self._any.often(feature) + self.asides.often(feature)
        return (often + UNSEEN) / (self._any.total + self.asides.total + SMOOTHING)

    def speaks_for(self, said: Said, found: Iterable[str], unheard: float = UNHEARD) -> float:
        """Log-likelihood ratio of features being said so against their standing in any talk."""
        return sum(self._worth(said, one, unheard) for one in found)

    def _worth(self, said: Said, feature: str, unheard: float) -> float:
        """What is denied speaks against those who say it, unless they deny it as well."""
        if feature[0] == DENIED and not said.often(feature):
            return min(0.0, -self._ratio(said, feature[1:]))
        return max(unheard, self._ratio(said, feature))

    def _ratio(self, said: Said, feature: str) -> float:
        part = self.part(feature)
        mixed = (said.often(feature) + SMOOTHING * part) / (said.total + SMOOTHING)
        return math.log(mixed / part) * (SIDE_FEATURE if is_side(feature) else 1.0)


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


Counted = Mapping[str, Sequence[Mapping[str, int]]]
"""Option -> counts of features, as many as there are sources."""


@dataclass(frozen=True)
class Likelihood:
    """What people say for each option, beside talk of any kind."""

    names: Mapping[str, Iterable[str]]
    """Option -> its names, descriptions and other sayings for it."""
    talk: Talk
    counted: Counted = field(default_factory=dict)
    """Option -> counts of what else is said for it."""

    @cached_property
    def _said(self) -> Mapping[str, Said]:
        return {key: Said(names, self.counted.get(key, ())) for key, names in self.names.items()}

    @cached_property
    def _any(self) -> Said:
        """What is said for any of the options."""
        return Said(counted=(part for said in self._said.values() for part in said.parts))

    def judge(self, line: str, others: Collection[str] = ()) -> Judged:
        """The options that a line speaks for; where it tells of `others`, those that are so told of."""
        found = features(line)
        people = features(" ".join(others)) if others else frozenset()
        aside = max(0.0, self.talk.speaks_for(self.talk.asides, found))
        ratios = {
            key: self.talk.speaks_for(said, found) - ASIDE * aside
            for key, said in self._said.items()
            if all(said.often(one) for one in people if not is_side(one))
        }
        ranked = sorted(ratios.items(), key=lambda one: -one[1])
        about = ABOUT * self.talk.speaks_for(self._any, found, NOT_ASKED)
        if not ranked or ranked[0][1] + about - ASIDE * aside < LEAST:
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
        rare = {one: -math.log(self.talk.part(one)) for one in found if not is_side(one)}
        known = sum(weight for one, weight in rare.items() if self._said[key].often(one))
        return known / (sum(rare.values()) or 1.0)
