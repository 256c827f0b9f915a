"""Complete erasure: from the store, from files made of it on this machine, and from the backups it manages."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, or_, select

from aijri_engine.store.backups import managed_backups
from aijri_engine.store.contents import drop_unused
from aijri_engine.store.database import Database, alone
from aijri_engine.store.errors import StoreError
from aijri_engine.store.identifiers import id_digest
from aijri_engine.store.schema import acts, clients, consents, erased, files, notes, receipts, sessions
from aijri_engine.store.whole_copies import file_digest, overwrite_and_remove


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased, in numbers: nothing in it leads to a person."""

    id: str
    at: str
    clients: int
    sessions: int
    notes: int
    acts: int
    consents: int
    files_removed: int
    files_not_found: int
    """Recorded files that were moved or deleted before."""
    files_left: int
    """Files that were changed since, or could not be removed: to be deleted by hand."""
    backups_cleaned: int
    backups_left: int
    """Backups that could not be opened (another passphrase, or another disk that is not there)."""
    complete: bool
    """Nothing was left, and the journal of the store was emptied."""

    def text(self) -> str:
        """The receipt in a few lines, to be handed over."""
        lines = [
            f"Receipt {self.id}, {self.at[:10]}: erased.",
            f"Clients {self.clients}, sessions {self.sessions}, notes {self.notes}, acts {self.acts}.",
            f"Files: {self.files_removed} removed, {self.files_not_found} not found, {self.files_left} left.",
            f"Backups: {self.backups_cleaned} cleaned, {self.backups_left} left.",
        ]
        if not self.complete:
            lines.append("Not complete: what is left has to be deleted by hand, and other windows closed.")
        lines.append("Documents handed over before cannot be called back.")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose data goes: ids of clients and of sessions."""

    clients: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """A receipt, and the paths that have to be looked at by hand (shown once, never stored)."""

    receipt: Receipt
    left: tuple[Path, ...]


def receipts_of(connection: Connection) -> list[Receipt]:
    """Every receipt, the newest first."""
    query = select(receipts.c.body).order_by(receipts.c.at.desc(), receipts.c.id)
    return [Receipt(**json.loads(body)) for body in connection.scalars(query)]


def erase(database: Database, scope: Scope, receipt_id: str, now: str) -> Erased:
    """Erase everything of these clients and sessions, everywhere the store knows of."""
    with database.reading() as connection:
        counts = _counts(connection, scope)
        made = _files(connection, scope)
        beyond = [
            Path(path) for path in connection.scalars(select(files.c.path).where(files.c.kind == "backup"))
        ]
    removed, missing, left = _remove_files(made)
    backups = sorted({*managed_backups(database.path.parent), *(path for path in beyond if path.exists())})
    cleaned, unreached = _clean_backups(backups, database.passphrase, scope)
    gone = [path for path in beyond if not path.exists()]
    with database.writing() as connection:
        _delete(connection, scope)
        if gone:
            connection.execute(delete(files).where(files.c.path.in_([str(path) for path in gone])))
    emptied = _empty_journal(database)
    complete = emptied and not left and not unreached
    receipt = Receipt(
        id=receipt_id,
        at=now,
        **counts,
        files_removed=removed,
        files_not_found=missing,
        files_left=len(left),
        backups_cleaned=cleaned,
        backups_left=len(unreached),
        complete=complete,
    )
    with database.writing() as connection:
        connection.execute(insert(receipts).values(id=receipt_id, at=now, body=json.dumps(asdict(receipt))))
    return Erased(receipt, (*left, *unreached))


def _session_ids(scope: Scope) -> ColumnElement[bool]:
    return or_(sessions.c.id.in_(scope.sessions), sessions.c.client_id.in_(scope.clients))


def _counts(connection: Connection, scope: Scope) -> dict[str, int]:
    def number(table: Table, condition: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(condition)
        return int(connection.execute(query).scalar_one())

    mine = scope.clients
    return {
        "clients": number(clients, clients.c.id.in_(mine)),
        "sessions": number(sessions, _session_ids(scope)),
        "notes": number(notes, notes.c.client_id.in_(mine)),
        "acts": number(acts, acts.c.client_id.in_(mine)),
        "consents": number(consents, consents.c.client_id.in_(mine)),
    }


def _files(connection: Connection, scope: Scope) -> list[tuple[Path, str]]:
    mine = or_(
        files.c.client_id.in_(scope.clients),
        files.c.session_id.in_(select(sessions.c.id).where(_session_ids(scope))),
    )
    return [
        (Path(path), digest)
        for path, digest in connection.execute(select(files.c.path, files.c.digest).where(mine))
    ]


def _remove_files(made: Iterable[tuple[Path, str]]) -> tuple[int, int, list[Path]]:
    removed, missing, left = 0, 0, []
    latest = dict(made)
    for path, digest in latest.items():
        if not path.exists():
            missing += 1
            continue
        try:
            if path.is_symlink() or not path.is_file() or file_digest(path) != digest:
                left.append(path)
                continue
            overwrite_and_remove(path)
            removed += 1
        except OSError:
            left.append(path)
    return removed, missing, left


def _clean_backups(paths: Iterable[Path], passphrase: str | None, scope: Scope) -> tuple[int, list[Path]]:
    cleaned, left = 0, []
    for path in paths:
        database = None
        try:
            database = Database(path, passphrase)
            database.bring_up()
            with database.writing() as connection:
                _delete(connection, scope)
            database.close()
            with alone(path, passphrase) as connection:
                connection.execute("VACUUM").close()
            cleaned += 1
        except StoreError:
            left.append(path)
        finally:
            if database is not None:
                database.close()
    return cleaned, left


def _delete(connection: Connection, scope: Scope) -> None:
    """Delete the rows; what belongs to them goes with them. Their random ids are remembered as hashes."""
    ids = {*scope.clients, *connection.scalars(select(sessions.c.id).where(_session_ids(scope)))}
    known = set(connection.scalars(select(erased.c.digest)))
    new = [{"digest": digest} for digest in sorted({id_digest(one) for one in ids} - known)]
    if new:
        connection.execute(insert(erased), new)
    connection.execute(delete(sessions).where(_session_ids(scope)))
    connection.execute(delete(clients).where(clients.c.id.in_(scope.clients)))
    drop_unused(connection)


def _empty_journal(database: Database) -> bool:
    """Write the file anew without what was deleted, and cut the journal; False where another window reads on."""
    database.close()
    try:
        with alone(database.path, database.passphrase) as connection:
            connection.execute("VACUUM").close()
        emptied = True
    except StoreError:
        emptied = False
    database.reopen(database.passphrase)
    return emptied
