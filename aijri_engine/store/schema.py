"""The tables, in portable Core: what a server database would need is here, what only SQLite needs is not."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    func,
    type_coerce,
)
from sqlalchemy.schema import SchemaItem

from aijri_engine.store.folder import REVISION as REVISION

VERSION_TABLE = "alembic_version"
"""Where the migrations note which was the last."""

TIME = String(40)
"""ISO 8601 in UTC, see `clock.stamp`."""

metadata = MetaData()


def _table(name: str, *parts: SchemaItem, sqlite_with_rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_with_rowid=sqlite_with_rowid)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _moments(*names: str) -> list[Column[str]]:
    return [Column(name, TIME, nullable=False) for name in names]


def _seal() -> Column[str]:
    """Digest over what must not change unnoticed, see `seals`."""
    return Column("seal", String(64), nullable=False, server_default="")


def _login() -> Column[str]:
    """Whose the row is: the login of the server that wrote it; empty in a file, which has one owner."""
    return Column("login", String(63), nullable=False, server_default="")


def _version() -> Column[int]:
    """Counts the changes of a row, so that nobody writes over what they have not seen."""
    return Column("version", Integer, nullable=False, server_default="1")


def as_stored(column: Column[Any]) -> ColumnElement[Any]:
    """A mark as it is stored: the library would read whatever stands there as yes or no."""
    return type_coerce(column, Integer) if isinstance(column.type, Boolean) else column


clients = _table(
    "clients",
    Column("id", String(12), primary_key=True),
    *_texts("alias", "folded"),
    Column("created", TIME, nullable=False),
    Column("deleted", TIME),
    Column("token", String(32), nullable=False, server_default=""),
    Column("next_date", String(10)),
    Column("next_time", String(5)),
    Column("deleted_after", Integer),
    Column("answers", Text, nullable=False, server_default=""),
    _login(),
    _version(),
    Index("clients_by_login", "id", "login", unique=True),
)
"""The token stands for a person in the record of group summaries; it is random and shown nowhere. `deleted_after` is
the time the store had seen pass when the client was deleted, see `undo`; for `answers` see the file of that name."""


def hidden(table: Table) -> ColumnElement[bool]:
    """That a client or session was deleted; a mark that is no moment hides nothing and is told as damage."""
    return func.coalesce(table.c.deleted.like("____-__-__T%"), false(), type_=Boolean)


shares = _table(
    "shares",
    Column("client_id", String(12), primary_key=True),
    Column("coach", String(63), primary_key=True),
    _login(),
    ForeignKeyConstraint(["client_id", "login"], ["clients.id", "clients.login"], ondelete="CASCADE"),
)
"""Which other logins of a server see a client; only who the client belongs to can share it."""

sessions = _table(
    "sessions",
    Column("id", String(12), primary_key=True),
    Column("client_id", String(12), ForeignKey("clients.id", ondelete="CASCADE")),
    *_texts("role", "role_name", "versions"),
    Column("seed", Integer, nullable=False),
    *_moments("created", "updated"),
    Column("events", Integer, nullable=False),
    Column("place", Text),
    Column("revealed", Boolean, nullable=False),
    *_texts("goal", "folded"),
    Column("deleted", TIME),
    Column("deleted_after", Integer),
    _login(),
    _seal(),
    Index("sessions_by_update", "updated"),
    Index("sessions_by_client", "client_id"),
)

events = _table(
    "events",
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("at", TIME, nullable=False),
    sqlite_with_rowid=False,
)
"""Append-only; the primary key keeps two windows from writing the same number."""

contents = _table(
    "contents",
    Column("digest", String(64), primary_key=True),
    Column("file_digest", String(64), nullable=False),
    *_texts("name", "body"),
    _seal(),
)
"""Content files as they were when a session used them, each once.

The digest of one's own is that of the file; that of imported content is computed from the body, so that what a file
of somebody else claims to be never stands for the real one.
"""

session_contents = _table(
    "session_contents",
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), ForeignKey("contents.digest"), primary_key=True),
    sqlite_with_rowid=False,
)


def _client(nullable: bool = False) -> Column[str]:
    """Whose it is; None for one's own."""
    return Column("client_id", String(12), ForeignKey("clients.id", ondelete="CASCADE"), nullable=nullable)


def _session() -> Column[str]:
    return Column("session_id", String(12), ForeignKey("sessions.id", ondelete="SET NULL"))


consents = _table(
    "consents",
    Column("id", Integer, primary_key=True),
    _client(),
    *_texts("version", "text", "goal", "coach"),
    Column("answer", String(12), nullable=False),
    Column("given", TIME, nullable=False),
    Column("expires", String(10), nullable=False),
    Column("withdrawn", TIME),
    _seal(),
    Index("consents_by_client", "client_id"),
)

notes = _table(
    "notes",
    Column("id", Integer, primary_key=True),
    _client(nullable=True),
    _session(),
    Column("private", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("created", TIME, nullable=False),
    Column("reading", Boolean, nullable=False, server_default=false()),
    _login(),
    _version(),
    _seal(),
    Index("notes_by_client", "client_id"),
)

acts = _table(
    "acts",
    Column("id", Integer, primary_key=True),
    _client(nullable=True),
    _session(),
    *_texts("act", "owner"),
    Column("due", String(10), nullable=False),
    Column("sign", Text, nullable=False),
    Column("state", String(10), nullable=False),
    *_moments("created", "updated"),
    _login(),
    _version(),
    _seal(),
    Index("acts_by_client", "client_id"),
)

files = _table(
    "files",
    Column("id", Integer, primary_key=True),
    Column("client_id", String(12), ForeignKey("clients.id", ondelete="CASCADE")),
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE")),
    Column("kind", String(12), nullable=False),
    Column("path", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("created", TIME, nullable=False),
    _login(),
    Column("machine", Text, nullable=False, server_default=""),
    _seal(),
)
"""Files made from the store: reports, hand-over files, drafts, backups; on which machine, where several share one."""

releases = _table(
    "releases", Column("id", Integer, primary_key=True), Column("created", TIME, nullable=False)
)

release_members = _table(
    "release_members",
    Column("release_id", Integer, ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True),
    Column("element", String(64), primary_key=True),
    sqlite_with_rowid=False,
)
"""Who a group summary covered, as hashes that lead to nobody once the person is erased."""

receipts = _table(
    "receipts",
    Column("id", String(12), primary_key=True),
    Column("at", TIME, nullable=False),
    Column("body", Text, nullable=False),
    _login(),
)

erased = _table("erased", Column("digest", String(64), primary_key=True))
"""Hashes of the random ids of what was erased, so that a backup put back later does not bring it back."""

settings = _table(
    "settings",
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    _login(),
)
"""What is kept once for the whole store: how a practice presents itself, and the time the store has seen pass."""

FORM_KEY = "form key"
EMERGENCY_KEY = "emergency key"
NEXT_SITTING = "next_sitting"
NEXT_TALK = "next_talk"
PRACTICE = "practice"
ERASABLE = (EMERGENCY_KEY, FORM_KEY, NEXT_SITTING, NEXT_TALK, PRACTICE)
"""Names of settings: the key that opens the files of clients' pages (age, X25519), what encrypts the answers a coach's
machine keeps while the server is away, the day on which the person wants to look again (YYYY-MM-DD), the next talk as a
coach handed it over (JSON), and how a practice presents itself."""
