"""What lists show, as plain frozen records without a database behind them."""

import json
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from aijri_engine.text import join_words

COMPUTED = {"id", "role", "events", "revealed", "client"}
"""Of a session, as its trouble names them: what nothing of it opens without."""

RECIPIENT_MARK = "\x1f"
"""Between names in one column of a list; no stored name holds a control character."""


class SessionRow(NamedTuple):
    """One session as a list shows it, a tuple because lists hold thousands. Times are ISO 8601 in UTC."""

    id: str
    role: str
    role_name: str
    created: str
    updated: str
    events: int
    """Events stored."""
    place: str | None
    """Key of the question the interview stands at; None when nothing is open."""
    revealed: bool
    """The figure was seen."""
    goal: str
    client_id: str | None
    client: str | None
    """Alias of the client; None for a session taken alone."""
    deleted: str | None
    """When it was deleted; it can be brought back until the undo window closes."""
    versions_json: str
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""

    @property
    def opens(self) -> bool:
        """What is spoiled, if anything, is told in lists alone: its answers and their figure do not rest on it."""
        return COMPUTED.isdisjoint(re.findall(r"\w+", self.trouble))

    @property
    def state(self) -> str:
        """Where it stands, without its figure."""
        return "result seen" if self.revealed else "all answered" if self.place is None else "not finished"

    @property
    def versions(self) -> dict[str, Any]:
        """Content versions and digests the session was started with; empty where they cannot be read."""
        try:
            return dict(json.loads(self.versions_json))
        except (TypeError, ValueError):
            return {}


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a client agreed to, word for word, and until when."""

    version: str
    """Version of the text."""
    text: str
    goal: str
    coach: str
    answer: str
    """yes, today_only, on_page (a tick on a page filled in at home), or no."""
    given: str
    expires: str
    """YYYY-MM-DD, the last day on which things may be kept."""
    withdrawn: str | None
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""

    def holds_on(self, day: str) -> bool:
        """A yes that can be read, not withdrawn, and not past its last day (YYYY-MM-DD)."""
        return self.answer != "no" and self.withdrawn is None and day <= self.expires and not self.trouble


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note about a client. Private ones enter no file for anybody."""

    id: int
    private: bool
    body: str
    created: str
    session_id: str | None
    reading: bool
    """What the coach reads from a result: shared, and printed under its own mark."""
    version: int = 1
    """Counts its changes."""
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""

    @property
    def kind(self) -> str:
        """private, shared or reading."""
        return "private" if self.private else "reading" if self.reading else "shared"


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act of the plan."""

    id: int
    act: str
    owner: str
    due: str
    """YYYY-MM-DD."""
    sign: str
    """Sign of success."""
    state: str
    """open, done or dropped."""
    session_id: str | None
    created: str
    updated: str
    version: int = 1
    """Counts its changes."""
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file made from the store on this machine."""

    kind: str
    """report, handover, draft or backup."""
    path: str
    recipient: str
    created: str
    session_id: str | None
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client as the roster shows them."""

    id: str
    alias: str
    created: str
    sessions: int
    updated: str | None
    """When a session was last touched."""
    expires: str | None
    """Last day of the newest consent; None where it was withdrawn or the answer was no, and without one."""
    open_acts: int
    given_to: str | None
    """Who received a file, joined by `RECIPIENT_MARK`."""
    deleted: str | None
    goal: str | None
    """What the newest consent is for; None without one."""
    next_date: str | None
    """YYYY-MM-DD of the next talk."""
    next_time: str | None = None
    """HH:MM of it."""
    login: str = ""
    """On a server, whose client it is."""
    given_coaches: str | None = None
    """Logins of other coaches who see the client, joined by `RECIPIENT_MARK`."""
    version: int = 1
    """Counts the changes."""
    refused: str | None = None
    """When the newest answer about consent was given, where it was no."""
    withdrawn: str | None = None
    """When the newest consent was taken back."""
    trouble: str = ""
    """What of the record cannot be read; empty when all is well."""

    @property
    def handle(self) -> str:
        """What a command calls the client: the id, or where that is damaged the alias."""
        return self.id if self.id.isalnum() else shlex.quote(self.alias)

    def standing(self, day: Callable[[str], str] = str) -> str:
        """Where the consent stands, in a few words; `day` tells a YYYY-MM-DD in the words of a face."""
        if self.refused:
            return f"said no on {day(self.refused[:10])}"
        if self.withdrawn:
            return f"consent withdrawn on {day(self.withdrawn[:10])}"
        if self.expires:
            return f"consent until {day(self.expires)}"
        return "not asked for consent yet" if self.goal is None else "its consent is damaged"

    @property
    def next_talk(self) -> str:
        """Day and time of the next talk, YYYY-MM-DD HH:MM; empty for none."""
        return f"{self.next_date or ''} {self.next_time or ''}".strip()

    def told_talk(self, day: Callable[[str], str]) -> str:
        """The same in words, `day` as in `standing`; empty for none."""
        return (
            f"{day(self.next_date)}{f' at {self.next_time}' * bool(self.next_time)}" if self.next_date else ""
        )

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who received something, each once, in the order of first receiving."""
        return tuple(dict.fromkeys((self.given_to or "").split(RECIPIENT_MARK))) if self.given_to else ()

    @property
    def coaches(self) -> tuple[str, ...]:
        """Other coaches of the practice who see this client."""
        return tuple(self.given_coaches.split(RECIPIENT_MARK)) if self.given_coaches else ()

    @property
    def holders(self) -> str:
        """Everybody who has something of this client or sees them, or nobody."""
        names = (*(f"coach {name}" for name in self.coaches), *self.recipients)
        return join_words(names) if names else "nobody"

    @property
    def sharing(self) -> str:
        """The same as a sentence, for every card."""
        whose = f"client of {self.login}, " if self.coaches else ""
        return f"{whose}shared with {self.holders}"


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one client."""

    client: ClientRow
    consents: tuple[ConsentRow, ...]
    """The newest first."""
    sessions: tuple[SessionRow, ...]
    notes: tuple[NoteRow, ...]
    acts: tuple[ActRow, ...]
    """Open ones first, by date."""
    files: tuple[FileRow, ...]
    trouble: str = ""
    """What may be missing; empty when all is well."""
