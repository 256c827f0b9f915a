"""Whose data goes, and which rows and files of the store those are."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, not_, or_, select, true

from aijri_engine.store.clock import moment_of
from aijri_engine.store.folder import path_of
from aijri_engine.store.schema import acts, clients, consents, files, notes, sessions


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose data goes: ids of clients and of sessions; or all of it."""

    clients: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    own: bool = False
    """Everything that belongs to no client, in the copies too."""
    everything: bool = False
    """Everybody, those in the copies alone too."""
    settings: bool = False
    """What the store keeps once, too: the keys of pages and emergency files, the practice, the next sitting."""


def session_rows(scope: Scope) -> ColumnElement[bool]:
    if scope.everything:
        return true()
    mine = or_(_is_one(sessions.c.id, scope.sessions), _among(sessions.c.client_id, scope))
    return or_(mine, sessions.c.client_id.is_(None)) if scope.own else mine


def rows_of(scope: Scope, owner: ColumnElement[Any]) -> ColumnElement[bool]:
    """That something belongs to one of them."""
    if scope.everything:
        return true()
    return or_(_among(owner, scope), owner.is_(None)) if scope.own else _among(owner, scope)


def _among(owner: ColumnElement[Any], scope: Scope) -> ColumnElement[bool]:
    """That something belongs to one of the clients."""
    return _is_one(owner, scope.clients)


def _is_one(column: ColumnElement[Any], ids: Sequence[Any]) -> ColumnElement[bool]:
    """That it is one of these, some of which may be no text where their record is damaged."""
    texts = [one for one in ids if isinstance(one, str)]
    return or_(column.in_(texts), *(column == one for one in ids if not isinstance(one, str)))


def counts_of(connection: Connection, scope: Scope) -> dict[str, Any]:
    def number(table: Table, condition: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(condition)
        return int(connection.execute(query).scalar_one())

    return {
        "clients": number(clients, rows_of(scope, clients.c.id)),
        "sessions": number(sessions, session_rows(scope)),
        "notes": number(notes, rows_of(scope, notes.c.client_id)),
        "acts": number(acts, rows_of(scope, acts.c.client_id)),
        "consents": number(consents, rows_of(scope, consents.c.client_id)),
    }


def files_of(connection: Connection, scope: Scope, machine: str) -> tuple[list[tuple[Path, str]], list[Path]]:
    """Files made of them with the digests they had, and where those lie that only another machine reaches."""
    about = files.c.session_id.in_(select(sessions.c.id).where(session_rows(scope)))
    mine = or_(made_of(scope), about)
    query = select(files.c.path, files.c.digest, files.c.machine).where(mine, files.c.kind != "backup")
    made, elsewhere = [], []
    for path, digest, where in connection.execute(query):
        if where == machine:
            made.append((path_of(path), digest))
        else:
            elsewhere.append(Path(f"{where}:{path}"))
    return made, elsewhere


def made_of(scope: Scope) -> ColumnElement[bool]:
    """That a file was made of a client, or of one's own plan."""
    if scope.everything:
        return files.c.kind != "backup"
    plan = files.c.client_id.is_(None) & files.c.session_id.is_(None) & (files.c.kind == "calendar")
    return or_(_among(files.c.client_id, scope), plan) if scope.own else _among(files.c.client_id, scope)


def first_seen(connection: Connection, scope: Scope, now: str) -> float:
    """The second (UTC) in which the first of them came here; 0 where that is not known, or a clock was wrong."""
    if scope.own or scope.everything:
        return 0
    came = [(clients.c.created, _among(clients.c.id, scope)), (sessions.c.created, session_rows(scope))]
    found = [one for column, theirs in came for one in connection.scalars(select(column).where(theirs))]
    try:
        moments = [moment_of(one) for one in found]
        return min(moments).timestamp() if max(moments) <= moment_of(now) else 0
    except (TypeError, ValueError):
        return 0


def own_tables(connection: Connection, scope: Scope) -> dict[int, tuple[str, str]]:
    """Path and digest of tables in somebody's own words on which only sessions that go now stand, by their number."""
    if scope.everything:
        return {}
    goes = session_rows(scope)
    gone = set(connection.scalars(select(sessions.c.role).where(goes)))
    gone -= set(connection.scalars(select(sessions.c.role).where(not_(goes))))
    query = select(files.c.id, files.c.path, files.c.digest).where(
        files.c.kind == "role", files.c.client_id.is_(None)
    )
    return {
        one: (path, digest) for one, path, digest in connection.execute(query) if path_of(path).stem in gone
    }
