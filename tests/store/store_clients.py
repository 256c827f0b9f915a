"""Clients for the tests of the store: with all that can be kept of one, until a day, by a clock that a test can set."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from store_people import answered

from aijri_engine import Interview, Library
from aijri_engine.store import Store

LIBRARY = Library.open()
CONSENT = LIBRARY.wording.consent
LATER = date(2030, 1, 31)


class Clock:
    """A clock that a test can set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


NAME = "Wilhelmina Quist"
SECRET = "afraid of the new manager"


def with_client(store: Store, library: Library, interview: Interview, alias: str) -> str:
    """A client with everything there can be of one; the id of a session."""
    client = store.roster.add(alias)
    store.roster.agree(alias, library.wording.consent, f"{alias} wants to move on", "Ada", LATER)
    session = store.start(answered(interview, "level", "mid"), client_id=client.id)
    interview = session.resume(library).note(f"{alias} said so")
    session.save(interview)
    store.roster.note(alias, f"{alias} is {SECRET}", session_id=session.id)
    store.roster.plan(alias, f"{alias} asks", alias, LATER, "", session.id)
    return session.id


def traces(folder: Path, words: str) -> list[str]:
    """Files of a folder that hold these words in any usual encoding."""
    wanted = [words.encode(), words.encode("utf-16-le"), words.casefold().encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in path.read_bytes() for one in wanted)]


def left_over(folder: Path, *secrets: str) -> list[str]:
    """Files in which one of these words lies in plain text."""
    return [name for secret in secrets for name in traces(folder, secret)]
