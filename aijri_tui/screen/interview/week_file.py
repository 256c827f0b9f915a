"""The week from a calendar or a time sheet: which file, then where each of its titles goes."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input

from aijri_engine.interview.form import Asked, Form
from aijri_engine.text import pad, shorten_inside
from aijri_engine.week_file import (
    HOW,
    NOT_WORK,
    OWN,
    TITLES,
    Line,
    WeekFileError,
    WeekLines,
    open_week,
    typed_change,
)
from aijri_tui.screen.kit.form_lines import Line as FormLine
from aijri_tui.screen.kit.form_page import FormScreen, needed
from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import RefusedError, work_instead

FIGURE, LEAST_TITLE, MOST_WHERE = 6, 12, 26
"""Cells of a figure, of the shortest title and of the longest name of a row [ours]."""


class WeekPathScreen(FormScreen):
    """Which file; returns its path once it could be read."""

    where = "the week from a file"
    act = "Read it"
    leave_words = "Back, without a file"
    working = "The file is being read ..."

    def __init__(self, form: Form, asked: Asked) -> None:
        super().__init__()
        self.form, self.asked = form, asked

    about = (
        "A calendar (.ics) or a time sheet (.csv)",
        (
            "The last two normal weeks in it are summed by title, and you say where each title goes. The file "
            "stays where it is; titles are not kept, but as names of other work."
        ),
    )

    fields = (FormLine("path", "file", hint="where the file is"),)

    async def carry_out(self, values: Mapping[str, str]) -> str:
        """Read it once, so that what is wrong is said here."""
        needed(values, path="Which file?")
        path = Path(values["path"].strip())
        try:
            await asyncio.to_thread(open_week, path, self.form, self.asked, date.today())
        except WeekFileError as error:
            raise RefusedError(str(error), "path") from None
        return str(path)


class WeekFileScreen(Frame):
    """Where the titles go, by left and right or in words; returns the split as JSON."""

    ACTIONS = (Action("↑↓", "line"), Action("←→", "where it goes"), Action("enter", "take these hours"), BACK)

    def __init__(self, form: Form, asked: Asked, path: Path) -> None:
        super().__init__()
        self.form, self.asked, self.path = form, asked, path
        self.week: WeekLines | None = None
        self._as_read: Sequence[Line] = ()

    def body(self) -> ComposeResult:
        """The lines, and the line for words, which always has the keys."""
        with Body():
            yield Sheet(id="page")
            yield AnswerInput(id="words")

    def on_mount(self) -> None:
        """Read the file in a thread."""
        self.head("AIJRI · the week from a file")
        words = self.query_one("#words", AnswerInput)
        row = self.asked.rows[0].short.casefold()
        words.prompt(f"or in words: 2 {row} · 3 no · 4 other · 6 hours {row}")
        words.cursor_blink = self.aijri.cursor_blink
        words.focus()
        self.paint_page("line:0")
        work_instead(self, self._read)

    async def _read(self) -> None:
        try:
            self.week = await asyncio.to_thread(open_week, self.path, self.form, self.asked, date.today())
        except WeekFileError as error:
            self.aijri.say(str(error))
            self.dismiss(None)
            return
        self._as_read = self.week.lines
        self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        week = self.week
        if week is None:
            return say("Reading the file ...", room, "muted")
        rows: list[Row] = [EMPTY]
        for words in (*week.left_out, week.told(), TITLES):
            rows += say(words, room, "muted")
        rows.append(EMPTY)
        for place, line in enumerate(week.lines):
            rows.append(self._line(week, place, line, room))
        rows += [EMPTY, *self.said_rows(room)]
        left = len(week.open)
        told = f"{week.hours:.1f} hours a week" + (f"; {left} not placed yet" if left else "")
        return [*rows, (Span(told, "loud" if left else "strong"),), EMPTY]

    def _line(self, week: WeekLines, place: int, line: Line, width: int) -> Row:
        link = f"line:{place}"
        here = self.page.cursor == link
        where = week.where(line, self.asked)
        size = min(MOST_WHERE, max(len(week.where(one, self.asked)) for one in week.lines))
        title = max(LEAST_TITLE, width - size - FIGURE - 10)
        return (
            Span("› " if here else "  ", "accent", link),
            Span(f"{place + 1:>2} ", "muted", link),
            Span(pad(shorten_inside(line.title, title), title), "strong" if here else "text", link),
            Span(f"{week.shown[place]:{FIGURE}.1f}  ", "text", link),
            Span(
                shorten_inside(where, size), "loud" if not line.goes else "accent" if here else "muted", link
            ),
        )

    @property
    def unsent(self) -> str:
        """See `Frame.unsent`; the lines that were put somewhere."""
        moved = self.week is not None and self.week.lines != self._as_read
        return f"{super().unsent}\n{self.week}" if moved else super().unsent

    @property
    def _place(self) -> int:
        return int(self.page.cursor.partition(":")[2] or 0)

    def turned(self, key: str) -> None:
        """Arrows: another line, or another row for this one."""
        week = self.week
        if week is None or key not in ("up", "down", "left", "right"):
            return
        if key in ("up", "down"):
            place = max(0, min(len(week.lines) - 1, self._place + (1 if key == "down" else -1)))
            self.page.move_to(f"line:{place}")
            return
        line = week.lines[self._place]
        ways = [*(row.id for row in self.asked.rows), OWN + line.title, NOT_WORK]
        here = ways.index(line.goes) if line.goes in ways else -1 if key == "right" else 0
        self._put(week.put(self._place, ways[(here + (1 if key == "right" else -1)) % len(ways)]))

    def _put(self, week: WeekLines) -> None:
        self.week, self.said = week, ("", "accent")
        self.paint_page()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A change in words; an empty line takes the hours."""
        event.stop()
        week, typed = self.week, event.value.strip()
        if week is None:
            return
        if typed:
            after = typed_change(week, typed, self.form, self.asked)
            if isinstance(after, str):
                self.tell(after, "problem")
                return
            event.input.value = ""
            self._put(after)
        elif week.open:
            self.page.move_to(f"line:{week.open[0]}")
            self.tell(f"Line {week.open[0] + 1} goes nowhere yet: ← or → puts it in a row.", "problem")
        elif not week.hours:
            self.tell(f"No line goes to a row. {HOW.replace('{row}', self.asked.rows[0].short)}", "problem")
        else:
            self.dismiss(json.dumps(week.value()))

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """A click on a line puts the cursor there."""
        self.page.move_to(link)
