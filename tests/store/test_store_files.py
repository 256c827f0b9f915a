"""The file and its disk: private, and whatever the disk does is said in a sentence while the interview goes on."""

import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from store_people import answered, whole

from aijri_engine import Interview, Library
from aijri_engine.store import (
    Autosave,
    PassphraseNeeded,
    Store,
    StoreError,
    WrongPassphrase,
    data_folder,
    database,
)

PASSPHRASE = "correct horse"


def saved(path: Path, library: Library, passphrase: str | None = None) -> Interview:
    """The interview an emergency file holds."""
    with Store.at(path, passphrase) as store:
        (row,) = store.sessions()
        return store.resume(row.id, library)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_can_read_the_store(
    tmp_path: Path, interview: Interview, passphrase: str | None
) -> None:
    before = os.umask(0)
    try:
        with Store.open(tmp_path / "a" / "data", passphrase) as store:
            store.start(interview)
            assert mode(store.folder) == 0o700
            files = sorted(store.folder.iterdir())
            assert {file.name for file in files} - {"passphrase-set"} == {
                "aijri.db",
                "aijri.db-shm",
                "aijri.db-wal",
            }
            assert {mode(file) for file in files} == {0o600}
    finally:
        os.umask(before)


def test_a_store_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    (tmp_path / "aijri.db").chmod(0o644)
    Store.open(tmp_path).close()
    assert mode(tmp_path / "aijri.db") == 0o600


def test_the_folder_is_the_one_given_then_the_variable_then_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIJRI_DATA", str(tmp_path / "named"))
    assert data_folder(tmp_path) == tmp_path
    assert data_folder() == tmp_path / "named"
    monkeypatch.delenv("AIJRI_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    if sys.platform == "linux":
        assert data_folder() == tmp_path / "share" / "aijri"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "nowhere").symlink_to(tmp_path / "not-there" / "x")
    for folder in (tmp_path / "file", tmp_path / "file" / "data", tmp_path / "nowhere"):
        with pytest.raises(StoreError, match=r"not a folder\. Name another folder with AIJRI_DATA"):
            Store.open(folder)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "aijri.db").mkdir()
    with pytest.raises(StoreError, match="not a regular file"):
        Store.open(tmp_path)


def test_something_else_under_that_name_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "aijri.db").write_bytes(b"my holiday pictures " * 500)
    with pytest.raises(StoreError, match="damaged") as told:
        Store.open(tmp_path)
    assert not isinstance(told.value, PassphraseNeeded)
    assert (tmp_path / "aijri.db").read_bytes() == b"my holiday pictures " * 500


def test_passphrases_are_asked_for_and_wrong_ones_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Store.open(tmp_path, PASSPHRASE).close()
    with pytest.raises(PassphraseNeeded):
        Store.open(tmp_path)
    with pytest.raises(WrongPassphrase) as told:
        Store.open(tmp_path, "incorrect horse")
    assert "horse" not in str(told.value)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_a_passphrase_for_a_store_without_one_is_told(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with pytest.raises(WrongPassphrase, match="no passphrase"):
        Store.open(tmp_path, PASSPHRASE)


def test_a_full_disk_is_told_and_the_interview_goes_on_in_a_file(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    store = Store.open(tmp_path / "data")
    keeping = Autosave(store, fallback=[tmp_path])
    assert keeping.save(interview) is None
    with store._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
    assert keeping.session_id is not None
    told = []
    steps = whole(interview, seed=1, acts=300)
    for step in steps:
        told += [words for words in [keeping.save(step)] if words]
    assert len(told) == 1
    assert "full" in told[0]
    assert keeping.path is not None
    assert str(keeping.path) in told[0]
    assert keeping.safe
    keeping.close()
    store.close()
    assert saved(keeping.path, library).events == steps[-1].events


def test_a_real_size_limit_loses_no_acknowledged_answer(tmp_path: Path, library: Library) -> None:
    """The system itself refuses to let the files grow, as a full disk or a quota does."""
    script = f"""
        import resource, signal, sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        from store_people import whole
        from aijri_engine import Interview, Library
        from aijri_engine.store import Store, StoreError
        interview = Interview.start(Library.open(), "deep-learning-engineer")
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = Store.open({str(tmp_path / "data")!r})
        session = store.start(interview)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        acknowledged = len(interview.events)
        for step in whole(interview, 3, 100):
            try:
                session.save(step)
            except StoreError as error:
                print(error)
                break
            acknowledged = len(step.events)
        print(session.id, acknowledged, flush=True)
        import os; os._exit(0)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    said, (session_id, acknowledged) = done.stdout.splitlines()[0], done.stdout.split()[-2:]
    assert "full" in said or "did not take" in said
    with Store.open(tmp_path / "data") as store:
        found = store.resume(session_id, library)
        assert len(found.events) >= int(acknowledged) > 10
        steps = whole(Interview.start(library, "deep-learning-engineer"), 3, 100)
        assert found.events == steps[-1].events[: len(found.events)]


@pytest.mark.skipif(not hasattr(os, "setuid") or os.getuid() != 0, reason="needs two users")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_store_one_may_not_write_is_told_to_another_user(tmp_path: Path, what: str) -> None:
    for place in (tmp_path, *tmp_path.parents):
        if place.stat().st_uid == os.getuid() and place != Path("/"):
            place.chmod(0o755 if place != Path("/tmp") else place.stat().st_mode)
    data = tmp_path / "data"
    Store.open(data).close()
    data.chmod(0o755 if what == "folder" else 0o777)
    (data / "aijri.db").chmod(0o444 if what == "file" else 0o666)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        try:
            Store.open(data)
            os.write(writing, b"opened")
        except StoreError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    said = os.read(reading, 5000).decode()
    os.close(reading)
    assert ("read-only" if what == "folder" else "belongs to another user") in said
    assert "AIJRI_DATA" in said


def test_a_locked_store_is_told(
    tmp_path: Path, interview: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PRAGMAS", (*database.PRAGMAS, "PRAGMA busy_timeout = 50"))
    with Store.open(tmp_path / "data") as store:
        session = store.start(interview)
        holder = sqlite3.connect(store.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another window"):
            session.save(answered(interview, "level", "mid"))
        keeping = Autosave(store, session, fallback=[tmp_path])
        words = keeping.save(answered(interview, "level", "mid"))
        assert words is not None
        assert "Another window" in words
        assert keeping.safe
        holder.execute("ROLLBACK")
        holder.close()
        session.save(answered(interview, "level", "mid"))


def test_a_cut_store_is_told_at_once(tmp_path: Path, interview: Interview, passphrase: str | None) -> None:
    with Store.open(tmp_path, passphrase) as store:
        for _ in range(3):
            store.start(interview)
    path = tmp_path / "aijri.db"
    os.truncate(path, path.stat().st_size - 4096)
    with pytest.raises(StoreError, match="damaged"), Store.open(tmp_path, passphrase) as store:
        store.sessions()


def test_a_cut_journal_costs_at_most_the_last_answer(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    steps = whole(interview, seed=2, acts=12)
    copy = tmp_path / "after"
    copy.mkdir()
    with Store.open(tmp_path / "data", passphrase) as store:
        session = store.start(interview)
        for step in steps:
            session.save(step)
        for file in store.folder.iterdir():
            (copy / file.name).write_bytes(file.read_bytes())
    journal = copy / "aijri.db-wal"
    os.truncate(journal, journal.stat().st_size - 4096)
    with Store.open(copy, passphrase) as store:
        found = store.resume(session.id, library)
    assert found.events == steps[-1].events[: len(found.events)]
    assert len(found.events) >= len(steps[-2].events)


@pytest.mark.case("hostile 11")
def test_without_any_folder_it_is_said_and_the_interview_goes_on(
    tmp_path: Path, interview: Interview
) -> None:
    (tmp_path / "file").write_text("x")
    nowhere = tmp_path / "file" / "data"
    keeping, trouble = Autosave.open(nowhere, fallback=[nowhere])
    assert trouble is not None
    assert "AIJRI_DATA" in trouble
    assert "ends with this window" in trouble
    assert keeping.save(interview) is None
    assert not keeping.safe
    assert keeping.save(answered(interview, "level", "mid")) is None


def test_the_file_beside_the_store_is_private_and_never_written_over(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("x")
    paths = []
    for level in ("junior", "senior"):
        keeping, trouble = Autosave.open(nowhere / "data", fallback=[tmp_path])
        assert trouble is not None
        assert "your answers go to" in trouble
        assert keeping.save(answered(interview, "level", level)) is None
        assert keeping.path is not None
        assert str(keeping.path) in trouble
        assert str(keeping.path) in keeping.resume_hint()
        assert mode(keeping.path) == 0o600
        paths.append(keeping.path)
        keeping.close()
    assert [saved(path, library).values()["level"] for path in paths] == ["junior", "senior"]


@pytest.mark.parametrize(
    ("what", "remedy"),
    [
        ("its disk is", "Name another folder"),
        ("its folder is", "Name another folder"),
        ("the file is", "for it"),
    ],
)
def test_of_a_read_only_store_one_cause_is_told_and_one_way_out(
    what: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(tmp_path).close()
    shut = tmp_path if what == "its folder is" else tmp_path / "aijri.db" if what == "the file is" else None
    monkeypatch.setattr(os, "access", lambda place, mode: not (mode & os.W_OK and Path(place) == shut))
    if shut is None:
        disk = type("Disk", (), {"f_flag": os.ST_RDONLY})
        monkeypatch.setattr(os, "statvfs", lambda place: disk)
        monkeypatch.setattr(database, "connect", refuses_to_write)
    with pytest.raises(StoreError) as told:
        Store.open(tmp_path)
    first, last = told.value.sentences
    assert first == f"The store ({tmp_path / 'aijri.db'}) cannot be written: {what} read-only."
    assert remedy in last
    assert " or " not in first + last


def refuses_to_write(*_: object) -> object:
    raise sqlite3.OperationalError("attempt to write a readonly database")


HOLDS_ON = """
import sys, threading
from pathlib import Path
from aijri_engine.store import Store
store = Store.open(Path(sys.argv[1]))
store.roster.clients()
threading.Thread(target=lambda held: threading.Event().wait(), args=(store,), daemon=True).start()
print("open", flush=True)
sys.stdin.readline()
"""


def test_a_window_that_ends_leaves_nothing_of_whom_another_one_erased(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.roster.add("Wilhelmina-of-the-owls")
    window = subprocess.Popen([sys.executable, "-c", HOLDS_ON, str(tmp_path)], text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # fmt: skip
    assert window.stdin is not None
    assert window.stdout is not None
    assert window.stdout.readline() == "open\n"
    with Store.open(tmp_path) as store:
        assert not store.erase_client("Wilhelmina-of-the-owls").receipt.complete
    window.communicate("\n", timeout=60)
    left = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert not [name for name in left if name.endswith(("-wal", "-shm"))]
    assert not [name for name, content in left.items() if b"Wilhelmina" in content]
