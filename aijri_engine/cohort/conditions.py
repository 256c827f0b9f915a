"""Conditions of content as expressions over columns: true, false, and null for unknown, as in SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from aijri_engine.cohort.columns import JOIN
from aijri_engine.content.conditions import ITEM, TOLERANCE, Condition


class UntabledError(Exception):
    """A condition that a flat table cannot answer."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a condition may ask about one answer."""

    value: nw.Expr
    """Null where it says nothing; several options are joined and framed: `+follows+adapts+`."""
    answered: nw.Expr
    not_sure: nw.Expr
    many: bool = False


Ask = Callable[[str, str, str, Any], nw.Expr]
"""The outcome of one test by source, name, test and operand; raises `UntabledError`."""


def truth(condition: Condition | None, ask: Ask, item: str | None = None) -> nw.Expr:
    """The condition as a nullable yes or no. Raises `UntabledError`."""
    if condition is None:
        return nw.lit(True)
    if condition.source is None:
        parts = [truth(part, ask, item) for part in condition.parts]
        if condition.all is not None:
            return nw.all_horizontal(*parts, ignore_nulls=False)
        some = nw.any_horizontal(*parts, ignore_nulls=False)
        return some if condition.any is not None else ~some
    source, name = condition.source
    return ask(source, name.replace(ITEM, item or ITEM), *condition.test)


def holds(condition: Condition | None, ask: Ask, item: str | None = None) -> nw.Expr:
    """The condition is true, and not merely unknown."""
    return truth(condition, ask, item).fill_null(False)


def leaf(known: Known, test: str, operand: Any) -> nw.Expr:
    """One test of one answer. Raises `UntabledError`."""
    found: nw.Expr
    if test in ("answered", "not_sure"):
        state = known.answered if test == "answered" else known.not_sure
        return state if operand else ~state
    value = known.value
    if test == "is":
        found = value == _cell(known, operand)
        return found
    if test == "in":
        return nw.any_horizontal(*(value == _cell(known, one) for one in operand), ignore_nulls=False)
    if test == "includes":
        cell = _cell(known, operand)
        found = value.str.contains(str(cell), literal=True) if known.many else value == cell
        return found
    return number_test(value, test, operand)


def number_test(value: nw.Expr, test: str, operand: Any) -> nw.Expr:
    """`is`, `at_least`, `at_most` or `between` of a number. Raises `UntabledError`."""
    low, high = operand if test == "between" else (operand, operand)
    at_least: nw.Expr = value >= low - TOLERANCE
    at_most: nw.Expr = value <= high + TOLERANCE
    exactly: nw.Expr = value == low
    tests = {"at_least": at_least, "at_most": at_most, "between": at_least & at_most, "is": exactly}
    if test not in tests or isinstance(low, str):
        raise UntabledError(f"a flat table has no test `{test}`")
    return tests[test]


def _cell(known: Known, operand: Any) -> Any:
    if isinstance(operand, bool):
        return "yes" if operand else "no"
    return f"{JOIN}{operand}{JOIN}" if known.many else operand
