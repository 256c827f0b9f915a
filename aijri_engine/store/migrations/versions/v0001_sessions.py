"""Sessions, their events, and the content they used."""

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


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "clients",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("alias", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("deleted", TIME),
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
    if op.get_context().dialect.name == "sqlite":
        op.execute(REFUSE_UPDATES)


def downgrade() -> None:
    """Drop them again, those that refer to others first."""
    for table in ("session_contents", "contents", "events", "sessions", "clients"):
        op.drop_table(table)
