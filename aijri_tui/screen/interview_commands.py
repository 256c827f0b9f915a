"""The commands of the conversation, by word, key, click or palette, and the ways to other screens."""

from dataclasses import replace

from aijri_engine.interview.understanding.commands import slash_command
from aijri_tui.screen.interview_answers import InterviewAnswers


class InterviewCommands(InterviewAnswers):
    """Carrying out what was asked for instead of an answer."""

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
