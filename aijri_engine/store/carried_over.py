"""What a store knows that takes permission away or leads to a file: a backup put in its place never forgets it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from aijri_engine.store.identifiers import id_digest
from aijri_engine.store.schema import clients, consents, erased, files, release_members, releases, sessions

WITHDRAWN = 7
ANSWER = ("version", "text", "goal", "coach", "answer", "given", "expires", "withdrawn")
FILE = ("kind", "path", "digest", "recipient", "created", "client_id", "session_id")


@dataclass(frozen=True, slots=True)
class Known:
    """What is read of a store."""

    erased: set[str] = field(default_factory=set)
    answers: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    """What each client answered about consent, in the order in which it was recorded."""
    told: dict[frozenset[str], str] = field(default_factory=dict)
    """Groups that a summary was told of, and when."""
    files: set[tuple[Any, ...]] = field(default_factory=set)


def known_of(connection: Connection) -> Known:
    """What a store knows, whichever version wrote it."""
    found = Known(erased=set(connection.scalars(select(erased.c.digest))))
    answers = select(consents.c.client_id, *(consents.c[name] for name in ANSWER)).order_by(consents.c.id)
    for client, *answer in connection.execute(answers):
        found.answers[client].append(tuple(answer))
    members: dict[tuple[int, str], set[str]] = defaultdict(set)
    both = select(releases.c.id, releases.c.created, release_members.c.element).join(release_members)
    for number, created, element in connection.execute(both):
        members[number, created].add(element)
    found.told.update({frozenset(group): when for (_, when), group in members.items()})
    found.files.update(map(tuple, connection.execute(select(*(files.c[name] for name in FILE)))))
    return found


def carry_over(connection: Connection, here: Known) -> None:
    """Bring into a store what was erased, answered, told and written as the store before it knew it."""
    for table in (sessions, clients):
        for one in list(connection.scalars(select(table.c.id))):
            if id_digest(one) in here.erased:
                connection.execute(delete(table).where(table.c.id == one))
    there = known_of(connection)
    _insert(connection, erased, [{"digest": digest} for digest in here.erased - there.erased])
    ids = {None, *connection.scalars(select(clients.c.id)), *connection.scalars(select(sessions.c.id))}
    for client in here.answers.keys() & ids:
        connection.execute(delete(consents).where(consents.c.client_id == client))
        both = _together(there.answers[client], here.answers[client])
        _insert(
            connection,
            consents,
            [{"client_id": client, **dict(zip(ANSWER, one, strict=True))} for one in both],
        )
    for group, created in here.told.items():
        if group not in there.told:
            number = connection.scalars(
                insert(releases).values(created=created).returning(releases.c.id)
            ).one()
            _insert(connection, release_members, [{"release_id": number, "element": one} for one in group])
    rows = (
        [one if place < 5 or one in ids else None for place, one in enumerate(row)]
        for row in here.files - there.files
    )
    _insert(connection, files, [dict(zip(FILE, row, strict=True)) for row in rows])


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _together(there: list[tuple[Any, ...]], here: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The answers of both, the newest last; one that was withdrawn in either is."""
    taken = {one[:WITHDRAWN]: one for rows in (there, here) for one in rows if one[WITHDRAWN] is not None}
    apart = [[one[:WITHDRAWN] for one in rows] for rows in (there, here)]
    first, second = ([one for one in rows if one not in other] for rows, other in (apart, apart[::-1]))
    tails = sorted((first, second), key=lambda rows: f"{rows[-1][5]}" if rows else "")
    order = [*(one for one in apart[0] if one in apart[1]), *tails[0], *tails[1]]
    return [taken.get(one, (*one, None)) for one in dict.fromkeys(order)]
