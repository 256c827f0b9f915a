"""The date of the next talk, and notes that are a coach's reading of a result."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("clients", sa.Column("next_date", sa.String(10)))
    op.add_column("notes", sa.Column("reading", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop them again."""
    op.drop_column("notes", "reading")
    op.drop_column("clients", "next_date")
