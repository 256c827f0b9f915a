"""Jobs near to a week in somebody's own words: by what its rows are called, and none below a floor.

A role written by hand is compared by the words of its tasks; an occupation by the words of its many titles, without
those that name a kind of activity and stand in every job ("repairing", "teaching").
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from aijri_engine.content.jobs import JobMatch, match_of
from aijri_engine.content.library import Library
from aijri_engine.occupations.search import stem, title_words

MOST_NEAR = 3
"""Jobs offered."""

LEAST_ROWS = 2
"""Rows that must point to a job: one is a coincidence (pipes are laid by plumbers and cleaned by others) [ours]."""

ROW_POINTS = 0.35
"""Part of a row's words, weighed by their rarity, that must stand in the tasks of a role [ours]."""

LEAST_OF_ROLE = 40.0
LEAST_OF_OCCUPATION = 60.0
"""Percent of the week, weighed by how well each row fits, that must point to a job [ours]. Set with the
weeks of the tests: nine find their job, twelve that belong to no table find none. Of 24 weeks written afterwards six of
14 find theirs and one of ten is offered one it should not: it rather offers none."""

RARE = 40
"""A word that more jobs than these have in their titles names none of them [ours]."""


@dataclass(frozen=True, slots=True)
class NearJob:
    """A job that rows of a week sound like."""

    job: JobMatch
    rows: tuple[str, ...]
    """The rows that do, as the person wrote them."""
    fit: float
    """Percent of the week, weighed by how well each row fits."""


@dataclass(frozen=True, slots=True)
class _Words:
    jobs: Mapping[str, frozenset[str]]
    holding: Mapping[str, int]
    activities: frozenset[str]

    def rarity(self, word: str) -> float:
        """0 for a word that every job has, 1 for one that none has."""
        return log((1 + len(self.jobs)) / (1 + self.holding.get(word, 0))) / log(1 + len(self.jobs))


def nearest_jobs(library: Library, rows: Sequence[tuple[str, float]]) -> tuple[NearJob, ...]:
    """At most three jobs near to this week, the nearest first; `rows` are names and percent of the week."""
    words = library.once("words of jobs", lambda: _words_of(library))
    pointing: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, share in rows:
        said = [stem(word) for word in title_words(name)]
        for job, known in words.jobs.items():
            fit = _part(words, said, known) if job in library.cards else _name(words, said, known)
            if fit > 0:
                pointing[job].append((name, share * fit))
    found = []
    for job, some in pointing.items():
        fit, least = sum(part for _, part in some), LEAST_OF_OCCUPATION
        if job in library.cards:
            least = LEAST_OF_ROLE
        if fit >= least and len(some) >= LEAST_ROWS:
            found.append(NearJob(match_of(library, job), tuple(name for name, _ in some), fit))
    return tuple(sorted(found, key=lambda one: (one.job.provenance == "derived", -one.fit))[:MOST_NEAR])


def _part(words: _Words, said: Sequence[str], known: frozenset[str]) -> float:
    """Which part of a row is said of the tasks of a role, rare words counting more; 0 below the floor, and for a row
    that names a kind of activity alone (planning, talking)."""
    whole = sum(map(words.rarity, said))
    shared = [word for word in said if word in known]
    if not whole or (len(said) == 1 and said[0] in words.activities):
        return 0.0
    part = sum(map(words.rarity, shared)) / whole
    return part if part >= ROW_POINTS else 0.0


def _name(words: _Words, said: Sequence[str], known: frozenset[str]) -> float:
    """How rare the rarest word is that a row shares with titles of an occupation."""
    shared = [
        words.rarity(word)
        for word in said
        if word in known and word not in words.activities and words.holding[word] < RARE
    ]
    return max(shared, default=0.0)


def _words_of(library: Library) -> _Words:
    said: dict[str, set[str]] = defaultdict(set)
    tables = library.occupations
    if tables is not None:
        names = [(code, tables.name(code)) for code in tables.codes()]
        for code, title in [*names, *((code, title) for code, title, _ in tables.titles())]:
            said[code].update(map(stem, title_words(title)))
    for card in library.cards.values():
        tasks = [text for row in card.week for text in (row.name, row.row)]
        for text in (card.title, *card.aliases, *tasks):
            said[card.id].update(map(stem, title_words(text)))
    activities = {stem(word) for text in library.activity_words for word in title_words(text)}
    holding = Counter(word for known in said.values() for word in known)
    return _Words({job: frozenset(known) for job, known in said.items()}, holding, frozenset(activities))
