"""Where answers go while the store cannot be written: a small store of its own, encrypted like the first.

Its place is always one of four, so that erasure finds it without a register that could not be written either.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from aijri_engine.files.typed_path import is_folder
from aijri_engine.store.errors import StoreError, UnusableStore
from aijri_engine.store.folder import STORE_NAME, may_lie, path_of, path_text

if TYPE_CHECKING:
    from aijri_engine.store.database import Database

PREFIX = "aijri-emergency-"
SIGNED = re.compile(rf"{PREFIX}(s?)([0-9a-f]{{8}})-[0-9]+\.db")
"""A name that says for which store the file stands in, also while it is locked; `s` for one on a server."""

OWNER = "emergency of"
"""Name of the setting that says the same in words, for a person."""

KIND = "an emergency file"
MOST_NAMES = 1000
NEVER_HERE = ("consents", "notes", "acts", "settings")
"""Tables in which nothing is written while the store cannot be."""


UNSIGNED_GOING = "With it go answers of an earlier aijri that name no store (move away what is not yours):"


def emergency_places(folder: Path | None) -> list[Path]:
    """The store's folder, home, the temporary folder and this one, in the order in which they are tried."""
    homes: tuple[Callable[[], Path], ...] = (Path.home, lambda: Path(tempfile.gettempdir()), Path.cwd)
    found = [folder] if folder else []
    for home in homes:
        try:
            found.append(home())
        except (OSError, RuntimeError):
            continue
    places = {os.path.realpath(place): place for place in reversed(found)}
    return [place for place in reversed(places.values()) if is_folder(place)]


def owner_of(folder: Path, server: str = "") -> str:
    """What an emergency file remembers of its store: the server and the login, or where the file lies."""
    return server or path_text(Path(os.path.realpath(folder)) / STORE_NAME)


def signed(owner: str) -> str:
    """How the names of a store's emergency files begin; without a known store they are not signed."""
    kind = "" if path_of(owner).is_absolute() else "s"
    return f"{PREFIX}{kind}{hashlib.sha256(owner.encode()).hexdigest()[:8]}-" if owner else PREFIX


def belongs_to(path: Path, owner: str) -> bool | None:
    """Whether an emergency file stands in for this store; None where an earlier program did not say.

    What lies in the folder of a store is its own, wherever that folder was moved to.
    """
    if path.name.startswith(signed(owner)) and SIGNED.fullmatch(path.name):
        return True
    found, on_server = SIGNED.fullmatch(path.name), not path_of(owner).is_absolute()
    beside = not on_server and os.path.realpath(path.parent) == str(path_of(owner).parent)
    if found is None:
        return beside or None
    return beside and not found[1]


def emergency_files(folder: Path, owner: str, mine: bool | None = True) -> list[Path]:
    """What was written because this store could not be; else what does not say so (None), or is another's (False)."""
    found = {path for place in emergency_places(folder) for path in place.glob(f"{PREFIX}*.db")}
    return sorted(path for path in found if belongs_to(path, owner) is mine and _is_ours(path, mine))


def _is_ours(path: Path, mine: bool | None) -> bool:
    """A file; where it is not known to be of this store, one of this user."""
    if not path.is_file() or path.is_symlink():
        return False
    return mine is True or not hasattr(os, "geteuid") or path.stat().st_uid == os.geteuid()


def recorded_owner(path: Path, passphrase: str | None) -> str:
    """The store an emergency file names; empty where it names none or cannot be read."""
    try:
        with _only_reading(path, passphrase) as connection:
            found = connection.execute("SELECT value FROM settings WHERE name = ?", (OWNER,)).fetchone()
    except Exception:
        return ""
    return found[0] if found and isinstance(found[0], str) else ""


def told_of_others(database: "Database", only_lost: bool = False) -> tuple[str, ...]:
    """A line for each emergency file of another store: whose it is, and what reaches it.

    `only_lost`: of stores that are not where they were, one of which may have become this one.
    """
    folder = database.path.parent
    found = emergency_files(folder, owner_of(folder, database.server), False)
    keys = [(path, database.key_of(path)) for path in found]
    owners = [(path, recorded_owner(path, key)) for path, key in keys if not holds_nothing(path, key)]
    return tuple(_told(path, owner) for path, owner in owners if not only_lost or _is_lost(owner))


def _is_lost(owner: str) -> bool:
    place = path_of(owner)
    return place.is_absolute() and not may_lie(place)


def _told(path: Path, owner: str) -> str:
    place = path_of(owner)
    if not place.is_absolute():
        known = f"the practice on {owner}" if owner else "which one is told only to who has its passphrase"
        return f"{path} belongs to another store ({known}). Where that one is gone, delete the file."
    there, way = "", ""
    if _is_lost(owner):
        there, way = " (not there any more)", f"`aijri sessions resume {quote(str(path))}` takes it in here; "
    return (
        f"{path} belongs to another store: {place}{there}. {way}"
        f"`AIJRI_DATA={quote(str(place.parent))} aijri erase everything` erases it with that one."
    )


def holds_nothing(path: Path, passphrase: str | None) -> bool:
    """No answer is in this file: it was begun where there was no room for one. What cannot be opened may hold some."""
    try:
        if not path.stat().st_size:
            return True
        with _only_reading(path, passphrase) as connection:
            return not _rows(connection, "sessions")
    except Exception:
        return False


def _only_reading(path: Path, passphrase: str | None) -> AbstractContextManager[Any]:
    """A connection that writes nothing, neither into the file nor beside it. Raises `StoreError`."""
    from aijri_engine.store.copies import SIDE_FILES
    from aijri_engine.store.database import opened

    held = any(path.with_name(path.name + ending).exists() for ending in SIDE_FILES)
    return opened(path, passphrase, f"{path.absolute().as_uri()}?mode=ro{'' if held else '&immutable=1'}")


def _rows(connection: Any, table: str, which: str = "1") -> int:
    made = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if not connection.execute(made, (table,)).fetchone():
        return 0
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {which}").fetchone()[0])


def refuse_other(path: Path, passphrase: str | None) -> None:
    """Raises `StoreError`, with the file as it was, for what does not hold the one sitting of an emergency file."""
    from aijri_engine.store.backups import about_file, refuse_cut
    from aijri_engine.store.folder import refuse_foreign

    if not path.is_file():
        raise StoreError(f"{path} is not a file.", "`aijri sessions` names what there is.")
    try:
        refuse_foreign(path)
        refuse_cut(path, passphrase)
        with _only_reading(path, passphrase) as connection:
            held = {table: _rows(connection, table) for table in ("sessions", "clients", *NEVER_HERE)}
            held["settings"] -= _rows(connection, "settings", f"name = '{OWNER}'")
            made = _rows(connection, "files", "kind != 'role'")
    except StoreError as error:
        raise about_file(error, path, passphrase, KIND) from None
    if not any(held.values()):
        raise no_answers(path)
    if not is_emergency(path) or made or max(held.values()) > 1 or any(held[table] for table in NEVER_HERE):
        raise UnusableStore(
            f"{path} is a backup or a whole store, not the emergency file of one interview; nothing was changed.",
            f"`aijri backup restore {path}` puts a backup in the place of the store, which is kept beside it. "
            f"An emergency file has a name like {PREFIX}1.db.",
        )


def refuse_anothers(path: Path, passphrase: str | None, owner: str) -> None:
    """Raises `StoreError` for the emergency file of another store that is still there."""
    whose = recorded_owner(path, passphrase)
    if belongs_to(path, owner) is not False or not whose:
        return
    place = path_of(whose)
    if not place.is_absolute():
        raise UnusableStore(
            f"{path} belongs to another store: the practice on {whose}.",
            "Take it in there; nothing was changed.",
        )
    if may_lie(place):
        raise UnusableStore(
            f"{path} belongs to another store: {place}. Nothing was changed.",
            f"`AIJRI_DATA={quote(str(place.parent))} aijri sessions resume {quote(str(path))}` takes it in there.",
        )


def no_answers(path: Path) -> StoreError:
    """What is said of a file without a sitting."""
    return StoreError(f"{path} holds no answers.", "Nothing was changed.")


def is_emergency(path: Path) -> bool:
    """The name says so."""
    return path.name.startswith(PREFIX)


def free_name(place: Path, owner: str) -> Path | None:
    """A name in a folder that is not taken."""
    names = (place / f"{signed(owner)}{number}.db" for number in range(1, MOST_NAMES))
    return next((path for path in names if not os.path.lexists(path)), None)
