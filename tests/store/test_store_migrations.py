"""Migrations: up and down on both kinds of store, complete, quiet, and once even when two windows begin together."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreError
from aijri_engine.store.database import Database
from aijri_engine.store.migrate import MIGRATIONS, migrate, revision_of
from aijri_engine.store.schema import REVISION, metadata


def test_the_newest_migration_is_the_one_the_tables_name() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_migrations_give_the_tables_the_program_uses(store: Store) -> None:
    with store._database.reading() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), metadata)
    assert difference == []


def test_every_migration_goes_down_and_up_again(
    store: Store, interview: Interview, capfd: pytest.CaptureFixture[str]
) -> None:
    store.start(interview)
    with store._database.writing() as connection:
        migrate(connection, "base", up=False)
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    with store._database.writing() as connection:
        migrate(connection)
        assert revision_of(connection) == REVISION
    assert store.sessions() == []
    store.start(interview)
    assert len(store.sessions()) == 1
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_a_migration_that_fails_changes_nothing(store: Store, interview: Interview) -> None:
    store.start(interview)
    with store._database.reading() as connection:
        before = inspect(connection).get_table_names()

    def fail_half_way() -> None:
        with store._database.writing() as connection:
            migrate(connection, "base", up=False)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with store._database.reading() as connection:
        assert inspect(connection).get_table_names() == before
    assert len(store.sessions()) == 1


def test_a_store_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    database = Database(tmp_path / "aijri.db")
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreError, match="newer version of aijri"):
        Store.open(tmp_path)


def test_windows_that_begin_together_share_one_new_store(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                with Store.open(tmp_path, passphrase) as store:
                    store.start(interview)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert ends == [0] * 6
    with Store.open(tmp_path, passphrase) as store:
        assert len(store.sessions()) == 6


def test_the_database_is_loaded_only_when_it_is_used() -> None:
    code = (
        "import sys, aijri_engine, aijri_engine.store\n"
        "from aijri_engine.store import Autosave, SessionRow, StoreError, data_folder\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'sqlcipher3', 'pyrage', 'sqlite3') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_migrations_are_loaded_only_when_they_are_needed(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    code = (
        "import sys\nfrom aijri_engine.store import Store\n"
        f"Store.open({str(tmp_path)!r}).close()\nprint('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
