"""Loading of content and sessions, in a thread, after the first frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from aijri_engine.content.library import Library
from aijri_engine.content.problems import ContentError
from aijri_tui.screen.sessions import Listed, Sessions, open_sessions


@dataclass(frozen=True, slots=True)
class Ready:
    """What the app goes on with."""

    library: Library | None
    sessions: Sessions | None
    listed: Sequence[Listed]
    titles: dict[str, str]
    trouble: str


def load() -> Ready:
    """Everything; problems come back as words, never as exceptions."""
    try:
        library = Library.open()
    except ContentError as error:
        first = next(iter(error.problems), None)
        return Ready(
            None,
            None,
            (),
            {},
            f"The content cannot be used: {first or error}. `aijri check` lists every problem.",
        )
    sessions = open_sessions()
    try:
        listed: Sequence[Listed] = sessions.listed()
    except OSError as error:
        return Ready(
            library, sessions, (), titles_of(library), f"Earlier sessions cannot be read: {error.strerror}."
        )
    return Ready(library, sessions, listed, titles_of(library), "")


def titles_of(library: Library) -> dict[str, str]:
    """Title of every role, by id."""
    return {role.id: role.title for role in library.roles.values()}
