"""A person's sittings one after the other: each as it was, what lies between two, and what changed since."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aijri_engine.content.library import Library
from aijri_engine.personal.comparison import Comparison, NotComparable, side_by_side
from aijri_engine.personal.content_change import RoleChange, role_change
from aijri_engine.personal.result import Result
from aijri_engine.personal.spread import shown_band
from aijri_engine.store.clock import moment_of
from aijri_engine.store.errors import ConsentNeeded, StoreError
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.sittings import not_read, result_of

if TYPE_CHECKING:
    from aijri_engine.store.store import Store


@dataclass(frozen=True, slots=True)
class Sitting:
    """One point of a person's history, on the content of its time. A figure that was never seen is not told."""

    session: SessionRow
    status: str
    """base, provisional or complete."""
    index: float | None = None
    """As displayed; None while the figure was never seen, and while it is withheld and the range alone is told."""
    low: float | None = None
    high: float | None = None
    """Ends of the range, as displayed."""
    zone: str | None = None
    """Green, Yellow or Red; None with the figure, and where the week fits the role too badly to name one."""
    trouble: str = ""
    """Why nothing can be computed any more."""
    closed: bool = False
    """The client's consent ended; nothing is wrong with the record."""
    found: Result | None = field(default=None, repr=False, compare=False)
    """Everything computed; None with the figure."""

    @property
    def zone_words(self) -> str:
        """The zone, or that none can be named."""
        return self.zone or "no sure zone"


def sitting_of(store: "Store", row: SessionRow, library: Library) -> Sitting:
    """The point of a session, read and not touched."""
    try:
        found = result_of(store, row.id, library)
    except StoreError as error:
        return Sitting(row, "base", trouble=str(error), closed=isinstance(error, ConsentNeeded))
    if not row.revealed:
        return Sitting(row, found.status.name)
    low, high = shown_band(found.spread.range)
    if found.withheld:
        return Sitting(row, found.status.name, None, low, high)
    return Sitting(
        row, found.status.name, found.assessment.index, low, high, found.assessment.zone.value, found=found
    )


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
    """What stands between two sittings; None where a figure is not told, or the role is not there any more."""
    if before is None or before.found is None or after.found is None:
        return None
    if not library.knows(after.session.role):
        return None
    with suppress(NotComparable):
        return side_by_side(before.found, after.found, library)
    return None


def changed_roles(store: "Store", library: Library, client: str | None = None) -> list[RoleChange]:
    """Roles that changed since the last sitting about them: of a client, or (None) of those taken alone.

    The last touched first. Old content that cannot be read any more tells nothing and is left out.
    """
    found: list[tuple[str, RoleChange]] = []
    for role_id, row in _last_about(store, client).items():
        role = library.roles.get(role_id)
        if role is None or row.versions.get("roles_digest") == library.versions(role_id).get("roles_digest"):
            continue
        since = moment_of(row.updated).astimezone().date()
        with suppress(StoreError, LookupError):
            old = store.library_then(row.id, library).role(role_id)
            found.append((row.updated, role_change(old, role, row.id, since)))
    return [one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True)]


def unread_roles(store: "Store", library: Library, client: str | None = None) -> list[str]:
    """Why nothing can be said about roles of these sittings, and what brings them back, in sentences."""
    last = _last_about(store, client).values()
    return [" ".join(not_read(row, library)) for row in last if not (row.trouble or library.knows(row.role))]


def _last_about(store: "Store", client: str | None) -> dict[str, SessionRow]:
    """The last sitting about each role, of a client or (None) of those taken alone; the last touched first."""
    client_id = store.roster.find(client).id if client else None
    last: dict[str, SessionRow] = {}
    for row in store.sessions(client_id=client_id, alone=client_id is None):
        last.setdefault(row.role, row)
    return last
