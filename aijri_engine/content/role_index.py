"""Roles, each read when it is opened; and of every role what lists, searches and bridges need, without opening it.

What the index says of a role file is kept by the hash of its bytes, so a list of many roles reads none of them anew.
A role in the file of its own name is opened without the index: that costs the same beside one role or a thousand.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from aijri_engine.content.base import Provenance
from aijri_engine.content.files import Loaded, load_file, taken_id
from aijri_engine.content.filling import Defaults
from aijri_engine.content.parsed_cache import recall, remember
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.published import base_scorecard
from aijri_engine.content.role import Role
from aijri_engine.content.safe_files import read_bytes
from aijri_engine.index import Zone, assess

INDEX_FORMAT = "role index 3"
"""Raised whenever a card would say something else of the same file."""

AS_A_NAME = re.compile(r"[a-z][a-z0-9_-]{0,59}")
"""Form of an id that can be the name of a file; nothing else is ever looked for in a folder."""


class WeekRow(NamedTuple):
    """One task of a role: its short name, what its time split says, its kind of activity, its part of the week and its
    words."""

    name: str
    row: str
    group: str | None
    share: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What is said of a role where it is not opened."""

    id: str
    title: str
    aliases: tuple[str, ...]
    seniority: str
    category: str
    summary: str
    pack: str | None
    codes: tuple[str, ...]
    provenance: Provenance
    provenance_word: str
    version: str
    as_of: str
    review_by: str
    own_table: bool
    index: float | None
    """None where no figure can be told before somebody has answered."""
    zone: Zone | None
    label: str | None
    last_change: str
    """What changed last, and by how much; empty while there is only one version, or no figure."""
    week: tuple[WeekRow, ...]


def card_of(role: Role) -> RoleCard:
    """What the index says of a role."""
    found = assess(base_scorecard(role)) if role.has_figure else None
    return RoleCard(
        role.id, role.title, role.aliases, role.seniority, role.category, role.summary, role.pack, role.codes,
        role.provenance, role.provenance_word, role.version, role.as_of, role.review_by, role.own_table,
        index=found.index if found else None,
        zone=found.zone if found else None,
        label=found.label if found else None,
        last_change=_last_change(role),
        week=tuple(
            WeekRow(
                task.short, task.row, task.group or (task.id if role.derived else None), task.share, task.aliases
            )
            for task in role.tasks
        ),
    )  # fmt: skip


def _last_change(role: Role) -> str:
    if len(role.history) < 2 or not role.has_figure:
        return ""
    before, now = sorted(role.history, key=lambda one: one.version)[-2:]
    return f"; {now.index - before.index:+.1f} since {before.version}: {now.what}"


class RoleFiles(Mapping[str, Role]):
    """The roles of some folders by id, in the order of the folders and of the names of the files.

    Of two files with the same id the one that is named by it stands, else the first: a shipped role, whose file always
    bears its id, is never replaced. A file that is wrong hides no other; `broken` tells it.
    """

    def __init__(self, folders: Sequence[Path], defaults: Defaults, opened: Iterable[Loaded] = ()) -> None:
        self.folders = tuple(folders)
        self._defaults = defaults
        self._opened = {role_of(file).id: file for file in opened}
        self._own = dict(self._opened)
        """Files that belong here though they lie in none of the folders."""

    def __repr__(self) -> str:
        return f"<roles of {len(self.folders)} folders>"

    def __getitem__(self, role_id: str) -> Role:
        found = self.file(role_id)
        if found is None:
            raise KeyError(role_id)
        return role_of(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self.cards)

    def __len__(self) -> int:
        return len(self.cards)

    def __contains__(self, role_id: object) -> bool:
        return isinstance(role_id, str) and self.file(role_id) is not None

    def file(self, role_id: str) -> Loaded | None:
        """The file of that role, opened now if it was not before; None where there is none that can be used."""
        if role_id not in self._opened:
            found = self._named_by_it(role_id) or self._of_index(role_id)
            if found is None:
                return None
            self._opened[role_id] = found
        return self._opened[role_id]

    def _named_by_it(self, role_id: str) -> Loaded | None:
        if not AS_A_NAME.fullmatch(role_id):
            return None
        for folder in self.folders:
            path = folder / "roles" / f"{role_id}.yaml"
            if path.is_file():
                found, _ = load_file(path, self._defaults)
                if found is not None and role_of(found).id == role_id:
                    return found
        return None

    def _of_index(self, role_id: str) -> Loaded | None:
        path = self._index.places.get(role_id)
        return load_file(path, self._defaults)[0] if path is not None else None

    def files(self) -> Iterator[Loaded]:
        """Every role file, opened."""
        for role_id in self:
            found = self.file(role_id)
            if found is not None:
                yield found

    @property
    def cards(self) -> Mapping[str, RoleCard]:
        """What is said of each role without opening it."""
        return self._index.cards

    @property
    def broken(self) -> tuple[Problem, ...]:
        """What is wrong with role files that were left out."""
        return self._index.problems

    def joined_by(self, file: Loaded) -> "RoleFiles":
        """These roles and one more. Raises `ContentError` where its id is taken."""
        known = self.file(role_of(file).id)
        if known is not None and known.path != file.path:
            raise ContentError((taken_id(file.path, role_of(file).id, known.path),))
        return RoleFiles(self.folders, self._defaults, [*self._own.values(), file])

    @cached_property
    def _index(self) -> "_Index":
        found = _Index({}, {}, ())
        entries = [
            (path, entry)
            for folder in self.folders
            for path, entry in _entries(folder / "roles", self._defaults)
        ]
        told: list[Problem] = []
        named = {path for path, entry in entries if isinstance(entry, RoleCard) and entry.id == path.stem}
        for path, entry in sorted(entries, key=lambda one: one[0] not in named):
            if not isinstance(entry, RoleCard):
                told += entry
            elif entry.id in found.places:
                told.append(taken_id(path, entry.id, found.places[entry.id]))
            else:
                found.places[entry.id] = path
        stands = {path: role_id for role_id, path in found.places.items()}
        for path, entry in entries:
            if path in stands and isinstance(entry, RoleCard):
                found.cards[entry.id] = entry
        for role_id, file in self._own.items():
            found.places[role_id] = file.path
            found.cards[role_id] = card_of(role_of(file))
        return replace(found, problems=tuple(sorted(told, key=Problem.sort_key)))


def role_of(file: Loaded) -> Role:
    """The role of a role file."""
    assert isinstance(file.model, Role)
    return file.model


@dataclass(frozen=True, slots=True)
class _Index:
    cards: dict[str, RoleCard]
    places: dict[str, Path]
    problems: tuple[Problem, ...]


Entry = RoleCard | list[Problem]


def _entries(folder: Path, defaults: Defaults) -> Iterator[tuple[Path, Entry]]:
    """The role files of a folder by name, each with its card, or with what is wrong with it."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        return
    name = hashlib.sha256("\n".join((INDEX_FORMAT, str(folder.resolve()), *defaults.digests)).encode())
    kept = recall(name.hexdigest())
    before = kept if isinstance(kept, dict) else {}
    now: dict[str, Any] = {}
    for path in paths:
        try:
            key = f"{path.name} {hashlib.sha256(read_bytes(path)).hexdigest()}"
        except ContentError as error:
            yield path, list(error.problems)
            continue
        entry = _read_again(before.get(key)) or _made_anew(path, defaults)
        if isinstance(entry, RoleCard) and not entry.own_table:  # what is wrong with a file quotes it
            now[key] = before.get(key) or asdict(entry)
        yield path, entry
    if now.keys() != before.keys():
        remember(name.hexdigest(), now)


def _made_anew(path: Path, defaults: Defaults) -> Entry:
    file, problems = load_file(path, defaults)
    return problems if file is None else card_of(role_of(file))


def _read_again(kept: Any) -> RoleCard | None:
    """A card as it was kept; None where it is none."""
    try:
        zone = Zone(kept["zone"]) if kept["zone"] else None
        week = tuple(WeekRow._make((*row[:4], tuple(row[4]))) for row in kept["week"])
        texts = {key: tuple(kept[key]) for key in ("aliases", "codes")}
        return RoleCard(**{**kept, **texts, "zone": zone, "week": week})
    except (KeyError, TypeError, ValueError):
        return None
