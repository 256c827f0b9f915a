"""Records of a client who is not here, because something altered whose they are: their seals tell whose they were."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, select, update

from aijri_engine.store.schema import acts, clients, consents, files, notes, sessions
from aijri_engine.store.seals import seal_of, sealed, sealed_columns
from aijri_engine.store.sessions import entries


def bring_home(connection: Connection, nobodys: str | None) -> None:
    """Give each record its client back; one that fits nobody goes to `nobodys`, or stays where that is None.

    What is as it was saved belongs to a client whose own record is damaged, and stays.
    """
    here = [*connection.scalars(select(clients.c.id)), None]
    for table in (consents, notes, acts, files, sessions):
        for key, owner, is_of in list(_away(connection, table)):
            if is_of(owner):
                continue
            other = nobodys if owner is not None and nobodys in here else owner
            home = next((one for one in here if is_of(one)), other)
            connection.execute(update(table).where(table.c.id == key).values(client_id=home))


def _away(connection: Connection, table: Table) -> Iterator[tuple[Any, Any, Callable[[Any], bool]]]:
    """Id, client and whose seal it bears, of each record that is nobody's who is here."""
    owner = table.c.client_id
    away = owner.is_(None) | owner.not_in(select(clients.c.id))
    if table is sessions:
        for key in connection.scalars(select(sessions.c.id).where(away)).all():
            rows = entries(connection, key)
            if not rows:  # its id is no text, so that nothing else is found by it
                continue
            about, bodies = rows[0][5:], [row.body for row in rows]
            yield key, about[1], partial(_bears, rows[0].seal, about, bodies)
    else:
        for row in connection.execute(select(*sealed_columns(table)).where(away)).all():
            yield row.id, row.client_id, partial(_bears, row.seal, row[:-1], ())


def _bears(seal: str, about: Sequence[object], bodies: Sequence[object], owner: Any) -> bool:
    """The seal is that of this client's record; the client stands second in what is sealed, see `RECORDS`."""
    key, _, *rest = about
    return seal == sealed(seal_of(key, owner, *rest), bodies)
