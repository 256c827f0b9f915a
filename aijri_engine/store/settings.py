"""What is kept once for the whole store, by name; on a server once for each login."""

from sqlalchemy import Connection, delete, insert, select

from aijri_engine.store.schema import settings


def setting(connection: Connection, name: str) -> str:
    """The value kept under a name; empty for none, and for what is no text."""
    found = connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar()
    return found if isinstance(found, str) else ""


def is_kept(connection: Connection, name: str) -> bool:
    """Something is kept under a name, be it readable or not."""
    return connection.execute(select(settings.c.name).where(settings.c.name == name)).first() is not None


def keep_setting(connection: Connection, name: str, value: str) -> None:
    """Keep a value in the place of the one before; an empty one takes it away."""
    connection.execute(delete(settings).where(settings.c.name == name))
    if value:
        connection.execute(insert(settings).values(name=name, value=value))
