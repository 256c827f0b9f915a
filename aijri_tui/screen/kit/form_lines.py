"""The lines a form is made of: a line to type in, several lines of text, a choice."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import TextArea

from aijri_engine.text import clean
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.rows import Row, Span, say
from aijri_tui.screen.kit.sheet import Sheet

LONGEST_TEXT = 4000
"""Characters of a text over several lines [ours]."""

LABEL_WIDTH = 20
"""Cells for what a line is about [ours]."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of a form is about."""

    id: str
    label: str
    value: str = ""
    """What stands there at first; for a choice, the id of what is picked."""
    hint: str = ""
    """Shown while nothing is typed."""
    hidden: bool = False
    """What is typed is not shown."""
    several: bool = False
    """A text over several lines."""
    options: tuple[tuple[str, str], ...] = ()
    """Id and words of each option; with these the line is a choice."""


class TextLines(TextArea):
    """A text that wraps. Enter goes on; pasted line ends are kept."""

    DEFAULT_CSS = """
    TextLines, TextLines:focus {
        border: none; padding: 0; height: auto; min-height: 3; max-height: 9; color: $aijri-text;
        background: $aijri-selected; background-tint: transparent; scrollbar-size-vertical: 1;
    }
    TextLines > .text-area--placeholder { color: $aijri-muted; }
    TextLines > .text-area--cursor-line { background: transparent; }
    TextLines > .text-area--cursor { color: $aijri-background; background: $aijri-text; text-style: none; }
    TextLines:ansi > .text-area--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "turn('tab')", show=False)]

    def __init__(self, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(id=id, compact=True, placeholder=placeholder, highlight_cursor_line=False)

    def action_turn(self, key: str) -> None:
        """Pass the key on."""
        self.post_message(AnswerInput.Turned(key))

    def action_cursor_up(self, select: bool = False) -> None:
        """In the text; above its first line, to the line before it."""
        if self.cursor_at_first_line and not select:
            self.action_turn("up")
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """In the text; below its last line, to the line after it."""
        if self.cursor_at_last_line and not select:
            self.action_turn("down")
        else:
            super().action_cursor_down(select)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_turn("enter")
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(clean(event.text, LONGEST_TEXT, lines=True))


class KeyLines(Sheet):
    """Lines that take arrows, space and enter alone: by a letter nothing is chosen, it belongs to the text above."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "turn('tab')", show=False)]

    class Strayed(Message):
        """A sign was typed here."""

        def __init__(self, sign: str) -> None:
            super().__init__()
            self.sign = sign

    def action_turn(self, key: str) -> None:
        """Pass the key on."""
        self.post_message(AnswerInput.Turned(key))

    def on_focus(self) -> None:
        """The mark shows where the keys go."""
        self.redraw()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Letters move and choose nothing; neither does a space that was typed among them."""
        if event.is_printable and (event.key != "space" or self.screen.focused is not self):
            event.stop()
            event.prevent_default()
            self.post_message(self.Strayed(event.character or ""))

    def on_paste(self, event: events.Paste) -> None:
        """As if it were typed."""
        event.stop()
        self.post_message(self.Strayed(clean(event.text, LONGEST_TEXT, lines=True)))


class ChoiceLines(KeyLines):
    """Options of which one is picked: walking over them picks nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "pick", show=False)]

    def __init__(self, line: Line) -> None:
        super().__init__(self._picture, focusable=True, id=f"line-{line.id}")
        self._options = line.options
        self.picked = line.value or line.options[0][0]
        self.cursor = self.picked

    def _picture(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for name, words in self._options:
            mark = "›" if self.cursor == name and self.has_focus else " "
            dot = "●" if self.picked == name else "○"
            first, *others = say(words, width - 4, link=name)
            rows.append((Span(f"{mark} {dot} ", "accent", name), *first))
            rows += [(Span("    ", "text", name), *row) for row in others]
        return rows

    def on_blur(self) -> None:
        """What was only walked over is forgotten."""
        self.cursor = self.picked

    def pick(self, name: str) -> None:
        """Pick an option."""
        self.picked = self.cursor = name
        self.redraw()

    def action_pick(self) -> None:
        """Pick what the cursor is on."""
        self.pick(self.cursor)

    def action_move(self, step: int) -> None:
        """Among the options; beyond them, to the line before or after."""
        names = [name for name, _ in self._options]
        place = names.index(self.cursor) + step
        if 0 <= place < len(names):
            self.move_to(names[place])
        else:
            self.action_turn("up" if step < 0 else "down")

    def action_choose(self) -> None:
        """Enter picks and goes on."""
        self.action_pick()
        self.action_turn("enter")

    def on_click(self, event: events.Click) -> None:
        """A click picks."""
        event.stop()
        link = self.link_at(event.x, event.y)
        if link:
            self.pick(link)


class ActLines(KeyLines):
    """What can be done with a form, below its lines."""

    def __init__(self, acts: tuple[tuple[str, str], ...]) -> None:
        super().__init__(self._picture, focusable=True, id="acts")
        self._acts = acts

    def _picture(self, width: int) -> list[Row]:
        return [
            (
                Span("› " if self.cursor == name and self.has_focus else "  ", "accent"),
                Span(words, "accent", name),
            )
            for name, words in self._acts
        ]

    def action_move(self, step: int) -> None:
        """Among the acts; above them, to the last line of the form."""
        names = [name for name, _ in self._acts]
        place = names.index(self.cursor) + step if self.cursor in names else 0
        if 0 <= place < len(names):
            self.move_to(names[place])
        elif step < 0:
            self.action_turn("up")


class FormLine(Horizontal):
    """A label and what is typed or picked."""

    DEFAULT_CSS = f"""
    FormLine {{ height: auto; margin-bottom: 1; }}
    FormLine > .label {{ width: {LABEL_WIDTH}; }}
    FormLine > AnswerInput, FormLine > TextLines, FormLine > ChoiceLines {{ width: 1fr; max-width: 64; }}
    """

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line

    def compose(self) -> ComposeResult:
        """The label, then the line itself."""
        line = self.line
        label = Sheet(lambda width: say(line.label, width - 2, "muted"))
        label.add_class("label")
        yield label
        if line.options:
            yield ChoiceLines(line)
        elif line.several:
            yield TextLines(id=f"line-{line.id}", placeholder=line.hint)
        else:
            yield AnswerInput(id=f"line-{line.id}")

    def on_mount(self) -> None:
        """What stands there at first."""
        line = self.line
        for typed in self.query(AnswerInput):
            typed.password = line.hidden
            typed.prompt(line.hint)
            typed.value = line.value
        for text in self.query(TextLines):
            text.text = clean(line.value, LONGEST_TEXT, lines=True)
            text.move_cursor(text.document.end)

    @property
    def widget(self) -> AnswerInput | TextLines | ChoiceLines:
        """What has the keys."""
        found = self.query_one(f"#line-{self.line.id}")
        assert isinstance(found, (AnswerInput, TextLines, ChoiceLines))
        return found

    def put(self, words: str) -> None:
        """Fill in a line that is typed."""
        for typed in self.query(AnswerInput):
            typed.value = words

    @property
    def value(self) -> str:
        """What is typed or picked."""
        widget = self.widget
        if isinstance(widget, ChoiceLines):
            return widget.picked
        return widget.text if isinstance(widget, TextLines) else widget.value
