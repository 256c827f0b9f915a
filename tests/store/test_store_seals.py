"""What a figure comes from is sealed: an entry altered or swapped tells no other figure, whatever lies in between."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_engine.store.backups import restore
from aijri_engine.store.clock import system_clock
from aijri_engine.store.database import Database
from aijri_engine.store.errors import ConsentNeeded, SpoiledSession, StoreError
from aijri_engine.store.forms import take_in
from aijri_engine.store.handover import hand_over, left_out_of, take_over
from aijri_engine.store.migrate import migrate
from aijri_engine.store.schema import clients, consents, events, metadata, sessions
from aijri_engine.store.sound_rows import NOT_AS_SAVED

Spoiling = Callable[[Connection, str], object]


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


def column(**values: object) -> Spoiling:
    """A value beside the entries that the figure comes from."""
    return lambda connection, session_id: connection.execute(
        update(sessions).where(sessions.c.id == session_id).values(**values)
    )


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
    assert {row.id for row in store.sessions()} == {good.id, bad.id}


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


RECORDS = {
    "consents": {"answer": "yes", "given": "2020-01-01T00:00:00.000000+00:00", "expires": "2098-01-01",
                 "withdrawn": None, "text": "something else", "goal": "x", "coach": "Bo", "version": "2020-01-01"},
    "notes": {"private": False, "reading": True, "body": "other words", "created": "2020-01-01T00:00:00.000000+00:00"},
    "acts": {"act": "other", "owner": "Bo", "due": "2098-01-01", "sign": "x", "state": "done", "version": 7},
    "files": {"kind": "backup", "recipient": "Nobody", "path": "/elsewhere", "digest": "0", "machine": "there"},
}  # fmt: skip
"""Values that could well stand there."""


def kept(store: Store, library: Library) -> str:
    """A client with one of each record, who took the consent back; the id."""
    client = store.roster.add("Ana")
    store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1), "today_only")
    store.roster.note("Ana", "SECRET words")
    store.roster.plan("Ana", "an act", "Ana", date(2099, 1, 1))
    store.record_file("report", store.folder / "ana.pdf", client_id=client.id, recipient="Ana", content=b"")
    store.roster.withdraw("Ana")
    return client.id


def troubles(store: Store) -> list[str]:
    card = store.roster.card("Ana")
    return [one.trouble for rows in (card.consents, card.notes, card.acts, card.files) for one in rows]


def altered(table: str, **values: object) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(update(metadata.tables[table]).values(**values))


def test_a_record_that_was_altered_is_told_and_counts_as_none(store: Store, library: Library) -> None:
    kept(store, library)
    assert not any(troubles(store))
    with store.reading() as connection:
        known = {
            table: connection.execute(select(metadata.tables[table])).mappings().one() for table in RECORDS
        }
    other = store.roster.add("Bo")
    for place, (table, values) in enumerate(RECORDS.items()):
        for column, value in [*values.items(), ("client_id", other.id), ("seal", "")]:
            before = {column: known[table][column]}
            with store.writing() as connection:
                altered(table, **{column: value})(connection)
            alias = "Bo" if column == "client_id" else "Ana"
            card = store.roster.card(alias)
            (found,) = (card.consents, card.notes, card.acts, card.files)[place]
            assert found.trouble == NOT_AS_SAVED, (table, column)
            missed = table == "consents" and column == "client_id"
            assert not missed or "is missing" in store.roster.card("Ana").consents[0].trouble
            if table == "consents":
                with pytest.raises(ConsentNeeded, match="damaged"):
                    store.refuse_ended(card.client.id)
                assert alias in [row.alias for row in store.roster.due()]
            if table == "notes":
                assert card.notes[0].private, column
            with store.writing() as connection:
                altered(table, **before)(connection)
    assert not any(troubles(store))


def test_what_the_program_changes_itself_is_sealed_anew_and_no_damage_with_it(
    store: Store, library: Library
) -> None:
    kept(store, library)
    store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    note, act = store.roster.note("Ana", "words"), store.roster.plan("Ana", "more", "Ana", date(2099, 1, 1))
    store.roster.rewrite_note("Ana", note.id, "others")
    store.roster.change_act("Ana", act.id, sign="a sign")
    store.roster.settle("Ana", act.id, "done")
    store.roster.hand_on("Ana", f"{store.folder / 'ana.pdf'}", "Bo")
    session = store.start(
        Interview.start(library, "deep-learning-engineer"), client_id=store.roster.find("Ana").id
    )
    store.roster.note("Ana", "about it", session_id=session.id)
    store.erase_session(session.id)
    assert not any(troubles(store))
    with store.writing() as connection:
        altered("acts", sign="x")(connection)
        altered("notes", private=False)(connection)
    card = store.roster.card("Ana")
    with pytest.raises(StoreError, match=r"not as it was saved\. Remove"):
        store.roster.rewrite_note("Ana", card.notes[0].id, "new words")
    with pytest.raises(StoreError, match=r"not as it was saved\. Mark it dropped"):
        store.roster.change_act("Ana", card.acts[0].id, "new words")
    for act in card.acts:
        store.roster.settle("Ana", act.id, "dropped")
    with store.writing() as connection:
        altered("consents", coach="x")(connection)
    store.roster.withdraw("Ana")
    card = store.roster.card("Ana")
    assert [one.trouble for one in card.acts] == [NOT_AS_SAVED, NOT_AS_SAVED]
    assert [(one.answer, one.trouble) for one in card.consents] == [
        ("no", ""),
        ("yes", NOT_AS_SAVED),
        ("today_only", NOT_AS_SAVED),
    ]


def test_records_of_before_are_sealed_as_they_stand(store: Store, library: Library) -> None:
    kept(store, library)
    with store.writing() as connection:
        migrate(connection, "0003", up=False)
        migrate(connection)
    assert not any(troubles(store))
    with store.writing() as connection:
        altered("notes", private=False)(connection)
    assert [bool(one) for one in troubles(store)] == [False, True, False, False]


@pytest.mark.parametrize("damaged", [False, True])
def test_a_backup_that_is_put_back_heals_no_record(
    tmp_path: Path, library: Library, passphrase: str | None, damaged: bool
) -> None:
    """Neither what was altered in the backup, nor what was altered here and is carried over."""
    with Store.open(tmp_path, passphrase) as store:
        kept(store, library)
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        backup = store.backup()
        store.record_file("report", tmp_path / "more.pdf", client_id=store.roster.find("Ana").id, content=b"")
        if damaged:
            for table, change in (("consents", {"goal": "x"}), ("files", {"recipient": "Bo"})):
                with store.writing() as connection:
                    altered(table, **change)(connection)
    old = Database(backup, passphrase)
    with old.writing() as connection:
        if damaged:
            altered("notes", private=False, seal="")(connection)
            altered("acts", state="done")(connection)
        else:
            migrate(connection, "0002", up=False)
    old.close()
    restore(backup, tmp_path, passphrase, system_clock)
    with Store.open(tmp_path, passphrase) as store:
        found = [bool(one) for one in troubles(store)]
        consents, files = [True, True, False, False], [False, True, True]
        assert found == ([*consents, True, True, *files] if damaged else [False] * 6)


def agreed(store: Store, library: Library, alias: str) -> str:
    client = store.roster.add(alias)
    store.roster.agree(alias, library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    return client.id


TAKEN: dict[str, Callable[[str, str], object]] = {
    "the no removed": lambda ana, bo: delete(consents).where(
        consents.c.client_id == ana, consents.c.answer == "no"
    ),
    "all removed": lambda ana, bo: delete(consents).where(consents.c.client_id == ana),
    "the no moved": lambda ana, bo: (
        update(consents).where(consents.c.client_id == ana, consents.c.answer == "no").values(client_id=bo)
    ),
    "the list altered": lambda ana, bo: update(clients).where(clients.c.id == ana).values(answers="1:x"),
    "the list emptied": lambda ana, bo: update(clients).where(clients.c.id == ana).values(answers=""),
}


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_a_consent_that_is_gone_is_missed_where_it_was_until_a_new_answer(
    store: Store, library: Library, take: Callable[[str, str], object]
) -> None:
    ana, bo, cleo = (agreed(store, library, alias) for alias in ("Ana", "Bo", "Cleo"))
    store.roster.decline("Ana")
    with store.writing() as connection:
        connection.execute(take(ana, bo))  # type: ignore[call-overload]
    card = store.roster.card("Ana")
    assert card.consents[0].trouble == "an answer that was recorded is missing"
    assert "the consent is damaged" in card.client.trouble
    assert card.client.standing() == "its consent is damaged"
    with pytest.raises(
        ConsentNeeded, match=r"Ana has a consent that is damaged \(an answer that was recorded is miss"
    ):
        store.refuse_ended(ana)
    assert "Ana" in [row.alias for row in store.roster.due()]
    assert "Cleo" not in [row.alias for row in store.roster.due()]
    store.refuse_ended(cleo)
    store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
    store.refuse_ended(ana)
    assert not store.roster.card("Ana").client.trouble


def test_answers_of_before_are_counted_as_they_stand(store: Store, library: Library) -> None:
    ana = agreed(store, library, "Ana")
    store.roster.add("Bo")
    with store.writing() as connection:
        migrate(connection, "0004", up=False)
        migrate(connection)
    assert not any(row.trouble for row in store.roster.clients())
    with store.writing() as connection:
        connection.execute(delete(consents))
    with pytest.raises(ConsentNeeded, match="is missing"):
        store.refuse_ended(ana)


@pytest.mark.parametrize("where", ["here", "backup"])
def test_a_missing_consent_is_missed_after_a_backup_is_put_back(
    tmp_path: Path, library: Library, passphrase: str | None, where: str
) -> None:
    """Taken away here it stays missed; taken away in the backup alone, the answers known here count."""
    with Store.open(tmp_path, passphrase) as store:
        agreed(store, library, "Ana")
        backup = store.backup()
        store.roster.decline("Ana")
        if where == "here":
            with store.writing() as connection:
                connection.execute(delete(consents).where(consents.c.answer == "no"))
    if where == "backup":
        old = Database(backup, passphrase)
        with old.writing() as connection:
            connection.execute(delete(consents))
        old.close()
    restore(backup, tmp_path, passphrase, system_clock)
    with Store.open(tmp_path, passphrase) as store:
        told = store.roster.card("Ana").client
        assert told.standing().startswith("its consent is damaged" if where == "here" else "said no on")


def test_a_backup_of_before_counts_its_answers_when_it_is_put_back(
    tmp_path: Path, library: Library, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as store:
        agreed(store, library, "Ana")
        backup = store.backup()
    old = Database(backup, passphrase)
    with old.writing() as connection:
        migrate(connection, "0003", up=False)
    old.close()
    restore(backup, tmp_path, passphrase, system_clock)
    with Store.open(tmp_path, passphrase) as store:
        assert store.roster.card("Ana").client.standing().startswith("consent until")
