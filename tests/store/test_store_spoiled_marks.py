"""A record that is spoiled is taken the careful way: a private note stays so, a figure closed, a consent is none."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from spoiled_store import seen

from aijri_engine import Library
from aijri_engine.report.options import ReportOptions
from aijri_engine.store import ConsentNeeded, Store, with_card
from aijri_engine.store.handover import document

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


def test_nothing_that_is_missing_is_called_none(folder: Path) -> None:
    spoil(folder, "CREATE TABLE as_it_was AS SELECT * FROM notes")
    spoil(folder, "UPDATE notes SET body = x'' WHERE id = 2")
    with Store.open(folder) as store:
        note = store.roster.card("Ana").notes[1]
        assert (note.body, "body" in note.trouble) == ("", True)
        assert not with_card(ReportOptions("2026-11-29"), store.roster.card("Ana")).notes
