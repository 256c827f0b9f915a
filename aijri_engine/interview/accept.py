"""Does a value fit a question? The kinds decide it, and nothing else does."""

from collections.abc import Mapping
from typing import Any

from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.kinds import Canonical, kind_of
from aijri_engine.interview.values import Problem, Split

__all__ = ["Canonical", "accept", "json_of"]


def accept(asked: Asked, value: Any, form: Form, split: Split) -> Canonical | Problem:
    """The canonical form of a JSON value for this question, or what is wrong with it.

    A line is read, recorded and found on the path: what was accepted last at a question is not worked out again.
    """
    last = form.once("accepted", dict[str, Any])
    given = (asked, repr(value), split)
    known = last.get(asked.key)
    if known is None or known[0] != given:
        last[asked.key] = known = given, kind_of(asked.question.kind).accept(asked, value, form, split)
    return known[1]


def json_of(value: Canonical) -> Any:
    """The JSON form of a canonical value, as it is kept in the log."""
    if isinstance(value, Split):
        return value.json()
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
