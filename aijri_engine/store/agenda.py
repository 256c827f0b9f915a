"""What a day holds across all clients: talks, acts that are due, sittings left unfinished, consents that end."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from aijri_engine.report.figures import day_text
from aijri_engine.store.roster_queries import client_rows, closed_on, held_on, listed
from aijri_engine.store.rows import ActRow, ClientRow, SessionRow
from aijri_engine.store.schema import acts, clients, files, hidden
from aijri_engine.store.sound_rows import columns_of, sound

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

ENDING_DAYS = 14
"""Days before its last one on which a consent is said to be ending [ours]."""

OWN = "yourself"
"""Whose an act is that belongs to no client."""


@dataclass(frozen=True, slots=True)
class DueAct:
    """An open act whose day has come."""

    whose: str
    """Alias of the client, or `OWN`."""
    client_id: str | None
    act: ActRow
    overdue: bool
    """Its day is past."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """One day, across all clients."""

    day: str
    """YYYY-MM-DD."""
    talks: tuple[ClientRow, ...]
    """Talks of this day, and those whose day is past without a new one."""
    acts: tuple[DueAct, ...]
    """The longest due first."""
    unfinished: tuple[SessionRow, ...]
    """Sittings of clients whose figure was not seen yet."""
    ending: tuple[ClientRow, ...]
    """Consents that end within `ENDING_DAYS` days or have ended."""


class DueLine(NamedTuple):
    """What is due, in one line."""

    words: str
    late: bool
    """Its day is past."""
    client_id: str | None
    session_id: str = ""


def due_lines(found: Agenda) -> list[DueLine]:
    """Every talk, act, sitting without a seen result and ending or ended consent of the day."""
    lines = []
    for one in found.talks:
        late = one.next_date != found.day
        planned = f", was planned for {day_text(one.next_date or '')}" if late else ""
        at = f" at {one.next_time}" if one.next_time else ""
        lines.append(DueLine(f"Talk with {one.alias}{at}{planned}", late, one.id))
    for due in found.acts:
        when = f"OVERDUE since {day_text(due.act.due)}" if due.overdue else "today"
        words = due.act.trouble or due.act.act.rstrip(".")
        lines.append(DueLine(f"{due.whose}: {words} ({due.act.owner}), {when}", due.overdue, due.client_id))
    for row in found.unfinished:
        lines.append(DueLine(f"{row.client}: {row.role_name}, {row.state}", False, row.client_id, row.id))
    for one in found.ending:
        ended = not one.expires or one.expires < found.day
        kept = "; nothing of them may be kept" if ended else ""
        lines.append(DueLine(f"{one.alias}: {one.standing(day_text)}{kept}", ended, one.id))
    return lines


def agenda_of(store: "Store") -> Agenda:
    """What today holds; of clients whose consent ended nothing but that."""
    day = store.today()
    soon = (date.fromisoformat(day) + timedelta(days=ENDING_DAYS)).isoformat()
    with store.reading() as connection:
        talks = (
            client_rows(False).where(clients.c.next_date <= day).order_by(None).order_by(clients.c.next_date)
        )
        ending = client_rows(False).where(clients.c.id.in_(closed_on(connection, soon)))
        joined = acts.outerjoin(clients, clients.c.id == acts.c.client_id)
        whose = select(clients.c.alias, clients.c.id, *columns_of(ActRow, acts)).select_from(joined)
        due = whose.where(acts.c.state == "open", acts.c.due <= day, ~hidden(clients))
        open_acts = [
            (alias, client, sound(ActRow, row))
            for alias, client, *row in connection.execute(due.order_by(acts.c.due, acts.c.id))
        ]
        held, ends = tuple(listed(connection, talks)), tuple(listed(connection, ending))
        ended = closed_on(connection, day)
    sittings = (row for row in store.sessions() if row.client_id is not None and not row.revealed)
    unfinished = tuple(row for row in sittings if row.client_id not in ended)
    due_acts = (DueAct(alias or OWN, client, act, act.due < day) for alias, client, act in open_acts)
    found = tuple(one for one in due_acts if one.client_id not in ended)
    return Agenda(day, tuple(row for row in held if row.id not in ended), found, unfinished, ends)


def reports_due(store: "Store") -> tuple[SessionRow, ...]:
    """The latest sitting of each client whose result was seen and of which no report was made since it was answered.

    Clients without a consent that holds are left out.
    """
    with store.reading() as connection:
        agreed = held_on(connection, store.today())
        made = select(files.c.session_id, func.max(files.c.created)).where(files.c.kind == "report")
        when = dict(map(tuple, connection.execute(made.group_by(files.c.session_id)).all()))
    latest: dict[str, SessionRow] = {}
    for row in store.sessions():
        if row.client_id in agreed and row.revealed:
            latest.setdefault(row.client_id, row)
    return tuple(row for row in latest.values() if when.get(row.id, "") < row.updated)
