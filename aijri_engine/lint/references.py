"""What a leaf of a condition refers to, and everything that can be wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from aijri_engine.content.base import RUNGS
from aijri_engine.content.conditions import GAP, GROUPS, ITEM, LARGER, QUESTION_SOURCES, Condition
from aijri_engine.content.problems import did_you_mean, known_names, quoted
from aijri_engine.content.questions import Question
from aijri_engine.index import BARRIERS, EVIDENCE, Zone
from aijri_engine.lint.content import Place
from aijri_engine.lint.placed import Item, parts_at
from aijri_engine.text import join_words, nearest

SPLIT_FIGURES: Final = ("@largest", "@spread", "@outside")
"""Figures of the whole week that conditions may look at, besides the share of one row."""

PART_TESTS: Final = ("is", "in", "includes", "answered")
NUMBER_TESTS: Final = ("is", "in", "at_least", "at_most", "between")


@dataclass(frozen=True, slots=True)
class View:
    """What an answer looks like to a condition: which tests fit, and which values it can have."""

    spoken: str
    tests: tuple[str, ...]
    values: tuple[str, ...] | None = None
    """Option ids; None where the value is no option."""
    number: bool = False
    words: bool = False


NUMBER: Final = View("a number", NUMBER_TESTS, number=True)

ZONES: Final = tuple(zone.value for zone in Zone)
DIMENSIONS: Final = (*BARRIERS, *EVIDENCE, "evidence", "barriers")
"""What `dimension` can name: single figures and the two totals."""

EXTRA_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "share": ("other", "routine_other", "@largest"),
    "task_score": ("@highest",),
}
"""Names besides those of tasks: other work, its largest routine row, the largest row, the highest score."""

SPOKEN_FIGURES: Final[Mapping[str, str]] = {
    "share": "task",
    "task_score": "task",
    "rung": "task",
    "dimension": "dimension",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a condition may refer to where it stands."""

    questions: Mapping[str, Question]
    before: tuple[str, ...]
    tasks: tuple[str, ...]
    roles: tuple[str, ...]
    name: str = "when"
    item: Item = None
    in_turn: frozenset[str] = frozenset()
    sources: tuple[str, ...] = QUESTION_SOURCES


@dataclass(frozen=True, slots=True)
class Misuse:
    """One thing that is wrong with a leaf; `part` is the way from the leaf to it."""

    code: str
    part: Place
    message: str
    hint: str | None = None
    of: Literal["value", "key"] = "value"
    """Whether the key at `part` is wrong, or its value."""


EMPTY_GROUP: Final = "Q208"


def misuses_at(condition: Condition, place: Place, scope: Scope) -> Iterator[tuple[Condition, Place, Misuse]]:
    """Every part of a condition that is wrong, with its place: groups without parts, and what leaves refer to."""
    for part, where in parts_at(condition, place):
        for group in GROUPS:
            if getattr(part, group) == ():
                told, hint = f"`{group}` is empty", "remove it, or say what it holds"
                yield part, where, Misuse(EMPTY_GROUP, (group,), told, hint, "key")
        if part.source is not None:
            yield from ((part, where, misuse) for misuse in leaf_misuses(part, scope))


def leaf_misuses(leaf: Condition, scope: Scope) -> Iterator[Misuse]:
    """Everything wrong with a leaf: its source, the answer it names, its test, the values it compares with."""
    source, name = leaf.source or ("", "")
    if source not in scope.sources:
        known = join_words([f"`{one}`" for one in scope.sources], "or")
        yield Misuse("Q207", (source,), f"`{source}` cannot be used here", f"use {known}", "key")
        return
    found = _answer_view(name, scope) if source == "answer" else figure_view(source, name, scope)
    if isinstance(found, Misuse):
        yield found
        return
    yield from _test_misuses(leaf, f"{source}: {name}" if source != "answer" else name, found)


def _answer_view(name: str, scope: Scope) -> View | Misuse:
    head, _, part = name.partition(".")
    question = scope.questions.get(head)
    if question is None:
        return _unknown(name, head, scope)
    if head not in scope.before:
        hint = f"answers before this question: {_listed(scope.before)}"
        return Misuse("Q205", ("answer",), f"{quoted(head)} is not asked before this question", hint)
    if head in scope.in_turn and part not in (ITEM, GAP):
        hint = f'"{head}.{ITEM}" is the answer about the item at hand'
        return Misuse("Q205", ("answer",), f"{quoted(name)} may be asked after this question", hint)
    parts = parts_of(question, scope.tasks, scope.item)
    if part and part not in parts:
        if part == ITEM:
            told = f"{quoted(name)} needs a question or rule asked for each item"
            return Misuse("Q204", ("answer",), told, _one_of([f"{head}.{one}" for one in parts]))
        near = nearest(part, parts)
        remedy = f'did you mean "{head}.{near[0]}"?' if near else _one_of(parts)
        return Misuse("Q204", ("answer",), f"unknown answer {quoted(name)} in {scope.name}", remedy)
    if not part and question.for_each == "own_row":
        hint = f"write {head}.{ITEM}"
        return Misuse("Q204", ("answer",), f"{quoted(name)} is asked for each row of other work", hint)
    return view_of(question, part, scope.tasks)


def _unknown(name: str, head: str, scope: Scope) -> Misuse:
    near = did_you_mean(head, scope.before)
    listed = f"answers before this question: {_listed(scope.before)}"
    hint = f"{near} ({listed})" if near else listed
    return Misuse("Q204", ("answer",), f"unknown answer {quoted(name)} in {scope.name}", hint)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"


def _one_of(names: tuple[str, ...] | list[str]) -> str | None:
    return f"known are {join_words(list(names))}" if names else None


def parts_of(question: Question, tasks: tuple[str, ...], item: Item) -> tuple[str, ...]:
    """What may stand after the dot of an answer's name."""
    at_hand = (ITEM,) if item else ()
    if question.for_each == "own_row":
        return (*at_hand, GAP) if item == "own_row" and question.meaning == "rating" else at_hand
    if question.for_each == "task":
        return (*tasks, *(at_hand if item == "task" else ()))
    if question.takes.shares and question.part_of is None:
        return (*tasks, *SPLIT_FIGURES, *at_hand, *((LARGER,) if item else ()))
    if question.rows_from == "task":
        return (*tasks, *(at_hand if item == "task" else ()))
    return tuple(row.id for row in question.rows)


def view_of(question: Question, part: str, tasks: tuple[str, ...]) -> View:
    """How the answer to a question, or one part of it, looks to a condition."""
    if part == GAP:
        return NUMBER
    values = option_values(question, part, tasks)
    if question.for_each is None and part:
        if question.takes.rows:
            return View("one row of a grid", PART_TESTS, values)
        return NUMBER
    if question.for_each == "task" and not part and question.takes.listed:
        return View("the answers about all tasks together", PART_TESTS, values)
    takes = question.takes
    return View(takes.spoken, takes.tests, values if takes.listed else None, takes.number, takes.words)


def option_values(question: Question, part: str, tasks: tuple[str, ...]) -> tuple[str, ...]:
    """Option ids that an answer, or a row of a grid, can have."""
    if question.options_from == "ladder":
        return RUNGS
    if question.options_from == "task":
        return tasks
    row = next((row for row in question.rows if row.id == part), None)
    return tuple(option.id for option in (row.options if row and row.options else question.options))


def figure_view(source: str, name: str, scope: Scope) -> View | Misuse:
    """How a figure of the role, or of the person, looks to a condition."""
    if source == "role":
        return View("the id of the role", ("is", "in"), scope.roles) if name == "id" else NUMBER
    if source in ("share", "task_score", "rung", "dimension"):
        known = (*(DIMENSIONS if source == "dimension" else scope.tasks), *EXTRA_NAMES.get(source, ()))
        if name not in known:
            hint = known_names(name, known)
            return Misuse(
                "Q204", (source,), f"unknown {SPOKEN_FIGURES[source]} {quoted(name)} in {scope.name}", hint
            )
    if source == "rung":
        return View("a way of doing a task", ("is", "in", "includes"), RUNGS)
    return View("a zone", ("is", "in"), ZONES) if source == "zone" else NUMBER


def _test_misuses(leaf: Condition, name: str, view: View) -> Iterator[Misuse]:
    test, operand = leaf.test
    if test not in view.tests:
        usable = join_words([f"`{one}`" for one in view.tests], "or")
        code = "R306" if view.words else "Q207"
        told = f"`{test}` cannot test {quoted(name)}, which is {view.spoken}"
        yield Misuse(code, (test,), told, f"use {usable}", "key")
        return
    if test not in ("is", "in", "includes"):
        return
    for part, value in _operands(test, operand):
        yield from _value_misuse(part, value, name, view)


def _operands(test: str, operand: Any) -> Iterator[tuple[Place, Any]]:
    if test == "in":
        for number, one in enumerate(operand):
            yield ("in", number), one
    else:
        yield (test,), operand


def _value_misuse(part: Place, value: Any, name: str, view: View) -> Iterator[Misuse]:
    if view.number:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            yield Misuse("Q206", part, f"{quoted(value)} is not a number, as {quoted(name)} is")
    elif view.values is None:
        if not isinstance(value, bool):
            yield Misuse("Q206", part, f"{quoted(value)} is neither true nor false, as {quoted(name)} is")
    elif value not in view.values:
        hint = known_names(str(value), view.values)
        yield Misuse("Q206", part, f"{quoted(name)} has no option {quoted(value)}", hint)
