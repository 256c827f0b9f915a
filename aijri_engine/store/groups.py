"""Summaries of groups: means of five people or more, and never two that together would tell about fewer."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select

from aijri_engine.content.library import Library
from aijri_engine.personal.withheld import FEWEST as FEWEST
from aijri_engine.personal.withheld import zones_told
from aijri_engine.store.errors import StoreError
from aijri_engine.store.roster_queries import held_on
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.schema import clients, release_members, releases
from aijri_engine.store.sittings import result_of
from aijri_engine.text import clean

if TYPE_CHECKING:
    from aijri_engine.store.store import Store


OTHER = "other work"
"""Rows that are one person's own: their names are that person's words, and tell who it is."""


class TooFew(StoreError):  # noqa: N818
    """A summary that would tell about fewer than five people."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person's latest sitting in a group."""

    token: str
    """Stands for the person; random."""
    session_id: str
    events: int
    index: float
    zone: str
    shares: Mapping[str, float]
    """Percent of the week by the name of a task."""
    provisional: bool = False
    """The figure rests on too few own answers to stay where it is."""

    @property
    def element(self) -> str:
        """This sitting of this person: another sitting is another element."""
        return hashlib.sha256(f"{self.token} {self.session_id} {self.events}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """What may be said about a group."""

    people: int
    role: str
    """Its title."""
    index: float
    """Mean, one decimal."""
    zones: Mapping[str, int]
    """People by zone, only where there are several and each holds at least five: one zone for all would tell each's."""
    shares: Mapping[str, float]
    """Mean percent of the week by the name of a task."""
    left_out: tuple[str, ...] = ()
    """Who is not in it and why, as sentences."""
    provisional: int = 0
    """People in it whose figure is provisional."""

    @property
    def words(self) -> str:
        """The figure, and how far it rests on answers that are not all given yet."""
        told = f"{self.people} people, {self.role}: mean index {self.index:.1f}"
        if not self.provisional:
            return told
        count = "all" if self.provisional == self.people else f"{self.provisional}"
        return (
            f"{told}; {count} of them provisional, for answers that count are missing or do not fit together"
        )


def summarise(members: Iterable[Member], role: str) -> GroupSummary:
    """The summary of these people, whatever was told before. Raises `TooFew`."""
    group = list(members)
    _enough(len({member.token for member in group}))
    tasks = dict.fromkeys(task for member in group for task in member.shares)
    return GroupSummary(
        people=len(group),
        role=role,
        index=round(fmean(member.index for member in group), 1),
        zones=zones_told(Counter(member.zone for member in group)),
        provisional=sum(member.provisional for member in group),
        shares={task: round(fmean(member.shares.get(task, 0.0) for member in group), 1) for task in tasks},
    )


def release(connection: Connection, members: Iterable[Member], now: str) -> None:
    """Record that a summary of these people is told. Raises `TooFew`, and records nothing, where it must not be.

    All groups told so far and this one divide people into cells: those who are in exactly the same groups. Whatever is
    added, subtracted or otherwise combined from the summaries concerns whole cells; so none may hold fewer than five.
    """
    wanted = {member.element for member in members}
    _enough(len(wanted))
    told: dict[int, set[str]] = defaultdict(set)
    for number, element in connection.execute(
        select(release_members.c.release_id, release_members.c.element)
    ):
        told[number].add(element)
    if wanted in told.values():
        return
    groups = [*told.values(), wanted]
    cells = Counter(tuple(element in group for group in groups) for element in set().union(*groups))
    if min(cells.values()) < FEWEST:
        raise TooFew(
            f"Together with a summary told before, this one would tell about fewer than {FEWEST} people.",
            "Use the same group as before, or one that differs by at least five people each way.",
        )
    number = connection.scalars(insert(releases).values(created=now).returning(releases.c.id)).one()
    rows = [{"release_id": number, "element": element} for element in sorted(wanted)]
    connection.execute(insert(release_members), rows)


def _enough(people: int) -> None:
    if people < FEWEST:
        raise TooFew(
            f"A summary needs at least {FEWEST} people; this group has {people}.",
            "Widen the group; smaller ones are never summarised.",
        )


def _left_out(unread: int, without: int) -> tuple[str, ...]:
    """How many are not in a summary: their record cannot be read, or their sitting has no figure to tell."""
    who = "the record of one more cannot" if unread == 1 else f"the records of {unread} more cannot"
    have = "one more has" if without == 1 else f"{without} more have"
    told = (f"Besides, {who} be read; `aijri clients` says whose.",) if unread else ()
    return (*told, f"Besides, {have} no figure yet, or one that is withheld.") if without else told


def group_summary(store: "Store", library: Library, role: str, search: str | None = None) -> GroupSummary:
    """Means over the latest sitting of every client with this role whose consent has not ended. Raises `TooFew`.

    Told summaries are remembered, so that no two of them can be set against each other to learn about fewer than
    five people.
    """
    latest: dict[str, SessionRow] = {}
    spoiled = {row.id for row in store.roster.clients() if row.trouble}
    with store.reading() as connection:
        agreed = held_on(connection, store.today()) | spoiled
        tokens = {row.id: row.token for row in connection.execute(select(clients.c.id, clients.c.token))}
    words = clean(search or "", 200).casefold().split()
    for row in store.sessions(role=role):
        about = (row.goal.casefold(), (row.client or "").casefold())
        if row.client_id in agreed and all(any(word in one for one in about) for word in words):
            latest.setdefault(row.client_id, row)
    names = {task.id: task.name for task in library.role(role).tasks}
    members, unread, without = [], 0, 0
    for client_id, row in latest.items():
        try:
            token, found = tokens[client_id], result_of(store, row.id, library)
            if client_id in spoiled or not (isinstance(token, str) and token.isprintable()):
                raise LookupError(client_id)
        except (StoreError, LookupError):
            unread += 1
            continue
        if found.status.name == "base" or found.withheld:
            without += 1
        else:
            shares: dict[str, float] = defaultdict(float)
            for task in found.personal.tasks:
                shares[names.get(task.id, OTHER)] += task.share
            zone, index = found.assessment.zone.value, found.assessment.index
            open_still = found.status.name == "provisional"
            members.append(Member(token, row.id, row.events, index, zone, shares, open_still))
    try:
        told = replace(summarise(members, library.role(role).title), left_out=_left_out(unread, without))
    except TooFew as few:
        out = _left_out(unread, without)
        raise TooFew(" ".join((few.sentences[0], *out)), *few.sentences[1:]) if out else few from None
    with store.writing() as connection:
        release(connection, members, store.now())
    return told
