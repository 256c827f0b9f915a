"""One stored session: new events are appended, nothing is ever changed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, case, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from aijri_engine.content.library import Library
from aijri_engine.interview.events import Event
from aijri_engine.interview.interview import Interview
from aijri_engine.store.clock import Clock, stamp, today
from aijri_engine.store.contents import keep_contents
from aijri_engine.store.database import Database
from aijri_engine.store.errors import SessionGone, SpoiledSession, StoreConflict, UnknownSession
from aijri_engine.store.identifiers import id_digest, typed_id
from aijri_engine.store.roster_queries import ERASED, LONGEST_ALIAS, refuse_ended, was_erased
from aijri_engine.store.rows import SessionRow
from aijri_engine.store.schema import as_stored, clients, erased, events, hidden, sessions
from aijri_engine.store.seals import seal_of, sealed
from aijri_engine.store.sound_rows import sound_rows
from aijri_engine.text import clean

LONGEST_GOAL = 300
"""Characters kept of a session's goal [ours]."""

LIST_COLUMNS = (
    sessions.c.id,
    sessions.c.role,
    sessions.c.role_name,
    sessions.c.created,
    sessions.c.updated,
    sessions.c.events,
    sessions.c.place,
    as_stored(sessions.c.revealed),
    sessions.c.goal,
    sessions.c.client_id,
    func.coalesce(
        clients.c.alias, case((sessions.c.client_id.is_not(None), "a client whose record is damaged"))
    ),
    sessions.c.deleted,
    sessions.c.versions,
)

SEALED = (sessions.c.id, sessions.c.client_id, sessions.c.role, sessions.c.seed)
"""What is sealed with the entries of a session."""


class Session:
    """A session on disk, and how far this window has written it."""

    def __init__(
        self, database: Database, clock: Clock, row: SessionRow, seed: int, saved: tuple[Event, ...]
    ):
        self._database = database
        self._clock = clock
        self.row = row
        self.seed = seed
        self._saved = saved

    @property
    def id(self) -> str:
        """The short id people type."""
        return self.row.id

    @property
    def events(self) -> tuple[Event, ...]:
        """What this window knows to be on disk."""
        return self._saved

    def save(self, interview: Interview) -> None:
        """Append the new events; they are on disk when this returns.

        With a choice of content the session stands on that content from then on, and it is kept. A choice alone does
        not count as touching the session.

        Raises `StoreConflict`, and writes nothing, where the session was continued elsewhere (`SessionGone` where it
        was deleted or erased), `ConsentNeeded` where the client's consent ended, `StoreError` where the disk refuses
        it; the interview is then as unsaved as before and may be saved again or elsewhere.
        """
        count = len(self._saved)
        if interview.events[:count] != self._saved:
            raise StoreConflict(
                f"This interview does not continue session {self.id}; nothing was written.",
                f"Resume {self.id} and go on from there.",
            )
        new = interview.events[count:]
        if not new:
            self.check()
            return
        now = stamp(self._clock())
        place = place_of(interview)
        values = {"events": len(interview.events), "place": place, "revealed": interview.revealed}
        chosen = any(event.kind == "content_changed" for event in new)
        if any(event.kind != "content_changed" for event in new):
            values["updated"] = now
        if chosen:
            values["versions"] = to_text(interview.library.versions(interview.role_id))
        try:
            adding = self._database.writing if chosen else self._database.appending
            with adding() as connection:
                self._refuse_ended(connection)
                append_events(connection, self.id, count, new, now)
                if chosen:
                    keep_contents(connection, self.id, interview)
                touched = connection.execute(
                    update(sessions).where(sessions.c.id == self.id).values(**values)
                )
                assert touched.rowcount == 1
        except IntegrityError:
            raise self._conflict() from None
        self._saved = interview.events
        if chosen:
            self.row = self.row._replace(versions_json=str(values["versions"]))

    def check(self) -> None:
        """Write nothing. Raises `SessionGone` and `ConsentNeeded` as `save` does."""
        with self._database.reading() as connection:
            self._refuse_ended(connection)
            here = connection.scalar(select(sessions.c.id).where(sessions.c.id == self.id))
        if here is None:
            raise self._conflict()

    def _refuse_ended(self, connection: Connection) -> None:
        refuse_deleted(connection, self.id)
        if self.row.client_id is not None:
            refuse_ended(connection, self.row.client_id, today(self._clock).isoformat())

    def resume(self, library: Library) -> Interview:
        """The interview at the question where it stopped, with this library's content."""
        return Interview.resume(library, self.row.role, self._saved, self.seed)

    def _conflict(self) -> StoreConflict:
        with self._database.reading() as connection:
            query = select(func.count()).select_from(events).where(events.c.session_id == self.id)
            stored = connection.execute(query).scalar_one()
        if not stored:
            whose = f"The session of {self.row.client}" if self.row.client else "This session"
            return SessionGone(f"{whose} was erased in another window.", ERASED)
        return StoreConflict(
            f"Session {self.id} was continued in another window; nothing was overwritten.",
            f"Resume {self.id} to go on from there; what you answered here since then is not in it.",
        )


def refuse_deleted(connection: Connection, session_id: str) -> None:
    """Raises `SessionGone` for a session that was deleted, or whose client was, and can be brought back."""
    marks = select(hidden(sessions), hidden(clients), clients.c.id, clients.c.alias)
    held = marks.outerjoin_from(sessions, clients, clients.c.id == sessions.c.client_id)
    row = connection.execute(held.where(sessions.c.id == session_id)).first()
    if row is None or not (row[0] or row[1]):
        return
    alias = clean(str(row.alias or ""), LONGEST_ALIAS)
    session = f"The session of {alias}" if alias else "This session"
    what, way = (alias, f"clients delete {row.id}") if row[1] else (session, f"sessions delete {session_id}")
    raise SessionGone(f"{what} was deleted meanwhile.", f"`aijri {way} --undo` brings it back within a week.")


def create(
    connection: Connection, session_id: str, interview: Interview, goal: str, client_id: str | None, now: str
) -> None:
    """Write a new session with all its events. Raises IntegrityError when the id is taken."""
    role = interview.form.role
    goal = clean(goal, LONGEST_GOAL).strip()
    values = {
        "id": session_id,
        "client_id": client_id,
        "role": role.id,
        "role_name": role.title,
        "versions": to_text(interview.library.versions(role.id)),
        "seed": interview.seed,
        "created": now,
        "updated": now,
        "events": len(interview.events),
        "place": place_of(interview),
        "revealed": interview.revealed,
        "goal": goal,
        "folded": folded(session_id, role.id, role.title, goal),
    }
    connection.execute(insert(sessions).values(**values))
    append_events(connection, session_id, 0, interview.events, now)
    keep_contents(connection, session_id, interview)


def append_events(
    connection: Connection, session_id: str, first: int, new: Sequence[Event], now: str
) -> None:
    """Write events from number `first` on; what a window still holds of an erased session is left out."""
    rows = [
        {"session_id": session_id, "number": number, "body": to_text(event.as_dict()), "at": now}
        for number, event in enumerate(new, first)
    ]
    connection.execute(insert(events), rows)
    seal, *about = connection.execute(
        select(sessions.c.seal, *SEALED).where(sessions.c.id == session_id)
    ).one()
    seal = sealed(seal or seal_of(*about), (row["body"] for row in rows))
    connection.execute(update(sessions).where(sessions.c.id == session_id).values(seal=seal))
    begun = [event.data.get("earlier") for event in new]
    named = {str(one.get("session")) for one in begun if isinstance(one, Mapping)}
    named |= {str(event.data["from"]) for event in new if "from" in event.data}
    digests = {id_digest(one): one for one in named}
    if digests:
        known = connection.scalars(select(erased.c.digest).where(erased.c.digest.in_(digests)))
        forget_earlier(connection, [digests[digest] for digest in known])


def read_events(connection: Connection, session_id: str) -> tuple[Event, ...]:
    """The whole log of a session, in order. Raises `SpoiledSession`, also where entries are missing or moved."""
    rows = entries(connection, session_id)
    numbers = [row.number for row in rows]
    if numbers != list(range(len(rows))):
        missing = next(place for place in range(len(rows)) if place not in numbers)
        raise SpoiledSession.about(session_id, f"entry {missing + 1} of it is missing")
    if rows and rows[0].events != len(rows):
        raise SpoiledSession.about(session_id, "it has more or fewer entries than were saved")
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(Event.from_dict(json.loads(row.body)))
        except (TypeError, ValueError):
            raise SpoiledSession.about(session_id, f"entry {number} of it is damaged") from None
    if rows and rows[0].seal != _seal_of(rows):
        raise SpoiledSession.about(session_id, "an entry of it is damaged: it is not as it was saved")
    if rows and rows[0].revealed not in (seen(found),):
        raise SpoiledSession.about(session_id, "whether its result was seen is not as it was saved")
    return tuple(found)


def seen(log: Iterable[Event]) -> bool:
    """The result was shown, which the log alone decides."""
    return any(event.kind == "revealed" for event in log)


def entries(connection: Connection, session_id: str) -> Sequence[Any]:
    """What is stored of a log, in order, beside what is sealed with it."""
    whose = sessions.outerjoin(events, events.c.session_id == sessions.c.id)
    beside = (sessions.c.events, as_stored(sessions.c.revealed), sessions.c.seal)
    query = select(events.c.number, events.c.body, *beside, *SEALED).select_from(whose)
    return connection.execute(query.where(sessions.c.id == session_id).order_by(events.c.number)).all()


def _seal_of(rows: Sequence[Any]) -> str:
    """The seal that belongs to these entries."""
    return sealed(seal_of(*rows[0][5:]), (row.body for row in rows))


def forget_earlier(connection: Connection, gone: Iterable[str]) -> int:
    """Take what was copied from sessions that are gone out of those that began from them; of how many.

    Their answers were shown there to be confirmed. What was confirmed is an answer of that sitting, and stays.
    """
    touched: dict[str, bool] = {}
    for session_id in gone:
        about = select(events).where(events.c.body.contains(f'"{session_id}"', autoescape=True))
        for row in connection.execute(about).all():
            try:
                event = json.loads(row.body)
                data = dict(event.get("data", {}))
            except (AttributeError, TypeError, ValueError):
                continue
            kept = {name: value for name, value in data.items() if value != session_id}
            if isinstance(kept.get("earlier"), Mapping) and kept["earlier"].get("session") == session_id:
                del kept["earlier"]
            if kept == data:
                continue
            body = to_text({name: part for name, part in {**event, "data": kept}.items() if part != {}})
            if row.session_id not in touched:
                before = entries(connection, row.session_id)
                touched[row.session_id] = before[0].seal == _seal_of(before)
            one = (events.c.session_id == row.session_id) & (events.c.number == row.number)
            connection.execute(delete(events).where(one))
            connection.execute(insert(events).values(**{**row._mapping, "body": body}))
    for session_id in (one for one, whole in touched.items() if whole):  # what was damaged stays so
        seal = _seal_of(entries(connection, session_id))
        connection.execute(update(sessions).where(sessions.c.id == session_id).values(seal=seal))
    return len(touched)


def place_of(interview: Interview) -> str | None:
    """Key of the next open question."""
    step = interview.path.next_open()
    return step.key if step else None


def folded(*words: str) -> str:
    """Text for searching without regard to case."""
    return " ".join(words).casefold()


def to_text(value: Any) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def listing(
    search: str | None = None, client_id: str | None = None, role: str | None = None, alone: bool = False
) -> Select[Any]:
    """The query for lists: newest first, every searched word in the id, role, goal or alias.

    `alone` leaves out what belongs to a client; what belongs to one who is not there stands in no other list.
    """
    query = select(*LIST_COLUMNS).outerjoin(clients, clients.c.id == sessions.c.client_id)
    for word in clean(search or "", 200).casefold().split():
        query = query.where(
            or_(
                sessions.c.folded.contains(word, autoescape=True),
                clients.c.folded.contains(word, autoescape=True),
            )
        )
    if client_id is not None:
        query = query.where(sessions.c.client_id == client_id)
    if role is not None:
        query = query.where(sessions.c.role == role)
    if alone:
        query = query.where(clients.c.id.is_(None))
    return query.order_by(sessions.c.updated.desc(), sessions.c.id)


def newest_first(rows: Iterable[Sequence[Any]]) -> list[SessionRow]:
    """The rows of a list; one whose day is spoiled stands behind those that have one."""
    return sorted(sound_rows(SessionRow, rows), key=lambda row: row.updated, reverse=True)


def find(connection: Connection, words: str, deleted: bool = False) -> SessionRow:
    """The session whose id begins with what was typed. Raises `UnknownSession`."""
    wanted = typed_id(words) if words.isascii() else ""
    shown = clean(words, 40).strip()
    kept = hidden(sessions) if deleted else ~(hidden(sessions) | hidden(clients))
    query = listing().where(sessions.c.id.startswith(wanted, autoescape=True), kept).limit(6)
    found = sound_rows(SessionRow, connection.execute(query)) if wanted else []
    exact = [row for row in found if row.id == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        near = ", ".join(row.id for row in found[:5])
        raise UnknownSession(f"Several sessions begin with {shown!r}: {near}.", "Type more of the id.")
    if was_erased(connection, wanted):
        raise UnknownSession("This session was erased, here or in another window.", ERASED)
    where = "that was deleted and can be brought back" if deleted else "in this store"
    raise UnknownSession(f"There is no session {shown!r} {where}.", "`aijri sessions` lists those there are.")


def seed_of(connection: Connection, session_id: str) -> int:
    """The seed the session was started with. Raises `SpoiledSession`."""
    found = connection.execute(select(sessions.c.seed).where(sessions.c.id == session_id)).first()
    if found is None or not isinstance(found.seed, int):
        raise SpoiledSession.about(session_id, f"its {'id' if found is None else 'seed'} is damaged")
    return int(found.seed)
