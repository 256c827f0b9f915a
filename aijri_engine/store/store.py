"""The store: one file in the user's data folder."""

import random
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, insert, select, update

from aijri_engine.content.library import Library, Loaded
from aijri_engine.interview.interview import Interview
from aijri_engine.store import sessions as stored
from aijri_engine.store.backups import backup_path
from aijri_engine.store.clock import Clock, stamp, system_clock, today
from aijri_engine.store.contents import library_then
from aijri_engine.store.database import Database, normalised
from aijri_engine.store.erasure import Erased, Receipt, Scope, erase, receipts_of
from aijri_engine.store.errors import StoreError, UnknownClient, UnknownSession
from aijri_engine.store.folder import STORE_NAME, data_folder, prepare_file, prepare_folder
from aijri_engine.store.identifiers import new_id
from aijri_engine.store.roster import Roster
from aijri_engine.store.rows import ClientRow, SessionRow
from aijri_engine.store.schema import clients, files, sessions
from aijri_engine.store.sessions import Session
from aijri_engine.store.whole_copies import copy_store, file_digest, rekey
from aijri_engine.text import clean

UNDO_WINDOW = timedelta(days=7)
"""What was deleted can be brought back for a week, and is then erased [ours]."""

MOST_DRAWS = 20
"""Attempts to find a free id; with a million sessions one in 700 is taken."""


class Store:
    """Sessions on disk. `Store.open()` gives the user's own; close it when done, or use it in a `with`."""

    def __init__(self, database: Database, clock: Clock, source: random.Random) -> None:
        self._database = database
        self._clock = clock
        self._source = source
        self._read_before: dict[str, Loaded] = {}
        """Content files of earlier versions, by digest."""

    @classmethod
    def open(
        cls,
        folder: str | Path | None = None,
        passphrase: str | None = None,
        clock: Clock = system_clock,
        source: random.Random | None = None,
    ) -> "Store":
        """Open the store of a folder (`AIJRI_DATA`, else the user's data folder); it is created where there is none.

        With a passphrase a new store is encrypted. Raises `PassphraseNeeded`, `WrongPassphrase`, or `StoreError` with
        a sentence on what is wrong and one on the remedy.
        """
        key = normalised(passphrase)
        place = data_folder(folder)
        prepare_folder(place)
        path = place / STORE_NAME
        prepare_file(path)
        database = _opened(path, key)
        return cls(database, clock, source or random.SystemRandom())

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def folder(self) -> Path:
        """The folder of the file."""
        return self.path.parent

    @property
    def encrypted(self) -> bool:
        """A passphrase is set."""
        return self._database.passphrase is not None

    @property
    def roster(self) -> Roster:
        """A coach's clients."""
        return Roster(self._database, self._clock, self._source)

    def start(self, interview: Interview, goal: str = "", client_id: str | None = None) -> Session:
        """Store a new session, with everything answered so far; it is on disk when this returns.

        Raises `ConsentNeeded` for a client without a consent that holds today.
        """
        now = stamp(self._clock())
        if client_id is not None:
            goal = goal or self.roster.consent(client_id).goal
        with self._database.writing() as connection:
            session_id = self.free_id(connection)
            stored.create(connection, session_id, interview, goal, client_id, now)
        return self.session(session_id)

    def session(self, session_id: str) -> Session:
        """The session of that id or unambiguous beginning of one. Raises `UnknownSession`."""
        with self._database.reading() as connection:
            row = stored.find(connection, session_id)
            seed = stored.seed_of(connection, row.id)
            return Session(self._database, self._clock, row, seed, stored.read_events(connection, row.id))

    def resume(self, session_id: str, library: Library) -> Interview:
        """The interview of a session at the question where it stopped. Raises `UnknownSession`."""
        return self.session(session_id).resume(library)

    def library_then(
        self, session_id: str, today: Library, versions: Mapping[str, Any] | None = None
    ) -> Library:
        """The content a session stands on (that it was started with, or what was chosen last), to compute it as seen.

        With `versions`, other content it stood on before. Raises `StoreError`.
        """
        with self._database.reading() as connection:
            row = stored.find(connection, session_id)
            wanted = row.versions if versions is None else versions
            if row.role in today.roles and wanted == today.versions(row.role):
                return today
            return library_then(connection, row.id, today, wanted, self._read_before)

    def sessions(
        self,
        search: str | None = None,
        limit: int | None = None,
        client_id: str | None = None,
        role: str | None = None,
        alone: bool = False,
    ) -> list[SessionRow]:
        """Sessions, the last touched first; with `search`, those whose id, role, goal or alias hold every word.

        `alone` leaves out what belongs to a client.
        """
        shown = sessions.c.deleted.is_(None) & clients.c.deleted.is_(None)
        query = stored.listing(search, client_id, role, alone).where(shown).limit(limit)
        with self._database.reading() as connection:
            return [SessionRow(*row) for row in connection.execute(query)]

    def deleted_sessions(self) -> list[SessionRow]:
        """Sessions that can be brought back."""
        with self._database.reading() as connection:
            query = stored.listing().where(sessions.c.deleted.is_not(None))
            return [SessionRow(*row) for row in connection.execute(query)]

    def delete(self, session_id: str) -> SessionRow:
        """Hide a session; `undelete` brings it back until it is erased. Raises `UnknownSession`."""
        with self._database.writing() as connection:
            row = stored.find(connection, session_id)
            hidden = update(sessions).where(sessions.c.id == row.id).values(deleted=stamp(self._clock()))
            connection.execute(hidden)
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
        with self._database.writing() as connection:
            hidden = update(clients).where(clients.c.id == client.id).values(deleted=stamp(self._clock()))
            connection.execute(hidden)
        return client

    def undelete_client(self, words: str) -> ClientRow:
        """Bring a deleted client back. Raises `UnknownClient`."""
        client = self.roster.find(words, deleted=True)
        with self._database.writing() as connection:
            connection.execute(update(clients).where(clients.c.id == client.id).values(deleted=None))
        return self.roster.find(client.id)

    def erase_client(self, words: str) -> Erased:
        """Erase a client for good, deleted before or not: sessions, notes, plan, consent, files, backups."""
        try:
            client = self.roster.find(words, deleted=True)
        except UnknownClient:
            client = self.roster.find(words)
        return self._erase(Scope(clients=(client.id,)))

    def erase_session(self, session_id: str) -> Erased:
        """Erase one session for good, deleted before or not, with files and backups."""
        with self._database.reading() as connection:
            try:
                row = stored.find(connection, session_id, deleted=True)
            except UnknownSession:
                row = stored.find(connection, session_id)
        return self._erase(Scope(sessions=(row.id,)))

    def erase_own(self) -> Erased:
        """Erase every session that belongs to no client for good, deleted before or not, with files and backups."""
        with self._database.reading() as connection:
            own = tuple(connection.scalars(select(sessions.c.id).where(sessions.c.client_id.is_(None))))
        return self._erase(Scope(sessions=own))

    def erase_everything(self) -> Erased:
        """Erase every client and every session for good."""
        with self._database.reading() as connection:
            everyone = tuple(connection.scalars(select(clients.c.id)))
            alone = tuple(connection.scalars(select(sessions.c.id)))
        return self._erase(Scope(everyone, alone))

    def erase_overdue(self) -> Erased | None:
        """Erase what was deleted longer than the undo window ago; None when there is nothing."""
        before = stamp(self._clock() - UNDO_WINDOW)
        with self._database.reading() as connection:
            gone = tuple(connection.scalars(select(clients.c.id).where(clients.c.deleted < before)))
            alone = tuple(connection.scalars(select(sessions.c.id).where(sessions.c.deleted < before)))
        return self._erase(Scope(gone, alone)) if gone or alone else None

    def tidy(self) -> Erased | None:
        """`erase_overdue`, put off to the next time where it cannot be done now: for opening a store in passing."""
        try:
            return self.erase_overdue()
        except StoreError:
            return None

    def receipts(self) -> list[Receipt]:
        """The receipts of everything erased from this store, the newest first; they lead to nobody."""
        with self._database.reading() as connection:
            return receipts_of(connection)

    def _erase(self, scope: Scope) -> Erased:
        return erase(self._database, scope, new_id(self._source), stamp(self._clock()))

    def reading(self) -> AbstractContextManager[Connection]:
        """A consistent view, for the other modules of this package."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A write transaction, for the other modules of this package."""
        return self._database.writing()

    def now(self) -> str:
        """The stamp of this moment."""
        return stamp(self._clock())

    def today(self) -> str:
        """The day on this machine's calendar, YYYY-MM-DD."""
        return today(self._clock).isoformat()

    def free_id(self, connection: Connection) -> str:
        """A session id that is not taken, within a write transaction."""
        for _ in range(MOST_DRAWS):
            drawn = new_id(self._source)
            if not connection.execute(select(sessions.c.id).where(sessions.c.id == drawn)).first():
                return drawn
        raise StoreError("No free session id was found.", "Erase sessions that are no longer needed.")

    def set_passphrase(self, new: str | None) -> None:
        """Set, change or remove (None) the passphrase; nothing is lost, whatever happens meanwhile.

        Backups made before keep the passphrase they had. Raises `StoreError` while another window uses the store.
        """
        key, old = normalised(new), self._database.passphrase
        self._database.close()
        try:
            rekey(self.path, old, key)
            old = key
        finally:
            self._database.reopen(old)

    def backup(self, target: Path | None = None) -> Path:
        """Copy the whole store into one file, encrypted as the store is; without a target, beside the store.

        Raises `StoreError`; a file that exists is never written over.
        """
        path = (target or backup_path(self.folder, self._clock)).absolute()
        if path.exists():
            raise StoreError(f"{path} exists already.", "Name another file.")
        try:
            copy_store(self.path, self._database.passphrase, path)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise StoreError(f"{path} could not be written: {reason}.", "Name another file.") from None
        self.record_file("backup", path)
        return path

    def record_file(
        self,
        kind: str,
        path: Path,
        session_id: str | None = None,
        client_id: str | None = None,
        recipient: str = "",
    ) -> None:
        """Remember a file made from the store (report, handover, draft, backup), so that erasure can reach it."""
        with self._database.writing() as connection:
            if session_id is not None and client_id is None:
                owner = select(sessions.c.client_id).where(sessions.c.id == session_id)
                client_id = connection.execute(owner).scalar()
            values = {
                "kind": kind,
                "path": str(path.absolute()),
                "session_id": session_id,
                "client_id": client_id,
            }
            values |= {"digest": file_digest(path), "recipient": clean(recipient, 120).strip()}
            connection.execute(insert(files).values(**values, created=stamp(self._clock())))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"


def _opened(path: Path, passphrase: str | None) -> Database:
    """The database, migrated; opened anew where another window replaced the file in the meantime."""
    while True:
        database = Database(path, passphrase)
        try:
            database.bring_up()
        except BaseException:
            database.close()
            if database.replaced:
                continue
            raise
        if not database.replaced:
            return database
        database.close()
