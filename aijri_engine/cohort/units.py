"""Which answers decide what together: small tables, worked out once for each combination that occurs.

The answers about one task have nothing to do with those about another, so the forward pass over the form falls into
units of a few columns. A unit's outcome is computed for the distinct combinations in the data and joined back; the
rows themselves only pass through joins and arithmetic.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from aijri_engine.cohort.columns import POSITION, CohortForm, flat
from aijri_engine.cohort.conditions import UntabledError
from aijri_engine.content.conditions import ITEM, Condition
from aijri_engine.content.meanings import SPLIT
from aijri_engine.interview.form import Asked, CompiledRule
from aijri_engine.personal.scored import moves_the_index

SHOWN = "shown"
"""Source of the leaf that says whether any line of a grid is asked; it hangs on shares of the week alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row as a question, or one line of a grid."""

    key: str
    asked: Asked
    item: str | None

    @property
    def column(self) -> str:
        """Its column."""
        return flat(self.key)


class Leaf(NamedTuple):
    """One test that a condition makes, with the item filled in."""

    source: str
    name: str
    test: str
    operand: Any

    @property
    def known(self) -> bool:
        """Its outcome is never unknown: a grid is shown or not, a week given or not."""
        return self.source == SHOWN or self.name == SPLIT

    @property
    def slug(self) -> str:
        """A column name for its outcome."""
        operand = (
            "_".join(str(one) for one in self.operand) if isinstance(self.operand, tuple) else self.operand
        )
        return (
            f"test_{self.source}_{flat(self.name)}_{self.test}_{operand}".replace("@", "")
            .replace("-", "m")
            .replace(".", "_")
        )


@dataclass(frozen=True)
class Unit:
    """Cells that are worked out together."""

    name: str
    item: str | None
    cells: tuple[Cell, ...]
    """In the order of the path."""
    rules: tuple[CompiledRule, ...] = ()
    flags: tuple[Leaf, ...] = field(default=())
    """Tests of numbers that its cells look at; they are made on the rows."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Columns that decide everything in it."""
        texts = [cell.column for cell in self.cells if not cell.asked.question.takes.number]
        numbers = [f"given_{cell.column}" for cell in self.cells if cell.asked.question.takes.number]
        return tuple(dict.fromkeys([*texts, *numbers, *(leaf.slug for leaf in self.flags)]))


class Units:
    """The units of a form, and the cells that come after all of them because they look at every task."""

    def __init__(self, cohort: CohortForm) -> None:
        self.cohort, self.form = cohort, cohort.form
        self.cells = {cell.key: cell for asked in cohort.asked for cell in _cells(asked)}
        self.late_keys = {key for key in self.cells if self._is_late(key)}

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """One for each task, then one for each group of other cells that belong together."""
        return (*self._by_task(), *self._others())

    @cached_property
    def late(self) -> Unit:
        """The cells that look at all tasks; what they ask of others is worked out before."""
        cells = tuple(cell for key, cell in self.cells.items() if key in self.late_keys)
        leaves = dict.fromkeys(leaf for cell in cells for leaf in self.leaves(cell))
        asked = (leaf for leaf in leaves if self.is_number(leaf) or self._of_others(leaf))
        return Unit("late", None, cells, flags=tuple(asked))

    def _of_others(self, leaf: Leaf) -> bool:
        return leaf.source == "answer" and leaf.name not in self.late_keys

    @cached_property
    def collected(self) -> tuple[Leaf, ...]:
        """Tests that late cells make of the answers about all tasks."""
        return tuple(leaf for leaf in self.late.flags if self.items_of(leaf.name))

    @property
    def room(self) -> int:
        """Of how many tasks something may be true: none to all."""
        return len(self.form.role.tasks) + 1

    @cached_property
    def numbers(self) -> tuple[Leaf, ...]:
        """Every test of a number."""
        leaves = [leaf for cell in self.cells.values() for leaf in self.leaves(cell)]
        leaves += [
            leaf
            for rule in self.form.rules
            for leaf in _leaves(rule.rule.when, rule.task)
            if self._asks(leaf)
        ]
        return tuple(dict.fromkeys(leaf for leaf in leaves if self.is_number(leaf)))

    def is_number(self, leaf: Leaf) -> bool:
        """The test is of a share or of a typed number."""
        if leaf.known:
            return True
        if leaf.source != "answer" or leaf.test in ("answered", "not_sure"):
            return False
        cell = self.cells.get(leaf.name)
        numeric = cell is not None and cell.asked.question.takes.number
        return leaf.name.startswith(f"{SPLIT}.") or numeric

    def leaves(self, cell: Cell) -> Iterator[Leaf]:
        """The tests its place on the path, its rows and its options depend on."""
        question = cell.asked.question
        yield from _leaves(question.when, cell.asked.item)
        if question.row_when is not None:
            yield Leaf(SHOWN, cell.asked.key, "is", True)
        for option in question.options:
            yield from _leaves(option.when, cell.asked.item)

    def items_of(self, name: str) -> list[Cell]:
        """The cells of a question that is asked for each task, where the question itself is meant."""
        if name in self.cells:
            return []
        return [cell for cell in self.cells.values() if cell.asked.question.id == name and cell.asked.item]

    def _asks(self, leaf: Leaf) -> bool:
        return leaf.name in self.cells or leaf.name == SPLIT or leaf.name.startswith(f"{SPLIT}.")

    def _is_late(self, key: str, on_the_way: frozenset[str] = frozenset()) -> bool:
        if key in on_the_way:
            return False
        names = [leaf.name for leaf in self.leaves(self.cells[key]) if leaf.source == "answer"]
        if any(self.items_of(name) for name in names):
            return True
        return any(name in self.cells and self._is_late(name, on_the_way | {key}) for name in names)

    def _closure(self, keys: Iterable[str]) -> tuple[Cell, ...]:
        found, waiting = set(), list(keys)
        while waiting:
            key = waiting.pop()
            if key in found or key not in self.cells:
                continue
            if key in self.late_keys:
                raise UntabledError(f"a figure hangs on `{key}`, which looks at all tasks")
            found.add(key)
            waiting += [leaf.name for leaf in self.leaves(self.cells[key])]
        return tuple(cell for key, cell in self.cells.items() if key in found)

    def _unit(
        self, name: str, item: str | None, keys: Iterable[str], rules: tuple[CompiledRule, ...]
    ) -> Unit:
        wanted = [*keys, *(leaf.name for rule in rules for leaf in _leaves(rule.rule.when, rule.task))]
        cells = self._closure(wanted)
        leaves = [leaf for cell in cells for leaf in self.leaves(cell)]
        leaves += [leaf for rule in rules for leaf in _leaves(rule.rule.when, rule.task)]
        flags = tuple(dict.fromkeys(leaf for leaf in leaves if self.is_number(leaf)))
        return Unit(name, item, cells, rules, flags)

    def _by_task(self) -> Iterator[Unit]:
        for task in self.form.role.tasks:
            keys = [
                cell.key
                for cell in self.cells.values()
                if cell.item == task.id and cell.key not in self.late_keys
            ]
            rules = tuple(
                rule for rule in self.form.rules if rule.task == task.id and moves_the_index(rule.rule.then)
            )
            yield self._unit(f"task_{task.id}", task.id, keys, rules)

    def _others(self) -> Iterator[Unit]:
        """Cells and rules without a task, joined where one looks at another."""
        groups: list[set[str]] = [
            {cell.key} for cell in self.cells.values() if cell.item is None and cell.key not in self.late_keys
        ]
        rules = [rule for rule in self.form.rules if rule.task is None and moves_the_index(rule.rule.then)]
        ties = [{key for key in POSITION if key in self.cells}]
        ties += [{leaf.name for leaf in _leaves(rule.rule.when, None)} for rule in rules]
        ties += [
            {key, *(leaf.name for leaf in self.leaves(self.cells[key]))} for group in groups for key in group
        ]
        for dimension in {name for rule in rules for name in rule.rule.then.barriers}:
            ties.append({leaf.name for rule in rules if dimension in rule.rule.then.barriers
                         for leaf in _leaves(rule.rule.when, None)})  # fmt: skip
        for tie in ties:
            joined = [group for group in groups if group & tie]
            groups = [group for group in groups if not group & tie] + (
                [set().union(*joined)] if joined else []
            )
        for number, group in enumerate(sorted(groups, key=lambda one: min(one))):
            own = tuple(
                rule for rule in rules if {leaf.name for leaf in _leaves(rule.rule.when, None)} & group
            )
            yield self._unit(f"other_{number}", None, sorted(group), own)


def _cells(asked: Asked) -> Iterator[Cell]:
    if asked.question.takes.rows:
        for row in asked.rows:
            yield Cell(f"{asked.key}.{row.id}", asked, row.id if asked.question.rows_from == "task" else None)
    else:
        yield Cell(asked.key, asked, asked.item)


def _leaves(condition: Condition | None, item: str | None) -> Iterator[Leaf]:
    for one in condition.leaves() if condition is not None else ():
        source, name = one.source or ("", "")
        yield Leaf(source, name.replace(ITEM, item or ITEM), *one.test)
