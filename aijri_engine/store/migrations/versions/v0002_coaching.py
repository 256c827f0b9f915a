"""What a coach keeps: consent, notes, plans, files handed over, group summaries, receipts of erasure."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TIME = sa.String(40)


def _client() -> sa.Column[str]:
    key = sa.ForeignKey("clients.id", ondelete="CASCADE")
    return sa.Column("client_id", sa.String(12), key, nullable=False)


def _session() -> sa.Column[str]:
    return sa.Column("session_id", sa.String(12), sa.ForeignKey("sessions.id", ondelete="SET NULL"))


def upgrade() -> None:
    """Create the tables."""
    op.add_column("clients", sa.Column("token", sa.String(32), nullable=False, server_default=""))
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
        _client(),
        _session(),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("created", TIME, nullable=False),
    )
    op.create_index("notes_by_client", "notes", ["client_id"])
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer, primary_key=True),
        _client(),
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
        "releases",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("created", TIME, nullable=False),
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
    op.create_table("erased", sa.Column("digest", sa.String(64), primary_key=True))


def downgrade() -> None:
    """Drop them again, those that refer to others first."""
    for table in ("erased", "receipts", "release_members", "releases", "files", "acts", "notes", "consents"):
        op.drop_table(table)
    op.drop_column("clients", "token")
