"""Pages that the interview opens, and where it goes on after them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aijri_engine.content.meanings import SPLIT
from aijri_engine.conversation import Conversation
from aijri_engine.interview.path import Step
from aijri_engine.interview.understanding import Command
from aijri_engine.week_file import file_named
from aijri_tui.screen.kit.page import Frame
from aijri_tui.sittings import Sitting


class OtherPages:
    """Opens them by name; what they return is put into the conversation, and `paint` shows it."""

    def __init__(
        self, page: Frame, sitting: Sitting, paint: Callable[[], None],
        take_week: Callable[[Step, Any], None],
    ) -> None:  # fmt: skip
        """`take_week` takes an answer that was read from a file."""
        self._page, self._sitting = page, sitting
        self._paint, self._take_week = paint, take_week
        self.from_review = False
        """The open question was chosen in the review, and escape leads back there."""

    @property
    def _talk(self) -> Conversation:
        return self._sitting.talk

    def _go_on(self, talk: Conversation) -> None:
        self._sitting.talk = talk
        self._paint()

    async def show(self, command: Command) -> None:
        """Show what a command asks for instead of the next question."""
        app, interview = self._page.aijri, self._sitting.interview
        if command.name == "quit":
            await app.action_quit()
        elif command.name == "review":
            self._review()
        elif command.name in ("summary", "edit"):
            app.go("answers", self._sitting, then=self._chosen)
        elif command.name == "score":
            app.go("score", interview)
        else:
            app.go("what_if", interview, "", command.argument)

    def review_when_done(self) -> None:
        """With nothing left to ask the answers are looked over, unless another page is in front."""
        if self._talk.step is None and not self._talk.paused and self._page.app.screen is self._page:
            self._review()

    def _review(self) -> None:
        app = self._page.aijri
        if getattr(app.screen, "route", "") not in ("quality", "review"):
            name = "quality" if self._sitting.interview.coach_prepares else "review"
            app.go(name, self._sitting, then=self._reviewed)

    def _chosen(self, link: str | None) -> None:
        """An answer was chosen to be changed, on a page of all of them."""
        kind, _, key = (link or "").partition(":")
        if kind == "edit":
            self.from_review = True
            self._go_on(self._talk.go_to(key))

    def _reviewed(self, link: str | None) -> None:
        """Back from looking the answers over: to one of them, on to the review, to the first screen, or here."""
        app = self._page.aijri
        if link == "review":
            app.go("review", self._sitting, then=self._reviewed)
        elif link == "later":
            self.home()
            app.say(self._sitting.interview.library.wording.coach.later)
        elif link is not None and link.startswith("edit:"):
            self._chosen(link)
        elif link == "asked" and self._talk.step is not None:
            self.from_review = True
            self._go_on(self._talk)
        else:
            self.from_review = False
            before, _ = self._talk.around(None)
            ended = self._talk.step is None and before
            self._go_on(self._talk.go_to(before[-1].key) if ended else self._talk)

    def home(self) -> None:
        """To the first screen; the session stands there to go on with."""
        app = self._page.aijri
        app.pop_screen()
        app.run_worker(app.refresh_sessions(), group="list")

    # ---------------------------------------------------------------- the week from a file

    def ask_for_week(self) -> None:
        """Ask for the file that the week is read from."""
        if (step := self._week_step) is not None:
            self._page.aijri.go("week_path", self._sitting.interview.form, step.asked, then=self.open_week)

    @property
    def _week_step(self) -> Step | None:
        step = self._talk.step
        return step if step is not None and step.key == SPLIT else None

    def week_named(self, typed: str) -> bool:
        """Whether a line at the question about the week names a file, or says that there is one: that page opens."""
        path = file_named(typed) if self._week_step is not None else None
        if path is not None:
            self.open_week(str(path)) if path.name else self.ask_for_week()
        return path is not None

    def open_week(self, path: str | None) -> None:
        """Confirm the lines of a file, then answer with their hours."""
        if path is not None and (step := self._week_step) is not None:
            handed = (self._sitting.interview.form, step.asked, Path(path))
            self._page.aijri.go("week_file", *handed, then=lambda value: self._week_given(step, value))

    def _week_given(self, step: Step, value: str | None) -> None:
        if value is not None:
            self._take_week(step, json.loads(value))
