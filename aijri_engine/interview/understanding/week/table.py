"""Tasks by name, alias and description, and work that is no task of the role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.role import Role
from aijri_engine.content.role_tasks import Task
from aijri_engine.interview.form import GridRow
from aijri_engine.interview.understanding.words.likelihood import Counted, Likelihood, Talk
from aijri_engine.interview.understanding.words.names import Named, Names
from aijri_engine.interview.understanding.words.tokens import (
    COUNTED,
    FILLER,
    HEDGES,
    PHRASES,
    holds,
    plural,
    stem,
    word_set,
    words_of,
)

MOST_NEAR: Final = 2
"""Rows offered for words that name none [ours]."""

MOST_MATCHED: Final = 500
"""Names whose row is remembered [ours]."""

LEAST_NAMED: Final = 2.0
"""Log-likelihood ratio from which words with an amount sound like a row: they are about work, and no talk [ours]."""

LEAST_LIKE: Final = 3.5
"""The same for words that may be no name at all [ours]."""

LONGEST_OWN_NAME: Final = 6
"""Words of a short name for own work [ours]."""

LINKING: Final = word_set(PHRASES.linking)
"""Words around the name of a task that name nothing themselves."""

OTHER_WORK: Final = frozenset(tuple(map(stem, phrase.split())) for phrase in PHRASES.other_work)
"""Work people do beside these tasks; a name holding one of these becomes a row of its own without asking [ours]."""

_ACTS: Final = word_set(PHRASES.acts)
"""Verbs that say no more than that the task named beside them was done."""

_ANYTHING_ELSE: Final = frozenset(PHRASES.anything_else)
OTHER: Final = "other"
"""What a row for all that is no other row is called, where the table has one."""


@dataclass(frozen=True, slots=True)
class Match:
    """Which row some words name."""

    row: str | None
    confident: bool = True
    nearest: tuple[str, ...] = ()
    """The likest rows, best first."""


NO_MATCH: Final = Match(None)


@dataclass(frozen=True)
class Table:
    """Rows that can be named: the role's tasks, or the rows of one question."""

    rows: tuple[GridRow, ...]
    names: Names
    described: Likelihood
    """What is said of each row without naming it."""
    other: frozenset[tuple[str, ...]] = OTHER_WORK
    """Names of work beside the rows, in stems; a name holding one of these becomes a row of its own [ours]."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Row ids in table order."""
        return tuple(row.id for row in self.rows)

    def short(self, row_id: str) -> str:
        """Short name of a row."""
        return next((row.short for row in self.rows if row.id == row_id), row_id)

    def other_work(self, words: Sequence[str]) -> str | None:
        """Short name of own work, when the words are known as such work and are no row for all others; else None."""
        if _of_anything_else(words):
            return None if OTHER in self.ids else "other work"
        line = bare(words)
        stems = [stem(word) for word in line]
        if 0 < len(line) <= LONGEST_OWN_NAME and any(holds(stems, phrase) for phrase in self.other):
            return " ".join(line)
        return None

    def counted(self, words: Sequence[str]) -> bool:
        """Words after a figure tell what it counts ("patients in medicines"), and name no work by the counted alone."""
        if not words or not plural(words[0]) or any(start == 0 for start, *_ in self.names.spans(words)):
            return False
        if len(words) > 1:
            return self.match(words[1:]).row is not None
        named = self.match(words)
        sure = named.row and (named.confident or words[0] not in COUNTED)
        return not (sure or self.other_work(words))

    def divided(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """Words that are nothing but several names in a row ("training design"), one by one; else as they are."""
        spans = self.names.spans(words)
        inside = {place for start, end, _ in spans for place in range(start, end)}
        whole = all(place in inside or word in FILLER for place, word in enumerate(words))
        return (
            [tuple(words[start:end]) for start, end, _ in spans]
            if whole and len(spans) > 1
            else [tuple(words)]
        )

    def like(self, words: Sequence[str]) -> tuple[str, ...]:
        """The rows that words sound like which may be no name at all."""
        return self.described.known(" ".join(bare(words)), LEAST_LIKE).close

    def match(self, words: Sequence[str]) -> Match:
        """The row these words name: exactly, by words that all stand in its names, or as what is said of it alone."""
        return self._matched(tuple(words))

    @cached_property
    def _matched(self) -> Callable[[tuple[str, ...]], Match]:
        return lru_cache(maxsize=MOST_MATCHED)(self._match)

    def _match(self, words: tuple[str, ...]) -> Match:
        for line in (list(words), bare(words), [OTHER] if _of_anything_else(words) else []):
            keys = self.names.whole(line) if line else ()
            if len(keys) == 1:
                return Match(keys[0])
        line = bare(words)
        if not line or tuple(map(stem, line)) in self.other:
            return NO_MATCH
        named = tuple(dict.fromkeys(key for _, _, keys in self.names.spans(line) for key in keys))
        judged = self.described.known(" ".join(words), LEAST_NAMED)
        nearest = tuple(dict.fromkeys((*named, *judged.near[:MOST_NEAR])))
        told = [word for word in line if word not in FILLER and word not in _ACTS]
        alone = [row for row in named or self.ids if told and self.names.has_all(told, row)]
        if len(named) == 1 and (alone or not told):
            return Match(named[0], nearest=nearest)
        if len(alone) == 1 and not named:
            return Match(alone[0], False, nearest)
        if judged.sure and len(named) < 2:
            return Match(judged.close[0], False, nearest)
        return Match(None, False, nearest)


def _of_anything_else(words: Sequence[str]) -> bool:
    """They tell of all that is no row: "other stuff"."""
    line = bare(words)
    found = {" ".join(words), " ".join(line)} & _ANYTHING_ELSE
    return bool(found) or (not line and any(word in (OTHER, "else", "stuff") for word in words))


def bare(words: Sequence[str]) -> list[str]:
    """Words without fillers and linking words at both ends."""
    start, end = 0, len(words)
    while start < end and _empty(words[start]):
        start += 1
    while end > start and _empty(words[end - 1]):
        end -= 1
    return list(words[start:end])


def _empty(word: str) -> bool:
    return word in FILLER or word in LINKING or word in HEDGES


def sign_of(place: int) -> str:
    """What stands for the name of the row at this place while a line about one's own rows is read: no word of any."""
    return "\u02b9" + chr(ord("a") + place)


def task_table(role: Role, rows: tuple[GridRow, ...], said: Counted, talk: Talk) -> Table:
    """The role's tasks; `said` counts what people say of each.

    What the job is called after is no work beside it: "market numbers" of a marketing manager.
    """
    names = [
        Named(task.id, (task.id, task.short, task.ask, task.name, task.row, *task.aliases, sign_of(place)))
        for place, task in enumerate(role.tasks)
        if any(row.id == task.id for row in rows)
    ]
    described = {one.key: one.names for one in names}
    titled = {stem(word) for word in words_of(role.title)}
    own = frozenset(tuple(map(stem, words_of(name))) for name in role.other_work)
    other = own | {one for one in OTHER_WORK if not titled.intersection(one)}
    return Table(rows, Names(tuple(names)), Likelihood(described, talk, said), other)


def described(task: Task) -> list[str]:
    """What a task is good for, and what is done in it."""
    rungs = [task.ladder.rung(name) for name in RUNGS]
    return [task.why, *(said for rung in rungs for said in (rung.act, *rung.aliases))]


def _telling(word: str) -> bool:
    return word not in FILLER and len(word) > 2


def row_table(rows: tuple[GridRow, ...], said: Counted, talk: Talk) -> Table:
    """Rows of one question, by their labels and the single words of these that no other row has.

    `said` counts what people say for the options of each.
    """
    counted: dict[str, int] = {}
    for row in rows:
        for word in {stem(word) for word in words_of(row.label)}:
            counted[word] = counted.get(word, 0) + 1
    named = tuple(
        Named(
            row.id,
            (
                row.id.replace("_", " "), row.label, row.short, *row.aliases,
                *(word for word in words_of(row.label) if counted[stem(word)] == 1 and _telling(word)),
            ),
        )
        for row in rows
    )  # fmt: skip
    return Table(rows, Names(named), Likelihood({one.key: one.names for one in named}, talk, said))
