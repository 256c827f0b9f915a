"""Bridges between roles: which tasks carry over to another role and which are new there, and ways on for one person.

Tasks carry over where they are the same kind of activity (`group` of a role file). Nothing here is priced: what a
change of work costs and brings is not in the index.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aijri_engine.content.library import Library
from aijri_engine.content.role import Role
from aijri_engine.content.role_index import RoleCard, card_of
from aijri_engine.index import Zone, zone_of
from aijri_engine.personal.figures import Figures
from aijri_engine.personal.personalise import Personalisation

LEAST_CARRIED = 50.0
"""Percent of the other role's week that must carry over for it to be named as a way on [ours]."""

LEAST_OF_ONE_KIND = 10.0
"""Percent of both weeks that one shared activity must have which is not part of nearly every job [ours]."""

IN_EVERY_JOB = frozenset({"coordinate", "records", "check", "lead", "plan", "write", "other"})
"""Activity groups that say little about what a job is."""

LEAST_HIGHER = 5.0
"""Index points by which a way on must stand higher than the person does now, besides its safer zone [ours]."""

MOST_WAYS = 3
"""Ways on that are named."""

MAJOR = 2
"""Digits of a code that name a major group of occupations."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A task there that is of a kind one does already."""

    there: str
    share: float
    """Percent of the week there."""
    here: tuple[str, ...]
    """The tasks one does that are of this kind."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What of one week is found again in another role."""

    carried: tuple[Carried, ...]
    new: tuple[str, ...]
    """Tasks there that are of no kind one does."""
    left: tuple[str, ...]
    """Tasks one does that are of no kind there."""
    share: float
    """Percent of the week there that one does already, in kind and in extent."""
    of_one_kind: float
    """The largest shared activity that is not part of nearly every job, in percent of both weeks."""


@dataclass(frozen=True, slots=True)
class WayOn:
    """Another role in a safer zone, and what leads there. Unpriced."""

    id: str
    """Role; empty for one of which only the published figure is known."""
    title: str
    provenance: str
    index: float
    zone: Zone
    carried: tuple[Carried, ...] = ()
    new: tuple[str, ...] = ()
    share: float = 0.0
    difference: str = ""
    """What is said of a neighbour of which only the figure is known."""


Row = tuple[str, str | None, float]
"""Name, activity group and percent of the week of a task."""


def week_of(role: RoleCard) -> list[Row]:
    """The week of a role."""
    return [(row.name, row.group, row.share) for row in role.week if row.share > 0]


def week_of_person(role: Role, personal: Personalisation) -> list[Row]:
    """The week of a person in a role."""
    known = {task.id: row for task, row in zip(role.tasks, card_of(role).week, strict=True)}
    return [
        (known[task.id].name, known[task.id].group, task.share)
        if task.id in known
        else (task.name, None, task.share)
        for task in personal.tasks
        if task.share > 0 and (task.id in known or task.own)
    ]


def crossing(week: Sequence[Row], there: Sequence[Row]) -> Crossing:
    """What of a week is found again in another."""
    mine, theirs = _by_group(week), _by_group(there)
    shared = {kind: min(mine[kind], theirs[kind]) for kind in theirs if kind in mine}
    carried = [
        Carried(name, share, tuple(here for here, own, _ in week if own == kind))
        for name, kind, share in there
        if kind in shared
    ]
    return Crossing(
        tuple(sorted(carried, key=lambda one: -one.share)),
        tuple(name for name, kind, _ in there if kind not in shared),
        tuple(name for name, kind, _ in week if kind not in shared),
        sum(shared.values()),
        max((share for kind, share in shared.items() if kind not in IN_EVERY_JOB), default=0.0),
    )


def _by_group(week: Iterable[Row]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for _, kind, share in week:
        if kind is not None:
            found[kind] += share
    return dict(found)


def ways_on(result: Figures) -> tuple[WayOn, ...]:
    """Roles in a safer zone that share half of their week with this person's, for a person in Yellow or Red.

    Empty in Green, and while the figure or the zone is withheld.
    """
    index = result.assessment.index
    if result.withheld or result.fit.withheld or zone_of(index) is Zone.GREEN or result.status.name == "base":
        return ()
    library, own = result.interview.library, result.personal.role
    week = week_of_person(own, result.personal)
    found: list[WayOn] = []
    for role in library.cards.values():
        there = role.index
        if role.id == own.id or there is None or not _safer(there, index) or not _near(library, own, role):
            continue
        met = crossing(week, week_of(role))
        if met.share >= LEAST_CARRIED and met.of_one_kind >= LEAST_OF_ONE_KIND:
            way = (role.provenance_word, there, zone_of(there), met.carried, met.new, met.share)
            found.append(WayOn(role.id, role.title, *way))
    found.sort(key=lambda one: (library.cards[one.id].pack != own.pack, -one.share, -one.index))
    return (*found, *_published_neighbours(library, own, index, {one.title for one in found}))[:MOST_WAYS]


def _published_neighbours(library: Library, own: Role, index: float, named: set[str]) -> list[WayOn]:
    """Neighbours of the role of which only the published figure is known, the highest first."""
    published = {one.title: one for one in library.landscape.roles} if library.landscape else {}
    found = []
    for neighbour in own.neighbours:
        there = published.get(neighbour.title)
        plain = neighbour.title.partition(" (")[0]
        if there is not None and _safer(there.index, index) and plain not in named:
            found.append(
                WayOn(
                    "",
                    there.title,
                    "published",
                    there.index,
                    zone_of(there.index),
                    difference=neighbour.difference,
                )
            )
    return sorted(found, key=lambda one: -one.index)


def _safer(there: float, here: float) -> bool:
    return there >= here + LEAST_HIGHER and zone_of(there) is not zone_of(here)


def _near(library: Library, own: Role, other: RoleCard) -> bool:
    """The same or a near kind of work: by pack, by what a pack is near to, or by major group of occupations."""
    packs = (own.pack or "", other.pack or "")
    if packs[0] and packs[0] == packs[1]:
        return True
    near = any(
        pack is not None and across in pack.near
        for pack, across in ((library.packs.get(packs[0]), packs[1]), (library.packs.get(packs[1]), packs[0]))
    )
    return near or bool({code[:MAJOR] for code in own.codes} & {code[:MAJOR] for code in other.codes})
