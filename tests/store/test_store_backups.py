"""A backup is one file, encrypted as the store is, and can be put back."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from store_people import answered, whole

from aijri_engine import Interview, Library
from aijri_engine.store import (
    ConsentNeeded,
    LockedOrDamaged,
    PassphraseNeeded,
    Store,
    StoreError,
    WrongPassphrase,
)
from aijri_engine.store.backups import restore
from aijri_engine.store.clock import system_clock
from aijri_engine.store.groups import Member, TooFew, release


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


@pytest.mark.parametrize("here", [None, "the one of today"])
@pytest.mark.parametrize("before", [None, "the one before"])
def test_over_a_store_of_another_passphrase_nothing_is_left_behind_in_silence(
    tmp_path: Path, library: Library, interview: Interview, before: str | None, here: str | None
) -> None:
    """Its own passphrase is asked for; without it, it is told before anything happens what comes back."""
    with Store.open(tmp_path, before) as store:
        gone = store.start(interview)
        store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a goal", "Ada", date(2099, 1, 1))
        backup = store.backup(tmp_path / "old.db")
        if here != before:
            store.set_passphrase(here)
        store.roster.withdraw("Ana")
        store.erase_session(gone.id)
    copy = (tmp_path / "copy.db").write_bytes(backup.read_bytes()) and tmp_path / "copy.db"
    told: list[str] = []

    def stop(words: str) -> None:
        told.append(words)
        raise KeyboardInterrupt

    if here not in (None, before):
        typed = iter(["a wrong one", None, "a wrong one", here])
        with Store.open(tmp_path, here), pytest.raises(KeyboardInterrupt):
            restore(copy, tmp_path, before, system_clock, lambda why: next(typed), stop)
        assert "does not open the store" in told[0]
        assert "erased there comes back" in told[0]
        with Store.open(tmp_path, here) as store:
            assert not store.sessions()
        restore(copy, tmp_path, before, system_clock, lambda why: next(typed), stop)
    else:
        restore(copy, tmp_path, before, system_clock, lambda why: None, stop)
    with Store.open(tmp_path, before) as store:
        assert not store.sessions()
        with pytest.raises(ConsentNeeded, match="withdrew"):
            store.roster.consent("Ana")


def test_what_was_taken_back_or_told_since_stays_so_with_an_old_backup(
    tmp_path: Path, library: Library
) -> None:
    """Withdrawals, noes, narrower yeses, groups told and files written count, also once a newer backup follows."""
    data, wording, far = tmp_path / "data", library.wording.consent, date(2099, 1, 1)
    with Store.open(data) as store:
        for alias in ("withdraws", "says no", "today", "agrees", "stays", "renews"):
            store.roster.add(alias)
            if alias != "agrees":
                store.roster.agree(alias, wording, "a goal", "Ada", far)
        store.roster.withdraw("renews")
        old = store.backup(tmp_path / "old.db")
        for _ in range(2):
            store.roster.withdraw("withdraws")
        store.roster.decline("says no")
        store.roster.agree("today", wording, "a goal", "Ada", far, "today_only")
        for alias in ("agrees", "renews"):
            store.roster.agree(alias, wording, "a goal", "Ada", far)
        with store.writing() as connection:
            release(
                connection, [Member(f"{one}", "s", 1, 50.0, "Green", {}) for one in range(5)], store.now()
            )
        (tmp_path / "x.csv").write_text("x")
        store.record_file_of([store.roster.find("stays").id], "roster", tmp_path / "x.csv", b"x")
        told = {
            row.alias: (row.standing(), len(store.roster.card(row.id).consents))
            for row in store.roster.clients()
        }
    newer = restore(old, data, None, system_clock)
    assert newer is not None
    for backup in (None, newer, old):
        if backup is not None:
            restore(backup, data, None, system_clock)
        with Store.open(data) as store:
            rows = store.roster.clients()
            assert {
                row.alias: (row.standing(), len(store.roster.card(row.id).consents)) for row in rows
            } == told
            with pytest.raises(ConsentNeeded, match="withdrew the consent"):
                store.roster.note("withdraws", "a note")
            group = [Member(f"{one}", "s", 1, 50.0, "Green", {}) for one in range(6)]
            with store.writing() as connection, pytest.raises(TooFew):
                release(connection, group, store.now())
    with Store.open(data) as store:
        assert store.erase_client("stays").receipt.files_removed == 1
    assert not (tmp_path / "x.csv").exists()


def test_answers_of_two_stores_that_went_apart_are_put_in_order(tmp_path: Path, library: Library) -> None:
    """A withdrawal that only the backup knows is not undone by a store that never heard of it."""
    with Store.open(tmp_path / "here") as store:
        store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a goal", "Ada", date(2099, 1, 1))
        begun = store.backup(tmp_path / "begun.db")
    restore(begun, tmp_path / "there", None, system_clock)
    with Store.open(tmp_path / "there") as store:
        store.roster.decline("Ana")
        backup = store.backup(tmp_path / "no.db")
    restore(backup, tmp_path / "here", None, system_clock)
    with Store.open(tmp_path / "here") as store:
        assert store.roster.find("Ana").refused


def test_a_backup_of_a_newer_version_is_left_alone_and_told(tmp_path: Path, interview: Interview) -> None:
    """Put back, or written anew by erasing, it would lose what only the newer version knows."""
    with Store.open(tmp_path / "data") as store:
        session = store.start(interview)
        backup = store.backup()
        connection = sqlite3.connect(backup)
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.commit()
        connection.close()
        before = backup.read_bytes()
        with pytest.raises(StoreError, match="was written by a newer version of aijri"):
            restore(backup, tmp_path / "other", None, system_clock)
        told = store.erase_session(session.id)
        assert (told.receipt.backups_left, told.receipt.complete, told.left) == (1, False, (backup,))
    assert backup.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"role: nurse\n", b"age-encryption.org/v1\n-> scrypt \xff", b"\xe9\x07\x88" * 999]
)
def test_what_is_no_store_is_not_called_encrypted(tmp_path: Path, content: bytes) -> None:
    """Only what may be a store of a passphrase asks for one, and says that it may be something else."""
    path = tmp_path / "file.db"
    path.write_bytes(content)
    for key in (None, *["a passphrase"] * content[:8].isascii()):
        with pytest.raises(StoreError, match=r"is damaged or is not a backup of aijri\.") as caught:
            restore(path, tmp_path / "data", key, system_clock)
        assert not isinstance(caught.value, PassphraseNeeded)
    path.write_bytes(b"\x07\xff" * 4096)
    with pytest.raises(LockedOrDamaged, match="is encrypted, damaged, or not a backup of aijri"):
        restore(path, tmp_path / "data", None, system_clock)


def test_a_backup_can_be_put_where_there_was_no_store(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path / "old") as store:
        session = store.start(interview)
        backup = store.backup(tmp_path / "one.db")
    assert restore(backup, tmp_path / "new", None, system_clock) is None
    with Store.open(tmp_path / "new") as store:
        assert [row.id for row in store.sessions()] == [session.id]
