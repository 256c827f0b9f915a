"""Pages of a result with a line under them: what is typed is answered above it, from the result."""

import asyncio
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from aijri_engine.conversation.result_talk import NOTHING, Said, answer_about
from aijri_engine.personal.result import Result
from aijri_tui.own_plan import HOW, planned
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import IN_WORDS, Frame
from aijri_tui.screen.kit.rows import READING_WIDTH, Row, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.shell import RefusedError, in_thread

PROMPT = "ask about it, or type a change"
NO_PAGE = "That stands on the result itself: esc leads there."


class AskLine(AnswerInput):
    """While it is empty, home and end belong to the page, too."""

    def action_home(self, select: bool = False) -> None:
        """To the beginning of the text, or of the page."""
        if self.value:
            super().action_home(select)
        else:
            self.post_message(self.Turned("home"))

    def action_end(self, select: bool = False) -> None:
        """To the end of the text, or of the page."""
        if self.value:
            super().action_end(select)
        else:
            self.post_message(self.Turned("end"))


class TalkingFrame(Frame):
    """The line has the keys; while it is empty, arrows and enter belong to the page above."""

    tells_of_a_person = True

    DEFAULT_CSS = """
    TalkingFrame #talk { height: auto; max-height: 50%; padding: 0 2; overflow-y: auto; }
    TalkingFrame #talk Horizontal { height: 1; }
    TalkingFrame #sign { width: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "escape", show=False)]

    asked = ""
    """What was typed last."""
    answered = NOTHING
    """What it came to."""

    def body(self) -> ComposeResult:
        """The page, and the line under it."""
        yield from super().body()
        yield from self.line()

    def line(self) -> ComposeResult:
        """What was said, and the line."""
        with Vertical(id="talk"):
            yield Sheet(id="said")
            with Horizontal():
                yield Sheet(lambda width: say("› ", width, "accent"), id="sign")
                yield AskLine(id="words")

    @property
    def words(self) -> AskLine:
        """The line."""
        return self.query_one("#words", AskLine)

    def take_keys(self) -> None:
        """The line has the keys, the page shows where its cursor is."""
        self.words.cursor_blink = self.aijri.cursor_blink
        self.words.prompt(PROMPT)
        self.page.led = True
        self.words.focus(scroll_visible=False)

    @property
    def told(self) -> Result | None:
        """The result that is talked about; None while there is none."""
        return None

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """A line; without words what is under the cursor of the page."""
        event.stop()
        typed, self.words.value = event.value, ""
        if not typed.strip():
            self.page.action_choose()
            return
        found = self.told
        if found is None or self.own_word(typed):
            return
        self.asked = typed
        told = await self.planned(found, typed)
        if told is not None:
            self.show_said((told,), "accent")
            return
        covered = IN_WORDS if self.in_words else ""
        said = await asyncio.to_thread(answer_about, found, typed, covered, self.answered)
        self.answered = said
        if said.goes and self.go_to(said.opens):
            self.show_said(())
        elif said.goes:
            self.show_said((NO_PAGE,))
        elif not self.make(said):
            self.show_said(said.words, "problem" if said.trouble else "text")

    async def planned(self, found: Result, typed: str) -> str | None:
        """What a line did to one's own plan; None for a line about something else, and with a coach."""
        if found.interview.guided:
            return None
        sessions, sitting = self.aijri.sessions, self.aijri.sitting
        session = sitting.kept.id if sitting is not None else ""
        try:
            return await in_thread(lambda: planned(sessions.existing, found, typed, date.today(), session))
        except RefusedError as refused:
            return refused.words

    def own_word(self, typed: str) -> bool:
        """A word that means something on this page alone was carried out."""
        return False

    def go_to(self, page: str) -> bool:
        """Lead to what a line asked for; False where this page knows no way there."""
        if page == "plan":
            self.call_after_refresh(self.show_said, (HOW,))
            return True
        if page in ("quit", "answers"):
            self.action_back()
            return True
        return False

    def make(self, said: Said) -> bool:
        """Take a change up; False where this page only tells it."""
        return False

    def show_said(self, words: tuple[str, ...], role: str = "text") -> None:
        """Show an answer above the line; nothing takes it away."""

        def rows(width: int) -> list[Row]:
            room = min(width, READING_WIDTH)
            return [row for one in words for row in say(one, room, role)]

        self.query_one("#said", Sheet).show(rows)
        self.call_after_refresh(self.query_one("#talk").scroll_home, animate=False)

    def action_escape(self) -> None:
        """Out of the line, then of what was said, then of the page."""
        said = self.query_one("#said", Sheet)
        if self.words.value:
            self.words.value = ""
        elif said.rows(said.size.width or READING_WIDTH):
            self.show_said(())
        else:
            self.action_back()

    def turned(self, key: str) -> None:
        """Arrows and pages move the page."""
        if key in ("up", "down"):
            self.page.action_move(-1 if key == "up" else 1)
        elif key in ("left", "right"):
            self.page.action_adjust(-1 if key == "left" else 1)
        elif key in ("home", "end"):
            self.page.action_edge(-1 if key == "home" else 1)
        elif key in ("pageup", "pagedown", "space"):
            self.page.action_page(-1 if key == "pageup" else 1)
