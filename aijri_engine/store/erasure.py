"""Complete erasure: from the store, from files made of it on this machine, and from the backups it manages."""

import platform
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update

from aijri_engine.content.own_table import tables_in
from aijri_engine.files.data_folder import library_folder
from aijri_engine.files.whole_files import parts_of
from aijri_engine.store import errors
from aijri_engine.store.backups import is_managed, managed_backups, sweep_around
from aijri_engine.store.contents import drop_unused
from aijri_engine.store.copies import (
    SIDE_FILES,
    file_digest,
    fresh_copy,
    move,
    overwrite,
    overwrite_and_remove,
    part_beside,
    remove_with_side_files,
    sweep,
)
from aijri_engine.store.database import Database, alone
from aijri_engine.store.emergency import (
    emergency_files,
    emergency_places,
    holds_nothing,
    is_emergency,
    owner_of,
    told_of_others,
)
from aijri_engine.store.erasure_scope import (
    Scope,
    counts_of,
    files_of,
    first_seen,
    made_of,
    own_tables,
    rows_of,
    session_rows,
)
from aijri_engine.store.folder import may_lie, path_of, path_text, refuse_foreign
from aijri_engine.store.identifiers import id_digest, typed_id
from aijri_engine.store.receipts import Receipt, body_of
from aijri_engine.store.schema import (
    ERASABLE,
    VERSION_TABLE,
    acts,
    clients,
    consents,
    erased,
    events,
    files,
    metadata,
    notes,
    receipts,
    sessions,
    settings,
)
from aijri_engine.store.sessions import forget_earlier
from aijri_engine.store.strays import bring_home

UNREADABLE = (errors.DamagedStore, errors.PassphraseNeeded, errors.WrongPassphrase)
"""What says that a copy cannot be opened, now or with this passphrase."""


UNSIGNED_GONE = "Gone too, written by an earlier aijri, which did not say of which store:"


@dataclass(frozen=True, slots=True)
class Erased:
    """A receipt, and the paths that have to be looked at by hand (shown once, never stored)."""

    receipt: Receipt
    left: tuple[Path, ...]
    missing: tuple[Path, ...] = ()
    """Where files were written that are not there any more."""
    not_ours: tuple[Path, ...] = ()
    """Places where a backup was and another program's file lies now: left alone."""
    began: int = 0
    """Sessions that stay and had begun from one that is gone: what was copied into them is gone too."""
    unsigned: tuple[Path, ...] = ()
    """Emergency files that did not say of which store they were, and went too."""
    of_others: tuple[str, ...] = ()
    """Emergency files of other stores, which stay: a line each."""

    @property
    def places(self) -> tuple[str, ...]:
        """Lines about files that were moved, are another's, or went without saying whose they were; () for none."""
        told: tuple[tuple[str, Iterable[Path | str]], ...] = (
            ("Not where they were written; whichever was moved has to be deleted by hand:", self.missing),
            ("No store of aijri any more, left alone:", self.not_ours),
            (UNSIGNED_GONE, self.unsigned),
            ("Left, for erasing this store reaches no other one:", self.of_others),
        )
        return tuple(line for words, paths in told if paths for line in (words, *map(str, paths)))


def erase(database: Database, scope: Scope, receipt_id: str, now: str) -> Erased:
    """Erase everything of these clients and sessions, everywhere the store knows of."""
    server = bool(database.server)
    if not server and (scope.clients or scope.own):
        with database.writing() as connection:
            bring_home(connection, next(iter(scope.clients), None))
    with database.reading() as connection:
        counts = counts_of(connection, scope)
        made, elsewhere = files_of(connection, scope, platform.node() if server else "")
        tables = own_tables(connection, scope)
        made += [(path_of(path), digest) for path, digest in tables.values()]
        backups = select(files.c.path).where(files.c.kind == "backup")
        recorded = [] if server else [path_of(text) for text in connection.scalars(backups)]
        since = first_seen(connection, scope, now)
        scope = replace(
            scope, sessions=tuple(connection.scalars(select(sessions.c.id).where(session_rows(scope))))
        )
    removed, missing, left = _remove_files(made)
    if scope.everything:  # nobody sat on these, so that no record says whether they were edited
        left += [path for path in tables_in(library_folder()) if path not in left]
    sweep_around(database.path)
    known = {path.parent for path in (*recorded, *(path for path, _ in made))}
    for folder in {*known, *emergency_places(database.path.parent)}:
        sweep(folder)
    left += elsewhere
    unsigned = [
        path for path in _emergencies(database, None) if not holds_nothing(path, database.key_of(path))
    ]
    copies = sorted({*_own_copies(database), *(path for path in recorded if may_lie(path))})
    cleaned, unreached, strange = _clean_copies(copies, database, scope)
    unreached = [path for path in unreached if _may_hold(path, since)]
    gone = [*(path for path in recorded if not may_lie(path)), *strange]
    receipt = Receipt(
        id=receipt_id,
        at=now,
        **counts,
        files_removed=removed,
        files_not_found=len(missing),
        files_left=len(left),
        backups_cleaned=cleaned,
        backups_left=len(unreached),
        complete=server and not left and not unreached,
        on_server=server,
    )
    with database.writing() as connection:
        if not server:
            _drop_strange(connection)
            connection.execute(delete(events).where(events.c.session_id.not_in(select(sessions.c.id))))
        began = _delete(connection, scope)
        connection.execute(delete(files).where(files.c.id.in_(tables)))
        if gone:
            connection.execute(delete(files).where(files.c.path.in_([path_text(path) for path in gone])))
        connection.execute(insert(receipts).values(id=receipt_id, at=now, body=body_of(receipt)))
    if not server and _empty_journal(database) and not left and not unreached:
        receipt = replace(receipt, complete=True)
        with database.writing() as connection:
            mine = receipts.c.id == receipt_id
            connection.execute(update(receipts).where(mine).values(body=body_of(receipt)))
    all_of_one = scope.own or scope.everything
    return Erased(
        receipt, (*left, *unreached), tuple(missing), tuple(strange), began,
        tuple(path for path in unsigned if all_of_one and not path.exists()),
        told_of_others(database) if all_of_one else (),
    )  # fmt: skip


def found_in_copies(database: Database, words: str) -> Scope | None:
    """Whom the copies know by this id or alias, although the store does not: put back, a backup brings nobody along."""
    for path in _own_copies(database):
        try:
            refuse_foreign(path)
            with alone(path, database.key_of(path)) as connection:
                mine = connection.execute(
                    "SELECT id FROM clients WHERE id = ? OR folded = ?",
                    (typed_id(words), words.strip().casefold()),
                ).fetchone()
                if mine is not None:
                    return Scope(clients=(str(mine[0]),))
                held = connection.execute(
                    "SELECT id FROM sessions WHERE id = ?", (typed_id(words),)
                ).fetchone()
                if held is not None:
                    return Scope(sessions=(str(held[0]),))
        except (errors.StoreError, OSError):
            continue
    return None


def _own_copies(database: Database) -> list[Path]:
    """Copies that the store itself made; those of a server are not on this machine."""
    backups = [] if database.server else managed_backups(database.path.parent)
    return [*backups, *_emergencies(database, True), *_emergencies(database, None)]


def _emergencies(database: Database, mine: bool | None) -> list[Path]:
    folder = database.path.parent
    return emergency_files(folder, owner_of(folder, database.server), mine)


CLOCKS_DIFFER = 2
"""Seconds between what a file and what a record says of the same moment (FAT, whose times are even)."""


def _may_hold(copy: Path, since: float) -> bool:
    """Whether a copy that does not open was written to since they came here."""
    beside = (copy.with_name(copy.name + ending) for ending in ("", *SIDE_FILES))
    try:
        changed = max(path.stat().st_mtime for path in beside if path.exists())
    except (OSError, ValueError):
        return True
    return changed + CLOCKS_DIFFER >= since


def _remove_files(made: Iterable[tuple[Path, str]]) -> tuple[int, list[Path], list[Path]]:
    removed, missing, left = 0, [], []
    latest = dict(made)
    for path in (*latest, library_folder() / "roles" / "*"):
        left += [part for part in parts_of(path) if not _removed(part)]
    for path, digest in latest.items():
        if not may_lie(path):
            missing.append(path)
            continue
        if _is_as_made(path, digest) and _removed(path):
            removed += 1
        else:
            left.append(path)
    return removed, missing, left


def _is_as_made(path: Path, digest: str) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and file_digest(path) == digest
    except OSError:
        return False


def _removed(path: Path) -> bool:
    try:
        overwrite_and_remove(path)
    except OSError:
        return False
    return True


def _clean_copies(
    paths: Iterable[Path], database: Database, scope: Scope
) -> tuple[int, list[Path], list[Path]]:
    """Write each copy anew without them: how many, which could not be reached, and which are no store of ours."""
    cleaned, left, strange = 0, [], []
    mine = _emergencies(database, True)
    for path in paths:
        try:
            refuse_foreign(path)
            if is_emergency(path) and holds_nothing(path, database.key_of(path)):
                remove_with_side_files(path)
                continue
            _clean_copy(path, database.key_of(path), scope)
            cleaned += 1
        except (errors.StoreError, OSError) as error:
            if (
                isinstance(error, errors.StoreError)
                and error.sentences == errors.ANOTHER_PROGRAM.error(path).sentences
            ):
                strange.append(path)
            elif scope.everything and isinstance(error, UNREADABLE) and (is_managed(path) or path in mine):
                overwrite_and_remove(path)
                cleaned += 1
            else:
                left.append(path)
    return cleaned, left, strange


def _clean_copy(path: Path, passphrase: str | None, scope: Scope) -> None:
    """Raises `StoreError` or OSError, and leaves the copy as it was."""
    remaining = 0

    def trim(connection: Connection) -> None:
        nonlocal remaining
        _delete(connection, scope)
        remaining = connection.execute(select(func.count()).select_from(sessions)).scalar_one()

    with part_beside(path) as part, alone(path, passphrase) as source:
        fresh_copy(source, path, part, passphrase, trim)
        with path.open("r+b") as old:
            move(part, path)
            overwrite(old)
    if not remaining and is_emergency(path):
        remove_with_side_files(path)


def _drop_strange(connection: Connection) -> None:
    """Remove triggers, views and tables that are not of the store: they could keep what is being erased."""
    ours = {*metadata.tables, VERSION_TABLE, "events_are_append_only"}
    entries = (
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view', 'table') ORDER BY type DESC"
    )
    for kind, name in connection.exec_driver_sql(entries).all():
        if name not in ours and not name.startswith("sqlite_"):
            quoted_name = name.replace('"', '""')
            connection.exec_driver_sql(f'DROP {kind} IF EXISTS "{quoted_name}"')


def _delete(connection: Connection, scope: Scope) -> int:
    """Delete the rows; what belongs to them goes with them. Their random ids are remembered as hashes.

    How many sessions that stay had begun from one of them.
    """
    theirs = connection.scalars(select(clients.c.id).where(rows_of(scope, clients.c.id)))
    ids = {*scope.clients, *theirs, *scope.sessions}
    ids |= set(connection.scalars(select(sessions.c.id).where(session_rows(scope))))
    known = set(connection.scalars(select(erased.c.digest)))
    new = [{"digest": digest} for digest in sorted({id_digest(one) for one in ids} - known)]
    if new:
        connection.execute(insert(erased), new)
    connection.execute(delete(sessions).where(session_rows(scope)))
    began = forget_earlier(connection, scope.sessions)
    for table in (notes, acts, consents):
        connection.execute(delete(table).where(rows_of(scope, table.c.client_id)))
    connection.execute(delete(files).where(made_of(scope)))
    connection.execute(delete(clients).where(rows_of(scope, clients.c.id)))
    if scope.settings:
        connection.execute(delete(settings).where(settings.c.name.in_(ERASABLE)))
    drop_unused(connection)
    return began


def _empty_journal(database: Database) -> bool:
    """Write the file anew without what was deleted, and cut the journal; False where another window reads on."""
    database.close()
    try:
        with alone(database.path, database.passphrase) as connection:
            connection.execute("VACUUM").close()
        emptied = True
    except errors.StoreError:
        emptied = False
    database.reopen(database.passphrase)
    return emptied
