"""What a typed line or enter means at the open question, and how an answer is given."""

import re
from dataclasses import replace
from typing import Any

from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Reading, agrees
from aijri_engine.interview.understanding.commands import slash_command
from aijri_tui.screen.interview.base import InterviewBase
from aijri_tui.screen.interview.conversation import Trouble
from aijri_tui.screen.interview.split_filling import filled

WHAT_IF = re.compile(r"^\W*what\W*if\W*", re.IGNORECASE)
"""The command itself, so that the rest of the line is left as it was typed."""

MOST_WORDS_TO_GO_ON = 3
"""Words up to here that answer nothing are taken for "go on" [ours]."""

NOTHING_GIVEN = {
    "text": "A few words, or /skip.",
    "number": "A number, please; or skip, or not sure.",
    "scale": "A number, please; or skip, or not sure.",
}
"""What is said when enter comes without an answer, by kind of question."""


class InterviewAnswers(InterviewBase):
    """Taking answers: by a line, by what is under the cursor, by a click."""

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
                self._keep(typed)
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
        if choosing is not None and len(choosing.offers) == 1 and not choosing.choices and agrees(typed):
            await self._give(step, choosing.offers[0][1])
            return
        if choosing is not None and choosing.kind == "grid" and len(typed.strip()) == 1:
            picked = choosing.pick_letter(typed)
            if picked is not None:
                self.block.choosing = picked
                self.block.words.value = ""
                self.block.redraw_options()
                return
        await self._understand(step, typed)

    def _keep(self, typed: str) -> None:
        """What was typed before the question was there stands in its line, to be sent with enter."""
        step = self.talk.step
        if step is None or not typed.strip():
            return
        answers = self.talk.understood(step, typed).kind == "value"
        if answers or len(typed.split()) > MOST_WORDS_TO_GO_ON:
            self.block.words.value = typed
            self.block.words.cursor_position = len(typed)

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
            argument = reading.command.argument
            if reading.command.name == "what_if" and argument and "=" not in argument:
                argument = WHAT_IF.sub("", typed)
            await self.command(reading.command.name, argument)
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
        if after.trouble is not None and typed and step.asked.question.kind == "split":
            self.block.splitter.edit(filled(self.block.splitter.state, value))
        await self.take(after)

    async def _trouble(self, words: str) -> None:
        await self.take(replace(self.talk, trouble=Trouble(words)))

    async def _done(self, step: Step) -> None:
        """The click on `done`: what was typed or picked, even where grid rows are left."""
        choosing = self.block.choosing
        if self.block.words.value.strip():
            await self.submit(self.block.words.value)
        elif choosing is not None and choosing.kind == "grid" and choosing.grid:
            await self._give(step, dict(choosing.grid))
        else:
            await self._enter(step)
