"""Copies of a store and its passphrase, and the files that were made of it."""

import hashlib
import os
import platform
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Table, func, select

from aijri_engine.store.backups import backup_path, managed_backups
from aijri_engine.store.clock import stamp
from aijri_engine.store.copies import copy_store, file_digest, not_written, rekey, remove_with_side_files
from aijri_engine.store.emergency import emergency_files, holds_nothing, told_of_others
from aijri_engine.store.errors import StoreError, missed
from aijri_engine.store.folder import looks_plain, mark_passphrase, may_lie, path_of, path_text
from aijri_engine.store.open_store import OpenStore
from aijri_engine.store.passphrases import normalised, refuse_guessable
from aijri_engine.store.roster import LONGEST_RECIPIENT
from aijri_engine.store.roster_queries import holding_consent, refuse_ended
from aijri_engine.store.schema import clients, files, receipts, sessions
from aijri_engine.store.seals import change, keep
from aijri_engine.store.sessions import refuse_deleted
from aijri_engine.text import clean


class Protection(OpenStore):
    """Backups, the passphrase, and the register of files that erasure reaches."""

    def emergency_files(self) -> list[Path]:
        """What was written because this store could not be; `sessions resume FILE` takes it over."""
        return self._emergency_files(True)

    def unsigned_emergency_files(self) -> list[Path]:
        """What an earlier program wrote, which did not say because of which store."""
        return self._emergency_files(None)

    def lost_emergency_files(self) -> tuple[str, ...]:
        """A line for each that stood in for a store that is not where it was: this one, perhaps, before it moved."""
        return told_of_others(self._database, only_lost=True)

    def _emergency_files(self, mine: bool | None) -> list[Path]:
        found = emergency_files(self.folder, self.owner, mine)
        return [path for path in found if not holds_nothing(path, self._database.key_of(path))]

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

    def discard(self, marked: bool = False) -> None:
        """Remove a file in which nothing is kept, no session and no client: what it was made for failed.

        `marked`: a store with a passphrase had been there before.
        """
        if not self.server and not self._holds(sessions, clients):
            self.close()
            remove_with_side_files(self.path)
            mark_passphrase(self.path, marked)

    def missed(self) -> str:
        """What is told of a backup beside a store in which nothing ever was; empty where there is nothing to tell."""
        words = "" if self.server else missed(self.folder)
        return "" if words and self._holds(sessions, clients, receipts) else words

    def _holds(self, *tables: Table) -> bool:
        with self._database.reading() as connection:
            return any(connection.execute(select(table.c.id).limit(1)).first() for table in tables)

    def plain_copies(self) -> list[Path]:
        """Copies of this store that anybody can read."""
        known = {*self.emergency_files(), *self.unsigned_emergency_files()}
        if not self.server:
            with self._database.reading() as connection:
                recorded = connection.scalars(select(files.c.path).where(files.c.kind == "backup"))
                known |= {path_of(text) for text in recorded} | set(managed_backups(self.folder))
        copies = sorted(known)
        return [path for path in copies if looks_plain(path)]

    def plain_tables(self) -> list[Path]:
        """Tables in somebody's own words: files beside the store, which stay plain."""
        with self._database.reading() as connection:
            recorded = connection.scalars(select(files.c.path).where(files.c.kind == "role"))
            return [path for path in map(path_of, recorded) if may_lie(path)]

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
        `SessionGone` where the session was deleted, `ConsentNeeded` where nothing of the client may be handed over.
        """
        with self._database.writing() as connection:
            if session_id is not None:
                refuse_deleted(connection, session_id)
            if session_id is not None and client_id is None:
                owner = select(sessions.c.client_id).where(sessions.c.id == session_id)
                client_id = connection.execute(owner).scalar()
            if client_id is not None:
                guard = refuse_ended if session_id is None else holding_consent
                guard(connection, client_id, self.today())
            values = self._file(kind, path, recipient, content)
            keep(connection, files, {**values, "session_id": session_id, "client_id": client_id})

    def hand_out(self, paths: Collection[Path], recipient: str) -> None:
        """Remember who receives files that are written now: what could not be written was handed to nobody."""
        name, known = clean(recipient, LONGEST_RECIPIENT).strip(), [path_text(path) for path in paths]
        latest = select(func.max(files.c.id)).where(files.c.path.in_(known)).group_by(files.c.path)
        if name:
            with self._database.writing() as connection:
                change(connection, files, files.c.id.in_(latest), {"recipient": name})

    def record_file_of(self, clients: Collection[str], kind: str, path: Path, content: bytes) -> None:
        """Remember a file about several clients, none of whose consents has ended, on the card of each."""
        rows = [{**self._file(kind, path, "", content), "client_id": one} for one in clients]
        with self._database.writing() as connection:
            keep(connection, files, *rows)

    def _file(self, kind: str, path: Path, recipient: str, content: bytes | None) -> dict[str, str]:
        return {
            "kind": kind,
            "path": path_text(path),
            "digest": file_digest(path) if content is None else hashlib.sha256(content).hexdigest(),
            "recipient": clean(recipient, LONGEST_RECIPIENT).strip(),
            "machine": platform.node() if self.server else "",
            "created": stamp(self._clock()),
        }
