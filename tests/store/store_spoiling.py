"""What something else does to a record of the store."""

from collections.abc import Callable

from sqlalchemy import Connection, update

from aijri_engine.store.schema import sessions

Spoiling = Callable[[Connection, str], object]


def column(**values: object) -> Spoiling:
    """A value beside the entries that the figure comes from."""
    return lambda connection, session_id: connection.execute(
        update(sessions).where(sessions.c.id == session_id).values(**values)
    )
