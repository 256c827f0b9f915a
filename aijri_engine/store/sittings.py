"""Before and after: two sittings compared, and one sitting on two versions of its content."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from aijri_engine.content.library import Library
from aijri_engine.index import one_decimal
from aijri_engine.interview.events import Event
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.names import question_name
from aijri_engine.personal.personalise import base_personalisation
from aijri_engine.personal.result import Result, result
from aijri_engine.store.errors import StoreError
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.sessions import Session

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

Choice = Literal["as_seen", "today"]


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


def compare(before: Interview, after: Interview, rescored: bool = False) -> Comparison:
    """Compare two interviews on the same library. Raises `StoreError` for two roles or two versions of content."""
    if before.role_id != after.role_id:
        raise StoreError(
            f"These sittings are about two roles ({before.role_id} and {after.role_id}).",
            "Compare sittings of one role.",
        )
    first, second = result(before), result(after)
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


@dataclass(frozen=True, slots=True)
class ContentChange:
    """A sitting whose content has changed since: as it was seen, with today's figures, and what lies between."""

    then: Result
    today: Result
    bridge: Bridge
    files: tuple[str, ...]
    """Names of what changed: role, interview, wording, landscape, strategies."""
    asked_again: tuple[str, ...]
    """Questions whose answers no longer fit."""

    @property
    def sentence(self) -> str:
        """What changed, in one sentence."""
        before, after = one_decimal(self.bridge.start), one_decimal(self.bridge.end)
        return (
            f"Since this sitting {' and '.join(self.files)} changed: as you saw it {before:.1f}, with today's figures "
            f"{after:.1f} ({self.bridge.shown_change:+.1f} points)."
        )


def content_change(then: Interview, today: Interview) -> ContentChange | None:
    """The same log on two libraries; None when the content is the same."""
    old, new = then.library.versions(then.role_id), today.library.versions(today.role_id)
    files = [
        key.removesuffix("_digest") for key in new if key.endswith("_digest") and old.get(key) != new[key]
    ]
    if not files:
        return None
    before, after = result(then), result(today)
    stale = tuple(step.key for step in today.path.steps if step.state == "stale")
    named = tuple("role" if name == "roles" else name for name in files)
    return ContentChange(before, after, bridge(before.personal, after.personal), named, stale)


def choose(interview: Interview, choice: Choice) -> Interview:
    """Record which content the person goes on with; nothing before it can be undone any more."""
    versions = interview.library.versions(interview.role_id)
    event = Event("content_changed", data={"choice": choice, "versions": versions})
    return replace(interview, events=(*interview.events, event))


def chosen(interview: Interview) -> Choice | None:
    """What was chosen last; None when never asked."""
    event = _last_choice(interview)
    return None if event is None else ("as_seen" if event.data.get("choice") == "as_seen" else "today")


def _last_choice(interview: Interview) -> Event | None:
    return next((event for event in reversed(interview.events) if event.kind == "content_changed"), None)


def resume_session(
    store: "Store", session_id: str, library: Library, choice: Choice | None = None
) -> tuple[Session, Interview, ContentChange | None]:
    """Go on with a session: its interview, and what changed in its content where that was not settled before.

    Without a choice an earlier one holds for the content it was made about; else the session goes on with today's.
    The choice is recorded.
    """
    session = store.session(session_id)
    interview = session.resume(library)
    then = session.resume(store.library_then(session.id, library))
    change = content_change(then, interview)
    if change is None:
        return session, interview, None
    last, earlier = _last_choice(interview), chosen(interview)
    now = library.versions(interview.role_id)
    settled = earlier == "as_seen" or (last is not None and last.data.get("versions") == now)
    wanted: Choice = choice or (earlier if settled and earlier else "today")
    going_on = then if wanted == "as_seen" else interview
    if settled and wanted == earlier:
        return session, going_on, None
    going_on = choose(going_on, wanted)
    session.save(going_on)
    return session, going_on, change


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role whose published figures changed since somebody's last sitting."""

    role: str
    title: str
    since: str
    """When that sitting was touched last."""
    before: float
    after: float
    """The role's own index then and today."""

    @property
    def sentence(self) -> str:
        """What changed, in one sentence."""
        moved = one_decimal(self.after - self.before)
        figures = f"{self.before:.1f} then, {self.after:.1f} today ({moved:+.1f})"
        return f"{self.title} changed since {self.since[:10]}: {figures}."


def changed_roles(store: "Store", library: Library) -> list[RoleChange]:
    """Roles that changed since the last sitting about them, the last touched first."""
    found: dict[str, RoleChange | None] = {}
    for row in store.sessions():
        if row.role in found or row.role not in library.roles:
            continue
        found[row.role] = None
        if row.versions.get("roles_digest") == library.versions(row.role).get("roles_digest"):
            continue
        old, new = store.library_then(row.id, library).role(row.role), library.role(row.role)
        before, after = (base_personalisation(role).assess().index for role in (old, new))
        found[row.role] = RoleChange(row.role, new.title, row.updated, before, after)
    return [change for change in found.values() if change is not None]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One point of a person's history, on the content of its time."""

    session: SessionRow
    index: float
    low: float
    high: float
    zone: str
    status: str
    """base, provisional or complete."""


def sitting(row: SessionRow, interview: Interview) -> Sitting:
    """The point of a session."""
    found = result(interview)
    band = found.spread.range
    return Sitting(
        row, found.assessment.index, band.low, band.high, found.assessment.zone.value, found.status.name
    )


def compare_sessions(store: "Store", before: str, after: str, library: Library) -> Comparison:
    """Compare two sessions: on their own content where it is the same, else both with today's."""
    first, second = store.session(before), store.session(after)
    if first.row.versions == second.row.versions:
        then = store.library_then(first.id, library)
        return compare(first.resume(then), second.resume(then))
    return compare(first.resume(library), second.resume(library), rescored=True)


def content_change_of(store: "Store", session_id: str, library: Library) -> ContentChange | None:
    """What a session would say as it was seen and with today's content; None when nothing changed."""
    session = store.session(session_id)
    then = store.library_then(session.id, library)
    return content_change(session.resume(then), session.resume(library))


def history(
    store: "Store", library: Library, client: str | None = None, role: str | None = None
) -> list[Sitting]:
    """The sittings of a client (None: those taken alone), the oldest first, with index and range as they were."""
    client_id = store.roster.find(client).id if client else None
    rows = [row for row in store.sessions(client_id=client_id) if row.client_id == client_id]
    found = []
    for row in sorted(rows, key=lambda one: one.created):
        if role in (None, row.role):
            session = store.session(row.id)
            found.append(sitting(row, session.resume(store.library_then(row.id, library))))
    return found
