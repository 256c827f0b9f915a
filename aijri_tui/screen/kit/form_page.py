"""A small form: sentences, labelled lines, what can be done. What was refused is said above the lines."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from aijri_engine.files.typed_path import lies_there, typed_path
from aijri_engine.files.whole_files import reason_of
from aijri_tui.screen.kit.form_lines import ActLines, FormLine, KeyLines, Line, TextLines
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import RefusedError

NO_LETTERS = "Letters choose nothing here: arrows move, space picks, enter goes on."


class FormScreen(Frame):
    """Lines to fill in. Enter goes on and, on the last line, does it; so does a click on the act."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2,escape", "back", show=False)]

    where = ""
    """Title, after the name of the program."""
    act = "Keep it"
    """What the form does."""
    leave_words = "Back, without it"
    takes_away = False
    """What it does removes something: the way back has the cursor."""
    about: tuple[str, ...] = ()
    """What is said above the lines, the first one strongly, where it is always the same."""
    fields: tuple[Line, ...] = ()
    """The lines, where they are always the same."""
    working = ""
    """Said while it is being done, where that takes a moment."""

    def __init__(self) -> None:
        super().__init__()
        self._trouble = ""
        self._busy = False
        self._begun: dict[str, str] = {}

    def lines(self) -> tuple[Line, ...]:
        """The lines of the form."""
        return self.fields

    def sentences(self) -> tuple[str, ...]:
        """What is said above them."""
        return self.about

    async def carry_out(self, values: Mapping[str, str]) -> str | None:
        """Do it, and return what is said of it on the page before; None stays. Raises `RefusedError`."""
        raise NotImplementedError

    # ---------------------------------------------------------------- layout

    def body(self) -> ComposeResult:
        """Sentences, lines, acts."""
        with Body():
            yield Sheet(self.built, id="page")
            for line in self.lines():
                yield FormLine(line)
            acts = (("do", self.act), ("leave", self.leave_words))
            yield ActLines(acts[::-1] if self.takes_away else acts)

    def actions(self) -> Sequence[Action]:
        """How its lines are filled in, where it has any; else what it asks is decided."""
        if not self._lines:
            return (CHOOSE, Action("enter", "decide"), BACK)
        return (Action("enter", "next, then done"), Action("tab ↑↓", "other line"), BACK)

    def on_mount(self) -> None:
        """The first line has the keys; the first empty one, where some are filled in."""
        self.head(f"AIJRI · {self.where}", self.state_words())
        self._begun = self.values()
        for typed in self.query(AnswerInput):
            typed.cursor_blink = self.aijri.cursor_blink
            typed.turned = self.turned
        for text in self.query(TextLines):
            text.cursor_blink = self.aijri.cursor_blink
        empty = next((one.widget for one in self._lines if not one.value), None)
        (empty or self._stops[0]).focus()

    def state_words(self) -> str:
        """What stands at the right of the header."""
        return ""

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        for place, words in enumerate(self.sentences()):
            rows += [*say(words, room, "text" if place else "strong"), EMPTY]
        if self._busy and self.working:
            rows += [*say(self.working, room, "accent"), EMPTY]
        elif self._trouble:
            rows += [*say(self._trouble, room, "problem"), EMPTY]
        return rows

    @property
    def _lines(self) -> list[FormLine]:
        return list(self.query(FormLine))

    @property
    def _stops(self) -> list[Widget]:
        """Everything that can have the keys, in order."""
        return [*(one.widget for one in self._lines), self.query_one(ActLines)]

    def values(self) -> dict[str, str]:
        """What is typed and picked, by line."""
        return {one.line.id: one.value for one in self._lines}

    # ---------------------------------------------------------------- going about

    def turned(self, key: str) -> None:
        """A key that leads to another line."""
        if key in ("up", "down", "tab", "enter"):
            self._go(-1 if key == "up" else 1, done=key == "enter")

    def _go(self, step: int, done: bool = False) -> None:
        stops = self._stops
        here = stops.index(self.focused) if self.focused in stops else 0
        if done and here >= len(self._lines) - 1:
            self.do()
            return
        place = (here + step) % len(stops)
        self.set_focus(stops[place])

    def on_key_lines_strayed(self, event: KeyLines.Strayed) -> None:
        """It goes on with the text, on a line of its own; where there is none, nothing is done by it."""
        event.stop()
        text = next(iter(self.query(TextLines)), None)
        if text is None:
            self.say_trouble(NO_LETTERS)
            return
        if self.focused is not text:
            text.focus()
            text.move_cursor(text.document.end)
            text.insert("\n" if text.text else "")
        text.insert(event.sign)

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """An act, by enter or a click."""
        if link == "do":
            self.do()
        elif link == "leave":
            self.leave()

    def do(self) -> None:
        """Do what the form is for, once."""
        if not self._busy:
            self._busy, self._trouble = True, ""
            self.paint_page()
            self.run_worker(self._carry_out(), group="form")

    async def _carry_out(self) -> None:
        try:
            told = await self.carry_out(self.values())
            if told is not None:
                self.dismiss(told)
        except RefusedError as refused:
            self._busy = False
            self.say_trouble(refused.words)
            line = next((one.widget for one in self._lines if one.line.id == refused.line), None)
            if line is not None:
                line.focus()
        except OSError as error:
            self.say_trouble(f"That did not work: {reason_of(error)}.")
        self._busy = False

    def say_trouble(self, words: str) -> None:
        """Say what was wrong, above the lines and in view."""
        self._trouble = words
        self.paint_page()
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        """The words first, and as much of the lines below them as there is room for."""
        width = self.page.size.width
        said = len(say(self._trouble, min(width, READING_WIDTH)))
        top = max(0, len(self.page.rows(width)) - said - 1)
        self.query_one(Body).scroll_to(y=top, animate=False, force=True)

    def leave(self) -> None:
        """Back without doing anything; not while it is being done."""
        if not self._busy:
            self.dismiss(None)

    @property
    def unsent(self) -> str:
        """See `Frame.unsent`; every line that is not as it stood at first."""
        now = self.values() if self._begun else {}
        return "\n".join(f"{name} {now[name]}" for name in now if now[name] != self._begun[name])

    def action_back(self) -> None:
        """Back; not while it is being done."""
        if not self._busy:
            super().action_back()


def needed(values: Mapping[str, str], **lines: str) -> None:
    """Raise `RefusedError` with the sentence of the first of these lines that is empty."""
    for line, words in lines.items():
        if not values[line].strip():
            raise RefusedError(words, line)


def new_file(values: Mapping[str, str], line: str = "path") -> Path:
    """Where a file is to go. Raises `RefusedError` where something lies there."""
    path = typed_path(values[line])
    if lies_there(path):
        raise RefusedError(f"{path} exists already. Name another file.", line)
    return path
