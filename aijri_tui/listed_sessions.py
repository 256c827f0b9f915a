"""Sessions as a list shows them: which role, when, how far; a spoiled one says so and the way out."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview

if TYPE_CHECKING:
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
    """The way out where the record cannot be read; empty when all is well."""


def all_listed(
    store: "Store", library: Library | None, client_id: str | None = None, alone: bool = False
) -> list[Listed]:
    """Sessions of a client, or those taken `alone`, the last touched first; figures of the first few."""
    rows = store.sessions(limit=MOST_LISTED, client_id=client_id, alone=alone)
    return [
        listed_session(row, library if number < MOST_COMPUTED and row.revealed else None, store)
        for number, row in enumerate(rows)
    ]


def listed_session(row: "SessionRow", library: Library | None, store: "Store") -> Listed:
    """One session; its figure where a library is given and it was seen."""
    state, trouble = row.state, ""
    if row.trouble:
        state, trouble = CANNOT_BE_READ, way_out(row)
        library = None
    try:
        when = moment_of(row.updated)
        if library is not None and library.knows(row.role):
            from aijri_engine.store import as_it_stands

            state = _result_words(as_it_stands(store, row.id, library))
    except Exception as error:  # whatever is wrong with one record, the others are shown
        state, trouble = trouble_of(row, error)
        when = moment_or_long_ago(row.updated)
    return Listed(row.id, row.role, row.role_name, when, row.revealed, state, trouble)


def trouble_of(row: "SessionRow", error: Exception) -> tuple[str, str]:
    """State of a session that could not be opened, and why: a consent that ended is no spoiled record."""
    from aijri_engine.store import ConsentNeeded

    return (CLOSED, str(error)) if isinstance(error, ConsentNeeded) else (CANNOT_BE_READ, way_out(row))


def way_out(row: "SessionRow") -> str:
    """What can be done about a session whose record is spoiled."""
    return f"Its record is spoiled; `aijri sessions delete {row.id}` takes it away."


def moment_or_long_ago(stamp: str) -> datetime:
    """A moment of the store where this machine stands; 1970 for one that cannot be read."""
    try:
        return moment_of(stamp)
    except ValueError:
        return datetime.fromtimestamp(0).astimezone()


def day_of(moment: datetime) -> str:
    """A day as a sentence has it."""
    return f"{moment.day} {moment:%B %Y}"


def moment_of(stamp: str) -> datetime:
    """A moment of the store where this machine stands."""
    return datetime.fromisoformat(stamp).astimezone()


def _result_words(interview: Interview) -> str:
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
