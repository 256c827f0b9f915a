"""Writing a result from the screen: the formats of the report, a name that is free, a folder."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.personal.result import Result
from aijri_engine.report.rendering import FORMATS, files_of
from aijri_engine.text import slug
from aijri_tui.plain.result_text import first_view

if TYPE_CHECKING:
    from aijri_engine.report import ReportOptions


Beside = Callable[[str], "ReportOptions"]
"""What a report says beside the result, for a day (YYYY-MM-DD)."""


def formats() -> tuple[tuple[str, str, str], ...]:
    """Ending without its dot, name and use of every format that can be written."""
    return tuple((ending.removeprefix("."), one.name, one.about) for ending, one in FORMATS.items())


def text_summary(found: Result) -> str:
    """The first view, for the clipboard."""
    return first_view(found)


LONGEST_ALIAS = 24
"""Signs of an alias in the name of a file [ours]."""


def file_name(found: Result, alias: str = "", day: str = "") -> str:
    """A name without its ending: the role; for a client the alias and the day (YYYY-MM-DD), to tell files apart."""
    return (
        f"aijri-{slug(alias)[:LONGEST_ALIAS].strip('-')}-{day}"
        if alias
        else f"aijri-{found.interview.role_id}"
    )


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


def write(found: Result, ending: str, folder: Path, beside: Beside, name: str) -> tuple[Path, ...]:
    """Write a result under a name and return where. Raises `ReportError` with a sentence for the person."""
    from aijri_engine.report import build
    from aijri_engine.report.writing import write_files

    files = files_of(build(found, beside(f"{date.today():%Y-%m-%d}")), f".{ending}")
    folder = folder.expanduser()
    stem = free_stem(folder, name, list(files))
    return write_files({folder / f"{stem}{part}": content for part, content in files.items()})
