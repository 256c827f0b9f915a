"""A plan of one's own: steps with dates and states, and the day of the next sitting, chosen by the person."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from aijri_engine.store.errors import StoreError
from aijri_engine.store.roster import ACT_STATES, change_row
from aijri_engine.store.roster_queries import acts_of
from aijri_engine.store.rows import ActRow
from aijri_engine.store.schema import NEXT_SITTING, acts, settings
from aijri_engine.text import clean

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

ME = "me"
"""Owner of an act in a plan of one's own."""

LONGEST_ACT = 400


def own_acts(store: "Store") -> list[ActRow]:
    """Every act of one's own plan, in the order of their days."""
    with store.reading() as connection:
        return acts_of(connection, None)


def take_up(store: "Store", act: str, due: date, sign: str = "", session_id: str | None = None) -> ActRow:
    """Take a step into one's own plan, to be done by a day. Raises `StoreError` for one without words."""
    words = clean(act, LONGEST_ACT).strip()
    if not words:
        raise StoreError("A step needs words.", "Say what you mean to do.")
    now = store.now()
    row = {
        "client_id": None, "session_id": session_id, "act": words, "owner": ME, "due": due.isoformat(),
        "sign": clean(sign, LONGEST_ACT).strip(), "state": "open", "created": now, "updated": now,
    }  # fmt: skip
    with store.writing() as connection:
        done = connection.execute(insert(acts).values(**row))
        number = done.inserted_primary_key[0] if done.inserted_primary_key else 0
        return next(one for one in acts_of(connection, None) if one.id == number)


def settle_own(store: "Store", number: int, state: str, seen: int | None = None) -> ActRow:
    """Mark a step done, dropped or open again; `seen` is the version one looked at.

    Raises `StoreError` for one that is not in one's own plan, `StoreConflict` for one that was changed since.
    """
    if state not in ACT_STATES:
        raise StoreError(f"{clean(state, 20)!r} is no state of a step.", "It is open, done or dropped.")
    with store.writing() as connection:
        if number not in {one.id for one in acts_of(connection, None)}:
            raise StoreError(f"There is no step {number} in your plan.", "`aijri plan` lists them.")
        change_row(connection, acts, number, {"state": state, "updated": store.now()}, seen)
        return next(one for one in acts_of(connection, None) if one.id == number)


def next_sitting(store: "Store") -> date | None:
    """The day on which the person wants to look again; None where none was chosen, or it cannot be read."""
    with store.reading() as connection:
        found = connection.execute(select(settings.c.value).where(settings.c.name == NEXT_SITTING)).scalar()
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        return None


def choose_next_sitting(store: "Store", day: date | None) -> None:
    """Keep the day of the next sitting; None takes it away."""
    with store.writing() as connection:
        connection.execute(delete(settings).where(settings.c.name == NEXT_SITTING))
        if day is not None:
            connection.execute(insert(settings).values(name=NEXT_SITTING, value=day.isoformat()))
