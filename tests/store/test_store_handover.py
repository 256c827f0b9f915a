"""A client takes the file along, opens it on another machine, and goes on from there."""

from datetime import date
from pathlib import Path

import pytest
from store_people import whole

from aijri_engine import Interview, Library
from aijri_engine.store import ConsentNeeded, Store, StoreError
from aijri_engine.store.handover import hand_over, take_over

NOT_WHOLE = "is not whole: it was changed or cut short"


def test_a_handed_over_session_goes_on_at_the_same_question(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    end = whole(interview, seed=9, acts=15)[-1]
    with Store.open(tmp_path / "coach", "coach's own") as coach:
        client = coach.roster.add("Ana")
        coach.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2030, 1, 1))
        coach.start(end, client_id=client.id)
        coach.roster.note("Ana", "keeps her options open")
        coach.roster.note("Ana", "more of this is yours than you say", reading=True)
        coach.roster.plan("Ana", "ask for the design task", "Ana", date(2030, 2, 1))
        path = hand_over(coach, "Ana", tmp_path / "ana.age", "for Ana only", recipient="Ana")
        with pytest.raises(StoreError, match="exists already"):
            hand_over(coach, "Ana", path, "for Ana only", recipient="Ana")
    with Store.open(tmp_path / "ana") as store:
        for passphrase in ("wrong", ""):
            with pytest.raises(StoreError, match="does not open: another passphrase, or its first lines"):
                take_over(store, path, passphrase)
        assert store.sessions() == []
        sound = path.read_bytes()
        for length, told in (
            (0, "it is empty"),
            (30, "its beginning was"),
            (130, NOT_WHOLE),
            (-1, NOT_WHOLE),
        ):
            path.write_bytes(sound[:length])
            with pytest.raises(StoreError, match=told):
                take_over(store, path, "for Ana only")
        path.write_bytes(sound)
        (row,) = take_over(store, path, "for Ana only")[0]
        assert row.goal == "a next step"
        again = store.resume(row.id, library)
        assert again.events == end.events
        assert again.path.next_open() == end.path.next_open()
        assert store.library_then(row.id, library).versions(row.role) == row.versions
        store.roster.add("Ana")
        with pytest.raises(ConsentNeeded, match="No consent of Ana that holds today is recorded"):
            take_over(store, path, "for Ana only", client="Ana")
        card = store.roster.card("Ana")
        assert (card.sessions, card.notes, card.acts) == ((), (), ())
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        for _ in range(2):
            take_over(store, path, "for Ana only", client="Ana")
        card = store.roster.card("Ana")
        assert [(note.body, note.kind) for note in card.notes] == [
            ("more of this is yours than you say", "reading")
        ]
        assert [(act.act, act.state) for act in card.acts] == [("ask for the design task", "open")]
        assert len(card.sessions) == 1


@pytest.mark.usefixtures("slow_lock")
def test_guessing_at_the_passphrase_of_a_file_costs_time(tmp_path: Path, library: Library) -> None:
    with Store.open(tmp_path / "coach") as coach:
        coach.roster.add("Ana")
        coach.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        path = hand_over(coach, "Ana", tmp_path / "ana.age", "for Ana only", recipient="Ana")
    work = int(path.read_bytes().splitlines()[1].split()[-1])
    assert work >= 14  # what a second bought while the file was locked; a busy machine buys less
    with Store.open(tmp_path / "ana") as store:
        assert take_over(store, path, "for Ana only")[0] == []
        with pytest.raises(StoreError, match="does not open: another passphrase"):
            take_over(store, path, "for Bo only")


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"x" * 5000])
def test_another_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.age"
    path.write_bytes(content)
    with Store.open(tmp_path / "data") as store, pytest.raises(StoreError, match=r"file\.age"):
        take_over(store, path, "x")
    with Store.open(tmp_path / "data") as store, pytest.raises(StoreError, match="could not be read"):
        take_over(store, tmp_path, "x")
