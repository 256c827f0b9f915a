"""The store: one file in the user's data folder, or the server of a practice."""

import random
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from aijri_engine.content.library import Library, Loaded
from aijri_engine.files.data_folder import SERVER_VARIABLE, library_folder
from aijri_engine.interview.interview import Interview
from aijri_engine.store import sessions as stored
from aijri_engine.store.address import Address, server_address
from aijri_engine.store.answers import told_of
from aijri_engine.store.backups import about_file, sweep_around
from aijri_engine.store.clock import Clock, stamp, system_clock
from aijri_engine.store.contents import library_then
from aijri_engine.store.copies import overwrite_and_remove, remove_with_side_files
from aijri_engine.store.database import Database
from aijri_engine.store.emergency import KIND, OWNER, no_answers, refuse_anothers, refuse_other
from aijri_engine.store.errors import (
    DamagedStore,
    SessionGone,
    SpoiledSession,
    StoreConflict,
    StoreError,
    UnknownClient,
    UnknownSession,
    UnusableStore,
)
from aijri_engine.store.folder import (
    STORE_NAME,
    data_folder,
    is_there,
    mark_passphrase,
    path_text,
    prepare_file,
    prepare_folder,
    refuse_missing,
)
from aijri_engine.store.identifiers import new_id
from aijri_engine.store.passphrases import normalised, refuse_guessable
from aijri_engine.store.protection import Protection
from aijri_engine.store.removal import Removal
from aijri_engine.store.roster_queries import ERASED, acts_of, notes_of, was_erased
from aijri_engine.store.rows import ActRow, NoteRow, SessionRow
from aijri_engine.store.schema import clients, files, hidden, sessions
from aijri_engine.store.sessions import Session
from aijri_engine.store.settings import keep_setting
from aijri_engine.store.sound_rows import NOT_OPENED

MOST_DRAWS = 20
"""Attempts to find a free id; with a million sessions one in 700 is taken."""


class Store(Removal, Protection):
    """Sessions on disk. `Store.open()` gives the user's own; close it when done, or use it in a `with`."""

    def __init__(self, database: Database, clock: Clock, source: random.Random) -> None:
        super().__init__(database, clock, source)
        self._read_before: dict[str, Loaded] = {}
        """Content files of earlier versions, by digest."""

    @classmethod
    def open(
        cls,
        folder: str | Path | None = None,
        passphrase: str | None = None,
        clock: Clock = system_clock,
        source: random.Random | None = None,
        address: Address | None = None,
    ) -> "Store":
        """Open the store of a folder (`AIJRI_DATA`, else the user's data folder); it is created where there is none.

        Where no folder is given and `AIJRI_STORE` names a server, or with an `address`, it is the store of a practice.
        With a passphrase a new store in a file is encrypted. Raises `PassphraseNeeded`, `WrongPassphrase`,
        `UnusableStore`, or `StoreError` with a sentence on what is wrong and one on the remedy.
        """
        place = data_folder(folder)
        prepare_folder(place)
        if address is None and folder is None:
            address = server_address()
        if address is not None:
            from aijri_engine.store.server import ServerDatabase

            server = ServerDatabase(address, place / STORE_NAME, normalised(passphrase))
            return cls(_brought_up(server), clock, source or random.SystemRandom())
        key = normalised(passphrase)
        refuse_missing(place / STORE_NAME, key)
        if key is not None and not is_there(place / STORE_NAME):
            refuse_guessable(key)
        store = cls.at(place / STORE_NAME, passphrase, clock, source)
        if store.encrypted:
            mark_passphrase(store.path, is_set=True)
        sweep_around(store.path)
        return store

    @classmethod
    def at(
        cls,
        path: Path,
        passphrase: str | None = None,
        clock: Clock = system_clock,
        source: random.Random | None = None,
    ) -> "Store":
        """Open the store in one file, created where there is none. Raises as `open`."""
        key = normalised(passphrase)
        prepare_file(path)
        return cls(_opened(path, key), clock, source or random.SystemRandom())

    def start(self, interview: Interview, goal: str = "", client_id: str | None = None) -> Session:
        """Store a new session, with everything answered so far; it is on disk when this returns.

        Raises `ConsentNeeded` for a client without a consent that
        holds today.
        """
        now = stamp(self._clock())
        if client_id is not None:
            consent = self.roster.consent(client_id)
            goal = goal or consent.goal
        try:
            with self._database.writing() as connection:
                drawn = self.free_id(connection)
                stored.create(connection, drawn, interview, goal, client_id, now)
        except IntegrityError:
            raise StoreError("The session could not be begun: its client is gone.", "Try again.") from None
        self._record_own_table(interview, client_id)
        return self.session(drawn)

    def _record_own_table(self, interview: Interview, client_id: str | None) -> None:
        """A table in somebody's own words is theirs: erasing everything, or that client, takes its file along.

        A file that was edited since is told and left, as every file is that changed.
        """
        path = interview.library.path_of(interview.role_id)
        if path is None or not (interview.form.role.own_table and path.exists()):
            return
        if not path.is_relative_to(library_folder()):
            return
        with self._database.reading() as connection:
            known = select(files.c.path).where(files.c.path == path_text(path))
            if connection.execute(known).first() is not None:
                return
        with suppress(OSError):
            self.record_file("role", path, client_id=client_id)

    def stand_in_for(self, owner: str) -> None:
        """In an emergency store: remember which store could not be written. Raises `StoreError`."""
        with self._database.writing() as connection:
            keep_setting(connection, OWNER, owner)

    def start_instead(self, interview: Interview, row: SessionRow) -> Session:
        """In an emergency store: go on with a session of another store, of the same client; on disk when this returns.

        Consent is that store's matter, and was looked at there. Raises `StoreError`.
        """
        now = stamp(self._clock())
        with self._database.writing() as connection:
            if row.client_id is not None:
                alias = row.client or row.client_id
                values = {"id": row.client_id, "alias": alias, "folded": alias.casefold(), "created": now}
                connection.execute(insert(clients).values(**values, answers=told_of(row.client_id)))
            stored.create(connection, row.id, interview, row.goal, row.client_id, now)
        return self.session(row.id)

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
            if today.knows(row.role) and wanted == today.versions(row.role):
                return today
            return library_then(connection, row.id, row.role, today, wanted, self._read_before)

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
        shown = ~(hidden(sessions) | hidden(clients))
        query = stored.listing(search, client_id, role, alone).where(shown).limit(limit)
        with self._database.reading() as connection:
            return stored.newest_first(connection.execute(query))

    def tried(self, row: SessionRow) -> SessionRow:
        """The row; where its log cannot be read, so that nothing of it opens, it says so."""
        try:
            self.session(row.id)
        except StoreError:
            return row._replace(trouble=row.trouble or NOT_OPENED)
        return row

    def take_emergency(self, path: Path, library: Library) -> str:
        """Take over what was written to an emergency file while this store could not be written; the session's id.

        A session that is here goes on; one that went on here too stays, and the other becomes a session of its own. The
        file is then removed; so it is where the session was erased. Raises `StoreError`.
        """
        key = self._database.key_of(path)
        refuse_other(path, key)
        refuse_anothers(path, key, self.owner)
        try:
            with Store.at(path, key, self._clock, self._source) as other:
                rows = other.sessions()
                if not rows:
                    raise no_answers(path)
                held = other.session(rows[0].id)
                known = library.knows(held.row.role)
                interview = held.resume(library if known else other.library_then(held.id, library))
        except (DamagedStore, SpoiledSession) as error:
            raise about_file(error, path, key, KIND) from None
        with self._database.reading() as connection:
            gone = was_erased(connection, held.id)
        found = None if gone else self._gone_on(held, interview, path)
        overwrite_and_remove(path)
        remove_with_side_files(path)
        if found is None:
            raise SessionGone(
                f"Session {held.id} was erased meanwhile; the file with its answers is removed too.", ERASED
            )
        return found

    def _gone_on(self, held: Session, interview: Interview, path: Path) -> str:
        """The id of the session here that holds what an emergency file held. Raises `StoreError`."""
        client = held.row.client_id
        try:
            session = self.session(held.id)
            client = session.row.client_id
            session.save(interview)
            return session.id
        except UnknownSession:
            pass
        except StoreConflict:
            return self.start(interview, held.row.goal, client).id
        try:
            return self.start(interview, held.row.goal, client).id
        except UnknownClient:
            raise StoreError(
                f"{path} is about a client who is not here, or not shared with you now; nothing was taken over.",
                "Ask the coach whose client it is, or delete the file.",
            ) from None

    def free_id(self, connection: Connection) -> str:
        """A session id that is not taken, within a write transaction."""
        for _ in range(MOST_DRAWS):
            drawn = new_id(self._source)
            if not connection.execute(select(sessions.c.id).where(sessions.c.id == drawn)).first():
                return drawn
        raise StoreError("No free session id was found.", "Erase sessions that are no longer needed.")

    def own_card(self) -> tuple[list[NoteRow], list[ActRow]]:
        """Notes that were shared with the person whose store this is, and their plan."""
        with self._database.reading() as connection:
            return notes_of(connection, None), acts_of(connection, None)


def refuse_server() -> None:
    """Raises `UnusableStore` where `AIJRI_STORE` names a server: for what is done with a file that is not open."""
    if server_address() is not None:
        raise UnusableStore(
            f"{SERVER_VARIABLE} names a server, whose backups are put back by who runs it (pg_restore).",
            f"Without {SERVER_VARIABLE} this is about the file on this machine.",
        )


def _brought_up(database: Database) -> Database:
    """The database, migrated; let go of where it cannot be."""
    try:
        database.bring_up()
    except BaseException:
        database.close()
        raise
    return database


def _opened(path: Path, passphrase: str | None) -> Database:
    """The database, migrated; opened anew where another window replaced the file in the meantime."""
    while True:
        database = Database(path, passphrase)
        try:
            _brought_up(database)
        except BaseException:
            if database.replaced:
                continue
            raise
        if not database.replaced:
            return database
        database.close()
