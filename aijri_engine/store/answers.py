"""Which answers about consent each client gave, kept with the client: one that is gone is missed where it was."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select, text, update

from aijri_engine.store.schema import clients, consents
from aijri_engine.store.seals import seal_of

UNKNOWN = "?"
"""Stands among the numbers for an answer that was missing before, and is until a new one is given."""


def count(connection: Connection, owners: Iterable[str], missing: bool = False) -> None:
    """Write down which answers of these clients there are; what is `missing` besides stays so."""
    for owner in owners:
        mine = select(consents.c.id).where(consents.c.client_id == owner).order_by(consents.c.id)
        numbers = [*map(str, connection.scalars(mine)), *([UNKNOWN] if missing else [])]
        told = told_of(owner, ",".join(numbers))
        connection.execute(update(clients).where(clients.c.id == owner).values(answers=told))


def count_all(connection: Connection) -> None:
    """The same for all, in plain SQL: a migration has no newer tables."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for number, owner in connection.execute(text("SELECT id, client_id FROM consents ORDER BY id")):
        numbers[owner].append(str(number))
    owners = connection.scalars(text("SELECT id FROM clients")).all()
    rows = [{"key": owner, "told": told_of(owner, ",".join(numbers[owner]))} for owner in owners]
    if rows:
        connection.execute(text("UPDATE clients SET answers = :told WHERE id = :key"), rows)


def missing(connection: Connection, of: Collection[str] | None = None) -> set[str]:
    """Clients, of all or of these, of whom an answer about consent is gone, or what tells of it was altered."""
    query, given = select(clients.c.id, clients.c.answers), select(consents.c.client_id, consents.c.id)
    if of is not None:
        query, given = query.where(clients.c.id.in_(of)), given.where(consents.c.client_id.in_(of))
    here: dict[str, set[str]] = defaultdict(set)
    for owner, number in connection.execute(given):
        here[owner].add(str(number))
    found = set()
    for owner, told in connection.execute(query):
        numbers = str(told).partition(":")[0]
        if told != told_of(owner, numbers) or not {*filter(None, numbers.split(","))} <= here[owner]:
            found.add(owner)
    return found


def told_of(owner: str, numbers: str = "") -> str:
    """What is kept of these answers of a client; without any, of a new one."""
    return f"{numbers}:{seal_of(owner, numbers)}"
