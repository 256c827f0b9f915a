"""Finding a role by what people type: its id, its title, an alias, or a part that fits only one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from aijri_engine.content.library import Library
from aijri_engine.content.role import Role
from aijri_engine.text import clean, join_words, nearest

LONGEST_WORDS = 80
"""Characters of what was typed that are looked at and quoted back."""

MOST_NAMED = 3
"""Roles named when the words fit none or several."""

SHORTEST_PART = 2
"""Characters that a part of a name must have at least."""


@dataclass(frozen=True, slots=True)
class NoSuchRole:
    """The words fit no role, or more than one."""

    words: str
    message: str
    nearest: tuple[str, ...]
    """Ids, the nearest first."""


def find_role(library: Library, words: str) -> Role | NoSuchRole:
    """The role meant by these words: an exact id, title or alias first, then a part that only one role has."""
    wanted = _plain(words)
    names = {role.id: _names(role) for role in library.roles.values()}
    exact = [role_id for role_id, known in names.items() if wanted in known]
    if not exact and len(wanted) >= SHORTEST_PART:
        exact = [role_id for role_id, known in names.items() if any(wanted in name for name in known)]
    if len(exact) == 1:
        return library.roles[exact[0]]
    shown = clean(words, LONGEST_WORDS)
    if exact:
        listed = join_words(exact[:MOST_NAMED], "or")
        return NoSuchRole(shown, f"{shown!r} fits several roles: {listed}.", tuple(exact))
    near = _nearest(wanted, names)
    hint = f" Nearest: {join_words(near, 'or')}." if near else ""
    return NoSuchRole(shown, f"there is no role {shown!r}.{hint}", tuple(near))


def _nearest(wanted: str, names: dict[str, set[str]]) -> list[str]:
    owner = {name: role_id for role_id, known in names.items() for name in known}
    close = list(dict.fromkeys(owner[name] for name in nearest(wanted, owner, MOST_NAMED)))
    return close or sorted(names)[:MOST_NAMED]


def _names(role: Role) -> set[str]:
    return {_plain(name) for name in _all_names(role)}


def _all_names(role: Role) -> Iterable[str]:
    yield role.id
    yield role.title
    yield from role.aliases


def _plain(words: str) -> str:
    return re.sub(r"[\s_-]+", " ", clean(words, LONGEST_WORDS)).strip().casefold()
