"""What the words of one form can mean, prepared once and looked up for every typed line."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, Final, TypeVar

from aijri_engine.content.base import RUNGS
from aijri_engine.content.phrases import ANY_WORK, DONE, YES_OR_NO
from aijri_engine.interview.form import Asked, Choice, Form, GridRow
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.week.table import Table, described, row_table, sign_of, task_table
from aijri_engine.interview.understanding.words.amounts import UNITS
from aijri_engine.interview.understanding.words.likelihood import SHORT, UNHEARD, Talk
from aijri_engine.interview.understanding.words.sayings import (
    ALL_ANSWERS,
    ALL_TALK,
    MOST_WORDS,
    WHOLE,
    Said,
    counts_of,
    features,
    is_side,
)
from aijri_engine.interview.understanding.words.tokens import FILLER, NEGATORS, fold, is_number, words_of

ELSEWHERE: Final = 5.0
"""How much more a line says for another question, by the root of its words, where it is no answer to this one: two of
a thousand answers of people are so turned away, and half of the lines for other questions [derived: older sets]."""

MOST_PREPARED: Final = 400
"""Prepared questions that are kept; more than any interview asks [ours]."""


Kept = TypeVar("Kept")

YES_AND_NO: Final = tuple(Choice(said, said, said, "ab"[place]) for place, said in enumerate(YES_OR_NO))
"""What a question that is answered by yes or no has for options."""


class Vocabulary:
    """Prepared options and tables of one form. Filling it changes no reading, only how soon it is there.

    Two threads may fill it at the same time: at worst both prepare the same, and either result is as good.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self._options: dict[tuple[str, ...], Options] = {}
        self._tables: dict[tuple[str, ...], Table] = {}

    @cached_property
    def targets(self) -> frozenset[str]:
        """Words that name a question or a task, for "change ..."."""
        named = " ".join(f"{one.id} {one.short or ''}" for one in self._form.file.questions())
        words = {"time", "table", "title", *words_of(named)}
        for task in self._form.role.tasks:
            words |= {*words_of(task.id), *words_of(task.short), *words_of(task.ask)}
        for section in self._form.file.sections:
            words |= set(words_of(f"{section.id} {section.title}"))
        return frozenset(words)

    def named(self, typed: str) -> str:
        """A line with a sign in place of each own row's name, whatever its words mean elsewhere ("half none, 20 back").

        A name that is a unit is none right after a figure; figures alone are none at all.
        """
        for sign, name in sorted(self._signs.items(), key=lambda one: -len(one[1])):
            words = words_of(name)
            if not all(map(is_number, words)):
                before, behind = (
                    re.escape(one.strip()) for one in re.split(r"\w.*\w|\w", fold(name), maxsplit=1)
                )
                after = r"(?<!\d)(?<!\d\s)" if all(word in UNITS for word in words) else ""
                inner = r"\W*".join(map(re.escape, words))
                whole = rf"(?<!\w){after}(?:{before}\s*)?{inner}(?!\w)(?:\s*{behind})?"
                typed = re.sub(whole, f" {sign} ", typed)
        return typed

    def unnamed(self, told: Any) -> Any:
        """What is shown or stored, with the names again in all its texts."""
        if isinstance(told, str):
            for sign, name in self._signs.items():
                told = told.replace(sign, name)
        if isinstance(told, Mapping):
            return {key: self.unnamed(one) for key, one in told.items()}
        return type(told)(map(self.unnamed, told)) if isinstance(told, (list, tuple)) else told

    @cached_property
    def _signs(self) -> dict[str, str]:
        role = self._form.role
        return {sign_of(place): task.short for place, task in enumerate(role.tasks) if role.own_table}

    def options(self, asked: Asked) -> Options:
        """The options of a question, or its yes and no."""
        choices = YES_AND_NO if asked.question.takes.yes_no else asked.choices
        return self._prepared(asked.key, choices, asked, self._places(asked))

    def row_options(self, asked: Asked, row: GridRow) -> Options:
        """The options of one row of a grid."""
        places = (f"{asked.question.id}.{row.id}", asked.question.id)
        return self._prepared(asked.question.id, row.choices, asked, places)

    def table(self, asked: Asked) -> Table:
        """The rows of a grid or split."""

        def made() -> Table:
            if asked.question.rows_from != "task":
                told = {
                    row.id: [
                        counts
                        for one in row.choices
                        for counts in self._said((f"{asked.question.id}.{row.id}", asked.question.id), one.id)
                    ]
                    for row in asked.rows
                }
                return row_table(asked.rows, told, self._talk)
            said = {row.id: self._said_of_task(row.id) for row in asked.rows}
            return task_table(self._form.role, asked.rows, said, self._talk)

        return _once(self._tables, (asked.question.id, *(row.id for row in asked.rows)), made)

    def belongs(self, asked: Asked, line: str) -> Asked | None:
        """Another question to which a line is a far likelier answer, by all that people say there; None for none."""
        found = features(line)
        words = sum(not is_side(one) for one in found)
        worths = map(sum, zip(*map(self._worths, found), strict=True))
        told = {
            key: worth
            for key, worth in zip(self._rooms, worths, strict=False)
            if key == _room(asked) or key.partition(".")[0] != asked.question.id
        }
        best = max(told, key=told.__getitem__, default="")
        ahead = told.get(best, 0.0) - told.get(_room(asked), 0.0)
        far = _room(asked) in told and ahead > ELSEWHERE * math.sqrt(max(SHORT, words))
        return self._rooms[best][0] if far else None

    @cached_property
    def _rooms(self) -> Mapping[str, tuple[Asked, Said]]:
        """What is said at each question, whichever of its options."""
        return {
            _room(asked): (asked, self._said_at(asked))
            for asked in reversed((*self._form.single.values(), *self._form.for_task.values()))
            if asked.choices or asked.question.takes.yes_no
        }

    @cached_property
    def _worths(self) -> Callable[[str], tuple[float, ...]]:
        """How much a feature says for each of these questions."""
        said = [one for _, one in self._rooms.values()]
        return lru_cache(maxsize=MOST_WORDS)(
            lambda one: tuple(max(UNHEARD, self._talk.worth(each, one)) for each in said)
        )

    def _said_at(self, asked: Asked) -> Said:
        options = [one.id for one in asked.choices] or YES_OR_NO
        tasks = asked.question.options_from == "task"
        places = [place for place in self._places(asked) if place != WHOLE]
        counted = [self._said_of_task(one) if tasks else self._said(places, one) for one in options]
        return Said(counted=chain.from_iterable(counted))

    def _places(self, asked: Asked) -> tuple[str, ...]:
        """Where sayings for the options of a question stand: at a ladder also those of its kind of work, and of any."""
        if asked.question.options_from != "ladder":
            return tuple(dict.fromkeys((asked.key, asked.question.id)))
        group = next((task.group for task in self._form.role.tasks if task.id == asked.item), None)
        return (asked.key, *([group] if group else []), ANY_WORK, WHOLE)

    def _prepared(
        self, key: str, choices: tuple[Choice, ...], asked: Asked, places: tuple[str, ...]
    ) -> Options:
        def made() -> Options:
            of_task = asked.question.options_from == "task"
            said = {
                one.id: self._said_of_task(one.id) if of_task else self._said(places, one.id)
                for one in choices
            }
            ladder = asked.question.options_from == "ladder"
            return Options(choices, beside(asked), said, self._talk, ladder, of_task)

        return _once(self._options, (key, *(f"{one.id}={one.label}" for one in choices)), made)

    def _said(self, places: Iterable[str], option: str) -> list[Mapping[str, float]]:
        found = (self._sayings.get(place, {}).get(option, ()) for place in places)
        return [counts for one in found for counts in one]

    def _said_of_task(self, task: str) -> list[Mapping[str, float]]:
        """What people say of a task and of its kind of work, whichever way they do it."""
        ladders = [
            question.id for question in self._form.file.questions() if question.options_from == "ladder"
        ]
        tasks = [one for one in self._form.role.tasks if one.id == task]
        groups = [one.group for one in tasks if one.group]
        own = self._said_for((f"{ladder}.{task}" for ladder in ladders), (*RUNGS, DONE))
        told = Said(line for one in tasks for line in described(one))
        return [*told.parts, *own, *self._said_for(groups, RUNGS if own else (*RUNGS, DONE))]

    def _said_for(self, places: Iterable[str], options: Iterable[str]) -> list[Mapping[str, float]]:
        return [counts for place in places for option in options for counts in self._said((place,), option)]

    @cached_property
    def _sayings(self) -> Mapping[str, Mapping[str, Sequence[Mapping[str, float]]]]:
        """Counts of sayings by place and option.

        Files add to one another; where one has other options at a place it stands for those before it.
        """
        found: dict[str, dict[str, list[Mapping[str, float]]]] = {}
        for file in self._form.sayings():
            for place, options in counts_of(file).items():
                known = found.setdefault(place, {})
                if not known.keys() <= options.keys():
                    known.clear()
                for option, counts in options.items():
                    known.setdefault(option, []).append(counts)
        return found

    @cached_property
    def _talk(self) -> Talk:
        """All that is said at any question, and what answers none."""
        return Talk(*(Said(counted=self._said([WHOLE], kind)) for kind in (ALL_ANSWERS, ALL_TALK)))


def _room(asked: Asked) -> str:
    """What tells questions apart by what is said there: each ladder is about other work, the rest are alike."""
    return asked.key if asked.question.options_from == "ladder" else asked.question.id


def _once(kept: dict[tuple[str, ...], Kept], key: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
    """What was made before for this key, else made now."""
    found = kept.get(key) or make()
    if len(kept) >= MOST_PREPARED:
        kept.clear()
    kept[key] = found
    return found


def vocabulary_of(form: Form) -> Vocabulary:
    """The vocabulary of a form, one for all interviews."""
    return form.once("vocabulary", lambda: Vocabulary(form))


def beside(asked: Asked) -> frozenset[str]:
    """Words of the question, which may surround an answer; words that deny are never among them."""
    text = f"{asked.ask} {asked.question.help or ''} {asked.question.unit or ''}"
    return frozenset(word for word in words_of(text) if word not in NEGATORS and len(word) > 2) | FILLER
