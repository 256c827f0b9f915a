"""Before and after: two sittings compared, and the history of one person's sittings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aijri_engine.content.library import Library
from aijri_engine.index import one_decimal
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result, result
from aijri_engine.personal.spread import shown_band
from aijri_engine.store.errors import StoreError
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.versions import (
    Choice,
    ContentChange,
    RoleChange,
    Standing,
    as_it_stands,
    changed_roles,
    choose,
    chosen,
    content_change,
    content_change_of,
    resume_session,
    standing_of,
)

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

__all__ = [
    "ChangedAnswer",
    "Choice",
    "Comparison",
    "ContentChange",
    "RoleChange",
    "Sitting",
    "Standing",
    "Step",
    "as_it_stands",
    "changed_roles",
    "choose",
    "chosen",
    "compare",
    "compare_sessions",
    "content_change",
    "content_change_of",
    "history",
    "history_rows",
    "resume_session",
    "side_by_side",
    "sitting_of",
    "standing_of",
    "step_between",
    "steps_between",
]


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """An answer that differs between two sittings; None stands for no answer."""

    question: str
    name: str
    before: Any
    after: Any


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


def compare(before: Interview, after: Interview, rescored: bool = False) -> Comparison:
    """Compare two interviews on the same library. Raises `StoreError` for two roles or two versions of content."""
    return _compared(result(before), result(after), rescored)


def _compared(first: Result, second: Result, rescored: bool = False) -> Comparison:
    before, after = first.interview, second.interview
    if before.role_id != after.role_id:
        raise StoreError(
            f"These sittings are about two roles ({before.role_id} and {after.role_id}).",
            "Compare sittings of one role.",
        )
    if first.versions | {"seed": 0} != second.versions | {"seed": 0}:
        raise StoreError(
            "These sittings rest on different content.", "Compute both with the same content first."
        )
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
        return _compared(before, after)
    first, second = (Interview.resume(library, one.role_id, one.events, one.seed) for one in (old, new))
    return _compared(result(first), result(second), rescored=True)


def changed_answers(before: Interview, after: Interview) -> tuple[ChangedAnswer, ...]:
    """Questions on either path whose answers differ, in path order."""
    old, new = _answers(before), _answers(after)
    return tuple(
        ChangedAnswer(key, question_name(key, after), old.get(key), new.get(key))
        for key in dict.fromkeys([*new, *old])
        if old.get(key) != new.get(key)
    )


def _answers(interview: Interview) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in interview.outline():
        if row.state in ("not_sure", "declined"):
            found[row.key] = row.state
        elif row.state not in ("open", "stale"):
            found[row.key] = row.value
    return found


def compare_sessions(store: "Store", before: str, after: str, library: Library) -> Comparison:
    """Compare two sessions: on the content they were seen with where it is the same, else both with today's."""
    first, second = (result(as_it_stands(store, one, library)) for one in (before, after))
    return side_by_side(first, second, library)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One point of a person's history, on the content of its time. A figure that was never seen is not told."""

    session: SessionRow
    status: str
    """base, provisional or complete."""
    index: float | None = None
    """As displayed; None while the figure was never seen."""
    low: float | None = None
    high: float | None = None
    """Ends of the range, as displayed."""
    zone: str | None = None
    """Green, Yellow or Red; None with the figure, and where the week fits the role too badly to name one."""
    trouble: str = ""
    """Why nothing can be computed any more."""
    found: Result | None = field(default=None, repr=False, compare=False)
    """Everything computed; None with the figure."""

    @property
    def zone_words(self) -> str:
        """The zone, or that none can be named."""
        return self.zone or "no sure zone"


def sitting_of(store: "Store", row: SessionRow, library: Library) -> Sitting:
    """The point of a session, read and not touched."""
    try:
        found = result(as_it_stands(store, row.id, library))
    except (StoreError, LookupError) as error:
        return Sitting(row, "base", trouble=str(error))
    if not row.revealed:
        return Sitting(row, found.status.name)
    low, high = shown_band(found.spread.range)
    zone = None if found.fit.withheld else found.assessment.zone.value
    return Sitting(row, found.status.name, found.assessment.index, low, high, zone, found=found)


def history_rows(store: "Store", client: str | None = None, role: str | None = None) -> list[SessionRow]:
    """The sessions of a client (None: those taken alone), the one longest untouched first."""
    client_id = store.roster.find(client).id if client else None
    rows = store.sessions(client_id=client_id, role=role, alone=client_id is None)
    return sorted(rows, key=lambda one: (one.updated, one.created))


def history(
    store: "Store", library: Library, client: str | None = None, role: str | None = None
) -> list[Sitting]:
    """The sittings of a client (None: those taken alone), the oldest first, with index and range as they were."""
    return [sitting_of(store, row, library) for row in history_rows(store, client, role)]


@dataclass(frozen=True, slots=True)
class Step:
    """What lies between a sitting and the one before about the same role whose figure was seen."""

    before: SessionRow
    comparison: Comparison


def steps_between(sittings: Iterable[Sitting], library: Library) -> dict[str, Step]:
    """What stands between each sitting and the one before about the same role, by the id of the later session.

    Sittings whose figure was never seen are passed over.
    """
    last: dict[str, Sitting] = {}
    steps: dict[str, Step] = {}
    for one in sittings:
        before = last.get(one.session.role)
        step = step_between(before, one, library)
        if before is not None and step is not None:
            steps[one.session.id] = Step(before.session, step)
        if one.found is not None:
            last[one.session.role] = one
    return steps


def step_between(before: Sitting | None, after: Sitting, library: Library) -> Comparison | None:
    """What stands between two sittings; None where a figure was never seen, or the role is not there any more."""
    if before is None or before.found is None or after.found is None:
        return None
    if after.session.role not in library.roles:
        return None
    return side_by_side(before.found, after.found, library)
