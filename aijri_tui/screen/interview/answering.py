"""What a typed line or enter means at the open question, and how an answer is given."""

from dataclasses import replace
from typing import Any

from aijri_engine.conversation import Conversation, Turn, say
from aijri_engine.conversation.parts import known_rows
from aijri_engine.conversation.turn import NOTHING_GIVEN, take_offer
from aijri_engine.interview.path import Step
from aijri_tui.screen.interview.base import InterviewBase


class InterviewAnswers(InterviewBase):
    """Taking answers: by a line, by what is under the cursor, by a click."""

    async def submit(self, typed: str) -> None:
        """One line, or enter on what is under the cursor."""
        talk, step, choosing = self.talk, self.talk.step, self.block.choosing
        if self._naming and typed.strip():
            self._name_row(typed)
        elif talk.paused or step is None:
            await self._turned(say(talk, typed), line=True)
        elif not typed.strip() or (self._pointing and choosing and choosing.value() is not None):
            await self._enter(step)
        elif choosing is not None and choosing.kind == "grid" and self._picked_letter(typed):
            self.block.words.value = ""
            self.block.redraw_options()
        else:
            await self._turned(say(self._with_picks(talk, step), typed, self._seconds()), line=True)

    def _picked_letter(self, typed: str) -> bool:
        """A letter picks in the grid row under the cursor, unless it is a number of what is offered."""
        choosing = self.block.choosing
        letter = typed.strip()
        if choosing is None or len(letter) != 1 or (choosing.offers and letter.isdigit()):
            return False
        picked = choosing.pick_letter(letter)
        self.block.choosing = picked or choosing
        return picked is not None

    def _with_picks(self, talk: Conversation, step: Step) -> Conversation:
        """The conversation that knows the grid rows which were picked and not sent yet."""
        choosing = self.block.choosing
        if choosing is None or choosing.kind != "grid" or dict(choosing.grid) == known_rows(talk, step):
            return talk
        trouble = talk.trouble
        return replace(talk.drafted(step, dict(choosing.grid)), trouble=trouble, wanted=talk.wanted)

    async def _turned(self, turn: Turn, line: bool = False) -> None:
        """Go on from what a line, or a command by key or click, came to."""
        talk, words = turn.talk, self.block.words
        if line and (talk.paused or talk.trouble is None or turn.show is not None):
            words.value = ""
        if turn.kept:
            words.value = turn.kept
            words.cursor_position = len(turn.kept)
        await self.take(talk)
        if turn.show is not None:
            await self.show(turn.show)

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
            await self._pick(choosing.place - (choosing.size - len(choosing.offers)))
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

    async def _pick(self, number: int) -> None:
        """Take what is offered at that place, counted from 0, as if its number were typed."""
        talk, step = self.talk, self.talk.step
        if step is not None and talk.trouble is not None:
            await self._turned(take_offer(talk, step, number, "", self._seconds()))

    async def _give(self, step: Step, value: Any) -> None:
        """An answer; what the engine objects to is shown in the block."""
        await self.take(self.talk.answer(step, value, "", self._seconds()))

    async def _trouble(self, words: str) -> None:
        await self.take(self.talk.troubled(words))

    async def _done(self, step: Step) -> None:
        """The click on `done`: what was typed or picked, even where grid rows are left."""
        choosing = self.block.choosing
        if self.block.words.value.strip():
            await self.submit(self.block.words.value)
        elif choosing is not None and choosing.kind == "grid" and choosing.grid:
            await self._give(step, dict(choosing.grid))
        else:
            await self._enter(step)
