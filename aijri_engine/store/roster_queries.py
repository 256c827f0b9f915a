"""Reading the roster: clients, and what is kept about one of them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, and_, case, func, select, union

from aijri_engine.store.answers import missing
from aijri_engine.store.clock import moment_of, stamp
from aijri_engine.store.errors import ConsentNeeded, StoreError, UnknownClient
from aijri_engine.store.identifiers import id_digest, is_id, typed_id
from aijri_engine.store.rows import RECIPIENT_MARK, ActRow, ClientRow, ConsentRow, FileRow, NoteRow
from aijri_engine.store.schema import acts, clients, consents, erased, files, hidden, notes, sessions, shares
from aijri_engine.store.sound_rows import EPOCH, columns_of, sound, sound_rows, trouble_about
from aijri_engine.text import clean

Numbered = TypeVar("Numbered", NoteRow, ActRow)

LONGEST_ALIAS = 80
"""Characters kept [ours]."""

LEAST_OF_AN_ID = 3
"""Characters from which a searched word may be the beginning of an id: one or two are in too many [ours]."""

LEAST_TYPED = 4
"""Characters from which what is typed may be the beginning of a client's id: shorter ones are aliases [ours]."""


@cache
def client_rows(deleted: bool) -> Select[Any]:
    """The query for roster rows."""
    live = and_(sessions.c.client_id == clients.c.id, ~hidden(sessions))
    count = select(func.count()).select_from(sessions).where(live).scalar_subquery()
    touched = select(func.max(sessions.c.updated)).where(live).scalar_subquery()
    said_no = consents.c.answer == "no"
    is_open = and_(acts.c.client_id == clients.c.id, acts.c.state == "open")
    plan = select(func.count()).select_from(acts).where(is_open).scalar_subquery()
    given = and_(files.c.client_id == clients.c.id, files.c.recipient != "")
    shared = _joined(select(files.c.recipient.label("name")).where(given).order_by(files.c.id))
    others = select(shares.c.coach.label("name")).where(shares.c.client_id == clients.c.id)
    columns = {
        "sessions": count,
        "updated": touched,
        "expires": case((and_(consents.c.withdrawn.is_(None), ~said_no), consents.c.expires)),
        "open_acts": plan,
        "given_to": shared,
        "goal": consents.c.goal,
        "given_coaches": _joined(others.order_by(shares.c.coach)),
        "refused": case((said_no, consents.c.given)),
        "withdrawn": case((~said_no, consents.c.withdrawn)),
    }
    names = (name for name in get_type_hints(ClientRow) if name != "trouble")
    query = select(*(columns[name] if name in columns else clients.c[name] for name in names))
    held = clients.outerjoin(consents, consents.c.id == _newest_consent())
    return query.select_from(held).where(_kept(deleted)).order_by(clients.c.folded)


def _joined(names: Select[Any]) -> ScalarSelect[Any]:
    """Names of one client as one text, in the order of the query."""
    ordered = names.correlate(clients).subquery()
    return select(func.aggregate_strings(ordered.c.name, RECIPIENT_MARK)).scalar_subquery()


def client_ids(search: str | None, deleted: bool) -> Select[Any]:
    """The query for the ids, by alias, of those who match; see `matching`."""
    return select(clients.c.id).where(_kept(deleted), *matching(search)).order_by(clients.c.folded)


def matching(search: str | None) -> list[ColumnElement[bool]]:
    """That alias, newest goal or, from its beginning, id holds every word."""
    return [_holds(word) for word in clean(search or "", 200).casefold().split()]


def _holds(word: str) -> ColumnElement[bool]:
    alias = clients.c.folded.contains(word, autoescape=True)
    goal = func.lower(_newest_goal()).contains(word, autoescape=True)
    if len(word) < LEAST_OF_AN_ID:
        return alias | goal
    return alias | goal | clients.c.id.startswith(word, autoescape=True)


def _newest_goal() -> ScalarSelect[Any]:
    held = consents.alias()
    return select(held.c.goal).where(held.c.id == _newest_consent()).scalar_subquery()


MISSING = ConsentRow("", "", "", "", "yes", EPOCH, "", None, "an answer that was recorded is missing")
"""Stands for what cannot be read: which answer is gone, nobody knows, and the newest may be."""
DAMAGED_ID = "its id is damaged: a backup may hold it whole"
DAMAGED_CONSENT = "the consent is damaged: ask for a new one"


def listed(connection: Connection, query: Select[Any]) -> list[ClientRow]:
    """The clients of a query; one whose newest consent is damaged is told no day of it."""
    rows = sound_rows(ClientRow, connection.execute(query))
    newest = _newest_consents(connection, [row.id for row in rows])
    damaged = {one for one, consent in newest.items() if consent.trouble}
    rows = [_without_consent(row) if row.id in damaged else row for row in rows]
    return [row if is_id(row.id) else replace(row, trouble=DAMAGED_ID) for row in rows]


def _without_consent(row: ClientRow) -> ClientRow:
    trouble = "; ".join(one for one in (row.trouble, DAMAGED_CONSENT) if one)
    return replace(row, goal=row.goal or "", expires=None, refused=None, withdrawn=None, trouble=trouble)


def closed_on(connection: Connection, day: str) -> set[str]:
    """Of whom nothing is kept or handed over on that day: what `refuse_ended` refuses, for all clients at once."""
    return {one for one, newest in _newest_consents(connection).items() if not newest.holds_on(day)}


def held_on(connection: Connection, day: str) -> set[str]:
    """Whose consent holds on that day: whom `holding_consent` lets pass, for all clients at once."""
    return {one for one, newest in _newest_consents(connection).items() if newest.holds_on(day)}


def _newest_consents(connection: Connection, of: Collection[str] | None = None) -> dict[str, ConsentRow]:
    """The newest consent of each client, or of these."""
    newest = select(func.max(consents.c.id)).group_by(consents.c.client_id)
    if of is not None:
        newest = newest.where(consents.c.client_id.in_(of))
    query = select(consents.c.client_id, *columns_of(ConsentRow, consents)).where(consents.c.id.in_(newest))
    found = ((client, values) for client, *values in connection.execute(query))
    told = {client: sound(ConsentRow, values) for client, values in found if isinstance(client, str)}
    return told | dict.fromkeys(missing(connection, of), MISSING)


def _newest_consent() -> ScalarSelect[Any]:
    mine = consents.alias()
    newest = select(func.max(mine.c.id)).where(mine.c.client_id == clients.c.id)
    return newest.correlate(clients).scalar_subquery()


def _kept(deleted: bool) -> ColumnElement[bool]:
    return hidden(clients) if deleted else ~hidden(clients)


def find_client(
    connection: Connection, words: str, deleted: bool = False, damaged: bool = False
) -> ClientRow:
    """The client of this alias, id or unambiguous beginning of either; an id wins. Raises `UnknownClient`.

    One whose id is `damaged` is given only where that is said: nothing can be written about them.
    """
    shown, folded = clean(words, 40).strip(), clean(words, LONGEST_ALIAS).strip().casefold()
    begins = clients.c.folded.startswith(folded, autoescape=True) | (clients.c.alias == clean(words).strip())
    typed = typed_id(words)
    begins |= (
        (clients.c.id == typed)
        if len(typed) < LEAST_TYPED
        else clients.c.id.startswith(typed, autoescape=True)
    )
    query = client_rows(deleted).where(begins).limit(6)
    found = listed(connection, query) if folded else []
    exact = [row for row in found if folded in (row.alias.casefold(), row.id)]
    exact = [row for row in exact if row.id == folded] or exact
    if len(exact or found) == 1:
        row = (exact or found)[0]
        if not damaged and not is_id(row.id):
            raise UnknownClient(
                f"{row.alias}: {DAMAGED_ID}.", f"`aijri erase client {row.handle}` removes what is kept."
            )
        return row
    if found:
        near = ", ".join(f"{row.alias} ({row.id})" for row in (exact or found)[:5])
        raise UnknownClient(
            f"Several clients begin with {shown!r}: {near}.", "Type more of the alias, or the id."
        )
    if was_erased(connection, folded):
        raise UnknownClient("This client was erased, here or in another window.", ERASED)
    if not deleted:
        try:
            gone = find_client(connection, words, deleted=True)
        except UnknownClient:
            pass
        else:
            raise UnknownClient(
                f"{gone.alias} was deleted.",
                f"`aijri clients delete {gone.id} --undo` brings everything back within a week.",
            )
    where = "that was deleted and can be brought back" if deleted else "in this store"
    if connection.dialect.name != "sqlite":
        where += " that you may see; one may have been erased, or not be shared with you any more"
    raise UnknownClient(
        f"There is no client {shown!r} {where}.", "The list (`aijri clients`) has those there are."
    )


ERASED = "What was erased stays erased."


def strays(connection: Connection) -> set[str]:
    """Ids of clients who are not there, under which something is kept: they were those of damaged records."""
    tables = (sessions, consents, notes, acts, files)
    kept = union(*(select(table.c.client_id).where(table.c.client_id.is_not(None)) for table in tables))
    return set(connection.scalars(kept)) - set(connection.scalars(select(clients.c.id)))


def was_erased(connection: Connection, identifier: str) -> bool:
    """Something of this id was here and was erased for good."""
    known = select(erased.c.digest).where(erased.c.digest == id_digest(identifier))
    return connection.execute(known).first() is not None


def holding_consent(connection: Connection, client_id: str, day: str) -> ConsentRow:
    """The guard before a sitting of a client is kept, shown or handed over: the newest consent, which holds that day.

    Raises `ConsentNeeded` where the client was not asked yet, and as `refuse_ended`.
    """
    refuse_ended(connection, client_id, day)
    for newest in consents_of(connection, client_id)[:1]:
        return newest
    raise ConsentNeeded(
        f"No consent of {_alias_of(connection, client_id)} that holds today is recorded.",
        "Read the purpose aloud and record the answer before the first question.",
    )


def refuse_ended(connection: Connection, client_id: str, day: str) -> None:
    """The guard before a note, an act or a date, which may stand before a client is asked, is kept or handed over.

    Raises `ConsentNeeded` where the newest answer about consent, which takes the place of all before it, is a no, was
    withdrawn, or is past its last day.
    """
    newest = next(iter(consents_of(connection, client_id)), None)
    if newest is None or newest.holds_on(day):
        return
    if newest.trouble:
        why = f"has a consent that is damaged ({newest.trouble})"
    elif newest.answer == "no":
        why = f"said no on {newest.given[:10]}"
    elif newest.withdrawn:
        why = f"withdrew the consent on {newest.withdrawn[:10]}"
    else:
        why = f"consented until {newest.expires}, which is past"
    raise ConsentNeeded(
        f"{_alias_of(connection, client_id)} {why}: nothing more is kept or handed over.",
        "Ask for a new consent, or erase what is kept.",
    )


def _alias_of(connection: Connection, client_id: str) -> str:
    alias = connection.execute(select(clients.c.alias).where(clients.c.id == client_id)).scalar()
    return clean(str(alias), LONGEST_ALIAS)


def refuse_others(login: str, client: ClientRow) -> None:
    """Raises `StoreError` where a client is another coach's: what ends their record is theirs alone to do.

    In a file nobody else has any, whatever a damaged record says.
    """
    if login and client.login != login:
        raise StoreError(
            f"{client.alias} is a client of {client.login}, who shares them with you.",
            f"Only {client.login} can share, delete or erase them.",
        )


def consents_of(connection: Connection, client_id: str) -> list[ConsentRow]:
    """The consents of a client, the newest first."""
    query = select(*columns_of(ConsentRow, consents)).where(consents.c.client_id == client_id)
    here = sound_rows(ConsentRow, connection.execute(query.order_by(consents.c.id.desc())))
    return [*([MISSING] if missing(connection, [client_id]) else []), *here]


def notes_of(connection: Connection, client_id: str | None, shared_only: bool = False) -> list[NoteRow]:
    """The notes about a client (None: one's own), the oldest first; what is damaged is for nobody else."""
    query = select(*columns_of(NoteRow, notes)).where(notes.c.client_id == client_id)
    if shared_only:
        query = query.where(notes.c.private.is_(False))
    found = sound_rows(NoteRow, connection.execute(query.order_by(notes.c.id)))
    return [replace(one, private=True) if one.trouble else one for one in found]


def note_of(connection: Connection, client: ClientRow, number: int) -> NoteRow:
    """One note about a client. Raises `StoreError` for one that is not this client's."""
    return _numbered(notes_of(connection, client.id), number, f"note {number} about {client.alias}")


def act_of(connection: Connection, client: ClientRow, number: int) -> ActRow:
    """One act of a plan. Raises `StoreError` for one that is not this client's."""
    return _numbered(acts_of(connection, client.id), number, f"act {number} in this plan")


def _numbered(rows: list[Numbered], number: int, what: str) -> Numbered:
    found = next((one for one in rows if one.id == number), None)
    if found is None:
        raise StoreError(f"There is no {what}.", "The card of the client lists them.")
    return found


def refuse_damaged(row: NoteRow | ActRow, remedy: str) -> None:
    """Raises `StoreError` for a record whose words cannot be changed: what else of it is wrong, nobody knows."""
    if row.trouble:
        raise StoreError(f"Nothing was changed: {row.trouble}.", remedy)


def acts_of(connection: Connection, client_id: str | None) -> list[ActRow]:
    """The plan of a client (None: one's own): open acts first, by date."""
    mine = _acts.where(acts.c.client_id == client_id)
    return sound_rows(ActRow, connection.execute(mine))


def stray_acts(connection: Connection) -> list[ActRow]:
    """Acts of clients who are not there, to be taken away; without their words, which were said in confidence."""
    whose = acts.c.client_id
    lost = _acts.where(whose.is_not(None), whose.not_in(select(clients.c.id)))
    trouble = trouble_about(["client_id"])
    return [
        replace(one, act=STRAY_ACT, owner="", sign="", session_id=None, trouble=trouble)
        for one in sound_rows(ActRow, connection.execute(lost))
    ]


STRAY_ACT = "A step of a client who is not here"
_acts = select(*columns_of(ActRow, acts)).order_by(acts.c.state != "open", acts.c.due, acts.c.id)


def act_moment(connection: Connection, now: str) -> str:
    """When an act is written down: now, or the next moment at which none was, because by that it is known again."""
    while connection.execute(select(acts.c.id).where(acts.c.created == now)).first():
        now = stamp(moment_of(now) + timedelta(microseconds=1))
    return now


def files_of(connection: Connection, client_id: str) -> list[FileRow]:
    """The files made about a client, the oldest first."""
    query = select(*columns_of(FileRow, files)).where(files.c.client_id == client_id)
    return sound_rows(FileRow, connection.execute(query.order_by(files.c.id)))
