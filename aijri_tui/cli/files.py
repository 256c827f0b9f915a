"""Writing a file so that it is there whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from aijri_tui.cli.exits import Failure, Unusable


def refuse_overwriting(path: Path, force: bool) -> None:
    """Raises Unusable where something is already at `path` and nobody said it may go."""
    if path.is_dir():
        raise Unusable(f"aijri: {path} is a folder; name a file in it.")
    if os.path.lexists(path) and not force:
        raise Unusable(f"aijri: {path} exists already; --force overwrites it.")
    if path.exists() and not path.is_file():
        raise Unusable(f"aijri: {path} is not a regular file.")
    if not path.parent.is_dir():
        raise Unusable(f"aijri: {path.parent}: there is no such folder.")


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target, force it to disk, then move it into place. Raises Failure."""
    try:
        _write(path, content)
    except OSError as error:
        raise Failure(f"aijri: {path} could not be written: {(error.strerror or 'unknown reason').lower()}.") from None


def _write(path: Path, content: bytes) -> None:
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
