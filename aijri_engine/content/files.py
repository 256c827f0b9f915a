"""Content files: where they lie, what each holds, and one of them read and validated."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from aijri_engine.content.base import Model
from aijri_engine.content.codes import MISSING_CONTENT, TWICE, UNPLACED_CONTENT, message
from aijri_engine.content.compact import expand
from aijri_engine.content.filling import Defaults, Filled
from aijri_engine.content.packs import Pack
from aijri_engine.content.parsed_cache import recall, remember
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.published import published_problems, reproduces_itself
from aijri_engine.content.role import Role
from aijri_engine.content.role_defaults import RoleDefaults
from aijri_engine.content.role_messages import (
    by_long_names,
    names_problems,
    no_group,
    no_pack,
    with_the_shape,
)
from aijri_engine.content.safe_files import read_bytes

if TYPE_CHECKING:
    from aijri_engine.content.yaml.document import YamlFile


class _Models(Mapping[str, type[Model]]):
    """The model of each kind of content, imported when a file of that kind is first read."""

    def __getitem__(self, kind: str) -> type[Model]:
        module, name = PLACES[kind]
        found: type[Model] = getattr(import_module(f"aijri_engine.content.{module}"), name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


PLACES: Mapping[str, tuple[str, str]] = {
    "roles": ("role", "Role"),
    "packs": ("packs", "Pack"),
    "role_defaults": ("role_defaults", "RoleDefaults"),
    "strategies": ("strategies", "StrategiesFile"),
    "interview": ("questions", "InterviewFile"),
    "landscape": ("published", "Landscape"),
    "wording": ("wording", "Wording"),
    "branding": ("branding", "Branding"),
    "phrases": ("phrases", "Phrases"),
    "questions_people_ask": ("people_ask", "PeopleAsk"),
    "sayings": ("phrases", "Sayings"),
}
"""Kind of content -> module and name of its model."""

MODELS: Mapping[str, type[Model]] = _Models()


def content_folder() -> Path:
    """The folder of the content that ships with the program: inside the package, else beside it (a checkout)."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "questionnaires"
    return shipped if shipped.is_dir() else package.parent / "questionnaires"


def kind_of(path: Path) -> str | None:
    """What a content file holds, by its name or its folder: a key of `MODELS`, or None."""
    if path.stem in ALONE:
        return path.stem
    return place if (place := folder_name(path)) in FOLDERS else None


def folder_name(path: Path) -> str:
    """Name of the folder of a file, also of one that is named from inside it."""
    return path.parent.name.strip(".") or path.parent.resolve().name


ALONE = (
    "interview", "landscape", "wording", "branding", "phrases", "questions_people_ask", "role_defaults",
)  # fmt: skip
"""Kinds of content that are one file of that name."""

FOLDERS = ("packs", "roles", "sayings", "strategies")
"""Kinds of content that are all files of that folder."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content file as it was read: its model and the hash of its bytes."""

    path: Path
    kind: str
    model: Model
    digest: str
    filled: tuple[Filled, ...] = ()
    """What a role file left to defaults."""


def content_files(folder: Path, every: bool = True) -> Iterator[Path]:
    """The content files below a folder, in a fixed order; `every`: also those that are read when they are asked for."""
    patterns = ("interview.yaml", "wording.yaml", "landscape.yaml", "role_defaults.yaml", "packs/*.yaml",
                "roles/*.yaml", "strategies/*.yaml", "sayings/*.yaml")  # fmt: skip
    for pattern in patterns:
        if every or not pattern.startswith(WHEN_ASKED_FOR):
            yield from sorted(folder.glob(pattern))


WHEN_ASKED_FOR = ("roles/", "sayings/")
"""Folders of which a library opens the files one by one."""


def taken_id(path: Path, role_id: str, first: Path) -> Problem:
    """A role with an id that is another one's, which stays."""
    told = f"the role id {role_id!r} is that of {first.name} already"
    return Problem(str(path), None, None, TWICE, told, "give it an id of its own")


def defaults_of(files: Iterable[Loaded]) -> Defaults:
    """What stands in for what role files leave out."""
    known = list(files)
    models = [file.model for file in known]
    generic = next((model for model in models if isinstance(model, RoleDefaults)), None)
    packs = {model.id: model for model in models if isinstance(model, Pack)}
    versions = tuple(file.digest for file in known if isinstance(file.model, (RoleDefaults, Pack)))
    return Defaults(generic, packs, versions)


def load_file(
    path: Path, defaults: Defaults | None = None, kind: str | None = None, content: bytes | None = None
) -> tuple[Loaded | None, list[Problem]]:
    """One content file: its model, or everything that is wrong with it. `defaults` are for role files.

    Without a `kind` its place says what it holds; with `content` nothing has to lie there.
    """
    kind = kind or kind_of(path)
    if kind is None:
        return None, [missing_kind(path)]
    try:
        content = read_bytes(path) if content is None else content
    except ContentError as error:
        return None, list(error.problems)
    digest = hashlib.sha256(content).hexdigest()
    known = _read_before(path, kind, digest, defaults or Defaults())
    return (
        (known, []) if known is not None else _read_anew(path, kind, content, digest, defaults or Defaults())
    )


def _read_before(path: Path, kind: str, digest: str, defaults: Defaults) -> Loaded | None:
    data = recall(digest)
    if data is None:
        return None
    if kind == "roles" and no_group(data, defaults):
        return None
    data, filled = expand(data, defaults) if kind == "roles" else (data, ())
    try:
        model = MODELS[kind].model_validate(data)
    except ValidationError:
        return None
    if isinstance(model, Role) and (not reproduces_itself(model) or no_pack(model, defaults)):
        return None
    return Loaded(path, kind, model, _digest_of(digest, filled, defaults), filled)


def _read_anew(
    path: Path, kind: str, content: bytes, digest: str, defaults: Defaults
) -> tuple[Loaded | None, list[Problem]]:
    from aijri_engine.content.yaml import parse_yaml

    try:
        source = parse_yaml(content, str(path))
    except ContentError as error:
        return None, list(error.problems)
    model, problems, filled = model_of(source, kind, defaults)
    if model is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    if not (isinstance(model, Role) and model.own_table):
        remember(digest, source.data)
    return Loaded(path, kind, model, _digest_of(digest, filled, defaults), filled), problems


def model_of(
    source: "YamlFile", kind: str, defaults: Defaults, models: Mapping[str, type[Model]] = MODELS
) -> tuple[Model | None, list[Problem], tuple[Filled, ...]]:
    """The model of a file that was read, what is wrong with it, and what a role file left to defaults."""
    from aijri_engine.content.yaml import validate

    data, filled = expand(source.data, defaults) if kind == "roles" else (source.data, ())
    root = by_long_names(source.root) if kind == "roles" else source.root
    model, problems = validate(replace(source, data=data, root=root), models[kind])
    if kind == "roles":
        problems = [with_the_shape(problem, defaults) for problem in problems]
        problems += names_problems(source, defaults)
    if isinstance(model, Role):
        problems += published_problems(source, model)
    return model, problems, filled


def _digest_of(digest: str, filled: tuple[Filled, ...], defaults: Defaults) -> str:
    """Of a role that left something to defaults, their content is part of what it says."""
    if not any(one.origin != "derived" for one in filled):
        return digest
    return hashlib.sha256("".join((digest, *defaults.digests)).encode()).hexdigest()


def missing(name: str, folder: Path) -> Problem:
    """A file that a library cannot do without."""
    told = message(MISSING_CONTENT)
    return Problem(str(folder / name), None, None, MISSING_CONTENT, told, "a library needs it", None)


def missing_kind(path: Path) -> Problem:
    """A file of which nobody can say what it holds."""
    hint = (
        "put it into roles/, packs/ or strategies/, or call it interview.yaml, wording.yaml, landscape.yaml,"
        " role_defaults.yaml or branding.yaml"
    )
    return Problem(str(path), None, None, UNPLACED_CONTENT, message(UNPLACED_CONTENT), hint, None)
