"""Finding and reading the files to check; nothing here raises for any path."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from aijri_engine.content.base import Model
from aijri_engine.content.branding import Branding
from aijri_engine.content.branding_files import logo_problems
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.library import MODELS, content_files, content_folder, kind_of, missing_kind
from aijri_engine.content.lint_codes import LINT_CODES
from aijri_engine.content.problems import ContentError, Problem, file_name
from aijri_engine.content.published import published_problems
from aijri_engine.content.role import Role
from aijri_engine.content.source import Source, read_source, validate

ANSWERS: Final = "answers"
"""What a file holds that is no content."""

CASES: Final = "cases"

CHECKED: Final[Mapping[str, type[Model]]] = {**MODELS, CASES: CasesFile}
"""Kind of file -> the model it has to fit; answers files are looked at with their interview."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file whose form is right, whatever else may be wrong with it. `model` is None for answers."""

    path: Path
    kind: str
    source: Source
    model: Model | None = None
    reported: bool = True


@dataclass
class Gathered:
    """Files of the right form, and what is wrong with the others."""

    files: list[Read] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read."""

    def of(self, kind: str) -> list[Read]:
        """Files of one kind, in the order given."""
        return [file for file in self.files if file.kind == kind]


def gather(paths: Sequence[Path]) -> Gathered:
    """Read files and folders, each file once."""
    found = Gathered()
    seen: set[str] = set()
    for path in paths:
        for one in _files(path, found.problems):
            name = str(_resolved(one))
            if name not in seen:
                seen.add(name)
                _read(one, found)
    return found


def shipped() -> Gathered:
    """The shipped content, as context that is not reported."""
    found = Gathered()
    for path in content_files(content_folder()):
        _read(path, found, reported=False)
    return found


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        if not path.is_dir():
            yield path
            return
        found = [file for name in ("phrases.yaml", f"{CASES}/*.yaml") for file in sorted(path.glob(name))]
        found = [*content_files(path), *found] or sorted(path.glob("*.yaml"))
    except OSError:
        yield path
        return
    if not found:
        told, hint = (
            "this folder holds no content",
            "name a file, or a folder with `roles/` or `interview.yaml`",
        )
        problems.append(
            Problem(file_name(path), None, None, "L101", told, hint, severity=LINT_CODES["L101"].severity)
        )
    yield from found


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _read(path: Path, found: Gathered, reported: bool = True) -> None:
    try:
        source = read_source(path)
    except ContentError as error:
        found.problems += error.problems
        found.broken.add(_kind_of_place(path) or "")
        return
    kind = _kind_of_place(path) or _kind_of_data(source.data)
    if kind is None:
        found.problems.append(missing_kind(path))
        return
    if kind not in CHECKED:
        found.files.append(Read(path, kind, source, None, reported))
        return
    model, problems = validate(source, CHECKED[kind])
    found.problems += problems
    if model is None:
        found.broken.add(kind)
    else:
        found.problems += published_problems(source, model) if isinstance(model, Role) else []
        found.problems += logo_problems(source, model, path.parent) if isinstance(model, Branding) else []
        found.files.append(Read(path, kind, source, model, reported))


def _kind_of_place(path: Path) -> str | None:
    """Cases are judged by their folder; they are no content that a person's result rests on."""
    return CASES if path.parent.name == CASES else kind_of(path)


def _kind_of_data(data: object) -> str | None:
    """Answers files can lie anywhere."""
    return ANSWERS if isinstance(data, Mapping) and {"role", ANSWERS} & set(data) else None
