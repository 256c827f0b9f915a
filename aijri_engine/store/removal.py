"""What leaves a store: deleted and brought back within a week, or erased for good."""

from typing import Any

from sqlalchemy import Connection, Select, Table, or_, select, update

from aijri_engine.store import sessions as stored
from aijri_engine.store.clock import stamp
from aijri_engine.store.erasure import Erased, erase, found_in_copies
from aijri_engine.store.erasure_scope import Scope
from aijri_engine.store.errors import UnknownClient, UnknownSession
from aijri_engine.store.identifiers import is_id, new_id
from aijri_engine.store.open_store import OpenStore
from aijri_engine.store.receipts import Receipt, receipts_of
from aijri_engine.store.roster_queries import find_client, refuse_others, strays
from aijri_engine.store.rows import ClientRow, SessionRow
from aijri_engine.store.schema import clients, hidden, sessions
from aijri_engine.store.undo import UNDO_WINDOW, time_seen


class Removal(OpenStore):
    """Deleting, bringing back, erasing."""

    def deleted_sessions(self) -> list[SessionRow]:
        """Sessions that can be brought back."""
        with self._database.reading() as connection:
            query = stored.listing().where(hidden(sessions))
            return stored.newest_first(connection.execute(query))

    def delete(self, session_id: str) -> SessionRow:
        """Hide a session; `undelete` brings it back until it is erased. Raises `UnknownSession`."""
        with self._database.writing() as connection:
            row = stored.find(connection, session_id)
            self._refuse_others(connection, row)
            self._hide(connection, sessions, row.id)
        return row

    def undelete(self, session_id: str) -> SessionRow:
        """Bring a deleted session back. Raises `UnknownSession`."""
        with self._database.writing() as connection:
            row = stored.find(connection, session_id, deleted=True)
            connection.execute(update(sessions).where(sessions.c.id == row.id).values(deleted=None))
        return row

    def delete_client(self, words: str) -> ClientRow:
        """Hide a client with all sessions; `undelete_client` brings everything back until the undo window closes."""
        client = self.roster.find(words)
        refuse_others(self.login, client)
        with self._database.writing() as connection:
            self._hide(connection, clients, client.id)
        return client

    def undelete_client(self, words: str) -> ClientRow:
        """Bring a deleted client back. Raises `UnknownClient`."""
        client = self.roster.find(words, deleted=True)
        with self._database.writing() as connection:
            connection.execute(update(clients).where(clients.c.id == client.id).values(deleted=None))
        return self.roster.find(client.id)

    def _refuse_others(self, connection: Connection, row: SessionRow) -> None:
        """Raises `StoreError` for a session of another coach's client; that of one who is not there is nobody's."""
        whose = connection.scalar(select(clients.c.id).where(clients.c.id == row.client_id))
        if whose is not None:
            refuse_others(self.login, find_client(connection, whose))

    def _hide(self, connection: Connection, table: Table, identifier: str) -> None:
        now = self._clock()
        values = {"deleted": stamp(now), "deleted_after": time_seen(connection, now)}
        connection.execute(update(table).where(table.c.id == identifier).values(**values))

    def erase_client(self, words: str) -> Erased:
        """Erase a client for good, deleted before or not: sessions, notes, plan, consent, files, backups.

        One whom only a backup still knows is erased there. Raises `UnknownClient`.
        """
        return self.erase(self.scope_of_client(words))

    def scope_of_client(self, words: str) -> Scope:
        """Whom `erase_client` would erase. Raises `UnknownClient`."""
        try:
            client = self.roster.find(words, deleted=True, damaged=True)
        except UnknownClient:
            try:
                client = self.roster.find(words, damaged=True)
            except UnknownClient:
                return self._in_copies(words)
        refuse_others(self.login, client)
        if is_id(client.id):
            return Scope(clients=(client.id,))
        with self._database.reading() as connection:
            stored_as = connection.scalars(select(clients.c.id).where(clients.c.alias == client.alias))
            return Scope(clients=(*stored_as, *strays(connection)))

    def erase_session(self, session_id: str) -> Erased:
        """Erase one session for good, deleted before or not, with files and backups. Raises `UnknownSession`."""
        return self.erase(self.scope_of_session(session_id))

    def scope_of_session(self, session_id: str) -> Scope:
        """What `erase_session` would erase. Raises `UnknownSession`."""
        with self._database.reading() as connection:
            try:
                row = stored.find(connection, session_id, deleted=True)
            except UnknownSession:
                try:
                    row = stored.find(connection, session_id)
                except UnknownSession:
                    return self._in_copies(session_id)
            self._refuse_others(connection, row)
        return Scope(sessions=(row.id,))

    def _in_copies(self, words: str) -> Scope:
        """Whom the copies alone know. Raises what is being handled where they do not either."""
        found = found_in_copies(self._database, words)
        if found is None:
            raise
        return found

    def erase_own(self) -> Erased:
        """Erase every session, note and act that belongs to no client for good, with files and backups."""
        return self.erase(Scope(own=True))

    def erase_everything(self) -> Erased:
        """Erase every client and every session for good, those that only copies hold too; on a server, one's own."""
        if not self.server:
            return self.erase(Scope(everything=True, settings=True))
        with self._database.reading() as connection:
            mine = connection.scalars(select(clients.c.id).where(clients.c.login == self.login)).all()
        return self.erase(Scope(clients=tuple(mine), own=True, settings=True))

    def erase_overdue(self) -> Erased | None:
        """Erase what was deleted longer than the undo window ago; None when there is nothing."""
        scope = self.overdue()
        return self.erase(scope) if scope else None

    def overdue(self) -> Scope | None:
        """What `erase_overdue` would erase."""
        with self._database.reading() as connection:
            hidden = [_hidden(table, self.login) for table in (clients, sessions)]
            if not any(connection.execute(query.limit(1)).first() for query in hidden):
                return None
        with self._database.writing() as connection:
            ended = time_seen(connection, self._clock()) - UNDO_WINDOW.total_seconds()
            gone, alone = (
                tuple(connection.scalars(_hidden(table, self.login).where(table.c.deleted_after <= ended)))
                for table in (clients, sessions)
            )
        return Scope(gone, alone) if gone or alone else None

    def tidy(self) -> Erased | None:
        """`erase_overdue`, put off to the next time where it cannot be done now: for opening a store in passing."""
        try:
            return self.erase_overdue()
        except Exception:  # spoiled records fail in ways of their own, and none may keep a store from opening
            return None

    def receipts(self) -> list[Receipt]:
        """The receipts of everything erased from this store, the newest first; they lead to nobody."""
        with self._database.reading() as connection:
            return receipts_of(connection)

    def erase(self, scope: Scope) -> Erased:
        """Erase these for good."""
        return erase(self._database, scope, new_id(self._source), stamp(self._clock()))


def _hidden(table: Table, login: str) -> Select[Any]:
    """Ids of what was deleted, of one's own clients and sessions."""
    query = select(table.c.id).where(hidden(table))
    if not login:
        return query
    if table is clients:
        return query.where(clients.c.login == login)
    mine = select(clients.c.id).where(clients.c.login == login)
    nobodys = sessions.c.client_id.not_in(select(clients.c.id))
    return query.where(or_(sessions.c.client_id.is_(None), sessions.c.client_id.in_(mine), nobodys))
