"""Formats a result can be written in, by the ending of the file name."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.files.whole_files import reason_of
from aijri_tui.cli.exits import FailedError, UnusableError
from aijri_tui.cli.streams import json_text, reading_width

if TYPE_CHECKING:
    from aijri_engine.personal.result import Result
    from aijri_engine.report.blocks import Document
    from aijri_engine.report.options import ReportOptions


def check_targets(targets: tuple[Path, ...], force: bool) -> None:
    """Raises UnusableError for an ending that no renderer is there for, and for what is in the way."""
    known = endings() if targets else []
    for target in targets:
        if target.suffix.casefold() not in known:
            raise UnusableError(f"aijri: {target}: a result can be written as {', '.join(known)}.")
    for target in targets:
        refuse_overwriting(target, force)


def endings() -> list[str]:
    """Endings of file names whose renderer is there."""
    from aijri_engine.report.rendering import FORMATS

    place = "aijri_engine.report.renderers"
    return [one for one, form in FORMATS.items() if importlib.util.find_spec(f"{place}.{form.module}")]


def document_text(found: "Result") -> str:
    """The assessment document of `aijri_engine/README.md`."""
    from aijri_engine.personal.document import to_json

    return json_text(to_json(found))


def plain_result(found: "Result", full: bool = False) -> str:
    """The first view, or the whole result, for reading on a terminal."""
    from aijri_tui.plain.result_text import first_view, whole

    width = reading_width()
    return whole(found, width) if full else first_view(found, width)


def write_results(
    found: "Result",
    targets: tuple[Path, ...],
    options: "ReportOptions",
    force: bool,
    record: Callable[..., None] | None = None,
) -> tuple[Path, ...]:
    """The report of a result in every format that is named; as `write_document`."""
    from aijri_engine.report.building import build

    return write_document(build(found, options), targets, force, record)


def write_document(
    document: "Document",
    targets: tuple[Path, ...],
    force: bool,
    record: Callable[..., None] | None = None,
) -> tuple[Path, ...]:
    """Make every file, `record` each, then write them all; returns what was written.

    Raises UnusableError where something is in the way, FailedError where the
    system does not let a file be written; then nothing has changed.
    """
    from aijri_engine.report.writing import ReportError, plan_files, write_files

    files: dict[Path, bytes] = {}
    try:
        for target in targets:
            files |= plan_files(document, target)
        for path in files:
            refuse_overwriting(path, force)
        if record is not None:
            for path, content in files.items():
                record(path, content=content)
        return write_files(files, force)
    except ReportError as error:
        raise FailedError(f"aijri: {error}") from None


def check_calendar(target: Path, force: bool) -> None:
    """Raises UnusableError for a name that no calendar program knows, and where something is in the way."""
    if target.suffix.casefold() != ".ics":
        raise UnusableError(f"aijri: {target}: this is a calendar; end its name in .ics.")
    refuse_overwriting(target, force)


def refuse_overwriting(path: Path, force: bool) -> None:
    """Raises UnusableError where something is already at `path` and nobody said it may go."""
    from aijri_engine.report.writing import ReportError, refuse

    try:
        refuse(path, force)
    except ReportError as error:
        raise UnusableError(f"aijri: {error}") from None
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "not a file name"
        raise UnusableError(f"aijri: {path}: {reason}.") from None
