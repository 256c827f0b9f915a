"""One sitting on two versions of its content: what changed since, what was chosen, and which roles changed."""

from collections.abc import Mapping
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
from aijri_engine.report.wordings import day_text
from aijri_engine.store.clock import moment_of
from aijri_engine.store.errors import StoreError
from aijri_engine.store.sessions import Session
from aijri_engine.text import join_words

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

Choice = Literal["as_seen", "today"]

FILE_NAMES = {
    "role": "the role's published profile",
    "interview": "the questions",
    "wording": "what results say",
    "landscape": "the scores of other roles",
}
"""A changed file in words; any other one holds advice."""

ADVICE = "the advice"

DECIDING = ("roles_digest", "interview_digest")
"""Digests of what figures and questions come from: only a change of these is put to the person."""


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
    def covered(self) -> bool:
        """The figure was never seen in this sitting, so that none is told."""
        return not self.then.interview.revealed

    @property
    def deciding(self) -> bool:
        """Figures or questions may differ, so that the person chooses; else only words and advice changed."""
        return "role" in self.files or "interview" in self.files

    @property
    def what(self) -> str:
        """What changed, in words: "the questions and the advice"."""
        return join_words(list(dict.fromkeys(FILE_NAMES.get(name, ADVICE) for name in self.files)))

    @property
    def sentence(self) -> str:
        """What changed, in one sentence; without a figure where none was seen."""
        told = f"Since this sitting {self.what} changed"
        if self.covered:
            return f"{told}."
        before, after = one_decimal(self.bridge.start), one_decimal(self.bridge.end)
        return (
            f"{told}: as you saw it {before:.1f}, with today's figures {after:.1f} "
            f"({self.bridge.shown_change:+.1f} points)."
        )

    @property
    def asked_sentence(self) -> str:
        """Which answers would be asked again with today's questions."""
        if not self.asked_again:
            return "With today's questions every answer still fits; nothing is asked again."
        names = join_words([question_name(key, self.today.interview) for key in self.asked_again])
        return f"With today's questions asked again, because the question changed: {names}. The rest is kept."


def content_change(then: Interview, today: Interview) -> ContentChange | None:
    """The same log on two libraries; None when the content is the same."""
    old, new = then.library.versions(then.role_id), today.library.versions(today.role_id)
    files = [
        key.removesuffix("_digest")
        for key in dict.fromkeys([*new, *old])
        if key.endswith("_digest") and old.get(key) != new.get(key)
    ]
    if not files:
        return None
    before, after = result(then), result(today)
    stale = tuple(step.key for step in today.path.steps if step.state == "stale")
    named = tuple("role" if name == "roles" else name for name in files)
    return ContentChange(before, after, bridge(before.personal, after.personal), named, stale)


def choose(interview: Interview, choice: Choice, today: Library | None = None) -> Interview:
    """Record which content the person goes on with; nothing before it can be undone any more.

    `today` is the newest content at the time of choosing, where that is not the one chosen.
    """
    versions = interview.library.versions(interview.role_id)
    newest = versions if today is None else today.versions(interview.role_id)
    event = Event("content_changed", data={"choice": choice, "versions": versions, "today": newest})
    return replace(interview, events=(*interview.events, event))


def chosen(interview: Interview) -> Choice | None:
    """What was chosen last; None when never asked."""
    event = _last_choice(interview)
    return None if event is None else ("as_seen" if event.data.get("choice") == "as_seen" else "today")


def _last_choice(interview: Interview) -> Event | None:
    return next((event for event in reversed(interview.events) if event.kind == "content_changed"), None)


def _settled(interview: Interview, today: Library) -> bool:
    """The person chose to go on as seen, and figures and questions are those they decided about."""
    last = _last_choice(interview)
    if last is None or last.data.get("choice") != "as_seen":
        return False
    now = today.versions(interview.role_id)
    decided: Mapping[str, Any] = last.data.get("today") or now
    return all(decided.get(key) == now.get(key) for key in DECIDING)


@dataclass(frozen=True, slots=True)
class Standing:
    """A session, read and not touched: what it stands on, and what is to be chosen."""

    session: Session
    interview: Interview
    """With the content it goes on with; while a choice is due, with that it was seen with."""
    change: ContentChange | None = None
    """Set while a choice is due."""
    notice: str = ""
    """What the person should know about its content; empty when all is well."""


def standing_of(store: "Store", session_id: str, library: Library) -> Standing:
    """How a session stands to today's content; writes nothing.

    Raises `StoreError`, where neither the content of its time nor the role can be had.
    """
    session = store.session(session_id)
    known = session.row.role in library.roles
    try:
        then = session.resume(store.library_then(session.id, library))
    except StoreError as error:
        if not known:
            raise
        return Standing(session, session.resume(library), notice=str(error))
    if not known:
        gone = f"The role {session.row.role_name} is not in the content any more; this is as you saw it."
        return Standing(session, then, notice=gone)
    if _settled(then, library):
        return Standing(session, then)
    today = session.resume(library)
    change = content_change(then, today)
    if change is not None and change.deciding:
        return Standing(session, then, change)
    return Standing(session, today)


def as_it_stands(store: "Store", session_id: str, library: Library) -> Interview:
    """The interview of a session with the content it was seen with last; with today's where that cannot be had."""
    session = store.session(session_id)
    try:
        return session.resume(store.library_then(session.id, library))
    except StoreError:
        if session.row.role not in library.roles:
            raise
        return session.resume(library)


def resume_session(
    store: "Store", session_id: str, library: Library, choice: Choice | None = None
) -> tuple[Session, Interview, ContentChange | None]:
    """Go on with a session: its interview, and what changed in its content where that was chosen about just now.

    Without a choice an earlier one holds for the content it was made about; else the session goes on with today's.
    The choice is recorded. `as_seen` on a session that goes on with today's already returns to the content before.
    """
    found = standing_of(store, session_id, library)
    session = found.session
    if choice is None and found.change is None:
        return session, found.interview, None
    if session.row.role not in library.roles:
        return session, found.interview, None
    today = session.resume(library)
    then = session.resume(store.library_then(session.id, library))
    change = content_change(then, today)
    if choice == "as_seen":
        if change is None:
            before = _content_before(session, library)
            if before is None:
                return session, today, None
            then = session.resume(store.library_then(session.id, library, before))
            change = content_change(then, today)
        elif _settled(then, library):
            return session, then, None
        going_on = choose(then, "as_seen", library)
    elif change is None:
        return session, today, None
    else:
        going_on = choose(today, "today")
    session.save(going_on)
    return session, going_on, change


def _content_before(session: Session, library: Library) -> Mapping[str, Any] | None:
    """Versions of the content the session stood on before today's; None when there was no other."""
    now = library.versions(session.row.role)
    kinds = ("started", "content_changed")
    stood = [event.data.get("versions") for event in session.events if event.kind in kinds]
    return next((one for one in reversed(stood) if one and dict(one) != now), None)


def content_change_of(store: "Store", session_id: str, library: Library) -> ContentChange | None:
    """What a session would say as it was seen last and with today's content; None when nothing changed."""
    session = store.session(session_id)
    then = store.library_then(session.id, library)
    return content_change(session.resume(then), session.resume(library))


def choice_again(store: "Store", session_id: str, library: Library) -> ContentChange | None:
    """What a choice can be changed between, settled or not; None where there is only one content."""
    session = store.session(session_id)
    then = store.library_then(session.id, library)
    change = content_change(session.resume(then), session.resume(library))
    before = _content_before(session, library) if change is None else None
    if before is None:
        return change
    return content_change(
        session.resume(store.library_then(session.id, library, before)), session.resume(library)
    )


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role whose published profile changed since somebody's last sitting."""

    role: str
    title: str
    session: str
    """Id of that sitting."""
    since: str
    """When it was touched last: ISO 8601 in UTC."""
    before: float
    after: float
    """The role's own index then and today."""

    @property
    def points(self) -> float:
        """Displayed index points from then to today."""
        return one_decimal(one_decimal(self.after) - one_decimal(self.before))

    @property
    def in_short(self) -> str:
        """The same on one line, below the sittings it is about."""
        if self.points == 0:
            return f"The role changed since: {self.title}, still {self.after:.1f}"
        return f"The role changed since: {self.title} {self.before:.1f}, now {self.after:.1f} ({self.points:+.1f})"

    @property
    def sentence(self) -> str:
        """What changed, in one sentence."""
        day = day_text(f"{moment_of(self.since).astimezone():%Y-%m-%d}")
        told = f"{self.title} changed since the sitting of {day}"
        if self.points == 0:
            return f"{told}; the role's index stays at {self.after:.1f}."
        return f"{told}: the role's index went from {self.before:.1f} to {self.after:.1f} ({self.points:+.1f} points)."


def changed_roles(store: "Store", library: Library, client: str | None = None) -> list[RoleChange]:
    """Roles that changed since the last sitting about them: of a client, or (None) of those taken alone.

    The last touched first. Old content that cannot be read any more tells nothing and is left out.
    """
    client_id = store.roster.find(client).id if client else None
    found: list[RoleChange] = []
    for role_id, role in library.roles.items():
        rows = store.sessions(role=role_id, client_id=client_id, alone=client_id is None, limit=1)
        for row in rows:
            if row.versions.get("roles_digest") == library.versions(role_id).get("roles_digest"):
                continue
            try:
                old = store.library_then(row.id, library).role(role_id)
            except (StoreError, LookupError):
                continue
            before, after = (base_personalisation(one).assess().index for one in (old, role))
            found.append(RoleChange(role_id, role.title, row.id, row.updated, before, after))
    return sorted(found, key=lambda one: one.since, reverse=True)
