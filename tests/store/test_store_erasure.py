"""Erased means gone: from the file, its journal, files made of it and backups; proven by looking at the bytes."""

import contextlib
import json
import os
import sqlite3
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from store_clients import NAME, SECRET, traces, with_client
from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import Store, UnknownSession
from aijri_engine.store.calendar_file import write_calendar, write_own_calendar
from aijri_engine.store.handover import hand_over
from aijri_engine.store.schema import receipts


def test_nothing_of_an_erased_client_is_left_on_disk(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    data = tmp_path / "data"
    with Store.open(data) as store:
        with_client(store, library, interview, NAME)
        stays = with_client(store, library, interview, "Bo")
        store.backup()
        report = tmp_path / "report.txt"
        report.write_text(f"Report about {NAME}")
        store.record_file("report", report, client_id=store.roster.find(NAME).id, recipient=NAME)
        moved = tmp_path / "moved.txt"
        moved.write_text(NAME)
        store.record_file("report", moved, client_id=store.roster.find(NAME).id)
        moved.unlink()
        assert traces(data, NAME) != []
        told = store.erase_client(NAME)
        assert traces(data, NAME) == []
        assert "aijri.db" in traces(data, f"Bo is {SECRET}")
        assert not report.exists()
        receipt = told.receipt
        assert (receipt.clients, receipt.sessions, receipt.notes, receipt.acts, receipt.consents) == (
            1,
            1,
            1,
            1,
            1,
        )
        assert (receipt.files_removed, receipt.files_not_found, receipt.files_left) == (1, 1, 0)
        assert (receipt.backups_cleaned, receipt.backups_left, receipt.complete) == (1, 0, True)
        assert told.left == ()
        assert told.missing == (moved,)
        assert told.places[1:] == (str(moved),)
        assert [row.id for row in store.sessions()] == [stays]
        assert store.resume(stays, library).values() == {"level": "mid"}
    assert traces(data, NAME) == []


def test_erasing_ones_own_takes_the_calendar_of_ones_plan_along(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path / "data") as store:
        with_client(store, library, interview, "Bo")
        write_calendar(store, tmp_path / "bo.ics", "Bo")
        write_own_calendar(store, tmp_path / "plan.ics")
        told = store.erase_own().receipt
        assert (told.files_removed, told.complete) == (1, True)
        assert store.erase_own().receipt.files_not_found == 0
        assert len(store.roster.card("Bo").files) == 1
    assert [path.name for path in tmp_path.glob("*.ics")] == ["bo.ics"]


def test_the_receipt_leads_to_nobody(store: Store, library: Library, interview: Interview) -> None:
    session_id = with_client(store, library, interview, NAME)
    client_id = store.roster.find(NAME).id
    told = store.erase_client(NAME).receipt
    with store.reading() as connection:
        kept = connection.execute(receipts.select()).one()
    for text in (told.text(), json.dumps(asdict(told)), kept.body):
        for word in (NAME, "Quist", client_id, session_id, "move on"):
            assert word not in text
    assert told.id in told.text()


def test_everything_can_be_erased(
    tmp_path: Path, library: Library, interview: Interview, passphrase: str | None
) -> None:
    with Store.open(tmp_path, passphrase) as store:
        with_client(store, library, interview, NAME)
        store.start(interview.note(NAME))
        told = store.erase_everything().receipt
        assert (told.clients, told.sessions, told.complete) == (1, 2, True)
        assert store.sessions() == store.roster.clients() == []
    assert traces(tmp_path, NAME) == []
    assert traces(tmp_path, "deep-learning") == []


def test_a_file_that_was_changed_or_a_backup_that_does_not_open_is_told(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    with Store.open(tmp_path / "data", "quite old words") as store:
        session_id = with_client(store, library, interview, NAME)
        backup = store.backup()
        store.set_passphrase("quite new words")
        report = tmp_path / "report.txt"
        report.write_text("as made")
        store.record_file("report", report, session_id=session_id)
        report.write_text("as changed by somebody")
        told = store.erase_client(NAME)
        assert set(told.left) == {report, backup}
        assert not told.receipt.complete
        assert "by hand" in told.receipt.text()
    assert report.read_text() == "as changed by somebody"


def test_copies_made_before_the_passphrase_are_cleaned_without_it(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    """Those of before are plain; the emergency file too. What does not open is told where it may hold the person."""
    with Store.open(tmp_path) as store:
        with_client(store, library, interview, NAME)
        plain = store.backup()
        written = Path.home() / "aijri-emergency-1.db"
        with Store.at(written) as other:
            other.start_instead(interview.note(NAME), store.sessions()[0])
        store.set_passphrase("quite other words")
        locked = store.backup(tmp_path / "locked.db")
        store.set_passphrase("quite new words")
        assert (plain in store.plain_copies(), written in store.plain_copies()) == (True, True)
        told = store.erase_client(NAME)
        assert (told.left, told.receipt.backups_left, told.receipt.complete) == ((locked,), 1, False)
        assert NAME.encode() not in plain.read_bytes()
        assert not written.exists()
        before = store.roster.add("Bo")
        os.utime(locked, (0, datetime.fromisoformat(before.created).timestamp() - 60))
        later = store.erase_client("Bo")
        assert (later.left, later.receipt.backups_left, later.receipt.complete) == ((), 0, True)
        assert [row.id for row in store.sessions()] == []


def test_a_deletion_can_be_undone_for_a_week_and_is_then_erased(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    now = [datetime(2026, 11, 22, tzinfo=UTC)]
    with Store.open(tmp_path, clock=lambda: now[0]) as store:
        session_id = with_client(store, library, interview, NAME)
        alone = store.start(interview)
        store.delete_client(NAME)
        store.delete(alone.id)
        with pytest.raises(UnknownSession):
            store.session(session_id)
        for hours in (3 * 24, 3 * 24, 23):
            now[0] += timedelta(hours=hours)
            assert store.erase_overdue() is None
        store.undelete_client(NAME)
        assert store.session(session_id).id == session_id
        store.delete_client(NAME)
        now[0] += timedelta(hours=2)
        told = store.erase_overdue()
        assert told is not None
        assert (told.receipt.clients, told.receipt.sessions) == (0, 1)
        for _ in range(2):
            now[0] += timedelta(days=8)
            told = store.erase_overdue()
        assert told is not None
        assert (told.receipt.clients, told.receipt.sessions) == (1, 1)
        assert traces(tmp_path, NAME) == []


@pytest.mark.parametrize("jump", [timedelta(days=8), timedelta(days=400)])
@pytest.mark.case("hostile 15")
def test_the_week_never_ends_in_one_jump_of_the_clock(
    tmp_path: Path, library: Library, interview: Interview, jump: timedelta
) -> None:
    now = [datetime(2026, 11, 22, tzinfo=UTC)]
    with Store.open(tmp_path, clock=lambda: now[0]) as store:
        with_client(store, library, interview, NAME)
        alone = store.start(interview)
        store.delete_client(NAME)
        store.delete(alone.id)
    for moment in (now[0] + jump, now[0] + jump, now[0], now[0] + timedelta(hours=1)):
        now[0] = moment
        with Store.open(tmp_path, clock=lambda: now[0]) as store:
            assert store.erase_overdue() is None
    with Store.open(tmp_path, clock=lambda: now[0]) as store:
        assert store.undelete_client(NAME).alias == NAME
        assert store.undelete(alone.id).id == alone.id


def test_private_notes_are_in_no_file_for_the_client(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    from pyrage import passphrase as age

    with Store.open(tmp_path / "data") as store:
        with_client(store, library, interview, NAME)
        store.roster.note(NAME, "agreed to share this", private=False)
        path = hand_over(store, NAME, tmp_path / "for-you.age", "take me along", recipient=NAME)
        assert store.roster.find(NAME).sharing == f"shared with {NAME}"
    content = path.read_bytes()
    assert NAME.encode() not in content
    opened = age.decrypt(content, "take me along")
    assert SECRET.encode() not in opened
    assert b"agreed to share this" in opened
    assert path.stat().st_mode & 0o777 == 0o600


def test_erasing_a_sitting_reaches_what_was_copied_into_the_next(
    tmp_path: Path, library: Library, interview: Interview
) -> None:
    """What was confirmed in the next sitting is an answer of that sitting; what only was offered there goes."""
    with Store.open(tmp_path) as store:
        own = {"rows": {"design": 80}, "other": [{"name": "Zirkelschmieden", "share": 20}]}
        said = answered(answered(answered(interview, "level", "mid"), "years", 4), "split", own)
        first = store.start(said)
        backup = store.backup()
        again = store.start(answered(said.again(first.id), "level", "mid"))
        told = store.erase_session(first.id)
        assert (told.began, told.receipt.complete) == (1, True)
        left = store.resume(again.id, library)
        assert left.values() == {"level": "mid"}
        assert left.earlier_value("years") is None
        assert left.earlier_session == ""
    for path in (store.path, backup):
        assert first.id.encode() not in path.read_bytes()
        assert b"Zirkelschm" not in path.read_bytes()


@pytest.mark.parametrize(
    ("table", "bad"),
    [
        ("sessions", "'garbage'"),
        ("notes", "7"),
        ("notes", "'garbage', body = body || '!'"),
        ("acts", "x'fffe'"),
        ("consents", "'garbage'"),
        ("consents", "CAST(x'ff' AS TEXT)"),
        ("files", "'garbage'"),
        ("events", "'garbage'"),
    ],
)
def test_a_record_that_lost_its_client_is_erased_with_whose_it_was_and_with_nobody_else(
    tmp_path: Path, library: Library, interview: Interview, table: str, bad: str
) -> None:
    """Its seal tells whose it was; the card says that something may be missing. A client whose own record is damaged
    keeps what is whole of theirs."""
    data = tmp_path / "data"
    with Store.open(data) as store:
        for alias in ("Bo", NAME, "Cy"):
            with_client(store, library, interview, alias)
            made = tmp_path / f"{alias}.txt"
            made.write_text(alias)
            store.record_file("report", made, client_id=store.roster.find(alias).id)
        client, stays = store.roster.find(NAME), store.roster.find("Bo").id
    key = "session_id" if table == "events" else "client_id"
    held = (
        f"(SELECT id FROM sessions WHERE client_id = '{client.id}')"
        if table == "events"
        else f"'{client.id}'"
    )
    altered(data, f"UPDATE {table} SET {key} = {bad} WHERE {key} = {held}")
    with Store.open(data) as store:
        assert ("belongs to no client who is here" in store.roster.card(NAME).trouble) is (table != "events")
    altered(data, "UPDATE clients SET id = 'damaged!' WHERE alias = 'Cy'")
    with Store.open(data) as store:
        told = store.erase_client(NAME).receipt
        assert (told.complete, told.files_removed) == (True, 1)
        assert len(store.roster.card(stays).notes) == 1
    assert traces(data, NAME) == []
    assert not (tmp_path / f"{NAME}.txt").exists()
    assert "aijri.db" in traces(data, f"Cy is {SECRET}")


def altered(data: Path, statement: str) -> None:
    """What something else does to the file."""
    with contextlib.closing(sqlite3.connect(data / "aijri.db")) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("DROP TRIGGER IF EXISTS events_are_append_only")
        other.execute(statement)
        other.commit()


@pytest.mark.parametrize("kind", ["backup", "report"])
def test_a_place_that_cannot_be_looked_into_is_told_and_stops_no_erasure(
    tmp_path: Path, library: Library, interview: Interview, kind: str
) -> None:
    """A folder without permission, a network drive that is gone: here a name that no system looks up."""
    with Store.open(tmp_path) as store:
        with_client(store, library, interview, NAME)
        hidden = tmp_path / f"{'x' * 300}.db"
        store.record_file(kind, hidden, client_id=store.roster.find(NAME).id, content=b"")
        told = store.erase_client(NAME)
        assert told.left == (hidden,)
        assert not told.receipt.complete
        assert not store.roster.clients()
        assert not store.sessions()


def test_an_erasure_that_is_not_complete_names_one_cause(store: Store) -> None:
    receipt = store.erase_client(store.roster.add("Ana").id).receipt
    for left, told in ((0, "another window uses the store"), (1, "has to be deleted by hand")):
        words = replace(receipt, complete=False, files_left=left).text()
        assert told in words
        assert words.count("Not complete") == 1
        assert ("another window" in words) + ("by hand" in words) == 1
