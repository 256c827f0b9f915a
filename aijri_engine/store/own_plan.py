"""A plan of one's own: steps with dates and states, the day of the next sitting, and the next talk with a coach."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from aijri_engine.store.errors import StoreError
from aijri_engine.store.handover_file import HandedTalk
from aijri_engine.store.notes_and_acts import ACT_STATES, change_row, refuse_past
from aijri_engine.store.roster_queries import act_moment, acts_of, stray_acts
from aijri_engine.store.rows import ActRow
from aijri_engine.store.schema import NEXT_SITTING, NEXT_TALK, acts
from aijri_engine.store.seals import keep
from aijri_engine.store.settings import is_kept, keep_setting, setting
from aijri_engine.text import clean

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

Kept = TypeVar("Kept")

SETTLED = ACT_STATES[1:]
"""States of a step that is not to be done any more."""

NO_SITTING = "The day of your next sitting cannot be read: `aijri plan next DAY` chooses it anew."
NO_TALK = "Your next talk cannot be read: take in your coach's file again."

ME = "me"
"""Owner of an act in a plan of one's own."""

LONGEST_ACT = 400


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """What a person means to do, and when."""

    acts: tuple[ActRow, ...]
    again: date | None
    """The day of the next sitting."""
    talk: HandedTalk | None
    """The next talk, where a coach handed over one that is still to come."""
    damaged: tuple[str, ...] = ()
    """What of it cannot be read, and the way out, each in a sentence."""


def own_plan_of(store: "Store") -> OwnPlan:
    """Everything of one's own plan."""
    acts_kept = tuple(own_acts(store))
    damaged = [
        f"{one.id}. {one.act}: {one.trouble}; `aijri plan mark {one.id} dropped` takes it out."
        for one in acts_kept
        if one.trouble and one.state not in SETTLED
    ]
    with store.reading() as connection:
        ways_out = ((NEXT_SITTING, date.fromisoformat, NO_SITTING), (NEXT_TALK, _talk, NO_TALK))
        damaged += [words for name, read, words in ways_out if _kept(connection, name, read)[1]]
    return OwnPlan(acts_kept, next_sitting(store), next_talk(store), tuple(damaged))


def _kept(connection: Connection, name: str, read: Callable[[str], Kept]) -> tuple[Kept | None, bool]:
    """What is kept under a name, and whether something is that cannot be read."""
    with suppress(ValueError):
        return read(setting(connection, name)), False
    return None, is_kept(connection, name)


def _talk(words: str) -> HandedTalk:
    return HandedTalk.model_validate_json(words)


def own_acts(store: "Store") -> list[ActRow]:
    """Every act of one's own plan, in the order of their days, and those of nobody who is there."""
    with store.reading() as connection:
        return _listed(connection)


def _listed(connection: Connection) -> list[ActRow]:
    return [*acts_of(connection, None), *stray_acts(connection)]


def take_up(store: "Store", act: str, due: date, sign: str = "", session_id: str | None = None) -> ActRow:
    """Take a step into one's own plan, to be done by a day. Raises `StoreError` for one without words."""
    words = clean(act, LONGEST_ACT).strip()
    if not words:
        raise StoreError("A step needs words.", "Say what you mean to do.")
    refuse_past(due, store.today())
    row = {
        "client_id": None, "session_id": session_id, "act": words, "owner": ME, "due": due.isoformat(),
        "sign": clean(sign, LONGEST_ACT).strip(), "state": "open",
    }  # fmt: skip
    with store.writing() as connection:
        same = next(
            (one for one in acts_of(connection, None) if (one.act, one.state) == (words, "open")), None
        )
        if same is not None:
            raise StoreError(
                f"This step stands in your plan already, as {same.id}.",
                f"`aijri plan mark {same.id} done` ticks it off.",
            )
        row |= dict.fromkeys(("created", "updated"), act_moment(connection, store.now()))
        (number,) = keep(connection, acts, row)
        return next(one for one in acts_of(connection, None) if one.id == number)


def settle_own(store: "Store", number: int, state: str, seen: int | None = None) -> ActRow:
    """Mark a step done, dropped or open again; `seen` is the version one looked at.

    Raises `StoreError` for one that is not in one's own plan, `StoreConflict` for one that was changed since.
    """
    if state not in ACT_STATES:
        raise StoreError(f"{clean(state, 20)!r} is no state of a step.", "It is open, done or dropped.")
    with store.writing() as connection:
        if number not in {one.id for one in _listed(connection)}:
            raise StoreError(f"There is no step {number} in your plan.", "`aijri plan` lists them.")
        change_row(connection, acts, number, {"state": state, "updated": store.now()}, seen)
        return next(one for one in _listed(connection) if one.id == number)


def next_sitting(store: "Store") -> date | None:
    """The day on which the person wants to look again; None where none was chosen, or it cannot be read."""
    with store.reading() as connection:
        return _kept(connection, NEXT_SITTING, date.fromisoformat)[0]


def choose_next_sitting(store: "Store", day: date | None) -> None:
    """Keep the day of the next sitting; None takes it away."""
    if day is not None:
        refuse_past(day, store.today())
    with store.writing() as connection:
        keep_setting(connection, NEXT_SITTING, day.isoformat() if day else "")


def next_talk(store: "Store") -> HandedTalk | None:
    """The next talk as a coach handed it over; None without one, and once its day is past."""
    with store.reading() as connection:
        talk = _kept(connection, NEXT_TALK, _talk)[0]
    return talk if talk is not None and talk.day >= store.today() else None


def keep_next_talk(connection: Connection, talk: HandedTalk) -> None:
    """Keep it in the place of the one before."""
    keep_setting(connection, NEXT_TALK, talk.model_dump_json())
