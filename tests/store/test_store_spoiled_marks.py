"""A record that is spoiled is taken the careful way: a private note stays so, a figure closed, a consent is none."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from spoiled_store import seen

from aijri_engine import Library
from aijri_engine.report.options import ReportOptions
from aijri_engine.store import (
    ConsentNeeded,
    Store,
    StoreError,
    agenda_of,
    with_card,
    write_calendar,
    write_roster_table,
)
from aijri_engine.store.handover import document
from tests.cli.cli_driver import run_here

BAD = ("''", "'x'", "x'fffe'", "7", "'{'", "'yes'")


@pytest.fixture(scope="module")
def spoilable(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    folder = tmp_path_factory.mktemp("marks")
    with Store.open(folder) as store:
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        store.roster.note("Ana", "SECRET words")
        store.roster.note("Ana", "for both", private=False)
        store.start(seen(library, "mid"), client_id=client.id)
    return folder / "aijri.db"


@pytest.fixture
def folder(tmp_path: Path, spoilable: Path) -> Path:
    (tmp_path / "aijri.db").write_bytes(spoilable.read_bytes())
    return tmp_path


def spoil(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "aijri.db", isolation_level=None)
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("bad", BAD)
def test_a_spoiled_mark_opens_no_private_note(folder: Path, bad: str) -> None:
    spoil(folder, f"UPDATE notes SET private = {bad} WHERE id = 1")
    with Store.open(folder) as store:
        card = store.roster.card("Ana")
        assert [note.kind for note in card.notes] == ["private", "shared"]
        assert "private" in card.notes[0].trouble
        options = with_card(ReportOptions("2026-11-29"), card)
        assert [note.text for note in options.notes] == ["for both"]
        with store.reading() as connection:
            assert [note["body"] for note in document(connection, card.client)["notes"]] == ["for both"]


@pytest.mark.parametrize("bad", BAD)
def test_a_spoiled_mark_opens_no_closed_figure(folder: Path, bad: str) -> None:
    spoil(folder, f"UPDATE sessions SET revealed = {bad}")
    with Store.open(folder) as store:
        (row,) = store.sessions()
        assert (row.revealed, "revealed" in row.trouble) == (False, True)


@pytest.mark.parametrize("column", ["given", "expires", "withdrawn", "answer"])
def test_a_spoiled_consent_is_told_and_is_none(folder: Path, column: str) -> None:
    """No day that nobody wrote is told as that of a consent or of its end."""
    spoil(folder, f"UPDATE consents SET {column} = x'fe'")
    with Store.open(folder) as store:
        (consent,) = store.roster.card("Ana").consents
        assert column in consent.trouble
        with pytest.raises(ConsentNeeded, match=f"damaged .*{column}") as told:
            store.refuse_ended(store.roster.find("Ana").id)
        assert "1970" not in str(told.value)


@pytest.mark.parametrize("column", ["given", "expires", "withdrawn", "answer", "text"])
def test_a_client_whose_consent_is_spoiled_is_listed_so_and_in_no_file(
    folder: Path, column: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder) as store:
        store.roster.add("Bo")
        for alias in ("Ana", "Bo"):
            store.roster.appoint(alias, date(2099, 2, 2))
    spoil(folder, f"UPDATE consents SET {column} = x'fe'")
    with Store.open(folder) as store:
        ana, _ = store.roster.clients()
        assert ana.standing() == "its consent is damaged"
        assert ana.trouble.endswith("the consent is damaged: ask for a new one")
        assert [row.alias for row in store.roster.due()] == ["Ana"]
        assert "Ana" not in [row.alias for row in agenda_of(store).talks]
        write_calendar(store, folder / "all.ics")
        write_roster_table(store, folder / "all.csv")
        assert store.roster.troubled() == [f"Ana: {ana.trouble}; left out."]
    for name in ("all.ics", "all.csv"):
        told = (folder / name).read_text("utf-8-sig")
        assert ("Ana" in told, "Bo" in told) == (False, True), name
    monkeypatch.setenv("AIJRI_DATA", str(folder))
    for command in (("clients",), ("clients", "show", "Ana")):
        told = run_here(*command).out
        assert "consent is damaged" in told, command
        assert "until" not in told, command
        assert "1970" not in told, command


def test_nothing_that_is_missing_is_called_none(folder: Path) -> None:
    spoil(folder, "CREATE TABLE as_it_was AS SELECT * FROM notes")
    spoil(folder, "UPDATE notes SET body = x'' WHERE id = 2")
    with Store.open(folder) as store:
        note = store.roster.card("Ana").notes[1]
        assert (note.body, "body" in note.trouble) == ("", True)
        assert not with_card(ReportOptions("2026-11-29"), store.roster.card("Ana")).notes


@pytest.mark.parametrize("bad", ["''", "'x'", "x'fffe'", "7", "'{'"])
@pytest.mark.parametrize("table", ["sessions", "clients"])
def test_a_spoiled_mark_of_a_deletion_hides_and_erases_nothing(folder: Path, table: str, bad: str) -> None:
    spoil(folder, f"UPDATE {table} SET deleted = {bad}, deleted_after = 0")
    spoil(
        folder,
        """INSERT INTO settings (name, value) VALUES
          ('time seen', '{"at": "2026-11-01T00:00:00+00:00", "seconds": 99999999}')""",
    )
    with Store.open(folder) as store:
        (row,) = store.sessions()
        (client,) = store.roster.clients()
        assert "deleted" in (row.trouble if table == "sessions" else client.trouble)
        assert store.overdue() is None
        assert not store.deleted_sessions()
        assert not store.roster.clients(deleted=True)
        assert store.roster.card("Ana").sessions
        store.delete(row.id) if table == "sessions" else store.delete_client("Ana")
        assert not store.sessions()
        store.undelete(row.id) if table == "sessions" else store.undelete_client("Ana")
        assert not [one.trouble for one in (*store.sessions(), *store.roster.clients()) if one.trouble]


def test_whose_alias_is_that_of_somebody_deleted_is_told_how_to_bring_them_back(folder: Path) -> None:
    with Store.open(folder) as store:
        gone = store.delete_client("Ana")
        with pytest.raises(StoreError, match=f"who was deleted.*`aijri clients delete {gone.id} --undo`"):
            store.roster.add("ana")


@pytest.mark.parametrize("bad", BAD)
def test_a_client_who_is_listed_is_found_by_the_alias_that_is_shown(folder: Path, bad: str) -> None:
    spoil(folder, f"UPDATE clients SET folded = {bad}")
    with Store.open(folder) as store:
        assert store.roster.find("Ana").alias == store.roster.clients()[0].alias == "Ana"
