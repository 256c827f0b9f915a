"""A digest over what a figure comes from: the entries of a session, and content as it was at that time."""

import sqlalchemy as sa
from alembic import op

from aijri_engine.store.seals import seal_all

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEALED = ("sessions", "contents")


def upgrade() -> None:
    """Add them, and seal what is there."""
    for table in SEALED:
        op.add_column(table, sa.Column("seal", sa.String(64), nullable=False, server_default=""))
    seal_all(op.get_bind(), SEALED)


def downgrade() -> None:
    """Take them away again."""
    for table in SEALED:
        op.drop_column(table, "seal")
