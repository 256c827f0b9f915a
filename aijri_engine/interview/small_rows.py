"""Questions about rows of the week that are too small to be asked about, unless the person wishes to be asked."""

from collections.abc import Iterator
from typing import Any, Literal

from aijri_engine.content.conditions import LARGER, Facts
from aijri_engine.content.meanings import DEPTH, RATING, SPLIT
from aijri_engine.interview.events import Answers
from aijri_engine.interview.form import Asked

WISHED = "wished "
"""Before the key of a question that the person wished to be asked, among what is kept of a sitting."""


class _AsAll:
    """The facts of a person whose whole week is this row."""

    __slots__ = ("_facts", "_said")

    def __init__(self, facts: Facts, item: str) -> None:
        self._facts = facts
        self._said = {f"{SPLIT}.{item}": 100.0, f"{SPLIT}.{LARGER}.{item}": 0.0}

    def value(self, source: str, name: str) -> Any:
        """As known, but for the size of the row."""
        return self._said[name] if name in self._said else self._facts.value(source, name)

    def state(self, name: str) -> Literal["answered", "not_sure", "other"]:
        """As known."""
        return self._facts.state(name)


def too_small_to_be_asked(asked: Asked, facts: Facts) -> bool:
    """How a row is done is left out for the size of the row alone, and the row has time."""
    if asked.item is None or asked.when is None or asked.question.meaning not in (RATING, DEPTH):
        return False
    has_time = (facts.value("answer", f"{SPLIT}.{asked.item}") or 0.0) > 0.0
    return has_time and asked.when(facts) is not True and asked.when(_AsAll(facts, asked.item)) is True


def is_wished(key: str, answers: Answers) -> bool:
    """The person wished to be asked this, or has answered it."""
    return f"{WISHED}{key}" in answers.drafts or answers.get(key) is not None


def wishes(answers: Answers) -> Iterator[str]:
    """What the person wished to be asked."""
    return (key for key in answers.drafts if key.startswith(WISHED))
