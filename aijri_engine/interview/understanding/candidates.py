"""Which option a line speaks for: evidence word by word, weighed by how few options share the word."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from aijri_engine.interview.understanding.clauses import Clause, denies, explained
from aijri_engine.interview.understanding.names import Named, Names
from aijri_engine.interview.understanding.tokens import FILLER, PHRASES, stem, word_set, words_of

UNKNOWN: Final = 0.6
"""Weight of a word that no option knows, beside 1 for one that a single option knows [ours]."""

NAMED: Final = 0.6
"""Weight of each word more for standing in a whole name [ours]."""

LIKENESS: Final = 0.8
"""Weight of the likeness of letters, which parts options that share their words [ours]."""

ASIDE: Final = 0.3
"""Part of its weight that a word has in a clause about somebody else [ours]."""

LEAST: Final = 0.75
"""Least evidence for an option to be put forward [ours]."""

DENIAL: Final = 0.5
"""Part of its weight that a word has that denies ("nobody"): many things are denied with the same words [ours]."""

LEAST_KNOWN: Final = 0.22
"""Least part of the words, by weight, that the leading option must know [ours]."""

LEADS: Final = 0.78
"""Part of the leading evidence up to which the next option is left behind [ours]."""

SURE: Final = 1.6
"""Least evidence for an option to be taken without asking [ours]."""

SURE_KNOWN: Final = 0.86
"""Least part of the words that it must then know [ours]."""

SURE_LEADS: Final = 0.42
"""Part of the leading evidence that the next option may then have [ours]."""

EVERYDAY: Final = word_set(PHRASES.everyday)
"""Words that alone speak for no option, though one may hold them."""

NOTHING_SAID: Final[Mapping[str, float]] = {}

LENGTH: Final = 0.5
"""How far the words that are said of a thing count against each of them: 0 not at all, 1 in full [ours]."""

MOST_CLOSE: Final = 3
"""Close options that are put to choose from [ours]."""


def _alike() -> Mapping[str, str]:
    """Stem -> the stem that stands for all words of about the same meaning."""
    groups = [list(map(stem, group.split())) for group in PHRASES.alike]
    return {word: group[0] for group in reversed(groups) for word in group}


_SAME: Final = _alike()


def meaning(word: str) -> str:
    """The stem that stands for a stem and all of about the same meaning."""
    return _SAME.get(word, word)


def _texts(thing: Named) -> list[list[str]]:
    return [words_of(text) for text in (*thing.names, *thing.texts)]


def _by_meaning(spoken: Iterable[tuple[str, str]]) -> Mapping[str, Mapping[str, float]]:
    """Meaning -> the things that it speaks for, 1 for the one that says it most."""
    found: dict[str, Counter[str]] = {}
    length = Counter[str]()
    for word, key in spoken:
        found.setdefault(meaning(stem(word)), Counter())[key] += 1
        length[key] += 1
    parts = {}
    for word, counted in found.items():
        often = {key: number / length[key] ** LENGTH for key, number in counted.items()}
        parts[word] = {key: number / max(often.values()) for key, number in often.items()}
    return parts


def _tells(words: Sequence[str], together: bool = False) -> bool:
    """The words are more than denials and words of any talk; or several of these that stand together in one name."""
    said = [word for word in words if not denies(word)]
    return (together and len(said) > 1) or any(word not in EVERYDAY for word in said)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a line speaks for, best first. `sure` when it may be taken without asking."""

    close: tuple[str, ...] = ()
    sure: bool = False


@dataclass(frozen=True)
class Candidates:
    """Named things with everything that is said of them."""

    things: tuple[Named, ...]
    beside: frozenset[str] = frozenset()
    """Words of the question, which speak for nothing."""
    hints: bool = False
    """To offer, not to take: a word that denies speaks for what denies as well."""

    @cached_property
    def names(self) -> Names:
        """The names alone."""
        return Names(self.things)

    @cached_property
    def _spoken_for(self) -> Mapping[str, Mapping[str, float]]:
        """Meaning -> the things whose names or texts hold it, with how much it speaks for each."""
        return _by_meaning(
            (word, thing.key) for thing in self.things for text in _texts(thing) for word in text
        )

    @cached_property
    def _denied_of(self) -> Mapping[str, Mapping[str, float]]:
        """The same of names and texts that deny."""
        denying = [
            (thing.key, text) for thing in self.things for text in _texts(thing) if any(map(denies, text))
        ]
        return _by_meaning((word, key) for key, text in denying for word in text if word not in FILLER)

    def _weight(self, keys: Mapping[str, float]) -> float:
        """1 for a word of one thing, towards 0 for a word of all alike."""
        many = len(self.things) + 0.5
        return math.log(many / sum(keys.values())) / math.log(many)

    def judge(self, clauses: Sequence[Clause]) -> Judged:
        """The things that the clauses of a line speak for."""
        evidence = dict.fromkeys((thing.key for thing in self.things), 0.0)
        known = dict.fromkeys(evidence, 0.0)
        words = [word for clause in clauses for word in clause.words]
        spans = self.names.spans(words)
        inside = explained(spans, words)
        total, clean, told = 0.0, True, set[str]()
        for clause in clauses:
            if clause.elsewhere(inside):
                clean = False
                continue
            denied = clause.denied(inside)
            persons = clause.persons(inside)
            part = 1.0 if all(map(self._keys, persons)) else ASIDE
            clean = clean and not denied and not persons and not clause.unsure(inside)
            for place, word in enumerate(clause.words, clause.start):
                keys = self._keys(word, denied)
                if not keys and (word in FILLER or word in self.beside):
                    continue
                if word in FILLER and place not in inside:
                    continue
                weight = self._weight(keys) if keys else UNKNOWN
                if word in self.beside and place not in inside:
                    weight *= 0.5
                if denies(word):
                    weight *= DENIAL
                total += weight
                told |= {word} if keys else set()
                for key, share in keys.items():
                    evidence[key] += weight * part * share
                    known[key] += weight * share
        named_so = False
        for start, end, named in spans:
            if any(clause.start <= start < clause.start + len(clause.words)
                   and (clause.denied(inside) or clause.elsewhere(inside)) for clause in clauses):  # fmt: skip
                continue
            for key in named:
                evidence[key] += NAMED * (end - start) / len(named)
                known[key] += NAMED * (end - start) / len(named)
            total += NAMED * (end - start)
            named_so = named_so or _tells(words[start:end], together=True)
        if not named_so and not _tells(sorted(told)):
            return Judged()
        return self._judged(evidence, known, total, clean and len(told) > 1, clauses)

    def _judged(
        self,
        evidence: dict[str, float],
        known: dict[str, float],
        total: float,
        clean: bool,
        clauses: Sequence[Clause],
    ) -> Judged:
        if not total or max(evidence.values()) < LEAST / 2:
            return Judged()
        likeness = dict(self.names.rank([word for clause in clauses for word in clause.words]))
        weighed = {
            key: found + LIKENESS * likeness.get(key, 0.0) for key, found in evidence.items() if found > 0
        }
        ranked = sorted(weighed.items(), key=lambda one: -one[1])
        best, most = ranked[0]
        if most < LEAST or known[best] / total < LEAST_KNOWN:
            return Judged()
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        sure = clean and most >= SURE and known[best] / total >= SURE_KNOWN and second <= SURE_LEADS * most
        close = [key for key, found in ranked if found > LEADS * most][:MOST_CLOSE]
        return Judged(tuple(close), sure)

    def _keys(self, word: str, denied: bool = False) -> Mapping[str, float]:
        """Things that the word speaks for; where it is denied, only by names that deny it themselves."""
        if denies(word):
            return self._denied_of.get(meaning(stem(word)), NOTHING_SAID) if self.hints else NOTHING_SAID
        found = self.names.known(word)
        spoken_for = self._denied_of if denied else self._spoken_for
        return spoken_for.get(meaning(found if found is not None else stem(word)), NOTHING_SAID)
