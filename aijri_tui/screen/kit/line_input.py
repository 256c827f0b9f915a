"""The line for typed words, and what is typed ahead. While it is empty, arrows and space belong to the options."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from aijri_engine.text import cell_width
from aijri_tui.screen.kit import safe_text

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
        self._open_since = 0.0
        """When the question that is painted now could be answered (seconds of the clock of events)."""

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
            self._open_since = events.Event().time

    def keeps(self, event: events.Key | events.Paste) -> bool:
        """Keep what was typed if an answer is on its way; keys that are no signs are let go where they do nothing.

        So is one of the line that was pressed before, and comes late because the store was asked.
        """
        if not self.closed:
            late = (
                event.time < self._open_since and isinstance(event, events.Key) and event.key in OF_THE_LINE
            )
            if late:
                event.stop()
                event.prevent_default()
            return late
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


LONGEST_TYPED = 10_000


class AnswerInput(Input):
    """An input without a box. It always has the keys, so that typing works without looking for a place to type."""

    DEFAULT_CSS = """
    AnswerInput, AnswerInput:focus {
        border: none; padding: 0; height: 1; color: $aijri-text;
        background: $aijri-selected; background-tint: transparent;
    }
    AnswerInput > .input--placeholder { color: $aijri-muted; }
    AnswerInput > .input--cursor { color: $aijri-background; background: $aijri-text; text-style: none; }
    AnswerInput:ansi > .input--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
    """
    AT_ONCE: ClassVar[dict[str, str]] = {
        "enter": "submit", "backspace": "delete_left", "delete": "delete_right", "left": "cursor_left",
        "right": "cursor_right", "home": "home", "end": "end", "up": "turn('up')", "down": "turn('down')",
        "pageup": "turn('pageup')", "pagedown": "turn('pagedown')", "tab": "turn('tab')",
    }  # fmt: skip
    """Keys carried out in the order of typing: a binding would let a sign typed after them overtake them."""

    class Turned(Message):
        """A key that is meant for the options: up, down, left, right, space, pageup, pagedown, tab."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(
        self,
        id: str | None = None,
        ahead: TypeAhead | None = None,
        instead: Callable[[str], bool] | None = None,
    ) -> None:
        """`ahead` keeps what comes while an answer is saved; `instead` may take a sign that is not for this line."""
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._ahead, self._instead = ahead, instead
        self.turned: Callable[[str], None] | None = None
        """Takes the keys that lead to another line, at once: what is typed after them belongs there."""

    def validate_value(self, value: str) -> str:
        """Nothing that could steer the terminal, on one line."""
        return safe_text.line(value, LONGEST_TYPED)

    def prompt(self, words: str) -> None:
        """What stands there while nothing is typed."""
        self.placeholder = safe_text.line(words, 200)

    def render_line(self, y: int) -> Strip:
        """The line, with a sign where more of it stands beyond an edge."""
        strip = super().render_line(y)
        width, before = self.scrollable_content_region.width, self.scroll_offset.x if self.value else 0
        here = self._cursor_offset - before if self.has_focus else -1
        if y or width < 2:
            return strip
        if cell_width(self.value or self.placeholder) - before > width and here != width - 1:
            last = strip.crop(width - 1, width)
            strip = Strip.join([strip.crop(0, width - 1), safe_text.more(last), strip.crop(width, None)])
        if before > 0 and here != 0:
            strip = Strip.join([safe_text.more(strip.crop(0, 1)), strip.crop(1, None)])
        return strip

    def action_turn(self, key: str) -> None:
        """Pass the key on."""
        self.post_message(self.Turned(key))

    def action_cursor_left(self, select: bool = False) -> None:
        """In the text, or among the options while there is none."""
        if self.value:
            super().action_cursor_left(select)
        else:
            self.post_message(self.Turned("left"))

    def action_cursor_right(self, select: bool = False) -> None:
        """See `action_cursor_left`."""
        if self.value:
            super().action_cursor_right(select)
        else:
            self.post_message(self.Turned("right"))

    async def action_submit(self) -> None:
        """Send the line."""
        if self._ahead is not None:
            self._ahead.send()
        await super().action_submit()

    def type_in(self, text: str) -> None:
        """Put text where the cursor is, or in place of what is selected."""
        line = safe_text.line(text, LONGEST_TYPED)
        selection = self.selection
        if selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *selection)

    async def play(self, key: str, sign: str = "") -> bool:
        """Do what a key does here; False for keys that mean nothing to a line."""
        if sign and self._instead is not None and self._instead(sign):
            return True
        if self.turned is not None and key in ("enter", "tab", "up", "down"):
            self.turned(key)
        elif key == "space" and not self.value:
            self.post_message(self.Turned("space"))
        elif key in self.AT_ONCE:
            await self.run_action(self.AT_ONCE[key])
        elif sign:
            self.type_in(sign)
        else:
            return False
        return True

    async def _on_key(self, event: events.Key) -> None:
        if self._ahead is not None and self._ahead.keeps(event):
            return
        focused = self.screen.focused
        if self.turned is not None and focused is not None and focused is not self:
            event.stop()
            event.prevent_default()
            focused.post_message(events.Key(event.key, event.character))
            return
        self._restart_blink()
        sign = event.character if event.is_printable else ""
        if await self.play(event.key, sign or ""):
            event.stop()
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        """All of what is pasted, on one line."""
        event.prevent_default()
        if self._ahead is None or not self._ahead.keeps(event):
            self.type_in(event.text)
            event.stop()
