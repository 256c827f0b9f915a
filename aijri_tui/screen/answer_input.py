"""The line for typed words. While it is empty, arrows and space belong to the options above it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from aijri_tui.screen import safe

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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn('up')", show=False),
        Binding("down", "turn('down')", show=False),
        Binding("pageup", "turn('pageup')", show=False),
        Binding("pagedown", "turn('pagedown')", show=False),
        Binding("tab", "turn('tab')", show=False),
    ]

    class Turned(Message):
        """A key that is meant for the options: up, down, left, right, space, pageup, pagedown, tab."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """Nothing that could steer the terminal, on one line."""
        return safe.line(value, LONGEST_TYPED)

    def prompt(self, words: str) -> None:
        """What stands there while nothing is typed."""
        self.placeholder = safe.line(words, 200)

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

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "space" and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.Turned("space"))
            return
        await super()._on_key(event)
