"""Which answers about consent each client gave, sealed: one that is taken away or moved is missed where it was."""

import sqlalchemy as sa
from alembic import op

from aijri_engine.store.answers import count_all

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them, and count what is there."""
    op.add_column("clients", sa.Column("answers", sa.Text, nullable=False, server_default=""))
    count_all(op.get_bind())


def downgrade() -> None:
    """Take them away again."""
    op.drop_column("clients", "answers")
