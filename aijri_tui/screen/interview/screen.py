"""The interview: the transcript, the open question, and what can be done with it."""

import asyncio
import gc
from dataclasses import replace
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.widgets import Input

from aijri_engine.conversation import Conversation, Trouble
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command, prepare
from aijri_tui.screen.interview.answering import Answering
from aijri_tui.screen.interview.editors.split_widget import SplitWidget
from aijri_tui.screen.interview.live_gauge import LiveGauge
from aijri_tui.screen.interview.open_question import OpenBlock
from aijri_tui.screen.interview.other_pages import OtherPages
from aijri_tui.screen.interview.placing import Placing, bring_into_view
from aijri_tui.screen.interview.transcript import after_rows, before_rows, progress_note
from aijri_tui.screen.kit.header_footer import CHOOSE, Action, FooterLine
from aijri_tui.screen.kit.page import WIDE_COLUMNS, Body, Frame
from aijri_tui.screen.kit.scrollbar import ThinlyScrolled, Upright
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.sittings import Sitting

TALL_ROWS = 30
"""From this height a strip with the gauge fits above the transcript."""

NOT_SENT = Trouble("What you filled in here is not kept yet: enter sends it. Esc again leaves without it.")
"""What is said before half an answer is left."""


class InterviewScreen(Frame):
    """One sitting being held: the next state is on disk before it is on screen."""

    CSS = """
    InterviewScreen #side { display: none; width: 36; padding: 0 1 0 2;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    InterviewScreen #between { display: none; }
    InterviewScreen.wide #side, InterviewScreen.wide #between { display: block; }
    InterviewScreen #strip { display: none; height: auto; padding: 0 2; }
    InterviewScreen.strip #strip { display: block; }
    InterviewScreen #columns { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "escape", show=False)]
    ACTIONS = (
        Action("enter", "answer"),
        CHOOSE,
        Action("F2", "back", "say('back')", "Back", "to the question before"),
        Action(action="say('edit')", title="Edit an answer", about="from the list, or by a click on it"),
        Action("F3", "why", "say('why')", "Why", "why this question is asked"),
        Action("F4", "score", "say('score')", "Score", "see the index now, provisionally"),
        Action("F5", "review", "say('review')", "Review", "look over your answers and finish"),
        Action("F8", "undo", "say('undo')", "Undo", "take back the last answer"),
        Action("F9", "answers", "say('summary')", "Summary", "your answers so far"),
        Action(action="say('help')", title="Help", about="what it means and what can be typed"),
        Action(action="say('skip')", title="Skip", about="leave this one unanswered"),
        Action(action="say('not sure')", title="Not sure", about="the range grows, the index stays"),
        Action(action="say('rather not say')", title="Rather not say", about="it is not asked again"),
        Action(action="say('what if')", title="What if", about="try a change; nothing is kept"),
        Action(action="home", title="First screen", about="the session stays there to go on with"),
        Action("ctrl+p", "all", "app.command_palette"),
    )

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.block = OpenBlock()
        self._placing = Placing(self.block)
        self._gauge = LiveGauge(self, sitting, self._placing)
        self._answering = Answering(sitting, self.block, self._taken, self._show)
        self._pages = OtherPages(self, sitting, self.paint, self._take_week)
        self._ready = set[str]()
        """Questions whose words are prepared or being prepared."""

    @property
    def talk(self) -> Conversation:
        """The conversation as it stands."""
        return self.sitting.talk

    @property
    def interview(self) -> Interview:
        """The interview as it stands."""
        return self.sitting.interview

    @property
    def unsent(self) -> str:
        """See `Frame.unsent`: the words, and what is picked or divided."""
        block = self.block
        picks = block.editor.picks() if block.editor is not None else ""
        now = (block.words.value, picks, block.splitter.state) if block.is_mounted and block.unsent else ""
        return str(now)

    def body(self) -> ComposeResult:
        """Transcript with the open question, and the side panel."""
        yield Sheet(id="strip")
        with Horizontal(id="columns", classes="content"):
            with Body(id="transcript"):
                yield Sheet(id="before")
                yield self.block
                yield Sheet(id="after")
            yield Upright(id="between")
            with ThinlyScrolled(id="side", can_focus=False):
                yield Sheet(id="panel")

    def on_mount(self) -> None:
        """Show the first question; the session begins on disk with the first answer, or with those it began from.

        Content and screens are there to stay: looking through them for what can be thrown away would make every
        tenth answer or so a tenth of a second late.
        """
        self.aijri.sitting = self.sitting
        self.block.words.cursor_blink = self.aijri.cursor_blink
        self.paint()
        if len(self.interview.events) > 1:
            self.run_worker(self._save_first(), group="save")
        if self.aijri.week_file is not None:
            path, self.aijri.week_file = self.aijri.week_file, None
            self._pages.open_week(str(path))
        if not self.app.is_headless:
            gc.freeze()

    async def _save_first(self) -> None:
        """What the session begins with is on disk while the opening words are being read."""
        await asyncio.to_thread(self.sitting.save)
        self._paint_head()

    def on_resize(self, event: events.Resize) -> None:
        """A second column where there is room."""
        super().on_resize(event)
        self.set_class(event.size.width >= WIDE_COLUMNS, "wide")
        self._place_strip(event.size.width, event.size.height)
        self.block.put_line(first=False)
        self._placing.rows_changed()

    def _place_strip(self, width: int, height: int) -> None:
        shown = self.interview.revealed and width < WIDE_COLUMNS and height >= TALL_ROWS
        self.set_class(shown, "strip")

    async def ended(self) -> str:
        """It was erased, or the client's consent ended, in another window."""
        if not self.block.ahead.closed:
            await asyncio.to_thread(self.sitting.check)
        if not self.sitting.kept.refused:
            return ""
        self.sitting.lost = self.block.unsent
        return self.sitting.kept.notice

    def on_screen_resume(self) -> None:
        """Back from another screen."""
        if self.block.is_mounted:
            self.block.take_keys()
            self._pages.review_when_done()

    # ---------------------------------------------------------------- painting

    def paint(self) -> None:
        """Make the screen a picture of the conversation."""
        talk, step = self.talk, self.talk.step
        if self.interview.revealed and self._gauge.view is None:
            self._gauge.compute()
        self._pages.review_when_done()
        before, after = talk.around(step)
        self._placing.rows_changed()
        with self.app.batch_update():
            self._paint_head()
            wide, notice = self.has_class("wide"), self.sitting.kept.notice
            below = self.size.height // 2
            self.query_one("#before", Sheet).show(
                lambda width: before_rows(talk, before, notice, width, wide)
            )
            self.query_one("#after", Sheet).show(lambda width: after_rows(talk, after, width, wide, below))
            self.block.show(talk, step)
            self._gauge.paint()
            self._place_strip(self.size.width, self.size.height)
        self.block.take_keys()
        if step is not None:
            self._answering.asked(step)
            self._placing.after_picture("words", lambda: self._make_ready(step))

    def _paint_head(self) -> None:
        view = self._gauge.view if self.interview.revealed else None
        marks = view.marks if view is not None else None
        figure = f"{marks.index:.1f} {view.zone}".strip() if view is not None and marks is not None else ""
        state = " · ".join(part for part in (figure, self.sitting.saved_words) if part)
        self.head(f"AIJRI · {self.sitting.title}", state)
        self.query_one(FooterLine).note(progress_note(self.talk))

    def _make_ready(self, step: Step) -> None:
        """Prepare the words of a question while it is being read, so that the first answer is understood at once."""
        if step.key not in self._ready:
            self._ready.add(step.key)
            work = asyncio.to_thread(prepare, step.asked, self.interview.form, self.interview.path.split)
            self.run_worker(work, group="words", exit_on_error=False)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self._placing.laid_out = self._placing.laid_out or not scroll
        super()._refresh_layout(size, scroll)

    def _compositor_refresh(self) -> None:
        """Put a picture on the terminal, with the open question in its place already, so that nothing jumps."""
        if self._placing.wants_layout():
            self._refresh_layout()
            return
        super()._compositor_refresh()
        self._placing.painted()

    # ---------------------------------------------------------------- going on

    async def take(self, talk: Conversation) -> None:
        """Go on with another state of the conversation."""
        await self._answering.take(talk)

    async def submit(self, typed: str) -> None:
        """One line, or enter on what is under the cursor."""
        await self._answering.submit(typed)

    def _taken(self, changed: bool) -> None:
        if self.aijri.closed(self.sitting):
            return
        if changed and self.interview.revealed:
            self._gauge.compute()
        self.paint()

    async def _show(self, command: Command) -> None:
        if self.aijri.closed(self.sitting) and command.name != "quit":
            return
        if command.name in ("score", "what_if") and self._gauge.view is None:
            self._gauge.compute()
        await self._pages.show(command)

    def _take_week(self, step: Step, value: Any) -> None:
        async def take() -> None:
            async with self._answering.turn():
                await self.take(self.talk.answer_from_file(step, value))

        self.run_worker(take(), group="week")

    async def action_say(self, words: str) -> None:
        """A command by key, click or palette."""
        async with self._answering.turn():
            await self._answering.say(words)

    def action_from_file(self) -> None:
        """Read the week from a file."""
        self._pages.ask_for_week()

    def action_home(self) -> None:
        """To the first screen; the session stands there to go on with."""
        if self.aijri.may_leave(self):
            self._pages.home()

    def action_escape(self) -> None:
        """One step out: of an answer that was opened again, of the line, of what is open, to the first screen.

        What was filled in is not left unasked.
        """
        talk, going_on = self.talk, self.talk.leave_as_it_was()
        said = talk.opened or talk.trouble or talk.reply
        if talk.editing and not said and (going_on.step or self._pages.from_review):
            self.block.forget()
            self.sitting.talk = going_on
        elif said and talk.trouble != NOT_SENT:
            self.sitting.talk = replace(talk, opened="", trouble=None, reply=())
        elif self.block.unsent and talk.trouble != NOT_SENT:
            self.sitting.talk = replace(talk, trouble=NOT_SENT)
        else:
            self._pages.home()
            return
        self.paint()

    # ---------------------------------------------------------------- messages of the widgets

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line."""
        event.stop()
        if self._pages.week_named(event.value):
            self.block.words.value = ""
            return
        async with self._answering.turn():
            await self._answering.submit(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """An emptied line gives the keys back to the rows."""
        event.stop()
        words = self.block.words
        self.block.pointing = False
        if self.block.show_whole():
            if not self.block.query_one("#whole").display:
                self._placing.rows_changed()
            self.call_after_refresh(bring_into_view, self.block, words)
        elif event.value:
            bring_into_view(self.block, words)
        elif not words.value and self.focused is words:
            self.block.take_keys()

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A click on an option, an earlier answer, an offer or a word that does something."""
        event.stop()
        if event.link == "say:from a file":
            self.action_from_file()
            return
        async with self._answering.turn():
            await self._answering.click(event.link)

    def on_split_widget_changed(self, event: SplitWidget.Changed) -> None:
        """Keep the remainder live; what was said of the rows as they were no longer holds."""
        event.stop()
        if event.by_hand and self.talk.trouble is not None:
            self.sitting.talk = replace(self.talk, trouble=None)
            self.block.show(self.talk, self.talk.step)
        self.block.redraw_split()
        if event.by_hand:
            bring_into_view(self.block)

    async def on_split_widget_typed(self, event: SplitWidget.Typed) -> None:
        """A sentence is being typed over the rows; on a row of other work, its name."""
        event.stop()
        self.block.beside_rows.begin_words()
        if event.sign:
            self.block.words.type_in(event.sign)
        else:
            await self.block.words.play(event.key)

    def on_split_widget_paused(self, event: SplitWidget.Paused) -> None:
        """The line has the keys from now on."""
        event.stop()
        if self.block.words.value or not self.block.splitter.display:
            self.block.words.focus(scroll_visible=False)
        else:
            self.block.splitter.on_focus()

    async def on_split_widget_done(self, event: SplitWidget.Done) -> None:
        """Enter in the rows."""
        event.stop()
        async with self._answering.turn():
            if self.talk.step is not None:
                await self._answering.give(self.talk.step, self.block.splitter.state.value())
