"""The file a client takes along: their sessions, shared notes and plan, encrypted so that other tools open it too."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from aijri_engine.interview.events import Event, fold
from aijri_engine.store.database import normalised
from aijri_engine.store.errors import StoreError
from aijri_engine.store.roster import ACT_STATES, LONGEST_ACT, LONGEST_NOTE
from aijri_engine.store.roster_queries import acts_of, notes_of
from aijri_engine.store.rows import ClientRow, SessionRow
from aijri_engine.store.schema import acts, contents, notes, session_contents, sessions
from aijri_engine.store.sessions import append_events, folded, listing, read_events, to_text
from aijri_engine.store.whole_copies import move, part_beside
from aijri_engine.text import clean

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

SCHEMA = "aijri/handover/1"
MOST_BYTES = 64 * 1_048_576
"""Greatest size of a file that is read [ours]."""


@dataclass(frozen=True, slots=True)
class StoredSession:
    """One session as a hand-over file carries it."""

    role: str
    role_name: str
    seed: int
    goal: str
    created: str
    updated: str
    versions: dict[str, Any]
    events: tuple[dict[str, Any], ...]
    contents: tuple[dict[str, str], ...]
    """digest, name and body of the content it used."""


def document(connection: Connection, client: ClientRow) -> dict[str, Any]:
    """Everything that is the client's: no private note is read here, so that none can come out."""
    query = listing(client_id=client.id).where(sessions.c.deleted.is_(None))
    rows = [SessionRow(*row) for row in connection.execute(query)]
    shared = notes_of(connection, client.id, shared_only=True)
    return {
        "schema": SCHEMA,
        "alias": client.alias,
        "sessions": [asdict(_stored(connection, row)) for row in rows],
        "notes": [{"body": note.body, "created": note.created, "reading": note.reading} for note in shared],
        "plan": [
            {"act": act.act, "owner": act.owner, "due": act.due, "sign": act.sign, "state": act.state}
            for act in acts_of(connection, client.id)
        ],
    }


def _stored(connection: Connection, row: SessionRow) -> StoredSession:
    seed = connection.execute(select(sessions.c.seed).where(sessions.c.id == row.id)).scalar_one()
    used = select(contents.c.digest, contents.c.name, contents.c.body).join(
        session_contents, session_contents.c.digest == contents.c.digest
    )
    kept = connection.execute(used.where(session_contents.c.session_id == row.id).order_by(contents.c.name))
    return StoredSession(
        role=row.role,
        role_name=row.role_name,
        seed=seed,
        goal=row.goal,
        created=row.created,
        updated=row.updated,
        versions=row.versions,
        events=tuple(event.as_dict() for event in read_events(connection, row.id)),
        contents=tuple({"digest": digest, "name": name, "body": body} for digest, name, body in kept),
    )


def sealed(content: dict[str, Any], passphrase: str) -> bytes:
    """The document in the age format; other tools of that format open it with the passphrase."""
    from pyrage import passphrase as age  # type: ignore[import-untyped]

    text = json.dumps(content, ensure_ascii=False, allow_nan=False)
    return bytes(age.encrypt(text.encode(), passphrase))


def opened(path: Path, passphrase: str) -> dict[str, Any]:
    """The document of a file. Raises `StoreError` for a wrong passphrase or another kind of file."""
    from pyrage import DecryptError
    from pyrage import passphrase as age

    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise StoreError(
            f"{path} could not be read: {(error.strerror or 'unknown reason').lower()}."
        ) from None
    if len(content) > MOST_BYTES:
        raise StoreError(f"{path} is too large for a hand-over file.")
    try:
        found = json.loads(age.decrypt(content, passphrase))
    except DecryptError:
        raise StoreError(f"{path} does not open: another passphrase, or not a hand-over file.") from None
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise StoreError(f"{path} is not a hand-over file of aijri.", "Ask for the file again.")
    return found


def sessions_of(found: dict[str, Any], path: Path) -> list[StoredSession]:
    """The sessions of a document. Raises `StoreError` where one is not whole."""
    try:
        listed = [StoredSession(**one) for one in found["sessions"]]
        for one in listed:
            for event in one.events:
                Event.from_dict(event)
    except (KeyError, TypeError):
        raise StoreError(f"{path} is not a whole hand-over file.", "Ask for the file again.") from None
    return listed


def put_in(connection: Connection, session_id: str, session: StoredSession, client_id: str | None) -> None:
    """Write an imported session under a new id. Raises IntegrityError when the id is taken."""
    log = tuple(Event.from_dict(event) for event in session.events)
    values = {
        "id": session_id,
        "client_id": client_id,
        "role": session.role,
        "role_name": session.role_name,
        "versions": to_text(session.versions),
        "seed": session.seed,
        "created": session.created,
        "updated": session.updated,
        "events": len(log),
        "place": None,
        "revealed": fold(log).revealed,
        "goal": session.goal,
        "folded": folded(session_id, session.role, session.role_name, session.goal),
    }
    connection.execute(insert(sessions).values(**values))
    append_events(connection, session_id, 0, log, session.updated)
    for one in session.contents:
        if not connection.execute(
            select(contents.c.digest).where(contents.c.digest == one["digest"])
        ).first():
            connection.execute(insert(contents).values(**one))
        connection.execute(insert(session_contents).values(session_id=session_id, digest=one["digest"]))


def _put_card_in(connection: Connection, client_id: str, found: dict[str, Any], path: Path, now: str) -> None:
    """Shared notes and plan of a document. Raises `StoreError` where one is not whole."""
    known_notes = {(note.body, note.created) for note in notes_of(connection, client_id, shared_only=True)}
    known_acts = {(act.act, act.owner, act.due) for act in acts_of(connection, client_id)}
    owned: dict[str, Any] = {"client_id": client_id, "session_id": None}
    try:
        for one in found["notes"]:
            words = {
                "body": clean(one["body"], LONGEST_NOTE, lines=True),
                "created": clean(one["created"], 40),
            }
            if (words["body"], words["created"]) not in known_notes:
                marks = {"private": False, "reading": bool(one.get("reading"))}
                connection.execute(insert(notes).values(**words, **marks, **owned))
        for one in found["plan"]:
            parts = {name: clean(one[name], LONGEST_ACT) for name in ("act", "owner", "due", "sign", "state")}
            if parts["state"] not in ACT_STATES:
                raise ValueError(parts["state"])
            if (parts["act"], parts["owner"], parts["due"]) not in known_acts:
                connection.execute(insert(acts).values(**parts, **owned, created=now, updated=now))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise StoreError(f"{path} is not a whole hand-over file.", "Ask for the file again.") from None


def hand_over(store: "Store", words: str, target: Path, passphrase: str, recipient: str) -> Path:
    """Write a client's sessions, shared notes and plan into one encrypted file. Private notes never enter it.

    Raises `StoreError`; a file that exists is never written over.
    """
    key = normalised(passphrase)
    if key is None or not clean(recipient).strip():
        raise StoreError("A hand-over file needs a passphrase and a recipient.", "Name both.")
    path = target.absolute()
    if path.exists():
        raise StoreError(f"{path} exists already.", "Name another file.")
    client = store.roster.find(words)
    with store.reading() as connection:
        content = document(connection, client)
    try:
        with part_beside(path) as part:
            part.write_bytes(sealed(content, key))
            move(part, path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise StoreError(f"{path} could not be written: {reason}.", "Name another file.") from None
    store.record_file("handover", path, client_id=client.id, recipient=recipient)
    return path


def take_over(store: "Store", path: Path, passphrase: str, client: str | None = None) -> list[SessionRow]:
    """Import a hand-over file: its sessions become this store's, under new ids.

    With `client` they are that client's, and the shared notes and the plan go on the card, those that stand there
    already not a second time.
    """
    found = opened(path, normalised(passphrase) or "")
    client_id = store.roster.find(client).id if client else None
    kept = sessions_of(found, path)
    ids = []
    with store.writing() as connection:
        for one in kept:
            ids.append(store.free_id(connection))
            put_in(connection, ids[-1], one, client_id)
        if client_id is not None:
            _put_card_in(connection, client_id, found, path, store.now())
    return [store.session(one).row for one in ids]
