"""Which answers of a row count: the forward pass over the form, for all rows at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, assert_never

import narwhals as nw

from aijri_engine.cohort.columns import JOIN, Frame, flat
from aijri_engine.cohort.conditions import Known, UntabledError, holds, leaf, number_test, truth
from aijri_engine.cohort.units import SHOWN, Cell, Leaf, Unit, Units
from aijri_engine.cohort.week import GIVEN, week_figure
from aijri_engine.content.meanings import SPLIT
from aijri_engine.interview.values import UNKNOWN

NOTHING = nw.lit(None, dtype=nw.String)


def with_flags(frame: Frame, units: Units) -> Frame:
    """Adds the outcome of every test of a number: 1 true, 0 false, -1 unknown; and whether a number was given."""
    made = [_flag(_on_the_row(units, *one)).alias(one.slug) for one in units.numbers]
    made += [
        (~nw.col(cell.column).is_null()).alias(f"given_{cell.column}")
        for cell in units.cells.values()
        if cell.asked.question.takes.number
    ]
    return frame.with_columns(*made) if made else frame


def _on_the_row(units: Units, source: str, name: str, test: str, operand: Any) -> nw.Expr:
    """The outcome of a test of a number, worked out where the row stands. Raises `UntabledError`."""
    if source == SHOWN:
        asked = units.form.single[name]
        lines = (truth(asked.question.row_when, partial(_on_the_row, units), row.id) for row in asked.rows)
        return nw.any_horizontal(*(line.fill_null(True) for line in lines), ignore_nulls=False)
    if name == SPLIT:
        return leaf(Known(NOTHING, nw.col(GIVEN), nw.lit(False)), test, operand)
    if name.startswith(f"{SPLIT}."):
        figure = week_figure(name.removeprefix(f"{SPLIT}."), units.cohort)
        return nw.when(nw.col(GIVEN)).then(number_test(figure, test, operand))
    if not units.is_number(Leaf(source, name, test, operand)):
        raise UntabledError(f"the lines of a grid hang on `{name}`, which is no number")
    return number_test(nw.col(units.cells[name].column), test, operand)


def _flag(outcome: nw.Expr) -> nw.Expr:
    return outcome.cast(nw.Int32).fill_null(-1)


class Lookup:
    """Looks answers up in columns that were made before."""

    def __init__(self, units: Units, ready: Mapping[str, nw.Expr]) -> None:
        self.units = units
        self.ready = ready
        """Outcomes of tests by the name of their column."""

    def ask(self, source: str, name: str, test: str, operand: Any) -> nw.Expr:
        """The outcome of a test; that of a number was made on the rows, and off the path it is unknown."""
        one = Leaf(source, name, test, operand)
        if one.slug in self.ready:
            return self.ready[one.slug]
        cell = self.units.cells.get(name)
        if test == "not_sure" and cell is not None and cell.asked.question.takes.number:
            raise UntabledError(f"the number of `{name}` does not tell who is not sure")
        if not self.units.is_number(one):
            return leaf(self.look(source, name), test, operand)
        outcome = nw.when(nw.col(one.slug) >= 0).then(nw.col(one.slug) == 1)
        if name in self.units.cells:
            outcome = nw.when(nw.col(f"state_{flat(name)}") == "answered").then(outcome)
        return outcome

    def look(self, source: str, name: str) -> Known:
        """What is known of an answer or of a figure of the role. Raises `UntabledError`."""
        if source == "role":
            role = self.units.form.role
            return Known(nw.lit(role.id if name == "id" else role.growth.score), nw.lit(True), nw.lit(False))
        cell = self.units.cells.get(name)
        if cell is None:
            raise UntabledError(f"a flat table does not hold `{name}`")
        state = nw.col(f"state_{flat(name)}")
        return Known(
            nw.col(f"value_{flat(name)}"), state == "answered", state == "not_sure", takes_many(cell)
        )


def takes_many(cell: Cell) -> bool:
    """Several options may stand in it."""
    shape = cell.asked.question.takes.shape
    match shape:
        case "several":
            return True
        case "option":
            return cell.asked.question.two
        case "yes_no" | "number" | "shares" | "rows" | "words":
            return False
        case _:
            assert_never(shape)


def path_stages(units: Units, cells: Sequence[Cell], looker: Lookup) -> Iterator[list[nw.Expr]]:
    """Columns to add, stage by stage: value and state of every cell that counts, as the path finds them."""
    rank: dict[str, int] = {}
    stages: dict[int, list[nw.Expr]] = defaultdict(list)
    for cell in cells:
        before = [rank[one.name] for one in units.leaves(cell) if one.name in rank and one.name != cell.key]
        rank[cell.key] = 1 + max(before, default=-1)
        stages[rank[cell.key]] += _learned(cell, looker)
    yield from (stages[number] for number in sorted(stages))


def always_read(cells: Sequence[Cell], looker: Lookup) -> list[nw.Expr]:
    """How a task is done is read where the path would not ask it, as from an answers file."""
    return [one for cell in cells if cell.asked.question.options_from == "ladder"
            for one in _learned(cell, looker, always=True)]  # fmt: skip


def collected(units: Units, unit: Unit, looker: Lookup) -> nw.Expr:
    """What later cells ask of all tasks, for the task of this unit: a number with a digit for each thing asked."""
    found: nw.Expr = nw.lit(0)
    keys = {cell.asked.question.id: cell.key for cell in unit.cells if cell.item == unit.item}
    for (question, one), worth in digits(units).items():
        if question in keys:
            known = looker.look("answer", keys[question])
            said = nw.lit(True) if one is None else leaf(known, one.test, one.operand).fill_null(False)
            found = found + (known.answered & said).cast(nw.Int32) * worth
    return found.cast(nw.Int32).alias(f"{COLLECTED}_{unit.name}")


COLLECTED = "collected"
"""Column with the sum of those numbers."""


def late_keys(units: Units) -> tuple[str, ...]:
    """Columns that decide what late cells come to; what was collected stands in one."""
    gone = {leaf.slug for leaf in units.collected}
    return (COLLECTED, *(name for name in units.late.keys if name not in gone))


def digits(units: Units) -> dict[tuple[str, Leaf | None], int]:
    """By question and test (none: it is answered): what a task adds to the number, which has room for all tasks."""
    asked: list[tuple[str, Leaf | None]] = [(one.name, None) for one in units.collected]
    asked += [(one.name, one) for one in units.collected if one.test != "answered"]
    return {one: units.room**place for place, one in enumerate(dict.fromkeys(asked))}


def asked_by_late(units: Units, unit: Unit, looker: Lookup) -> list[nw.Expr]:
    """What late cells ask of cells of this unit: 1 true, 0 false, -1 unknown."""
    keys = {cell.key for cell in unit.cells if cell.item == unit.item}
    asked = [one for one in units.late.flags if one.name in keys and not units.is_number(one)]
    return [
        _flag(leaf(looker.look("answer", one.name), one.test, one.operand)).alias(one.slug) for one in asked
    ]


def made_before(units: Units) -> dict[str, nw.Expr]:
    """Outcomes of the tests that late cells make of others."""
    asked = [one for one in units.late.flags if not units.is_number(one)]
    return {one.slug: nw.when(nw.col(one.slug) >= 0).then(nw.col(one.slug) == 1) for one in asked}


def collections(units: Units) -> Iterator[nw.Expr]:
    """Outcomes of tests over all tasks, from what the units collected. Raises `UntabledError`."""
    some = {asked: nw.col(COLLECTED) // worth % units.room > 0 for asked, worth in digits(units).items()}
    for one in units.collected:
        answered = some[one.name, None]
        if one.test == "answered":
            found = answered if one.operand else ~answered
        elif one.test == "includes":
            found = nw.when(answered).then(some[one.name, one])
        else:
            raise UntabledError(f"a flat table has no test `{one.test}` of all answers to `{one.name}`")
        yield _flag(found).alias(one.slug)


def _learned(cell: Cell, looker: Lookup, always: bool = False) -> Iterator[nw.Expr]:
    """Value and state of one cell; `always` reads it off the path too."""
    question, item = cell.asked.question, cell.asked.item
    on_path = holds(question.when, looker.ask, item)
    if question.row_when is not None:
        on_path = on_path & looker.ask(SHOWN, cell.asked.key, "is", True)
    if question.takes.number:
        state = nw.when(nw.col(f"given_{cell.column}") & on_path).then(nw.lit("answered"))
        yield state.otherwise(nw.when(on_path).then(nw.lit("open")).otherwise(nw.lit(""))).alias(
            f"state_{cell.column}"
        )
        return
    text = nw.col(cell.column)
    unknown = text.is_in(UNKNOWN) if not question.takes.words else nw.lit(False)
    answered = (text != "") & ~unknown
    for option in question.options:
        if option.when is not None:
            answered = answered & ((text != option.id) | holds(option.when, looker.ask, item))
    counts = answered if always else answered & on_path
    value = nw.concat_str(nw.lit(JOIN), text, nw.lit(JOIN)) if takes_many(cell) else text
    settled = nw.when(on_path & unknown).then(text)
    left = nw.when(on_path).then(nw.lit("open")).otherwise(nw.lit(""))
    yield nw.when(counts).then(value).alias(f"value_{cell.column}")
    yield (
        nw.when(counts)
        .then(nw.lit("answered"))
        .otherwise(settled.otherwise(left))
        .alias(f"state_{cell.column}")
    )
