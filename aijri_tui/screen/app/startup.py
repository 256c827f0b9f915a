"""Loading of content and sessions, in a thread, after the first frame."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from aijri_engine.content.library import Library, open_library
from aijri_engine.content.problems import ContentError
from aijri_engine.store import StoreError, missed
from aijri_tui.screen.app.preferences import preferences_trouble
from aijri_tui.sessions import Ready, Sessions


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
    return listed(library, Sessions())


def listed(library: Library, sessions: Sessions) -> Ready:
    """The list of sessions, read again."""
    if sessions.locked:
        return Ready(library, sessions, locked=True, trouble=sessions.beside_lock)
    try:
        changes = [one.in_short for one in sessions.changed_roles(library)]
        plan = sessions.plan(date.today())
        store = sessions.existing
        waiting = store is not None and bool(store.emergency_files())
        own = sessions.listed(library)
        trouble = preferences_trouble() or (missed(Path(sessions.place)) if store is None else store.missed())
        return Ready(library, sessions, own, trouble, changes=changes, plan=plan, waiting=waiting)
    except StoreError as error:
        return Ready(library, sessions, trouble=str(error))
