"""What is taken over as an emergency file, and what is left as it was: backups, stores, damaged and strange files."""

import sqlite3
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from store_people import whole

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreError, take_up

LATER = date(2099, 1, 1)
NAMES = ("b1.db", "aijri-emergency-7.db")


def kept(folder: Path, interview: Interview, passphrase: str | None, held: str) -> Path:
    """A backup of a store that holds something."""
    with Store.open(folder, passphrase) as store:
        if held != "clients":
            store.start(interview)
        if held == "two sittings":
            store.start(interview)
        if held == "plan":
            take_up(store, "KEEPME step", LATER)
        if held == "clients":
            store.roster.add("Ana")
            store.roster.add("Ben")
        return store.backup(folder / "backup.db")


def refused(tmp_path: Path, given: Path, passphrase: str | None = None) -> str:
    """What is said of a file that is not taken over; it and its folder are then as they were."""
    before = {path.name: path.read_bytes() for path in given.parent.iterdir()}
    with Store.open(tmp_path / "here", passphrase) as store:
        with pytest.raises(StoreError) as caught:
            store.take_emergency(given, Library.open())
        assert store.sessions() == []
    assert {path.name: path.read_bytes() for path in given.parent.iterdir()} == before
    return str(caught.value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("held", ["one sitting", "two sittings", "plan", "clients"])
def test_a_backup_is_no_emergency_file(
    tmp_path: Path, interview: Interview, passphrase: str | None, held: str, name: str
) -> None:
    given = tmp_path / "given" / name
    given.parent.mkdir()
    copyfile(kept(tmp_path / "there", interview, passphrase, held), given)
    said = refused(tmp_path, given, passphrase)
    assert f"{given} is a backup or a whole store" in said
    assert f"`aijri backup restore {given}`" in said


def test_neither_the_store_itself_nor_a_copy_of_it_is_one(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path / "there") as store:
        held = store.start(whole(interview, seed=3, acts=8)[-1])
        with pytest.raises(StoreError, match="is a backup or a whole store"):
            store.take_emergency(store.path, Library.open())
        assert store.session(held.id).id == held.id
    given = tmp_path / "given" / "copied.db"
    given.parent.mkdir()
    copyfile(tmp_path / "there" / "aijri.db", given)
    assert "is a backup or a whole store" in refused(tmp_path, given)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("harm", ["cut", "spoiled inside", "spoiled head", "text"])
def test_a_damaged_file_is_named_and_never_the_store(
    tmp_path: Path, interview: Interview, passphrase: str | None, harm: str, name: str
) -> None:
    given = tmp_path / "given" / name
    given.parent.mkdir()
    with Store.at(given, passphrase) as other:
        other.start(interview)
    content = given.read_bytes()
    spoiled = {
        "cut": content[:5000],
        "spoiled inside": content[:4096] + b"\xff" * (len(content) - 4096),
        "spoiled head": b"\xff" * 4096 + content[4096:],
        "text": b"Dear diary, " * 1000,
    }
    given.write_bytes(spoiled[harm])
    said = refused(tmp_path, given, passphrase)
    assert str(given) in said
    assert "damaged" in said or "The passphrase does not open" in said
    assert "othing was changed" in said
    assert "he store (" not in said
    assert "restore" not in said


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("whose", ["empty", "begun", "another program"])
def test_an_empty_or_strange_file_is_never_written_to(tmp_path: Path, whose: str, name: str) -> None:
    given = tmp_path / "given" / name
    given.parent.mkdir()
    given.touch()
    if whose != "empty":
        with sqlite3.connect(given) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("CREATE TABLE birds (name)")
            if whose == "begun":
                connection.execute("DROP TABLE birds")
        connection.close()
    said = refused(tmp_path, given)
    assert ("is not an emergency file" if whose == "another program" else "holds no answers") in said
