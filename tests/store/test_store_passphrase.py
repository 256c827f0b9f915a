"""A passphrase can be set, changed and removed without losing anything, and nothing readable is left on disk."""

import os
import random
import shutil
from pathlib import Path

import pytest
from store_clients import traces
from store_people import answered, ended_after, whole

from aijri_engine import Interview, Library
from aijri_engine.store import PassphraseNeeded, Store, StoreError, WrongPassphrase

NAME = "Wilhelmina Quist"
PASSPHRASE_MARK = "passphrase-set"


def filled(folder: Path, interview: Interview, passphrase: str | None) -> tuple[str, Interview]:
    """A store with one session and a note in it."""
    end = whole(interview.note(NAME), seed=6, acts=20)[-1]
    with Store.open(folder, passphrase) as store:
        store.roster.add(NAME)
        return store.start(end, goal=f"Help {NAME}").id, end


@pytest.mark.parametrize("before", [None, "first one"])
@pytest.mark.parametrize("after", [None, "it's the 2nd"])
def test_setting_changing_and_removing_keeps_everything(
    tmp_path: Path, library: Library, interview: Interview, before: str | None, after: str | None
) -> None:
    session_id, end = filled(tmp_path, interview, before)
    with Store.open(tmp_path, before) as store:
        if before is None and after is None:
            with pytest.raises(StoreError, match="no passphrase"):
                store.set_passphrase(None)
            return
        store.set_passphrase(after)
        assert store.encrypted == (after is not None)
        assert store.resume(session_id, library).events == end.events
        session = store.session(session_id)
        session.save(answered(end, "level", "mid"))
    with Store.open(tmp_path, after) as store:
        assert len(store.resume(session_id, library).events) == len(end.events) + 1
        assert [row.alias for row in store.roster.clients()] == [NAME]
    assert [path.name for path in tmp_path.iterdir() if path.name != PASSPHRASE_MARK] == ["aijri.db"]
    assert (tmp_path / "aijri.db").stat().st_mode & 0o777 == 0o600
    if before is not None and after is not None:
        with pytest.raises(WrongPassphrase):
            Store.open(tmp_path, before)
    if after is not None:
        with pytest.raises(PassphraseNeeded):
            Store.open(tmp_path)


def test_nothing_readable_is_on_disk_while_or_after_an_encrypted_store_is_used(
    tmp_path: Path, interview: Interview
) -> None:
    with Store.open(tmp_path, "secret words") as store:
        client = store.roster.add(NAME)
        session = store.start(interview, goal=f"Help {NAME}")
        store.roster.note(client.id, f"{NAME} prefers mornings")
        for step in whole(interview.note(NAME), seed=1, acts=40):
            session.save(step)
        store.backup()
        assert len(list(tmp_path.iterdir())) == 5
        for words in (NAME, "deep-learning-engineer", "answered", "Müller", "secret words"):
            assert traces(tmp_path, words) == []
    assert traces(tmp_path, NAME) == []


def test_nothing_readable_is_left_in_the_folder_once_a_passphrase_is_set(
    tmp_path: Path, interview: Interview
) -> None:
    filled(tmp_path, interview, None)
    assert traces(tmp_path, NAME) != []
    with Store.open(tmp_path) as store:
        store.set_passphrase("secret words")
    assert traces(tmp_path, NAME) == []


@pytest.mark.usefixtures("impatient")
def test_a_passphrase_is_not_set_while_another_window_is_open(tmp_path: Path, interview: Interview) -> None:
    session_id, _ = filled(tmp_path, interview, None)
    ready, done = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        try:
            Store.open(tmp_path).sessions()
            os.write(ready[1], b"1")
            os.read(done[0], 1)
        finally:
            os._exit(0)
    os.read(ready[0], 1)
    with Store.open(tmp_path) as store:
        with pytest.raises(StoreError, match="Another window"):
            store.set_passphrase("quite new words")
        assert not store.encrypted
        assert store.session(session_id).id == session_id
    os.write(done[1], b"1")
    os.waitpid(child, 0)
    for end in (*ready, *done):
        os.close(end)
    with Store.open(tmp_path) as store:
        store.set_passphrase("quite new words")
        assert store.session(session_id).id == session_id


def test_a_window_left_open_does_not_write_to_the_replaced_file(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    session_id, end = filled(tmp_path, interview, None)
    with Store.open(tmp_path) as left_open:
        session = left_open.session(session_id)
        left_open.close()
        with Store.open(tmp_path) as store:
            store.set_passphrase("quite new words")
        with pytest.raises(StoreError, match="replaced"):
            session.save(answered(end, "level", "mid"))


@pytest.mark.parametrize("change", [(None, "new words"), ("old words", "new words"), ("old words", None)])
def test_kills_while_the_passphrase_changes_leave_a_whole_store(
    tmp_path: Path, library: Library, interview: Interview, change: tuple[str | None, str | None]
) -> None:
    before, after = change
    source = random.Random(4)
    session_id, end = filled(tmp_path / "whole", interview, before)
    for one in range(8):
        folder = tmp_path / str(one)
        shutil.copytree(tmp_path / "whole", folder)
        child = os.fork()
        if child == 0:
            try:
                ended_after(source.random() * 0.8)
                Store.open(folder, before).set_passphrase(after)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        try:
            store = Store.open(folder, before)
        except StoreError:
            store = Store.open(folder, after)
        with store:
            assert store.resume(session_id, library).events == end.events


@pytest.mark.parametrize("passphrase", ["a\0b", "\ud800"])
def test_characters_nobody_can_type_are_refused(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(WrongPassphrase, match="cannot hold"):
        Store.open(tmp_path, passphrase)
    assert list(tmp_path.iterdir()) == []


def test_the_same_passphrase_of_another_keyboard_opens_the_store(tmp_path: Path) -> None:
    Store.open(tmp_path, "U\u0308nsal").close()
    Store.open(tmp_path, "\u00dcnsal").close()


def test_no_representation_holds_the_passphrase(tmp_path: Path) -> None:
    with Store.open(tmp_path, "secret words") as store:
        engine = store._database._engine
        for told in (repr(store), repr(store._database), repr(engine), str(engine.url), repr(engine.pool)):
            assert "secret" not in told
