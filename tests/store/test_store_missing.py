"""A store that is not where it was: told, and never begun anew in plain text where it had a passphrase."""

from pathlib import Path

import pytest
from store_held import KEY

from aijri_engine import Interview
from aijri_engine.store import (
    Autosave,
    MissingStore,
    Store,
    StoreError,
    WrongPassphrase,
    restore,
    system_clock,
)
from aijri_engine.store.folder import PLAIN

MARK = "passphrase-set"


def left(folder: Path, interview: Interview, how: str, backup: bool) -> Path | None:
    """A store with a passphrase whose file was then moved away or emptied; its backup."""
    with Store.open(folder, KEY) as store:
        store.start(interview)
        found = store.backup() if backup else None
    if how == "moved away":
        (folder / "aijri.db").rename(folder / "old.db")
    else:
        (folder / "aijri.db").write_bytes(b"")
    return found


def plain_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.read_bytes().startswith(PLAIN)]


@pytest.mark.parametrize("how", ["moved away", "emptied"])
@pytest.mark.parametrize("backup", [True, False], ids=["with a backup", "without"])
def test_no_plain_store_takes_the_place_of_an_encrypted_one_without_a_word(
    tmp_path: Path, interview: Interview, monkeypatch: pytest.MonkeyPatch, how: str, backup: bool
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    kept = left(tmp_path / "data", interview, how, backup)
    for opening in (Store.open, Autosave.open):
        with pytest.raises(MissingStore, match="The store with a passphrase that was here") as told:
            opening(tmp_path / "data")
        named = f"`aijri backup restore {kept}`" if kept else "No backup lies beside it."
        assert named in str(told.value)
        assert f"delete the file `{MARK}` beside it" in str(told.value)
    assert plain_files(tmp_path) == []
    if kept is not None:
        restore(kept, tmp_path / "data", KEY, system_clock)
        with Store.open(tmp_path / "data", KEY) as store:
            assert len(store.sessions()) == 1
        return
    with Store.open(tmp_path / "data", KEY) as store:
        store.start(interview)
    assert plain_files(tmp_path) == []


def test_a_new_store_takes_no_passphrase_that_protects_nothing(tmp_path: Path) -> None:
    for opening in (Store.open, Autosave.open):
        with pytest.raises(WrongPassphrase, match="protects nothing"):
            opening(tmp_path, "abc")
    assert list(tmp_path.iterdir()) == []


def test_the_stated_way_out_begins_a_plain_one(tmp_path: Path, interview: Interview) -> None:
    left(tmp_path, interview, "moved away", backup=False)
    (tmp_path / MARK).unlink()
    with Store.open(tmp_path) as store:
        assert not store.encrypted


def test_a_new_store_that_is_discarded_leaves_the_mark_of_the_one_before(
    tmp_path: Path, interview: Interview
) -> None:
    left(tmp_path, interview, "moved away", backup=False)
    with Store.open(tmp_path, KEY) as store:
        store.discard(marked=True)
    with pytest.raises(MissingStore):
        Store.open(tmp_path)


def test_erasing_everything_reaches_the_backups_of_a_store_that_is_missing(
    tmp_path: Path, interview: Interview
) -> None:
    kept = left(tmp_path, interview, "moved away", backup=True)
    assert kept
    with Store.open(tmp_path, "quite other words") as store:
        assert store.erase_everything().receipt.backups_cleaned == 1
    assert not kept.exists()


def test_a_damaged_store_without_a_backup_says_how_to_begin_afresh(
    tmp_path: Path, interview: Interview, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as store:
        store.start(interview)
    path = tmp_path / "aijri.db"
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match="damaged") as told:
        Store.open(tmp_path, passphrase)
    assert "No backup lies beside it" in str(told.value)
    assert "To begin afresh, move the file away" in str(told.value)


def test_a_backup_beside_a_store_that_was_moved_away_is_named(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path) as store:
        store.start(interview)
        assert store.missed() == ""
        backup = store.backup()
    (tmp_path / "aijri.db").unlink()
    keeping, words = Autosave.open(tmp_path)
    keeping.close()
    assert words == (
        f"Nothing is kept here yet, but a backup is: `aijri backup restore {backup}` puts it in the place of the store."
    )
    with Store.open(tmp_path) as store:
        assert store.missed() == words
        store.erase_everything()
        assert store.missed() == ""


@pytest.mark.parametrize("key", [KEY, None])
def test_both_ways_that_are_told_of_an_emptied_store_begin_a_new_one(
    tmp_path: Path, interview: Interview, key: str | None
) -> None:
    """Either ended in "damaged" where a backup lay beside it."""
    left(tmp_path, interview, "emptied", backup=True)
    if key is None:
        (tmp_path / MARK).unlink()
        (tmp_path / "aijri.db").unlink()
    with Store.open(tmp_path, key) as store:
        assert store.sessions() == []
