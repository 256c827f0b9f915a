"""Which option a typed line most likely means, from how often its words stand in what people say for each.

Naive Bayes over words, pairs of neighbours and beginnings of long words: every feature adds the logarithm of how much
more often it stands in the sayings of an option than in talk of any kind.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from aijri_engine.interview.understanding.words.sayings import (
    DENIED,
    MOST_WORDS,
    Said,
    by_meaning,
    features,
    is_side,
)
from aijri_engine.interview.understanding.words.tokens import FILLER, stem

SMOOTHING: Final = 400.0
"""Features of any talk that are mixed into those of each option: the more, the less one saying alone decides [ours]."""

UNSEEN: Final = 0.3
"""How often a feature that stands nowhere is taken to stand in any talk [ours]."""

SIDE_FEATURE: Final = 0.6
"""Weight of pairs and beginnings beside 1 for a word [ours]."""

UNHEARD: Final = -0.05
"""Most that one feature counts against an option: nobody says everything that might be said for it [ours]."""

UNHEARD_BESIDE: Final = -1.0
"""The same where options are compared with one another [ours]."""

SAYS: Final = 2.3
"""Weight of the root of what a line says for its likeliest option [derived: 4,000 answers and 2,500 lines that answer
nothing by 20 writers who saw the questions alone, told apart with the sayings of all others]."""

ASIDE: Final = 1.8
"""Weight of what it has in common with talk that answers nothing, which is taken off; by the root of its words, since
long lines hold more of either [derived with it]."""

ANSWERS: Final = 0.1
"""Weight of its sounding like an answer to any question, by the same root [derived with it]."""

KNOWN: Final = 3.0
"""Weight of the part of its words that stand in sayings for the option [derived with it]."""

SHORT: Final = 4
"""Words of a line from which it counts as long [ours]."""

LEAST: Final = 6.5
"""Sum of these from which an option is put forward [derived with it, for about 2 of 100 lines of talk]."""

LEAST_DENIED: Final = 8.0
"""The same for a line of which a part is denied [derived with it]."""

LEADS: Final = 0.5
"""By how much the leading option is ahead of another that is then not put as just as likely [ours]."""

NEAR_LEADS: Final = 12.0
"""By how much it is ahead of all that is not meant instead: nearer than this the next is meant by 6 to 40 of 100
lines, and is named beside it [derived: answers of people]."""

STRONG_LEADS: Final = 8.0
"""By how much it is ahead of others where a line is said to speak for it alone [ours]."""

SURE: Final = 11.0
"""Sum of what is weighed from which an option is taken without asking [derived with the weights: with the two below,
three of 1,000 answers are so taken as another, and one of 1,000 lines of talk as any, before a denial, a comparison, or
anybody else in the line forbids it]."""

SURE_LEADS: Final = 14.0
"""By how much an option is ahead that is taken without asking [derived with it]."""

STRONG: Final = 7.0
"""The ratio from which a line says much for an option [ours]."""

SURE_KNOWN: Final = 0.7
"""Least part of the words that must stand in sayings for an option that is taken without asking [derived with it]."""

TELLS: Final = 0.5
"""The ratio from which a word or a pair is said for an option, and not there by chance [ours]."""

TELLING: Final = 2.0
"""Part of the ratio that words must hold which are no fillers, where it is taken without asking [ours]."""

NAMES_COUNT: Final = 4
"""What an option is called counts as often as so many lines of people [derived: 3 to 6 alike on answers of people]."""

LEAST_TURNED: Final = 2
"""Words of a line that an option is mostly said with as denied, from which the line says its opposite [ours]."""

MOST_CLOSE: Final = 3
"""Options that are put to choose from [ours]."""


_FILLING: Final = frozenset(map(stem, FILLER))
_SMALL: Final = frozenset(
    map(
        stem,
        ["^", "$", "the", "a", "an", "in", "on", "at", "of", "with", "to", "for", "from", "by", "and", "or"],
    )
)
"""Words and signs that stand beside any word, so that being beside them tells nothing."""
_TELLING: Final = frozenset(map(stem, ("will", "would", "being", "some", "hour")))
"""Words that fill a line, but say another thing where nobody says them for an option."""


class Talk:
    """How often features stand in talk of any kind, and in talk that answers nothing."""

    def __init__(self, answers: Said | None = None, asides: Said | None = None) -> None:
        self.asides = asides or Said()
        self._any = answers or Said()
        self.part = lru_cache(maxsize=MOST_WORDS)(self._part)
        self.sides = lru_cache(maxsize=MOST_WORDS)(self._sides)

    def _part(self, feature: str) -> float:
        """Part of all features that are this one."""
        often = self._any.often(feature) + self.asides.often(feature)
        return (often + UNSEEN) / (self._any.total + self.asides.total + SMOOTHING)

    def _sides(self, feature: str) -> tuple[float, float]:
        """Log-likelihood ratios of a feature: being said in an answer against talk, and in talk against anything."""
        answer = self._weighed(self._any, feature) - self._weighed(self.asides, feature)
        return answer, max(UNHEARD, self.worth(self.asides, feature))

    def worth(self, said: Said, feature: str) -> float:
        """Log-likelihood ratio of a feature being said so against its standing in any talk.

        What is denied speaks against those who say it, unless they deny it as well.
        """
        if feature[0] == DENIED and not said.often(feature):
            return min(0.0, -self._weighed(said, feature[1:]))
        return self._weighed(said, feature)

    def _weighed(self, said: Said, feature: str) -> float:
        often = said.often(feature)
        more = often / self.part(feature) if often else 0.0
        ratio = (more + SMOOTHING) / (said.total + SMOOTHING)
        return math.log(ratio) * (SIDE_FEATURE if is_side(feature) else 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a line speaks for, likeliest first."""

    close: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """The same with those that may be meant as well."""
    firm: bool = False
    """It says much that is said for the first of them,"""
    strong: bool = False
    """and for no other."""
    sure: bool = False
    """It says hardly anything else, and may be taken without asking."""
    ratio: float = 0.0
    """How much the line says for the first of them: a log-likelihood ratio."""


Counted = Mapping[str, Sequence[Mapping[str, float]]]
"""Option -> counts of features, as many as there are sources."""


@dataclass(frozen=True)
class Likelihood:
    """What people say for each option, beside talk of any kind."""

    names: Mapping[str, Iterable[str]]
    """Option -> its names, descriptions and other sayings for it."""
    talk: Talk
    counted: Counted = field(default_factory=dict)
    """Option -> counts of what else is said for it."""
    away: Callable[[Sequence[str]], frozenset[str]] = lambda words: frozenset()
    """Options that go the other way than the words: they are not meant."""

    @cached_property
    def _said(self) -> Mapping[str, Said]:
        return {
            key: Said([*names] * NAMES_COUNT, self.counted.get(key, ())) for key, names in self.names.items()
        }

    def known(self, line: str, least: float) -> Judged:
        """The options that a line speaks for which is about them in any case: no floor against talk, but a ratio."""
        judged = self.judge(line, least=-math.inf)
        return judged if judged.ratio >= least else Judged()

    def judge(self, line: str, others: Collection[str] = (), least: float = LEAST) -> Judged:
        """The options that a line speaks for; where it tells of `others`, those that are so told of."""
        found = features(line)
        people = [one for one in features(" ".join(others)) if not is_side(one)] if others else []
        told = (
            dict(zip(self._said, zip(*map(self._worths, found), strict=True), strict=True)) if found else {}
        )
        away = self.away(line.split())
        worth = {
            key: worths
            for key, worths in told.items()
            if key not in away and all(map(self._said[key].often, people))
        }
        beside = {key: sum(max(UNHEARD_BESIDE, one) for one in worths) for key, worths in worth.items()}
        ranked = sorted(beside, key=lambda key: -beside[key])
        if not ranked:
            return Judged()
        best = ranked[0]
        most = sum(max(UNHEARD, one) for one in worth[best])
        words = [one for one in found if not is_side(one)]
        telling = [one for one in words if one not in _FILLING]
        if not any(map(self._said[best].often, telling if most < STRONG else words)):
            return Judged()
        answers, aside = map(sum, zip(*map(self.talk.sides, found), strict=True))
        root = math.sqrt(max(SHORT, len(words)))
        says = SAYS * math.sqrt(max(0.0, most)) + (ANSWERS * answers - ASIDE * max(0.0, aside)) / root
        known = self._known(best, found)
        heard = says + KNOWN * known
        if heard < least:
            return Judged()
        behind = [beside[best] - beside[key] for key in ranked]
        close = [key for key, by in zip(ranked, behind, strict=True) if by < LEADS][:MOST_CLOSE]
        near = [key for key, by in zip(ranked[:MOST_CLOSE], behind, strict=False) if by < NEAR_LEADS]
        firm = most >= STRONG
        strong = firm and (len(ranked) < 2 or behind[1] >= STRONG_LEADS)
        sure = strong and heard >= SURE and known >= SURE_KNOWN
        sure = sure and sum(max(0.0, self.talk.worth(self._said[best], one)) for one in telling) >= TELLING
        sure = sure and (len(ranked) < 2 or behind[1] >= SURE_LEADS)
        return Judged(tuple(close), tuple(dict.fromkeys(close + near)), firm, strong, sure, most)

    @cached_property
    def _worths(self) -> Callable[[str], tuple[float, ...]]:
        """What a feature says for each option."""
        said = self._said.values()
        return lru_cache(maxsize=MOST_WORDS)(lambda one: tuple(self.talk.worth(each, one) for each in said))

    def about(self, line: str) -> Mapping[str, float]:
        """How much a line has in common with what is said for each option, denied or not: log-likelihood ratios."""
        return self._summed({one.removeprefix(DENIED) for one in features(line)})

    def _summed(self, found: Iterable[str]) -> Mapping[str, float]:
        worths = [self._worths(one) for one in found]
        return {key: sum(max(UNHEARD, one[place]) for one in worths) for place, key in enumerate(self._said)}

    def most(self, line: str) -> tuple[str, float]:
        """The option that a line speaks for most, compared with the others, and how much: a log-likelihood ratio."""
        worths = [self._worths(one) for one in features(line)]
        away = self.away(line.split())
        beside = [
            -math.inf if key in away else sum(max(UNHEARD_BESIDE, one) for one in column)
            for key, column in zip(self._said, zip(*worths, strict=True), strict=False)
        ]
        if not worths or max(beside) == -math.inf:
            return "", 0.0
        place = beside.index(max(beside))
        return [*self._said][place], sum(max(UNHEARD, one[place]) for one in worths)

    def alike(self, line: str, other: "Likelihood") -> Mapping[str, float]:
        """How much a line has in common with what is said for each option, denied or not: log-likelihood ratios.

        Words that say more for any option of the `other` count for nothing.
        """
        found = {one.removeprefix(DENIED) for one in features(line)}
        return self._summed(one for one in found if max(self._worths(one)) > max(0.0, *other._worths(one)))

    def denies(self, key: str, line: str) -> bool:
        """Telling words of a line that denies nothing are mostly denied in what is said for the option."""
        found, said = features(line), self._said[key]
        words = [one for one in found if not is_side(one) and one not in _FILLING]
        turned = [one for one in words if said.often(DENIED + one) > said.often(one)]
        return len(turned) >= LEAST_TURNED and not any(one.startswith(DENIED) for one in found)

    def says(self, key: str, phrase: Sequence[str]) -> bool:
        """Some line for the option holds these words beside one another."""
        pairs = [f"{by_meaning(one)[0]} {by_meaning(two)[0]}" for one, two in pairwise(phrase)]
        return bool(pairs) and all(self._tells(key, one) for one in pairs)

    def unsaid(self, key: str, line: str) -> frozenset[str]:
        """Words of a line that nobody says for the option, or that are mostly said the other way round."""
        said, words = self._said[key], {one for one in features(line) if not is_side(one)}
        return frozenset(
            one
            for one in words - (_FILLING - _TELLING)
            if not said.often(one) or (one[0] != DENIED and said.often(DENIED + one) > said.often(one))
        )

    def loose(self, key: str, line: str) -> frozenset[str]:
        """Telling words of a line that nobody says for the option, or never near another telling one."""
        said, found = self._said[key], features(line)
        words = {one.removeprefix(DENIED) for one in found if not is_side(one)} - _FILLING
        pairs = (one.removeprefix(DENIED).split() for one in found if " " in one and said.often(one))
        beside = {word for pair in pairs if not _SMALL & {*pair} for word in pair}
        return frozenset(word for word in words - beside if len(words) > 1 or not said.often(word))

    def denies_so(self, key: str, line: str) -> bool:
        """What the line denies is denied in what is said for the option, too ("was not replaced")."""
        denied = [one for one in features(line) if one[0] == DENIED and not is_side(one)]
        telling = [one for one in denied if one[1:] not in _FILLING]
        if key not in self._said or not telling:
            return key in self._said and any(self._tells(key, one) for one in denied)
        return all(self._tells(key, one) for one in telling)

    def turns_down(self, key: str, line: str) -> bool:
        """What the line denies is mostly told as being so in what is said for the option ("did not stay the same")."""
        said = self._said[key]
        denied = [one[1:] for one in features(line) if one[0] == DENIED and not is_side(one)]
        known = [one for one in denied if one not in _FILLING and said.often(one) + said.often(DENIED + one)]
        return bool(known) and all(said.often(one) > said.often(DENIED + one) for one in known)

    def _tells(self, key: str, feature: str) -> bool:
        """It is said for the option more often than in any talk."""
        said = self._said[key]
        return bool(said.often(feature)) and self.talk.worth(said, feature) > TELLS

    def worth(self, word: str) -> float:
        """How much a word says for the option that it says most for."""
        return max(self._worths(by_meaning(word)[0]), default=0.0)

    def _known(self, key: str, found: Iterable[str]) -> float:
        """Part of the words, by how rare they are in any talk, that stand in sayings for the option."""
        rare = {one: -math.log(self.talk.part(one)) for one in found if not is_side(one)}
        known = sum(weight for one, weight in rare.items() if self._said[key].often(one))
        return known / (sum(rare.values()) or 1.0)
