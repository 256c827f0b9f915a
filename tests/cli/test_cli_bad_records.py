"""Records that are spoiled or lost: each list names the bad one, hides no good one, and no figure is told of it."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from cli_driver import run_here, said

from aijri_engine import Interview, Library
from aijri_engine.store import Store, history

pytestmark = pytest.mark.usefixtures("few_draws")

LISTS = (
    ("sessions",),
    ("sessions", "history"),
    ("sessions", "history", "--client", "Ana"),
    ("sessions", "changes"),
    ("clients",),
    ("clients", "--due"),
    ("clients", "show", "Ana"),
    ("backup",),
    ("erase", "receipts"),
)
BAD = ("'\x1b]0;x\x07'", "x'fffe'", "CAST(x'ff' AS TEXT)", "7", "'2026-99-99'")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def spoilable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two sessions alone, and two of a client."""
    library = Library.open()
    folder = tmp_path_factory.mktemp("whole")
    with Store.open(folder) as store:
        client = store.roster.add("Ana")
        store.roster.agree("Ana", library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
        store.roster.note("Ana", "a note")
        store.roster.plan("Ana", "an act", "Ana", date(2099, 1, 1))
        for level in ("junior", "senior"):
            sitting = Interview.from_answers(library, "deep-learning-engineer", {"level": level})
            assert isinstance(sitting, Interview)
            store.start(sitting.reveal("result"))
            store.start(sitting.reveal("result"), client_id=client.id)
    return folder / "aijri.db"


def columns() -> list[tuple[str, str]]:
    from aijri_engine.store.schema import acts, clients, consents, events, notes, sessions

    tables = (sessions, events, clients, consents, notes, acts)
    keys = ("id", "session_id", "client_id", "number")
    return [(table.name, one.name) for table in tables for one in table.columns if one.name not in keys]


@pytest.mark.parametrize(("table", "column"), columns())
@pytest.mark.case("public 2")
def test_one_bad_record_hides_no_good_one(
    table: str, column: str, spoilable: Path, data_folder: Path, library: Library
) -> None:
    for bad in BAD:
        (data_folder / "aijri.db").write_bytes(spoilable.read_bytes())
        connection = sqlite3.connect(data_folder / "aijri.db")
        connection.execute("DROP TRIGGER events_are_append_only")
        ids = [row[0] for row in connection.execute("SELECT id FROM sessions WHERE client_id IS NULL")]
        first = {
            "sessions": f"id = '{ids[0]}'",
            "events": f"number = 1 AND session_id = '{ids[0]}'",
        }.get(table, f"{table}.rowid = 1")
        connection.execute(f"UPDATE {table} SET {column} = {bad} WHERE {first}")
        connection.commit()
        connection.close()
        with Store.open(data_folder) as store:
            assert {row.id for row in store.sessions(alone=True)} >= set(ids[1:])
            shown = [store.sessions(), store.roster.clients(), store.roster.due()]
            for client in store.roster.clients():
                shown.append(store.roster.card(client.id))
            assert "\\x1b" not in repr(shown)
            if table not in ("notes", "acts"):  # no figure comes from them
                assert {one.session.id for one in history(store, library)} >= set(ids[1:])


SWAPPED = (
    "UPDATE events SET body = (SELECT body FROM events AS other WHERE other.session_id = events.session_id "
    "AND other.number = 3 - events.number) WHERE number IN (1, 2) AND session_id"
)
HOLES = {
    "DELETE FROM events WHERE number = 1 AND session_id": "entry 2 of it is missing",
    "UPDATE events SET number = -1 WHERE number = 1 AND session_id": "entry 2 of it is missing",
    "UPDATE events SET number = 90 WHERE number = 1 AND session_id": "entry 2 of it is missing",
    "DELETE FROM events WHERE number = 0 AND session_id": "entry 1 of it is missing",
    "DELETE FROM events WHERE number = 2 AND session_id": "it has more or fewer entries than were saved",
    "DELETE FROM events WHERE session_id": "entry 1 of it is missing",
    "UPDATE sessions SET events = 2 WHERE id": "it has more or fewer entries than were saved",
    "UPDATE sessions SET events = 'x' WHERE id": "it has more or fewer entries than were saved",
    SWAPPED: "an entry of it is damaged: it is not as it was saved",
    "UPDATE sessions SET role = 'data-scientist' WHERE id": "an entry of it is damaged: it is not as it was saved",
}
"""How entries of a session are lost or moved, and what is said of it."""


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE events SET body = '{' WHERE session_id",
        "UPDATE sessions SET updated = 'soon' WHERE id",
        "UPDATE sessions SET seed = 'x' WHERE id",
        *list(HOLES)[:2],
        SWAPPED,
    ],
)
@pytest.mark.parametrize("command", LISTS, ids=" ".join)
@pytest.mark.case("public 2")
def test_every_list_says_what_the_bad_one_is(
    command: tuple[str, ...], spoil: str, spoilable: Path, data_folder: Path
) -> None:
    (data_folder / "aijri.db").write_bytes(spoilable.read_bytes())
    connection = sqlite3.connect(data_folder / "aijri.db")
    connection.execute("DROP TRIGGER events_are_append_only")
    (bad, client) = connection.execute("SELECT id, client_id FROM sessions ORDER BY id LIMIT 1").fetchone()
    connection.execute(f"{spoil} = ?", (bad,))
    others = "SELECT id FROM sessions WHERE client_id IS ? AND id != ?"
    good = [row[0] for row in connection.execute(others, (client, bad))]
    connection.commit()
    connection.close()
    told = said(run_here(*command), 0)
    if command == ("sessions",) or (
        command[:2] == ("sessions", "history") and ("--client" in command) == bool(client)
    ):
        assert all(one in told for one in good)
        assert bad in told
    if (
        command[:2] == ("sessions", "history")
        and ("--client" in command) == bool(client)
        and "updated" not in spoil
    ):
        assert f"`aijri sessions delete {bad}`" in told
    documents = run_here("sessions", "--json")
    assert {one["id"] for one in json.loads(documents.out)["sessions"]} >= {bad, *good}


@pytest.mark.parametrize(("spoil", "reason"), HOLES.items())
def test_a_session_with_lost_entries_tells_no_figure(
    spoil: str, reason: str, spoilable: Path, data_folder: Path, tmp_path: Path
) -> None:
    (data_folder / "aijri.db").write_bytes(spoilable.read_bytes())
    connection = sqlite3.connect(data_folder / "aijri.db")
    connection.execute("DROP TRIGGER events_are_append_only")
    bad, good = (
        row[0] for row in connection.execute("SELECT id FROM sessions WHERE client_id IS NULL ORDER BY id")
    )
    connection.execute(f"{spoil} = ?", (bad,))
    connection.commit()
    connection.close()
    told = f"Session {bad} cannot be computed: {reason}. `aijri sessions delete {bad}` takes it out"
    doors = (
        ("report", bad, "--to", str(tmp_path / "x.md")),
        ("compare", good, bad),
        ("compare", bad),
        ("sessions", "resume", bad, "--plain"),
        ("sessions", "transcript", bad),
    )
    for door in doors:
        ran = run_here(*door)
        assert told in " ".join((ran.out + ran.err).split()), (door, ran)
        assert ran.code != 0, door
    listed = " ".join(said(run_here("sessions", "history"), 0).split())
    assert reason in listed
    assert good in listed
    assert good in said(run_here("sessions"), 0)
    said(run_here("sessions", "delete", bad), 0)
    assert bad not in said(run_here("sessions", "history"), 0)
