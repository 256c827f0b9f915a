"""A backup is one file, encrypted as the store is, and can be put back."""

from pathlib import Path

import pytest
from store_people import answered, whole

from aijri_engine import Interview, Library
from aijri_engine.store import PassphraseNeeded, Store, StoreError, WrongPassphrase
from aijri_engine.store.backups import restore
from aijri_engine.store.clock import system_clock


def test_a_backup_brings_back_what_it_holds_and_keeps_what_was_there(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    data = tmp_path / "data"
    end = whole(interview, seed=3, acts=20)[-1]
    with Store.open(data, passphrase) as store:
        session = store.start(end)
        backup = store.backup(tmp_path / "one.db")
        session.save(answered(end, "level", "mid"))
        later = store.start(interview)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert (b"deep-learning" in backup.read_bytes()) == (passphrase is None)
    kept = restore(backup, data, passphrase, system_clock)
    with Store.open(data, passphrase) as store:
        assert [row.id for row in store.sessions()] == [session.id]
        assert store.resume(session.id, library).events == end.events
    assert kept is not None
    restore(kept, data, passphrase, system_clock)
    with Store.open(data, passphrase) as store:
        assert {row.id for row in store.sessions()} == {session.id, later.id}
        assert len(store.resume(session.id, library).events) == len(end.events) + 1


def test_a_damaged_store_is_replaced_and_kept_beside(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path) as store:
        session = store.start(interview)
        backup = store.backup()
    path = tmp_path / "aijri.db"
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError, match="backup restore"), Store.open(tmp_path) as store:
        store.sessions()
    kept = restore(backup, tmp_path, None, system_clock)
    assert kept is not None
    assert kept.stat().st_size == 5000
    with Store.open(tmp_path) as store:
        assert store.session(session.id).id == session.id


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0" + bytes(3000)])
def test_a_file_that_is_no_backup_changes_nothing(
    tmp_path: Path, interview: Interview, content: bytes
) -> None:
    with Store.open(tmp_path / "data") as store:
        session = store.start(interview)
    other = tmp_path / "other.db"
    other.write_bytes(content)
    for path in (other, tmp_path / "missing.db"):
        with pytest.raises(StoreError, match=r"other\.db|missing\.db"):
            restore(path, tmp_path / "data", None, system_clock)
    with Store.open(tmp_path / "data") as store:
        assert [row.id for row in store.sessions()] == [session.id]
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["aijri.db"]


def test_the_wrong_passphrase_changes_nothing(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path / "data", "right") as store:
        store.start(interview)
        backup = store.backup()
    with pytest.raises(WrongPassphrase):
        restore(backup, tmp_path / "data", "wrong", system_clock)
    with pytest.raises(PassphraseNeeded):
        restore(backup, tmp_path / "data", None, system_clock)
    with Store.open(tmp_path / "data", "right") as store:
        assert len(store.sessions()) == 1


def test_a_backup_never_writes_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    with Store.open(tmp_path / "data") as store:
        with pytest.raises(StoreError, match="exists already"):
            store.backup(tmp_path / "mine.db")
        with pytest.raises(StoreError, match="could not be written"):
            store.backup(tmp_path / "none" / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "mine"


def test_what_was_erased_does_not_come_back_with_an_old_backup(
    tmp_path: Path, interview: Interview, passphrase: str | None
) -> None:
    away = tmp_path / "stick"
    away.mkdir()
    with Store.open(tmp_path / "data", passphrase) as store:
        gone, stays = store.start(interview), store.start(interview)
        backup = store.backup(away / "old.db")
        copy = away / "copy.db"
        copy.write_bytes(backup.read_bytes())
        store.erase_session(gone.id)
    restore(copy, tmp_path / "data", passphrase, system_clock)
    with Store.open(tmp_path / "data", passphrase) as store:
        assert [row.id for row in store.sessions()] == [stays.id]


def test_a_backup_can_be_put_where_there_was_no_store(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path / "old") as store:
        session = store.start(interview)
        backup = store.backup(tmp_path / "one.db")
    assert restore(backup, tmp_path / "new", None, system_clock) is None
    with Store.open(tmp_path / "new") as store:
        assert [row.id for row in store.sessions()] == [session.id]
