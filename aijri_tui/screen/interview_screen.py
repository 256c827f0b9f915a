"""The interview: the transcript, the open question, and what can be done with it."""

import asyncio
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Reading
from aijri_engine.interview.understanding.commands import slash_command
from aijri_tui.screen.answer_input import AnswerInput
from aijri_tui.screen.bars import Hint
from aijri_tui.screen.base import WIDE_COLUMNS, Body, Frame
from aijri_tui.screen.conversation import Conversation, Trouble
from aijri_tui.screen.gauge_rows import GaugeView, gauge_rows
from aijri_tui.screen.open_block import OpenBlock
from aijri_tui.screen.rows import EMPTY, Row, say
from aijri_tui.screen.sheet import Sheet
from aijri_tui.screen.split_editor import SplitEditor
from aijri_tui.screen.splitting import filled
from aijri_tui.screen.transcript import outline_rows, past_rows

if TYPE_CHECKING:
    from aijri_tui.screen.sessions import Session

SIDE_WIDTH = 34
TALL_ROWS = 30
"""From this height a strip with the gauge fits above the transcript."""

NOTHING_GIVEN = {
    "text": "A few words, or /skip.",
    "number": "A number, please; or skip, or not sure.",
    "scale": "A number, please; or skip, or not sure.",
}
"""What is said when enter comes without an answer, by kind of question."""

QUESTION_PLACE = 5
"""Rows of what was said before that stay in view above the open question [ours]."""


class InterviewScreen(Frame):
    """One interview being held."""

    CSS = """
    InterviewScreen #side { display: none; width: 37; padding: 0 1 0 2; border-left: solid $aijri-rule;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    InterviewScreen.wide #side { display: block; }
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

    def __init__(self, talk: Conversation, session: "Session", resumed: bool = False) -> None:
        super().__init__()
        self.talk, self.session, self.resumed = talk, session, resumed
        self.saved_words = "saved" if resumed else ""
        self.gauge: GaugeView | None = None
        self._saving = asyncio.Lock()
        self._asked_at = monotonic()
        self._asked_key = ""
        self._to_place = True
        """After the next layout the open question is brought to its place."""
        self._refused = False
        """What stands in the line was not taken: the next sign begins anew."""
        self._pointing = False
        """An arrow was pressed after the last typed sign: enter means what the cursor is on."""
        self._naming = False
        """The words being typed name a row of other work."""

    def body(self) -> ComposeResult:
        """Transcript with the open question, and the side panel."""
        yield Sheet(id="strip")
        with Horizontal(id="columns", classes="content"):
            with Body(id="transcript"):
                yield Sheet(id="before")
                yield OpenBlock()
                yield Sheet(id="after")
            with VerticalScroll(id="side", can_focus=False):
                yield Sheet(id="panel")

    async def on_mount(self) -> None:
        """Show the first question; the session begins on disk with it."""
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

    @property
    def block(self) -> OpenBlock:
        """The open question."""
        return self.query_one(OpenBlock)

    def on_resize(self, event: events.Resize) -> None:
        """A second column where there is room."""
        super().on_resize(event)
        self.set_class(event.size.width >= WIDE_COLUMNS, "wide")
        self._place_strip(event.size.width, event.size.height)
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

    def _paint_head(self) -> None:
        title = self.talk.interview.form.role.title
        state = " · ".join(part for part in (self._figure(), self.talk.progress(), self.saved_words) if part)
        self.head(f"AIJRI · {title}", state)

    def _figure(self) -> str:
        if not self.talk.interview.revealed or self.gauge is None:
            return ""
        return f"{self.gauge.marks.index:.1f} {self.gauge.zone}"

    def _before_rows(self, steps: list[Step], width: int) -> list[Row]:
        talk = self.talk
        wide = self.has_class("wide")
        notice = say(self.session.notice, min(width, 78), "problem", "  ") if self.session.notice else []
        return [EMPTY, *past_rows(talk, steps, width, with_told=not wide), *notice]

    def _after_rows(self, steps: list[Step], width: int) -> list[Row]:
        talk = self.talk
        rows: list[Row] = [EMPTY]
        rows += past_rows(talk, steps, width, with_told=False)
        if not talk.interview.revealed and not self.has_class("wide"):
            rows += say(talk.interview.form.file.covered, min(width, 78), "muted", "  ")
        return rows + [EMPTY] * max(0, self.size.height // 2)

    def _panel_rows(self, width: int) -> list[Row]:
        talk = self.talk
        step = talk.step
        rows: list[Row] = []
        if talk.interview.revealed:
            rows += gauge_rows(self.gauge, width)
        else:
            rows += say(talk.interview.form.file.covered, width, "muted")
        rows.append(EMPTY)
        for text in talk.told:
            rows += say(text, width, "text")
        if talk.told:
            rows.append(EMPTY)
        rows += outline_rows(talk, step.key if step else "", width)
        rows += [EMPTY, *say("✓ answered  ≈ borrowed  ? not sure  – not said  · open", width, "muted")]
        return rows

    def _strip_rows(self, width: int) -> list[Row]:
        return gauge_rows(self.gauge, min(width, 78))

    def _place(self) -> None:
        """Keep the open question in the same place, with a little of what was said above it."""
        if not self._to_place or not self.is_mounted:
            return
        self._to_place = False
        body = self.query_one("#transcript", Body)
        top = self.block.virtual_region.y
        height = self.block.virtual_region.height
        above = min(QUESTION_PLACE, max(0, body.size.height - height))
        body.scroll_to(y=max(0, top - above), animate=False, force=True)

    # ---------------------------------------------------------------- what happens

    async def take(self, talk: Conversation) -> None:
        """Go on with another state: first on disk, then on screen."""
        changed = talk.interview is not self.talk.interview
        if changed:
            await self._save(talk)
        self.talk = talk
        if changed and talk.interview.revealed:
            self._compute_gauge()
        self.paint()
        if talk.trouble is not None and self.block.words.value:
            self.block.words.select_all()
            self._refused = True

    async def _save_first(self) -> None:
        """The session begins on disk while the opening words are being read."""
        await self._save(self.talk)
        self._paint_head()

    async def _save(self, talk: Conversation) -> None:
        async with self._saving:
            await asyncio.to_thread(self.session.save, talk.interview)
        self.saved_words = "saved" if self.session.safe else "NOT SAVED"

    def _compute_gauge(self) -> None:
        from aijri_tui.screen.gauge_rows import quick_view

        self.gauge = quick_view(self.talk.interview, self.gauge)
        self.run_worker(self._full_gauge(), exclusive=True, group="gauge")

    async def _full_gauge(self) -> None:
        from aijri_tui.screen.gauge_rows import full_view

        interview = self.talk.interview
        found = await asyncio.to_thread(full_view, interview)
        if interview is self.talk.interview:
            self.gauge = found
            self.query_one("#panel", Sheet).show(self._panel_rows)
            self.query_one("#strip", Sheet).show(self._strip_rows)

    def _seconds(self) -> float:
        return round(monotonic() - self._asked_at, 1)

    async def submit(self, typed: str) -> None:
        """One line, or enter on what is under the cursor."""
        talk, step = self.talk, self.talk.step
        if self._naming and typed.strip():
            self._name_row(typed)
            return
        if talk.paused:
            self.block.words.value = ""
            if slash_command(f"/{typed}", ()) is not None and typed.strip():
                await self.command_words(typed)
            else:
                await self.take(replace(talk, paused=""))
            return
        if step is None:
            return
        if not typed.strip() or (
            self._pointing and self.block.choosing and self.block.choosing.value() is not None
        ):
            await self._enter(step)
            return
        choosing = self.block.choosing
        if choosing is not None and choosing.offers and typed.strip().rstrip(".").isdigit():
            number = int(typed.strip().rstrip(".")[:3]) - 1
            if 0 <= number < len(choosing.offers) and not choosing.choices:
                await self._give(step, choosing.offers[number][1])
                return
        if choosing is not None and choosing.kind == "grid" and len(typed.strip()) == 1:
            picked = choosing.pick_letter(typed)
            if picked is not None:
                self.block.choosing = picked
                self.block.words.value = ""
                self.block.redraw_options()
                return
        await self._understand(step, typed)

    def _name_row(self, name: str) -> None:
        """The words name the row of other work under the cursor."""
        self._naming = False
        splitter = self.block.splitter
        splitter.edit(splitter.state.named(name))
        self.block.words.value = ""
        splitter.focus(scroll_visible=False)

    async def _enter(self, step: Step) -> None:
        """Enter without words: what is under the cursor."""
        choosing = self.block.choosing
        kind = step.asked.question.kind
        if choosing is None:
            return
        if choosing.offer is not None:
            await self._give(step, choosing.offer[1])
        elif kind == "grid" and choosing.row is not None and choosing.row.id not in choosing.grid:
            await self._trouble("Pick with ← and →, or type a letter; `skip` leaves the question open.")
        elif kind == "grid" and choosing.missing:
            self.block.choosing = choosing.next_row()
            self.block.redraw_options()
        elif kind == "multi" and not choosing.picked:
            await self._trouble("Nothing is picked yet: space picks a line, or type its letter.")
        elif kind in ("note",):
            await self.take(self.talk.skip(step))
        else:
            value = choosing.value()
            if kind == "split":
                value = self.block.splitter.state.value()
            if value is None and step.settled:
                await self.take(self.talk.skip(step))
            elif value is None:
                await self._trouble(
                    NOTHING_GIVEN.get(kind, "Choose with ↑ and ↓, or type a letter or a few words.")
                )
            else:
                await self._give(step, value)

    async def _understand(self, step: Step, typed: str) -> None:
        reading = self.talk.understood(step, typed)
        if reading.distress:
            self.block.words.value = ""
            await self.take(
                replace(self.talk, paused=self.talk.interview.library.wording.distress, trouble=None)
            )
        elif reading.kind == "command" and reading.command is not None:
            self.block.words.value = ""
            await self.command(reading.command.name, reading.command.argument)
        elif reading.kind == "value":
            await self._give(step, reading.value, typed, reading)
        else:
            text = reading.question or reading.echo or "That was not clear."
            await self.take(replace(self.talk, trouble=Trouble(text, reading.nearest)))

    async def _give(self, step: Step, value: Any, typed: str = "", reading: Reading | None = None) -> None:
        """An answer; what the engine objects to is shown in the block."""
        after = self.talk.answer(step, value, typed, self._seconds())
        if reading is not None and after.trouble is None:
            words = ""
            if not reading.confident:
                words = f"Understood as: {reading.echo}. If that is not what you meant, undo it (F8)."
            if words:
                after = replace(after, told=(words, *after.told))
        if after.trouble is not None and step.asked.question.kind == "split":
            self.block.splitter.edit(filled(self.block.splitter.state, value))
        await self.take(after)

    async def _trouble(self, words: str) -> None:
        await self.take(replace(self.talk, trouble=Trouble(words)))

    async def action_say(self, words: str) -> None:
        """A command by key, click or palette."""
        await self.command_words(words)

    async def command_words(self, words: str) -> None:
        """A command as it would be typed."""
        if words == "go on":
            await self.submit("")
        elif words in ("done", "typical"):
            step = self.talk.step
            if step is not None and words == "typical":
                await self._give(step, "typical")
            elif step is not None:
                await self._done(step)
        else:
            command = slash_command(f"/{words}", ())
            if command is not None:
                await self.command(command.name, command.argument)

    async def _done(self, step: Step) -> None:
        """The click on `done`: what was typed or picked, even where grid rows are left."""
        choosing = self.block.choosing
        if self.block.words.value.strip():
            await self.submit(self.block.words.value)
        elif choosing is not None and choosing.kind == "grid" and choosing.grid:
            await self._give(step, dict(choosing.grid))
        else:
            await self._enter(step)

    async def command(self, name: str, argument: str = "") -> None:
        """Carry out one of the commands of the conversation."""
        talk, step = self.talk, self.talk.step
        if name == "quit":
            await self.app.action_quit()
        elif name == "undo":
            await self.take(talk.undo())
        elif name == "edit":
            await self.take(talk.edit(argument))
        elif name == "back":
            await self.take(talk.back(step))
        elif name in ("review", "summary"):
            self._go_to_review()
        elif name == "score":
            await self._score("score")
        elif name == "what_if":
            await self._score("what if")
        elif step is not None and name == "skip":
            await self.take(talk.skip(step))
        elif step is not None and name == "not_sure":
            await self.take(talk.not_sure(step, self._seconds()))
        elif step is not None and name == "rather_not_say":
            await self.take(talk.declined(step, self._seconds()))
        elif name in ("why", "help"):
            await self.take(talk.open("why" if name == "why" else "help"))

    async def _score(self, where: str) -> None:
        """Uncover the index; that it was seen is recorded."""
        await self.take(self.talk.revealed(where))
        if self.gauge is None:
            self._compute_gauge()
        if where == "what if":
            from aijri_tui.screen.what_if_screen import WhatIfScreen

            self.app.push_screen(WhatIfScreen(self.talk.interview))
            return
        from aijri_tui.screen.score_screen import ScoreScreen

        self.app.push_screen(ScoreScreen(self.talk.interview))

    def _go_to_review(self) -> None:
        from aijri_tui.screen.review_screen import ReviewScreen

        if not isinstance(self.app.screen, ReviewScreen):
            self.app.push_screen(ReviewScreen(self))

    async def edit_from_review(self, key: str) -> None:
        """The review asks for a question again."""
        await self.take(self.talk.go_to(key))

    def _bring_into_view(self, widget: Widget) -> None:
        """Where the block is taller than the window, what is being used comes into view."""
        body = self.query_one("#transcript", Body)
        if self.block.virtual_region.height > body.size.height:
            body.scroll_to_widget(widget, animate=False, force=True)

    async def take_quietly(self, talk: Conversation) -> None:
        """Another state, saved, while another screen is in front."""
        if talk.interview is not self.talk.interview:
            await self._save(talk)
        self.talk = talk

    def return_from_review(self) -> None:
        """Show the open question again; with none left, the last one that was answered."""
        talk = self.talk
        if talk.step is None:
            before, _ = talk.around(None)
            keys = [one.key for one in before]
            self.talk = talk.go_to(keys[-1]) if keys else replace(talk, skipped=())
        self.paint()

    def action_escape(self) -> None:
        """Empty the line, close what is open, or go to the first screen: nothing is lost."""
        if self.block.words.value:
            self.block.words.value = ""
        elif self.talk.opened or self.talk.trouble:
            self.talk = replace(self.talk, opened="", trouble=None)
            self.paint()
        else:
            self.action_home()

    def action_home(self) -> None:
        """To the first screen; the session stands there to go on with."""
        self.app.pop_screen()
        self.app.run_worker(self.aijri.refresh_sessions(), group="list")

    # ---------------------------------------------------------------- messages of the widgets

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line."""
        event.stop()
        await self.submit(event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Typing counts for more than the cursor."""
        event.stop()
        self._pointing = self._refused = False
        if event.value:
            self._bring_into_view(self.block.words)

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
        kind, _, rest = event.link.partition(":")
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
                await self._give(step, choosing.offers[int(rest)][1])

    def on_split_editor_changed(self, event: SplitEditor.Changed) -> None:
        """Keep the remainder live."""
        event.stop()
        self.query_one("#ask", Sheet).redraw()
        self.query_one("#foot", Sheet).redraw()

    async def on_split_editor_typed(self, event: SplitEditor.Typed) -> None:
        """A sentence is being typed over the rows; on a row of other work, its name."""
        event.stop()
        words = self.block.words
        if self._refused and event.key != "enter":
            words.value = ""
            self._refused = False
        if not words.value:
            self._naming = self.block.splitter.display and self.block.splitter.state.current.own
        if event.key == "enter":
            await self.submit(words.value)
        elif event.key == "backspace":
            words.value = words.value[:-1]
        else:
            words.value += event.sign
        words.cursor_position = len(words.value)

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
        step = self.talk.step
        if step is not None:
            await self._give(step, self.block.splitter.state.value())
