"""A practice on a server: whose a row is, who else sees a client, how often a row was changed, where a file lies."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OWNED = ("clients", "sessions", "notes", "acts", "files", "receipts", "settings")
COUNTED = ("clients", "notes", "acts")
OWN_KEY = "ALTER TABLE settings DROP CONSTRAINT settings_pkey, ADD PRIMARY KEY ({})"
"""Each coach has settings; a file has one owner and keeps its key."""

REFUSING = """
CREATE FUNCTION refuse_updates() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$
"""
REFUSE_UPDATES = """
CREATE TRIGGER events_are_append_only BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION refuse_updates()
"""


def upgrade() -> None:
    """Add them; in a file everything belongs to its one owner, whose login is empty."""
    server = op.get_context().dialect.name == "postgresql"
    mine = sa.text("CURRENT_USER") if server else ""
    for table in OWNED:
        op.add_column(table, sa.Column("login", sa.String(63), nullable=False, server_default=mine))
    for table in COUNTED:
        op.add_column(table, sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.add_column("files", sa.Column("machine", sa.Text, nullable=False, server_default=""))
    op.create_index("clients_by_login", "clients", ["id", "login"], unique=True)
    op.create_table(
        "shares",
        sa.Column("client_id", sa.String(12), primary_key=True),
        sa.Column("coach", sa.String(63), primary_key=True),
        sa.Column("login", sa.String(63), nullable=False, server_default=mine),
        sa.ForeignKeyConstraint(["client_id", "login"], ["clients.id", "clients.login"], ondelete="CASCADE"),
    )
    if server:
        op.execute(OWN_KEY.format("name, login"))
        op.execute(REFUSING)
        op.execute(REFUSE_UPDATES)


def downgrade() -> None:
    """Take them away again."""
    server = op.get_context().dialect.name == "postgresql"
    if server:
        op.execute("DROP TRIGGER events_are_append_only ON events")
        op.execute("DROP FUNCTION refuse_updates")
        op.execute("DELETE FROM settings")
        op.execute(OWN_KEY.format("name"))
    op.drop_table("shares")
    op.drop_index("clients_by_login", "clients")
    for table in OWNED:
        op.drop_column(table, "login")
    for table in COUNTED:
        op.drop_column(table, "version")
    op.drop_column("files", "machine")
