"""The first tables: sessions and what they stand on, clients and what a coach keeps, files made, and erasure."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE clients (
    id VARCHAR(12) NOT NULL PRIMARY KEY, alias TEXT NOT NULL, folded TEXT NOT NULL, created VARCHAR(40) NOT NULL,
    deleted VARCHAR(40), token VARCHAR(32) DEFAULT '' NOT NULL, next_date VARCHAR(10), next_time VARCHAR(5),
    deleted_after INTEGER
);
CREATE TABLE sessions (
    id VARCHAR(12) NOT NULL PRIMARY KEY, client_id VARCHAR(12), role TEXT NOT NULL, role_name TEXT NOT NULL,
    versions TEXT NOT NULL, seed INTEGER NOT NULL, created VARCHAR(40) NOT NULL, updated VARCHAR(40) NOT NULL,
    events INTEGER NOT NULL, place TEXT, revealed BOOLEAN NOT NULL, goal TEXT NOT NULL, folded TEXT NOT NULL,
    deleted VARCHAR(40), deleted_after INTEGER,
    FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_update ON sessions (updated);
CREATE INDEX sessions_by_client ON sessions (client_id);
CREATE TABLE events (
    session_id VARCHAR(12) NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, at VARCHAR(40) NOT NULL,
    PRIMARY KEY (session_id, number),
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
){without};
CREATE TABLE contents (
    digest VARCHAR(64) NOT NULL PRIMARY KEY, file_digest VARCHAR(64) NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE session_contents (
    session_id VARCHAR(12) NOT NULL, digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (session_id, digest),
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    FOREIGN KEY (digest) REFERENCES contents (digest)
){without};
CREATE TABLE consents (
    id {number} NOT NULL PRIMARY KEY, client_id VARCHAR(12) NOT NULL, version TEXT NOT NULL, text TEXT NOT NULL,
    goal TEXT NOT NULL, coach TEXT NOT NULL, answer VARCHAR(12) NOT NULL, given VARCHAR(40) NOT NULL,
    expires VARCHAR(10) NOT NULL, withdrawn VARCHAR(40),
    FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE
);
CREATE INDEX consents_by_client ON consents (client_id);
CREATE TABLE notes (
    id {number} NOT NULL PRIMARY KEY, client_id VARCHAR(12), session_id VARCHAR(12), private BOOLEAN NOT NULL,
    body TEXT NOT NULL, created VARCHAR(40) NOT NULL, reading BOOLEAN DEFAULT {false} NOT NULL,
    FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE SET NULL
);
CREATE INDEX notes_by_client ON notes (client_id);
CREATE TABLE acts (
    id {number} NOT NULL PRIMARY KEY, client_id VARCHAR(12), session_id VARCHAR(12), act TEXT NOT NULL,
    owner TEXT NOT NULL, due VARCHAR(10) NOT NULL, sign TEXT NOT NULL, state VARCHAR(10) NOT NULL,
    created VARCHAR(40) NOT NULL, updated VARCHAR(40) NOT NULL,
    FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE SET NULL
);
CREATE INDEX acts_by_client ON acts (client_id);
CREATE TABLE files (
    id {number} NOT NULL PRIMARY KEY, client_id VARCHAR(12), session_id VARCHAR(12), kind VARCHAR(12) NOT NULL,
    path TEXT NOT NULL, digest VARCHAR(64) NOT NULL, recipient TEXT NOT NULL, created VARCHAR(40) NOT NULL,
    FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE TABLE releases (id {number} NOT NULL PRIMARY KEY, created VARCHAR(40) NOT NULL);
CREATE TABLE release_members (
    release_id INTEGER NOT NULL, element VARCHAR(64) NOT NULL,
    PRIMARY KEY (release_id, element),
    FOREIGN KEY (release_id) REFERENCES releases (id) ON DELETE CASCADE
){without};
CREATE TABLE receipts (id VARCHAR(12) NOT NULL PRIMARY KEY, at VARCHAR(40) NOT NULL, body TEXT NOT NULL);
CREATE TABLE settings (name VARCHAR(40) NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE erased (digest VARCHAR(64) NOT NULL PRIMARY KEY)
"""

WORDS = {
    "sqlite": {"number": "INTEGER", "without": " WITHOUT ROWID", "false": "0"},
    "postgresql": {"number": "SERIAL", "without": "", "false": "false"},
}
"""What the two databases call differently."""

REFUSE_UPDATES = """
CREATE TRIGGER events_are_append_only BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
"""

TAKEN_AWAY = (
    "settings", "erased", "receipts", "release_members", "releases", "files", "acts", "notes", "consents",
    "session_contents", "contents", "events", "sessions", "clients",
)  # fmt: skip
"""Those that refer to others first."""


def upgrade() -> None:
    """Create the tables."""
    dialect = op.get_context().dialect.name
    for statement in TABLES.format_map(WORDS[dialect]).split(";"):
        op.execute(statement)
    if dialect == "sqlite":
        op.execute(REFUSE_UPDATES)


def downgrade() -> None:
    """Drop them again."""
    for table in TAKEN_AWAY:
        op.drop_table(table)
