"""Finding a job by what people call it: words weighed by how rare they are, slips of the keyboard forgiven.

A title fits as far as its words and the words typed are the same ones; rare words count for more. What reaches no title
to `FLOOR`, or holds no word that names a job, finds nothing: nobody is offered a job for a word that is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log

LONGEST_LOOKED_AT = 120
"""Characters of what was typed that are looked at."""

MOST_WORDS = 12
"""Words of what was typed that are looked at."""

FLOOR = 0.62
"""Least agreement of a title with the words typed, 0-1 [ours]: refuses every one of a list of things that are no job,
and finds 38 of 40 everyday titles."""

FLOOR_OF_ONE_WORD = 0.76
"""The same where a single word was typed [ours]: `student` is no title although titles hold it."""

SLIP = 78
"""Least likeness of a misspelt word and a known one, 0-100 [ours]: one slip in five letters, two in nine."""

SLIP_AT_THE_START = 86
"""Likeness that a slip in the first letter needs; people seldom miss that one [ours]."""

SHORTEST_MISSPELT = 4
"""Letters of a word that may hold a slip; shorter ones are too alike."""

LEAST_LIKENESS = 0.7
"""Worth of the reading of a single word [ours]: `nurce` is a slip of nurse."""

SLIP_WORTH = 0.9
"""What a word with a slip counts, of a word typed right [ours]."""

SHORTEST_FORM = 5
"""Letters of a word of which other forms are looked at."""

FORM_WORTH = 0.95
"""What another form of a word counts (nursing for nurse) [ours]."""

SMALL_WORDS = frozenset((
    "a", "an", "the", "of", "in", "at", "for", "to", "and", "or", "on", "with", "as", "by", "my", "me", "i",
    "im", "am", "is", "was", "been", "be", "work", "works", "working", "worked", "job", "role",
    "profession", "self", "employed", "currently", "now", "just", "also", "who", "that", "do", "does",
    "doing", "mostly", "mainly", "usually",
))  # fmt: skip
RANKS = frozenset((
    "senior", "junior", "sr", "jr", "mid", "level", "lead", "chief", "principal", "staff", "head",
    "trainee", "apprentice",
))  # fmt: skip
"""Words of rank: they say little about what a job is."""

BEHIND = 0.75
"""What the beginning of a line fits, of what the whole line fits: below a hand-written role that goes first [ours]."""

RANK_WEIGHT = 0.35
"""What a word of rank weighs, of another word [ours]."""

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_PLACE = re.compile(r"\b(?:in|at|for|with|who|where)\b", re.IGNORECASE)
_DETAIL = re.compile(r"[,;(]|\b(?:mostly|mainly|usually)\b", re.IGNORECASE)
_ENDINGS = re.compile(r"(?:ing|ers?|ors?|ists?|ants?|ions?|es|s|e|y|ies)$")


@dataclass(frozen=True, slots=True)
class Named:
    """Something with names: a role or an occupation, and where it stands among equals."""

    key: str
    names: tuple[str, ...]
    weight: float = 0.0
    """Of two that fit alike, the one with more comes first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A named thing that fits what was typed."""

    key: str
    name: str
    """The name that fits best."""
    fit: float
    """0-1; 1 is the name itself."""


class TitleIndex:
    """Names by their words. Made once, asked often."""

    def __init__(self, things: Iterable[Named]) -> None:
        self._names: list[tuple[str, str, tuple[str, ...]]] = []
        self._weight: dict[str, float] = {}
        self._with_word: dict[str, list[int]] = defaultdict(list)
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._heads: set[str] = set()
        for thing in things:
            self._weight[thing.key] = thing.weight
            for name in thing.names:
                self._add(thing.key, name)
        self._vocabulary = list(self._with_word)
        self._most = log(1 + len(self._names))

    def search(self, typed: str, limit: int = 5) -> list[Found]:
        """At most `limit` things that fit, best first; none for what is no job.

        "A cleaner in a hospital" is also looked up by what stands before the small word; the better reading counts.
        What "translator, mostly legal texts" begins with stands behind what the whole line fits.
        """
        line = typed[:LONGEST_LOOKED_AT]
        whole, before = self._search(line, limit), self._search(_PLACE.split(line, maxsplit=1)[0], limit)
        found = before if before and (not whole or before[0].fit > whole[0].fit) else whole
        head = _DETAIL.split(line, maxsplit=1)[0]
        keys = {one.key for one in found}
        most = BEHIND * found[0].fit if found else 1.0
        also = [] if head == line else self._search(head, limit)
        return [*found, *(replace(one, fit=min(one.fit, most)) for one in also if one.key not in keys)]

    def _search(self, line: str, limit: int) -> list[Found]:
        words = title_words(line)[:MOST_WORDS]
        readings = [self._readings(word) for word in words]
        if not any(map(self._names_a_job, words, readings)):
            return []
        best: dict[str, Found] = {}
        for place, fit in self._fits(words, readings).items():
            key, name, _ = self._names[place]
            if self._fits_enough(place, fit, readings) and (key not in best or fit > best[key].fit):
                best[key] = Found(key, name, fit)
        ranked = sorted(best.values(), key=lambda one: (-round(one.fit, 2), -self._weight[one.key], one.key))
        return ranked[:limit]

    def _fits_enough(self, place: int, fit: float, readings: Sequence[dict[str, float]]) -> bool:
        """A single word says little: it must be what the title ends in, and nearly the whole of it."""
        if len(readings) > 1:
            return fit >= FLOOR
        likeness = readings[0].get(self._names[place][2][-1], 0.0)
        return fit >= FLOOR_OF_ONE_WORD * likeness and likeness >= LEAST_LIKENESS

    def _names_a_job(self, word: str, reading: dict[str, float]) -> bool:
        """Titles end in words such as driver, nurse or clerk: one of these is meant, or its trade (nursing)."""
        if word in self._with_word and not word.endswith("ing"):
            return word in self._heads
        return any(known in self._heads for known in reading)

    def _add(self, key: str, name: str) -> None:
        plain = name.partition("(")[0].strip() or name
        for written in dict.fromkeys((name, plain)):
            words = tuple(title_words(written))
            if not words or len(words[-1]) < 2:
                continue
            place = len(self._names)
            self._names.append((key, name, words))
            self._heads.add(words[-1])
            for word in set(words):
                self._with_word[word].append(place)
                self._forms[stem(word)].add(word)

    def _fits(self, words: Sequence[str], readings: Sequence[dict[str, float]]) -> dict[int, float]:
        """Of every title that shares a word with the line: what both share, of what the two have (Dice)."""
        asked = 0.0
        shared: dict[int, float] = defaultdict(float)
        for word, reading in zip(words, readings, strict=True):
            own = self._rarity(word) if word in reading else max(map(self._rarity, reading), default=1.0)
            asked += own
            here: dict[int, float] = {}
            for known, worth in reading.items():
                counted = worth * (own + self._rarity(known))
                for place in self._with_word[known]:
                    here[place] = max(counted, here.get(place, 0.0))
            for place, counted in here.items():
                shared[place] += counted
        return {
            place: min(1.0, counted / (asked + sum(map(self._rarity, self._names[place][2]))))
            for place, counted in shared.items()
        }

    def _readings(self, word: str) -> dict[str, float]:
        """Known words this one may stand for, with what each counts."""
        found: dict[str, float] = {word: 1.0} if word in self._with_word else {}
        if len(word) >= SHORTEST_FORM:
            for form in self._forms.get(stem(word), ()):
                found.setdefault(form, FORM_WORTH)
        if word not in self._with_word:
            for known, likeness in slips(word, self._vocabulary).items():
                found.setdefault(known, SLIP_WORTH * likeness)
        return found

    def _rarity(self, word: str) -> float:
        holding = len(self._with_word.get(word, ()))
        rare = log((1 + len(self._names)) / (1 + holding)) / self._most
        return rare * RANK_WEIGHT if word in RANKS else rare


def slips(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    """Known words that a misspelt one may stand for, best first, with their likeness, 0-1."""
    from rapidfuzz import fuzz, process

    if len(word) < SHORTEST_MISSPELT:
        return {}
    close = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=SLIP, limit=3)
    return {
        known: likeness / 100
        for known, likeness, _ in close
        if known[0] == word[0] or likeness >= SLIP_AT_THE_START
    }


def title_words(title: str) -> list[str]:
    """Words of a job title as they are compared."""
    folded = title.casefold().replace("’", "'").replace("'s", "").replace("'", "")
    return [_singular(word) for word in _WORD.findall(folded) if word not in SMALL_WORDS]


def _singular(word: str) -> str:
    """nurses -> nurse, actuaries -> actuary; short words and those in -ss, -us, -is stay."""
    if len(word) > 5 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-1]


def stem(word: str) -> str:
    """What forms of a word share: nurs for nurse and nursing; short words stay whole."""
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) >= 4 else word
