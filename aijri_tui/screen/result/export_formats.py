"""Formats a result can be handed over in: a registry, so that a new one is one line here."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aijri_engine.interview.answers_source import write_answers
from aijri_engine.personal.document import to_json
from aijri_engine.personal.result import Result
from aijri_engine.text import slug
from aijri_tui.plain.passages import plain_text
from aijri_tui.plain.result_text import result_passages

if TYPE_CHECKING:
    from aijri_engine.report import ReportOptions


Beside = Callable[[str], "ReportOptions"]
"""What a report says beside the result, for a day (YYYY-MM-DD)."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a result."""

    suffix: str
    title: str
    about: str
    files: Callable[[Result, Beside], Mapping[str, bytes]]
    """Ending and content of each file."""


def text_summary(found: Result) -> str:
    """The result as sentences."""
    return plain_text(result_passages(found))


def _text(found: Result, beside: Beside) -> Mapping[str, bytes]:
    return {".txt": text_summary(found).encode()}


def _json(found: Result, beside: Beside) -> Mapping[str, bytes]:
    return {".json": (json.dumps(to_json(found), ensure_ascii=False, indent=2) + "\n").encode()}


def _answers(found: Result, beside: Beside) -> Mapping[str, bytes]:
    return {".yaml": write_answers(found.interview).encode()}


def _reporter(suffix: str) -> Callable[[Result, Beside], Mapping[str, bytes]]:
    def files(found: Result, beside: Beside) -> Mapping[str, bytes]:
        from aijri_engine.report import build
        from aijri_engine.report.rendering import files_of

        return files_of(build(found, beside(f"{date.today():%Y-%m-%d}")), f".{suffix}")

    return files


FORMATS: tuple[Format, ...] = (
    Format("txt", "Text", "the result in sentences, for reading and for mail", _text),
    Format("csv", "Tables", "two files for a spreadsheet: your week, and every step", _reporter("csv")),
    Format("json", "JSON", "every figure, for programs", _json),
    Format("yaml", "Answers", "what you said, to start again from or to check", _answers),
)


def formats() -> tuple[Format, ...]:
    """Every format that this version can write: these, and those of the reports where they are there."""
    return (*report_formats(), *FORMATS)


REPORTS = (
    ("pdf", "PDF", "to print or to hand over"),
    ("docx", "Word", "to edit"),
    ("html", "Web page", "one file, for any browser and for screen readers"),
    ("md", "Markdown", "text with light marks"),
)
"""Formats of the report package that are offered first."""


def report_formats() -> tuple[Format, ...]:
    """Formats of the report package."""
    return tuple(Format(suffix, title, about, _reporter(suffix)) for suffix, title, about in REPORTS)


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


def write(found: Result, one: Format, folder: Path, beside: Beside, name: str) -> tuple[Path, ...]:
    """Write a result under a name and return where. Raises `ReportError` with a sentence for the person."""
    from aijri_engine.report.writing import write_files

    files = one.files(found, beside)
    folder = folder.expanduser()
    stem = free_stem(folder, name, list(files))
    return write_files({folder / f"{stem}{ending}": content for ending, content in files.items()})
