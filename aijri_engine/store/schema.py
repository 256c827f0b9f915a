"""The tables, in portable Core: what a server database would need is here, what only SQLite needs is not."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, false

REVISION = "0001"
"""The migration these tables belong to; a store that has it is opened without loading the migrations."""

TIME = String(40)
"""ISO 8601 in UTC, see `clock.stamp`."""

metadata = MetaData()

clients = Table(
    "clients",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("alias", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("created", TIME, nullable=False),
    Column("deleted", TIME),
    Column("token", String(32), nullable=False, server_default=""),
    Column("next_date", String(10)),
    Column("next_time", String(5)),
    Column("deleted_after", Integer),
)
"""The token stands for a person in the record of group summaries; it is random and shown nowhere. `deleted_after` is
the time the store had seen pass when the client was deleted, see `undo`."""

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("client_id", String(12), ForeignKey("clients.id", ondelete="CASCADE")),
    Column("role", Text, nullable=False),
    Column("role_name", Text, nullable=False),
    Column("versions", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("created", TIME, nullable=False),
    Column("updated", TIME, nullable=False),
    Column("events", Integer, nullable=False),
    Column("place", Text),
    Column("revealed", Boolean, nullable=False),
    Column("goal", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("deleted", TIME),
    Column("deleted_after", Integer),
    Index("sessions_by_update", "updated"),
    Index("sessions_by_client", "client_id"),
)

events = Table(
    "events",
    metadata,
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("at", TIME, nullable=False),
    sqlite_with_rowid=False,
)
"""Append-only; the primary key keeps two windows from writing the same number."""

contents = Table(
    "contents",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("file_digest", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Content files as they were when a session used them, each once.

The digest of one's own is that of the file; that of imported content is computed from the body, so that what a file
of somebody else claims to be never stands for the real one.
"""

session_contents = Table(
    "session_contents",
    metadata,
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), ForeignKey("contents.digest"), primary_key=True),
    sqlite_with_rowid=False,
)


def _client(nullable: bool = False) -> Column[str]:
    """Whose it is; None for one's own."""
    return Column("client_id", String(12), ForeignKey("clients.id", ondelete="CASCADE"), nullable=nullable)


def _session() -> Column[str]:
    return Column("session_id", String(12), ForeignKey("sessions.id", ondelete="SET NULL"))


consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    _client(),
    Column("version", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("goal", Text, nullable=False),
    Column("coach", Text, nullable=False),
    Column("answer", String(12), nullable=False),
    Column("given", TIME, nullable=False),
    Column("expires", String(10), nullable=False),
    Column("withdrawn", TIME),
    Index("consents_by_client", "client_id"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    _client(nullable=True),
    _session(),
    Column("private", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("created", TIME, nullable=False),
    Column("reading", Boolean, nullable=False, server_default=false()),
    Index("notes_by_client", "client_id"),
)

acts = Table(
    "acts",
    metadata,
    Column("id", Integer, primary_key=True),
    _client(nullable=True),
    _session(),
    Column("act", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", String(10), nullable=False),
    Column("sign", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("created", TIME, nullable=False),
    Column("updated", TIME, nullable=False),
    Index("acts_by_client", "client_id"),
)

files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("client_id", String(12), ForeignKey("clients.id", ondelete="CASCADE")),
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE")),
    Column("kind", String(12), nullable=False),
    Column("path", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("created", TIME, nullable=False),
)
"""Files made from the store on this machine: reports, hand-over files, drafts, backups."""

releases = Table(
    "releases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("created", TIME, nullable=False),
)

release_members = Table(
    "release_members",
    metadata,
    Column("release_id", Integer, ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True),
    Column("element", String(64), primary_key=True),
    sqlite_with_rowid=False,
)
"""Who a group summary covered, as hashes that lead to nobody once the person is erased."""

receipts = Table(
    "receipts",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("at", TIME, nullable=False),
    Column("body", Text, nullable=False),
)

erased = Table("erased", metadata, Column("digest", String(64), primary_key=True))
"""Hashes of the random ids of what was erased, so that a backup put back later does not bring it back."""

settings = Table(
    "settings",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What is kept once for the whole store: how a practice presents itself, and the time the store has seen pass."""

PRACTICE = "practice"
"""Name of the setting that says how a practice presents itself."""
