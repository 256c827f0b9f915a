"""What a store knows that takes permission away or leads to a file: a backup put in its place never forgets it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, inspect, select

from aijri_engine.store.answers import count, missing
from aijri_engine.store.identifiers import id_digest
from aijri_engine.store.schema import clients, consents, erased, files, release_members, releases, sessions
from aijri_engine.store.seals import DAMAGED, fits, keep, sealed_columns

WITHDRAWN = 7
ANSWER = ("version", "text", "goal", "coach", "answer", "given", "expires", "withdrawn")
FILE = ("kind", "path", "digest", "recipient", "created", "client_id", "session_id")


@dataclass(frozen=True, slots=True)
class Known:
    """What is read of a store."""

    erased: set[str] = field(default_factory=set)
    answers: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    """What each client answered about consent, in the order in which it was recorded; the last says it is whole."""
    told: dict[frozenset[str], str] = field(default_factory=dict)
    """Groups that a summary was told of, and when."""
    missing: set[str] = field(default_factory=set)
    """Clients of whom an answer is gone."""
    files: dict[tuple[Any, ...], bool] = field(default_factory=dict)
    """Files made of it, and whether each record is whole."""


def known_of(connection: Connection) -> Known:
    """What a store knows, whichever version wrote it."""
    found = Known(erased=set(connection.scalars(select(erased.c.digest))), missing=_missing(connection))
    for client, *answer in _kept(connection, consents, ("client_id", *ANSWER)):
        found.answers[client].append(tuple(answer))
    members: dict[tuple[int, str], set[str]] = defaultdict(set)
    both = select(releases.c.id, releases.c.created, release_members.c.element).join(release_members)
    for number, created, element in connection.execute(both):
        members[number, created].add(element)
    found.told.update({frozenset(group): when for (_, when), group in members.items()})
    found.files.update((tuple(row), whole) for *row, whole in _kept(connection, files, FILE))
    return found


def _missing(connection: Connection) -> set[str]:
    known = {one["name"] for one in inspect(connection).get_columns(clients.name)}
    return missing(connection) if clients.c.answers.name in known else set()


def _kept(connection: Connection, table: Table, names: Iterable[str]) -> list[tuple[Any, ...]]:
    """These columns of each record, and whether it is as it was saved, which not every version could tell."""
    known = {one["name"] for one in inspect(connection).get_columns(table.name)}
    columns = [table.c[name] for name in names]
    query = select(*columns, *(sealed_columns(table) if "seal" in known else ())).order_by(table.c.id)
    rows = ((row[: len(columns)], row[len(columns) :]) for row in connection.execute(query))
    return [(*row, not sealed or fits(sealed)) for row, sealed in rows]


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
        keep(connection, consents, *(_record(("client_id", *ANSWER), (client, *one)) for one in both))
    count(connection, here.answers.keys() & ids - here.missing)
    count(connection, here.missing & ids, missing=True)
    for group, created in here.told.items():
        if group not in there.told:
            number = connection.scalars(
                insert(releases).values(created=created).returning(releases.c.id)
            ).one()
            _insert(connection, release_members, [{"release_id": number, "element": one} for one in group])
    rows = (
        [*(one if place < 5 or one in ids else None for place, one in enumerate(row)), here.files[row]]
        for row in here.files.keys() - there.files.keys()
    )
    keep(connection, files, *(_record(FILE, row) for row in rows))


def _record(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """The values under their names; one that was damaged, as the last of them says, stays so."""
    return dict(zip((*names, "seal"), (*values[:-1], "" if values[-1] else DAMAGED), strict=True))


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _together(there: list[tuple[Any, ...]], here: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The answers of both, the newest last; one that was withdrawn in either is."""
    known = {one[:WITHDRAWN]: one for one in (*there, *here)}
    known |= {one[:WITHDRAWN]: one for one in (*there, *here) if one[WITHDRAWN] is not None}
    apart = [[one[:WITHDRAWN] for one in rows] for rows in (there, here)]
    first, second = ([one for one in rows if one not in other] for rows, other in (apart, apart[::-1]))
    tails = sorted((first, second), key=lambda rows: f"{rows[-1][5]}" if rows else "")
    order = [*(one for one in apart[0] if one in apart[1]), *tails[0], *tails[1]]
    return [known[one] for one in dict.fromkeys(order)]
