"""Backups as one file, and putting one back."""

import contextlib
import os
import shutil
from pathlib import Path

from sqlalchemy import delete, insert, select

from aijri_engine.store import migrate
from aijri_engine.store.clock import Clock
from aijri_engine.store.database import Database, alone, normalised
from aijri_engine.store.errors import PassphraseNeeded, StoreError, WrongPassphrase
from aijri_engine.store.folder import FILE_MODE, FOLDER_MODE, STORE_NAME, data_folder, prepare_folder
from aijri_engine.store.identifiers import id_digest
from aijri_engine.store.schema import clients, erased, sessions
from aijri_engine.store.whole_copies import force_folder_to_disk, move, part_beside

BACKUPS = "backups"
"""Folder beside the store for backups that it manages: erasure reaches them."""


def backup_path(folder: Path, clock: Clock) -> Path:
    """A new name in the folder of managed backups, which is created."""
    place = folder / BACKUPS
    try:
        place.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{place} cannot be used: {(error.strerror or '').lower()}.", "Name another file."
        ) from None
    stem = f"aijri-{clock():%Y%m%d-%H%M%S}"
    names = (place / f"{stem}{ending}.db" for ending in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(path for path in names if not path.exists())


def managed_backups(folder: Path) -> list[Path]:
    """The backups the store manages, oldest first."""
    return sorted((folder / BACKUPS).glob("*.db"))


def restore(backup: Path, folder: str | Path | None, passphrase: str | None, clock: Clock) -> Path | None:
    """Put a backup in the place of the store; returns the path under which what was there is kept, None for nothing.

    What was erased since stays erased. Raises `StoreError`; the store is then as it was.
    """
    key = normalised(passphrase)
    place = data_folder(folder)
    prepare_folder(place)
    path = place / STORE_NAME
    with part_beside(path) as part:
        try:
            shutil.copyfile(backup, part)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise StoreError(f"{backup} could not be read: {reason}.", "Nothing was changed.") from None
        _check(part, key, backup)
        gone = _erased_here(path, key)
        _bring_up_without(part, key, gone)
        kept = _set_aside(path, key, clock)
        part.chmod(FILE_MODE)
        move(part, path)
    return kept


def _check(part: Path, key: str | None, backup: Path) -> None:
    try:
        with alone(part, key) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except PassphraseNeeded:
        if key is None:
            raise PassphraseNeeded(
                f"{backup} is encrypted, or is not a backup of aijri.", "Give its passphrase."
            ) from None
        raise WrongPassphrase(f"The passphrase does not open {backup}.", "Nothing was changed.") from None
    except StoreError:
        raise StoreError(
            f"{backup} is damaged or is not a backup of aijri.", "Nothing was changed."
        ) from None
    if not whole or not {migrate.VERSION_TABLE, "sessions", "events"} <= tables:
        raise StoreError(f"{backup} is damaged or is not a backup of aijri.", "Nothing was changed.")


def _erased_here(path: Path, key: str | None) -> set[str]:
    if not path.exists():
        return set()
    database = Database(path, key)
    try:
        with database.reading() as connection:
            return set(connection.scalars(select(erased.c.digest)))
    except StoreError:
        return set()
    finally:
        database.close()


def _bring_up_without(part: Path, key: str | None, gone: set[str]) -> None:
    """Migrate the copy and take out of it what was erased since it was made."""
    database = Database(part, key)
    try:
        database.bring_up()
        with database.writing() as connection:
            for table in (sessions, clients):
                for one in list(connection.scalars(select(table.c.id))):
                    if id_digest(one) in gone:
                        connection.execute(delete(table).where(table.c.id == one))
            known = set(connection.scalars(select(erased.c.digest)))
            if gone - known:
                connection.execute(insert(erased), [{"digest": digest} for digest in sorted(gone - known)])
    finally:
        database.close()
    with alone(part, key) as connection:
        connection.execute("VACUUM").close()


def _set_aside(path: Path, key: str | None, clock: Clock) -> Path | None:
    """Keep the present store as a backup, or as it is where it cannot be read; nobody may be using it."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    kept = backup_path(path.parent, clock)
    kept = kept.with_name(kept.name.replace("aijri-", "before-restore-"))
    try:
        with alone(path, key):
            pass
    except StoreError as error:
        if "Another window" in str(error):
            raise
    _link(path, kept)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        with contextlib.suppress(FileNotFoundError):
            beside.replace(kept.with_name(kept.name + ending))
    force_folder_to_disk(kept.parent)
    return kept


def _link(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)
