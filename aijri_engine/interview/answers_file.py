"""Answers files: the fold of an interview without its history, as it is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aijri_engine.content.meanings import RATING, SPLIT
from aijri_engine.content.questions import Question
from aijri_engine.interview.accept import accept, json_of
from aijri_engine.interview.events import Event
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.values import (
    UNKNOWN,
    Problem,
    Split,
    number_of,
    own_name,
    own_row_id,
    role_split,
    said_name,
)
from aijri_engine.text import clean, join_words, nearest

OTHER = "other"
HOURS = "split_hours"
SECONDS = "seconds"

ROW_KEYS = ("name", "share", RATING)

LONGEST_SHOWN = 40
"""Characters of a key or value that a message quotes."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A problem with its place in the file, as a path of keys below `answers`."""

    place: tuple[str | int, ...]
    problem: Problem
    unknown_key: bool = False
    """The key itself is the problem, not its value."""


@dataclass(frozen=True, slots=True)
class Misfits:
    """Everything that is wrong with an answers mapping."""

    found: tuple[Misfit, ...]

    @property
    def problem(self) -> Problem:
        """The first of them."""
        return self.found[0].problem


def entries_of(form: Form, answers: Mapping[str, Any]) -> list[Event] | Misfits:
    """Events that stand for an answers mapping, in the order of the form; or all that is wrong with it."""
    reader = _Reader(form, answers)
    events = list(reader.events())
    return Misfits(tuple(reader.misfits)) if reader.misfits else events


def shown(value: Any) -> str:
    """A key or value as a message may carry it."""
    return repr(clean(str(value), LONGEST_SHOWN))


def known_keys(form: Form) -> list[str]:
    """Keys an answers mapping may have."""
    rated = form.role.starting_table
    return [q.id for q in form.file.questions() if not q.takes.note and (rated or q.id != RATING)] + [
        OTHER,
        HOURS,
        SECONDS,
    ]


class _Reader:
    """One pass over an answers mapping."""

    def __init__(self, form: Form, answers: Mapping[str, Any]) -> None:
        self.form = form
        self.answers = answers
        self.misfits: list[Misfit] = []
        self.split: Split = role_split(form.role_shares)

    def events(self) -> Iterator[Event]:
        self._unknown_keys()
        for question in self.form.file.questions():
            if question.id == SPLIT:
                yield from self._split()
            elif question.id == RATING:
                yield from self._ratings(question)
                if self.form.role.starting_table and RATING in self.answers:
                    yield from self._each_task(question, self.answers[RATING])
            elif question.id in self.answers:
                yield from self._question(question, self.answers[question.id])

    def _unknown_keys(self) -> None:
        known = known_keys(self.form)
        for key in self.answers:
            if key not in known:
                self._unknown((key,), f"unknown answer {shown(key)}", str(key), known)
        self._check_seconds(self.answers.get(SECONDS, {}))

    def _check_seconds(self, seconds: Any) -> None:
        if not isinstance(seconds, Mapping):
            self._misfit((SECONDS,), Problem(SECONDS, "`seconds` is a mapping of question: seconds"))
            return
        for key, given in seconds.items():
            number = number_of(given)
            if number is None or number < 0:
                problem = Problem(SECONDS, f"the seconds for {shown(key)} are not a number of 0 or more")
                self._misfit((SECONDS, key), problem)

    def _misfit(self, place: tuple[str | int, ...], problem: Problem, unknown_key: bool = False) -> None:
        self.misfits.append(Misfit(place, problem, unknown_key))

    def _unknown_row(self, place: tuple[str | int, ...], name: str, known: list[str]) -> None:
        self._unknown(place, f"there is no row {shown(name)} here", name, known)

    def _unknown(self, place: tuple[str | int, ...], told: str, name: str, names: Iterable[str]) -> None:
        known = list(names)
        close = nearest(name, known)
        remedy = f"did you mean {close[0]}?" if close else f"known are {join_words(known)}"
        self._misfit(place, Problem(str(place[0]), f"{told};", remedy), unknown_key=True)

    def _seconds(self, key: str) -> float | None:
        seconds = self.answers.get(SECONDS)
        return number_of(seconds.get(key)) if isinstance(seconds, Mapping) else None

    def _event(self, key: str, value: Any) -> Event:
        kind: Any = value if isinstance(value, str) and value in UNKNOWN else "answered"
        return Event(
            kind, key, None if value in UNKNOWN else value, seconds=self._seconds(key), data={"file": True}
        )

    def _question(self, question: Question, value: Any) -> Iterator[Event]:
        if isinstance(value, str) and value in UNKNOWN and question.for_each is None:
            yield self._event(question.id, value)
        elif question.for_each is not None:
            yield from self._each_task(question, value)
        else:
            yield from self._checked(self.form.single[question.id], value, (question.id,))

    def _each_task(self, question: Question, value: Any) -> Iterator[Event]:
        if isinstance(value, str) and value in UNKNOWN:
            value = dict.fromkeys(self.form.role_shares, value)
        if not isinstance(value, Mapping):
            problem = Problem(question.id, f"`{question.id}` is a mapping of task: answer")
            self._misfit((question.id,), problem)
            return
        for task_id, one in value.items():
            asked = self.form.for_task.get((question.id, task_id))
            if asked is None:
                known = list(self.form.role_shares)
                close = nearest(str(task_id), known)
                remedy = f"did you mean {close[0]}?" if close else f"tasks are {join_words(known)}"
                problem = Problem(question.id, f"there is no task {shown(task_id)} in this role;", remedy)
                self._misfit((question.id, task_id), problem, unknown_key=True)
            elif isinstance(one, str) and one in UNKNOWN:
                yield self._event(asked.key, one)
            else:
                yield from self._checked(asked, one, (question.id, task_id))

    def _checked(self, asked: Asked, value: Any, place: tuple[str | int, ...]) -> Iterator[Event]:
        if value is None:
            self._empty(asked.key, place)
            return
        if self._rows_misfit(asked, value, place):
            return
        found = accept(asked, value, self.form, self.split)
        if isinstance(found, Problem):
            self._misfit(place, found)
        else:
            yield self._event(asked.key, json_of(found))

    def _empty(self, key: str, place: tuple[str | int, ...]) -> None:
        remedy = "leave the line out" if key == OTHER else f"leave the line out, or write {UNKNOWN[0]}"
        self._misfit(place, Problem(key, f"`{place[-1]}` is empty;", remedy))

    def _rows_misfit(self, asked: Asked, value: Any, place: tuple[str | int, ...]) -> bool:
        """Rows of a grid or split that do not exist, or hold no amount: each is told at its own place."""
        if not asked.rows or not isinstance(value, Mapping):
            return False
        before = len(self.misfits)
        known = [row.id for row in asked.rows]
        for name, amount in value.items():
            if name not in known:
                self._unknown_row((*place, name), str(name), known)
            elif asked.question.takes.shares and number_of(amount) is None:
                self._misfit((*place, name), Problem(asked.key, f"the amount for {name} is not a number"))
            elif asked.question.takes.rows:
                found = accept(asked, {name: amount}, self.form, self.split)
                if isinstance(found, Problem):
                    self._misfit((*place, name), found)
        return len(self.misfits) > before

    def _split(self) -> Iterator[Event]:
        for key in (SPLIT, HOURS, OTHER):
            if key in self.answers and self.answers[key] is None:
                self._empty(key, (key,))
                return
        rows, hours, other = (self.answers.get(key) for key in (SPLIT, HOURS, OTHER))
        if rows is not None and hours is not None:
            self._misfit((HOURS,), Problem(SPLIT, "give either `split` or `split_hours`, not both"))
            return
        if isinstance(rows, str) and rows in UNKNOWN:
            yield self._event(SPLIT, rows)
            rows = None
            if other is None:
                return
        place: tuple[str | int, ...] = (SPLIT if rows is not None else HOURS if hours is not None else OTHER,)
        wrong_rows = self._rows_misfit(self.form.single[SPLIT], rows if hours is None else hours, place)
        own = self._own_rows(other) if other is not None else []
        if wrong_rows or own is None or (rows is None and hours is None and other is None):
            return
        value = self._split_value(rows, hours, own)
        found = accept(self.form.single[SPLIT], value, self.form, self.split)
        if isinstance(found, Problem):
            self._misfit(place, found)
            return
        assert isinstance(found, Split)
        self.split = found
        yield self._event(SPLIT, found.json())

    @staticmethod
    def _split_value(rows: Any, hours: Any, own: list[dict[str, Any]]) -> Any:
        """The split in its log form; without rows, other work scales the role's own mix."""
        if rows is None and hours is None:
            return {"typical": True, "other": own}
        if rows == "typical":
            return {"typical": True, "other": own} if own else "typical"
        value: dict[str, Any] = {"rows": rows if hours is None else hours}
        if own:
            value["other"] = own
        if hours is not None:
            value["unit"] = "hours"
        return value

    def _own_rows(self, other: Any) -> list[dict[str, Any]] | None:
        if not isinstance(other, (list, tuple)):
            self._misfit((OTHER,), Problem(OTHER, "`other` is a list of rows with `name` and `share`"))
            return None
        rows: list[dict[str, Any]] = []
        rated: dict[str, Any] = {}
        for number, row in enumerate(other):
            if not isinstance(row, Mapping) or "name" not in row or "share" not in row:
                self._misfit((OTHER, number), Problem(OTHER, "a row of other work needs `name` and `share`"))
                return None
            for key in row:
                if key not in ROW_KEYS:
                    self._unknown((OTHER, number, key), f"unknown key {shown(key)}", str(key), ROW_KEYS)
            rating = row.get(RATING)
            if rated.setdefault(said_name(str(row["name"])), rating) != rating:
                told = "two rows of other work of one name are rated differently;"
                remedy = "give them different names, or one rating"
                self._misfit((OTHER, number, "name"), Problem(OTHER, told, remedy))
                return None
            rows.append({"name": row["name"], "share": row["share"]})
        return rows

    def _ratings(self, question: Question) -> Iterator[Event]:
        other = self.answers.get(OTHER)
        if not isinstance(other, (list, tuple)):
            return
        section = self.form.section_of(question.id)
        for number, row in enumerate(other):
            if not isinstance(row, Mapping) or row.get(RATING) is None:
                continue
            name = own_name(str(row.get("name")))
            asked = self.form.for_own_row(question, section, own_row_id(name), name)
            if isinstance(row[RATING], str) and row[RATING] in UNKNOWN:
                yield self._event(asked.key, row[RATING])
            else:
                yield from self._checked(asked, row[RATING], (OTHER, number, RATING))
