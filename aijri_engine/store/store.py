"""The store: one file in the user's data folder."""

import random
from pathlib import Path
from types import TracebackType

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview
from aijri_engine.store import sessions as stored
from aijri_engine.store.clock import Clock, stamp, system_clock
from aijri_engine.store.contents import library_then
from aijri_engine.store.database import Database, normalised
from aijri_engine.store.errors import StoreError
from aijri_engine.store.folder import STORE_NAME, data_folder, prepare_file, prepare_folder
from aijri_engine.store.identifiers import new_id
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.schema import sessions
from aijri_engine.store.sessions import Session

MOST_DRAWS = 20
"""Attempts to find a free id; with a million sessions one in 700 is taken."""


class Store:
    """Sessions on disk. `Store.open()` gives the user's own; close it when done, or use it in a `with`."""

    def __init__(self, database: Database, clock: Clock, source: random.Random) -> None:
        self._database = database
        self._clock = clock
        self._source = source

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

    def start(self, interview: Interview, goal: str = "", client_id: str | None = None) -> Session:
        """Store a new session, with everything answered so far; it is on disk when this returns."""
        now = stamp(self._clock())
        for _ in range(MOST_DRAWS):
            session_id = new_id(self._source)
            try:
                with self._database.writing() as connection:
                    stored.create(connection, session_id, interview, goal, client_id, now)
                return self.session(session_id)
            except IntegrityError:
                continue
        raise StoreError("No free session id was found.", "Erase sessions that are no longer needed.")

    def session(self, session_id: str) -> Session:
        """The session of that id or unambiguous beginning of one. Raises `UnknownSession`."""
        with self._database.reading() as connection:
            row = stored.find(connection, session_id)
            seed = stored.seed_of(connection, row.id)
            return Session(self._database, self._clock, row, seed, stored.read_events(connection, row.id))

    def resume(self, session_id: str, library: Library) -> Interview:
        """The interview of a session at the question where it stopped. Raises `UnknownSession`."""
        return self.session(session_id).resume(library)

    def library_then(self, session_id: str, today: Library) -> Library:
        """The content the session was started with, to compute it as it was seen. Raises `StoreError`."""
        with self._database.reading() as connection:
            return library_then(connection, stored.find(connection, session_id).id, today)

    def sessions(
        self, search: str | None = None, limit: int | None = None, client_id: str | None = None
    ) -> list[SessionRow]:
        """Sessions, the last touched first; with `search`, those whose id, role, goal or alias hold every word."""
        query = stored.listing(search, client_id).where(sessions.c.deleted.is_(None)).limit(limit)
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
            raise
        if not database.replaced:
            return database
        database.close()
