"""What a coach writes down about a client: notes, and acts agreed on with an owner and a day."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, Table, delete

from aijri_engine.store.clock import stamp
from aijri_engine.store.consents import LONGEST_AIM, Consents
from aijri_engine.store.errors import StoreConflict, StoreError
from aijri_engine.store.roster_queries import (
    LONGEST_ALIAS,
    act_moment,
    act_of,
    acts_of,
    find_client,
    note_of,
    refuse_damaged,
    refuse_ended,
)
from aijri_engine.store.rows import ActRow, ClientRow, NoteRow
from aijri_engine.store.schema import acts, notes
from aijri_engine.store.seals import change, keep
from aijri_engine.text import clean

LONGEST_NOTE = 4000
"""Characters kept [ours]."""
ACT_STATES = ("open", "done", "dropped")


class NotesAndActs(Consents):
    """The notes and acts of one store, kept only while a consent holds."""

    def note(
        self,
        words: str,
        body: str,
        private: bool = True,
        session_id: str | None = None,
        reading: bool = False,
    ) -> NoteRow:
        """Write a note down; private unless it is meant for the client too.

        A `reading` is what the coach reads from a result: always shared, and printed under its own mark.
        """
        kept = clean(body, LONGEST_NOTE, lines=True).strip()
        if not kept:
            raise StoreError("Nothing was written.", "A few words are enough.")
        values = {"private": private and not reading, "reading": reading, "body": kept}
        values |= {"session_id": session_id, "created": stamp(self._clock())}
        with self._keeping(words) as (connection, client):
            (number,) = keep(connection, notes, {"client_id": client.id, **values})
            return note_of(connection, client, number)

    def rewrite_note(self, words: str, number: int, body: str, seen: int | None = None) -> NoteRow:
        """Put other words in the place of a note's; who reads it and when it was written stay. Raises `StoreError`."""
        kept = clean(body, LONGEST_NOTE, lines=True).strip()
        if not kept:
            raise StoreError("Nothing was written.", "A note that is not wanted any more can be removed.")
        with self._keeping(words) as (connection, client):
            refuse_damaged(note_of(connection, client, number), "Remove this note and write it anew.")
            change_row(connection, notes, number, {"body": kept}, seen)
            return note_of(connection, client, number)

    def remove_note(self, words: str, number: int) -> NoteRow:
        """Take a note away and give it back a last time. Raises `StoreError` for one that is not this client's.

        It leaves the card at once and the file when the store is closed everywhere; backups made before still hold it.
        """
        with self._database.writing() as connection:
            found = note_of(connection, find_client(connection, words), number)
            connection.execute(delete(notes).where(notes.c.id == found.id))
            return found

    def plan(
        self, words: str, act: str, owner: str, due: date, sign: str = "", session_id: str | None = None
    ) -> ActRow:
        """Agree on an act with an owner, a date and a sign of success; open until it is settled."""
        values = {"act": clean(act, LONGEST_AIM).strip(), "owner": clean(owner, LONGEST_ALIAS).strip()}
        if not all(values.values()):
            raise StoreError("An act needs words and an owner.", "Say who does what by when.")
        refuse_past(due, self._today())
        values |= {"due": due.isoformat(), "sign": clean(sign, LONGEST_AIM).strip(), "state": "open"}
        with self._keeping(words) as (connection, client):
            now = act_moment(connection, stamp(self._clock()))
            row = {**values, "client_id": client.id, "session_id": session_id, "created": now, "updated": now}
            (number,) = keep(connection, acts, row)
            return act_of(connection, client, number)

    def change_act(
        self,
        words: str,
        number: int,
        act: str | None = None,
        owner: str | None = None,
        due: date | None = None,
        sign: str | None = None,
        seen: int | None = None,
    ) -> ActRow:
        """Put other words or another day in the place of an act's; None leaves a part as it is. Raises `StoreError`."""
        typed = {"act": act, "owner": owner, "sign": sign}
        limits = {"act": LONGEST_AIM, "owner": LONGEST_ALIAS, "sign": LONGEST_AIM}
        values = {name: clean(part, limits[name]).strip() for name, part in typed.items() if part is not None}
        if due is not None:
            values["due"] = due.isoformat()
        if not values or not all(values.get(name, "x") for name in ("act", "owner")):
            raise StoreError("An act needs words and an owner.", "Say what is to be different.")
        with self._keeping(words) as (connection, client):
            before = act_of(connection, client, number)
            refuse_damaged(before, "Mark it dropped and plan it anew.")
            if due is not None and due.isoformat() != before.due:
                refuse_past(due, self._today())
            change_row(connection, acts, number, {**values, "updated": stamp(self._clock())}, seen)
            return act_of(connection, client, number)

    def settle(self, words: str, number: int, state: str, seen: int | None = None) -> ActRow:
        """Mark an act done, dropped or open again. Raises `StoreError` for one that is not this client's."""
        if state not in ACT_STATES:
            raise StoreError(f"{clean(state, 20)!r} is no state of an act.", "It is open, done or dropped.")
        with self._keeping(words) as (connection, client):
            act_of(connection, client, number)
            change_row(connection, acts, number, {"state": state, "updated": stamp(self._clock())}, seen)
            return act_of(connection, client, number)

    def carried(self, words: str) -> list[ActRow]:
        """Acts that are still open: where the next session begins."""
        with self._database.reading() as connection:
            client = find_client(connection, words)
            return [one for one in acts_of(connection, client.id) if one.state == "open"]

    @contextmanager
    def _keeping(self, words: str) -> Iterator[tuple[Connection, ClientRow]]:
        """A write transaction about a client. Raises `ConsentNeeded` where nothing of them may be kept any more."""
        with self._database.writing() as connection:
            client = find_client(connection, words)
            refuse_ended(connection, client.id, self._today())
            yield connection, client


def refuse_past(day: date, today: str) -> None:
    """Raises `StoreError` for a day before today: nothing is planned for it; what is overdue may stay."""
    if day.isoformat() < today:
        raise StoreError(f"{day.isoformat()} is past.", "Name a day from today on.")


def change_row(
    connection: Connection,
    table: Table,
    identifier: str | int,
    values: Mapping[str, object],
    seen: int | None,
) -> None:
    """Change a row and count it. Raises `StoreConflict` where it is not the version that was seen any more."""
    mine = table.c.id == identifier
    if seen is not None:
        mine &= table.c.version == seen
    if not change(connection, table, mine, {**values, "version": table.c.version + 1}):
        raise StoreConflict(
            "This was changed since you looked, in another window or by another coach; nothing was written.",
            "Look at it again, then change it.",
        )
