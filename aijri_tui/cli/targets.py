"""Writing what a command makes: never over something by accident, and whole or not at all."""

import os
from pathlib import Path

from aijri_tui.cli.exits import FailedError, UnusableError


def refuse_overwriting(path: Path, force: bool) -> None:
    """Raises UnusableError where something is already at `path` and nobody said it may go."""
    if path.is_dir():
        raise UnusableError(f"aijri: {path} is a folder; name a file in it.")
    if not path.parent.is_dir():
        raise UnusableError(f"aijri: {path.parent}: there is no such folder.")
    if path.exists() and not path.is_file():
        raise UnusableError(f"aijri: {path} is not a regular file.")
    if os.path.lexists(path) and not force:
        raise UnusableError(f"aijri: {path} exists already; --force overwrites it.")


def write_result(path: Path, content: bytes) -> None:
    """Write a whole file. Raises FailedError where the system does not let it."""
    from aijri_tui.files import write_whole

    try:
        write_whole(path, content)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise FailedError(f"aijri: {path} could not be written: {reason}.") from None
