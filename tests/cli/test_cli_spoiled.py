"""A record spoiled in any column: every list of the command line still shows the good ones, in words for people."""

import json
import shutil
import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from cli_driver import run_here

from aijri_engine import Interview, Library
from aijri_engine.store import Store, StoreError, standing_of
from aijri_engine.store.schema import NEXT_SITTING, NEXT_TALK, PRACTICE
from aijri_tui.sessions import Sessions
from tests.store.spoiled_store import BAD, ROLE, WORDS_OF_A_LIBRARY, Spoiled, columns, whole_store

pytestmark = pytest.mark.usefixtures("few_draws")

LISTS = (
    ("sessions",),
    ("sessions", "--json"),
    ("sessions", "history"),
    ("sessions", "history", "--client", "Bo"),
    ("sessions", "changes"),
    ("clients",),
    ("clients", "--due"),
    ("clients", "today"),
    ("clients", "show", "Bo"),
    ("clients", "group", "deep-learning-engineer"),
    ("compare", "GOOD", "GOOD"),
    ("plan",),
    ("practice",),
    ("erase", "receipts"),
    ("clients", "export", "OUT", "--force"),
    ("clients", "calendar", "OUT", "--force"),
    ("sessions", "--deleted"),
    ("clients", "--deleted"),
    ("clients", "--json"),
    ("clients", "prepare", "Bo"),
    ("plan", "--json"),
    ("backup", "list"),
)
EVERY = 61
"""One of so many pairs of a column and a list in a usual run; all of them in a long one."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    return whole_store(tmp_path_factory.mktemp("whole"), library).parent


def looked_at(folder: Path, every: int) -> None:
    spoiled = Spoiled(folder / "aijri.db")
    for row, (table, column, where) in enumerate(columns()):
        for place, command in enumerate(LISTS):
            if (row + 5 * place) % every:
                continue
            before = spoiled.spoil(table, column, where, BAD[(row + place) % len(BAD)])
            file = folder / "out.ics"
            words = {"GOOD": spoiled.good, "OUT": str(file)}
            ran = run_here(*(words.get(word, word) for word in command))
            written = file.read_text() if "OUT" in command else ""
            told, about = ran.out + ran.err + written, f"{table}.{column} {where} {command}"
            assert ran.code in (0, 1, 2), about
            assert not [word for word in WORDS_OF_A_LIBRARY if word in told], (about, told)
            if command[0] == "sessions" and not {"changes", "Bo", "--deleted"} & {*command}:
                assert spoiled.good in told, (about, told)
            if command in (("clients",), ("clients", "--json")) or written:
                assert "Bo" in told, (about, told)
            if not {"group", "prepare"} & {*command}:
                assert ran.code == 0, (about, told)
            spoiled.put_back(before)
    spoiled.connection.close()


def keys_looked_at(folder: Path, every: int) -> None:
    """The same for what a record is found by, which cannot be put back: each time in a copy."""
    whole = (folder / "aijri.db").read_bytes()
    for row, (table, column, where) in enumerate(columns(keys=True)):
        for place, command in enumerate(LISTS):
            if (row + 5 * place) % every:
                continue
            (folder / "aijri.db").write_bytes(whole)
            spoiled = Spoiled(folder / "aijri.db")
            spoiled.connection.execute("PRAGMA foreign_keys = OFF")
            with suppress(sqlite3.Error):
                spoiled.spoil(table, column, where, BAD[(row + place) % len(BAD)])
            spoiled.connection.close()
            file = folder / "out.ics"
            words = {"GOOD": spoiled.good, "OUT": str(file)}
            ran = run_here(*(words.get(word, word) for word in command))
            told, about = ran.out + ran.err, f"{table}.{column} {where} {command}"
            assert ran.code in (0, 1, 2), about
            assert not [word for word in WORDS_OF_A_LIBRARY if word in told.replace(spoiled.good, "")], (
                about,
                told,
            )
            if command in (("clients",), ("clients", "--json")):
                assert "Bo" in told, (about, told)
            if command in (("sessions",), ("sessions", "--json"), ("sessions", "history")):
                assert spoiled.good in told, (about, told)


@pytest.mark.case("public 2")
def test_one_bad_record_hides_no_good_one_in_any_list(whole: Path, data_folder: Path) -> None:
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    looked_at(data_folder, EVERY)
    keys_looked_at(data_folder, EVERY)


@pytest.mark.parametrize(
    "bad", ["id = ''", "id = 'bad id'", "id = 'x\x1b[31mx'", "id = x'ff'", "login = 'garbage'"]
)
def test_a_client_whose_key_is_spoiled_hides_nobody_is_told_and_can_be_erased(
    whole: Path, data_folder: Path, bad: str, tmp_path: Path
) -> None:
    """Bo's: Ana's dates and row are written, nothing of Bo stands as one's own, and erasing leaves nothing of him."""
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    spoiled = sqlite3.connect(data_folder / "aijri.db", isolation_level=None)
    (known,) = spoiled.execute("SELECT id FROM clients WHERE alias = 'Bo'").fetchone()
    spoiled.execute(f"UPDATE clients SET {bad} WHERE alias = 'Bo'")
    spoiled.execute("UPDATE clients SET next_date = '2099-02-01'")
    spoiled.close()
    calendar, roster = tmp_path / "out.ics", tmp_path / "out.csv"
    for _ in range(2):
        assert run_here("clients", "calendar", calendar, "--force").code == 0
        assert run_here("clients", "export", roster, "--force").code == 0
    assert "Talk with Ana" in calendar.read_text()
    assert "Ana" in roster.read_text()
    if "login" not in bad:
        listed = run_here("clients").out
        assert "Bo; its id is damaged: a backup may hold it whole; `aijri erase client Bo` removes" in listed
        assert run_here("sessions").out.count("a client whose record is damaged, ") == 1
        for command in (
            "note Bo x",
            "show Bo",
            "next Bo none",
            "plan Bo x --owner me --due friday",
            "delete Bo",
        ):
            ran = run_here("clients", *command.split())
            assert (ran.code, "its id is damaged" in ran.err) == (2, True), command
    ran = run_here("erase", "client", "Bo", "--yes")
    assert ran.code == 0, ran
    told = ran.out
    assert "1 client, 1 session, 1 note, 1 act, 1 consent" in told
    tables = ("sessions", "notes", "acts", "consents", "files")
    for path in (data_folder / "aijri.db", *(data_folder / "backups").glob("*.db")):
        left = sqlite3.connect(path)
        for table in tables:
            mine = f"SELECT count(*) FROM {table} WHERE client_id = ?"
            assert left.execute(mine, (known,)).fetchone() == (0,), (path, table)
        left.close()
    assert "Ana" in run_here("clients").out


@pytest.mark.parametrize(
    ("spoil", "command", "told"),
    [
        ("consents SET client_id = ''", "clients", "look whether a consent, a no or a withdrawal is missing"),
        (
            "consents SET client_id = x'ff'",
            "clients export out.csv",
            "look whether a consent, a no or a withdrawal",
        ),
        ("notes SET client_id = 'zzzzzz'", "clients calendar out.ics", "belongs to no client who is here"),
        ("sessions SET id = ''", "sessions", "part of this record cannot be read (id"),
        ("acts SET owner = printf('%.150000c', 'x')", "clients show Ana", "cannot be read (owner)"),
        ("sessions SET goal = printf('%.150000c', 'x')", "clients show Ana", "cannot be read (goal)"),
    ],
)
def test_what_is_kept_of_nobody_or_is_no_words_is_told(
    whole: Path, data_folder: Path, tmp_path: Path, spoil: str, command: str, told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A withdrawal whose client cannot be told is not silently gone; a flood of letters is no owner."""
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    spoiled = sqlite3.connect(data_folder / "aijri.db", isolation_level=None)
    table = spoil.partition(" ")[0]
    spoiled.execute(
        f"UPDATE {spoil} WHERE rowid = (SELECT min(rowid) FROM {table} WHERE client_id IS NOT NULL)"
    )
    spoiled.close()
    ran = run_here(*command.split())
    assert told in " ".join(f"{ran.out} {ran.err}".casefold().split()), ran
    assert "sessions delete `" not in ran.out
    assert len(ran.out) < 30_000


@pytest.mark.soak
def test_no_pair_of_a_column_and_a_list_hides_a_good_one(whole: Path, data_folder: Path) -> None:
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    looked_at(data_folder, 1)
    keys_looked_at(data_folder, 1)


TOLD = {"created": "created", "updated": "updated", "goal": "goal", "place": "place", "role_name": "title"}
"""Columns without which a sitting opens all the same, and what they are called."""


@pytest.mark.parametrize("column", [*TOLD, "client_id", "role", "seed", "events", "revealed", "seal"])
def test_lists_and_opening_agree_whether_a_sitting_can_be_read(
    whole: Path, data_folder: Path, library: Library, column: str
) -> None:
    """A sitting that opens is never called unreadable, nor one that does not sound; the damaged field is told."""
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    spoiled = Spoiled(data_folder / "aijri.db")
    with Store.open(data_folder) as store:
        for bad in ("x'fffe'", "''", "'9999-99-99T99'"):
            before = spoiled.spoil("sessions", column, "id = '{bad}'", bad)
            opens = False
            with suppress(StoreError):
                opens = standing_of(store, spoiled.bad, library) is not None
            (on_screen,) = [one for one in Sessions(data_folder).listed(library) if one.id == spoiled.bad]
            assert on_screen.opens is opens, bad
            lines = run_here("sessions").out.splitlines()
            (line,) = [one for one in lines if one.startswith(spoiled.bad)]
            assert ("takes it out" in line) is not opens, bad
            told = run_here("sessions", "history").out
            assert opens or column not in TOLD
            if column in TOLD and bad == "x'fffe'":
                assert f"Part of this record cannot be read ({TOLD[column]}); it opens as before." in told
                assert f"({TOLD[column]})" in on_screen.trouble
                assert f"({TOLD[column]})" in " ".join(lines[lines.index(line) :][:3])
            assert "1970" not in told + " ".join(lines)
            spoiled.put_back(before)
    spoiled.connection.close()


def test_a_damaged_newest_sitting_hides_no_unfinished_one(data_folder: Path, library: Library) -> None:
    """Whatever stands in its day, the sitting whose day can be read stands first."""
    with Store.open(data_folder) as store:
        whole = store.start(Interview.start(library, ROLE)).id
        damaged = store.start(Interview.start(library, ROLE)).id
    spoiled = Spoiled(data_folder / "aijri.db")
    for bad in ("'9999-99-99T99'", "x'ff'"):
        spoiled.connection.execute(f"UPDATE sessions SET updated = {bad} WHERE id = '{damaged}'")
        assert [one.id for one in Sessions(data_folder).listed(library)] == [whole, damaged]
    spoiled.connection.close()


def test_a_sitting_of_a_client_who_is_not_there_is_listed_and_can_be_taken_away(
    whole: Path, data_folder: Path, library: Library
) -> None:
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    spoiled = Spoiled(data_folder / "aijri.db")
    spoiled.connection.execute(f"UPDATE sessions SET client_id = 'nobody' WHERE id = '{spoiled.bad}'")
    spoiled.connection.close()
    (listed,) = [one for one in Sessions(data_folder).listed(library) if one.id == spoiled.bad]
    assert f"aijri sessions delete {spoiled.bad}" in listed.trouble
    assert run_here("sessions", "delete", spoiled.bad).code == 0
    assert spoiled.bad not in run_here("sessions").out


DAMAGED = [
    *(
        (
            f"UPDATE acts SET {column} = {bad} WHERE client_id IS NULL",
            f"cannot be read ({name})",
            "aijri plan mark",
        )
        for column, name, bad in (
            ("due", "due", "'31 feb'"),
            ("due", "due", "x'ff'"),
            ("state", "state", "'xx'"),
            ("act", "act", "x'ff'"),
            ("act", "act", "''"),
            ("created", "created", "'x'"),
            ("client_id", "client", "'nobody'"),
        )
    ),
    *(
        (
            f"UPDATE settings SET value = {bad} WHERE name = '{NEXT_SITTING}'",
            "next sitting cannot be read",
            "plan next",
        )
        for bad in ("x'ff'", "'31 feb'", "''")
    ),
    (
        f"INSERT INTO settings VALUES ('{NEXT_TALK}', '{{', '')",
        "next talk cannot be read",
        "coach's file again",
    ),
]


@pytest.mark.parametrize(("spoiling", "told", "way_out"), DAMAGED)
def test_what_of_the_own_plan_cannot_be_read_is_told_with_the_way_out(
    whole: Path, data_folder: Path, tmp_path: Path, spoiling: str, told: str, way_out: str
) -> None:
    """In `aijri plan`, on the first screen, and where a calendar file leaves it out."""
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    spoiled = Spoiled(data_folder / "aijri.db")
    spoiled.connection.execute(spoiling)
    spoiled.connection.close()
    if "client_id = " in spoiling:
        with Store.open(data_folder) as store:
            assert [one.id for one in store.own_card()[1]] == []
        (act,) = json.loads(run_here("plan", "--json").out)["acts"]
        assert act["act"] == "A step of a client who is not here"
    left_out = run_here("plan", "calendar", tmp_path / "plan.ics").err
    for words in (run_here("plan").out, " ".join(Sessions(data_folder).plan(date(2026, 11, 29))), left_out):
        assert told in words
        assert way_out in words
    assert told in run_here("plan", "--json").out
    if "acts" in spoiling:
        assert run_here("plan", "mark", "3", "dropped").code == 0
    else:
        assert run_here("plan", "next", "2099-02-02").code == 0
    assert told not in run_here("plan").out or "talk" in told


@pytest.mark.parametrize("bad", ["x'ff'", "'{'", "''"])
def test_a_practice_that_cannot_be_read_is_told(whole: Path, data_folder: Path, bad: str) -> None:
    shutil.copytree(whole, data_folder, dirs_exist_ok=True)
    spoiled = Spoiled(data_folder / "aijri.db")
    spoiled.connection.execute(f"UPDATE settings SET value = {bad} WHERE name = '{PRACTICE}'")
    spoiled.connection.close()
    assert "cannot be read" in run_here("practice").err
    run_here("practice", "--name", "Next Step")
    assert "cannot be read" not in run_here("practice").err
