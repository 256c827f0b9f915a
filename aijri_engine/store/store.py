"""The store: one file in the user's data folder, or the server of a practice."""

import hashlib
import os
import platform
import random
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from aijri_engine.content.library import Library, Loaded
from aijri_engine.files.data_folder import SERVER_VARIABLE, library_folder
from aijri_engine.interview.interview import Interview
from aijri_engine.store import sessions as stored
from aijri_engine.store.address import Address, server_address
from aijri_engine.store.backups import backup_path, managed_backups, sweep_around
from aijri_engine.store.clock import Clock, stamp, system_clock, today
from aijri_engine.store.contents import library_then
from aijri_engine.store.copies import (
    copy_store,
    file_digest,
    not_written,
    overwrite_and_remove,
    rekey,
    remove_with_side_files,
)
from aijri_engine.store.database import Database
from aijri_engine.store.emergency import emergency_files
from aijri_engine.store.erasure import (
    Erased,
    Receipt,
    Scope,
    erase,
    found_in_copies,
    receipts_of,
)
from aijri_engine.store.errors import (
    SessionGone,
    StoreConflict,
    StoreError,
    UnknownClient,
    UnknownSession,
    UnusableStore,
)
from aijri_engine.store.folder import (
    STORE_NAME,
    data_folder,
    looks_plain,
    mark_passphrase,
    path_of,
    path_text,
    prepare_file,
    prepare_folder,
    refuse_foreign,
)
from aijri_engine.store.identifiers import id_digest, new_id
from aijri_engine.store.passphrases import normalised, refuse_guessable
from aijri_engine.store.roster import LONGEST_RECIPIENT, Roster
from aijri_engine.store.roster_queries import acts_of, find_client, notes_of, refuse_ended, refuse_others
from aijri_engine.store.rows import ActRow, ClientRow, NoteRow, SessionRow
from aijri_engine.store.schema import clients, erased, files, sessions
from aijri_engine.store.sessions import Session
from aijri_engine.store.sound_rows import sound_rows
from aijri_engine.store.undo import UNDO_WINDOW, time_seen
from aijri_engine.text import clean

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

    @property
    def path(self) -> Path:
        """The file; on a server, where it would lie on this machine."""
        return self._database.path

    @property
    def folder(self) -> Path:
        """The folder of the file, where what cannot be written elsewhere goes too."""
        return self.path.parent

    @property
    def server(self) -> str:
        """The server of a practice, for a person; empty for a file."""
        return self._database.server

    @property
    def login(self) -> str:
        """As whom the server is entered; empty for a file."""
        return self._database.login

    @property
    def encrypted(self) -> bool:
        """The file has a passphrase."""
        return self._database.passphrase is not None and not self.server

    @property
    def passphrase(self) -> str | None:
        """What the store was opened with, or on a server what its emergency files are encrypted with; None for none."""
        return self._database.passphrase

    @property
    def roster(self) -> Roster:
        """A coach's clients."""
        return Roster(self._database, self._clock, self._source)

    def start(
        self,
        interview: Interview,
        goal: str = "",
        client_id: str | None = None,
    ) -> Session:
        """Store a new session, with everything answered so far; it is on disk when this returns.

        Raises `ConsentNeeded` for a client without a consent that
        holds today.
        """
        now = stamp(self._clock())
        if client_id is not None:
            consent = self.roster.consent(client_id)
            goal = goal or consent.goal
        for _ in range(MOST_DRAWS):
            with suppress(IntegrityError), self._database.writing() as connection:
                drawn = self.free_id(connection)
                stored.create(connection, drawn, interview, goal, client_id, now)
                break
        else:
            raise StoreError("The session could not be begun: its client or its id is gone.", "Try again.")
        self._record_own_table(interview, client_id)
        return self.session(drawn)

    def _record_own_table(self, interview: Interview, client_id: str | None) -> None:
        """A table in somebody's own words is theirs: erasing everything, or that client, takes its file along.

        A file that was edited since is told and left, as every file is that changed.
        """
        path = interview.library.path_of(interview.role_id)
        if path is None or not interview.form.role.own_table or not path.is_relative_to(library_folder()):
            return
        with self._database.reading() as connection:
            known = select(files.c.path).where(files.c.path == path_text(path))
            if connection.execute(known).first() is not None:
                return
        with suppress(OSError):
            self.record_file("role", path, client_id=client_id)

    def start_instead(self, interview: Interview, row: SessionRow) -> Session:
        """In an emergency store: go on with a session of another store, of the same client; on disk when this returns.

        Consent is that store's matter, and was looked at there. Raises `StoreError`.
        """
        now = stamp(self._clock())
        with self._database.writing() as connection:
            if row.client_id is not None:
                alias = row.client or row.client_id
                values = {"id": row.client_id, "alias": alias, "folded": alias.casefold(), "created": now}
                connection.execute(insert(clients).values(**values))
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
        shown = sessions.c.deleted.is_(None) & clients.c.deleted.is_(None)
        query = stored.listing(search, client_id, role, alone).where(shown).limit(limit)
        with self._database.reading() as connection:
            return sound_rows(SessionRow, connection.execute(query))

    def deleted_sessions(self) -> list[SessionRow]:
        """Sessions that can be brought back."""
        with self._database.reading() as connection:
            query = stored.listing().where(sessions.c.deleted.is_not(None))
            return sound_rows(SessionRow, connection.execute(query))

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

    def _refuse_others(self, connection: Connection, row: SessionRow) -> None:
        """Raises `StoreError` for a session of a client who is another coach's."""
        if row.client_id is not None:
            refuse_others(self.login, find_client(connection, row.client_id))

    def _hide(self, connection: Connection, table: Table, identifier: str) -> None:
        now = self._clock()
        values = {"deleted": stamp(now), "deleted_after": time_seen(connection, now)}
        connection.execute(update(table).where(table.c.id == identifier).values(**values))

    def undelete_client(self, words: str) -> ClientRow:
        """Bring a deleted client back. Raises `UnknownClient`."""
        client = self.roster.find(words, deleted=True)
        with self._database.writing() as connection:
            connection.execute(update(clients).where(clients.c.id == client.id).values(deleted=None))
        return self.roster.find(client.id)

    def erase_client(self, words: str) -> Erased:
        """Erase a client for good, deleted before or not: sessions, notes, plan, consent, files, backups.

        One whom only a backup still knows is erased there. Raises `UnknownClient`.
        """
        return self.erase(self.scope_of_client(words))

    def scope_of_client(self, words: str) -> Scope:
        """Whom `erase_client` would erase. Raises `UnknownClient`."""
        try:
            client = self.roster.find(words, deleted=True)
        except UnknownClient:
            try:
                client = self.roster.find(words)
            except UnknownClient:
                return self._in_copies(words)
        refuse_others(self.login, client)
        return Scope(clients=(client.id,))

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
        except StoreError:
            return None

    def emergency_files(self) -> list[Path]:
        """What was written because this store could not be; `sessions resume FILE` takes it over."""
        return emergency_files(self.folder)

    def take_emergency(self, path: Path, library: Library) -> str:
        """Take over what was written to an emergency file while this store could not be written; the session's id.

        A session that is here goes on; one that went on here too stays, and the other becomes a session of its own. The
        file is then removed; so it is where the session was erased. Raises `StoreError`.
        """
        if not path.is_file():
            raise StoreError(f"{path} is not a file.", "`aijri sessions` names what there is.")
        refuse_foreign(path)
        with Store.at(path, self._database.key_of(path), self._clock, self._source) as other:
            rows = other.sessions()
            if not rows:
                raise StoreError(f"{path} holds no answers.", "It can be deleted.")
            held = other.session(rows[0].id)
            interview = held.resume(library)
        with self._database.reading() as connection:
            digest = erased.c.digest == id_digest(held.id)
            gone = connection.execute(select(erased).where(digest)).first() is not None
        found = None if gone else self._gone_on(held, interview, path)
        overwrite_and_remove(path)
        remove_with_side_files(path)
        if found is None:
            raise SessionGone(
                f"Session {held.id} was erased meanwhile; the file with its answers is removed too.",
                "What was erased stays erased.",
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

    def receipts(self) -> list[Receipt]:
        """The receipts of everything erased from this store, the newest first; they lead to nobody."""
        with self._database.reading() as connection:
            return receipts_of(connection)

    def erase(self, scope: Scope) -> Erased:
        """Erase these for good."""
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

        Backups made before keep the passphrase they had, see `plain_copies`. Raises `StoreError` while another window
        uses the store.
        """
        self._refuse_server("has no passphrase: its login has a password", "Whoever runs it changes that.")
        key, old = normalised(new), self._database.passphrase
        if key is not None:
            refuse_guessable(key)
        self._database.close()
        try:
            rekey(self.path, old, key)
            old = key
            mark_passphrase(self.path, key is not None)
        finally:
            self._database.reopen(old)

    def plain_copies(self) -> list[Path]:
        """Copies of this store that anybody can read."""
        known = set(self.emergency_files())
        if not self.server:
            with self._database.reading() as connection:
                recorded = connection.scalars(select(files.c.path).where(files.c.kind == "backup"))
                known |= {path_of(text) for text in recorded} | set(managed_backups(self.folder))
        copies = sorted(known)
        return [path for path in copies if looks_plain(path)]

    def encrypt_copies(self) -> list[Path]:
        """Give those copies the passphrase of the store; which ones could not be."""
        left = []
        for path in self.plain_copies():
            try:
                rekey(path, None, self.passphrase)
            except (StoreError, OSError):
                left.append(path)
        return left

    def backup(self, target: Path | None = None) -> Path:
        """Copy the whole store into one file, encrypted as the store is; without a target, beside the store.

        Raises `StoreError`; a file that exists is never written over.
        """
        self._refuse_server(
            "is not copied from here",
            "Whoever runs it makes a backup with `pg_dump --format=custom --file=practice.dump DATABASE`.",
        )
        path = (target or backup_path(self.folder, self._clock)).absolute()
        if os.path.lexists(path):
            raise StoreError(f"{path} exists already.", "Name another file.")
        self.record_file("backup", path)
        try:
            copy_store(self.path, self._database.passphrase, path)
        except OSError as error:
            raise not_written(path, error) from None
        return path

    def record_file(
        self,
        kind: str,
        path: Path,
        session_id: str | None = None,
        client_id: str | None = None,
        recipient: str = "",
        content: bytes | None = None,
    ) -> None:
        """Remember a file that is about to be made from the store, so that erasure can reach it.

        `kind` is report, export, handover or backup; `content` what will be in it (None: what is in it). Raises
        `ConsentNeeded` where nothing of the client may be handed over any more.
        """
        with self._database.writing() as connection:
            if session_id is not None and client_id is None:
                owner = select(sessions.c.client_id).where(sessions.c.id == session_id)
                client_id = connection.execute(owner).scalar()
            if client_id is not None:
                refuse_ended(connection, client_id, self.today())
            values = self._file(kind, path, recipient, content)
            connection.execute(insert(files).values(**values, session_id=session_id, client_id=client_id))

    def record_file_of(self, clients: Collection[str], kind: str, path: Path, content: bytes) -> None:
        """Remember a file about several clients, none of whose consents has ended, on the card of each."""
        rows = [{**self._file(kind, path, "", content), "client_id": one} for one in clients]
        if rows:
            with self._database.writing() as connection:
                connection.execute(insert(files), rows)

    def _file(self, kind: str, path: Path, recipient: str, content: bytes | None) -> dict[str, str]:
        return {
            "kind": kind,
            "path": path_text(path),
            "digest": file_digest(path) if content is None else hashlib.sha256(content).hexdigest(),
            "recipient": clean(recipient, LONGEST_RECIPIENT).strip(),
            "machine": platform.node() if self.server else "",
            "created": stamp(self._clock()),
        }

    def own_card(self) -> tuple[list[NoteRow], list[ActRow]]:
        """Notes that were shared with the person whose store this is, and their plan."""
        with self._database.reading() as connection:
            return notes_of(connection, None), acts_of(connection, None)

    def refuse_ended(self, client_id: str) -> None:
        """Raises `ConsentNeeded` where nothing of a client may be kept or handed over any more."""
        with self._database.reading() as connection:
            refuse_ended(connection, client_id, self.today())

    def _refuse_server(self, why: str, remedy: str) -> None:
        """Raises `UnusableStore` for what only a file can do."""
        if self.server:
            raise UnusableStore(f"The store of the practice ({self.server}) {why}.", remedy)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self.server or str(self.path)!r})"


def refuse_server() -> None:
    """Raises `UnusableStore` where `AIJRI_STORE` names a server: for what is done with a file that is not open."""
    if server_address() is not None:
        raise UnusableStore(
            f"{SERVER_VARIABLE} names a server, whose backups are put back by who runs it (pg_restore).",
            f"Without {SERVER_VARIABLE} this is about the file on this machine.",
        )


def _hidden(table: Table, login: str) -> Select[Any]:
    """Ids of what was deleted, of one's own clients and sessions."""
    query = select(table.c.id).where(table.c.deleted.is_not(None))
    if table is clients:
        return query.where(clients.c.login == login)
    mine = select(clients.c.id).where(clients.c.login == login)
    return query.where(or_(sessions.c.client_id.is_(None), sessions.c.client_id.in_(mine)))


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
