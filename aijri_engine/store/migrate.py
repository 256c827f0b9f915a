"""Bringing a store to the tables this program knows, up or down, in one transaction and without a word."""

import io
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from aijri_engine.store.errors import StoreError
from aijri_engine.store.ownership import protect, unprotect
from aijri_engine.store.schema import REVISION, VERSION_TABLE

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


ONE_AT_A_TIME = threading.Lock()
"""The migration library keeps the connection at hand in module names: two threads would write into one store."""


def revision_of(connection: Connection) -> str | None:
    """The migration a store stands at; None for an empty file."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return str(found) if found is not None else None


def load() -> None:
    """Import the migration library, which takes a moment, before others are made to wait for the file."""
    import_module("alembic.command")


def migrate(connection: Connection, target: str = REVISION, up: bool = True) -> None:
    """Run the migrations to `target` (`base` for none). The caller holds the transaction.

    Raises `StoreError` for a store that a newer program has written.
    """
    from alembic import command
    from alembic.script import ScriptDirectory

    config = _config(connection)
    current = revision_of(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise StoreError(
            "This store was written by a newer version of aijri.", "Update aijri; the store was not touched."
        )
    server = connection.dialect.name == "postgresql"
    if server:
        unprotect(connection)
    with ONE_AT_A_TIME:
        (command.upgrade if up else command.downgrade)(config, target)
    if server and target == REVISION:
        protect(connection)


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config(stdout=io.StringIO(), output_buffer=io.StringIO())
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
