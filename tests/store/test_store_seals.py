"""What a figure comes from is sealed: an entry altered or swapped tells no other figure, whatever lies in between."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from store_people import answered
from store_spoiling import Spoiling, column

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_engine.store.backups import restore
from aijri_engine.store.clock import system_clock
from aijri_engine.store.database import Database
from aijri_engine.store.errors import SpoiledSession
from aijri_engine.store.forms import take_in
from aijri_engine.store.handover import hand_over, left_out_of, take_over
from aijri_engine.store.migrate import migrate
from aijri_engine.store.schema import events, sessions
from aijri_engine.store.sound_rows import NOT_OPENED


def entries(change: Callable[[list[str]], list[str]]) -> Spoiling:
    """The bodies of a log, written anew as `change` gives them: an update is refused by the database itself."""

    def spoil(connection: Connection, session_id: str) -> None:
        mine = events.c.session_id == session_id
        rows = connection.execute(select(events).where(mine).order_by(events.c.number)).all()
        bodies = change([row.body for row in rows])
        connection.execute(delete(events).where(mine))
        values = [{**row._mapping, "body": body} for row, body in zip(rows, bodies, strict=True)]
        connection.execute(insert(events), values)

    return spoil


ALTERED = {
    "two swapped": entries(lambda bodies: [bodies[0], bodies[2], bodies[1]]),
    "another answer": entries(lambda bodies: [body.replace('"mid"', '"senior"') for body in bodies]),
    "one twice": entries(lambda bodies: [bodies[0], bodies[1], bodies[1]]),
    "another role": column(role="data-scientist"),
    "another seed": column(seed=7),
    "no seal": column(seal=""),
    "a closed result opened": column(revealed=True),
}


def sat(interview: Interview) -> Interview:
    """Two answers to one question: the later one counts."""
    return answered(answered(interview, "level", "junior"), "level", "mid")


@pytest.mark.parametrize("spoil", ALTERED.values(), ids=ALTERED)
def test_what_was_altered_is_told_and_no_figure_is(
    store: Store, interview: Interview, spoil: Spoiling
) -> None:
    good, bad = store.start(sat(interview)), store.start(sat(interview))
    with store.writing() as connection:
        spoil(connection, bad.id)
    with pytest.raises(SpoiledSession, match=f"{bad.id} cannot be computed: .* not as it was saved"):
        store.session(bad.id)
    assert store.session(good.id).events == sat(interview).events
    rows = {row.id: store.tried(row).trouble for row in store.sessions()}
    assert rows == {good.id: "", bad.id: NOT_OPENED}


def test_going_on_and_erasing_another_seal_no_damage(store: Store, interview: Interview) -> None:
    """What a window that was open goes on to save, and what an erasure takes out, leave it as noticed as it was."""
    first = store.start(sat(interview))
    later = sat(interview).again(first.id, interview.library)
    good, bad = store.start(later), store.start(later)
    with store.writing() as connection:
        entries(lambda bodies: [f"{body[:-1]} }}" for body in bodies])(connection, bad.id)
    bad.save(answered(later, "level", "senior"))
    assert store.erase_session(first.id).began == 2
    assert store.session(good.id).events != later.events
    with pytest.raises(SpoiledSession):
        store.session(bad.id)


def test_a_store_of_before_is_sealed_as_it_stands(
    store: Store, library: Library, interview: Interview
) -> None:
    session = store.start(sat(interview))
    with store.writing() as connection:
        migrate(connection, "0002", up=False)
        migrate(connection)
    assert store.resume(session.id, library).events == session.events
    store.session(session.id).save(answered(sat(interview), "level", "senior"))
    with store.writing() as connection:
        ALTERED["another seed"](connection, session.id)
    with pytest.raises(SpoiledSession):
        store.session(session.id)


def test_a_backup_of_before_is_sealed_when_it_is_put_back(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as store:
        session, backup = store.start(sat(interview)), store.backup()
    old = Database(backup, passphrase)
    with old.writing() as connection:
        migrate(connection, "0002", up=False)
    old.close()
    restore(backup, tmp_path, passphrase, system_clock)
    with Store.open(tmp_path, passphrase) as store:
        assert store.resume(session.id, library).events == session.events


def test_a_damaged_session_stands_in_the_way_of_no_file(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    """Answers and a hand-over file are taken in beside it; the file brings the sitting back whole."""
    (tmp_path / "mine.yaml").write_text("role: deep-learning-engineer\nanswers:\n  level: junior\n")
    with Store.open(tmp_path / "one") as store:
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        store.start(sat(interview), client_id=client.id)
        hand_over(store, "Ana", tmp_path / "ana.age", "five words of a passphrase", "Ana")
    with Store.open(tmp_path / "two") as store:
        (bad,) = take_over(store, tmp_path / "ana.age", "five words of a passphrase")[0]
        with store.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.id == bad.id).values(seal="x"))
        (again,) = take_over(store, tmp_path / "ana.age", "five words of a passphrase")[0]
        assert store.session(again.id).events == sat(interview).events
        (mine,) = take_in(store, tmp_path / "mine.yaml", library).rows
        assert len({bad.id, again.id, mine.id}) == 3


def test_a_hand_over_takes_the_good_sessions_along_and_names_the_bad_one(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path / "one") as store:
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        good, bad = (store.start(sat(interview), client_id=client.id) for _ in range(2))
        with store.writing() as connection:
            ALTERED["a closed result opened"](connection, bad.id)
        hand_over(store, "Ana", tmp_path / "ana.age", "five words of a passphrase", "Ana")
        (told,) = left_out_of(store, "Ana")
        assert f"The sitting {bad.id} of " in told
    with Store.open(tmp_path / "two") as store:
        taken = take_in(store, tmp_path / "ana.age", library, "five words of a passphrase")
        assert taken.remarks == (told,)
        (row,) = taken.rows
        assert store.session(row.id).events == good.events
