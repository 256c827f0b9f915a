"""Talks and open acts as a calendar file (RFC 5545), with as little of a person in it as a calendar needs.

A talk or an act has one name (UID) in every file that holds it, the coach's and the client's, and a number (SEQUENCE)
that rises when it is changed: a calendar that has it already moves it and never shows it twice.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from aijri_engine.store.clock import moment_of
from aijri_engine.store.copies import put
from aijri_engine.store.identifiers import is_id
from aijri_engine.store.own_plan import OwnPlan, own_plan_of
from aijri_engine.store.rows import ActRow, Card, ClientRow

if TYPE_CHECKING:
    from aijri_engine.store.store import Store

TALK = timedelta(hours=1)
"""How long a talk takes (about 60 minutes; wording, the coach's session)."""


class Entry(NamedTuple):
    """One entry of a calendar."""

    name: str
    """What it is called in every calendar."""
    changes: int
    """How often it was changed."""
    day: str
    time: str
    """HH:MM; empty for the whole day."""
    words: str


def talk_name(client: ClientRow) -> str:
    """What the next talk with a client is called, in the coach's calendar and in the client's."""
    return f"talk-{client.id}"


def calendar_of(cards: Iterable[Card], now: str, for_client: bool = False) -> bytes:
    """An entry for each next talk, at its time where one is known, and one for the day of each open act.

    `now` is the stamp the entries carry. `for_client` names the coach where a coach's own names the client.
    """
    found = []
    for card in cards:
        client = card.client
        if client.next_date:
            whom = client.alias if not for_client else next((one.coach for one in card.consents), YOUR_COACH)
            at, words = client.next_time or "", f"Talk with {whom}"
            found.append(Entry(talk_name(client), client.version, client.next_date, at, words))
        found += _of_acts(card.acts, with_owner=True)
    return _calendar(found, now)


def own_calendar(plan: OwnPlan, now: str) -> bytes:
    """The same for one's own plan: the day of each open step, that of the next sitting, and the next talk."""
    found, talk = _of_acts(plan.acts, with_owner=False), plan.talk
    if plan.again is not None:
        minutes = (
            int(moment_of(now).timestamp()) // 60
        )  # how often it was moved is not kept: every file is later
        found.append(Entry("next-sitting", minutes, plan.again.isoformat(), "", NEXT_SITTING))
    if talk is not None:
        words = f"Talk with {talk.coach or YOUR_COACH}"
        found.append(Entry(talk.name or "next-talk", talk.changes, talk.day, talk.time, words))
    return _calendar(found, now)


def write_own_calendar(store: "Store", path: Path) -> None:
    """Write one's own plan, remembered so that erasing reaches it. Raises `StoreError`."""
    content = own_calendar(own_plan_of(store), store.now())
    store.record_file("calendar", path, content=content)
    put(path, content)


YOUR_COACH = "your coach"
NEXT_SITTING = "AIJRI: look at my week again"


def _of_acts(acts: Iterable[ActRow], with_owner: bool) -> list[Entry]:
    """Open acts; the moment one was written down is its own and goes with it into other stores."""
    return [
        Entry(
            f"act-{hashlib.sha256(act.created.encode()).hexdigest()[:24]}", act.version, act.due, "",
            f"{act.act} ({act.owner})" if with_owner else act.act,
        )
        for act in acts
        if act.state == "open" and not act.trouble
    ]  # fmt: skip


def _calendar(entries: Iterable[Entry], now: str) -> bytes:
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//AIJRI//aijri//EN")
    calendar.add("version", "2.0")
    for name, changes, day, time, words in entries:
        entry = Event()
        entry.add("uid", f"{name}@aijri")
        entry.add("sequence", changes)
        entry.add("dtstamp", moment_of(now))
        if time:
            start = _moment(day, time)
            entry.add("dtstart", start)
            entry.add("dtend", start + TALK)
        else:
            entry.add("dtstart", date.fromisoformat(day))
            entry.add("dtend", date.fromisoformat(day) + timedelta(days=1))
        entry.add("summary", words)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _moment(day: str, time: str) -> datetime:
    """The moment in UTC, which every calendar shows in the zone it is read in.

    A machine set to UTC does not say where people meet: there the time floats, and is that of whoever reads it.
    """
    typed = datetime.fromisoformat(f"{day}T{time}")
    here = typed.astimezone()
    return here.astimezone(UTC) if here.tzname() != "UTC" else typed


def write_calendar(store: "Store", path: Path, client: str | None = None, for_client: bool = False) -> None:
    """Write the dates of one client, or of all whose consent holds; each card remembers the file.

    `for_client` writes those of one client for the client's own calendar.

    Raises `ConsentNeeded` for one client whose consent ended, `StoreError` where the file cannot be written.
    """
    wanted = (
        [store.roster.find(client)] if client else [row for row in store.roster.clients() if is_id(row.id)]
    )
    ended = {row.id for row in store.roster.due()}
    if client:
        store.refuse_ended(wanted[0].id)
    cards = [store.roster.card(row.id) for row in wanted if row.id not in ended]
    content = calendar_of(cards, store.now(), for_client)
    store.record_file_of([card.client.id for card in cards], "calendar", path, content)
    put(path, content)
