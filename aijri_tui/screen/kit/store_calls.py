"""A coach's screens and the store: every call goes through here, in a thread, and comes back as words when refused."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from aijri_engine.store import StoreError

if TYPE_CHECKING:
    from aijri_engine.store import Store
    from aijri_tui.screen.app.app import AijriApp
    from aijri_tui.sessions import Sessions

Found = TypeVar("Found")


class RefusedError(Exception):
    """What was asked for was not done; the text says why and what helps."""

    def __init__(self, words: str, line: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.line = line
        """The line of a form in which something is missing or wrong; empty for none in particular."""


async def at_the_desk(app: "AijriApp", act: "Callable[[Store], Found]") -> Found:
    """Do something with the store, created where there is none yet. Raises `RefusedError`."""
    sessions = _sessions(app)
    return await _told(lambda: act(sessions.store()))


async def glance(app: "AijriApp", act: "Callable[[Store], Found]") -> Found | None:
    """Read from the store; None where there is none yet, since looking creates none. Raises `RefusedError`."""
    sessions = _sessions(app)

    def look() -> Found | None:
        store = sessions.existing
        return None if store is None else act(store)

    return await _told(look)


def _sessions(app: "AijriApp") -> "Sessions":
    if app.sessions is None:
        raise RefusedError("The sessions of this machine cannot be read.")
    return app.sessions


async def _told(call: Callable[[], Found]) -> Found:
    try:
        return await asyncio.to_thread(call)
    except (StoreError, LookupError) as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise RefusedError(f"That was not possible: {reason}. Nothing was changed.") from None
