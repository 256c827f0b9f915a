"""What is pasted is text: a control sequence in it reaches no key, and no screen.

The library takes what follows an escape sign within a paste for keys, up to 32 of them, enter among them.
"""

import re
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

START, END = "\x1b[200~", "\x1b[201~"
"""What a terminal writes around a paste (xterm's bracketed paste)."""
SURE = len("\x1b[2")
"""Signs of `START` from which it is no key that was pressed alone."""
STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters but for line ends and tabs; whoever takes the text cleans the rest of it."""

Feed = Callable[[str], Iterable[Any]]


class Pastes:
    """Hands on what the terminal says; a paste once it is whole, and cleaned."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._held = ""
        """What was not judged yet."""
        self._told = 0
        """How many signs of that were handed on already: what may be a key alone is never held back."""

    def feed(self, data: str) -> Iterable[Any]:
        """What the library makes of it; nothing where all of it is held back. An empty one is the end."""
        if not data:
            return self._feed(data)
        data, self._held = self._held + data, ""
        found = ""
        while START in data:
            before, _, after = data.partition(START)
            found += before
            text, end, data = after.partition(END)
            if not end:
                self._held, data = START + after, ""
            else:
                found += START + STEERS.sub("", text) + END
        begun = next((n for n in range(len(START) - 1, 0, -1) if data.endswith(START[:n])), 0)
        if begun:
            self._held, data = data[-begun:], data[:-begun]
        found += data
        at_once = self._held if len(self._held) < SURE else ""
        told = (found + at_once)[self._told :]
        self._told = len(at_once) if found or at_once else self._told
        return self._feed(told) if told else ()


def clean_pastes(driver: type) -> None:
    """Let this driver read its terminal so."""
    module = sys.modules[driver.__module__]
    made = getattr(module, "XTermParser", None)
    if isinstance(made, type):
        module.XTermParser = partial(_parser, made)  # type: ignore[attr-defined]


def _parser(made: Callable[[bool], Any], debug: bool = False) -> Any:
    found = made(debug)
    found.feed = Pastes(found.feed).feed
    return found
