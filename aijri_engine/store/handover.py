"""The file a client takes along: their sessions, shared notes and plan, encrypted so that other tools open it too."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from aijri_engine.content.files import MODELS, kind_of
from aijri_engine.content.library import Library
from aijri_engine.content.published import reproduces_itself
from aijri_engine.content.role import Role
from aijri_engine.interview.events import fold
from aijri_engine.interview.interview import Interview
from aijri_engine.store.calendar_file import talk_name
from aijri_engine.store.contents import body_of, loaded, name_of
from aijri_engine.store.copies import move, not_written, part_beside
from aijri_engine.store.errors import SpoiledSession, StoreError
from aijri_engine.store.handover_file import (
    AGAIN,
    SCHEMA,
    HandedAct,
    HandedContent,
    HandedSession,
    HandedTalk,
    HandOver,
    harmless,
    read_hand_over,
)
from aijri_engine.store.own_plan import keep_next_talk
from aijri_engine.store.passphrases import normalised, refuse_guessable
from aijri_engine.store.roster_queries import act_moment, acts_of, consents_of, holding_consent, notes_of
from aijri_engine.store.rows import ClientRow, SessionRow
from aijri_engine.store.schema import acts, clients, contents, hidden, notes, session_contents, sessions
from aijri_engine.store.seals import change, keep, seal_of
from aijri_engine.store.sessions import (
    append_events,
    folded,
    listing,
    place_of,
    read_events,
    seed_of,
    to_text,
)
from aijri_engine.store.sound_rows import sound
from aijri_engine.text import clean

if TYPE_CHECKING:
    from aijri_engine.store.store import Store


SAME = ("role", "role_name", "goal", "created", "updated")
"""What of a session is the same here and in a file."""


def document(connection: Connection, client: ClientRow) -> dict[str, Any]:
    """Everything that is the client's: no private note is read here, so that none can come out.

    What is damaged is left out, and named.
    """
    query = listing(client_id=client.id).where(~hidden(sessions))
    held, left_out = [], []
    for row in (sound(SessionRow, row) for row in connection.execute(query)):
        one = None if row.trouble else _session_document(connection, row)
        if one is None:
            left_out.append(f"The sitting {row.id} of {row.created[:10]} is damaged and left out.")
        else:
            held.append(one)
    shared, plan = notes_of(connection, client.id, shared_only=True), acts_of(connection, client.id)
    kept = ("body", "created", "reading")
    left_out += [f"Note {one.id} is damaged and left out." for one in shared if one.trouble]
    left_out += [f"Act {one.id} of the plan is damaged and left out." for one in plan if one.trouble]
    return {
        "schema": SCHEMA,
        "alias": client.alias,
        "sessions": held,
        "notes": [{name: getattr(one, name) for name in kept} for one in shared if not one.trouble],
        "plan": [
            {name: getattr(one, name) for name in HandedAct.model_fields} for one in plan if not one.trouble
        ],
        "next_talk": _talk(connection, client),
        "left_out": left_out,
    }


def left_out_of(store: "Store", words: str) -> list[str]:
    """What of a client a hand-over file leaves out because it is damaged, in sentences."""
    client = store.roster.find(words)
    with store.reading() as connection:
        found: list[str] = document(connection, client)["left_out"]
    return found


def _talk(connection: Connection, client: ClientRow) -> dict[str, str | int] | None:
    if client.next_date is None:
        return None
    coach = next((one.coach for one in consents_of(connection, client.id)), "")
    at = {"day": client.next_date, "time": client.next_time or "", "coach": coach}
    return {**at, "name": talk_name(client), "changes": client.version}


def _session_document(connection: Connection, row: SessionRow) -> dict[str, Any] | None:
    """A sitting; None for one that is damaged."""
    try:
        seed, log = seed_of(connection, row.id), read_events(connection, row.id)
    except SpoiledSession:
        return None
    used = select(contents.c.file_digest, contents.c.name, contents.c.body, contents.c.seal).join(
        session_contents, session_contents.c.digest == contents.c.digest
    )
    kept = connection.execute(used.where(session_contents.c.session_id == row.id).order_by(contents.c.name))
    return {
        **{name: getattr(row, name) for name in (*SAME, "versions")},
        "seed": seed,
        "events": [event.as_dict() for event in log],
        "contents": [
            {"digest": digest, "name": name, "body": body}
            for digest, name, body, seal in kept
            if seal == seal_of(body)
        ],
    }


def hand_over(
    store: "Store", words: str, target: Path, passphrase: str | Callable[[], str], recipient: str
) -> Path:
    """Write a client's sessions, shared notes and plan into one encrypted file. Private notes never enter it.

    A `passphrase` that is still to be asked for is asked for once nothing else stands in the way. Raises
    `ConsentNeeded` where the consent ended, and `StoreError`; a file that exists is never written over.
    """
    from pyrage import passphrase as age  # type: ignore[import-untyped]

    path = target.absolute()
    if path.exists() or path.is_symlink():
        raise StoreError(f"{path} exists already.", "Name another file.")
    client = store.roster.find(words)
    store.roster.consent(client.id)
    key = normalised(passphrase if isinstance(passphrase, str) else passphrase())
    if key is None or not clean(recipient).strip():
        raise StoreError("A hand-over file needs a passphrase and a recipient.", "Name both.")
    refuse_guessable(key)
    with store.reading() as connection:
        text = json.dumps(document(connection, client), ensure_ascii=False, allow_nan=False)
    content = bytes(age.encrypt(text.encode(), key))
    store.record_file("handover", path, client_id=client.id, content=content)
    try:
        with part_beside(path) as part:
            part.write_bytes(content)
            move(part, path)
    except OSError as error:
        raise not_written(path, error) from None
    store.hand_out([path], recipient)
    return path


def take_over(
    store: "Store", path: Path, passphrase: str, client: str | None = None, library: Library | None = None
) -> tuple[list[SessionRow], tuple[str, ...]]:
    """Import a hand-over file, whole and once: its sessions become this store's, under new ids.

    With `client` sessions, shared notes and plan are that client's, else one's own. What is here already is not taken
    a second time; a session that went on since goes on here. `library` is today's content (else what ships): a file
    that claims to hold it and holds something else is refused. Beside the sessions, in sentences, what was damaged
    where the file was made and is not in it. Raises `StoreError`, and then nothing was written.
    """
    handed = read_hand_over(path, normalised(passphrase) or "")
    today = library or Library.open()
    client_id = store.roster.find(client).id if client else None
    with store.writing() as connection:
        if client_id is not None:
            holding_consent(connection, client_id, store.today())
        ids = [_take_session(store, connection, one, client_id, today, path) for one in handed.sessions]
        _take_card(connection, client_id, handed, store.now())
        _take_talk(connection, client_id, handed.next_talk, store.today())
    return [store.session(one).row for one in ids], handed.left_out


def _take_session(
    store: "Store",
    connection: Connection,
    handed: HandedSession,
    client_id: str | None,
    today: Library,
    path: Path,
) -> str:
    """The id under which a session is here now."""
    log = handed.log()
    same = (
        (sessions.c.role == handed.role)
        & (sessions.c.created == handed.created)
        & (sessions.c.seed == handed.seed)
    )
    for known in connection.scalars(
        select(sessions.c.id).where(same, sessions.c.client_id == client_id)
    ).all():
        try:
            here = read_events(connection, known)
        except SpoiledSession:  # the file brings it back whole
            continue
        if here[: len(log)] == log:
            return str(known)
        if log[: len(here)] == here:
            append_events(connection, known, len(here), log[len(here) :], store.now())
            values = _standing(handed, today) | {"events": len(log), "updated": handed.updated}
            connection.execute(sessions.update().where(sessions.c.id == known).values(**values))
            return str(known)
    session_id = store.free_id(connection)
    values = {
        **handed.model_dump(include={*SAME, "seed"}),
        "id": session_id,
        "client_id": client_id,
        "versions": to_text(handed.versions),
        "events": len(log),
        "folded": folded(session_id, handed.role, handed.role_name, handed.goal),
    }
    connection.execute(insert(sessions).values(**values, **_standing(handed, today)))
    append_events(connection, session_id, 0, log, handed.updated)
    for digest in dict.fromkeys(_keep(connection, one, today, path) for one in handed.contents):
        connection.execute(insert(session_contents).values(session_id=session_id, digest=digest))
    return session_id


def _standing(handed: HandedSession, today: Library) -> dict[str, Any]:
    """Where the interview stands, and whether its figure was seen."""
    log = handed.log()
    place = None
    if today.knows(handed.role):
        place = place_of(Interview.resume(today, handed.role, log, handed.seed))
    return {"place": place, "revealed": fold(log).revealed}


def _keep(connection: Connection, handed: HandedContent, today: Library, path: Path) -> str:
    """Keep content that came with a file; the digest it is kept under.

    What claims to be a file of today's content must be it. Any other is kept apart, under a digest of its own body.
    Raises `StoreError`.
    """
    found = loaded(handed.digest, handed.name, handed.body)
    ours = next((file for file in today.files if file.digest == handed.digest), None)
    if ours is not None:
        if handed.body != body_of(ours) and (found is None or found.model != ours.model):
            raise StoreError(
                f"{path} was changed: it claims to hold {handed.name} as it ships, and holds something else.",
                AGAIN,
            )
        digest, name, body = ours.digest, name_of(ours), body_of(ours)
    else:
        if kind_of(Path(handed.name)) not in MODELS or not _is_harmless(handed.body):
            raise StoreError(f"{path} was changed: {handed.name} in it is no content of aijri.", AGAIN)
        if found is not None and isinstance(found.model, Role) and not reproduces_itself(found.model):
            raise StoreError(
                f"{path} was changed: {handed.name} in it does not reproduce its own index.", AGAIN
            )
        own = hashlib.sha256(f"imported {handed.digest} {handed.name} {handed.body}".encode()).hexdigest()
        digest, name, body = own, handed.name, handed.body
    if not connection.execute(select(contents.c.digest).where(contents.c.digest == digest)).first():
        fresh = insert(contents).values(digest=digest, file_digest=handed.digest, name=name, body=body)
        connection.execute(fresh.values(seal=seal_of(body)))
    return digest


def _is_harmless(body: str) -> bool:
    """JSON whose texts could not steer a terminal."""
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return bool(harmless(parsed) == parsed)


def _take_card(connection: Connection, client_id: str | None, handed: HandOver, now: str) -> None:
    """Shared notes and plan, those that are here already not a second time; of an act the later state counts."""
    shared, plan = notes_of(connection, client_id, shared_only=True), acts_of(connection, client_id)
    known_notes = {(note.body, note.created) for note in shared if not note.trouble}
    known = [act for act in plan if not act.trouble]
    written, alike = {act.created: act for act in known}, {(act.act, act.owner, act.due) for act in known}
    owned: dict[str, Any] = {"client_id": client_id, "session_id": None}
    for note in handed.notes:
        if (note.body, note.created) not in known_notes:
            keep(connection, notes, {"private": False, **note.model_dump(), **owned})
    for act in handed.plan:
        here = written.get(act.created or "")
        values = act.model_dump() | {"updated": act.updated or now}
        if here is None and (act.act, act.owner, act.due) not in alike:
            values |= {"created": act.created or act_moment(connection, now)}
            keep(connection, acts, values | owned)
        elif here is not None and here.updated < values["updated"]:
            values |= {"version": max(here.version + 1, act.version)}
            change(connection, acts, acts.c.id == here.id, values)


def _take_talk(connection: Connection, client_id: str | None, talk: HandedTalk | None, today: str) -> None:
    """The next talk, unless its day is past; a client's own date that is still to come stays."""
    if talk is None or talk.day < today:
        return
    if client_id is None:
        keep_next_talk(connection, talk)
        return
    free = clients.c.next_date.is_(None) | (clients.c.next_date < today)
    values = {"next_date": talk.day, "next_time": talk.time or None, "version": clients.c.version + 1}
    connection.execute(clients.update().where(clients.c.id == client_id, free).values(**values))
