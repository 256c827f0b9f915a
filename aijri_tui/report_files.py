"""A result written to files: names that are free, each file recorded before it is written; for all faces."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.report.rendering import files_of
from aijri_engine.text import slug

if TYPE_CHECKING:
    from aijri_engine.personal.result import Result
    from aijri_engine.report import ReportOptions
    from aijri_tui.sittings import Kept

Beside = Callable[[str], "ReportOptions"]
"""What a report says beside the result, for a day (YYYY-MM-DD)."""

Record = Callable[[Path, bytes], object]
"""Remembers a file that is about to be written, with what will be in it."""


LONGEST_ALIAS = 24
"""Signs of an alias in the name of a file [ours]."""


def file_name(found: "Result", alias: str = "") -> str:
    """A name without its ending: the role, or for a client the alias, and the day, to tell files apart."""
    whose = slug(alias, "client")[:LONGEST_ALIAS].strip("-") if alias else slug(found.interview.role_id)
    return f"aijri-{whose}-{date.today():%Y-%m-%d}"


def free_path(folder: Path, name: str) -> Path:
    """That name in the folder, or with a number where it is taken: nothing is overwritten."""
    path = Path(name)
    return folder / f"{free_stem(folder, path.stem, [path.suffix])}{path.suffix}"


def free_stem(folder: Path, stem: str, endings: Iterable[str]) -> str:
    """That stem, or with a number, so that none of the endings is taken in the folder."""
    found, number = stem, 2
    while any((folder / f"{found}{ending}").exists() for ending in endings):
        found, number = f"{stem}-{number}", number + 1
    return found


def write(
    found: "Result", ending: str, folder: Path, beside: Beside, name: str, record: Record
) -> tuple[Path, ...]:
    """Write a result under a name, each file recorded before, and return where.

    Raises `ReportError` with a sentence for the person, and what `record` raises; nothing is written then.
    """
    from aijri_engine.report import build
    from aijri_engine.report.writing import write_files

    files = files_of(build(found, beside(f"{date.today():%Y-%m-%d}")), f".{ending}")
    stem = free_stem(folder, name, list(files))
    made = {folder / f"{stem}{part}": content for part, content in files.items()}
    for path, content in made.items():
        record(path, content)
    return write_files(made)


def saved_report(found: "Result", kept: "Kept") -> str:
    """Where the whole report of one's own sitting was written, or why not; empty where a command has to do it.

    A client's goes out by the coach alone, and what is in no store could not be erased with it.
    """
    from aijri_engine.report.writing import ReportError
    from aijri_engine.store import StoreError
    from aijri_tui.cli.version import program_version

    store = kept.store
    if kept.client or store is None or not kept.id:
        return ""

    def beside(day: str) -> "ReportOptions":
        return replace(kept.beside(), date=day, program_version=program_version())

    def record(path: Path, content: bytes) -> None:
        store.record_file("report", path, kept.id, content=content)

    try:
        paths = write(found, "pdf", Path.cwd(), beside, file_name(found), record)
    except (ReportError, StoreError, LookupError) as error:
        return f"Nothing was written. {error}"
    return f"Written: {paths[0]}. It holds your answers: look it over before you hand it on."
