"""Means by group: no cell under five people, and no difference from the whole that tells about fewer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FEWEST = 5
"""People a figure must be about (design promise 9)."""


@dataclass(frozen=True, slots=True)
class GroupMean:
    """What may be said about one group."""

    name: str
    people: int
    index: float
    """Mean AIJRI, unrounded."""
    zones: Mapping[str, int]
    """People by zone; empty where one zone has fewer than five, or where all share one."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Every group that may be told, and what may not."""

    people: int
    index: float
    groups: tuple[GroupMean, ...]
    hidden: int
    """Groups that are not told."""

    @property
    def told(self) -> bool:
        """There are enough people to say anything."""
        return self.people >= FEWEST


def summarise(cells: Iterable[Mapping[str, Any]]) -> Summary:
    """From rows of `name`, `zone`, `people` and `points` (the sum of their indices) to what may be told.

    Groups under five are hidden. Where those together would still be fewer than five, the smallest told group is
    hidden with them, so that nobody finds them by taking the others from the whole.
    """
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    points: dict[str, float] = defaultdict(float)
    for cell in cells:
        name = str(cell["name"])
        counts[name][cell["zone"]] = counts[name].get(cell["zone"], 0) + int(cell["people"])
        points[name] += float(cell["points"])
    sizes = {name: sum(zones.values()) for name, zones in counts.items()}
    hidden = {name for name, people in sizes.items() if people < FEWEST}
    while hidden and sum(sizes[name] for name in hidden) < FEWEST and len(hidden) < len(sizes):
        hidden.add(min((name for name in sizes if name not in hidden), key=lambda name: (sizes[name], name)))
    people = sum(sizes.values())
    groups = [
        GroupMean(name, sizes[name], points[name] / sizes[name], _zones(counts[name]))
        for name in sorted(sizes)
        if name not in hidden
    ]
    return Summary(people, sum(points.values()) / people if people else 0.0, tuple(groups), len(hidden))


def _zones(zones: Mapping[str, int]) -> dict[str, int]:
    several = len(zones) > 1 and min(zones.values()) >= FEWEST
    return dict(sorted(zones.items())) if several else {}
