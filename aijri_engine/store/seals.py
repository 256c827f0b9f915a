"""A session is sealed with a digest over what its figure comes from: what was altered, swapped or moved is noticed."""

from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby

from sqlalchemy import Connection, text


def seal_of(*parts: object) -> str:
    """SHA-256 over these parts, in this order."""
    return sha256("\0".join(f"{part}" for part in parts).encode(errors="replace")).hexdigest()


def sealed(before: str, bodies: Iterable[object]) -> str:
    """The seal after these entries of a log; `before` is that of what is sealed with them, or after earlier ones."""
    for body in bodies:
        before = seal_of(before, body)
    return before


def seal_all(connection: Connection) -> None:
    """Seal what was written by a program that knew no seals; in plain SQL, for a migration has no newer tables."""
    bodies = connection.execute(
        text(
            "SELECT sessions.id, client_id, role, seed, body FROM sessions JOIN events ON session_id = sessions.id "
            "WHERE seal = '' ORDER BY sessions.id, number"
        )
    ).all()
    seals = [
        {"id": about[0], "seal": sealed(seal_of(*about), (row.body for row in rows))}
        for about, rows in groupby(bodies, lambda row: tuple(row[:4]))
    ]
    if seals:
        connection.execute(text("UPDATE sessions SET seal = :seal WHERE id = :id"), seals)
    files = connection.execute(text("SELECT digest AS id, body FROM contents WHERE seal = ''")).all()
    if files:
        values = [{"id": row.id, "seal": seal_of(row.body)} for row in files]
        connection.execute(text("UPDATE contents SET seal = :seal WHERE digest = :id"), values)
