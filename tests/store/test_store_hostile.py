"""What a hostile tester did to the store: each was broken once, with its siblings."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from store_held import KEY
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import (
    Autosave,
    ConsentNeeded,
    Session,
    Store,
    StoreError,
    hand_over,
    restore,
    system_clock,
)


def strange(path: Path, kind: str, elsewhere: Path) -> bytes | None:
    """Something that is no store in the place of one; what it must still be afterwards."""
    if kind == "fifo":
        os.mkfifo(path)
        return None
    if kind == "text":
        (elsewhere / "text").write_text("my diary")
        path.symlink_to(elsewhere / "text")
        return b"my diary"
    if kind == "store":
        Store.open(elsewhere / "real").close()
        path.symlink_to(elsewhere / "real" / "aijri.db")
        return (elsewhere / "real" / "aijri.db").read_bytes()
    path.symlink_to(elsewhere / "nowhere")
    return None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("fifo", "not a regular file"),
        ("text", "is a link"),
        ("store", "is a link"),
        ("dangling", "is a link"),
    ],
)
@pytest.mark.case("hostile 13")
def test_what_is_no_file_of_ones_own_is_refused_and_not_touched(
    tmp_path: Path, kind: str, words: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    before = strange(data / "aijri.db", kind, tmp_path)
    modes = {path: path.lstat().st_mode for path in tmp_path.rglob("*")}
    with pytest.raises(StoreError, match=words):
        Store.open(data)
    keeping, trouble = Autosave.open(data, fallback=[tmp_path])
    keeping.close()
    assert trouble is not None
    assert words in trouble
    with pytest.raises(StoreError, match=words):
        restore(tmp_path / "none.db", data, None, system_clock)
    if before is not None:
        assert (data / "aijri.db").read_bytes() == before
    assert {path: path.lstat().st_mode for path in tmp_path.rglob("*")} == modes


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs two users")
@pytest.mark.case("hostile 13")
def test_another_users_file_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    os.chown(tmp_path / "aijri.db", 65534, 65534)
    with pytest.raises(StoreError, match="belongs to another user"):
        Store.open(tmp_path)


@pytest.mark.case("public 5")
def test_a_second_window_goes_on_in_the_store(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    with Store.open(tmp_path / "data", passphrase) as one, Store.open(tmp_path / "data", passphrase) as two:
        session = one.start(interview)
        here, there = Autosave(one, session), Autosave(two, two.session(session.id))
        assert here.save(answered(interview, "level", "mid")) is None
        words = there.save(answered(interview, "level", "senior"))
        assert words is not None
        assert there.session_id in words
        assert there.session_id != session.id
        assert there.save(answered(answered(interview, "level", "senior"), "years", 4)) is None
        levels = {one.resume(row.id, library).values()["level"] for row in one.sessions()}
        assert levels == {"mid", "senior"}
        one.erase_session(session.id)
        assert [row.id for row in one.sessions()] == [there.session_id]
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.case("hostile 8")
def test_what_was_erased_elsewhere_stays_erased(
    tmp_path: Path, interview: Interview, monkeypatch: pytest.MonkeyPatch, passphrase: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(tmp_path / "data", passphrase) as one, Store.open(tmp_path / "data", passphrase) as two:
        session = one.start(answered(interview, "level", "mid"))
        there = Autosave(two, two.session(session.id))
        one.erase_session(session.id)
        words = there.save(answered(answered(interview, "level", "mid"), "years", 4))
        assert words is not None
        assert "erased in another window" in words
        assert not there.safe
        assert one.sessions() == []
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_where_no_folder_takes_answers_nothing_is_left_behind(
    tmp_path: Path, interview: Interview, monkeypatch: pytest.MonkeyPatch, passphrase: str | None
) -> None:
    """Every folder is full: what was begun there goes again. What a killed program left empty is no answer."""
    folders = [tmp_path / name for name in ("data", "home")]
    for folder in folders:
        folder.mkdir()
    with Store.open(folders[0], passphrase) as store:
        keeping = Autosave(store, store.start(interview), fallback=folders)
        monkeypatch.setattr(Session, "save", no_room)
        monkeypatch.setattr(Store, "start_instead", no_room)
        words = keeping.save(answered(interview, "level", "mid"))
        assert words is not None
        assert "No folder takes your answers" in words
    assert not [path for folder in folders for path in folder.glob("aijri-emergency*")]
    with Store.open(folders[0], passphrase) as store:
        empty, begun = (folders[0] / f"aijri-emergency-{number}.db" for number in (1, 2))
        empty.touch()
        Store.at(begun, passphrase).close()
        assert store.emergency_files() == []
        assert store.erase_everything().receipt.complete
        assert not empty.exists()
        assert not begun.exists()


def no_room(*_: object) -> None:
    raise StoreError("The disk is full.")


@pytest.mark.parametrize("end", ["withdrawn", "expired", "no"])
@pytest.mark.case("coaching 2")
def test_one_guard_for_everything_that_keeps_or_hands_over(
    tmp_path: Path, library: Library, interview: Interview, end: str
) -> None:
    from datetime import UTC, datetime, timedelta

    now = [datetime(2026, 11, 28, tzinfo=UTC)]
    later = date(2027, 1, 31)
    with Store.open(tmp_path / "data", clock=lambda: now[0]) as store:
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", later)
        session = store.start(interview, client_id=client.id)
        note = store.roster.note("Ana", "before")
        act = store.roster.plan("Ana", "ask", "Ana", later)
        if end == "withdrawn":
            store.roster.withdraw("Ana")
        elif end == "expired":
            now[0] += timedelta(days=400)
        else:
            assert store.roster.decline("Ana")
        path = tmp_path / "file"
        keeps: list[Callable[[], object]] = [
            lambda: store.start(interview, client_id=client.id),
            lambda: session.save(answered(interview, "level", "mid")),
            lambda: store.roster.note("Ana", "after"),
            lambda: store.roster.rewrite_note("Ana", note.id, "after"),
            lambda: store.roster.plan("Ana", "again", "Ana", date(2099, 1, 1)),
            lambda: store.roster.settle("Ana", act.id, "done"),
            lambda: store.roster.appoint("Ana", date(2099, 1, 1)),
            lambda: hand_over(store, "Ana", path, KEY, "Ana"),
            lambda: store.record_file("report", path, session.id),
            lambda: store.record_file("export", path, client_id=client.id, recipient="HR"),
        ]
        for keep in keeps:
            with pytest.raises(ConsentNeeded):
                keep()
        keeping = Autosave(store, store.session(session.id), fallback=[tmp_path])
        words = keeping.save(answered(interview, "level", "mid"))
        assert words is not None
        assert "Nothing is kept from here on" in words
        assert not path.exists()
        assert store.roster.due() != []
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        assert store.roster.note("Ana", "after").body == "after"


@pytest.mark.case("hostile 8")
def test_a_name_that_is_no_utf8_is_recorded_and_erased(tmp_path: Path, interview: Interview) -> None:
    path = tmp_path / os.fsdecode(b"report-\xff.txt")
    path.write_text("figure")
    with Store.open(tmp_path / "data") as store:
        session = store.start(interview)
        store.record_file("report", path, session.id)
        assert store.erase_session(session.id).receipt.files_removed == 1
    assert not path.exists()
