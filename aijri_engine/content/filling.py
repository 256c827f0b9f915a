"""A role file being filled in: its plain data, what may stand in for what is missing, and what was put where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aijri_engine.content.packs import Pack
from aijri_engine.content.role_defaults import RoleDefaults

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """One thing that was filled in: where it would stand in the file, and where it comes from."""

    place: str
    value: str
    origin: str
    """`generic`, `pack care`, `group records` or `derived`."""


@dataclass(frozen=True)
class Defaults:
    """Everything that may stand in for what a role file leaves out."""

    generic: RoleDefaults | None = None
    packs: Mapping[str, Pack] = field(default_factory=dict)
    digests: tuple[str, ...] = ()
    """Of the files these come from."""


@dataclass
class Filling:
    """The data of one role file on its way, and what was filled in so far."""

    data: Json
    defaults: Defaults
    filled: list[Filled] = field(default_factory=list)

    def put(self, where: Json, key: str, value: Any, origin: str, place: str = "") -> None:
        """`value` under `key`, unless the author wrote one."""
        if key not in where:
            where[key] = value
            self.filled.append(
                Filled(f"{place}.{key}" if place else key, " ".join(str(value).split()), origin)
            )


def as_list(value: Any) -> list[Any]:
    """The list, or an empty one where something else was written."""
    return value if isinstance(value, list) else []


def tasks_of(filling: Filling) -> list[Json]:
    """Tasks that are written as mappings; the others are told by the validation."""
    return [task for task in as_list(filling.data.get("tasks")) if isinstance(task, dict)]


def as_number(value: Any) -> float:
    """The number, 0 where something else was written."""
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0


def figures_of(data: Json, part: str, names: tuple[str, ...]) -> dict[str, float]:
    """Scores of a part by name, as far as they are written."""
    given = data.get(part)
    given = given if isinstance(given, Mapping) else {}
    return {
        name: as_number(given[name].get("score")) for name in names if isinstance(given.get(name), Mapping)
    }


def growth_of(data: Json) -> float:
    """Score of growth, -2..2; 0 where none is written."""
    growth = data.get("growth")
    return as_number(growth.get("score")) if isinstance(growth, Mapping) else 0.0
