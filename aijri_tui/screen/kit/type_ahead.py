"""Signs typed while an answer is on its way to the disk: kept for the question that comes next, never sent to it."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual import events

LONGEST_KEPT = 2_000
"""Signs kept while an answer is being saved [ours]."""

OF_THE_LINE = frozenset(
    (
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "home",
        "end",
        "delete",
        "tab",
        "enter",
        "backspace",
    )
)
"""Keys that belong to the question they were pressed at: they move or send nothing at the next one."""


class TypeAhead:
    """Closed from enter until the answer is on disk and the next question painted."""

    def __init__(self) -> None:
        self._turns = 0
        self._sent = False
        self._text = ""
        self._complete = False

    @property
    def closed(self) -> bool:
        """An answer is on its way: what is typed now is not meant for the question that is still painted."""
        return self._sent or self._turns > 0

    def send(self) -> None:
        """Enter was pressed; whatever follows belongs to the next question, however fast it comes."""
        self._sent = True

    @contextmanager
    def turn(self) -> Iterator[None]:
        """While one thing that was asked for is being carried out."""
        self._sent = False
        self._turns += 1
        try:
            yield
        finally:
            self._turns -= 1

    def keeps(self, event: events.Key | events.Paste) -> bool:
        """Keep what was typed if an answer is on its way; keys that are no signs are let go where they do nothing."""
        if not self.closed:
            return False
        if isinstance(event, events.Paste):
            self._keep(event.text)
        elif event.key == "enter":
            self._complete = bool(self._text)
        elif event.key == "backspace" and not self._complete:
            self._text = self._text[:-1]
        elif event.is_printable and event.character:
            self._keep(event.character)
        elif event.key not in OF_THE_LINE:
            return False
        event.stop()
        event.prevent_default()
        return True

    def _keep(self, text: str) -> None:
        """A line that was ended by enter stays as it is: a second one would be for a question nobody has seen."""
        if not self._complete:
            self._text = (self._text + text)[:LONGEST_KEPT]

    def take(self) -> str:
        """What was typed meanwhile; nothing while an answer is still on its way."""
        if self.closed:
            return ""
        text, self._text, self._complete = self._text, "", False
        return text
