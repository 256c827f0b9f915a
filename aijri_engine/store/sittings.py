"""A person's stored sittings: how each stands to today's content, and two set side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.comparison import Comparison, NotComparable, side_by_side
from aijri_engine.personal.content_change import (
    Choice,
    ContentChange,
    choose,
    content_before,
    content_change,
    settled,
)
from aijri_engine.personal.result import Result, result
from aijri_engine.store.clock import moment_of
from aijri_engine.store.errors import SpoiledSession, StoreError
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.sessions import Session
from aijri_engine.text.words import day_words

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

Function = TypeVar("Function", bound=Callable[..., Any])


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


def _spoiled_told(function: Function) -> Function:
    """Whatever a spoiled record brings about becomes a `StoreError` about that session: it hides no other."""

    @wraps(function)
    def told(store: "Store", session_id: str, library: Library, *rest: Any) -> Any:
        try:
            return function(store, session_id, library, *rest)
        except StoreError:
            raise
        except Exception:  # an answer no version of the program gave can fail anywhere
            row = store.session(session_id).row
            if not library.knows(row.role):
                raise StoreError(*not_read(row, library)) from None
            raise SpoiledSession.about(row.id, "its answers do not fit its questions") from None

    return cast(Function, told)


def not_read(row: SessionRow, library: Library) -> tuple[str, str]:
    """Why the role of a sitting is not there today, and what brings it back: the sitting itself is whole."""
    broken = next((one for one in library.broken if Path(one.file).stem == row.role), None)
    if broken is None:
        remedy = "Put its file back, or name its folder with AIJRI_LIBRARY or --library."
        return f"The role {row.role_name} is not in the content any more.", remedy
    return (
        f"The role {row.role_name} cannot be used as it stands now ({broken.text()}).",
        f"Mend it, or put it back as it was: `aijri check {broken.file}` tells more.",
    )


def _with_consent(store: "Store", session_id: str) -> Session:
    """A session that may be gone on with, shown and compared. Raises `ConsentNeeded` where no consent holds."""
    session = store.session(session_id)
    if session.row.client_id is not None:
        store.roster.consent(session.row.client_id)
    return session


@_spoiled_told
def standing_of(store: "Store", session_id: str, library: Library) -> Standing:
    """How a session stands to today's content; writes nothing.

    Raises `StoreError`, where neither the content of its time nor the role can be had, and `ConsentNeeded`.
    """
    session = _with_consent(store, session_id)
    known = library.knows(session.row.role)
    try:
        then = session.resume(store.library_then(session.id, library))
    except StoreError as error:
        if not known:
            raise
        return Standing(session, session.resume(library), notice=str(error))
    if not known:
        why, _ = not_read(session.row, library)
        return Standing(session, then, notice=f"{why[:-1]}; this is as you saw it.")
    if settled(then, library):
        return Standing(session, then)
    today = session.resume(library)
    change = content_change(then, today)
    if change is not None and change.deciding:
        return Standing(session, then, change)
    return Standing(session, today)


@_spoiled_told
def as_it_stands(store: "Store", session_id: str, library: Library) -> Interview:
    """The interview of a session with the content it was seen with last; with today's where that cannot be had.

    Raises `ConsentNeeded` where the client's consent ended.
    """
    session = _with_consent(store, session_id)
    try:
        return session.resume(store.library_then(session.id, library))
    except StoreError:
        if not library.knows(session.row.role):
            raise
        return session.resume(library)


@_spoiled_told
def sit_again(store: "Store", session_id: str, library: Library) -> Interview:
    """A new sitting from a session, on today's content. Raises `StoreError`, `LookupError` for a role that is gone."""
    session = store.session(session_id)
    if session.row.client_id is not None:
        raise StoreError("That sitting is a client's.", "Begin the next one with `aijri clients interview`.")
    return as_it_stands(store, session.id, library).again(session.id, library)


def compared_with_last(store: "Store", found: Result, library: Library) -> str:
    """What lies between a result and the sitting it was begun from, in words; empty where nothing can be said.

    Nothing is told of a figure that is withheld or was not seen.
    """
    earlier = found.interview.earlier_session
    try:
        row = store.session(earlier).row if earlier else None
        if row is None or not row.revealed or found.withheld:
            return ""
        before = result_of(store, earlier, library)
        if before.withheld:
            return ""
        return f"Since {day_words(moment_of(row.updated).date())}: {side_by_side(before, found, library).sentence}"
    except (StoreError, NotComparable):
        return ""


@_spoiled_told
def result_of(store: "Store", session_id: str, library: Library) -> Result:
    """The result of a session as it stands. Raises `StoreError`."""
    return result(as_it_stands(store, session_id, library))


@_spoiled_told
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
    if not library.knows(session.row.role):
        return session, found.interview, None
    today = session.resume(library)
    then = session.resume(store.library_then(session.id, library))
    change = content_change(then, today)
    if choice == "as_seen":
        if change is None:
            before = content_before(session.events, library.versions(session.row.role))
            if before is None:
                return session, today, None
            then = session.resume(store.library_then(session.id, library, before))
            change = content_change(then, today)
        elif settled(then, library):
            return session, then, None
        going_on = choose(then, "as_seen", library)
    elif change is None:
        return session, today, None
    else:
        going_on = choose(today, "today")
    session.save(going_on)
    return session, going_on, change


@_spoiled_told
def content_change_of(store: "Store", session_id: str, library: Library) -> ContentChange | None:
    """What a session would say as it was seen last and with today's content; None when nothing changed."""
    session = _with_consent(store, session_id)
    then = store.library_then(session.id, library)
    return content_change(session.resume(then), session.resume(library))


@_spoiled_told
def choice_again(store: "Store", session_id: str, library: Library) -> ContentChange | None:
    """What a choice can be changed between, settled or not; None where there is only one content."""
    session = _with_consent(store, session_id)
    then = store.library_then(session.id, library)
    change = content_change(session.resume(then), session.resume(library))
    before = content_before(session.events, library.versions(session.row.role)) if change is None else None
    if before is None:
        return change
    return content_change(
        session.resume(store.library_then(session.id, library, before)), session.resume(library)
    )


def compare_sessions(store: "Store", before: str, after: str, library: Library) -> Comparison:
    """Compare two sessions: on the content they were seen with where it is the same, else both with today's.

    Raises `StoreError` for sittings of two people, and while a figure was never seen.
    """
    rows = [_with_consent(store, one).row for one in (before, after)]
    if rows[0].client_id != rows[1].client_id:
        names = " and ".join(row.client or "one taken alone" for row in rows)
        raise StoreError(f"These sittings are of two people ({names}).", "Compare sittings of one person.")
    for row in rows:
        refuse_covered(row)
    first, second = (result_of(store, row.id, library) for row in rows)
    try:
        return side_by_side(first, second, library)
    except NotComparable as error:
        raise StoreError(str(error)) from None


def refuse_covered(row: SessionRow) -> None:
    """Raises `StoreError` where the figure of a session was never seen: what was left closed stays closed."""
    if not row.revealed:
        raise StoreError(
            f"The figure of session {row.id} was not seen yet, and stays closed until then.",
            f"`aijri sessions resume {row.id}` goes on to it.",
        )
