"""What the options of one question are called, and which one a line calls by exactly that."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from aijri_engine.content.phrases import YES_OR_NO
from aijri_engine.interview.form import Choice
from aijri_engine.interview.understanding.directions import Directions
from aijri_engine.interview.understanding.words.clauses import OTHER_PEOPLE, denies, turned_away
from aijri_engine.interview.understanding.words.likelihood import Counted, Likelihood, Talk
from aijri_engine.interview.understanding.words.names import Named, Names, is_negated
from aijri_engine.interview.understanding.words.positions import NOTHING, Pick, Places, pointed, unclear
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    NEGATORS,
    PHRASES,
    hedged,
    holds,
    odd,
    only_words,
    stem,
    word_set,
    words_of,
)

_ALL: Final = frozenset(PHRASES.all_of)
_NONE: Final = frozenset(PHRASES.none_of)
_YES: Final = word_set(PHRASES.yes)
_NO: Final = word_set(PHRASES.no)
BARE: Final = _YES | _NO
"""A yes or no alone, which names no option."""

SAME_START: Final = 2
"""Words that begin the labels of two options when these are degrees of one thing [ours]."""

ENOUGH_OF_A_NAME: Final = 3
"""Telling words of a name that call it without the one it begins with [ours]."""


def agreed(spans: Sequence[tuple[int, int, tuple[str, ...]]]) -> tuple[str, ...]:
    """Options that names in a line mean: one alone where a name of it stands beside others that may mean it, too."""
    single = {keys for _, _, keys in spans if len(keys) == 1}
    if len(single) == 1 and all(next(iter(single))[0] in keys for _, _, keys in spans):
        return next(iter(single))
    return tuple(dict.fromkeys(key for _, _, keys in spans for key in keys))


def all_of(words: Sequence[str]) -> bool:
    """ "all of them"."""
    return " ".join(words) in _ALL


def none_of(words: Sequence[str]) -> bool:
    """ "none of the above"."""
    return " ".join(words) in _NONE


def trimmed(words: Sequence[str]) -> list[str]:
    """Without the filling words at both ends; words that deny stay."""
    start, end = 0, len(words)
    while start < end and words[start] in FILLER and words[start] not in NEGATORS:
        start += 1
    while end > start and words[end - 1] in FILLER and words[end - 1] not in NEGATORS:
        end -= 1
    return list(words[start:end])


@dataclass(frozen=True)
class OptionNames:
    """The options of one question, by letter, number, place and name, and by what is said for them."""

    choices: tuple[Choice, ...]
    beside: frozenset[str] = frozenset()
    """Words of the question itself, which may surround an answer."""
    said: Counted = field(default_factory=dict)
    """Counts of what people say for an option, by id, beside its own names."""
    talk: Talk = field(default_factory=Talk)
    """What is said of anything."""
    ladder: bool = False
    """The options are ways of doing one task."""
    names_lead: bool = False
    """The options are rows of work: who calls one by its name means it, whatever else is told of it."""

    @cached_property
    def names(self) -> Names:
        """Ids, but for titles that somebody else may hold ("principal"), labels, short forms, aliases and hints."""
        told = {one.id: "" if one.id in OTHER_PEOPLE else one.id.replace("_", " ") for one in self.choices}
        first = {one.id: re.split("[,;]", one.label, maxsplit=1)[0] for one in self.choices}
        return Names(
            tuple(
                Named(one.id, (told[one.id], one.label, first[one.id], one.name, *one.aliases, *one.hints))
                for one in self.choices
            )
        )

    @cached_property
    def places(self) -> Places:
        """The same options by letter, number and place."""
        return Places(self.choices, self.beside)

    @cached_property
    def label_stems(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Labels and short names of the options, by id."""
        pairs = [(one.id, one.label) for one in self.choices] + [(one.id, one.name) for one in self.choices]
        return tuple((key, tuple(map(stem, words_of(label)))) for key, label in pairs)

    @cached_property
    def _first_stems(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What stands in the labels before their first sign: behind it they only add to it."""
        firsts = [
            (one.id, re.split("[,;]", said)[0]) for one in self.choices for said in (one.label, one.name)
        ]
        return tuple((key, tuple(map(stem, words_of(first)))) for key, first in firsts)

    @cached_property
    def label_words(self) -> frozenset[str]:
        """Stems of all words of the labels and short names, and of ids of one word."""
        told = (text for one in self.choices for text in (one.id, one.label, one.name) if "_" not in text)
        return frozenset(stem(word) for text in told for word in words_of(text))

    @cached_property
    def name_words(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The names of each option, as words."""
        return {one.key: tuple(tuple(words_of(name)) for name in one.names) for one in self.names.things}

    @cached_property
    def _hints(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(map(stem, words_of(hint))) for one in self.choices for hint in one.hints)

    def hinted(self, words: Sequence[str]) -> bool:
        """A line that only speaks of the matter of an option ("we have a union")."""
        telling = [word for word in words if word not in FILLER]
        return bool(telling) and {*map(stem, telling)} <= {word for hint in self._hints for word in hint}

    @cached_property
    def likelihood(self) -> Likelihood:
        """What is said for each option: its names, and how people put it."""
        names = {one.id: (one.label, one.name, one.plainly, *one.aliases, *one.hints) for one in self.choices}
        return Likelihood(names, self.talk, self.said, Directions.of(self.choices).away)

    def called(self, tokens: Sequence[str]) -> Pick:
        """An option by its letter, number or place, or by exactly its name, whatever forbids to take it."""
        words = only_words(tokens)
        if odd(tokens) or not words:
            return NOTHING
        named = self._named(words, turned_away(tokens))
        if named.clear and hedged(tokens, trimmed(words)):
            return unclear("That did not sound sure.", named.chosen)
        placed = self.places.placed(tokens)
        lettered = self.places.lettered(tokens)
        if named.clear and lettered and not {*lettered} <= {*named.chosen}:
            return unclear(
                "That is the name of one option and the letter of another.", named.chosen, lettered
            )
        if named.clear and placed.clear and named.chosen != placed.chosen:
            return unclear(
                "That is the name of one option and the number of another.", named.chosen, placed.chosen
            )
        banded = self.places.banded(tokens)
        if banded and not named.clear:
            if placed.clear and placed.chosen != banded and not pointed(words):
                return unclear("That can be the amount or the number of an option.", banded, placed.chosen)
            if not placed.clear:
                return Pick(banded)
        return named if named.clear or named.why else placed

    def _named(self, words: Sequence[str], whole: bool) -> Pick:
        """By a name alone, or, unless only the `whole` line counts, with filling words around it."""
        for line in (words,) if whole else (words, trimmed(words)):
            keys = self.names.whole(line) if line else ()
            if not keys or tuple(map(stem, line)) in self._hints:
                continue
            stems = tuple(map(stem, line))
            begun = tuple(
                key for key, label in self.label_stems if label[: len(stems)] == stems and key not in keys
            )
            own = any(key in keys and label == stems for key, label in self.label_stems)
            beside = set(agreed(self.names.spans(words))) - set(keys) if len(line) < len(words) else set()
            if len(keys) > 1 or beside or (begun and not own):
                return unclear("That fits more than one option.", *((key,) for key in (*keys, *begun)))
            return Pick(keys)
        return NOTHING

    def part(self, words: Sequence[str]) -> Pick:
        """Several telling words that stand so, in the same order, in what one option alone is called."""
        line = trimmed(words)
        stems = tuple(map(stem, line))
        found = {key: is_negated(label) for key, label in self.label_stems if holds(label, stems)}
        begun = {key for key, first in self._first_stems if any(holds(first, (one,)) for one in stems)}
        telling = len([word for word in line if word not in FILLER])
        enough = telling > 1 and not denies(line[-1])  # "my name it is not"
        if not (enough and list(found.values()) == [is_negated(line)] and begun >= {*found}):
            return NOTHING
        sure = telling >= ENOUGH_OF_A_NAME or all(self._headed(key, stems) for key in found)
        return Pick(tuple(found), confident=sure)

    def _headed(self, key: str, stems: Collection[str]) -> bool:
        """They hold what its name begins with, without which it may be said of anything ("must be consulted")."""
        names = [[one for one in label if one not in FILLER] for own, label in self.label_stems if own == key]
        return any(name[0] in stems for name in names if name)

    def bare(self, words: Sequence[str]) -> Pick:
        """A yes or no in several words, where an option is called so."""
        yes, no = YES_OR_NO
        said = yes if {*words} <= _YES else no if {*words} <= _NO else None
        return Pick(tuple(one.id for one in self.choices if one.id == said), confident=False)

    def says_nothing(self, key: str) -> bool:
        """The option says of all that is asked that it is not so ("Never", "Not mine")."""
        named = next((one for one in self.choices if one.id == key), None)
        return named is not None and (named.exclusive or denies(words_of(named.name)[0]))

    def in_order(self, keys: Collection[str]) -> tuple[str, ...]:
        """These options as they stand in the question."""
        return tuple(one.id for one in self.choices if one.id in keys)

    def exclusive(self, chosen: Sequence[str]) -> bool:
        """Two of them are degrees of one thing: their labels begin with the same words."""
        labels = [one.label for one in self.choices if one.id in chosen]
        return len({tuple(map(stem, words_of(label)[:SAME_START])) for label in labels}) < len(labels)
