"""The library: every content file of one or more folders, validated, with what belongs together joined."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from aijri_engine.content.base import Model
from aijri_engine.content.branding import Branding
from aijri_engine.content.landscape import Landscape
from aijri_engine.content.parsed_cache import recall, remember
from aijri_engine.content.phrases import Phrases
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.published import base_scorecard, published_problems, reproduces_itself
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import StrategiesFile, Strategy
from aijri_engine.content.wording import Wording
from aijri_engine.content.yaml_files import read_bytes
from aijri_engine.occupations.tables import FOLDER, Tables
from aijri_engine.text import join_words, nearest

Made = TypeVar("Made")

MODELS: Mapping[str, type[Model]] = {
    "roles": Role,
    "strategies": StrategiesFile,
    "interview": InterviewFile,
    "landscape": Landscape,
    "wording": Wording,
    "branding": Branding,
    "phrases": Phrases,
}


def content_folder() -> Path:
    """The folder of the content that ships with the program: inside the package, else beside it (a checkout)."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "questionnaires"
    return shipped if shipped.is_dir() else package.parent / "questionnaires"


def kind_of(path: Path) -> str | None:
    """What a content file holds, by its name or its folder: a key of `MODELS`, or None."""
    if path.stem in ("interview", "landscape", "wording", "branding", "phrases"):
        return path.stem
    return path.parent.name if path.parent.name in ("roles", "strategies") else None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content file as it was read: its model and the hash of its bytes."""

    path: Path
    kind: str
    model: Model
    digest: str


@dataclass(frozen=True)
class Library:
    """Roles, the interview, strategies and the landscape. `Library.open()` gives the shipped content."""

    files: tuple[Loaded, ...]
    roles: Mapping[str, Role] = field(default_factory=dict)
    occupations: Tables | None = None
    """Starting tables of occupations, where a folder has them; read when first looked at."""

    def __repr__(self) -> str:
        return f"<Library of {len(self.files)} files>"

    @classmethod
    def open(cls, *folders: str | Path) -> "Library":
        """Load all content of these folders (the shipped content when none is named).

        A later folder adds roles and strategies, and replaces files of the same name. Raises `ContentError` with
        every problem of every file; a role that does not reproduce its own published index does not load.
        """
        places = [Path(folder) for folder in folders] or [content_folder()]
        by_name: dict[str, Path] = {}
        for place in places:
            by_name |= {f"{kind_of(path)}/{path.name}": path for path in content_files(place)}
        loaded: list[Loaded] = []
        problems: list[Problem] = []
        for path in by_name.values():
            one, found = load_file(path)
            problems += found
            loaded += [one] if one else []
        roles = [file.model for file in loaded if isinstance(file.model, Role)]
        for kind, model in (("interview", InterviewFile), ("wording", Wording)):
            if not problems and not any(isinstance(file.model, model) for file in loaded):
                problems.append(missing(f"{kind}.yaml", places[0]))
        if any(problem.severity == "error" for problem in problems):
            raise ContentError(tuple(sorted(problems, key=lambda p: (p.file, p.line or 0, p.column or 0))))
        tables = next((made for made in (Tables(place / FOLDER) for place in places) if made.present), None)
        return cls(tuple(loaded), {role.id: role for role in roles}, tables)

    @property
    def interview(self) -> InterviewFile:
        """The core interview."""
        return next(file.model for file in self.files if isinstance(file.model, InterviewFile))

    @property
    def landscape(self) -> Landscape | None:
        """Published scores of other roles, if there is such a file."""
        return next((file.model for file in self.files if isinstance(file.model, Landscape)), None)

    @property
    def wording(self) -> Wording:
        """What results say."""
        return next(file.model for file in self.files if isinstance(file.model, Wording))

    def strategies(self, role: str) -> tuple[Strategy, ...]:
        """Advice for a role: its own first, then the general one."""
        general = [file.model for file in self.files if isinstance(file.model, StrategiesFile)]
        return (*self.role(role).strategies, *(one for file in general for one in file.strategies))

    def role(self, role_id: str) -> Role:
        """The role of that id. Raises `LookupError` that names the nearest ids."""
        found = self.roles.get(role_id)
        if found is None:
            close = nearest(role_id, list(self.roles))
            remedy = f"did you mean {close[0]}?" if close else f"known are {join_words(list(self.roles))}"
            raise LookupError(f"there is no role {role_id!r}; {remedy}")
        return found

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` works out from this content alone, under a name of its own: made once, kept with the library."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    @cached_property
    def _made(self) -> dict[str, Any]:
        return {}

    def versions(self, role_id: str) -> dict[str, str]:
        """Version and digest of every file a result about this role rests on."""
        versions = {"role": self.role(role_id).version, "interview": self.interview.version}
        for file in self.files:
            if not isinstance(file.model, Role) or file.model.id == role_id:
                versions[
                    f"{file.kind}_digest" if file.kind != "strategies" else f"{file.path.stem}_digest"
                ] = file.digest[:12]
        return versions


def content_files(folder: Path) -> Iterator[Path]:
    """The content files below a folder, in a fixed order."""
    for pattern in ("interview.yaml", "wording.yaml", "landscape.yaml", "roles/*.yaml", "strategies/*.yaml"):
        yield from sorted(folder.glob(pattern))


def load_file(path: Path) -> tuple[Loaded | None, list[Problem]]:
    """One content file: its model, or everything that is wrong with it."""
    kind = kind_of(path)
    if kind is None:
        return None, [missing_kind(path)]
    try:
        content = read_bytes(path)
    except ContentError as error:
        return None, list(error.problems)
    digest = hashlib.sha256(content).hexdigest()
    known = _model_read_before(kind, digest)
    if known is not None:
        return Loaded(path, kind, known, digest), []
    return _read_anew(path, kind, content, digest)


def _model_read_before(kind: str, digest: str) -> Model | None:
    data = recall(digest)
    if data is None:
        return None
    try:
        model = MODELS[kind].model_validate(data)
    except ValidationError:
        return None
    return None if isinstance(model, Role) and not reproduces_itself(model) else model


def _read_anew(path: Path, kind: str, content: bytes, digest: str) -> tuple[Loaded | None, list[Problem]]:
    from aijri_engine.content.source import parse_source, validate

    try:
        source = parse_source(content, str(path))
    except ContentError as error:
        return None, list(error.problems)
    model, problems = validate(source, MODELS[kind])
    if model is None:
        return None, problems
    if isinstance(model, Role):
        problems = [*problems, *published_problems(source, model)]
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    remember(digest, source.data)
    return Loaded(path, kind, model, digest), problems


def missing(name: str, folder: Path) -> Problem:
    """A file that a library cannot do without."""
    return Problem(str(folder / name), None, None, "Y190", "this file is missing", "a library needs it", None)


def missing_kind(path: Path) -> Problem:
    """A file of which nobody can say what it holds."""
    hint = "put it into roles/ or strategies/, or call it interview.yaml, wording.yaml, landscape.yaml or branding.yaml"
    return Problem(
        str(path), None, None, "Y191", "what this file holds cannot be told from its place", hint, None
    )


__all__ = ["Library", "Loaded", "base_scorecard", "content_folder", "kind_of", "load_file"]
