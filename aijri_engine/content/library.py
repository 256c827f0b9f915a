"""The library: every content file of one or more folders, validated, with what belongs together joined."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from aijri_engine.content.base import Model
from aijri_engine.content.files import (
    FOLDERS,
    Loaded,
    content_files,
    content_folder,
    defaults_of,
    kind_of,
    load_file,
    missing,
)  # fmt: skip
from aijri_engine.content.filling import Defaults
from aijri_engine.content.once import Once
from aijri_engine.content.packs import Laid, Layer, Pack, lay_over
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.published import Landscape
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.role_defaults import ActivityGroup, RoleDefaults
from aijri_engine.content.role_index import RoleCard, RoleFiles, role_of
from aijri_engine.content.strategies import StrategiesFile, Strategy
from aijri_engine.content.wording import Wording
from aijri_engine.files.data_folder import library_folder
from aijri_engine.text import join_words, nearest

if TYPE_CHECKING:
    from aijri_engine.content.people_ask import PeopleAsk
    from aijri_engine.content.phrases import Phrases, Sayings
    from aijri_engine.occupations.tables import Tables


@dataclass(frozen=True)
class Library(Once):
    """Roles, the interview, strategies and the landscape. `Library.open()` gives the shipped content."""

    core: tuple[Loaded, ...]
    """Every file but those of roles."""
    roles: RoleFiles
    """By id; each is read when it is opened."""
    tables_in: Path | None = None
    """The folder with starting tables of occupations, where there is one."""
    broken_packs: tuple[Problem, ...] = ()
    """What is wrong with packs that were left out."""

    def __repr__(self) -> str:
        return f"<Library of {len(self.core)} files and roles>"

    @classmethod
    def open(cls, *folders: str | Path) -> "Library":
        """Load the content of these folders (the shipped content when none is named); roles when they are asked for.

        A later folder adds roles, packs and strategies; of other files than roles it replaces those of the same name.
        A role whose id an earlier folder has, a role or pack that is wrong, or a role that does not reproduce its own
        published index, is left out and told in `broken`: it never hides the others. Raises `ContentError` with every
        problem of every other file.
        """
        places = [Path(folder) for folder in folders] or [content_folder()]
        by_name: dict[str, Path] = {}
        for place in places:
            for path in content_files(place, every=False):
                by_name[f"{kind_of(path)}/{path.name}"] = path
        loaded: list[Loaded] = []
        problems: list[Problem] = []
        broken: list[Problem] = []
        for path in by_name.values():
            one, found = load_file(path)
            (broken if kind_of(path) == "packs" else problems).extend(found)
            loaded += [one] if one is not None else []
        for kind, model in (("interview", InterviewFile), ("wording", Wording)):
            if not problems and not any(isinstance(file.model, model) for file in loaded):
                problems.append(missing(f"{kind}.yaml", places[0]))
        if any(problem.severity == "error" for problem in problems):
            raise ContentError(tuple(sorted(problems, key=Problem.sort_key)))
        tables = (place / "occupations" for place in places)
        roles = RoleFiles(places, defaults_of(loaded))
        tables_in = next((folder for folder in tables if (folder / "occupations.csv").is_file()), None)
        return cls(tuple(loaded), roles, tables_in, tuple(sorted(broken, key=Problem.sort_key)))

    @classmethod
    def of(cls, files: Iterable[Loaded], tables_in: Path | None = None) -> "Library":
        """A library of files that were read already."""
        known = tuple(files)
        core = tuple(file for file in known if not isinstance(file.model, Role))
        opened = [file for file in known if isinstance(file.model, Role)]
        return cls(core, RoleFiles((), defaults_of(core), opened), tables_in)

    @cached_property
    def occupations(self) -> "Tables | None":
        """Starting tables of occupations, where a folder has them; read when first looked at."""
        if self.tables_in is None:
            return None
        from aijri_engine.occupations.tables import Tables

        return Tables(self.tables_in)

    @property
    def files(self) -> tuple[Loaded, ...]:
        """Every file, those of all roles opened."""
        return tuple(self._in_order(self.roles.files()))

    def _in_order(self, roles: Iterable[Loaded]) -> Iterator[Loaded]:
        """These role files among the others, before strategies: advice of equal worth stands in file order."""
        yield from (file for file in self.core if not isinstance(file.model, StrategiesFile))
        yield from roles
        yield from (file for file in self.core if isinstance(file.model, StrategiesFile))

    @property
    def cards(self) -> Mapping[str, RoleCard]:
        """What is said of each role where it is not opened."""
        return self.roles.cards

    @property
    def broken(self) -> tuple[Problem, ...]:
        """What is wrong with role files and packs that were left out."""
        return tuple(sorted((*self.broken_packs, *self.roles.broken), key=Problem.sort_key))

    def path_of(self, role_id: str) -> Path | None:
        """Where the file of a role lies; None for one that has none."""
        file = self.roles.file(role_id)
        return file.path if file is not None else None

    def role_of_file(self, path: Path) -> Role:
        """The role of one file, whether or not it belongs to a library. Raises `ContentError`."""
        return role_of(self._role_file(path, "roles"))

    def with_role(self, path: Path, content: bytes | None = None) -> "Library":
        """This library and the role of one more file, or of `content` that could not be written to it.

        Raises `ContentError` where it cannot be used.
        """
        return replace(self, roles=self.roles.joined_by(self._role_file(path, content=content)))

    def _role_file(self, path: Path, kind: str | None = None, content: bytes | None = None) -> Loaded:
        file, problems = load_file(path, self._defaults, kind, content)
        if file is None:
            raise ContentError(tuple(problems))
        return file

    @property
    def interview(self) -> InterviewFile:
        """The core interview: what every job shares."""
        return next(file.model for file in self.core if isinstance(file.model, InterviewFile))

    @cached_property
    def packs(self) -> Mapping[str, Pack]:
        """Packs by id."""
        return {file.model.id: file.model for file in self.core if isinstance(file.model, Pack)}

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
        return next((file.model for file in self.core if isinstance(file.model, Landscape)), None)

    @property
    def wording(self) -> Wording:
        """What results say."""
        return next(file.model for file in self.core if isinstance(file.model, Wording))

    def strategies(self, role: str) -> tuple[Strategy, ...]:
        """Advice for a role: its own first, then that of its pack, then the general one."""
        own = self.role(role)
        pack = self.packs.get(own.pack or "")
        general = [file.model for file in self.core if isinstance(file.model, StrategiesFile)]
        found: dict[str, Strategy] = {}
        for some in (own.strategies, pack.strategies if pack else (), *(file.strategies for file in general)):
            for one in some:
                found.setdefault(one.id, one)
        return tuple(found.values())

    def sayings(self, role_id: str) -> "list[Sayings]":
        """What people say at the questions of a role; a file that cannot be read is left out.

        What is said in other packs at the questions that every interview has counts here, too.
        """
        packs = [pack.id for pack in packs_of(self.role(role_id), self.packs.values())]
        by_all = self._sayings(SAID_BY_ALL)
        others = self._sayings(pack_id for pack_id in self.packs if pack_id not in packs) if by_all else []
        return [*by_all, *(one.shared_with(by_all[0]) for one in others), *self._sayings([*packs, role_id])]

    def talk(self) -> list[str]:
        """Lines that answer nothing, whatever is asked; those at a question (`talk`) hold words of trades."""
        return [line for file in self._sayings(SAID_BY_ALL[:1]) for line in file.talk.splitlines()]

    def _sayings(self, names: Iterable[str]) -> "list[Sayings]":
        paths = [folder / "sayings" / f"{name}.yaml" for folder in self.roles.folders for name in names]
        loaded = [load_file(path)[0] for path in paths if path.is_file()]
        return [cast("Sayings", file.model) for file in loaded if file is not None]

    def role(self, role_id: str) -> Role:
        """The role of that id. Raises `LookupError` that names the nearest ids."""
        found = self._derived(role_id) or self.roles.get(role_id)
        if found is None:
            close = nearest(role_id, list(self.roles))
            known = [*self.roles][:MOST_NAMED]
            remedy = f"did you mean {close[0]}?" if close else f"known are {join_words(known)}"
            raise LookupError(f"there is no role {role_id!r}; {remedy}")
        return found

    def knows(self, role_id: str) -> bool:
        """There is a role of that id, written by hand or assembled from the tables."""
        return self._derived(role_id) is not None or role_id in self.roles

    def _derived(self, code: str) -> Role | None:
        """The starting table of an occupation, assembled when it is first asked for."""
        if not CODE.fullmatch(code) or (tables := self.occupations) is None:
            return None
        from aijri_engine.content.derived import derived_role

        return self.once(f"derived {code}", lambda: derived_role(tables, code, self._defaults, self.packs))

    @cached_property
    def _defaults(self) -> Defaults:
        return defaults_of(self.core)

    def activity(self, group_id: str | None) -> ActivityGroup | None:
        """A kind of activity; the one for everything else where no such is known."""
        generic = self._defaults.generic
        return None if generic is None else generic.group(group_id) or generic.groups[-1]

    @property
    def activity_words(self) -> tuple[str, ...]:
        """What people call the kinds of activity that tasks of every job are of."""
        groups = self._defaults.generic.groups if self._defaults.generic is not None else ()
        return tuple(word for group in groups for word in (group.name, group.short, *group.says))

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
        packs = packs_of(self.role(role_id), self.packs.values())
        own = self.roles.file(role_id)
        for file in self._in_order([own] if own is not None else []):
            model = file.model
            if not (isinstance(model, Pack) and model not in packs) and not isinstance(model, RoleDefaults):
                yield file


SAID_BY_ALL = ("core", "acts", "talk")
"""Files of sayings for every role: about the core interview, about kinds of activity, and what answers nothing."""

MOST_NAMED = 20
"""Roles listed where a name fits none."""

CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
"""Form of the code of an occupation, the id of its starting table."""


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
def shipped_phrases() -> "Phrases":
    """The phrases that ship with the program, read once. Raises `ContentError` where the file is broken."""
    return cast("Phrases", _shipped("phrases.yaml"))


@cache
def shipped_answers() -> "PeopleAsk":
    """The answers to what people ask that ship with the program, read once. Raises `ContentError`."""
    return cast("PeopleAsk", _shipped("questions_people_ask.yaml"))


def _shipped(name: str) -> Model:
    loaded, problems = load_file(content_folder() / name)
    if loaded is None:
        raise ContentError(tuple(problems))
    return loaded.model


__all__ = ["FOLDERS", "Library", "Loaded", "RoleCard", "content_folder"]


def open_library(folders: Sequence[Path] = ()) -> Library:
    """The shipped content, roles of one's own, and these folders. Raises `ContentError`."""
    own = library_folder()
    readable = os.access(own, os.R_OK | os.X_OK) and own.is_dir()
    return Library.open(content_folder(), *([own] if readable else []), *folders)


def folder_to_write(folders: Sequence[Path] = ()) -> Path:
    """Where a new role of one's own belongs: the last folder that was named, else one's own."""
    return folders[-1] if folders else library_folder()
