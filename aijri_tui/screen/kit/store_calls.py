"""A coach's screens and the store: every call goes through here, in a thread, and comes back as words when refused."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from aijri_engine.store import StoreError
from aijri_tui.screen.kit.shell import Shell

if TYPE_CHECKING:
    from aijri_engine.store import Store

Found = TypeVar("Found")


class RefusedError(Exception):
    """What was asked for was not done; the text says why and what helps."""

    def __init__(self, words: str, line: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.line = line
        """The line of a form in which something is missing or wrong; empty for none in particular."""


async def with_store(app: Shell, act: "Callable[[Store], Found]") -> Found:
    """Do something with the store, created where there is none yet. Raises `RefusedError`."""
    return await _told(lambda: act(app.sessions.store()))


async def with_store_if_any(app: Shell, act: "Callable[[Store], Found]") -> Found | None:
    """Read from the store; None where there is none yet, since looking creates none. Raises `RefusedError`."""

    def look() -> Found | None:
        store = app.sessions.existing
        return None if store is None else act(store)

    return await _told(look)


async def _told(call: Callable[[], Found]) -> Found:
    try:
        return await asyncio.to_thread(call)
    except (StoreError, LookupError) as error:
        raise RefusedError(str(error)) from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise RefusedError(f"That was not possible: {reason}. Nothing was changed.") from None
