"""One thing after another at the open question: a line, enter, a click or a command becomes the next state."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from time import monotonic
from typing import Any

from aijri_engine.conversation import Conversation, Turn, carry_out, say, take_offer
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command
from aijri_engine.interview.understanding.commands import slash_command
from aijri_tui.screen.interview.drafts import given, with_picks
from aijri_tui.screen.interview.open_question import OpenBlock
from aijri_tui.sittings import Sitting


class Answering:
    """Carries out what is done at the open question. The next state is on disk before it is on screen."""

    def __init__(
        self, sitting: Sitting, block: OpenBlock, taken: Callable[[bool], None],
        show: Callable[[Command], Awaitable[None]],
    ) -> None:  # fmt: skip
        """`taken` paints, told whether answers changed; `show` opens what a command asks for."""
        self._sitting, self._block = sitting, block
        self._taken, self._show = taken, show
        self._one_at_a_time = asyncio.Lock()
        self._asked_at, self._asked_key = monotonic(), ""

    @property
    def _talk(self) -> Conversation:
        return self._sitting.talk

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Carry out one thing after another: each sees what the one before came to, and keys wait until it is done."""
        block = self._block
        async with self._one_at_a_time:
            with block.ahead.turn():
                yield
        if block.app.screen is block.screen:
            await block.type_kept()
        else:
            block.ahead.take()

    async def take(self, talk: Conversation) -> None:
        """Go on with another state."""
        changed = talk.interview is not self._talk.interview
        refused = talk.trouble is not None and bool(self._block.words.value)
        await asyncio.to_thread(self._sitting.take, replace(talk, opened="") if refused else talk)
        self._taken(changed)
        if refused:
            self._block.words.select_all()

    def asked(self, step: Step) -> None:
        """A question is on screen: how long its answer takes is counted from the first time it is."""
        if step.key != self._asked_key:
            self._asked_key, self._asked_at = step.key, monotonic()

    def _seconds(self) -> float:
        return round(monotonic() - self._asked_at, 1)

    async def submit(self, typed: str) -> None:
        """One line, or enter on what is under the cursor."""
        talk, step, block = self._talk, self._talk.step, self._block
        if block.takes_line(typed):
            return
        if talk.paused or step is None or block.editor is None:
            await self._turned(say(talk, typed), line=True)
        elif not typed.strip() or block.pointed:
            await self._enter(step)
        elif (picked := block.editor.letter(typed)) is not None:
            block.words.value = ""
            block.pick(picked)
        else:
            await self._turned(say(self._picked(step), typed, self._seconds()), line=True)

    def _picked(self, step: Step | None) -> Conversation:
        """The conversation with what is picked or filled in and not sent yet."""
        block = self._block
        if step is None or block.editor is None or not block.unsent:
            return self._talk
        return with_picks(self._talk, step, block.editor, block.splitter.state)

    async def _turned(self, turn: Turn, line: bool = False) -> None:
        """Go on from what a line, or a command by key or click, came to."""
        talk, words = turn.talk, self._block.words
        if line and (talk.paused or talk.trouble is None or turn.show is not None):
            words.value = ""
        if turn.kept:
            words.value, words.cursor_position = turn.kept, len(turn.kept)
        if turn.erase:
            talk = await asyncio.to_thread(self._sitting.erase, talk)
        await self.take(talk)
        if turn.show is not None:
            await self._show(turn.show)

    async def _enter(self, step: Step) -> None:
        """Enter without words: what is under the cursor."""
        block, editor = self._block, self._block.editor
        if editor is None:
            return
        if editor.offer is not None:
            await self.pick(editor.place - editor.own_size)
            return
        if self._talk.unsaid(step) and not (block.unsent or block.pointing):
            await self._turned(say(self._talk, "", self._seconds()))
            return
        value, words = given(step, editor, block.splitter.state)
        if words:
            await self.take(self._talk.troubled(words))
        elif (onward := editor.onward()) is not None:
            block.pick(onward)
        elif value is None:
            await self.take(self._talk.skip(step))
        else:
            await self.give(step, value)

    async def pick(self, number: int) -> None:
        """Take what is offered at that place, counted from 0, as if its number were typed."""
        step = self._talk.step
        if step is not None and self._talk.trouble is not None:
            await self._turned(take_offer(self._talk, step, number, "", self._seconds()))

    async def give(self, step: Step, value: Any) -> None:
        """An answer; what the engine objects to is shown in the block."""
        await self.take(self._talk.answer(step, value, "", self._seconds()))

    async def click(self, link: str) -> None:
        """A click on an option, an earlier answer, an offer or a word that does something."""
        kind, _, rest = link.partition(":")
        step, editor = self._talk.step, self._block.editor
        if kind == "edit":
            await self.take(self._talk.go_to(rest))
        elif kind == "say":
            await self.say(rest)
        elif kind == "offer":
            await self.pick(int(rest))
        elif kind == "option" and step is not None and editor is not None and editor.clicked(link) is None:
            await self.give(step, editor.click_answer(rest))
        else:
            self._block.clicked(link)

    async def say(self, words: str) -> None:
        """A command by its words: of a key, a click or the palette."""
        step = self._talk.step
        if words == "go on":
            await self.submit("")
        elif step is not None and words == "typical":
            await self.give(step, "typical")
        elif step is not None and words == "done":
            await self._done(step)
        elif (command := slash_command(f"/{words}", ())) is not None:
            talk = self._picked(step) if step is not None and step.asked.question.takes.rows else self._talk
            await self._turned(Turn(*carry_out(talk, command, self._seconds())))

    async def _done(self, step: Step) -> None:
        """The click on `done`: what was typed or picked, even where grid rows are left."""
        block = self._block
        parts = block.editor.parts() if block.editor is not None else None
        if block.words.value.strip():
            await self.submit(block.words.value)
        elif parts:
            await self.give(step, parts)
        else:
            await self._enter(step)
