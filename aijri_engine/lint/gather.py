"""Finding and reading the files to check; nothing here raises for any path."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from aijri_engine.content.base import Model
from aijri_engine.content.branding import Branding
from aijri_engine.content.branding_files import logo_problems
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.codes import NO_CONTENT
from aijri_engine.content.files import (
    MODELS,
    Loaded,
    content_files,
    content_folder,
    defaults_of,
    folder_name,
    kind_of,
    missing_kind,
    model_of,
)
from aijri_engine.content.filling import Defaults, Filled
from aijri_engine.content.packs import Pack
from aijri_engine.content.problems import ContentError, Problem, file_name
from aijri_engine.content.yaml import YamlFile, read_yaml

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
    source: YamlFile
    model: Model | None = None
    reported: bool = True
    filled: tuple[Filled, ...] = ()
    """What a role file left to defaults."""


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
    seen: dict[str, Path] = {}
    for path in paths:
        for one in _files(path, found.problems):
            seen.setdefault(str(_resolved(one)), one)
    _read_in_order(list(seen.values()), found)
    return found


@cache
def shipped() -> Gathered:
    """The shipped content, read once, as context that is not reported."""
    found = Gathered()
    _read_in_order(list(content_files(content_folder())), found, reported=False)
    return found


def _read_in_order(paths: Sequence[Path], found: Gathered, reported: bool = True) -> None:
    """Roles last: what they leave out comes from the other files, or from the shipped ones where none are given."""
    roles = [path for path in paths if _kind_of_place(path) == "roles"]
    for path in paths:
        if path not in roles:
            _read(path, found, Defaults(), reported)
    if roles:
        known = [*found.files, *(standing_beside(found, ("packs", "role_defaults")) if reported else ())]
        defaults = defaults_of(
            Loaded(file.path, file.kind, file.model, "") for file in known if file.model is not None
        )
        for path in roles:
            _read(path, found, defaults, reported)
    order = {path: number for number, path in enumerate(paths)}
    found.files.sort(key=lambda file: order[file.path])


def standing_beside(given: Gathered, kinds: Sequence[str]) -> list[Read]:
    """Shipped files of these kinds where none was given; and packs of other ids beside those of a library."""
    known = {file.kind for file in given.files} | given.broken
    packs = {file.model.id for file in given.files if isinstance(file.model, Pack)}
    missing = [kind for kind in kinds if kind not in known]
    more = "packs" if "packs" in kinds and "interview" not in known else ""
    return [
        file
        for file in (shipped().files if missing or more else ())
        if file.kind in missing or (file.kind == more and getattr(file.model, "id", "") not in packs)
    ]


BESIDE = ("phrases.yaml", "questions_people_ask.yaml", f"{CASES}/*.yaml")
"""Content that no interview is laid out from."""


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        if not path.is_dir():
            yield path
            return
        found = [file for name in BESIDE for file in sorted(path.glob(name))]
        found = [*content_files(path), *found] or sorted(path.glob("*.yaml"))
    except OSError:
        yield path
        return
    if not found:
        told, hint = (
            "this folder holds no content",
            "name a file, or a folder with `roles/` or `interview.yaml`",
        )
        problems.append(Problem(file_name(path), None, None, NO_CONTENT, told, hint))
    yield from found


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _read(path: Path, found: Gathered, defaults: Defaults, reported: bool = True) -> None:
    try:
        source = read_yaml(path)
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
    model, problems, filled = model_of(source, kind, defaults, CHECKED)
    unread = "P415" if "packs" in found.broken else ""
    found.problems += [problem for problem in problems if problem.code != unread]
    if model is None:
        found.broken.add(kind)
    else:
        found.problems += logo_problems(source, model, path.parent) if isinstance(model, Branding) else []
        found.files.append(Read(path, kind, source, model, reported, filled))


def _kind_of_place(path: Path) -> str | None:
    """Cases are judged by their folder; they are no content that a person's result rests on."""
    return CASES if folder_name(path) == CASES else kind_of(path)


def _kind_of_data(data: object) -> str | None:
    """Answers files can lie anywhere."""
    return ANSWERS if isinstance(data, Mapping) and {"role", ANSWERS} & set(data) else None
