"""What the words of one form can mean, prepared once and looked up for every typed line."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from aijri_engine.interview.form import Asked, Choice, Form, GridRow
from aijri_engine.interview.understanding.options import Options
from aijri_engine.interview.understanding.split_table import Table, row_table, task_table
from aijri_engine.interview.understanding.tokens import FILLER, NEGATORS, PHRASES, words_of

MOST_PREPARED: Final = 400
"""Prepared questions that are kept; more than any interview asks [ours]."""


NO_WORDS: Final[Mapping[Any, str]] = {}


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
        words = {"time", "table", "title"} | {
            word for question in self._form.file.questions() for word in question.id.split("_")
        }
        for task in self._form.role.tasks:
            words |= {*words_of(task.id), *words_of(task.short), *words_of(task.ask)}
        for section in self._form.file.sections:
            words |= set(words_of(f"{section.id} {section.title}"))
        return frozenset(words)

    def options(self, asked: Asked) -> Options:
        """The options of a question."""
        rungs = asked.question.options_from == "ladder"
        return self._prepared(
            (asked.key,), asked.choices, beside(asked), dict(PHRASES.rungs) if rungs else NO_WORDS
        )

    def row_options(self, asked: Asked, row: GridRow) -> Options:
        """The options of one row of a grid."""
        return self._prepared((asked.question.id,), row.choices, beside(asked))

    def table(self, asked: Asked) -> Table:
        """The rows of a grid or split."""
        key = (asked.question.id, *(row.id for row in asked.rows))
        found = self._tables.get(key)
        if found is None:
            found = self._table(asked)
            if len(self._tables) >= MOST_PREPARED:
                self._tables.clear()
            self._tables[key] = found
        return found

    def _table(self, asked: Asked) -> Table:
        if asked.question.rows_from != "task":
            return row_table(asked.rows)
        return task_table(self._form.role, asked.rows)

    def _prepared(
        self,
        key: tuple[str, ...],
        choices: tuple[Choice, ...],
        words: frozenset[str],
        more: Mapping[Any, str] = NO_WORDS,
    ) -> Options:
        full = (*key, "|", *(f"{choice.id}={choice.label}" for choice in choices))
        found = self._options.get(full)
        if found is None:
            found = Options(choices, words, more)
            if len(self._options) >= MOST_PREPARED:
                self._options.clear()
            self._options[full] = found
        return found


def vocabulary_of(form: Form) -> Vocabulary:
    """The vocabulary of a form, one for all interviews."""
    return form.once("vocabulary", lambda: Vocabulary(form))


def beside(asked: Asked) -> frozenset[str]:
    """Words of the question, which may surround an answer; words that deny are never among them."""
    text = f"{asked.ask} {asked.question.help or ''} {asked.question.unit or ''}"
    return frozenset(word for word in words_of(text) if word not in NEGATORS and len(word) > 2) | FILLER
