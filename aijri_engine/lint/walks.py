"""What guided walks through the interview show: questions nobody reaches and rules that never fire (Q220, R308)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from aijri_engine.content.conditions import Condition
from aijri_engine.content.problems import Problem, quoted
from aijri_engine.content.questions import Question, Rule
from aijri_engine.interview.interview import Interview
from aijri_engine.lint.content import Content
from aijri_engine.lint.people import Person, Walker
from aijri_engine.lint.worlds import Worlds, satisfying
from aijri_engine.personal.inputs import fired


@dataclass
class Coverage:
    """What people were asked, what they chose, and which rules fired for them, by id."""

    questions: set[str] = field(default_factory=set)
    options: set[tuple[str, str]] = field(default_factory=set)
    """Question id (with the row of a grid: `market/pay`) and option id."""
    rules: set[str] = field(default_factory=set)

    def take_in(self, interview: Interview) -> None:
        """Add one person."""
        for step in interview.path.steps:
            question = step.asked.question.id
            self.questions.add(question)
            if step.state == "answered":
                self.options |= set(_chosen(question, step.value))
        self.rules |= {rule.rule.id for rule, _ in fired(interview)}


def coverage_of(people: Sequence[Person]) -> Coverage:
    """What these people cover together."""
    found = Coverage()
    for person in people:
        found.take_in(person.interview)
    return found


def walk_problems(content: Content, walkers: Sequence[Walker], people: Sequence[Person]) -> Iterator[Problem]:
    """Q220 and R308; before anything is reported, a walk is made on purpose to reach it."""
    file = content.interview
    if file is None or not file.reported:
        return
    covered = coverage_of(people)
    worlds = Worlds(content)
    for place, section, question in content.placed_questions():
        whens = [when for when in (section.when, question.when) if when is not None]
        if question.id not in covered.questions:
            _try(worlds, walkers, covered, whens, question)
            if question.id not in covered.questions:
                told = f"no guided walk was asked {quoted(question.id)}"
                yield file.problem(
                    "Q220", (*place, "id"), told, "check its `when` and the questions it looks at"
                )
    for number, rule in enumerate(file.model.rules):
        if rule.id not in covered.rules:
            _try(worlds, walkers, covered, [rule.when], rule)
            if rule.id not in covered.rules:
                told = f"rule {quoted(rule.id)} fired on no guided walk"
                yield file.problem("R308", ("rules", number, "id"), told, "check its `when`")


def _try(
    worlds: Worlds,
    walkers: Sequence[Walker],
    covered: Coverage,
    whens: list[Condition],
    wanted: Question | Rule,
) -> None:
    verdict = worlds.verdict(whens, wanted.for_each, described=isinstance(wanted, Rule))
    for walker in walkers:
        for alike in (False, True):
            covered.take_in(walker.walk(alike, dict(satisfying(verdict))))


def _chosen(question: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool):
        yield question, "yes" if value else "no"
    elif isinstance(value, str):
        yield question, value
    elif isinstance(value, tuple):
        for one in value:
            yield question, one
    elif isinstance(value, dict):
        for row, one in value.items():
            if isinstance(one, str):
                yield f"{question}/{row}", one
