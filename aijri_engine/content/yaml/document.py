"""A YAML file that was read: its plain data, where each part of it stands, and where an error of its model stands.

A model puts elements into the location of an error that the file does not have, such as the name of a union's branch
(`("when", "all", "all", 1)` for `when: {all: [...]}`), so a location is laid over the file as well as it fits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from pydantic_core import ErrorDetails

from aijri_engine.content.codes import Severity
from aijri_engine.content.problems import Problem, problem_at

Location = Sequence[str | int]
"""A way down the data: keys of mappings and indexes of lists."""

Place = tuple[int, int]
"""Line and column, both from 1."""

KEY_OF_MAPPING: Final = "[key]"
"""The element a model adds when the key of a mapping itself is invalid."""

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
class YamlFile:
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


@dataclass(frozen=True, slots=True)
class Located:
    """An error of a model with its location in the file.

    `path` is the part of `loc` that the file has; `inserted` the indexes in `loc` that the model added;
    `node` the value meant or, for a missing key, the mapping that lacks it.
    """

    detail: ErrorDetails
    loc: tuple[str | int, ...]
    path: tuple[str | int, ...]
    inserted: tuple[int, ...]
    node: Node
    place: Place


def locate(root: Node, detail: ErrorDetails) -> Located:
    """Return `detail` with the path it takes below `root`."""
    loc = detail["loc"]
    kind = detail["type"]
    names_key = bool(loc) and kind in ("missing", "extra_forbidden")
    walked = loc[:-1] if names_key else loc
    fits = _fits(root, walked)
    if names_key:
        wanted = kind == "extra_forbidden"
        shape = "mapping" if isinstance(loc[-1], str) else "list"
        written_short = [fit for fit in fits if len(fit[0]) == len(walked) and fit[1].kind != "mapping"]
        fits = (
            written_short
            or [fit for fit in fits if fit[1].kind == shape and (loc[-1] in fit[1].children) is wanted]
            or fits
        )
    used, node = max(fits, key=lambda fit: (len(fit[0]), fit[0][-1:]))
    path = tuple(walked[index] for index in used)
    inserted = tuple(index for index in range(len(walked)) if index not in used)
    place = node.place
    if names_key and isinstance(loc[-1], str):
        place = node.keys.get(loc[-1], place)
    elif loc and loc[-1] == KEY_OF_MAPPING:
        place = _key_place(root, path) or place
    return Located(detail, loc, path, inserted, node, place)


def _fits(root: Node, loc: tuple[str | int, ...]) -> list[tuple[tuple[int, ...], Node]]:
    """Every node that elements of `loc`, some left out, lead to, with the indexes of those elements."""
    best: dict[int, tuple[tuple[int, ...], Node]] = {id(root): ((), root)}
    for index, element in enumerate(loc):
        for used, node in list(best.values()):
            child = node.children.get(element)
            if child is None:
                continue
            fit = ((*used, index), child)
            known = best.get(id(child))
            if known is None or (len(fit[0]), fit[0]) > (len(known[0]), known[0]):
                best[id(child)] = fit
    return list(best.values())


def _key_place(root: Node, path: tuple[str | int, ...]) -> Place | None:
    node = root
    for element in path[:-1]:
        node = node.children[element]
    last = path[-1] if path else None
    return node.keys.get(last) if isinstance(last, str) else None
