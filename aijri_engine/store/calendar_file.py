"""Talks and open acts as a calendar file (RFC 5545), with as little of a person in it as a calendar needs."""

from collections.abc import Iterable
from datetime import date, timedelta

from aijri_engine.store.clock import moment_of
from aijri_engine.store.rows import Card


def calendar_of(cards: Iterable[Card], now: str) -> bytes:
    """One whole-day entry for each next talk and each open act; `now` is the stamp the entries carry."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//AIJRI//aijri//EN")
    calendar.add("version", "2.0")
    for card in cards:
        found = []
        if card.client.next_date:
            found.append((f"talk-{card.client.id}", card.client.next_date, f"Talk with {card.client.alias}"))
        for act in card.acts:
            if act.state == "open":
                found.append((f"act-{act.id}-{card.client.id}", act.due, f"{act.act} ({act.owner})"))
        for name, day, words in found:
            entry = Event()
            entry.add("uid", f"{name}@aijri")
            entry.add("dtstamp", moment_of(now))
            entry.add("dtstart", date.fromisoformat(day))
            entry.add("dtend", date.fromisoformat(day) + timedelta(days=1))
            entry.add("summary", words)
            calendar.add_component(entry)
    return bytes(calendar.to_ical())
