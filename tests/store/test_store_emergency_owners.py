"""Whose an emergency file is: one store never takes in, encrypts or erases what stands in for another."""

import shutil
from pathlib import Path
from shlex import quote

import pytest
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import Autosave, Store, StoreError
from aijri_engine.store.database import Database

KEYS = pytest.mark.parametrize("other", [None, "quite other words"], ids=["other plain", "other encrypted"])


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home and a temporary folder that every store of the test shares."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()


def written_beside(folder: Path, interview: Interview, passphrase: str | None = None) -> Path:
    """The emergency file of the store of a folder, in the home they share."""
    with Store.open(folder, passphrase) as store:
        keeping = Autosave(store, fallback=[Path.home()])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Database, "writing", lambda self: refuse(self, folder))
            assert keeping.ready() is not None
        keeping.save(answered(interview, "level", "mid"))
        keeping.close()
    assert keeping.path is not None
    return keeping.path


WRITING = Database.writing


def refuse(database: Database, folder: Path) -> object:
    if database.path.parent == folder:
        raise StoreError("It cannot be written.")
    return WRITING(database)


@KEYS
def test_erasing_everything_in_one_store_leaves_the_only_copy_of_anothers_answers(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None, other: str | None
) -> None:
    path = written_beside(tmp_path / "e1", interview, passphrase)
    before = path.read_bytes()
    with Store.open(tmp_path / "e2", other) as store:
        assert (store.emergency_files(), store.unsigned_emergency_files(), store.plain_copies()) == (
            [],
            [],
            [],
        )
        with pytest.raises(StoreError, match=f"{path}"):
            store.take_emergency(path, library)
        told = store.erase_everything()
        assert (told.receipt.complete, told.receipt.backups_cleaned, told.left) == (True, 0, ())
    assert path.read_bytes() == before
    (words,) = told.of_others
    assert f"{path} belongs to another store" in words
    assert passphrase is not None or f"another store: {tmp_path / 'e1' / 'aijri.db'}. " in words
    with Store.open(tmp_path / "e1", passphrase) as store:
        assert store.emergency_files() == [path]
        assert store.sessions() == []
        assert store.resume(store.take_emergency(path, library), library).values() == {"level": "mid"}


def test_another_stores_file_is_refused_with_the_way_while_that_store_is_there(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    path = written_beside(tmp_path / "the first", interview)
    with Store.open(tmp_path / "e2") as store:
        with pytest.raises(StoreError) as refused:
            store.take_emergency(path, library)
        assert f"AIJRI_DATA={quote(str(tmp_path / 'the first'))} aijri sessions resume {path}" in str(
            refused.value
        )
        shutil.rmtree(tmp_path / "the first")
        assert "(not there any more)" in store.erase_everything().of_others[0]
        assert store.resume(store.take_emergency(path, library), library).values() == {"level": "mid"}


def test_what_stood_in_for_a_store_that_is_gone_is_erased_by_its_folder(
    tmp_path: Path, interview: Interview, passphrase: str | None
) -> None:
    path = written_beside(tmp_path / "e1", interview, passphrase)
    shutil.rmtree(tmp_path / "e1")
    with Store.open(tmp_path / "e1") as store:
        assert store.erase_everything().receipt.complete
    assert not path.exists()


def test_what_lies_in_a_folder_that_was_moved_goes_with_it(tmp_path: Path, interview: Interview) -> None:
    path = written_beside(tmp_path / "e1", interview)
    moved = tmp_path / "e1" / path.name
    path.rename(moved)
    (tmp_path / "e1").rename(tmp_path / "e2")
    with Store.open(tmp_path / "e2") as store:
        assert [one.name for one in store.emergency_files()] == [moved.name]
        assert store.erase_everything().of_others == ()
        assert store.emergency_files() == []


def test_one_that_does_not_say_whose_it_is_is_named_before_it_goes(
    tmp_path: Path, interview: Interview
) -> None:
    old = Path.home() / "aijri-emergency-1.db"
    with Store.at(old) as other:
        other.start(interview)
    with Store.open(tmp_path / "e2") as store:
        assert (store.emergency_files(), store.unsigned_emergency_files()) == ([], [old])
        told = store.erase_everything()
    assert not old.exists()
    assert told.unsigned == (old,)
    assert str(old) in told.places
