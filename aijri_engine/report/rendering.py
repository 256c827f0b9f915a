"""The formats a report can have, by the ending of a file's name; a format's library is loaded when it is used."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from aijri_engine.report.blocks import Document


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """As a person calls it."""
    module: str
    """Module of the renderers that makes it."""
    parts: Mapping[str, str]
    """Ending of each file -> function that gives its bytes."""
    about: str
    """What it is good for, in a few words."""
    needs: tuple[str, ...] = ()
    """Parts of a document without which it cannot be made."""


def _one(name: str, module: str, ending: str, about: str) -> Format:
    return Format(name, module, {ending: "render"}, about)


FORMATS: Mapping[str, Format] = {
    ".pdf": _one("PDF", "pdf", ".pdf", "to print or to hand over"),
    ".docx": _one("Word", "docx", ".docx", "to edit"),
    ".html": _one("Web page", "html", ".html", "one file, for any browser and for screen readers"),
    ".md": _one("Markdown", "markdown", ".md", "text with light marks"),
    ".txt": _one("Text", "text", ".txt", "the whole in sentences, for reading and for mail"),
    ".csv": Format(
        "Tables", "data", {".tasks.csv": "tasks", ".bridge.csv": "bridge"},
        "two files for a spreadsheet: your week, and every step", ("tasks", "steps"),
    ),
    ".json": Format("JSON", "data", {".json": "as_json"}, "every figure, for programs", ("data",)),
    ".yaml": Format(
        "Answers", "data", {".yaml": "answers"}, "what you said, to start again from or to check", ("answers",)
    ),
}  # fmt: skip


def formats(document: Document | None = None) -> Mapping[str, Format]:
    """Every format by its ending; of a document, those it can be written in."""
    return {
        ending: one
        for ending, one in FORMATS.items()
        if document is None or all(getattr(document, part) for part in one.needs)
    }


def files_of(document: Document, ending: str) -> dict[str, bytes]:
    """Ending and content of every file of a format. Raises `LookupError` that names the formats there are."""
    known = formats(document)
    found = known.get(ending.casefold())
    if found is None:
        raise LookupError(f"this can be written as {', '.join(known)}.")
    module = import_module(f"aijri_engine.report.renderers.{found.module}")
    return {part: getattr(module, function)(document) for part, function in found.parts.items()}


def render(document: Document, ending: str) -> bytes:
    """The report in a format of one file: `.pdf`, or one of `.tasks.csv` and `.bridge.csv`.

    Raises `LookupError` for other endings.
    """
    part = ending.casefold()
    made = files_of(document, f".{part.rpartition('.')[2]}")
    if part not in made:
        raise LookupError(f"a single file can be {', '.join(made)}.")
    return made[part]
