"""From the location of a model's error to a place in the file.

A model puts elements into a location that the file does not have, such as the name of a union's branch
(`("when", "all", "all", 1)` for `when: {all: [...]}`), so a location is laid over
the file as well as it fits.
"""

from dataclasses import dataclass
from typing import Final

from pydantic_core import ErrorDetails

from aijri_engine.content.yaml_document import Node, Place

KEY_OF_MAPPING: Final = "[key]"
"""The element a model adds when the key of a mapping itself is invalid."""


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
        fits = [
            fit for fit in fits if fit[1].kind == shape and (loc[-1] in fit[1].children) is wanted
        ] or fits
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
