"""Lists of roles and occupations that stay readable: by family, with provenance, age, and what changed last."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem
from aijri_engine.content.role_index import RoleCard
from aijri_engine.text import counted

DAYS_OF_A_MONTH: Final = 30.44


@dataclass(frozen=True, slots=True)
class Family:
    """Roles of one kind of work."""

    title: str
    roles: tuple[RoleCard, ...]


@dataclass(frozen=True, slots=True)
class OccupationFamily:
    """Starting tables of one major group."""

    code: str
    title: str
    tables: tuple[tuple[str, str], ...]
    """Code and title."""


def families(library: Library) -> tuple[Family, ...]:
    """Roles by their category, in the order of the library."""
    found: dict[str, list[RoleCard]] = {}
    for role in library.cards.values():
        found.setdefault(role.category, []).append(role)
    return tuple(Family(title, tuple(roles)) for title, roles in found.items())


def occupation_families(library: Library) -> tuple[OccupationFamily, ...]:
    """The starting tables by major group; empty where the library has none."""
    tables = library.occupations
    if tables is None:
        return ()
    found: dict[str, list[tuple[str, str]]] = {}
    for code in tables.codes():
        found.setdefault(code[:2], []).append((code, tables.name(code)))
    return tuple(
        OccupationFamily(f"{major}-", tables.major_groups[major], tuple(rows))
        for major, rows in found.items()
    )


def age(role: RoleCard, today: date) -> str:
    """The day of the figures, and how old they are: `2026-11-20 (3 months old)`."""
    try:
        days = (today - date.fromisoformat(role.as_of)).days
        due = date.fromisoformat(role.review_by) < today
    except ValueError:
        return role.as_of
    months = round(days / DAYS_OF_A_MONTH)
    old = "new" if months < 1 else f"{counted(months, 'month')} old"
    return f"{role.as_of} ({old}{', to be reviewed' if due else ''})"


def left_out(problems: Iterable[Problem]) -> list[str]:
    """Files that cannot be used, a line each, with the way to see why."""
    counts = Counter(problem.file for problem in problems if problem.severity == "error")
    return [
        f"{file} is left out: {count} problem{'s' if count > 1 else ''}. `aijri check {file}` tells more."
        for file, count in counts.items()
    ]
