"""Where answers go while the store cannot be written: a small store of its own, encrypted like the first.

Its place is always one of four, so that erasure finds it without a register that could not be written either.
"""

import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from aijri_engine.store.errors import StoreError, UnusableStore

PREFIX = "aijri-emergency-"
KIND = "an emergency file"
MOST_NAMES = 1000
NEVER_HERE = ("consents", "notes", "acts", "settings")
"""Tables in which nothing is written while the store cannot be."""


def emergency_places(folder: Path | None) -> list[Path]:
    """The store's folder, home, the temporary folder and this one, in the order in which they are tried."""
    homes: tuple[Callable[[], Path], ...] = (Path.home, lambda: Path(tempfile.gettempdir()), Path.cwd)
    found = [folder] if folder else []
    for home in homes:
        try:
            found.append(home())
        except (OSError, RuntimeError):
            continue
    return [place for place in dict.fromkeys(found) if place.is_dir()]


def emergency_files(folder: Path) -> list[Path]:
    """What was written because the store at `folder` could not be."""
    found = {path for place in emergency_places(folder) for path in place.glob(f"{PREFIX}*.db")}
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


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


def no_answers(path: Path) -> StoreError:
    """What is said of a file without a sitting."""
    return StoreError(f"{path} holds no answers.", "Nothing was changed.")


def is_emergency(path: Path) -> bool:
    """The name says so."""
    return path.name.startswith(PREFIX)


def free_name(place: Path) -> Path | None:
    """A name in a folder that is not taken."""
    names = (place / f"{PREFIX}{number}.db" for number in range(1, MOST_NAMES))
    return next((path for path in names if not path.exists()), None)
