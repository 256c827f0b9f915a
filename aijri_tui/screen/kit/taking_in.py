"""Taking in a file, wherever it is chosen: on a client's card or among one's own data."""

from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.content.problems import ContentError
from aijri_engine.text import counted
from aijri_tui.screen.kit.form_page import needed
from aijri_tui.screen.kit.shell import RefusedError, in_thread, with_store

if TYPE_CHECKING:
    from aijri_engine.store import TakenIn
    from aijri_tui.screen.kit.shell import Shell


async def taken_in(app: "Shell", source: Path, passphrase: str, client: str | None = None) -> "TakenIn":
    """Take in a file of any kind. Raises `RefusedError` with the line to mend."""
    from aijri_engine.store import needs_passphrase, take_in

    if await in_thread(lambda: needs_passphrase(source)):
        needed(
            {"passphrase": passphrase},
            passphrase="A hand-over file has a passphrase; ask whoever gave it to you.",
        )
    library = app.library
    try:
        own = client is None
        return await with_store(app, lambda store: take_in(store, source, library, passphrase, client, own))
    except ContentError as error:
        raise RefusedError(str(error.problems[0] if error.problems else error), "path") from None


def told_of(found: "TakenIn") -> str:
    """What a file brought, in a sentence or two."""
    if found.known:
        return " ".join((found.added, *found.remarks))
    whose = f"for {found.alias}; the index stays covered" if found.alias else "among your sessions"
    told = f"Taken in {whose}, to look over and to finish."
    if found.card:
        told = f"Taken over: {sessions_of(found)}, with shared notes and plan."
    return " ".join((told, *found.remarks))


def sessions_of(found: "TakenIn") -> str:
    """How many sessions."""
    return counted(len(found.rows), "session")
