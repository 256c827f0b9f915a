"""Every condition of the interview, with its place and with what may stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from aijri_engine.content.conditions import GROUPS, Condition
from aijri_engine.content.questions import InterviewFile, Question
from aijri_engine.lint.content import Content, Place, options_at

Item = Literal["task", "own_row"] | None
"""What `@item` stands for in a condition, if for anything."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition, where it stands, and which answers it may look at."""

    condition: Condition
    place: Place
    name: str
    """The key it stands under: `when` or `row_when`."""
    before: tuple[str, ...]
    """Ids of the questions asked earlier."""
    item: Item = None
    in_turn: frozenset[str] = frozenset()
    """Of the earlier ones, those asked in turn with this one: only about the same item are they surely earlier."""
    owner: Question | None = None
    kind: Literal["question", "section", "option", "row", "rule"] = "question"


def leaves_at(condition: Condition, place: Place) -> Iterator[tuple[Condition, Place]]:
    """Every leaf of a tree with its place."""
    for part, where in parts_at(condition, place):
        if part.source is not None:
            yield part, where


def parts_at(condition: Condition, place: Place) -> Iterator[tuple[Condition, Place]]:
    """Every group and leaf of a tree with its place, in file order."""
    yield condition, place
    for group in GROUPS:
        for number, part in enumerate(getattr(condition, group) or ()):
            yield from parts_at(part, (*place, group, number))


def interview_conditions(content: Content) -> Iterator[Placed]:
    """Conditions of sections, questions, options and rules, in file order."""
    if content.interview is None:
        return
    model = content.interview.model
    before: list[str] = []
    for number, section in enumerate(model.sections):
        place: Place = ("sections", number)
        if section.when is not None:
            yield Placed(section.when, (*place, "when"), "when", tuple(before), kind="section")
        turn: list[str] = []
        each: Item = None
        for position, question in enumerate(section.questions):
            if question.for_each is None or question.for_each != each:
                turn = []
            each = question.for_each
            yield from _of_question(question, (*place, "questions", position), tuple(before), frozenset(turn))
            before.append(question.id)
            turn.append(question.id)
    yield from _of_rules(model, tuple(before))


def _of_question(
    question: Question, place: Place, before: tuple[str, ...], turn: frozenset[str]
) -> Iterator[Placed]:
    together = turn if question.for_each else frozenset()
    if question.when is not None:
        yield Placed(question.when, (*place, "when"), "when", before, question.for_each, together, question)
    if question.row_when is not None:
        yield Placed(
            question.row_when, (*place, "row_when"), "row_when", before, "task", frozenset(), question, "row"
        )
    for where, option in options_at(question, place):
        if option.when is not None:
            yield Placed(option.when, (*where, "when"), "when", before, None, together, question, "option")


def _of_rules(model: InterviewFile, every: tuple[str, ...]) -> Iterator[Placed]:
    for number, rule in enumerate(model.rules):
        yield Placed(rule.when, ("rules", number, "when"), "when", every, rule.for_each, kind="rule")
