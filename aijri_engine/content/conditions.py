"""Conditions of content files: a tree of `all` / `any` / `none` over leaves, three-valued.

A leaf has one source (`answer`, `role`; in strategies and report text also `share`, `task_score`, `rung`,
`dimension`, `index`, `zone`) and one test. Its value is true, false or unknown (`None`); unknown never shows a
question and never applies a rule. There is no expression language: what cannot be said here is not content.
"""

from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import Any, ClassVar, Literal, Protocol

from pydantic import Field, model_validator

from aijri_engine.content.base import Items, Model

Scalar = str | float | int | bool
Truth = bool | None
Compiled = Callable[["Facts"], Truth]

ITEM = "@item"
"""In `for_each` questions and rules, `depth.@item` means the answer about the item at hand."""

GAP = "@gap"
"""`rating.@gap`: how far the rating of the row at hand lies from the score of its table, 0-4."""

LARGER = "@larger"
"""`split.@larger`: percent of the week in rows larger than the one at hand; of equal ones the first is larger."""

SOURCES = ("answer", "role", "share", "own", "task_score", "rung", "dimension", "index", "zone")
QUESTION_SOURCES = ("answer", "role")
"""What a question or a rule of the interview may look at (strategies may use all of `SOURCES`)."""

TESTS = ("is", "in", "includes", "at_least", "at_most", "between", "answered", "not_sure")
GROUPS = ("all", "any", "none")


class Facts(Protocol):
    """What a condition may ask about a person. `None` always means: not known."""

    def value(self, source: str, name: str) -> Any:
        """The current value of a source, or None when it is not known."""

    def state(self, name: str) -> Literal["answered", "not_sure", "other"]:
        """State of the answer to a question, for the tests `answered` and `not_sure`."""


class Condition(Model, defer_build=False):
    """A group (`all`, `any`, `none`) or a leaf: one source and one test."""

    all: Items["Condition"] | None = None
    """True when every part is true."""
    any: Items["Condition"] | None = None
    """True when at least one part is true."""
    none: Items["Condition"] | None = None
    """True when every part is false."""

    answer: str | None = None
    """A question's answer: `level`, one item of it as in `depth.train` or `split.train`, or `depth.@item`."""
    role: Literal["id", "growth"] | None = None
    """A figure of the base role."""
    share: str | None = None
    """Percent of the person's week on a task (`@largest` and `other` are understood)."""
    own: str | None = None
    """Percent of the week in own rows whose name holds one of these words or word groups, separated by commas."""
    task_score: str | None = None
    """The person's score of a task, 1-5."""
    rung: str | None = None
    """How the person does a task, described or expected."""
    dimension: str | None = None
    """A barrier or evidence dimension, or one of the totals `evidence` and `barriers`."""
    index: Literal["personal", "base"] | None = None
    """The AIJRI, 0-100."""
    zone: Literal["personal", "base"] | None = None
    """Green, Yellow or Red."""

    is_: Scalar | None = Field(default=None, alias="is")
    """Equal to this value."""
    in_: Items[Scalar] | None = Field(default=None, alias="in")
    """One of these values."""
    includes: str | None = None
    """A multiple answer contains this option."""
    at_least: float | None = None
    """A number not below this."""
    at_most: float | None = None
    """A number not above this."""
    between: Items[float] | None = None
    """A number inside these two, both ends included."""
    answered: bool | None = None
    """The question has (or has not) a value."""
    not_sure: bool | None = None
    """The question was (or was not) answered with "not sure"."""

    KEYS: ClassVar[tuple[str, ...]] = GROUPS + SOURCES + TESTS

    @model_validator(mode="after")
    def _one_shape(self) -> "Condition":
        groups = [name for name in GROUPS if getattr(self, name) is not None]
        sources = [name for name in SOURCES if getattr(self, name) is not None]
        tests = [name for name in TESTS if getattr(self, _field(name)) is not None]
        if groups:
            if len(groups) > 1 or sources or tests:
                raise ValueError(
                    f"a group holds only its parts; put {_spoken(groups[1:] + sources + tests)} inside"
                )
            return self
        if len(sources) != 1:
            raise ValueError(f"needs exactly one source ({', '.join(SOURCES)}), found {_spoken(sources)}")
        if len(tests) != 1:
            raise ValueError(f"needs exactly one test ({', '.join(TESTS)}), found {_spoken(tests)}")
        if tests[0] in ("answered", "not_sure") and sources[0] != "answer":
            raise ValueError(f"`{tests[0]}` can only test an answer")
        if self.between is not None and (len(self.between) != 2 or self.between[0] > self.between[1]):
            raise ValueError("`between` takes two numbers, the smaller first")
        return self

    @property
    def source(self) -> tuple[str, str] | None:
        """Source and name of a leaf, for example `("answer", "level")`; None for a group."""
        for name in SOURCES:
            value = getattr(self, name)
            if value is not None:
                return name, value
        return None

    @property
    def test(self) -> tuple[str, Any]:
        """Test and operand of a leaf, for example `("is", "senior")`."""
        for name in TESTS:
            value = getattr(self, _field(name))
            if value is not None:
                return name, value
        raise LookupError("a group has no test")

    @property
    def parts(self) -> tuple["Condition", ...]:
        """The parts of a group; empty for a leaf."""
        return self.all or self.any or self.none or ()

    def leaves(self) -> Iterator["Condition"]:
        """Every leaf of the tree, in file order."""
        waiting = [self]
        while waiting:
            condition = waiting.pop(0)
            if condition.source is not None:
                yield condition
            waiting[:0] = condition.parts

    def compiled(self, item: str | None = None) -> Compiled:
        """This condition as a function of facts, with `@item` standing for `item`. Compile once, call often."""
        if self.all is not None:
            return _decided([part.compiled(item) for part in self.all], False)
        if self.any is not None:
            return _any([part.compiled(item) for part in self.any])
        if self.none is not None:
            return _none([part.compiled(item) for part in self.none])
        source, name = self.source or ("", "")
        test, operand = self.test
        named = name.replace(ITEM, item or ITEM)
        return _leaf(source, f"{named}.{item}" if named.endswith((GAP, LARGER)) else named, test, operand)


def _field(test: str) -> str:
    return f"{test}_" if test in ("is", "in") else test


def _spoken(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) if names else "none"


def _any(parts: list[Compiled]) -> Compiled:
    return _decided(parts, True)


def _decided(parts: list[Compiled], by: bool) -> Compiled:
    """`by` as soon as one part is; unknown where one is and none decides."""

    def evaluate(facts: Facts) -> Truth:
        result: Truth = not by
        for part in parts:
            truth = part(facts)
            if truth is by:
                return by
            if truth is None:
                result = None
        return result

    return evaluate


def _none(parts: list[Compiled]) -> Compiled:
    some = _any(parts)

    def evaluate(facts: Facts) -> Truth:
        truth = some(facts)
        return None if truth is None else not truth

    return evaluate


def _leaf(source: str, name: str, test: str, operand: Any) -> Compiled:
    if test in ("answered", "not_sure"):
        return lambda facts: (facts.state(name) == test) is operand
    check = CHECKS[test]

    def evaluate(facts: Facts) -> Truth:
        value = facts.value(source, name)
        return None if value is None else check(value, operand)

    return evaluate


def _is(value: Any, operand: Any) -> Truth:
    if isinstance(value, (tuple, list)):
        return len(value) == 1 and _is(value[0], operand)
    if isinstance(value, bool) or isinstance(operand, bool):
        return value is operand
    return bool(value == operand)


def _within(value: Any, low: float, high: float) -> Truth:
    number = float(value) if isinstance(value, (int, float)) and (not isinstance(value, bool)) else None
    return None if number is None else low - TOLERANCE <= number <= high + TOLERANCE


TOLERANCE = 1e-9
"""Shares come out of divisions; 10.000000000000002 is ten."""

CHECKS: Mapping[str, Callable[[Any, Any], Truth]] = {
    "is": _is,
    "in": lambda value, operand: any(_is(value, one) for one in operand),
    "includes": lambda value, operand: (
        operand in value if isinstance(value, (tuple, list)) else value == operand
    ),
    "at_least": lambda value, operand: _within(value, operand, inf),
    "at_most": lambda value, operand: _within(value, -inf, operand),
    "between": lambda value, operand: _within(value, *operand),
}
