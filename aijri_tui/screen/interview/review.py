"""Looking over the answers before the figure: what was said, what is missing, and whether it sounds like the week."""

import asyncio

from textual import events
from textual.widgets import Input

from aijri_engine.conversation import Conversation
from aijri_engine.conversation.the_list import at_the_list, leads_on, not_taken
from aijri_engine.interview.path import answer_text
from aijri_engine.personal.asking import ask_text
from aijri_tui.screen.interview.transcript import answer_rows
from aijri_tui.screen.kit.header_footer import ALL, BACK, CHOOSE, Action
from aijri_tui.screen.kit.line_page import AskingPage
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, Span, mark, say
from aijri_tui.sittings import Sitting

ENDINGS = (
    ("result", "Show my result"),
    ("words", "Show the words without the figure"),
    ("questions", "Go back to the questions"),
    ("later", "Save for another day"),
)
GUIDED_ENDINGS = (("preview", "Go on"), *ENDINGS[2:])
"""With a coach the preview comes before the result."""


class ReviewScreen(AskingPage):
    """Every answer by section; a choice of how to go on. Returns `edit:KEY`, `asked`, `questions` or `later`."""

    ACTIONS = (CHOOSE, Action("enter", "change or go on"), BACK, ALL)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._saving = asyncio.Lock()

    def on_mount(self) -> None:
        """Show what there is."""
        self.head(f"AIJRI · {self.sitting.title}", "your answers")
        self.words.prompt("what is different? a few words")
        self.words.cursor_blink = self.aijri.cursor_blink
        talk = self.sitting.talk
        wanted = any(
            not (step.settled or step.asked.question.optional or step.key in talk.skipped)
            for step in talk.steps
        )
        self.paint_page("end:questions" if wanted else f"end:{self._endings[0][0]}")
        self.page.focus()
        self.call_after_refresh(self._reveal_endings)

    def _reveal_endings(self) -> None:
        """Bring the ways to go on into view, down to the last one."""
        self.page.reveal(f"end:{self._endings[-1][0]}")

    @property
    def _endings(self) -> tuple[tuple[str, str], ...]:
        return GUIDED_ENDINGS if self.sitting.talk.interview.coach_prepares else ENDINGS

    def _rows(self, width: int) -> list[Row]:
        talk = self.sitting.talk
        room = min(width, READING_WIDTH)
        rows: list[Row] = [EMPTY, *say("Here is what you told us.", room, "strong")]
        section = ""
        for step in talk.steps:
            if step.asked.section != section:
                section = step.asked.section
                rows += [EMPTY, *say(section, room, "muted")]
            rows += answer_rows(step, room, "text" if step.settled else "muted")
        rows += self._about_the_whole(room)
        if talk.left.left_open:
            rows += [EMPTY, *say(talk.left.left_open, room)]
        rows.append(EMPTY)
        for link, words in self._endings:
            rows.append((mark(f"end:{link}"), Span(words, "accent", f"end:{link}")))
        return [*rows, EMPTY]

    def _about_the_whole(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for step in self.sitting.talk.review_steps:
            ask = ask_text(self.sitting.interview, step.asked)
            if step.asked.choices:
                rows += [EMPTY, *say(ask.partition(". ")[2] or ask, width, "strong")]
                for choice in step.asked.choices:
                    link = f"whole:{step.key}:{choice.id}"
                    picked = "●" if step.value == choice.id else "○"
                    rows.append((mark(link), Span(f"{picked} {choice.label}", "text", link)))
            else:
                link = f"tell:{step.key}"
                told = answer_text(step) if step.settled else "tell us, in a few words"
                rows += [(mark(link), Span(ask, "strong", link)), *say(told, width, "text", "    ", link)]
        return rows

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Change an answer, say whether it sounds right, or go on."""
        if kind == "edit":
            self.dismiss(link)
        elif kind == "whole":
            key, _, option = rest.partition(":")
            self._say(key, option)
        elif kind == "tell":
            self._ask(True)
        elif kind == "end":
            await self._keep_words()
            await self._end(rest)

    def _say(self, key: str, value: str) -> None:
        step = self.sitting.talk.interview.step(key)
        if step is None:
            return
        talk = self.sitting.talk.answer(step, value)
        self._ask(any(not one.settled and not one.asked.choices for one in talk.review_steps))
        self.run_worker(self._answer_whole(key, value), group="save")

    async def _answer_whole(self, key: str, value: str, typed: str = "") -> None:
        """One answer after the other, each on disk before it is on screen."""
        async with self._saving:
            step = self.sitting.talk.interview.step(key)
            if step is not None:
                await self._take(self.sitting.talk.answer(step, value, typed))
        if not self.aijri.closed(self.sitting):
            self.paint_page()

    def _ask(self, asks: bool) -> None:
        """Open the line for words, or close it; whoever has the keys has them at once."""
        self.set_class(asks, "asking")
        self.set_focus(self.words if asks else self.page, scroll_visible=False)

    def on_key(self, event: events.Key) -> None:
        """Words typed at the list open the line: they go on, or name what is to be changed."""
        if self.focused is self.page and event.is_printable and event.character:
            self._ask(True)
            self.words.insert_text_at_cursor(event.character)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """What is different; or a line that goes on, or changes an answer."""
        event.stop()
        typed, talk = event.value.strip(), self.sitting.talk
        if leads_on(talk, typed):
            self.words.value = ""
            self._ask(False)
            await self._end(self._endings[0][0])
            return
        waiting = any(not (one.asked.choices or one.settled) for one in talk.review_steps)
        if (turn := at_the_list(talk, typed, bare=not waiting)) is not None:
            self.words.value = ""
            await self._take(turn.talk)
            self.dismiss("asked")
            return
        if why := not_taken(talk, typed):
            self.words.value = ""
            self.tell(why, "problem")
            return
        await self._keep_words()
        if self.aijri.closed(self.sitting):
            return
        self.paint_page(f"end:{self._endings[0][0]}")
        self.call_after_refresh(self._reveal_endings)

    async def _keep_words(self) -> None:
        """What was typed in the line is kept, also where a way on was chosen without enter."""
        words = self.words
        typed, words.value = words.value, ""
        self._ask(False)
        async with self._saving:
            step = next((one for one in self.sitting.talk.review_steps if not one.asked.choices), None)
        if step is not None and typed.strip():
            await self._answer_whole(step.key, typed.strip(), typed)

    async def _end(self, how: str) -> None:
        if how == "questions":
            self.action_back()
        elif how == "later":
            await self.app.action_quit()
        else:
            if how == "result":
                await self._take(self.sitting.talk.revealed("result"))
            if self.aijri.closed(self.sitting):
                return
            if how == "preview":
                self.aijri.go("preview", self.sitting, then=self._previewed)
            else:
                self.aijri.go("result", self.sitting, how == "result")

    async def _take(self, talk: Conversation) -> None:
        await asyncio.to_thread(self.sitting.take, talk)

    def _previewed(self, link: str | None) -> None:
        """The coach is ready: the client chooses."""
        if link is not None:
            self.aijri.go("ask_client", self.sitting, then=self._asked)

    def _asked(self, link: str | None) -> None:
        """As the client wants it: now, in words, or another day."""
        if link == "later":
            self.dismiss("later")
        elif link is not None:
            self.call_later(self._end, "result" if link == "now" else "words")

    def on_screen_resume(self) -> None:
        """Back from the result."""
        if self.is_mounted:
            self.page.redraw()
        self.run_worker(self._read_late(), group="save")

    async def _read_late(self) -> None:
        """What was typed at the result is read here."""
        late = self.sitting.said_late()
        if late and (turn := at_the_list(self.sitting.talk, late)) is not None:
            await self._take(turn.talk)
            self.dismiss("asked")

    def action_back(self) -> None:
        """To the questions; where none is left, the last one is shown again. What was typed is kept."""
        self.run_worker(self._to_questions(), group="save")

    async def _to_questions(self) -> None:
        await self._keep_words()
        self.dismiss("questions")
