"""The interview: the transcript, the open question, and what can be done with it."""

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.widgets import Input

from aijri_engine.content.meanings import SPLIT
from aijri_engine.conversation import Conversation, Trouble, Turn, carry_out, say, take_offer
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command, prepare
from aijri_engine.interview.understanding.commands import slash_command
from aijri_tui.screen.interview.drafts import given, picked_letter, with_picks
from aijri_tui.screen.interview.open_question import OpenBlock
from aijri_tui.screen.interview.placing import bring_into_view, hides_the_line, put_in_place
from aijri_tui.screen.interview.split_editor import SplitEditor
from aijri_tui.screen.interview.transcript import after_rows, before_rows, panel_rows, progress_note
from aijri_tui.screen.kit.gauge import GaugeView, full_view, gauge_rows, quick_view
from aijri_tui.screen.kit.header_footer import FooterLine, Hint
from aijri_tui.screen.kit.page import WIDE_COLUMNS, Body, Frame
from aijri_tui.screen.kit.rows import READING_WIDTH, Row
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
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"say('{words}')", show=False) for key, words in (
            ("f2", "back"), ("f3", "why"), ("f4", "score"), ("f5", "review"), ("f8", "undo"), ("f9", "summary"))),
        Binding("escape", "escape", show=False),
    ]  # fmt: skip

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.gauge: GaugeView | None = None
        self._turns = asyncio.Lock()
        self._asked_at, self._asked_key = monotonic(), ""
        self._to_place = True
        """After the next layout the open question is brought to its place."""
        self._laid_out = False
        """Every row stands where the last layout put it: none was changed since."""
        self._when_painted = dict[str, Callable[[], object]]()
        self._ready = set[str]()
        """Questions whose words are prepared or being prepared."""
        self._from_review = False
        """The open question was chosen in the review, and escape leads back there."""

    @property
    def talk(self) -> Conversation:
        """The conversation as it stands."""
        return self.sitting.talk

    @property
    def interview(self) -> Interview:
        """The interview as it stands."""
        return self.sitting.interview

    @property
    def block(self) -> OpenBlock:
        """The open question."""
        return self.query_one(OpenBlock)

    @property
    def _body(self) -> Body:
        return self.query_one("#transcript", Body)

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
        self.aijri.sitting = self.sitting
        self.block.words.cursor_blink = self.aijri.cursor_blink
        self.foot([
            Hint("enter", "answer"), Hint("↑↓", "choose"), Hint("F2", "back", "screen.say('back')"),
            Hint("F3", "why", "screen.say('why')"), Hint("F4", "score", "screen.say('score')"),
            Hint("F5", "review", "screen.say('review')"), Hint("F8", "undo", "screen.say('undo')"),
            Hint("F9", "answers", "screen.say('summary')"), Hint("ctrl+p", "all", "app.command_palette"),
        ])  # fmt: skip
        self.paint()
        self.run_worker(self._save_first(), group="save")
        if self.aijri.week_file is not None:
            path, self.aijri.week_file = self.aijri.week_file, None
            self._open_week(str(path))
        if not self.app.is_headless:
            gc.freeze()

    async def _save_first(self) -> None:
        """The session begins on disk while the opening words are being read."""
        await asyncio.to_thread(self.sitting.save)
        self._paint_head()

    def on_resize(self, event: events.Resize) -> None:
        """A second column where there is room."""
        super().on_resize(event)
        self.set_class(event.size.width >= WIDE_COLUMNS, "wide")
        self._place_strip(event.size.width, event.size.height)
        self.block.put_line(first=False)
        self._to_place, self._laid_out = True, False

    def _place_strip(self, width: int, height: int) -> None:
        shown = self.interview.revealed and width < WIDE_COLUMNS and height >= TALL_ROWS
        self.set_class(shown, "strip")

    def on_screen_resume(self) -> None:
        """Back from another screen."""
        if self.is_mounted and self.query(OpenBlock):
            self.block.take_keys()
            self._review_when_done()

    # ---------------------------------------------------------------- painting

    def paint(self) -> None:
        """Make the screen a picture of the conversation."""
        talk, step = self.talk, self.talk.step
        self._review_when_done()
        before, after = talk.around(step)
        if step is not None and step.key != self._asked_key:
            self._asked_key, self._asked_at = step.key, monotonic()
        self._to_place, self._laid_out = True, False
        with self.app.batch_update():
            self._paint_head()
            wide, notice = self.has_class("wide"), self.sitting.kept.notice
            below = self.size.height // 2
            self.query_one("#before", Sheet).show(
                lambda width: before_rows(talk, before, notice, width, wide)
            )
            self.query_one("#after", Sheet).show(lambda width: after_rows(talk, after, width, wide, below))
            self.block.show(talk, step)
            self.paint_gauge()
            self._place_strip(self.size.width, self.size.height)
        self.block.take_keys()
        if step is not None:
            self.when_painted("words", lambda: self._make_ready(step))

    def _paint_head(self) -> None:
        seen = self.interview.revealed and self.gauge is not None
        figure = f"{self.gauge.marks.index:.1f} {self.gauge.zone}" if seen and self.gauge else ""
        state = " · ".join(part for part in (figure, self.sitting.saved_words) if part)
        self.head(f"AIJRI · {self.sitting.title}", state)
        self.query_one(FooterLine).note(progress_note(self.talk))

    def paint_gauge(self) -> None:
        """Show the gauge as it is now."""
        self.query_one("#panel", Sheet).show(lambda width: panel_rows(self.talk, self.gauge, width))
        self.query_one("#strip", Sheet).show(self._strip_rows)

    def _strip_rows(self, width: int) -> list[Row]:
        return gauge_rows(self.gauge, min(width, READING_WIDTH))

    def _compute_gauge(self) -> None:
        self.gauge = quick_view(self.interview, self.gauge)
        self.when_painted("gauge", lambda: self.run_worker(self._full_gauge(), exclusive=True, group="gauge"))

    async def _full_gauge(self) -> None:
        interview = self.interview
        found = await asyncio.to_thread(full_view, interview)
        if interview is self.interview:
            self.gauge = found
            self.paint_gauge()

    def when_painted(self, what: str, act: Callable[[], object]) -> None:
        """Do something once the next picture is on the terminal: a thread at work before would hold it up."""
        self._when_painted[what] = act

    def _make_ready(self, step: Step) -> None:
        """Prepare the words of a question while it is being read, so that the first answer is understood at once."""
        if step.key not in self._ready:
            self._ready.add(step.key)
            work = asyncio.to_thread(prepare, step.asked, self.interview.form, self.interview.path.split)
            self.run_worker(work, group="words", exit_on_error=False)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self._laid_out = self._laid_out or not scroll
        super()._refresh_layout(size, scroll)

    def _compositor_refresh(self) -> None:
        """Put a picture on the terminal, with the open question in its place already, so that nothing jumps."""
        if self._to_place and (not self._laid_out or self._place()):
            self._refresh_layout()
            return
        super()._compositor_refresh()
        waiting, self._when_painted = self._when_painted, {}
        for act in waiting.values():
            act()

    def _place(self) -> bool:
        """Bring the open question to its place, if that is due; whether anything moved.

        Never from where rows stood before they changed: it would be brought to a wrong place, and stay there.
        """
        if not self._to_place or not self._laid_out or not self.is_mounted:
            return False
        if hides_the_line(self.block, self._body):
            self.block.put_line(first=True)
            self._laid_out = False
            return True
        self._to_place = False
        return put_in_place(self.block, self._body)

    # ---------------------------------------------------------------- going on

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Carry out one thing after another: each sees what the one before came to, and keys wait until it is done."""
        async with self._turns:
            with self.block.ahead.turn():
                yield
        if self.app.screen is self:
            await self.block.type_kept()
        else:
            self.block.ahead.take()

    async def take(self, talk: Conversation) -> None:
        """Go on with another state: first on disk, then on screen."""
        changed = talk.interview is not self.interview
        refused = talk.trouble is not None and bool(self.block.words.value)
        await asyncio.to_thread(self.sitting.take, replace(talk, opened="") if refused else talk)
        if changed and talk.interview.revealed:
            self._compute_gauge()
        self.paint()
        if refused:
            self.block.words.select_all()

    def _seconds(self) -> float:
        return round(monotonic() - self._asked_at, 1)

    async def submit(self, typed: str) -> None:
        """One line, or enter on what is under the cursor."""
        talk, step, block = self.talk, self.talk.step, self.block
        if block.named(typed) or block.amount_alone(typed):
            return
        if talk.paused or step is None:
            await self._turned(say(talk, typed), line=True)
        elif not typed.strip() or block.pointed:
            await self._enter(step)
        elif (picked := picked_letter(block.choosing, typed)) is not None:
            block.choosing, block.words.value = picked, ""
            block.redraw_options()
        else:
            talk = with_picks(talk, step, block.choosing)
            await self._turned(say(talk, typed, self._seconds()), line=True)

    async def _turned(self, turn: Turn, line: bool = False) -> None:
        """Go on from what a line, or a command by key or click, came to."""
        talk, words = turn.talk, self.block.words
        if line and (talk.paused or talk.trouble is None or turn.show is not None):
            words.value = ""
        if turn.kept:
            words.value, words.cursor_position = turn.kept, len(turn.kept)
        if turn.erase:
            talk = await asyncio.to_thread(self.sitting.erase, talk)
        await self.take(talk)
        if turn.show is not None:
            await self._show(turn.show)

    async def _enter(self, step: Step) -> None:
        """Enter without words: what is under the cursor."""
        block, choosing = self.block, self.block.choosing
        if choosing is None:
            return
        if choosing.offer is not None:
            await self._pick(choosing.place - (choosing.size - len(choosing.offers)))
            return
        value, words = given(step, choosing, block.splitter.state)
        if words:
            await self.take(self.talk.troubled(words))
        elif choosing.kind == "grid" and choosing.missing:
            block.choosing = choosing.next_row()
            block.redraw_options()
        elif value is None:
            await self.take(self.talk.skip(step))
        else:
            await self._give(step, value)

    async def _pick(self, number: int) -> None:
        """Take what is offered at that place, counted from 0, as if its number were typed."""
        step = self.talk.step
        if step is not None and self.talk.trouble is not None:
            await self._turned(take_offer(self.talk, step, number, "", self._seconds()))

    async def _give(self, step: Step, value: Any) -> None:
        """An answer; what the engine objects to is shown in the block."""
        await self.take(self.talk.answer(step, value, "", self._seconds()))

    async def _done(self, step: Step) -> None:
        """The click on `done`: what was typed or picked, even where grid rows are left."""
        choosing = self.block.choosing
        if self.block.words.value.strip():
            await self.submit(self.block.words.value)
        elif choosing is not None and choosing.kind == "grid" and choosing.grid:
            await self._give(step, dict(choosing.grid))
        else:
            await self._enter(step)

    # ---------------------------------------------------------------- commands and other screens

    async def action_say(self, words: str) -> None:
        """A command by key, click or palette."""
        async with self.turn():
            await self._say(words)

    async def _say(self, words: str) -> None:
        step = self.talk.step
        if words == "go on":
            await self.submit("")
        elif step is not None and words == "typical":
            await self._give(step, "typical")
        elif step is not None and words == "from a file":
            self.aijri.go("week_path", self.interview.form, step.asked, then=self._open_week)
        elif step is not None and words == "done":
            await self._done(step)
        elif (command := slash_command(f"/{words}", ())) is not None:
            await self._turned(Turn(*carry_out(self.talk, command, self._seconds())))

    def _open_week(self, path: str | None) -> None:
        """Confirm the lines of a file, then answer with their hours."""
        step = self.talk.step
        if path is not None and step is not None and step.key == SPLIT:
            handed = (self.interview.form, step.asked, Path(path))
            self.aijri.go("week_file", *handed, then=lambda value: self._week_given(step, value))

    def _week_given(self, step: Step, value: str | None) -> None:
        if value is not None:
            self.run_worker(self._take_week(step, json.loads(value)), group="week")

    async def _take_week(self, step: Step, value: Any) -> None:
        async with self.turn():
            await self.take(self.talk.answer_from_file(step, value))

    async def _show(self, command: Command) -> None:
        """Show what a command asks for instead of the next question."""
        if command.name in ("score", "what_if") and self.gauge is None:
            self._compute_gauge()
        if command.name == "quit":
            await self.app.action_quit()
        elif command.name == "review":
            self._go_to_review()
        elif command.name in ("summary", "edit"):
            self.aijri.go("answers", self.sitting, then=self._chosen)
        elif command.name == "score":
            self.aijri.go("score", self.interview)
        else:
            self.aijri.go("what_if", self.interview, "", command.argument)

    def _review_when_done(self) -> None:
        """With nothing left to ask the answers are looked over, unless another page is in front."""
        if self.talk.step is None and not self.talk.paused and self.app.screen is self:
            self._go_to_review()

    def _go_to_review(self) -> None:
        if getattr(self.app.screen, "route", "") not in ("quality", "review"):
            name = "quality" if self.interview.coach_prepares else "review"
            self.aijri.go(name, self.sitting, then=self._reviewed)

    def _chosen(self, link: str | None) -> None:
        """An answer was chosen to be changed, on a page of all of them."""
        kind, _, key = (link or "").partition(":")
        if kind == "edit":
            self._from_review = True
            self.sitting.talk = self.talk.go_to(key)
            self.paint()

    def _reviewed(self, link: str | None) -> None:
        """Back from looking the answers over: to one of them, on to the review, to the first screen, or here."""
        if link == "review":
            self.aijri.go("review", self.sitting, then=self._reviewed)
        elif link == "later":
            self.action_home()
            self.aijri.say(self.interview.library.wording.coach.later)
        elif link is not None and link.startswith("edit:"):
            self._chosen(link)
        else:
            self._from_review = False
            before, _ = self.talk.around(None)
            if self.talk.step is None and before:
                self.sitting.talk = self.talk.go_to(before[-1].key)
            self.paint()

    def action_escape(self) -> None:
        """One step out: of an answer that was opened again, of the line, of what is open, to the first screen.

        What was filled in is not left unasked.
        """
        talk, going_on = self.talk, self.talk.leave_as_it_was()
        said = talk.opened or talk.trouble or talk.reply
        if talk.editing and not said and (going_on.step or self._from_review):
            self.block.forget()
            self.sitting.talk = going_on
        elif self.block.words.value and not talk.editing:
            self.block.words.value = ""
            return
        elif said and talk.trouble != NOT_SENT:
            self.sitting.talk = replace(talk, opened="", trouble=None, reply=())
        elif self.block.unsent and talk.trouble != NOT_SENT:
            self.sitting.talk = replace(talk, trouble=NOT_SENT)
        else:
            self.action_home()
            return
        self.paint()

    def action_home(self) -> None:
        """To the first screen; the session stands there to go on with."""
        self.app.pop_screen()
        self.app.run_worker(self.aijri.refresh_sessions(), group="list")

    # ---------------------------------------------------------------- messages of the widgets

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line."""
        event.stop()
        async with self.turn():
            await self.submit(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """An emptied line gives the keys back to the rows."""
        event.stop()
        words = self.block.words
        self.block.pointing = False
        if event.value:
            bring_into_view(self.block, self._body, words)
        elif not words.value and self.focused is words:
            self.block.take_keys()

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A click on an option, an earlier answer, an offer or a word that does something."""
        event.stop()
        async with self.turn():
            await self._clicked(event.link)

    async def _clicked(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        step, choosing = self.talk.step, self.block.choosing
        if kind == "edit":
            await self.take(self.talk.go_to(rest))
        elif kind == "say":
            await self._say(rest)
        elif kind == "offer":
            await self._pick(int(rest))
        elif kind == "option" and step is not None and choosing is not None and choosing.kind != "multi":
            await self._give(step, rest == "yes" if choosing.kind == "yes_no" else rest)
        else:
            self.block.clicked(kind, rest)

    def on_split_editor_changed(self, event: SplitEditor.Changed) -> None:
        """Keep the remainder live; what was said of the rows as they were no longer holds."""
        event.stop()
        if event.by_hand and self.talk.trouble is not None:
            self.sitting.talk = replace(self.talk, trouble=None)
            self.block.show(self.talk, self.talk.step)
        self.block.redraw_split()
        if event.by_hand:
            bring_into_view(self.block, self._body)

    async def on_split_editor_typed(self, event: SplitEditor.Typed) -> None:
        """A sentence is being typed over the rows; on a row of other work, its name."""
        event.stop()
        self.block.begin_words()
        if event.sign:
            self.block.words.type_in(event.sign)
        else:
            await self.block.words.play(event.key)

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
