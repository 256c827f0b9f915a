"""Lists of roles and occupations that stay readable: by family, with provenance, age, and what changed last."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem
from aijri_engine.content.role_index import RoleCard
from aijri_engine.text import counted

MAJOR_GROUPS: Final[Mapping[str, str]] = {
    "11": "Management", "13": "Business and finance", "15": "Computing and mathematics",
    "17": "Architecture and engineering", "19": "Science", "21": "Community and social work", "23": "Law",
    "25": "Education and libraries", "27": "Arts, media and languages", "29": "Health professions",
    "31": "Health support", "33": "Protection", "35": "Food", "37": "Cleaning and grounds", "39": "Personal care",
    "41": "Sales", "43": "Office and administration", "45": "Farming, fishing and forestry",
    "47": "Building and extraction", "49": "Installation and repair", "51": "Production", "53": "Transport",
    "55": "Military",
}  # fmt: skip
"""Major groups of the US Standard Occupational Classification, in our words."""

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
        OccupationFamily(f"{major}-", MAJOR_GROUPS.get(major, major), tuple(rows))
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
