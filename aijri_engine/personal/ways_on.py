"""Bridges between roles: which tasks carry over to another role and which are new there, and ways on for one person.

Tasks are alike where they are the same kind of activity (`group` of a role file); one is known already where people
use a word for both (`aliases`) that belongs to one kind of activity alone: writing kernels is software like writing
services, and still has to be learned.
Nothing here is priced: what a change of work costs and brings is not in the index.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aijri_engine.content.library import Library
from aijri_engine.content.role import Role
from aijri_engine.content.role_index import RoleCard, WeekRow, card_of
from aijri_engine.index import Zone, zone_of
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
    """The tasks one does that are of this kind; of a known one, those that people name by a word of it."""
    known: bool
    """One does it already: some task of this kind goes by the same word here."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What of one week is found again in another role."""

    carried: tuple[Carried, ...]
    new: tuple[str, ...]
    """Tasks there that are of no kind one does."""
    left: tuple[str, ...]
    """Tasks one does that are of no kind there."""
    share: float
    """Percent of the week there that is of a kind one does, to the extent one does it; it says which work is near."""
    of_one_kind: float
    """The largest shared activity that is not part of nearly every job, in percent of both weeks."""

    @property
    def known(self) -> float:
        """Percent of the week there that one does already: what the known tasks take, added up."""
        return sum(one.share for one in self.carried if one.known)


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
    """Percent of its week that one does already."""
    difference: str = ""
    """What is said of a neighbour of which only the figure is known."""


def week_of(role: RoleCard) -> list[WeekRow]:
    """The week of a role."""
    return [row for row in role.week if row.share > 0]


def week_of_person(role: Role, personal: Personalisation) -> list[WeekRow]:
    """The week of a person in a role."""
    known = {task.id: row for task, row in zip(role.tasks, card_of(role).week, strict=True)}
    return [
        known[task.id]._replace(share=task.share)
        if task.id in known
        else WeekRow(task.name, task.name, None, task.share)
        for task in personal.tasks
        if task.share > 0 and (task.id in known or task.own)
    ]


def everyday_words(library: Library) -> frozenset[str]:
    """Words of tasks that say nothing of their subject: names of kinds of activity, and what is said for several."""
    kinds: dict[str, set[str | None]] = defaultdict(set)
    for card in library.cards.values():
        for row in card.week:
            for word in row.words:
                kinds[word].add(row.group)
    return frozenset((*library.activity_words, *(word for word, used in kinds.items() if len(used) > 1)))


def crossing(week: Sequence[WeekRow], there: Sequence[WeekRow], everyday: frozenset[str]) -> Crossing:
    """What of a week is found again in another; `everyday` words make no task a known one."""
    mine, theirs = _by_group(week), _by_group(there)
    shared = {kind: min(mine[kind], theirs[kind]) for kind in theirs if kind in mine}
    carried = [_carried(week, row, everyday) for row in there if row.group in shared]
    return Crossing(
        tuple(sorted(carried, key=lambda one: (not one.known, -one.share))),
        tuple(row.name for row in there if row.group not in shared),
        tuple(row.name for row in week if row.group not in shared),
        sum(shared.values()),
        max((share for kind, share in shared.items() if kind not in IN_EVERY_JOB), default=0.0),
    )


def _carried(week: Sequence[WeekRow], there: WeekRow, everyday: frozenset[str]) -> Carried:
    alike = [row for row in week if row.group == there.group]
    subject = {there.name, *there.words} - everyday
    named = [row for row in alike if row.name == there.name or subject.intersection(row.words)]
    return Carried(there.name, there.share, tuple(row.name for row in named or alike), bool(named))


def _by_group(week: Iterable[WeekRow]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for row in week:
        if row.group is not None:
            found[row.group] += row.share
    return dict(found)


def ways_on(library: Library, personal: Personalisation) -> tuple[WayOn, ...]:
    """Roles in a safer zone whose week is half of kinds this person does, for a person in Yellow or Red."""
    index, own = personal.assess().index, personal.role
    if zone_of(index) is Zone.GREEN:
        return ()
    week, everyday = week_of_person(own, personal), everyday_words(library)
    found: list[WayOn] = []
    for role in library.cards.values():
        there = role.index
        if role.id == own.id or there is None or not _safer(there, index) or not _near(library, own, role):
            continue
        met = crossing(week, week_of(role), everyday)
        near = met.share >= LEAST_CARRIED and met.of_one_kind >= LEAST_OF_ONE_KIND
        if near and (met.known or own.derived):
            way = (role.provenance_word, there, zone_of(there), met.carried, met.new, met.known)
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
