"""What the parts of the interview screen share: the conversation as it stands, its saving, its gauge."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from aijri_engine.conversation import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command, prepare
from aijri_tui.screen.interview.open_question import OpenBlock
from aijri_tui.screen.kit.gauge import GaugeView
from aijri_tui.screen.kit.page import Frame

if TYPE_CHECKING:
    from aijri_tui.sittings import Session


class InterviewBase(Frame):
    """One conversation: the next state is on disk before it is on screen."""

    def __init__(self, talk: Conversation, session: "Session", resumed: bool = False) -> None:
        super().__init__()
        self.talk, self.session, self.resumed = talk, session, resumed
        self.saved_words = "saved" if resumed else ""
        self.gauge: GaugeView | None = None
        self._saving = asyncio.Lock()
        self._turns = asyncio.Lock()
        self._asked_at = monotonic()
        self._asked_key = ""
        self._to_place = True
        """After the next layout the open question is brought to its place."""
        self._when_painted = dict[str, Callable[[], object]]()
        self._ready = set[str]()
        """Questions whose words are prepared or being prepared."""
        self._pointing = False
        """An arrow was pressed after the last typed sign: enter means what the cursor is on."""
        self._from_review = False
        """The open question was chosen in the review, and escape leads back there."""
        self._naming = False
        """The words being typed name a row of other work."""

    @property
    def block(self) -> OpenBlock:
        """The open question."""
        return self.query_one(OpenBlock)

    def paint(self) -> None:
        """Make the screen a picture of the conversation."""
        raise NotImplementedError

    def paint_gauge(self) -> None:
        """Show the gauge as it is now."""
        raise NotImplementedError

    async def show(self, command: Command) -> None:
        """Show what a command asks for instead of the next question."""
        raise NotImplementedError

    async def command_words(self, words: str) -> None:
        """A command as it would be typed."""
        raise NotImplementedError

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
        changed = talk.interview is not self.talk.interview
        if changed:
            await self._save(talk)
        refused = talk.trouble is not None and bool(self.block.words.value)
        self.talk = replace(talk, opened="") if refused else talk
        if changed and talk.interview.revealed:
            self._compute_gauge()
        self.paint()
        if refused:
            self.block.words.select_all()

    async def _save(self, talk: Conversation) -> None:
        async with self._saving:
            await asyncio.to_thread(self.session.save, talk.interview)
        self.saved_words = "saved" if self.session.safe else "NOT SAVED"

    def _compute_gauge(self) -> None:
        from aijri_tui.screen.kit.gauge import quick_view

        self.gauge = quick_view(self.talk.interview, self.gauge)
        self.when_painted("gauge", lambda: self.run_worker(self._full_gauge(), exclusive=True, group="gauge"))

    def when_painted(self, what: str, act: Callable[[], object]) -> None:
        """Do something once the next picture is on the terminal: a thread at work before would hold it up."""
        self._when_painted[what] = act

    async def _full_gauge(self) -> None:
        from aijri_tui.screen.kit.gauge import full_view

        interview = self.talk.interview
        found = await asyncio.to_thread(full_view, interview)
        if interview is self.talk.interview:
            self.gauge = found
            self.paint_gauge()

    def _make_ready(self, step: Step) -> None:
        """Prepare the words of a question while it is being read, so that the first answer is understood at once."""
        if step.key not in self._ready:
            self._ready.add(step.key)
            form, split = self.talk.interview.form, self.talk.interview.path.split
            work = asyncio.to_thread(prepare, step.asked, form, split)
            self.run_worker(work, group="words", exit_on_error=False)

    def _seconds(self) -> float:
        return round(monotonic() - self._asked_at, 1)

    async def take_quietly(self, talk: Conversation) -> None:
        """Another state, saved, while another screen is in front."""
        async with self.turn():
            if talk.interview is not self.talk.interview:
                await self._save(talk)
            self.talk = talk
