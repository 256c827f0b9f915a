"""A coach's clients: who they are called, what they agreed to, notes and plans. As little as the work needs."""

import hashlib
import random
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Table, and_, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from aijri_engine.content.wording import Consent, fill
from aijri_engine.store.clock import Clock, stamp, today
from aijri_engine.store.database import Database
from aijri_engine.store.errors import StoreConflict, StoreError, UnusableStore
from aijri_engine.store.identifiers import new_id
from aijri_engine.store.roster_queries import (
    LONGEST_ALIAS,
    act_moment,
    act_of,
    acts_of,
    client_ids,
    client_rows,
    closed_on,
    consents_of,
    files_of,
    find_client,
    holding_consent,
    listed,
    matching,
    note_of,
    notes_of,
    refuse_ended,
    refuse_others,
)
from aijri_engine.store.rows import ActRow, Card, ClientRow, ConsentRow, NoteRow, SessionRow
from aijri_engine.store.schema import acts, clients, consents, files, notes, sessions, shares
from aijri_engine.store.sessions import listing
from aijri_engine.store.sound_rows import sound_rows
from aijri_engine.text import clean

LONGEST_NOTE = 4000
LONGEST_ACT = 300
LONGEST_RECIPIENT = 120
"""Characters kept [ours]."""

TODAY_ONLY = "today_only"
ON_PAGE = "on_page"
"""A tick below the consent on a page filled in at home."""
ASKED = ("version", "text", "goal", "coach", "expires")
"""What a client is asked to agree to."""
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
        name = _alias(alias)
        for _ in range(MOST_DRAWS):
            values = {"id": new_id(self._source), "alias": name, "folded": name.casefold()}
            values |= {"created": stamp(self._clock()), "token": secrets.token_hex(16)}
            try:
                with self._database.writing() as connection:
                    same = select(clients.c.deleted).where(clients.c.folded == name.casefold())
                    taken = connection.execute(same).first()
                    if taken is not None:
                        kept = (
                            "already" if taken.deleted is None else "who was deleted and can be brought back"
                        )
                        raise StoreError(f"There is a client {name!r} {kept}.", "Choose another alias.")
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
                tuple(sound_rows(SessionRow, connection.execute(held))),
                tuple(notes_of(connection, mine)),
                tuple(acts_of(connection, mine)),
                tuple(files_of(connection, mine)),
            )

    def consent_text(self, wording: Consent, goal: str, coach: str, until: date) -> str:
        """What is read aloud before a consent. Raises `StoreError` for a day that is past and for missing words."""
        if until < today(self._clock):
            raise StoreError("The last day of a consent cannot lie in the past.", "Name a day from today on.")
        if not (clean(goal).strip() and clean(coach).strip()):
            raise StoreError("A consent needs a goal and the name of the coach.", "A few words are enough.")
        return consent_text(wording, goal, coach, until, bool(self._database.server))

    def agree(
        self, words: str, wording: Consent, goal: str, coach: str, until: date, answer: str = "yes"
    ) -> ConsentRow:
        """Record what was read aloud and agreed to: text, version, date, last day. For a no see `decline`."""
        if answer not in AGREED:
            raise StoreError("Without a yes no session begins.", "A no to a renewal is recorded by itself.")
        last = today(self._clock) if answer == TODAY_ONLY else until
        parts = self.asked(wording, goal, coach, last)
        values = {**parts, "answer": answer, "given": stamp(self._clock())}
        with self._database.writing() as connection:
            client = find_client(connection, words)
            connection.execute(insert(consents).values(client_id=client.id, **values))
            return consents_of(connection, client.id)[0]

    def asked(self, wording: Consent, goal: str, coach: str, last: date) -> dict[str, str]:
        """What a client is asked to agree to, as it is recorded. Raises as `consent_text`."""
        return {
            "version": str(wording.version),
            "text": self.consent_text(wording, goal, coach, last),
            "goal": clean(goal, LONGEST_ACT).strip(),
            "coach": clean(coach, LONGEST_ALIAS).strip(),
            "expires": last.isoformat(),
        }

    def ticked(self, words: str, text: str, asked: dict[str, str] | None, moment: datetime) -> str:
        """Record that a client agreed on a page, at that moment, to what was `asked` there.

        Without `asked` it is a consent kept here, by its `digest_of`. Whatever was said later counts instead: then, and
        where the text is none of this client's, nothing is recorded. The words say why; they are empty where the tick
        stands.
        """
        now = self._clock()
        if moment > now + CLOCKS_APART:
            return (
                f"The tick below the consent is of {moment.date()}, which has not come: it was not recorded."
            )
        given = stamp(min(moment, now))
        with self._database.writing() as connection:
            client = find_client(connection, words)
            known = consents_of(connection, client.id)
            meant = next((one for one in known if one.answer != "no" and digest_of(one.text) == text), None)
            if meant is not None:
                asked = {name: getattr(meant, name) for name in ASKED}
            if asked is None:
                return "The tick is below a consent that is not kept here: it was not recorded."
            if any(one.answer == ON_PAGE and one.given == given for one in known):
                return ""
            last = max(known[0].given, known[0].withdrawn or "") if known else ""
            if given < last:
                return f"The tick below the consent, of {given[:10]}, is older than what was recorded on {last[:10]}."
            if stamp(moment + CLOCKS_APART) < max(client.created, asked["version"]):
                return f"The tick below the consent, of {given[:10]}, is older than the page: it was not recorded."
            values = {**asked, "client_id": client.id, "answer": ON_PAGE, "given": given}
            connection.execute(insert(consents).values(**values))
        return ""

    def decline(self, words: str) -> bool:
        """The client said no: that is recorded with its day and nothing else, and what was agreed to before ends.

        Whether anything was.
        """
        now = stamp(self._clock())
        with self._database.writing() as connection:
            client = find_client(connection, words)
            before = next(iter(consents_of(connection, client.id)), None)
            copied = ("version", "text", "goal", "coach")
            values = {name: getattr(before, name) if before else "" for name in copied}
            values |= {"answer": "no", "given": now, "expires": self._today(), "withdrawn": now}
            connection.execute(insert(consents).values(client_id=client.id, **values))
        return before is not None

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

    def due(self, search: str | None = None) -> list[ClientRow]:
        """Clients of whom nothing may be kept any more: the consent was withdrawn, is past its last day or damaged."""
        with self._database.reading() as connection:
            closed = clients.c.id.in_(closed_on(connection, self._today()))
            return listed(connection, client_rows(False).where(closed, *matching(search)))

    def troubled(self) -> list[str]:
        """Of which clients the record is damaged, in sentences: lists for elsewhere leave out what of it is."""
        return [f"{row.alias}: {row.trouble}; left out." for row in self.clients() if row.trouble]

    def latest_coach(self) -> str:
        """Name given in the newest consent, to be proposed for the next; empty where there is none."""
        query = select(consents.c.coach).where(consents.c.coach != "").order_by(consents.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            return str(connection.execute(query).scalar() or "")

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
            number = connection.scalars(
                insert(notes).values(client_id=client.id, **values).returning(notes.c.id)
            ).one()
            return note_of(connection, client, number)

    def rewrite_note(self, words: str, number: int, body: str, seen: int | None = None) -> NoteRow:
        """Put other words in the place of a note's; who reads it and when it was written stay. Raises `StoreError`."""
        kept = clean(body, LONGEST_NOTE, lines=True).strip()
        if not kept:
            raise StoreError("Nothing was written.", "A note that is not wanted any more can be removed.")
        with self._keeping(words) as (connection, client):
            change_row(connection, notes, note_of(connection, client, number).id, {"body": kept}, seen)
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
        values = {"act": clean(act, LONGEST_ACT).strip(), "owner": clean(owner, LONGEST_ALIAS).strip()}
        if not all(values.values()):
            raise StoreError("An act needs words and an owner.", "Say who does what by when.")
        refuse_past(due, self._today())
        values |= {"due": due.isoformat(), "sign": clean(sign, LONGEST_ACT).strip(), "state": "open"}
        with self._keeping(words) as (connection, client):
            now = act_moment(connection, stamp(self._clock()))
            row = {**values, "client_id": client.id, "session_id": session_id, "created": now, "updated": now}
            number = connection.scalars(insert(acts).values(**row).returning(acts.c.id)).one()
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
        limits = {"act": LONGEST_ACT, "owner": LONGEST_ALIAS, "sign": LONGEST_ACT}
        values = {name: clean(part, limits[name]).strip() for name, part in typed.items() if part is not None}
        if due is not None:
            values["due"] = due.isoformat()
        if not values or not all(values.get(name, "x") for name in ("act", "owner")):
            raise StoreError("An act needs words and an owner.", "Say what is to be different.")
        with self._keeping(words) as (connection, client):
            before = act_of(connection, client, number)
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
                connection.execute(insert(files).values({key: again[key] for key in again if key != "id"}))
            else:
                connection.execute(update(files).where(files.c.id == row["id"]).values(recipient=name))
            return find_client(connection, client.id)

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

    def _today(self) -> str:
        return today(self._clock).isoformat()


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
    done = connection.execute(update(table).where(mine).values(**values, version=table.c.version + 1))
    if not done.rowcount:
        raise StoreConflict(
            "This was changed since you looked, in another window or by another coach; nothing was written.",
            "Look at it again, then change it.",
        )


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


CLOCKS_APART = timedelta(days=1)
"""How far the clock of a client's device may be ahead of ours [ours]."""


def digest_of(text: str) -> str:
    """Names a consent text without repeating it."""
    return hashlib.sha256(text.encode()).hexdigest()


def consent_text(wording: Consent, goal: str, coach: str, last: date, server: bool = False) -> str:
    """The purpose and the consent word for word, as they are read aloud and recorded."""
    aim, name = clean(goal, LONGEST_ACT).strip(), clean(coach, LONGEST_ALIAS).strip()
    where = fill(wording.where["coach_on_server" if server else "coach"], coach=name)
    text = fill(wording.coach, goal=aim, coach=name, date=last.isoformat(), where=where)
    return text.replace(f"{aim}.", aim, 1) if aim.endswith((".", "?", "!")) else text
