"""Sessions as a list shows them: which role, when, how far; a spoiled one says so and the way out."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from aijri_engine.text.words import NO_DAY, day_words

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.interview.interview import Interview
    from aijri_engine.store import SessionRow, Store

MOST_LISTED = 50
"""Sessions that lists read [ours]."""

MOST_COMPUTED = 6
"""Sessions whose figure is computed for a list [ours]."""

CLOSED = "closed"
"""State of a session whose client's consent ended."""

CANNOT_BE_READ = "cannot be read"
"""State of a session whose record is spoiled."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One session in a list."""

    id: str
    role: str
    role_title: str
    when: datetime
    finished: bool
    """The figure was seen."""
    state: str
    """In a few words: the result, or where it stands."""
    trouble: str = ""
    """What of the record cannot be read, and the way out; empty when all is well."""

    @property
    def opens(self) -> bool:
        """It can be gone on with."""
        return self.state not in (CLOSED, CANNOT_BE_READ)


def all_listed(
    store: "Store", library: "Library | None", client_id: str | None = None, alone: bool = False
) -> list[Listed]:
    """Sessions of a client, or those taken `alone`, the last touched first; figures of the first few."""
    rows = store.sessions(limit=MOST_LISTED, client_id=client_id, alone=alone)
    return [
        listed_session(row, library if number < MOST_COMPUTED else None, store)
        for number, row in enumerate(rows)
    ]


def listed_session(row: "SessionRow", library: "Library | None", store: "Store") -> Listed:
    """One session; where a library is given, with its figure where that was seen. Whether it opens is tried then."""
    from aijri_engine.store import as_it_stands

    row = row if library is None else store.tried(row)
    state, trouble = (row.state, part_of(row)) if row.opens else (CANNOT_BE_READ, way_out(row))
    try:
        if library is not None and row.opens and row.revealed and library.knows(row.role):
            state = _result_words(as_it_stands(store, row.id, library))
    except Exception as error:  # whatever is wrong with one record, the others are shown
        state, trouble = trouble_of(row, error)
    return Listed(row.id, row.role, row.role_name, moment_of(row.updated), row.revealed, state, trouble)


def trouble_of(row: "SessionRow", error: Exception) -> tuple[str, str]:
    """State of a session that could not be opened, and why: a consent that ended is no spoiled record."""
    from aijri_engine.store import ConsentNeeded

    return (CLOSED, str(error)) if isinstance(error, ConsentNeeded) else (CANNOT_BE_READ, way_out(row))


def way_out(row: "SessionRow") -> str:
    """What can be done about a session whose record is spoiled."""
    return f"Its record is spoiled; `aijri sessions delete {row.id}` takes it away."


def part_of(row: "SessionRow") -> str:
    """What of a record that opens all the same cannot be read; empty when all is well."""
    return f"P{row.trouble[1:]}; it opens as before." if row.trouble else ""


def day_of(moment: datetime) -> str:
    """A day as a sentence has it."""
    return day_words(moment.date())


def minute_of(stamp: str) -> str:
    """A moment of the store as a line of a list has it: `2026-11-22 21:04`."""
    moment = moment_of(stamp)
    return f"{moment:%Y-%m-%d %H:%M}" if moment.date() > NO_DAY else "day not known"


def moment_of(stamp: str) -> datetime:
    """A moment of the store where this machine stands."""
    return datetime.fromisoformat(stamp).astimezone()


def _result_words(interview: "Interview") -> str:
    from aijri_engine.personal.personalise import personalise
    from aijri_engine.personal.status import status_of
    from aijri_engine.personal.withheld import withheld

    personal = personalise(interview)
    found = personal.assess()
    status = status_of(interview, personal)
    if withheld(personal):
        return "a range, too little is known for one figure"
    word = "" if status.name == "complete" else f", {status.name}"
    return f"{found.index:.1f} {found.zone.value}{word}"
