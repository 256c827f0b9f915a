"""The first tables: sessions and what they stand on, clients and what a coach keeps, files made, and erasure."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIME = sa.String(40)
REFUSE_UPDATES = """
CREATE TRIGGER events_are_append_only BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
"""


def _client(nullable: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey("clients.id", ondelete="CASCADE")
    return sa.Column("client_id", sa.String(12), key, nullable=nullable)


def _session() -> sa.Column[str]:
    return sa.Column("session_id", sa.String(12), sa.ForeignKey("sessions.id", ondelete="SET NULL"))


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "clients",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("alias", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("deleted", TIME),
        sa.Column("token", sa.String(32), nullable=False, server_default=""),
        sa.Column("next_date", sa.String(10)),
        sa.Column("next_time", sa.String(5)),
        sa.Column("deleted_after", sa.Integer),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("client_id", sa.String(12), sa.ForeignKey("clients.id", ondelete="CASCADE")),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("role_name", sa.Text, nullable=False),
        sa.Column("versions", sa.Text, nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("updated", TIME, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("revealed", sa.Boolean, nullable=False),
        sa.Column("goal", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("deleted", TIME),
        sa.Column("deleted_after", sa.Integer),
    )
    op.create_index("sessions_by_update", "sessions", ["updated"])
    op.create_index("sessions_by_client", "sessions", ["client_id"])
    op.create_table(
        "events",
        sa.Column(
            "session_id", sa.String(12), sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contents",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("file_digest", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "session_contents",
        sa.Column(
            "session_id", sa.String(12), sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("digest", sa.String(64), sa.ForeignKey("contents.digest"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer, primary_key=True),
        _client(),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("goal", sa.Text, nullable=False),
        sa.Column("coach", sa.Text, nullable=False),
        sa.Column("answer", sa.String(12), nullable=False),
        sa.Column("given", TIME, nullable=False),
        sa.Column("expires", sa.String(10), nullable=False),
        sa.Column("withdrawn", TIME),
    )
    op.create_index("consents_by_client", "consents", ["client_id"])
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, primary_key=True),
        _client(nullable=True),
        _session(),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("reading", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("notes_by_client", "notes", ["client_id"])
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer, primary_key=True),
        _client(nullable=True),
        _session(),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("sign", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("updated", TIME, nullable=False),
    )
    op.create_index("acts_by_client", "acts", ["client_id"])
    op.create_table(
        "files",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("client_id", sa.String(12), sa.ForeignKey("clients.id", ondelete="CASCADE")),
        sa.Column("session_id", sa.String(12), sa.ForeignKey("sessions.id", ondelete="CASCADE")),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("created", TIME, nullable=False),
    )
    op.create_table(
        "releases", sa.Column("id", sa.Integer, primary_key=True), sa.Column("created", TIME, nullable=False)
    )
    op.create_table(
        "release_members",
        sa.Column(
            "release_id", sa.Integer, sa.ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("element", sa.String(64), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table("erased", sa.Column("digest", sa.String(64), primary_key=True))
    if op.get_context().dialect.name == "sqlite":
        op.execute(REFUSE_UPDATES)


def downgrade() -> None:
    """Drop them again, those that refer to others first."""
    first = (
        "settings",
        "erased",
        "receipts",
        "release_members",
        "releases",
        "files",
        "acts",
        "notes",
        "consents",
    )
    for table in (*first, "session_contents", "contents", "events", "sessions", "clients"):
        op.drop_table(table)
