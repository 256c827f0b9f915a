"""A coach's clients: what they are called, with whom they are shared, what is on their card. As little as needed."""

import secrets
from datetime import date

from sqlalchemy import Connection, and_, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from aijri_engine.store.answers import told_of
from aijri_engine.store.clock import stamp
from aijri_engine.store.errors import StoreError, UnusableStore
from aijri_engine.store.identifiers import new_id, typed_id
from aijri_engine.store.notes_and_acts import NotesAndActs, change_row, refuse_past
from aijri_engine.store.roster_queries import (
    LONGEST_ALIAS,
    acts_of,
    client_ids,
    client_rows,
    consents_of,
    files_of,
    find_client,
    listed,
    notes_of,
    refuse_others,
    strays,
)
from aijri_engine.store.rows import Card, ClientRow
from aijri_engine.store.schema import clients, files, hidden, sessions, shares
from aijri_engine.store.seals import change, keep
from aijri_engine.store.sessions import listing, newest_first
from aijri_engine.text import clean

LONGEST_RECIPIENT = 120
"""Characters kept [ours]."""
MOST_DRAWS = 20
UNCLAIMED = (
    "Part of what is kept belongs to no client who is here, as where a record is damaged: look whether a consent, a no "
    "or a withdrawal is missing on a card, and ask anew. A backup may hold it whole."
)


class Roster(NotesAndActs):
    """The clients of one store. Every act is on disk when it returns."""

    def add(self, alias: str) -> ClientRow:
        """A new client under an alias; a real name is never needed. Raises `StoreError` for an alias in use."""
        name = _alias(alias)
        for _ in range(MOST_DRAWS):
            values = {"id": new_id(self._source), "alias": name, "folded": name.casefold()}
            values |= {"created": stamp(self._clock()), "token": secrets.token_hex(16)}
            values["answers"] = told_of(values["id"])
            try:
                with self._database.writing() as connection:
                    same = select(clients.c.id, hidden(clients)).where(clients.c.folded == name.casefold())
                    for identifier, gone in connection.execute(same):
                        raise _taken(name, identifier if gone else "")
                    _refuse_id(connection, name)
                    if connection.scalar(select(clients.c.id).where(clients.c.folded == values["id"])):
                        continue
                    connection.execute(insert(clients).values(**values))
                return self.find(values["id"])
            except IntegrityError:
                continue
        raise StoreError("No free client id was found.", "Erase clients that are no longer needed.")

    def rename(self, words: str, alias: str, seen: int | None = None) -> ClientRow:
        """Give a client another alias. `seen`, here and below, is the version one looked at: raises `StoreConflict`."""
        name = _alias(alias)
        with self._database.writing() as connection:
            row = find_client(connection, words)
            same = select(clients.c.id).where(clients.c.folded == name.casefold(), clients.c.id != row.id)
            if connection.execute(same).first():
                raise StoreError(f"The alias {name!r} is in use.", "Choose another alias.")
            _refuse_id(connection, name)
            values = {"alias": name, "folded": name.casefold()}
            change_row(connection, clients, row.id, values, seen)
        return self.find(row.id)

    def share(self, words: str, coach: str) -> ClientRow:
        """Let another coach of the practice see a client and work with them. Raises `StoreError`."""
        with self._database.writing() as connection:
            client, name = self._to_share(connection, words), clean(coach, LONGEST_ALIAS).strip()
            if name == client.login or name not in self._database.coaches(connection):
                raise UnusableStore(
                    f"There is no other coach with the login {name!r} on this server.",
                    "Whoever runs it knows the logins.",
                )
            if name not in client.coaches:
                connection.execute(insert(shares).values(client_id=client.id, coach=name))
            return find_client(connection, client.id)

    def unshare(self, words: str, coach: str) -> ClientRow:
        """Take that back: the other coach sees nothing of the client any more. Raises `StoreError`."""
        with self._database.writing() as connection:
            client, name = self._to_share(connection, words), clean(coach, LONGEST_ALIAS).strip()
            mine = and_(shares.c.client_id == client.id, shares.c.coach == name)
            if not connection.execute(delete(shares).where(mine)).rowcount:
                raise UnusableStore(
                    f"{client.alias} is not shared with {name!r}.", "The card of the client says with whom."
                )
            return find_client(connection, client.id)

    def _to_share(self, connection: Connection, words: str) -> ClientRow:
        if not self._database.server:
            raise UnusableStore(
                "This store is a file of one coach on this machine.",
                "`aijri clients hand-over` gives a client to somebody else; a practice shares a server (AIJRI_STORE).",
            )
        client = find_client(connection, words)
        refuse_others(self._database.login, client)
        return client

    def clients(
        self, search: str | None = None, deleted: bool = False, limit: int | None = None, skip: int = 0
    ) -> list[ClientRow]:
        """The clients by alias; with `search`, those whose alias, newest goal or id holds every word.

        At most `limit` of them, without the first `skip`.
        """
        wanted = client_ids(search, deleted).limit(limit).offset(skip).subquery()
        query = client_rows(deleted).where(clients.c.id.in_(select(wanted.c.id)))
        with self._database.reading() as connection:
            return listed(connection, query)

    def count(self, search: str | None = None, deleted: bool = False) -> int:
        """How many clients `clients` would give without a limit."""
        query = select(func.count()).select_from(client_ids(search, deleted).order_by(None).subquery())
        with self._database.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def find(self, words: str, deleted: bool = False, damaged: bool = False) -> ClientRow:
        """The client of this alias, id or unambiguous beginning of either. Raises `UnknownClient`."""
        with self._database.reading() as connection:
            return find_client(connection, words, deleted, damaged)

    def card(self, words: str) -> Card:
        """Everything about one client."""
        with self._database.reading() as connection:
            client = find_client(connection, words)
            mine = client.id
            held = listing(client_id=mine).where(~hidden(sessions))
            return Card(
                client,
                tuple(consents_of(connection, mine)),
                tuple(newest_first(connection.execute(held))),
                tuple(notes_of(connection, mine)),
                tuple(acts_of(connection, mine)),
                tuple(files_of(connection, mine)),
                UNCLAIMED if strays(connection) else "",
            )

    def troubled(self) -> list[str]:
        """Of which clients the record is damaged, in sentences: lists for elsewhere leave out what of it is."""
        rows = [f"{row.alias}: {row.trouble}; left out." for row in self.clients() if row.trouble]
        return [*rows, *self.unclaimed()]

    def unclaimed(self) -> list[str]:
        """That something is kept of no client who is here, in a sentence; nothing when all is well."""
        with self._database.reading() as connection:
            return [UNCLAIMED] if strays(connection) else []

    def appoint(self, words: str, day: date | None, time: str = "", seen: int | None = None) -> ClientRow:
        """Set the date of the next talk, with its time (HH:MM) where one is known; None for no talk.

        Raises `StoreError` for a day that is past.
        """
        if day is not None:
            refuse_past(day, self._today())
        with self._keeping(words) as (connection, client):
            values = {"next_date": day.isoformat() if day else None, "next_time": time or None}
            change_row(connection, clients, client.id, values, seen)
            return find_client(connection, client.id)

    def hand_on(self, words: str, path: str, recipient: str) -> ClientRow:
        """Remember who received a file that was made about a client, for a second one beside the first.

        Raises `StoreError` without a name, and for a file that is not on the card.
        """
        name = clean(recipient, LONGEST_RECIPIENT).strip()
        if not name:
            raise StoreError("Nobody was named.", "Say who received the file.")
        with self._database.writing() as connection:
            client = find_client(connection, words)
            mine = select(files).where(files.c.client_id == client.id, files.c.path == path)
            row = connection.execute(mine.order_by(files.c.recipient, files.c.id.desc())).mappings().first()
            if row is None:
                raise StoreError("This file is not on the card.", "The card of the client lists them.")
            if row["recipient"]:
                again = {**row, "recipient": name, "created": stamp(self._clock())}
                keep(connection, files, {name: again[name] for name in again if name not in ("id", "seal")})
            else:
                change(connection, files, files.c.id == row["id"], {"recipient": name})
            return find_client(connection, client.id)


def _refuse_id(connection: Connection, name: str) -> None:
    """Raises `StoreError` for an alias that is typed as the id of a client: what is meant by it would be theirs."""
    if connection.scalar(select(clients.c.id).where(clients.c.id == typed_id(name))) is not None:
        raise StoreError(f"{name!r} is the id of a client here.", "Choose another alias.")


def _taken(name: str, gone: str) -> StoreError:
    """What is said where an alias is in use, by somebody who was deleted where `gone` is an id."""
    if not gone:
        return StoreError(f"There is a client {name!r} already.", "Choose another alias.")
    return StoreError(f"There is a client {name!r} who was deleted and can be brought back.",
                      f"`aijri clients delete {gone} --undo` does that; else choose another alias.")  # fmt: skip


def _alias(typed: str) -> str:
    """The alias as it is kept, never cut. Raises `StoreError` for an empty one and one that is too long."""
    name = clean(typed, LONGEST_ALIAS + 1).strip()
    if not name:
        raise StoreError("A client needs an alias.", "Initials or a nickname are enough.")
    if len(name) > LONGEST_ALIAS:
        raise StoreError(
            f"An alias has at most {LONGEST_ALIAS} characters.", "Initials or a nickname are enough."
        )
    return name
