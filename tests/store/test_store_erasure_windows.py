"""Windows that are open while something is erased: none writes it again, and none is passed over in silence."""

from pathlib import Path

import pytest
from store_clients import NAME, left_over, traces, with_client
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import Autosave, SessionGone, Store


@pytest.mark.usefixtures("impatient")
def test_an_open_window_keeps_erasure_from_being_called_complete(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path) as store, Store.open(tmp_path) as other:
        session = store.start(interview.note(NAME))
        other.sessions()
        assert not store.erase_session(session.id).receipt.complete
        assert other.sessions() == []


def test_a_window_that_held_a_copy_of_an_erased_sitting_does_not_write_it_again(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    """Begun from it and not saved yet, saved and gone on with, or continued elsewhere: three windows stay open."""
    own = {"rows": {"design": 80}, "other": [{"name": "Zirkelschmieden", "share": 20}]}
    said = answered(answered(interview, "years", 4), "split", own)
    with Store.open(tmp_path) as store, Store.open(tmp_path) as other:
        first = store.start(said)
        unsaved = said.again(first.id)
        saved = said.again(first.id)
        running = Autosave(store, store.start(saved))
        forking = Autosave(store, store.start(saved))
        assert forking.session_id is not None
        other.session(forking.session_id).save(answered(saved, "level", "senior"))
        other.erase_session(first.id)
        assert running.save(answered(saved, "years", 4)) is None
        told = forking.save(answered(saved, "level", "mid"))
        assert told is not None
        assert "Both are kept" in told
        begun = store.start(answered(unsaved, "level", "junior"))
        for kept in (running.session_id, forking.session_id, begun.id):
            assert kept is not None
            assert store.resume(kept, library).earlier_session == ""
        assert store.resume(running.session_id or "", library).values() == {"years": 4}
        assert len(store.sessions()) == 4
    assert left_over(tmp_path, "Zirkelschmieden", first.id) == []


@pytest.mark.parametrize("forked", [False, True])
def test_a_window_that_is_open_while_its_client_is_erased_brings_nobody_back(
    tmp_path: Path, library: Library, interview: Interview, forked: bool
) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Store.open(data) as store, Store.open(data) as other:
        held = other.session(with_client(store, library, interview, NAME))
        window = Autosave(store, store.session(held.id), fallback=[elsewhere])
        going_on = answered(held.resume(library), "years", 7)
        if forked:
            held.save(answered(held.resume(library), "years", 9))
        other.erase_client(NAME)
        told = window.save(going_on)
        assert told is not None
        assert "stays erased" in told
        assert "Nothing is kept from here on" in told
        assert window.save(answered(going_on, "level", "senior")) is None
        assert (window.safe, window.refused, window.path) == (False, True, None)
        assert store.sessions() == []
    assert traces(data, NAME) == []
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("whose", ["client", "session", "own"])
def test_a_window_that_is_open_while_its_session_is_deleted_keeps_and_hands_over_nothing(
    store: Store, library: Library, interview: Interview, whose: str, tmp_path: Path
) -> None:
    """One guard; what was deleted can be brought back as it was."""
    held = (
        store.start(interview)
        if whose == "own"
        else store.session(with_client(store, library, interview, NAME))
    )
    window = Autosave(store, held, fallback=[tmp_path])
    told = f"{NAME} was deleted meanwhile." if whose == "client" else "was deleted meanwhile. `aijri sessions"
    if whose == "client":
        store.delete_client(NAME)
    else:
        store.delete(held.id)
    with pytest.raises(SessionGone, match=told):
        store.record_file("report", tmp_path / "report.txt", held.id, content=b"")
    with pytest.raises(SessionGone, match=told):
        held.check()
    words = window.save(answered(held.resume(library), "years", 7))
    assert words is not None
    assert told in words
    assert words.endswith("--undo` brings it back within a week. Nothing is kept from here on.")
    assert (window.safe, window.refused, window.path) == (False, True, None)
    assert (store.undelete_client(NAME), 1) if whose == "client" else store.undelete(held.id)
    assert store.session(held.id).events == held.events
