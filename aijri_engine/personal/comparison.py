"""Two sittings about one role set against each other: what moved, and whether it is worth believing."""

from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.content.library import Library
from aijri_engine.index import one_decimal
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step, answer_text
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result, result

RESCORED = "The sittings used different content; both were computed anew with today's figures."


class NotComparable(ValueError):  # noqa: N818
    """Two roles, two versions of content, or a figure that is withheld: what is wrong, and the remedy."""


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """An answer that differs between two sittings; None stands for no answer."""

    question: str
    name: str
    before: Any
    after: Any
    words: tuple[str, str] = ("", "")
    """Before and after as people read them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sittings about one role, on one and the same content."""

    before: Result
    after: Result
    bridge: Bridge
    answers: tuple[ChangedAnswer, ...]
    smallest_change: float
    """Index points: the larger of the two sittings' smallest change worth believing."""
    rescored: bool
    """The sittings used different content; both were computed anew with today's."""

    @property
    def change(self) -> float:
        """Displayed points from the first to the second sitting."""
        return self.bridge.shown_change

    @property
    def believable(self) -> bool:
        """The change is larger than the smallest worth believing."""
        return abs(self.bridge.change) > self.smallest_change

    @property
    def sentence(self) -> str:
        """What the comparison says, in one sentence or two."""
        first, second = one_decimal(self.bridge.start), one_decimal(self.bridge.end)
        smallest = one_decimal(self.smallest_change)
        if not self.bridge.rows:
            return f"The index stands where it stood, at {second:.1f}: no answer that counts has changed."
        moved = f"The index went from {first:.1f} to {second:.1f} ({self.change:+.1f} points)"
        if self.believable:
            return f"{moved}, more than the smallest change worth believing ({smallest:.1f})."
        return (
            f"{moved}, less than the smallest change worth believing ({smallest:.1f}): answering the same questions "
            "again could give as much."
        )

    @property
    def in_short(self) -> str:
        """The same in a few words, for a line between two sittings of a list."""
        content = " on today's figures" if self.rescored else ""
        smallest = f"{one_decimal(self.smallest_change):.1f}"
        if self.believable:
            return f"{self.change:+.1f}{content}: more than the {smallest} worth believing"
        if self.change == 0:
            return f"no change{content}"
        return f"{self.change:+.1f}{content}: under {smallest}, a second try could give as much"


def compare(first: Result, second: Result, rescored: bool = False) -> Comparison:
    """Compare two results on the same library. Raises `NotComparable` for two roles or two versions of content."""
    before, after = first.interview, second.interview
    if before.role_id != after.role_id:
        raise NotComparable(
            f"These sittings are about two roles ({before.form.role.title} and {after.form.role.title}). "
            "Compare sittings of one role."
        )
    if first.versions | {"seed": 0} != second.versions | {"seed": 0}:
        raise NotComparable(
            "These sittings rest on different content. Compute both with the same content first."
        )
    for one in (first, second):
        if one.withheld:
            raise NotComparable(" ".join(["One of these sittings has no figure to compare.", *one.withheld]))
    return Comparison(
        first,
        second,
        bridge(first.personal, second.personal),
        changed_answers(before, after),
        max(first.spread.smallest_change, second.spread.smallest_change),
        rescored,
    )


def side_by_side(before: Result, after: Result, library: Library) -> Comparison:
    """Compare two results: on their own content where it is the same, else both anew with today's."""
    old, new = before.interview, after.interview
    if old.role_id != new.role_id or old.library.versions(old.role_id) == new.library.versions(new.role_id):
        return compare(before, after)
    first, second = (Interview.resume(library, one.role_id, one.events, one.seed) for one in (old, new))
    return compare(result(first), result(second), rescored=True)


def changed_answers(before: Interview, after: Interview) -> tuple[ChangedAnswer, ...]:
    """Questions on either path whose answers differ, in path order."""
    old, new = _answers(before), _answers(after)
    return tuple(
        ChangedAnswer(
            key,
            question_name(key, after),
            old.get(key),
            new.get(key),
            _words(before.path.step(key), after.path.step(key)),
        )
        for key in dict.fromkeys([*new, *old])
        if old.get(key) != new.get(key)
    )


def _words(before: Step | None, after: Step | None) -> tuple[str, str]:
    """Both answers in words; of a grid only the rows that differ."""
    steps = [before, after]
    if before and after and isinstance(before.value, dict) and isinstance(after.value, dict):
        old, new = before.value, after.value
        same = {row for row in old if old[row] == new.get(row)}
        steps = [
            replace(step, value={row: value for row, value in step.value.items() if row not in same})
            for step in (before, after)
        ]
    first, second = ("not asked" if step is None else answer_text(step) for step in steps)
    return first, second


def _answers(interview: Interview) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in interview.outline():
        if row.state in ("not_sure", "declined"):
            found[row.key] = row.state
        elif row.state not in ("open", "stale"):
            found[row.key] = row.value
    return found
