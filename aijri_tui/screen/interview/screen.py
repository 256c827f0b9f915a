"""The interview: the transcript, the open question, and what can be done with it."""

import gc
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from aijri_engine.interview.path import Step
from aijri_tui.screen.interview.around import after_rows, before_rows, panel_rows
from aijri_tui.screen.interview.open_question import OpenBlock
from aijri_tui.screen.interview.placing import InterviewPlacing
from aijri_tui.screen.interview.progress import progress_note
from aijri_tui.screen.interview.split_editor import SplitEditor
from aijri_tui.screen.kit.gauge import gauge_rows
from aijri_tui.screen.kit.header_footer import FooterLine, Hint
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import WIDE_COLUMNS, Body
from aijri_tui.screen.kit.rows import READING_WIDTH, Row
from aijri_tui.screen.kit.scrollbar import ThinlyScrolled, Upright
from aijri_tui.screen.kit.sheet import Sheet

TALL_ROWS = 30
"""From this height a strip with the gauge fits above the transcript."""


class InterviewScreen(InterviewPlacing):
    """One interview being held."""

    CSS = """
    InterviewScreen #side { display: none; width: 36; padding: 0 1 0 2;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    InterviewScreen #between { display: none; }
    InterviewScreen.wide #side, InterviewScreen.wide #between { display: block; }
    InterviewScreen #strip { display: none; height: auto; padding: 0 2; }
    InterviewScreen.strip #strip { display: block; }
    InterviewScreen #columns { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "say('back')", show=False),
        Binding("f3", "say('why')", show=False),
        Binding("f4", "say('score')", show=False),
        Binding("f5", "say('review')", show=False),
        Binding("f8", "say('undo')", show=False),
        Binding("f9", "say('summary')", show=False),
        Binding("escape", "escape", show=False),
    ]

    def body(self) -> ComposeResult:
        """Transcript with the open question, and the side panel."""
        yield Sheet(id="strip")
        with Horizontal(id="columns", classes="content"):
            with Body(id="transcript"):
                yield Sheet(id="before")
                yield OpenBlock()
                yield Sheet(id="after")
            yield Upright(id="between")
            with ThinlyScrolled(id="side", can_focus=False):
                yield Sheet(id="panel")

    async def on_mount(self) -> None:
        """Show the first question; the session begins on disk with it.

        Content and screens are there to stay: looking through them for what can be thrown away would make every
        tenth answer or so a tenth of a second late.
        """
        self.aijri.session = self.session
        self.block.words.cursor_blink = self.aijri.cursor_blink
        self.foot([
            Hint("enter", "answer"), Hint("↑↓", "choose"), Hint("F2", "back", "screen.say('back')"),
            Hint("F3", "why", "screen.say('why')"), Hint("F4", "score", "screen.say('score')"),
            Hint("F5", "review", "screen.say('review')"), Hint("F8", "undo", "screen.say('undo')"),
            Hint("F9", "answers", "screen.say('summary')"), Hint("ctrl+p", "all", "app.command_palette"),
        ])  # fmt: skip
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self._place(), immediate=True)
        self.paint()
        self.run_worker(self._save_first(), group="save")
        if not self.app.is_headless:
            gc.freeze()

    def on_resize(self, event: events.Resize) -> None:
        """A second column where there is room."""
        super().on_resize(event)
        self.set_class(event.size.width >= WIDE_COLUMNS, "wide")
        self._place_strip(event.size.width, event.size.height)
        self.block.put_line(first=False)
        self._to_place = True

    def _place_strip(self, width: int, height: int) -> None:
        shown = self.talk.interview.revealed and width < WIDE_COLUMNS and height >= TALL_ROWS
        self.set_class(shown, "strip")

    def on_screen_resume(self) -> None:
        """Back from another screen."""
        if self.is_mounted and self.query(OpenBlock):
            self.block.take_keys()

    # ---------------------------------------------------------------- painting

    def paint(self) -> None:
        """Make the screen a picture of the conversation."""
        talk = self.talk
        step = talk.step
        if step is None and not talk.paused:
            self._go_to_review()
        before, after = talk.around(step)
        if step is not None and step.key != self._asked_key:
            self._asked_key, self._asked_at = step.key, monotonic()
        self._to_place = True
        with self.app.batch_update():
            self._paint_head()
            self.query_one("#before", Sheet).show(lambda width: self._before_rows(before, width))
            self.query_one("#after", Sheet).show(lambda width: self._after_rows(after, width))
            self.block.show(talk, step)
            self.query_one("#panel", Sheet).show(self._panel_rows)
            self.query_one("#strip", Sheet).show(self._strip_rows)
            self._place_strip(self.size.width, self.size.height)
        self.block.take_keys()
        if step is not None:
            self.when_painted("words", lambda: self._make_ready(step))

    def _paint_head(self) -> None:
        title = self.talk.interview.form.role.title
        state = " · ".join(part for part in (self._figure(), self.saved_words) if part)
        self.head(f"AIJRI · {title}", state)
        self.query_one(FooterLine).note(progress_note(self.talk))

    def _figure(self) -> str:
        if not self.talk.interview.revealed or self.gauge is None:
            return ""
        return f"{self.gauge.marks.index:.1f} {self.gauge.zone}"

    def _before_rows(self, steps: list[Step], width: int) -> list[Row]:
        return before_rows(self.talk, steps, self.session.notice, width, self.has_class("wide"))

    def _after_rows(self, steps: list[Step], width: int) -> list[Row]:
        return after_rows(self.talk, steps, width, self.has_class("wide"), self.size.height // 2)

    def _panel_rows(self, width: int) -> list[Row]:
        return panel_rows(self.talk, self.gauge, width)

    def _strip_rows(self, width: int) -> list[Row]:
        return gauge_rows(self.gauge, min(width, READING_WIDTH))

    def paint_gauge(self) -> None:
        """Show the gauge as it is now."""
        self.query_one("#panel", Sheet).show(self._panel_rows)
        self.query_one("#strip", Sheet).show(self._strip_rows)

    async def _save_first(self) -> None:
        """The session begins on disk while the opening words are being read."""
        await self._save(self.talk)
        self._paint_head()

    # ---------------------------------------------------------------- messages of the widgets

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line."""
        event.stop()
        async with self.turn():
            await self.submit(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Typing counts for more than the cursor; an emptied line gives the keys back to the rows."""
        event.stop()
        self._pointing = False
        words = self.block.words
        if event.value:
            self._bring_into_view(words)
        elif not words.value and self.focused is words:
            self.block.take_keys()

    async def on_answer_input_turned(self, event: AnswerInput.Turned) -> None:
        """A key for the options."""
        event.stop()
        block, choosing = self.block, self.block.choosing
        body = self.query_one("#transcript", Body)
        if event.key in ("pageup", "pagedown"):
            (body.scroll_page_up if event.key == "pageup" else body.scroll_page_down)(animate=False)
            return
        if choosing is None:
            return
        if choosing.kind == "split" and (event.key == "tab" or not choosing.offers):
            block.splitter.focus(scroll_visible=False)
            return
        if event.key in ("up", "down"):
            block.choosing = choosing.move(-1 if event.key == "up" else 1)
            self._pointing = True
        elif event.key in ("left", "right") and choosing.row is not None:
            block.choosing = choosing.turn(-1 if event.key == "left" else 1)
        elif event.key == "space" and choosing.kind == "multi" and choosing.offer is None:
            block.choosing = choosing.toggle()
        else:
            return
        block.redraw_options()

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A click on an option, an earlier answer, an offer or a word that does something."""
        event.stop()
        async with self.turn():
            await self._choose(event.link)

    async def _choose(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        step, choosing = self.talk.step, self.block.choosing
        if kind == "edit":
            await self.take(self.talk.go_to(rest))
        elif kind == "say":
            await self.command_words(rest)
        elif kind == "split" and rest == "unit":
            self.block.splitter.action_unit()
        elif kind == "split" and rest == "spread":
            self.block.splitter.action_spread()
        elif step is not None and choosing is not None:
            if kind == "option" and choosing.kind == "multi":
                self.block.choosing = choosing.toggle(rest)
                self.block.redraw_options()
            elif kind == "option":
                await self._give(step, rest == "yes" if choosing.kind == "yes_no" else rest)
            elif kind == "pick":
                row, _, option = rest.partition(":")
                self.block.choosing = choosing.pick(row, option)
                self.block.redraw_options()
            elif kind == "offer":
                await self._pick(int(rest))

    def on_split_editor_changed(self, event: SplitEditor.Changed) -> None:
        """Keep the remainder live; what was said of the rows as they were no longer holds."""
        event.stop()
        if event.by_hand and self.talk.trouble is not None:
            self.talk = replace(self.talk, trouble=None)
            self.block.show(self.talk, self.talk.step)
        self.block.redraw_split()
        if event.by_hand and self._taller_than_the_window:
            self.block.splitter.reveal(self.block.splitter.cursor)

    async def on_split_editor_typed(self, event: SplitEditor.Typed) -> None:
        """A sentence is being typed over the rows; on a row of other work, its name."""
        event.stop()
        words = self.block.words
        if not words.value:
            self._naming = self.block.splitter.display and self.block.splitter.state.current.own
        if event.sign:
            words.type_in(event.sign)
        else:
            await words.play(event.key)

    def on_split_editor_paused(self, event: SplitEditor.Paused) -> None:
        """The line has the keys from now on."""
        event.stop()
        if self.block.words.value or not self.block.splitter.display:
            self.block.words.focus(scroll_visible=False)
        else:
            self.block.splitter.on_focus()

    async def on_split_editor_done(self, event: SplitEditor.Done) -> None:
        """Enter in the rows."""
        event.stop()
        async with self.turn():
            if self.talk.step is not None:
                await self._give(self.talk.step, self.block.splitter.state.value())
