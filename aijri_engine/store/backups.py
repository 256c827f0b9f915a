"""Backups as one file, and putting one back."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from aijri_engine.files.whole_files import force_folder_to_disk, reason_of
from aijri_engine.store.carried_over import Known, carry_over, known_of
from aijri_engine.store.clock import Clock
from aijri_engine.store.copies import SIDE_FILES, fresh_copy, move, part_beside, sweep
from aijri_engine.store.database import Database, alone, driver
from aijri_engine.store.encrypted_pages import PAGE, SALT, belongs
from aijri_engine.store.errors import (
    BACKUPS,
    DAMAGED,
    FULL,
    LOCKED,
    NOT_ALLOWED,
    LockedOrDamaged,
    PassphraseNeeded,
    StoreError,
    UnusableStore,
    WrongPassphrase,
)
from aijri_engine.store.folder import (
    FOLDER_MODE,
    STORE_NAME,
    data_folder,
    looks_encrypted,
    looks_plain,
    mark_passphrase,
    prepare_folder,
    refuse_foreign,
)
from aijri_engine.store.passphrases import normalised


def backup_path(folder: Path, clock: Clock) -> Path:
    """A new name in the folder of managed backups, which is created."""
    place = folder / BACKUPS
    try:
        place.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{place} cannot be used: {reason_of(error)}.", "Name another file.") from None
    stem = f"aijri-{clock():%Y%m%d-%H%M%S}"
    names = (place / f"{stem}{ending}.db" for ending in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(path for path in names if not path.exists())


def managed_backups(folder: Path) -> list[Path]:
    """The backups the store manages, oldest first."""
    return sorted((folder / BACKUPS).glob("*.db"))


def backups_beside(folder: Path) -> list[tuple[Path, str, int, bool]]:
    """The same for a list, the newest first: when it was written (ISO 8601), its bytes, and whether it is encrypted.

    Raises `StoreError` where the folder cannot be looked into, which is not called empty.
    """
    try:
        with contextlib.suppress(FileNotFoundError):
            next((folder / BACKUPS).iterdir(), None)
    except OSError as error:
        why = reason_of(error).partition(";")[0]
        raise StoreError(
            f"The backups ({folder / BACKUPS}) cannot be listed: {why}.", NOT_ALLOWED.remedy
        ) from None
    found = [(path, path.stat()) for path in managed_backups(folder)]
    rows = [
        (path, datetime.fromtimestamp(about.st_mtime).isoformat(), about.st_size, looks_encrypted(path))
        for path, about in found
    ]
    return sorted(rows, key=lambda row: row[1], reverse=True)


def is_managed(path: Path) -> bool:
    """The store made this file itself, in its own folder."""
    return path.parent.name == BACKUPS and path.name.startswith(("aijri-", "before-restore-"))


def sweep_around(path: Path) -> None:
    """Remove what killed programs left half written beside the store and its backups."""
    for folder in (path.parent, path.parent / BACKUPS):
        sweep(folder)


LEFT_BEHIND = (
    "Then nothing of it is carried over: what was erased there comes back if the backup holds it, a consent that was "
    "refused or taken back there counts again, no erasure reaches files made from it, and told summaries are forgotten."
)


def restore(
    backup: Path, folder: str | Path | None, passphrase: str | None, clock: Clock,
    ask: Callable[[str], str | None] = lambda why: None, tell: Callable[[str], None] = lambda words: None,
) -> Path | None:  # fmt: skip
    """Put a backup in the place of the store; returns the path under which what was there is kept, None for nothing.

    Only what a store of ours holds is taken from the file; what was erased or taken back since stays so, see
    `carry_over`. Where the passphrase does not open the store that is there, `ask` may give that of it (None: not
    known); before anything that it knows is left behind, `tell` is told so, and may raise. Raises `StoreError`; the
    store is then as it was.
    """
    key = normalised(passphrase)
    place = data_folder(folder)
    prepare_folder(place)
    path = place / STORE_NAME
    refuse_foreign(path)
    sweep_around(path)
    with part_beside(path) as incoming, part_beside(path) as part:
        _read_in(backup, incoming)
        try:
            refuse_cut(incoming, key)
            with alone(incoming, key) as source:
                _refuse_damaged(source, backup)
                known, held = _known_here(path, key, ask, tell)
                fresh_copy(source, backup, part, key, lambda connection: carry_over(connection, known))
        except StoreError as error:
            raise about_file(error, backup, key) from None
        kept = _set_aside(path, held, clock)
        move(part, path)
        mark_passphrase(path, key is not None)
    return kept


def _read_in(backup: Path, incoming: Path) -> None:
    try:
        if not backup.is_file():
            raise StoreError(f"{backup} is not a file.", "Nothing was changed.")
        shutil.copyfile(backup, incoming)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise FULL.error(incoming) from None
        reason = reason_of(error)
        raise StoreError(f"{backup} could not be read: {reason}.", "Nothing was changed.") from None


def _refuse_damaged(source: object, backup: Path) -> None:
    (found,) = source.execute("PRAGMA integrity_check").fetchone()  # type: ignore[attr-defined]
    if found != "ok":
        raise StoreError(f"{backup} is damaged.", "Nothing was changed.")


def about_file(error: StoreError, path: Path, key: str | None, kind: str = "a backup") -> StoreError:
    """What is wrong with a file that a person named, said about that file and not about the store."""
    if isinstance(error, PassphraseNeeded):
        if key is None:
            return LockedOrDamaged(
                f"{path} is encrypted, damaged, or not {kind} of aijri.",
                "Give its passphrase (AIJRI_PASSPHRASE_FD), or choose another file; nothing was changed.",
            )
        if looks_plain(path):
            return WrongPassphrase(
                f"{path} has no passphrase, but one was passed.",
                "Try again without AIJRI_PASSPHRASE_FD; nothing was changed.",
            )
        if not belongs(path, key, driver(key)):
            return WrongPassphrase(
                f"The passphrase does not open {path}, if it is {kind} of aijri at all.",
                "Nothing was changed.",
            )
    if isinstance(error, WrongPassphrase | UnusableStore) or error.sentences[-1] in (
        FULL.remedy,
        LOCKED.remedy,
    ):
        return error
    return StoreError(f"{path} is damaged or is not {kind} of aijri.", "Nothing was changed.")


def refuse_cut(path: Path, key: str | None) -> None:
    """Raises `StoreError` for a file of which part is missing, unless a passphrase may tell more."""
    if path.stat().st_size % PAGE and (key is None or _is_text(path)):
        raise DAMAGED.error(path)


def _is_text(path: Path) -> bool:
    """It begins with words, as no store does: neither a plain one nor one that is encrypted, but by a rare chance."""
    with path.open("rb") as stream:
        return stream.read(SALT).isascii()


def _known_here(
    path: Path, key: str | None, ask: Callable[[str], str | None], tell: Callable[[str], None]
) -> tuple[Known, str | None]:
    """What the store that is there knows, and the passphrase that opens it."""
    if not path.exists() or path.stat().st_size == 0:
        return Known(), None
    key = None if looks_plain(path) else key
    while True:
        database = Database(path, key)
        try:
            with database.reading() as connection:
                return known_of(connection), key
        except StoreError as error:
            locked = isinstance(error, PassphraseNeeded | WrongPassphrase)
            key = normalised(ask(error.sentences[0]) or None) if locked else None
            if key is None:
                tell(f"{error.sentences[0]} {LEFT_BEHIND}")
                return Known(), None
        finally:
            database.close()


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
        if error.sentences == LOCKED.error(path).sentences:
            raise
    _link(path, kept)
    for ending in SIDE_FILES:
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
