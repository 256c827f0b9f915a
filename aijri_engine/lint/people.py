"""Made-up people who, between them, are asked every question and choose every option: guided walks, seeded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

from aijri_engine.content.library import Library
from aijri_engine.interview.events import Event
from aijri_engine.interview.form import Asked, Choice
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.path import Step
from aijri_engine.lint.content import Content
from aijri_engine.lint.domains import numbers_domain
from aijri_engine.lint.placed import interview_conditions

PEOPLE: Final = 60
"""Walks through each role; with them every question, option and rule that ships is met [ours]."""

SEED: Final = 4
MOST_PASSES: Final = 12
"""Rounds of answering what is open; each round can bring up follow-up questions, but never more than these."""

WORDS_GIVEN: Final = 0.75
"""How often a text question is answered; both ways matter to rules [ours]."""

DOMINANT: Final = 70.0
OTHER_WORK: Final = (12.0, 40.0)
"""Percent of the week in the one task, or outside the role, that shapes of a week are built around [ours]."""


@dataclass(frozen=True, slots=True)
class Person:
    """A finished interview and what to call it in a message."""

    name: str
    interview: Interview


class Walker:
    """Makes people for one role; each new one prefers options that were chosen least."""

    def __init__(self, library: Library, role: str, content: Content, seed: int = SEED) -> None:
        self._start = Interview.start(library, role)
        self._random = Random(seed)
        self._used: Counter[tuple[str, str]] = Counter()
        self._numbers = _numbers(content)
        self._weeks = list(_weeks(self._start, content))

    def people(self, count: int = PEOPLE) -> list[Person]:
        """The first one answers nothing; of the others every second one does all tasks the same way."""
        found = [Person("nobody yet", self._start)]
        for number in range(1, count):
            found.append(Person(f"made-up person {number}", self.walk(alike=number % 2 == 0)))
        return found

    def walk(self, alike: bool, wanted: Mapping[str, Any] | None = None) -> Interview:
        """A full interview; `wanted` answers are given wherever they fit."""
        interview = self._start
        taken: dict[str, str] = {}
        for _ in range(MOST_PASSES):
            waiting = [step for step in interview.path.steps if not step.settled]
            if not waiting:
                break
            answers = [self._event(interview, step, taken if alike else {}, wanted or {}) for step in waiting]
            interview = replace(interview, events=(*interview.events, *answers))
        return interview

    def _event(
        self, interview: Interview, step: Step, taken: dict[str, str], wanted: Mapping[str, Any]
    ) -> Event:
        value = self._value(interview, step.asked, taken, wanted)
        return Event("declined", step.key) if value is None else Event("answered", step.key, value)

    def _value(
        self, interview: Interview, asked: Asked, taken: dict[str, str], wanted: Mapping[str, Any]
    ) -> Any:
        question = asked.question
        preferred = _preferred(asked, wanted)
        if question.takes.option:
            return self._choice(question.id, asked.choices, taken, preferred)
        if question.takes.several:
            return self._several(question.id, asked.choices, preferred)
        if question.takes.rows:
            return {
                row.id: self._choice(f"{question.id}/{row.id}", row.choices, taken, preferred)
                for row in asked.rows
                if row.choices
            } or None
        if question.takes.number:
            known = [str(one) for one in self._numbers.get(question.id, (question.minimum,))]
            return preferred if isinstance(preferred, float) else float(self._least(question.id, known))
        if question.takes.shares:
            return self._parts(interview, asked) if question.part_of else self._week(wanted)
        by_name = dict(kind_of(question.kind).answers(asked))
        if by_name:
            wished = preferred in list(by_name.values())
            return preferred if wished else by_name[self._least(question.id, list(by_name))]
        return "a few words" if preferred or self._random.random() < WORDS_GIVEN else None

    def _least(self, question: str, options: Sequence[str]) -> str:
        """The option chosen least so far; chance decides between equals."""
        fewest = min(self._used[question, one] for one in options)
        chosen = self._random.choice([one for one in options if self._used[question, one] == fewest])
        self._used[question, chosen] += 1
        return chosen

    def _choice(
        self, question: str, choices: Sequence[Choice], taken: dict[str, str], preferred: Any
    ) -> str | None:
        ids = [choice.id for choice in choices]
        likely = [
            one for one in ids if one == preferred or (isinstance(preferred, tuple) and one in preferred)
        ]
        if not ids or (not likely and taken.get(question) in ids):
            return taken.get(question) if ids else None
        chosen = self._least(question, likely or ids)
        taken.setdefault(question, chosen)
        return chosen

    def _several(self, question: str, choices: Sequence[Choice], preferred: Any) -> list[str] | None:
        ids = [choice.id for choice in choices]
        if isinstance(preferred, tuple) and set(preferred) <= set(ids) and preferred:
            return list(preferred)
        if not ids:
            return None
        chosen = [self._least(question, ids)]
        alone = {choice.id for choice in choices if choice.exclusive}
        if chosen[0] not in alone:
            beside = [
                one for one in ids if one not in alone and one not in chosen and self._random.random() < 0.3
            ]
            chosen += beside
        return chosen

    def _week(self, wanted: Mapping[str, Any]) -> Any:
        shares = {key.removeprefix("split/"): one for key, one in wanted.items() if key.startswith("split/")}
        fitting = [number for number, week in enumerate(self._weeks) if _fits(week, shares)]
        places = fitting or range(len(self._weeks))
        return self._weeks[int(self._least("split", [str(number) for number in places]))]

    @staticmethod
    def _parts(interview: Interview, asked: Asked) -> dict[str, float] | None:
        points = interview.path.split.shares.get(asked.question.part_of or "", 0.0)
        return {row.id: points / len(asked.rows) for row in asked.rows} if asked.rows and points else None


def _preferred(asked: Asked, wanted: Mapping[str, Any]) -> Any:
    """The wanted answer to this question: about this task, about any task, or about all of them."""
    name = asked.question.id
    keys = [f"{name}.{asked.item}", f"{name}.@item", f"{name}.*"] if asked.item else [name]
    keys += [key for key in wanted if key.startswith(f"{name}/")]
    return next((wanted[key] for key in keys if key in wanted), None)


def _weeks(interview: Interview, content: Content) -> Iterator[Any]:
    """Ways to divide a week: the role's, even, one task above all, no time for one, other work beside."""
    role = interview.form.role
    tasks = list(role.task_ids())
    yield "typical"
    yield _rows(dict.fromkeys(tasks, 1.0))
    published = {task.id: task.share for task in role.tasks}
    for task in tasks:
        rest = {one: published[one] for one in tasks if one != task}
        total = sum(rest.values())
        if total > 0:
            yield _rows(
                {one: share * (100.0 - DOMINANT) / total for one, share in rest.items()} | {task: DOMINANT}
            )
            yield _rows({**rest, task: 0.0})
    for percent in OTHER_WORK:
        rows = {task: share * (100.0 - percent) / 100.0 for task, share in published.items()}
        for name in ("other work", *_own_names(content)):
            yield {"rows": rows, "other": [{"name": name, "share": percent}]}


def _own_names(content: Content) -> list[str]:
    """A name of other work for each kind of it that advice looks for."""
    leaves = (
        leaf for _, _, strategy in content.placed_strategies() for leaf in strategy.when.leaves() if leaf.own
    )
    return list(dict.fromkeys(str(leaf.own).partition(",")[0] for leaf in leaves))


def _rows(amounts: Mapping[str, float]) -> dict[str, Any]:
    total = sum(amounts.values())
    return {"rows": {task: amount * 100.0 / total for task, amount in amounts.items()}, "scaled": True}


def _fits(week: Any, shares: Mapping[str, Any]) -> bool:
    """The largest row and the row of each named task come near to what is wanted."""
    rows = week["rows"] if isinstance(week, Mapping) else {}
    other = sum(row["share"] for row in week.get("other", ())) if isinstance(week, Mapping) else 0.0
    figures = {**rows, "@outside": other}
    if rows:
        figures |= {"@largest": max(rows.values()), "@spread": max(rows.values()) - min(rows.values())}
    return all(
        any(abs(one - wanted) <= wanted / 2 for one in rows.values())
        if name == "@item"
        else abs(figures.get(name, 0.0) - wanted) <= wanted / 2
        for name, wanted in shares.items()
    )


def _numbers(content: Content) -> dict[str, tuple[float, ...]]:
    """For each number question one value in each interval that conditions tell apart."""
    cuts: dict[str, list[Any]] = {}
    for placed in interview_conditions(content):
        for leaf in placed.condition.leaves():
            operand = leaf.test[1]
            if leaf.answer is not None:
                cuts.setdefault(leaf.answer, []).extend(operand if isinstance(operand, tuple) else (operand,))
    return {
        question.id: tuple(
            given.value
            for given in numbers_domain(
                cuts.get(question.id, ()), question.minimum or 0.0, question.maximum or 0.0
            )
        )
        for question in content.questions.values()
        if question.takes.number
    }
