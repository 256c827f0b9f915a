"""Digests over what a figure comes from and what a coach keeps: what was altered, swapped or moved is noticed."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, insert, select, text, update

from aijri_engine.store.schema import as_stored

RECORDS = {
    "consents": [
        "id",
        "client_id",
        "version",
        "text",
        "goal",
        "coach",
        "answer",
        "given",
        "expires",
        "withdrawn",
    ],
    "notes": ["id", "client_id", "private", "body", "created", "reading", "login", "version"],
    "acts": [
        "id",
        "client_id",
        "act",
        "owner",
        "due",
        "sign",
        "state",
        "created",
        "updated",
        "login",
        "version",
    ],
    "files": ["id", "client_id", "kind", "path", "digest", "recipient", "created", "login", "machine"],
    "contents": ["body"],
}
"""What is sealed of each; the session that a record is about may be erased, and is left out."""
DAMAGED = "damaged"
"""Stands for a seal that did not fit, where a record is copied."""


def seal_of(*parts: object) -> str:
    """SHA-256 over these parts, in this order; a mark is the number that a file holds for it."""
    numbers = (int(part) if isinstance(part, bool) else part for part in parts)
    return sha256("\0".join(f"{part}" for part in numbers).encode(errors="replace")).hexdigest()


def sealed(before: str, bodies: Iterable[object]) -> str:
    """The seal after these entries of a log; `before` is that of what is sealed with them, or after earlier ones."""
    for body in bodies:
        before = seal_of(before, body)
    return before


def sealed_columns(table: Table) -> list[ColumnElement[Any]]:
    """What a record is sealed with, and its seal: what `fits` looks at."""
    return [*(as_stored(table.c[name]) for name in RECORDS[table.name]), table.c.seal]


def fits(values: Sequence[object]) -> bool:
    """A record is as it was saved."""
    return values[-1] == seal_of(*values[:-1])


def keep(connection: Connection, table: Table, *rows: Mapping[str, Any]) -> list[int]:
    """Write new records down and seal them, but for those that are `DAMAGED`; their numbers."""
    if not rows:
        return []
    numbers = list(connection.scalars(insert(table).returning(table.c.id), list(rows)))
    new = table.c.id.between(min(numbers), max(numbers))
    _seal(connection, table, new & (table.c.seal != DAMAGED))
    return numbers


def change(
    connection: Connection, table: Table, where: ColumnElement[bool], values: Mapping[str, Any]
) -> int:
    """Change records; how many. What was damaged stays so: the others are sealed anew."""
    sealing = select(*sealed_columns(table)).where(where) if table.name in RECORDS else None
    before = connection.execute(sealing).all() if sealing is not None else []
    count = connection.execute(update(table).where(where).values(**values)).rowcount
    if whole := [row.id for row in before if fits(row)]:
        _seal(connection, table, table.c.id.in_(whole))
    return count


def _seal(connection: Connection, table: Table, where: ColumnElement[bool]) -> None:
    rows = connection.execute(select(*sealed_columns(table)).where(where)).all()
    if rows:
        one = update(table).where(table.c.id == bindparam("key")).values(seal=bindparam("new"))
        connection.execute(one, [{"key": row.id, "new": seal_of(*row[:-1])} for row in rows])


def seal_all(connection: Connection, tables: Iterable[str]) -> None:
    """Seal what was written by a program that knew no seals; in plain SQL, for a migration has no newer tables."""
    for table in tables:
        if table == "sessions":
            key, seals = "id", _seals_of_sessions(connection)
        else:
            key = "digest" if table == "contents" else "id"
            names = ", ".join((f"{key} AS key", *RECORDS[table]))
            rows = connection.execute(text(f"SELECT {names} FROM {table} WHERE seal = ''"))
            seals = [{"key": row.key, "seal": seal_of(*row[1:])} for row in rows]
        if seals:
            connection.execute(text(f"UPDATE {table} SET seal = :seal WHERE {key} = :key"), seals)


def _seals_of_sessions(connection: Connection) -> list[dict[str, Any]]:
    bodies = connection.execute(
        text(
            "SELECT sessions.id, client_id, role, seed, body FROM sessions JOIN events ON session_id = sessions.id "
            "WHERE seal = '' ORDER BY sessions.id, number"
        )
    )
    return [
        {"key": about[0], "seal": sealed(seal_of(*about), (row.body for row in rows))}
        for about, rows in groupby(bodies, lambda row: tuple(row[:4]))
    ]
