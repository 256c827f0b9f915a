"""Copies of a whole store: backups, and the same store under another passphrase."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aijri_engine.store.database import alone, connect, driver, quoted
from aijri_engine.store.errors import StoreError, told

PART_PREFIX = ".aijri-"
PART_SUFFIX = ".part"
ZEROES = b"\0" * 65_536


@contextmanager
def part_beside(target: Path) -> Iterator[Path]:
    """The path of a new private file in the target's folder; gone afterwards unless it was moved."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=PART_PREFIX, suffix=PART_SUFFIX)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def copy_out(connection: Any, part: Path, key: str | None, new_key: str | None) -> None:
    """Copy everything an open connection sees into the empty file `part`, encrypted with `new_key` (None: plain)."""
    if key is None and new_key is None:
        connection.execute("VACUUM INTO ?", (str(part),)).close()
    else:
        target = quoted(str(part))
        connection.execute(f"ATTACH DATABASE {target} AS other KEY {quoted(new_key or '')}").close()
        connection.execute("SELECT sqlcipher_export('other')").close()
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
                _overwrite(old)


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


def force_folder_to_disk(folder: Path) -> None:
    """The names in a folder survive a power failure, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def overwrite_and_remove(path: Path) -> None:
    """Remove a file after writing over what it held. Raises OSError."""
    with path.open("r+b") as stream:
        _overwrite(stream)
    path.unlink()


def _overwrite(stream: Any) -> None:
    left = os.fstat(stream.fileno()).st_size
    stream.seek(0)
    while left > 0:
        left -= stream.write(ZEROES[:left])
    stream.flush()
    os.fsync(stream.fileno())
