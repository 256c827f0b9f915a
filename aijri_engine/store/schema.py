"""The tables, in portable Core: what a server database would need is here, what only SQLite needs is not."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

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
)

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
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Content files as they were when a session used them, each once."""

session_contents = Table(
    "session_contents",
    metadata,
    Column("session_id", String(12), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), ForeignKey("contents.digest"), primary_key=True),
    sqlite_with_rowid=False,
)
