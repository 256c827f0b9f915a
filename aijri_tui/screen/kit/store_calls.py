"""A coach's screens and the store: every call goes through here, in a thread, and comes back as words when refused."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from aijri_engine.store import StoreError
from aijri_tui.screen.kit.shell import Shell

if TYPE_CHECKING:
    from aijri_engine.store import Store

Found = TypeVar("Found")

SPOILED = (
    "What is kept about this cannot be read. `aijri sessions delete ID` takes a spoiled session away, and "
    "`aijri backup restore FILE` brings back how it was."
)


class RefusedError(Exception):
    """What was asked for was not done; the text says why and what helps."""

    def __init__(self, words: str, line: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.line = line
        """The line of a form in which something is missing or wrong; empty for none in particular."""


async def with_store(app: Shell, act: "Callable[[Store], Found]") -> Found:
    """Do something with the store, created where there is none yet. Raises `RefusedError`."""
    return await in_thread(lambda: act(app.sessions.store()))


async def with_store_if_any(app: Shell, act: "Callable[[Store], Found]") -> Found | None:
    """Read from the store; None where there is none yet, since looking creates none. Raises `RefusedError`."""

    def look() -> Found | None:
        store = app.sessions.existing
        return None if store is None else act(store)

    return await in_thread(look)


async def in_thread(call: Callable[[], Found]) -> Found:
    """Do something in a thread. Raises `RefusedError` in words for a person, whatever was in the way."""
    try:
        return await asyncio.to_thread(call)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise RefusedError(f"That was not possible: {reason}. Nothing was changed.") from None
    except (KeyError, IndexError, ValueError, TypeError, ArithmeticError) as error:
        raise RefusedError(str(error) if isinstance(error, StoreError) else SPOILED) from None
    except (StoreError, LookupError) as error:
        raise RefusedError(str(error)) from None
