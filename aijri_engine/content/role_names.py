"""Finding a role by what people type: its id, its title, an alias, or a part that fits only one."""

import re
from contextlib import suppress
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
    with suppress(LookupError):
        return library.role(words.strip())
    names = {
        role.id: {_plain(name) for name in (role.id, role.title, *role.aliases)}
        for role in library.cards.values()
    }
    exact = [role_id for role_id, known in names.items() if wanted in known]
    if not exact and len(wanted) >= SHORTEST_PART:
        part = re.compile(rf"\b{re.escape(wanted)}")
        exact = [role_id for role_id, known in names.items() if any(map(part.search, known))]
    if len(exact) == 1:
        return library.role(exact[0])
    shown = clean(words, LONGEST_WORDS)
    if not exact and (code := _titled(library, wanted)):
        return library.role(code)
    if exact:
        listed = join_words(exact[:MOST_NAMED], "or")
        return NoSuchRole(shown, f"{shown!r} fits several roles: {listed}.", tuple(exact))
    near = _nearest(library, words, names)
    hint = f" Nearest: {join_words(list(near.values()), 'or')}." if near else ""
    return NoSuchRole(shown, f"there is no role {shown!r}.{hint}", tuple(near))


def _titled(library: Library, wanted: str) -> str | None:
    """Code of the occupation of just this title."""
    tables = library.occupations
    if tables is None:
        return None
    return next((code for code in tables.codes() if _plain(tables.name(code)) == wanted), None)


def _nearest(library: Library, words: str, names: dict[str, set[str]]) -> dict[str, str]:
    """Ids of what was probably meant, each as it is told; none for what resembles no job at all."""
    owner = {name: role_id for role_id, known in names.items() for name in known}
    close = {owner[name]: owner[name] for name in nearest(_plain(words), owner, MOST_NAMED)}
    if close:
        return close
    from aijri_engine.content.jobs import search_jobs

    return {
        match.id: match.id if match.id in library.cards else f"{match.title} ({match.id})"
        for match in search_jobs(library, words)[:MOST_NAMED]
    }


def _plain(words: str) -> str:
    return re.sub(r"[\s_-]+", " ", clean(words, LONGEST_WORDS)).strip().casefold()
