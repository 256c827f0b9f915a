"""Writing a file so that it is there whole or not at all, even when the power fails."""

import contextlib
import os
import tempfile
from pathlib import Path

LONGEST_STEM = 40
"""Characters of the target's name that the temporary name repeats."""


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target, force it to disk, then move it into place.

    The file is readable by its owner only. Raises OSError, and then leaves the target as it was.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:LONGEST_STEM]}.", suffix=".part"
    )
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
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
