"""A coach's clients: who they are called, what they agreed to, notes and plans. As little as the work needs."""

import random
import secrets
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from aijri_engine.content.wording import Consent
from aijri_engine.store.clock import Clock, stamp
from aijri_engine.store.database import Database
from aijri_engine.store.errors import ConsentNeeded, StoreError, UnknownClient
from aijri_engine.store.identifiers import new_id, typed_id
from aijri_engine.store.rows import ActRow, Card, ClientRow, ConsentRow, FileRow, NoteRow, SessionRow
from aijri_engine.store.schema import acts, clients, consents, files, notes, sessions
from aijri_engine.store.sessions import listing
from aijri_engine.text import clean

LONGEST_ALIAS = 80
LONGEST_NOTE = 4000
LONGEST_ACT = 300
"""Characters kept [ours]."""

TODAY_ONLY = "today_only"
AGREED = ("yes", TODAY_ONLY)
ACT_STATES = ("open", "done", "dropped")
MOST_DRAWS = 20


class Roster:
    """The clients of one store. Every act is on disk when it returns."""

    def __init__(self, database: Database, clock: Clock, source: random.Random) -> None:
        self._database = database
        self._clock = clock
        self._source = source

    def add(self, alias: str) -> ClientRow:
        """A new client under an alias; a real name is never needed. Raises `StoreError` for an alias in use."""
        name = clean(alias, LONGEST_ALIAS).strip()
        if not name:
            raise StoreError("A client needs an alias.", "Initials or a nickname are enough.")
        for _ in range(MOST_DRAWS):
            values = {"id": new_id(self._source), "alias": name, "folded": name.casefold()}
            values |= {"created": stamp(self._clock()), "token": secrets.token_hex(16)}
            try:
                with self._database.writing() as connection:
                    taken = select(clients.c.id).where(clients.c.folded == name.casefold())
                    if connection.execute(taken).first():
                        raise StoreError(f"There is a client {name!r} already.", "Choose another alias.")
                    connection.execute(insert(clients).values(**values))
                return self.find(values["id"])
            except IntegrityError:
                continue
        raise StoreError("No free client id was found.", "Erase clients that are no longer needed.")

    def rename(self, words: str, alias: str) -> ClientRow:
        """Give a client another alias."""
        name = clean(alias, LONGEST_ALIAS).strip()
        with self._database.writing() as connection:
            row = find_client(connection, words)
            same = select(clients.c.id).where(clients.c.folded == name.casefold(), clients.c.id != row.id)
            if not name or connection.execute(same).first():
                raise StoreError(f"The alias {name!r} is empty or in use.", "Choose another alias.")
            values = {"alias": name, "folded": name.casefold()}
            connection.execute(update(clients).where(clients.c.id == row.id).values(**values))
        return self.find(row.id)

    def clients(self, search: str | None = None, deleted: bool = False) -> list[ClientRow]:
        """The clients by alias; with `search`, those whose alias or id holds every word."""
        query = client_rows(deleted)
        for word in clean(search or "", 200).casefold().split():
            query = query.where((clients.c.folded + " " + clients.c.id).contains(word, autoescape=True))
        with self._database.reading() as connection:
            return [ClientRow(*row) for row in connection.execute(query)]

    def find(self, words: str, deleted: bool = False) -> ClientRow:
        """The client of this alias, id or unambiguous beginning of either. Raises `UnknownClient`."""
        with self._database.reading() as connection:
            return find_client(connection, words, deleted)

    def card(self, words: str) -> Card:
        """Everything about one client."""
        with self._database.reading() as connection:
            client = find_client(connection, words)
            mine = client.id
            held = listing(client_id=mine).where(sessions.c.deleted.is_(None))
            return Card(
                client,
                tuple(consents_of(connection, mine)),
                tuple(SessionRow(*row) for row in connection.execute(held)),
                tuple(notes_of(connection, mine)),
                tuple(acts_of(connection, mine)),
                tuple(files_of(connection, mine)),
            )

    def agree(
        self, words: str, wording: Consent, goal: str, coach: str, until: date, answer: str = "yes"
    ) -> ConsentRow:
        """Record what was read aloud and agreed to: text, version, date, last day. Raises `StoreError` for a no."""
        if answer not in AGREED:
            raise StoreError(
                "Without a yes nothing is recorded and no session begins.", "The answers are never lost."
            )
        today = self._clock().date()
        last = today if answer == TODAY_ONLY else until
        if last < today:
            raise StoreError("The last day of a consent cannot lie in the past.", "Name a day from today on.")
        parts = {"goal": clean(goal, LONGEST_ACT).strip(), "coach": clean(coach, LONGEST_ALIAS).strip()}
        text = wording.coach.format(**parts, date=last.isoformat())
        values = {"version": str(wording.version), "text": text, **parts, "answer": answer}
        values |= {"given": stamp(self._clock()), "expires": last.isoformat()}
        with self._database.writing() as connection:
            client = find_client(connection, words)
            connection.execute(insert(consents).values(client_id=client.id, **values))
            return consents_of(connection, client.id)[0]

    def withdraw(self, words: str) -> ClientRow:
        """The client takes the consent back: no session begins any more; erasing is the next step."""
        with self._database.writing() as connection:
            client = find_client(connection, words)
            held = and_(consents.c.client_id == client.id, consents.c.withdrawn.is_(None))
            connection.execute(update(consents).where(held).values(withdrawn=stamp(self._clock())))
            return find_client(connection, client.id)

    def consent(self, words: str) -> ConsentRow:
        """The consent that holds today. Raises `ConsentNeeded`."""
        with self._database.reading() as connection:
            return holding_consent(connection, find_client(connection, words), self._today())

    def due(self) -> list[ClientRow]:
        """Clients of whom nothing may be kept any more: the consent was withdrawn or its last day is past."""
        with self._database.reading() as connection:
            found = []
            for client in [ClientRow(*row) for row in connection.execute(client_rows(False))]:
                held = consents_of(connection, client.id)
                if held and not any(one.holds_on(self._today()) for one in held):
                    found.append(client)
            return found

    def note(self, words: str, body: str, private: bool = True, session_id: str | None = None) -> NoteRow:
        """Write a note down; private unless it is meant for the client too."""
        kept = clean(body, LONGEST_NOTE, lines=True).strip()
        if not kept:
            raise StoreError("Nothing was written.", "A few words are enough.")
        values = {"private": private, "body": kept, "session_id": session_id, "created": stamp(self._clock())}
        with self._database.writing() as connection:
            client = find_client(connection, words)
            done = connection.execute(insert(notes).values(client_id=client.id, **values))
            number = done.inserted_primary_key[0] if done.inserted_primary_key else 0
            return next(one for one in notes_of(connection, client.id) if one.id == number)

    def plan(
        self, words: str, act: str, owner: str, due: date, sign: str = "", session_id: str | None = None
    ) -> ActRow:
        """Agree on an act with an owner, a date and a sign of success; open until it is settled."""
        values = {"act": clean(act, LONGEST_ACT).strip(), "owner": clean(owner, LONGEST_ALIAS).strip()}
        if not all(values.values()):
            raise StoreError("An act needs words and an owner.", "Say who does what by when.")
        now = stamp(self._clock())
        values |= {"due": due.isoformat(), "sign": clean(sign, LONGEST_ACT).strip(), "state": "open"}
        with self._database.writing() as connection:
            client = find_client(connection, words)
            row = {**values, "client_id": client.id, "session_id": session_id, "created": now, "updated": now}
            done = connection.execute(insert(acts).values(**row))
            number = done.inserted_primary_key[0] if done.inserted_primary_key else 0
            return next(one for one in acts_of(connection, client.id) if one.id == number)

    def settle(self, words: str, number: int, state: str) -> ActRow:
        """Mark an act done, dropped or open again. Raises `StoreError` for one that is not this client's."""
        if state not in ACT_STATES:
            raise StoreError(f"{clean(state, 20)!r} is no state of an act.", "It is open, done or dropped.")
        with self._database.writing() as connection:
            client = find_client(connection, words)
            mine = and_(acts.c.id == number, acts.c.client_id == client.id)
            done = connection.execute(
                update(acts).where(mine).values(state=state, updated=stamp(self._clock()))
            )
            if not done.rowcount:
                raise StoreError(
                    f"There is no act {number} in this plan.", "The card of the client lists them."
                )
            return next(one for one in acts_of(connection, client.id) if one.id == number)

    def carried(self, words: str) -> list[ActRow]:
        """Acts that are still open: where the next session begins."""
        with self._database.reading() as connection:
            client = find_client(connection, words)
            return [one for one in acts_of(connection, client.id) if one.state == "open"]

    def _today(self) -> str:
        return self._clock().date().isoformat()


def client_rows(deleted: bool) -> Select[Any]:
    """The query for roster rows."""
    live = and_(sessions.c.client_id == clients.c.id, sessions.c.deleted.is_(None))
    count = select(func.count()).select_from(sessions).where(live).scalar_subquery()
    touched = select(func.max(sessions.c.updated)).where(live).scalar_subquery()
    held = and_(consents.c.client_id == clients.c.id, consents.c.withdrawn.is_(None))
    expires = select(func.max(consents.c.expires)).where(held).scalar_subquery()
    is_open = and_(acts.c.client_id == clients.c.id, acts.c.state == "open")
    plan = select(func.count()).select_from(acts).where(is_open).scalar_subquery()
    given = and_(files.c.client_id == clients.c.id, files.c.recipient != "")
    shared = select(func.count()).select_from(files).where(given).scalar_subquery()
    columns = (
        clients.c.id,
        clients.c.alias,
        clients.c.created,
        count,
        touched,
        expires,
        plan,
        shared,
        clients.c.deleted,
    )
    kept = clients.c.deleted.is_not(None) if deleted else clients.c.deleted.is_(None)
    return select(*columns).where(kept).order_by(clients.c.folded)


def find_client(connection: Connection, words: str, deleted: bool = False) -> ClientRow:
    """The client of this alias, id or unambiguous beginning of either. Raises `UnknownClient`."""
    shown, folded = clean(words, 40).strip(), clean(words, LONGEST_ALIAS).strip().casefold()
    begins = clients.c.folded.startswith(folded, autoescape=True) | clients.c.id.startswith(
        typed_id(words) or "-", autoescape=True
    )
    query = client_rows(deleted).where(begins).limit(6)
    found = [ClientRow(*row) for row in connection.execute(query)] if folded else []
    exact = [row for row in found if folded in (row.alias.casefold(), row.id)]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        near = ", ".join(row.alias for row in found[:5])
        raise UnknownClient(f"Several clients begin with {shown!r}: {near}.", "Type more of the alias.")
    where = "that was deleted and can be brought back" if deleted else "in this store"
    raise UnknownClient(f"There is no client {shown!r} {where}.", "`aijri clients` lists those there are.")


def holding_consent(connection: Connection, client: ClientRow, day: str) -> ConsentRow:
    """The consent that holds on a day. Raises `ConsentNeeded`."""
    for one in consents_of(connection, client.id):
        if one.holds_on(day):
            return one
    raise ConsentNeeded(
        f"No consent of {client.alias} that holds today is recorded.",
        "Read the purpose aloud and record the answer before the first question.",
    )


def consents_of(connection: Connection, client_id: str) -> list[ConsentRow]:
    """The consents of a client, the newest first."""
    columns = (consents.c.version, consents.c.text, consents.c.goal, consents.c.coach, consents.c.answer)
    query = select(*columns, consents.c.given, consents.c.expires, consents.c.withdrawn)
    ordered = query.where(consents.c.client_id == client_id).order_by(consents.c.id.desc())
    return [ConsentRow(*row) for row in connection.execute(ordered)]


def notes_of(connection: Connection, client_id: str, shared_only: bool = False) -> list[NoteRow]:
    """The notes about a client, the oldest first."""
    query = select(notes.c.id, notes.c.private, notes.c.body, notes.c.created, notes.c.session_id)
    query = query.where(notes.c.client_id == client_id)
    if shared_only:
        query = query.where(notes.c.private.is_(False))
    return [NoteRow(*row) for row in connection.execute(query.order_by(notes.c.id))]


def acts_of(connection: Connection, client_id: str) -> list[ActRow]:
    """The plan of a client: open acts first, by date."""
    columns = (acts.c.id, acts.c.act, acts.c.owner, acts.c.due, acts.c.sign, acts.c.state, acts.c.session_id)
    query = select(*columns, acts.c.created, acts.c.updated).where(acts.c.client_id == client_id)
    return [
        ActRow(*row)
        for row in connection.execute(query.order_by(acts.c.state != "open", acts.c.due, acts.c.id))
    ]


def files_of(connection: Connection, client_id: str) -> list[FileRow]:
    """The files made about a client, the oldest first."""
    query = select(files.c.kind, files.c.path, files.c.recipient, files.c.created, files.c.session_id)
    return [
        FileRow(*row)
        for row in connection.execute(query.where(files.c.client_id == client_id).order_by(files.c.id))
    ]
