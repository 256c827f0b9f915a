"""The append-only log of an interview, and its fold: the answers as they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

EventKind = Literal[
    "started", "answered", "confirmed", "not_sure", "declined", "cleared", "skipped", "drafted", "undone",
    "content_changed", "noted", "revealed",
]  # fmt: skip

GIVEN: frozenset[str] = frozenset({"answered", "confirmed"})
"""Events that give an answer; `confirmed` one of an earlier sitting, as it was."""

ANSWERING: frozenset[str] = GIVEN | {"not_sure", "declined", "cleared"}
"""Events that change an answer, and that `undo` takes back."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. Events are numbered by their place in the log, from 0."""

    kind: EventKind
    question: str = ""
    value: Any = None
    """Plain JSON."""
    typed: str = ""
    """The words the person typed, cleaned."""
    seconds: float | None = None
    """From painting the question to the answer."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What a kind carries besides (versions and seed of `started`, number of `undone`, ...)."""

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON, without empty parts."""
        parts: dict[str, Any] = {"kind": self.kind, "question": self.question, "value": self.value}
        parts |= {"typed": self.typed, "seconds": self.seconds, "data": dict(self.data)}
        return {name: part for name, part in parts.items() if part not in ("", None, {})}

    @classmethod
    def from_dict(cls, parts: Mapping[str, Any]) -> "Event":
        """The event of `as_dict`; unknown parts are an error of the caller."""
        return cls(**parts)


@dataclass(frozen=True, slots=True)
class Entry:
    """The answer to one question as it stands."""

    state: Literal["answered", "not_sure", "declined"]
    value: Any = None
    typed: str = ""
    seconds: float | None = None
    number: int = -1
    """Number of the event that set it."""
    first_value: Any = None
    """The value it had when the figure was first seen, if it was changed after that."""
    after_figure: bool = False
    """Changed after the figure was seen."""
    confirmed: bool = False
    """Shown from an earlier sitting and confirmed as it was."""
    from_file: bool = False
    """Came with an answers file: read even where the path would not ask it."""
    rows: tuple[str, ...] = ()
    """Rows that "not sure" or "rather not say" was said of, where they hang on earlier answers."""
    unsure: bool = False
    """Given by somebody who said that they are not sure of it."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Fold of the events: entries by question key (`level`, `depth.train`), and what surrounds them."""

    entries: Mapping[str, Entry]
    revealed: bool
    """The figure was uncovered at some time."""
    notes: tuple[str, ...]
    skipped: tuple[str, ...] = ()
    """Keys of questions left open on purpose, in the order of leaving them."""
    drafts: Mapping[str, Any] = field(default_factory=dict)
    """Parts of an answer said so far, by key: JSON of the kind of question, never scored."""
    opened_again: frozenset[str] = frozenset()
    """Keys of questions whose answer another one took back, until they are answered anew."""

    def get(self, key: str) -> Entry | None:
        """The entry of that key, whether on the path or parked."""
        return self.entries.get(key)


def live_events(events: Iterable[Event]) -> list[tuple[int, Event]]:
    """Numbered events that were not undone; what an undone event brought about (`by`) goes with it."""
    numbered = list(enumerate(events))
    undone = {event.data["number"] for _, event in numbered if event.kind == "undone"}
    return [
        (number, event)
        for number, event in numbered
        if event.kind != "undone" and number not in undone and event.data.get("by") not in undone
    ]


def fold(events: Iterable[Event]) -> Answers:
    """The answers as they stand after these events."""
    entries: dict[str, Entry] = {}
    revealed = False
    notes: list[str] = []
    skipped: dict[str, None] = {}
    drafts: dict[str, Any] = {}
    again = set[str]()
    for number, event in live_events(events):
        if event.kind == "revealed":
            revealed = True
        elif event.kind == "noted":
            notes.append(str(event.value))
        elif event.kind == "cleared":
            entries.pop(event.question, None)
            again |= {event.question} if "by" in event.data else set()
        elif event.kind == "skipped":
            skipped[event.question] = None
        elif event.kind == "drafted":
            drafts[event.question] = event.value
        elif event.kind in ANSWERING:
            before = entries.get(event.question)
            entries[event.question] = _entry(number, event, before, revealed)
            skipped.pop(event.question, None)
            drafts.pop(event.question, None)
            again.discard(event.question)
    return Answers(entries, revealed, tuple(notes), tuple(skipped), drafts, frozenset(again))


def _entry(number: int, event: Event, before: Entry | None, revealed: bool) -> Entry:
    seen = before.first_value if before and before.after_figure else (before.value if before else None)
    changed = revealed and before is not None and before.value != event.value
    return Entry(
        state="answered" if event.kind in GIVEN else event.kind,  # type: ignore[arg-type]  # "cleared" never comes here
        value=event.value,
        typed=event.typed,
        seconds=event.seconds,
        number=number,
        first_value=seen if changed or (before and before.after_figure) else None,
        after_figure=changed or bool(before and before.after_figure),
        confirmed=event.kind == "confirmed",
        from_file=bool(event.data.get("file")),
        rows=tuple(map(str, event.data.get("rows", ()))),
        unsure=bool(event.data.get("unsure")),
    )


def last_undoable(events: tuple[Event, ...]) -> int | None:
    """Number of the last live answer-changing event, never across `content_changed`; None when there is none."""
    for number, event in reversed(live_events(events)):
        if event.kind == "content_changed":
            return None
        if event.kind in ANSWERING and "by" not in event.data:
            return number
    return None
