"""A passphrase: told apart from damage, and nothing in plain text beside it or while it is locked."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from store_clients import NAME, traces, with_client
from store_held import KEY
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import (
    Autosave,
    LockedOrDamaged,
    PassphraseNeeded,
    Store,
    StoreError,
    WrongPassphrase,
    restore,
    strength,
    system_clock,
)
from aijri_engine.store.errors import DamagedStore


@pytest.mark.parametrize(
    ("encrypted_before", "content", "kind", "words"),
    [
        (False, b"x" * 5000, StoreError, "damaged"),
        (False, os.urandom(8192), LockedOrDamaged, "damaged, or locked"),
        (True, os.urandom(8192), PassphraseNeeded, "locked with a passphrase"),
        (True, b"x" * 5000, StoreError, "damaged"),
    ],
)
@pytest.mark.case("public 12")
def test_locked_and_damaged_are_told_apart(
    tmp_path: Path, encrypted_before: bool, content: bytes, kind: type[StoreError], words: str
) -> None:
    with Store.open(tmp_path, KEY if encrypted_before else None) as store:
        backup = store.backup()
    (tmp_path / "aijri.db").write_bytes(content)
    with pytest.raises(kind, match=words) as told:
        Store.open(tmp_path)
    if not encrypted_before:
        assert f"aijri backup restore {backup}" in str(told.value)


@pytest.mark.parametrize(
    ("spoil", "wrong"),
    [
        (
            lambda content: content[:100] + os.urandom(4000) + content[4100:],
            "This passphrase does not open the store",
        ),
        (
            lambda content: content[:100] + bytes(4000) + content[4100:-100],
            "what is left of the store .*: part of the file is missing",
        ),
    ],
    ids=["first page", "cut short"],
)
def test_a_mistyped_passphrase_is_told_apart_from_a_damaged_store(
    tmp_path: Path, spoil: Callable[[bytes], bytes], wrong: str
) -> None:
    """The right one says that the file is damaged, another one that it is another one: of a backup too."""
    with Store.open(tmp_path, KEY) as store:
        backup, path = store.backup(), store.path
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    with pytest.raises(DamagedStore, match=re.escape(f"aijri backup restore {backup}")):
        Store.open(tmp_path, KEY)
    with pytest.raises(WrongPassphrase, match=wrong):
        Store.open(tmp_path, f"{KEY}!")
    path.write_bytes(whole)
    backup.write_bytes(spoil(backup.read_bytes()))
    for key, told in ((KEY, "is damaged"), (f"{KEY}!", "passphrase does not open")):
        with pytest.raises(StoreError, match=told):
            restore(backup, tmp_path, key, system_clock)
    with pytest.raises(WrongPassphrase, match="This passphrase does not open the store"):
        Store.open(tmp_path, f"{KEY}!")


@pytest.mark.case("hostile 7", "coaching 14")
def test_a_passphrase_that_protects_nothing_is_refused_and_a_weak_one_told(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for short in ("a", "ab1"):
            with pytest.raises(StoreError, match="protects nothing"):
                store.set_passphrase(short)
        assert not store.encrypted
    assert "less than a second: weak" in strength("password").sentence
    assert "weak" not in strength(KEY).sentence


@pytest.mark.case("hostile 7")
def test_copies_made_before_a_passphrase_are_named_and_can_be_encrypted(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path) as store:
        with_client(store, library, interview, NAME)
        backup = store.backup()
        store.set_passphrase(KEY)
        assert store.plain_copies() == [backup]
        assert store.encrypt_copies() == []
        assert store.plain_copies() == []
    assert traces(tmp_path, NAME) == []
    with Store.at(backup, KEY) as copy:
        assert copy.roster.find(NAME).alias == NAME
    with pytest.raises(WrongPassphrase):
        Store.at(backup, "other words")


def test_an_emergency_file_is_encrypted_like_the_store_taken_over_and_erased(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    data = tmp_path / "data"
    with Store.open(data, passphrase) as store:
        session = store.start(interview)
        keeping = Autosave(store, session)
        with store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        words, held, number = None, interview, 0
        while words is None:
            held = held.note(f"{NAME} {number} " * 50)
            words, number = keeping.save(held), number + 1
        assert keeping.path is not None
        assert keeping.path.parent == data
        assert str(keeping.path) in words
        keeping.close()
    if passphrase is not None:
        assert traces(data, NAME) == []
    copy = tmp_path / "kept.db"
    copy.write_bytes(keeping.path.read_bytes())
    with Store.open(data, passphrase) as store:
        assert store.emergency_files() == [keeping.path]
        assert store.take_emergency(keeping.path, library) == session.id
        assert store.resume(session.id, library).events == held.events
        assert not keeping.path.exists()
        keeping.path.write_bytes(copy.read_bytes())
        assert store.erase_session(session.id).receipt.complete
        assert not keeping.path.exists()
    assert traces(data, NAME) == []


@pytest.mark.parametrize("harm", ["cut", "read-only", "full"])
def test_nothing_is_written_in_plain_text_beside_an_encrypted_store(
    tmp_path: Path, interview: Interview, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    data = tmp_path / "data"
    with Store.open(data) as store:
        store.set_passphrase("long enough words")
    if harm == "cut":
        os.truncate(data / "aijri.db", 20_000)
    elif harm == "read-only":
        monkeypatch.setattr(os, "access", lambda place, mode: not mode & os.W_OK)
    else:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: NamedTuple("Usage", [("free", int)])(0))
    with pytest.raises(PassphraseNeeded) as refused:
        Autosave.open(data, fallback=[tmp_path])
    assert "It was encrypted, and so is what is written beside it" in str(refused.value)
    monkeypatch.undo()
    keeping, words = Autosave.open(data, "long enough words", fallback=[tmp_path])
    assert (words is None) == (harm != "cut")
    keeping.save(answered(interview, "level", "mid"))
    keeping.close()
    if harm == "cut":
        assert keeping.path is not None
        assert not keeping.path.read_bytes().startswith(b"SQLite")


def test_a_passphrase_set_meanwhile_is_no_reason_for_plain_text(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path / "data") as one, Store.open(tmp_path / "data") as two:
        keeping = Autosave(two, fallback=[tmp_path])
        one.set_passphrase("long enough words")
        words = keeping.save(answered(interview, "level", "mid"))
    assert words is not None
    assert "Nothing is kept from here on" in words
    assert not list(tmp_path.glob("aijri-emergency*"))


@pytest.mark.case("coaching 1")
def test_nothing_is_kept_in_plain_text_while_the_store_is_locked(
    tmp_path: Path, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aijri_tui.sessions import Sessions

    monkeypatch.chdir(tmp_path)
    Store.open(tmp_path / "data", KEY).close()
    held = Sessions(tmp_path / "data")
    assert held.locked
    session = held.begin("deep-learning-engineer")
    session.save(interview.note(NAME))
    assert "Until it is typed nothing" in session.notice
    assert not session.safe
    assert traces(tmp_path, NAME) == []
