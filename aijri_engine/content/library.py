"""The library: every content file of one or more folders, validated, with what belongs together joined."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from aijri_engine.content.base import Model
from aijri_engine.content.branding import Branding
from aijri_engine.content.codes import MISSING_KEY, TWICE
from aijri_engine.content.compact import Defaults, Filled, expand
from aijri_engine.content.derived import derived_role
from aijri_engine.content.packs import Laid, Layer, Pack, lay_over
from aijri_engine.content.parsed_cache import recall, remember
from aijri_engine.content.people_ask import PeopleAsk
from aijri_engine.content.phrases import Phrases
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.published import Landscape, base_scorecard, published_problems, reproduces_itself
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.role_defaults import RoleDefaults
from aijri_engine.content.strategies import StrategiesFile, Strategy
from aijri_engine.content.wording import Wording
from aijri_engine.content.yaml.document import YamlFile
from aijri_engine.content.yaml.files import read_bytes
from aijri_engine.occupations.tables import FOLDER, Tables
from aijri_engine.text import join_words, nearest

Made = TypeVar("Made")

MODELS: Mapping[str, type[Model]] = {
    "roles": Role,
    "packs": Pack,
    "role_defaults": RoleDefaults,
    "strategies": StrategiesFile,
    "interview": InterviewFile,
    "landscape": Landscape,
    "wording": Wording,
    "branding": Branding,
    "phrases": Phrases,
    "questions_people_ask": PeopleAsk,
}


def content_folder() -> Path:
    """The folder of the content that ships with the program: inside the package, else beside it (a checkout)."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "questionnaires"
    return shipped if shipped.is_dir() else package.parent / "questionnaires"


def kind_of(path: Path) -> str | None:
    """What a content file holds, by its name or its folder: a key of `MODELS`, or None."""
    if path.stem in ALONE:
        return path.stem
    return path.parent.name if path.parent.name in FOLDERS else None


ALONE = (
    "interview", "landscape", "wording", "branding", "phrases", "questions_people_ask", "role_defaults",
)  # fmt: skip
"""Kinds of content that are one file of that name."""

FOLDERS = ("packs", "roles", "strategies")
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


@dataclass(frozen=True)
class Library:
    """Roles, the interview, strategies and the landscape. `Library.open()` gives the shipped content."""

    files: tuple[Loaded, ...]
    roles: Mapping[str, Role] = field(default_factory=dict)
    occupations: Tables | None = None
    """Starting tables of occupations, where a folder has them; read when first looked at."""
    broken: tuple[Problem, ...] = ()
    """What is wrong with role files and packs that were left out."""

    def __repr__(self) -> str:
        return f"<Library of {len(self.files)} files>"

    @classmethod
    def open(cls, *folders: str | Path) -> "Library":
        """Load all content of these folders (the shipped content when none is named).

        A later folder adds roles, packs and strategies; of other files than roles it replaces those of the same name.
        A role whose id an earlier folder has, a role or pack that is wrong, or a role that does not reproduce its own
        published index, is left out and told in `broken`: it never hides the others. Raises `ContentError` with every
        problem of every other file, and where no role is left.
        """
        places = [Path(folder) for folder in folders] or [content_folder()]
        by_name: dict[str, Path] = {}
        for place in places:
            for path in content_files(place):
                kind = kind_of(path)
                by_name[f"{kind}/{path if kind == 'roles' else path.name}"] = path
        loaded, problems, broken = _read_all(by_name.values())
        loaded, twice = _one_each(loaded)
        broken += twice
        roles = {file.model.id: file.model for file in loaded if isinstance(file.model, Role)}
        for kind, model in (("interview", InterviewFile), ("wording", Wording)):
            if not problems and not any(isinstance(file.model, model) for file in loaded):
                problems.append(missing(f"{kind}.yaml", places[0]))
        if broken and not roles:
            problems += broken
        if any(problem.severity == "error" for problem in problems):
            raise ContentError(tuple(sorted(problems, key=Problem.sort_key)))
        tables = next((made for made in (Tables(place / FOLDER) for place in places) if made.present), None)
        return cls(tuple(loaded), roles, tables, tuple(sorted(broken, key=Problem.sort_key)))

    def path_of(self, role_id: str) -> Path | None:
        """Where the file of a role lies; None for one that has none."""
        named = (
            file.path for file in self.files if isinstance(file.model, Role) and file.model.id == role_id
        )
        return next(named, None)

    def role_of_file(self, path: Path) -> Role:
        """The role of one file, whether or not it belongs to a library. Raises `ContentError`."""
        file, problems = load_file(path, self._defaults, "roles")
        if file is None:
            raise ContentError(tuple(problems))
        assert isinstance(file.model, Role)
        return file.model

    def with_role(self, path: Path) -> "Library":
        """This library and the role of one more file. Raises `ContentError` where it cannot be used."""
        file, problems = load_file(path, self._defaults)
        found, twice = _one_each([*self.files, *([file] if file is not None else [])])
        if file is None or twice:
            raise ContentError(tuple(problems or twice))
        assert isinstance(file.model, Role)
        return replace(self, files=tuple(found), roles={**self.roles, file.model.id: file.model})

    @property
    def interview(self) -> InterviewFile:
        """The core interview: what every job shares."""
        return next(file.model for file in self.files if isinstance(file.model, InterviewFile))

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """Packs by id."""
        return {file.model.id: file.model for file in self.files if isinstance(file.model, Pack)}

    def interview_of(self, role_id: str) -> InterviewFile:
        """The interview of a role: the core, with its pack and its own questions laid over it."""
        return self.laid(role_id).file

    def laid(self, role_id: str) -> Laid:
        """The interview of a role, and where each of its questions comes from."""
        role = self.role(role_id)
        packs = packs_of(role, self.packs.values())
        own = role_id if role.questions or role.rules else ""
        name = f"interview of {[pack.id for pack in packs]} {own}"
        return self.once(name, lambda: lay_over(self.interview, layers_of(role, *packs)))

    @property
    def landscape(self) -> Landscape | None:
        """Published scores of other roles, if there is such a file."""
        return next((file.model for file in self.files if isinstance(file.model, Landscape)), None)

    @property
    def wording(self) -> Wording:
        """What results say."""
        return next(file.model for file in self.files if isinstance(file.model, Wording))

    def strategies(self, role: str) -> tuple[Strategy, ...]:
        """Advice for a role: its own first, then that of its pack, then the general one."""
        own = self.role(role)
        pack = self.packs.get(own.pack or "")
        general = [file.model for file in self.files if isinstance(file.model, StrategiesFile)]
        found: dict[str, Strategy] = {}
        for some in (own.strategies, pack.strategies if pack else (), *(file.strategies for file in general)):
            for one in some:
                found.setdefault(one.id, one)
        return tuple(found.values())

    def role(self, role_id: str) -> Role:
        """The role of that id. Raises `LookupError` that names the nearest ids."""
        found = self.roles.get(role_id) or self._derived(role_id)
        if found is None:
            close = nearest(role_id, list(self.roles))
            remedy = f"did you mean {close[0]}?" if close else f"known are {join_words(list(self.roles))}"
            raise LookupError(f"there is no role {role_id!r}; {remedy}")
        return found

    def knows(self, role_id: str) -> bool:
        """There is a role of that id, written by hand or assembled from the tables."""
        return role_id in self.roles or self._derived(role_id) is not None

    def _derived(self, code: str) -> Role | None:
        """The starting table of an occupation, assembled when it is first asked for."""
        tables = self.occupations
        if tables is None or not CODE.fullmatch(code):
            return None
        return self.once(f"derived {code}", lambda: derived_role(tables, code, self._defaults, self.packs))

    @cached_property
    def _defaults(self) -> Defaults:
        return defaults_of(self.files)

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
        if self.role(role_id).starting_table and self.occupations is not None:
            versions["occupations_digest"] = self.occupations.digest
        for file in self.files_of(role_id):
            name = file.path.stem if file.kind == "strategies" else file.kind
            versions[f"{name}_digest"] = file.digest[:12]
        return versions

    def files_of(self, role_id: str) -> Iterator[Loaded]:
        """The files a result about this role rests on: everything but other roles, other packs and the defaults."""
        role = self.role(role_id)
        for file in self.files:
            model = file.model
            other = (isinstance(model, Role) and model.id != role_id) or (
                isinstance(model, Pack) and model not in packs_of(role, self.packs.values())
            )
            if not other and not isinstance(model, RoleDefaults):
                yield file


def packs_of(role: Role, packs: Iterable[Pack]) -> list[Pack]:
    """The pack a role names, then those that are laid over for what it does not know."""
    where = {
        "derived": role.derived,
        "own_table": role.own_table,
        "market_asked": bool(role.asked_signals),
        "growth_asked": not role.growth.known,
    }
    known = list(packs)
    return [pack for pack in known if pack.id == role.pack] + [
        pack for pack in known if pack.laid_where is not None and where[pack.laid_where]
    ]


def layers_of(role: Role | None, *packs: Pack) -> list[Layer]:
    """What is laid over the core for a role: its packs, then its own questions."""
    found = [Layer(layer_name(pack), pack.questions, pack.rules, pack.sources) for pack in packs]
    if role is not None and (role.questions or role.rules):
        found.append(Layer(layer_name(role), role.questions, role.rules))
    return found


def layer_name(model: Role | Pack) -> str:
    """What a layer is called in messages."""
    return f"{'pack' if isinstance(model, Pack) else 'role'} {model.id}"


@cache
def shipped_phrases() -> Phrases:
    """The phrases that ship with the program, read once. Raises `ContentError` where the file is broken."""
    loaded, problems = load_file(content_folder() / "phrases.yaml")
    if loaded is None or not isinstance(loaded.model, Phrases):
        raise ContentError(tuple(problems))
    return loaded.model


@cache
def shipped_answers() -> PeopleAsk:
    """The answers to what people ask that ship with the program, read once. Raises `ContentError`."""
    loaded, problems = load_file(content_folder() / "questions_people_ask.yaml")
    if loaded is None or not isinstance(loaded.model, PeopleAsk):
        raise ContentError(tuple(problems))
    return loaded.model


def content_files(folder: Path) -> Iterator[Path]:
    """The content files below a folder, in a fixed order."""
    patterns = ("interview.yaml", "wording.yaml", "landscape.yaml", "role_defaults.yaml", "packs/*.yaml",
                "roles/*.yaml", "strategies/*.yaml")  # fmt: skip
    for pattern in patterns:
        yield from sorted(folder.glob(pattern))


CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
"""Form of the code of an occupation, the id of its starting table."""

LEFT_OUT = ("roles", "packs")
"""Kinds of which a wrong file is left out and told; of any other kind it stops the program."""


def _read_all(paths: Iterable[Path]) -> tuple[list[Loaded], list[Problem], list[Problem]]:
    """Every file that can be read; what is wrong with files nothing works without; what is wrong with the others."""
    in_order = list(paths)
    loaded: dict[Path, Loaded] = {}
    problems: list[Problem] = []
    broken: list[Problem] = []
    defaults = Defaults()
    for path in sorted(in_order, key=lambda path: kind_of(path) == "roles"):
        kind = kind_of(path)
        if kind == "roles" and not defaults.digests:
            defaults = defaults_of(loaded.values())
        one, found = load_file(path, defaults)
        (broken if kind in LEFT_OUT else problems).extend(found)
        if one is not None:
            loaded[path] = one
    return [loaded[path] for path in in_order if path in loaded], problems, broken


def _one_each(loaded: Iterable[Loaded]) -> tuple[list[Loaded], list[Problem]]:
    """Of roles with the same id the first alone: a shipped one is never replaced by another of its name."""
    kept: list[Loaded] = []
    first: dict[str, Path] = {}
    twice: list[Problem] = []
    for file in loaded:
        if isinstance(file.model, Role):
            path = first.setdefault(file.model.id, file.path)
            if path != file.path:
                twice.append(taken_id(file.path, file.model.id, path))
                continue
        kept.append(file)
    return kept, twice


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
    path: Path, defaults: Defaults | None = None, kind: str | None = None
) -> tuple[Loaded | None, list[Problem]]:
    """One content file: its model, or everything that is wrong with it. `defaults` are for role files.

    Without a `kind` its place says what it holds.
    """
    kind = kind or kind_of(path)
    if kind is None:
        return None, [missing_kind(path)]
    try:
        content = read_bytes(path)
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
    data, filled = expand(data, defaults) if kind == "roles" else (data, ())
    try:
        model = MODELS[kind].model_validate(data)
    except ValidationError:
        return None
    if isinstance(model, Role) and (not reproduces_itself(model) or _no_pack(model, defaults)):
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
    remember(digest, source.data)
    return Loaded(path, kind, model, _digest_of(digest, filled, defaults), filled), problems


def model_of(
    source: YamlFile, kind: str, defaults: Defaults, models: Mapping[str, type[Model]] = MODELS
) -> tuple[Model | None, list[Problem], tuple[Filled, ...]]:
    """The model of a file that was read, what is wrong with it, and what a role file left to defaults."""
    from aijri_engine.content.yaml import validate

    data, filled = expand(source.data, defaults) if kind == "roles" else (source.data, ())
    model, problems = validate(replace(source, data=data), models[kind])
    if kind == "roles":
        problems = [_with_the_shape(problem) for problem in problems]
    if isinstance(model, Role):
        problems = [*problems, *published_problems(source, model), *_no_pack_problem(source, model, defaults)]
    return model, problems, filled


LADDER_SHAPE = "name a `group`, or write follows, adapts and originates, each as `{act: ..., short: ...}`"
"""What a task without acts may say instead."""


def _with_the_shape(problem: Problem) -> Problem:
    if problem.code != MISSING_KEY or '"originates"' not in problem.message:
        return problem
    return replace(problem, hint=f"{LADDER_SHAPE}; {problem.hint}" if problem.hint else LADDER_SHAPE)


def _no_pack(role: Role, defaults: Defaults) -> bool:
    return role.pack is not None and role.pack not in defaults.packs


def _no_pack_problem(source: YamlFile, role: Role, defaults: Defaults) -> list[Problem]:
    if not _no_pack(role, defaults):
        return []
    known = list(defaults.packs)
    close = nearest(role.pack or "", known)
    hint = f"did you mean {close[0]}?" if close else "name a file of `packs/` by its `id`"
    return [source.problem("P415", ("pack",), f"there is no pack {role.pack!r}", hint)]


def _digest_of(digest: str, filled: tuple[Filled, ...], defaults: Defaults) -> str:
    """Of a role that left something to defaults, their content is part of what it says."""
    if not any(one.origin != "derived" for one in filled):
        return digest
    return hashlib.sha256("".join((digest, *defaults.digests)).encode()).hexdigest()


def missing(name: str, folder: Path) -> Problem:
    """A file that a library cannot do without."""
    return Problem(str(folder / name), None, None, "Y190", "this file is missing", "a library needs it", None)


def missing_kind(path: Path) -> Problem:
    """A file of which nobody can say what it holds."""
    hint = (
        "put it into roles/, packs/ or strategies/, or call it interview.yaml, wording.yaml, landscape.yaml,"
        " role_defaults.yaml or branding.yaml"
    )
    return Problem(
        str(path), None, None, "Y191", "what this file holds cannot be told from its place", hint, None
    )


__all__ = ["Library", "Loaded", "base_scorecard", "content_folder", "kind_of", "load_file"]
