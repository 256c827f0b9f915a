"""What a person relies on: every answer is there, at the same question, and nobody overwrites anybody."""

import json
import re
import shutil
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from store_people import SPLIT, answered, whole

from aijri_engine import Interview, Library, personalise, result, to_json
from aijri_engine.content.library import content_folder
from aijri_engine.store import Store, StoreConflict, StoreError, UnknownSession

ROLE = "deep-learning-engineer"


def test_a_session_resumes_at_the_same_question_with_the_same_result(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as store:
        session = store.start(interview)
        for step in whole(interview, seed=5, acts=30):
            session.save(step)
            interview = step
    with Store.open(tmp_path, passphrase) as store:
        again = store.resume(session.id, library)
    assert again.events == interview.events
    assert again.path.next_open() == interview.path.next_open()
    assert json.dumps(to_json(result(again))) == json.dumps(to_json(result(interview)))


def test_an_answer_is_on_disk_when_save_returns(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path) as store:
        session = store.start(interview)
        session.save(answered(interview, "level", "senior"))
        other = sqlite3.connect(store.path)
        bodies = [row[0] for row in other.execute("SELECT body FROM events ORDER BY number")]
        other.close()
    assert [json.loads(body)["kind"] for body in bodies] == ["started", "answered"]
    assert json.loads(bodies[1])["value"] == "senior"


def test_undo_and_edit_delete_nothing(store: Store, library: Library, interview: Interview) -> None:
    session = store.start(interview)
    interview = answered(interview, "level", "senior")
    session.save(interview)
    interview = answered(interview, "level", "junior")
    session.save(interview)
    session.save(interview.undo())
    again = store.resume(session.id, library)
    assert [event.kind for event in again.events] == ["started", "answered", "answered", "undone"]
    assert again.values()["level"] == "senior"


def test_the_database_itself_refuses_to_change_an_event(tmp_path: Path, interview: Interview) -> None:
    with Store.open(tmp_path) as store:
        store.start(interview)
        other = sqlite3.connect(store.path)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            other.execute("UPDATE events SET body = '{}'")
        other.close()


def test_two_windows_do_not_overwrite_each_other(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as here, Store.open(tmp_path, passphrase) as there:
        mine = here.start(interview)
        yours = there.session(mine.id)
        yours.save(answered(interview, "level", "principal"))
        with pytest.raises(StoreConflict) as told:
            mine.save(answered(interview, "level", "junior"))
        assert mine.id in str(told.value)
        assert "another window" in str(told.value)
        assert here.resume(mine.id, library).values()["level"] == "principal"
        continued = here.session(mine.id)
        continued.save(answered(continued.resume(library), "years", 3))
        assert there.resume(mine.id, library).values() == {"level": "principal", "years": 3}


def test_an_interview_that_is_not_the_stored_one_is_refused(store: Store, interview: Interview) -> None:
    session = store.start(answered(interview, "level", "senior"))
    with pytest.raises(StoreConflict, match="does not continue"):
        session.save(answered(interview, "level", "junior"))


def test_many_threads_lose_nothing(store: Store, library: Library, interview: Interview) -> None:
    sessions = [store.start(interview) for _ in range(4)]
    ends = [whole(interview, seed, 15) for seed in range(4)]

    def work(number: int) -> None:
        for step in ends[number]:
            sessions[number].save(step)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for session, steps in zip(sessions, ends, strict=True):
        assert store.resume(session.id, library).events == steps[-1].events


def test_ids_are_short_and_can_be_typed(store: Store, interview: Interview) -> None:
    ids = {store.start(interview).id for _ in range(40)}
    assert len(ids) == 40
    assert all(re.fullmatch(r"[2-9a-z]{6}", one) and not set(one) & set("01ilou") for one in ids)
    one = min(ids)
    assert store.session(f" {one[:3].upper()}-{one[3:].upper()} ").id == one


def test_an_unambiguous_beginning_is_enough(store: Store, interview: Interview) -> None:
    ids = sorted(store.start(interview).id for _ in range(60))
    starts = [one[0] for one in ids]
    doubled = next(letter for letter in starts if starts.count(letter) > 1)
    with pytest.raises(UnknownSession, match="Several sessions begin with"):
        store.session(doubled)
    for one in ids[:5]:
        size = next(size for size in range(1, 7) if sum(other.startswith(one[:size]) for other in ids) == 1)
        assert store.session(one[:size]).id == one


@pytest.mark.parametrize(
    "words", ["", "   ", "%", "_", "nosuch", "'; DROP TABLE sessions; --", "\x1b[2J" * 50]
)
def test_an_unknown_id_is_told_without_harm(store: Store, interview: Interview, words: str) -> None:
    store.start(interview)
    with pytest.raises(UnknownSession) as told:
        store.session(words)
    assert "\x1b" not in str(told.value)
    assert len(str(told.value)) < 200
    assert len(store.sessions()) == 1


def test_lists_show_the_last_touched_first_and_search_every_word(store: Store, interview: Interview) -> None:
    first = store.start(interview, goal="Move to medical imaging")
    second = store.start(interview, goal="Ask for a raise: 100 %")
    assert [row.id for row in store.sessions()] == [second.id, first.id]
    first.save(answered(interview, "split", {"rows": SPLIT}))
    rows = store.sessions()
    assert [row.id for row in rows] == [first.id, second.id]
    assert rows[0].role_name == "Deep Learning Engineer"
    assert rows[0].place == "years"
    assert not rows[0].revealed
    assert [row.id for row in store.sessions("MEDICAL engineer")] == [first.id]
    assert [row.id for row in store.sessions("100 %")] == [second.id]
    assert [row.id for row in store.sessions(second.id)] == [second.id]
    assert store.sessions("medical raise") == []
    assert [row.id for row in store.sessions(limit=1)] == [first.id]


def test_a_deleted_session_is_gone_until_it_is_brought_back(store: Store, interview: Interview) -> None:
    session = store.start(interview)
    store.delete(session.id)
    assert store.sessions() == []
    with pytest.raises(UnknownSession):
        store.session(session.id)
    assert [row.id for row in store.deleted_sessions()] == [session.id]
    store.undelete(session.id)
    assert [row.id for row in store.sessions()] == [session.id]


def test_a_session_can_be_computed_as_it_was_seen(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content_folder(), folder)
    path = folder / "roles" / f"{ROLE}.yaml"
    text = path.read_text(encoding="utf-8")
    version = library.role(ROLE).version
    path.write_text(text.replace(f'version: "{version}"', 'version: "2020-01-01"', 1), encoding="utf-8")
    old = Library.open(folder)
    assert old.role(ROLE).version == "2020-01-01"
    with Store.open(tmp_path / "data", passphrase) as store:
        session = store.start(answered(Interview.start(old, ROLE), "level", "junior"))
        then = store.library_then(session.id, library)
        assert then.versions(ROLE) == old.versions(ROLE) != library.versions(ROLE)
        assert store.sessions()[0].versions == old.versions(ROLE)
        seen = personalise(session.resume(then)).assess().index_exact
        assert seen == personalise(session.resume(old)).assess().index_exact


def test_content_that_can_no_longer_be_read_is_told(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path) as store:
        session = store.start(interview)
        other = sqlite3.connect(store.path)
        other.execute("UPDATE contents SET body = 'version: [' WHERE name LIKE 'roles/%'")
        other.commit()
        other.close()
        assert store.library_then(session.id, library) is library
        library = Library.of(replace(one, digest="f" * 64) for one in library.files)
        with pytest.raises(StoreError, match="today's figures"):
            store.library_then(session.id, library)
