"""Records beside a sitting are sealed: a consent, note, act or file that was altered is told and counts as none."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, update

from aijri_engine import Interview, Library
from aijri_engine.store import Store
from aijri_engine.store.backups import restore
from aijri_engine.store.clock import system_clock
from aijri_engine.store.database import Database
from aijri_engine.store.errors import ConsentNeeded, StoreError
from aijri_engine.store.migrate import migrate
from aijri_engine.store.schema import metadata
from aijri_engine.store.sound_rows import NOT_AS_SAVED

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
