"""Loading of content and sessions, in a thread, after the first frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aijri_engine.content.library import Library
from aijri_engine.content.own_library import open_library
from aijri_engine.content.problems import ContentError
from aijri_engine.store import StoreError
from aijri_tui.sessions import Listed, Sessions, open_sessions


@dataclass(frozen=True, slots=True)
class Ready:
    """What the app goes on with."""

    library: Library | None
    sessions: Sessions | None
    listed: Sequence[Listed] = ()
    trouble: str = ""
    locked: bool = False
    """Earlier sessions need a passphrase."""
    plan: Sequence[str] = ()
    """One's own plan and the next sitting, each in a line."""
    changes: Sequence[str] = ()
    """Roles that changed since the last sitting about them, each in a line."""
    waiting: bool = False
    """Answers were written beside the store while it could not be written."""


def load(folders: Sequence[Path] = ()) -> Ready:
    """The shipped content and these folders, and sessions; problems come back as words, never as exceptions."""
    try:
        library = open_library(folders)
    except ContentError as error:
        first = next(iter(error.problems), None)
        return Ready(
            None,
            None,
            trouble=f"The content cannot be used: {first or error}. `aijri check` lists every problem.",
        )
    return listed(library, open_sessions())


def listed(library: Library, sessions: Sessions) -> Ready:
    """The list of sessions, read again."""
    if sessions.locked:
        return Ready(library, sessions, locked=True)
    try:
        changes = [one.in_short for one in sessions.changed_roles(library)]
        plan = sessions.plan(date.today())
        store = sessions.existing
        waiting = store is not None and bool(store.emergency_files())
        return Ready(library, sessions, sessions.listed(library), changes=changes, plan=plan, waiting=waiting)
    except StoreError as error:
        return Ready(library, sessions, trouble=str(error))
