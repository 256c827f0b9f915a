"""A YAML file that was read: its plain data, and where in the file each part of it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from aijri_engine.content.codes import Severity
from aijri_engine.content.problems import Problem, problem_at

Location = Sequence[str | int]
"""A way down the data: keys of mappings and indexes of lists."""

Place = tuple[int, int]
"""Line and column, both from 1."""

NO_KEYS: Final[Mapping[str, Place]] = MappingProxyType({})
NO_CHILDREN: Final[Mapping[str | int, "Node"]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """Where one value stands: the start of the value, of each key, and of everything inside.

    `flow` says that it stands between `[` `]` or `{` `}`; `empty` that nothing was written for it.
    """

    kind: Literal["mapping", "list", "scalar"]
    place: Place
    flow: bool = False
    empty: bool = False
    keys: Mapping[str, Place] = field(default_factory=lambda: NO_KEYS)
    children: Mapping[str | int, "Node"] = field(default_factory=lambda: NO_CHILDREN)


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name as messages tell it, its lines, its data as plain Python values, and its nodes."""

    name: str
    lines: tuple[str, ...] = field(repr=False)
    data: object
    root: Node = field(repr=False)

    def position(self, loc: Location, of: Literal["value", "key"] = "value") -> Place:
        """Return line and column of the value at `loc`, or of the key that leads to it.

        Where `loc` leads nowhere the place of the nearest existing parent is returned.
        """
        node = self.root
        for depth, step in enumerate(loc):
            child = node.children.get(step)
            if child is None:
                return node.place
            if of == "key" and depth == len(loc) - 1 and isinstance(step, str):
                return node.keys[step]
            node = child
        return node.place

    def problem(
        self,
        code: str,
        loc: Location,
        message: str,
        hint: str | None = None,
        of: Literal["value", "key"] = "value",
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem at `position(loc, of)` with the line quoted."""
        return problem_at(self.name, self.lines, self.position(loc, of), code, message, hint, severity)
