"""Copies of a whole store: backups, the same store under another passphrase, and what a strange file holds of ours."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from aijri_engine.files.whole_files import force_folder_to_disk, reason_of, write_whole
from aijri_engine.store.answers import count_all
from aijri_engine.store.database import Database, alone, connect, driver, quoted
from aijri_engine.store.errors import DAMAGED, StoreError, UnusableStore, told
from aijri_engine.store.folder import APPLICATION_ID
from aijri_engine.store.schema import REVISION, VERSION_TABLE, metadata
from aijri_engine.store.seals import seal_all

PART_PREFIX = ".aijri-"
PART_SUFFIX = ".part"
SIDE_FILES = ("-journal", "-wal", "-shm")
ROWS_AT_ONCE = 1000
LATER = frozenset({"login", "version", "machine", "seal", "answers", "shares"})
"""Columns and tables that the first program did not have: older copies do without."""

ZEROES = b"\0" * 65_536


@contextmanager
def part_beside(target: Path) -> Iterator[Path]:
    """The path of a new private file in the target's folder; gone afterwards unless it was moved.

    It is held by a lock as long as it is being written, so that one left by a killed program is known, see `sweep`.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=PART_PREFIX, suffix=PART_SUFFIX)
    part = Path(name)
    try:
        _hold(handle)
        yield part
    finally:
        remove_with_side_files(part)
        os.close(handle)


def _hold(descriptor: int) -> None:
    """Lock an open file as long as it is open. Raises OSError where another program holds it."""
    with contextlib.suppress(ImportError):
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def remove_with_side_files(path: Path) -> None:
    """Remove a file of a database and what the database keeps beside it."""
    for ending in ("", *SIDE_FILES):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Overwrite and remove what killed programs left half written in a folder."""
    for part in folder.glob(f"{PART_PREFIX}*{PART_SUFFIX}"):
        with contextlib.suppress(OSError), part.open("r+b") as stream:
            _hold(stream.fileno())
            overwrite(stream)
            remove_with_side_files(part)
    for side in folder.glob(f"{PART_PREFIX}*{PART_SUFFIX}-*"):
        if not side.with_name(side.name.rpartition("-")[0]).exists():
            with contextlib.suppress(OSError):
                overwrite_and_remove(side)


def fresh_copy(
    source: Any, place: Path, part: Path, key: str | None, trim: Callable[[Connection], None]
) -> None:
    """Write what an open store at `place` holds into the empty file `part`, encrypted with `key`, and `trim` it there.

    Known columns of known tables go into tables made anew: triggers, views and whatever else the file carries stay
    behind. Raises `StoreError` where a table is missing, or a newer program wrote it.
    """
    _refuse_newer(source, place)
    target = Database(part, key)
    try:
        target.bring_up()
        with target.writing() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            missing = {
                table.name: _copy_rows(source, place, connection, table) for table in metadata.sorted_tables
            }
            _drop_orphans(connection)
            seal_all(connection, (name for name, columns in missing.items() if "seal" in columns))
            if "answers" in missing["clients"]:
                count_all(connection)
            trim(connection)
    finally:
        target.close()
    with alone(part, key) as connection:
        connection.execute("VACUUM").close()
    force_to_disk(part)


def _refuse_newer(source: Any, place: Path) -> None:
    """Raises `UnusableStore` for a copy that holds what only a newer program knows: that would be lost."""
    made = "SELECT count(*) FROM sqlite_master WHERE name = ? AND type = 'table'"
    if source.execute(made, (VERSION_TABLE,)).fetchone()[0]:
        for (version,) in source.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall():
            if str(version) > REVISION:
                raise UnusableStore(
                    f"{place} was written by a newer version of aijri.", "Update aijri; it was left alone."
                )


def _copy_rows(source: Any, place: Path, target: Connection, table: Table) -> set[str]:
    """Copy the rows of one table that fit into it; the columns that were not there."""
    here = {row[1] for row in source.execute(f"PRAGMA table_info({table.name})")}
    names = [column.name for column in table.columns if column.name in here or column.name not in LATER]
    columns = ", ".join(names)
    real = "SELECT count(*) FROM sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 0"
    if not source.execute(real, (table.name,)).fetchone()[0]:
        if table.name in LATER:
            return set()
        raise DAMAGED.error(place)
    marks = ", ".join("?" for _ in names)
    rows = source.execute(f"SELECT {columns} FROM {table.name}")
    while batch := rows.fetchmany(ROWS_AT_ONCE):
        target.exec_driver_sql(f"INSERT OR IGNORE INTO {table.name} ({columns}) VALUES ({marks})", batch)
    return {*table.c.keys()} - here


def _drop_orphans(connection: Connection) -> None:
    """Remove rows that refer to nothing: nobody can reach or erase them."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            name, other = key.parent.name, key.column
            connection.exec_driver_sql(
                f"DELETE FROM {table.name} WHERE {name} IS NOT NULL AND {name} NOT IN "
                f"(SELECT {other.name} FROM {other.table.name})"
            )


def copy_out(connection: Any, part: Path, key: str | None, new_key: str | None) -> None:
    """Copy everything an open connection sees into the empty file `part`, encrypted with `new_key` (None: plain)."""
    if key is None and new_key is None:
        connection.execute("VACUUM INTO ?", (str(part),)).close()
    else:
        target = quoted(str(part))
        connection.execute(f"ATTACH DATABASE {target} AS other KEY {quoted(new_key or '')}").close()
        connection.execute("SELECT sqlcipher_export('other')").close()
        connection.execute(f"PRAGMA other.application_id = {APPLICATION_ID}").close()
        connection.execute("DETACH DATABASE other").close()
    force_to_disk(part)


def copy_store(path: Path, passphrase: str | None, target: Path) -> None:
    """A backup: a consistent copy in one file, encrypted as the store is; whole or not at all."""
    with part_beside(target) as part:
        connection = connect(path, passphrase)
        try:
            copy_out(connection, part, passphrase, passphrase)
        except driver(passphrase).Error as error:
            raise told(error, target) from None
        finally:
            connection.close()
        move(part, target)


def rekey(path: Path, passphrase: str | None, new: str | None) -> None:
    """Write the store anew under another passphrase (None: none) and put it in its own place. Raises `StoreError`.

    The old file stays as it is until the new one is whole on disk; what is left of an unencrypted one is overwritten.
    """
    if passphrase is None and new is None:
        raise StoreError("This store has no passphrase.", "Nothing was changed.")
    with part_beside(path) as part, alone(path, passphrase, encrypting=True) as connection:
        copy_out(connection, part, passphrase or "", new)
        _check(part, new)
        with contextlib.ExitStack() as stack:
            old = stack.enter_context(path.open("r+b")) if passphrase is None else None
            move(part, path)
            if old is not None:
                overwrite(old)


def _check(part: Path, passphrase: str | None) -> None:
    """Raises `StoreError` unless the copy is whole."""
    with alone(part, passphrase) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StoreError("The copy of the store did not come out whole.", "Nothing was changed.")


def move(part: Path, target: Path) -> None:
    """Put a whole file in its place, durably."""
    force_to_disk(part)
    part.replace(target)
    force_folder_to_disk(target.parent)


def force_to_disk(path: Path) -> None:
    """The file's content survives a power failure."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def overwrite_and_remove(path: Path) -> None:
    """Remove a file after writing over what it held. Raises OSError."""
    with path.open("r+b") as stream:
        overwrite(stream)
    path.unlink()


def overwrite(stream: Any) -> None:
    """Write zeroes over all of an open file, durably."""
    left = os.fstat(stream.fileno()).st_size
    stream.seek(0)
    while left > 0:
        left -= stream.write(ZEROES[:left])
    stream.flush()
    os.fsync(stream.fileno())


def put(path: Path, content: bytes) -> None:
    """Write a file whole. Raises `StoreError` where the system does not let it be written."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise not_written(path, error) from None


def not_written(path: Path, error: OSError) -> StoreError:
    """What is said of a file that could not be written."""
    reason = reason_of(error)
    return StoreError(f"{path} could not be written: {reason}.", "Name another file.")
