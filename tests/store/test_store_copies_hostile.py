"""Backups and copies in hostile places: killed halfway, of other programs, with more or less than a store holds."""

import os
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest
from store_clients import NAME, traces, with_client
from store_held import held

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreError, UnknownClient, restore, system_clock
from aijri_engine.store.copies import copy_store

KEEP_DELETED = "INSERT INTO hidden VALUES (OLD.body)"


@pytest.mark.case("hostile 1")
def test_a_person_only_an_older_copy_knows_is_erased_there(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    data = tmp_path / "data"
    for erase in (lambda store: store.erase_everything(), lambda store: store.erase_client(NAME)):
        with Store.open(data, passphrase) as store:
            backup = store.backup()
            with_client(store, library, interview, NAME)
        kept = restore(backup, data, passphrase, system_clock)
        assert kept is not None
        with Store.open(data, passphrase) as store:
            with pytest.raises(UnknownClient):
                store.roster.find(NAME)
            assert erase(store).receipt.complete
        assert traces(data, NAME) == []
        if passphrase is not None:
            with Store.at(kept, passphrase) as old:
                assert old.roster.clients() == []
        shutil.rmtree(data)


def test_a_copy_that_cannot_be_opened_goes_when_everything_goes(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path) as store:
        store.start(interview)
        backup = store.backup()
        backup.write_bytes(b"not a store any more " * 300)
        told = store.erase_everything()
        assert told.receipt.complete
        assert not backup.exists()


@pytest.mark.case("hostile 4")
def test_what_killed_programs_left_half_written_is_swept(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path) as store:
        with_client(store, library, interview, NAME)
        (tmp_path / "backups").mkdir()
        beyond = tmp_path / "beyond"
        beyond.mkdir()
        store.backup(beyond / "copy.db")
        left = [
            tmp_path / "backups" / ".aijri-one.part",
            tmp_path / ".aijri-two.part",
            beyond / ".aijri-3.part",
        ]
        for part in left:
            part.write_text(NAME)
            part.with_name(part.name + "-journal").write_text(NAME)
        assert store.erase_client(NAME).receipt.complete
    assert traces(tmp_path, NAME) == []
    left[0].write_text(NAME)
    Store.open(tmp_path).close()
    assert not left[0].exists()


def test_a_backup_being_written_is_not_swept(tmp_path: Path, interview: Interview) -> None:
    from aijri_engine.store.copies import part_beside, sweep

    with part_beside(tmp_path / "copy.db") as part:
        sweep(tmp_path)
        assert part.exists()


@pytest.mark.case("hostile 4")
def test_kills_during_a_backup_leave_nothing_behind(
    tmp_path: Path, library: Library, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        with_client(store, library, interview, NAME)
    (tmp_path / "backups").mkdir()
    reading, writing = os.pipe()
    monkeypatch.setattr("aijri_engine.store.copies.force_to_disk", lambda path: held(writing))
    child = os.fork()
    if child == 0:
        try:
            copy_store(tmp_path / "aijri.db", None, tmp_path / "backups" / "aijri-1.db")
        finally:
            os._exit(1)
    os.close(writing)
    assert os.read(reading, 1) == b"x"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    monkeypatch.undo()
    assert any(NAME.encode() in path.read_bytes() for path in (tmp_path / "backups").iterdir())
    with Store.open(tmp_path) as store:
        assert store.erase_everything().receipt.complete
    assert traces(tmp_path, NAME) == []


@pytest.mark.case("hostile 6")
def test_another_programs_database_is_left_alone(tmp_path: Path, interview: Interview) -> None:
    def other(path: Path) -> bytes:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE bookmarks (url)")
        connection.execute("INSERT INTO bookmarks VALUES ('x')")
        connection.commit()
        connection.close()
        return path.read_bytes()

    with Store.open(tmp_path / "data") as store:
        session = store.start(interview)
        store.backup(tmp_path / "copy.db")
        (tmp_path / "copy.db").unlink()
        before = other(tmp_path / "copy.db")
        told = store.erase_session(session.id)
        assert told.receipt.complete
        assert told.not_ours == (tmp_path / "copy.db",)
    assert (tmp_path / "copy.db").read_bytes() == before
    (tmp_path / "theirs").mkdir()
    before = other(tmp_path / "theirs" / "aijri.db")
    with pytest.raises(StoreError, match="database of another program"):
        Store.open(tmp_path / "theirs")
    assert (tmp_path / "theirs" / "aijri.db").read_bytes() == before
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["aijri.db"]


@pytest.mark.parametrize(
    "statement",
    [
        f"CREATE TABLE hidden (b); CREATE TRIGGER t AFTER DELETE ON events BEGIN {KEEP_DELETED}; END",
        "CREATE TRIGGER t BEFORE DELETE ON sessions BEGIN SELECT RAISE(IGNORE); END",
        "CREATE VIEW seen AS SELECT * FROM events",
        "CREATE TABLE hidden AS SELECT * FROM events",
    ],
)
@pytest.mark.case("hostile 10")
def test_what_a_backup_carries_besides_stays_behind(
    tmp_path: Path, library: Library, interview: Interview, statement: str
) -> None:
    with Store.open(tmp_path / "one") as store:
        with_client(store, library, interview, NAME)
        beyond, backup = store.backup(tmp_path / "beyond.db"), store.backup(tmp_path / "brought.db")
        for path in (beyond, backup, store.path):
            connection = sqlite3.connect(path)
            connection.executescript(statement)
            connection.close()
        assert store.erase_client(NAME).receipt.complete
    restore(backup, tmp_path / "two", None, system_clock)
    with Store.open(tmp_path / "two") as store:
        names = {row[0] for row in sqlite3.connect(store.path).execute("SELECT name FROM sqlite_master")}
        assert not names & {"t", "hidden", "seen"}
    for path in (tmp_path / "one" / "aijri.db", beyond, backup):
        assert NAME.encode() not in path.read_bytes()


@pytest.mark.case("hostile 10")
def test_a_backup_without_a_table_is_refused(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path / "data") as store:
        store.start(interview)
        backup = store.backup(tmp_path / "copy.db")
    connection = sqlite3.connect(backup)
    connection.execute("DROP TABLE notes")
    connection.execute("CREATE VIEW notes AS SELECT * FROM acts")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="not a backup of aijri"):
        restore(backup, tmp_path / "data", None, system_clock)
    with Store.open(tmp_path / "data") as store:
        assert len(store.sessions()) == 1
