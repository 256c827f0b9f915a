"""One store with something in every table, and copies of it in which one value of one record is spoiled."""

import sqlite3
from datetime import date
from pathlib import Path

from aijri_engine import Interview, Library
from aijri_engine.store import Store, choose_next_sitting, keep_practice, take_up
from aijri_engine.store.schema import FORM_KEY, NEXT_SITTING, NEXT_TALK, PRACTICE, metadata
from aijri_engine.store.undo import NAME as TIME_SEEN

ROLE = "deep-learning-engineer"
BAD = ("'\x1b]0;x\x07'", "x'fffe'", "CAST(x'ff' AS TEXT)", "7", "'2026-99-99'", "NULL", "'{'")
"""As SQL: what steers a terminal, bytes, text that is none, a number, no day, nothing, half of a document."""
KEYS = {
    "id",
    "session_id",
    "client_id",
    "number",
    "release_id",
    "digest",
    "login",
    "coach",
    "name",
    "element",
}
WORKING = ("releases", "release_members", "erased", "session_contents", "shares")
"""Tables of which no list shows a record."""
WORDS_OF_A_LIBRARY = (
    "Traceback",
    "unexpected error",
    "Errno",
    "None",
    "sqlite",
    "%Y",
    "Error",
    "\x1b]",
    "b'",
)


def columns(keys: bool = False) -> list[tuple[str, str, str]]:
    """Every table and column that a list may read, or every key, with each record to be spoiled there."""
    return [
        (table.name, one.name, place)
        for table in metadata.sorted_tables
        for one in table.columns
        for place in places(table.name)
        if (keys or table.name not in WORKING) and (one.name in KEYS) is keys
    ]


def places(table: str) -> tuple[str, ...]:
    """Conditions for the records of a table that are spoiled one by one; {bad} is the session for that."""
    if table == "sessions":
        return ("id = '{bad}'",)
    if table == "events":
        numbers = (
            "1",
            "2",
            "3",
            "(SELECT max(number) FROM events AS all_of WHERE all_of.session_id = '{bad}')",
        )
        return tuple(f"session_id = '{{bad}}' AND number = {number}" for number in numbers)
    if table == "session_contents":
        return ("session_id = '{bad}'",)
    if table in ("release_members", "erased"):
        return ("1",)
    if table == "settings":
        return tuple(f"name = '{name}'" for name in (PRACTICE, NEXT_SITTING, NEXT_TALK, TIME_SEEN, FORM_KEY))
    if table == "contents":
        return tuple(
            f"rowid = (SELECT rowid FROM contents ORDER BY rowid LIMIT 1 OFFSET {one})" for one in range(7)
        )
    return (f"rowid = (SELECT min(rowid) FROM {table})",)


def whole_store(folder: Path, library: Library) -> Path:
    """Two sittings of one's own, two of Ana and one of Bo, with notes, acts, files, a receipt and one deleted."""
    with Store.open(folder) as store:
        for alias in ("Ana", "Bo"):
            client = store.roster.add(alias)
            store.roster.agree(alias, library.wording.consent, "a next step", "Ada", date(2099, 1, 1))
            store.roster.note(alias, "a note")
            store.roster.plan(alias, "an act", alias, date(2099, 1, 1))
            held = store.start(seen(library, "junior"), client_id=client.id)
            store.record_file("report", folder / f"{alias}.pdf", held.id, recipient="somebody")
        for level in ("junior", "senior"):
            store.start(seen(library, level))
        store.start(seen(library, "senior"), client_id=store.roster.find("Ana").id)
        store.delete(store.start(seen(library, "mid")).id)
        store.erase_client(store.roster.add("gone").id)
        take_up(store, "a step of my own", date(2099, 1, 1))
        choose_next_sitting(store, date(2099, 1, 1))
        keep_practice(store, {"name": "Next Step", "coach": "Ada"}, None)
        store.backup()
        return store.path


def seen(library: Library, level: str) -> Interview:
    """A sitting whose result was seen."""
    answers = {"level": level, "split": {"design": 50, "train": 50}}
    sitting = Interview.from_answers(library, ROLE, answers)
    assert isinstance(sitting, Interview)
    return sitting.reveal("result")


class Spoiled:
    """A store of which one value at a time is spoiled, and put back."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.text_factory = bytes
        self.connection.execute("DROP TRIGGER IF EXISTS events_are_append_only")
        ids = "SELECT id FROM sessions WHERE client_id IS NULL AND deleted IS NULL ORDER BY id"
        self.bad, self.good = (row[0].decode() for row in self.connection.execute(ids))

    def spoil(self, table: str, column: str, place: str, bad: str) -> tuple[str, object, str]:
        """Spoil one value, where the column takes it; what `put_back` needs."""
        place = place.format(bad=self.bad)
        before = self.connection.execute(f"SELECT {column} FROM {table} WHERE {place}").fetchone()
        if before is not None:
            try:
                self.connection.execute(f"UPDATE {table} SET {column} = {bad} WHERE {place}")
            except sqlite3.IntegrityError:
                self.connection.execute(f"UPDATE {table} SET {column} = '{{' WHERE {place}")
        return f"UPDATE {table} SET {column} = ? WHERE {place}", before, column

    def put_back(self, spoiled: tuple[str, object, str]) -> None:
        """As it was."""
        statement, before, _ = spoiled
        if isinstance(before, tuple):
            value = before[0].decode() if isinstance(before[0], bytes) else before[0]
            self.connection.execute(statement, (value,))
