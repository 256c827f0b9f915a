"""A digest over what a coach keeps: consents, notes, acts, and who was given which file."""

import sqlalchemy as sa
from alembic import op

from aijri_engine.store.seals import seal_all

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SEALED = ("consents", "notes", "acts", "files")


def upgrade() -> None:
    """Add them, and seal what is there."""
    for table in SEALED:
        op.add_column(table, sa.Column("seal", sa.String(64), nullable=False, server_default=""))
    seal_all(op.get_bind(), SEALED)


def downgrade() -> None:
    """Take them away again."""
    for table in SEALED:
        op.drop_column(table, "seal")
