"""Writing reports: all files of a call are made before the first is written, and each is there whole or not at all."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from aijri_engine.files.whole_files import part_beside, put_in_place, reason_of
from aijri_engine.report.blocks import Document
from aijri_engine.report.rendering import files_of


class ReportError(Exception):
    """A report could not be written; the message says which file, why, and what to do."""


def write(document: Document, path: str | os.PathLike[str], force: bool = False) -> tuple[Path, ...]:
    """Write a report in the format that the ending of `path` names; returns the files written.

    `NAME.csv` gives `NAME.tasks.csv` and `NAME.bridge.csv`. Raises `ReportError` for an unknown ending, a file that is
    there already (unless `force`), and anything the system refuses; then no target has changed.
    """
    return write_files(plan_files(document, path), force)


def plan_files(document: Document, path: str | os.PathLike[str]) -> dict[Path, bytes]:
    """What `write` would write. Raises `ReportError` for an unknown ending."""
    target = Path(path)
    try:
        made = files_of(document, target.suffix)
    except LookupError as error:
        raise ReportError(f"{target}: {error.args[0]}") from None
    if len(made) == 1:
        return {target: next(iter(made.values()))}
    return {target.with_suffix(ending): content for ending, content in made.items()}


def write_files(files: Mapping[Path, bytes], force: bool = False) -> tuple[Path, ...]:
    """Write all of these files: first every one beside its target, then every one into place."""
    for path in files:
        refuse(path, force)
    parts: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in files.items():
            parts[path] = part_beside(path, content)
        for path, part in parts.items():
            put_in_place(part, path)
    except OSError as error:
        raise ReportError(
            f"{path} could not be written: {reason_of(error)}; no half file was left."
        ) from None
    finally:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    return tuple(files)


def refuse(path: Path, force: bool) -> None:
    """Raises `ReportError` where something is already at `path` and nobody said it may go."""
    if path.is_symlink():
        raise ReportError(f"{path} is a link to another file; nothing is written through a link.")
    if path.is_dir():
        raise ReportError(f"{path} is a folder; name a file in it.")
    if not path.parent.is_dir():
        raise ReportError(f"{path.parent}: there is no such folder.")
    if os.path.lexists(path):
        if not path.is_file():
            raise ReportError(f"{path} is not a regular file.")
        if not force:
            raise ReportError(f"{path} exists already; --force overwrites it.")
