"""The commands of the conversation, by word, key, click or palette, and the ways to other screens."""

from dataclasses import replace

from aijri_engine.conversation import Trouble, Turn, carry_out
from aijri_engine.interview.understanding import Command
from aijri_engine.interview.understanding.commands import slash_command
from aijri_engine.interview.values import Problem
from aijri_tui.screen.interview.answering import InterviewAnswers
from aijri_tui.screen.kit import safe_text

NOT_A_CHANGE = Problem(
    "what_if", "Nothing is changed yet.", "Change any line with ← and →, or type: what if level=senior"
)
"""What is said about words of a what-if that name no change."""

NOT_SENT = Trouble("What you filled in here is not kept yet: enter sends it. Esc again leaves without it.")
"""What is said before half an answer is left."""

LONGEST_TOLD = 300
"""Signs of what is said about typed words [ours]."""

SECONDS_TOLD = 8.0
"""How long it stands there [ours]."""


class InterviewCommands(InterviewAnswers):
    """Carrying out what was asked for instead of an answer."""

    async def action_say(self, words: str) -> None:
        """A command by key, click or palette."""
        async with self.turn():
            await self.command_words(words)

    async def command_words(self, words: str) -> None:
        """A command as it would be typed."""
        step = self.talk.step
        if words == "go on":
            await self.submit("")
        elif step is not None and words == "typical":
            await self._give(step, "typical")
        elif step is not None and words == "done":
            await self._done(step)
        else:
            command = slash_command(f"/{words}", ())
            if command is not None:
                await self._turned(Turn(*carry_out(self.talk, command, self._seconds())))

    async def show(self, command: Command) -> None:
        """Show what a command asks for instead of the next question."""
        if command.name in ("score", "what_if") and self.gauge is None:
            self._compute_gauge()
        if command.name == "quit":
            await self.app.action_quit()
        elif command.name == "review":
            self._go_to_review()
        elif command.name in ("summary", "edit"):
            self._show_answers()
        elif command.name == "score":
            await self._show_score()
        else:
            await self._what_if(command.argument)

    async def _show_score(self) -> None:
        self.aijri.go("score", self.talk.interview)

    async def _what_if(self, words: str) -> None:
        """The page of changes, begun with the words where they are a change."""
        from aijri_tui.screen.result.typed_changes import changes_in, form_in, told_changes
        from aijri_tui.screen.result.what_if import WhatIfScreen

        screen = WhatIfScreen(self.talk.interview)
        told = ""
        if words:
            form = form_in(words)
            found = changes_in(self.talk.interview, form) if form else NOT_A_CHANGE
            if isinstance(found, Problem):
                told = f"Not understood: “{words}”. {found.text()}"
            else:
                screen.changes = found
                told = told_changes(found)
        await self.app.push_screen(screen)
        if told:
            self.app.notify(safe_text.line(told, LONGEST_TOLD), markup=False, timeout=SECONDS_TOLD)

    def _show_answers(self) -> None:
        self.aijri.go("answers", self)

    def _go_to_review(self) -> None:
        if getattr(self.app.screen, "route", "") not in ("quality", "review"):
            self.aijri.go("quality" if self.talk.interview.coach_prepares else "review", self)

    async def edit_from_review(self, key: str) -> None:
        """The review asks for a question again."""
        self._from_review = True
        async with self.turn():
            await self.take(self.talk.go_to(key))

    def return_from_review(self) -> None:
        """Show the open question again; with none left, the last one that was answered."""
        self._from_review = False
        talk = self.talk
        if talk.step is None:
            before, _ = talk.around(None)
            keys = [one.key for one in before]
            self.talk = talk.go_to(keys[-1]) if keys else talk
        self.paint()

    def action_escape(self) -> None:
        """One step out: of an answer that was opened again, of the line, of what is open, to the first screen.

        What was filled in is not left unasked.
        """
        talk = self.talk
        going_on = talk.leave_as_it_was()
        if (
            talk.editing
            and not (talk.opened or talk.trouble or talk.reply)
            and (going_on.step or self._from_review)
        ):
            self.block.forget()
            self.talk = going_on
            self.paint()
        elif self.block.words.value and not talk.editing:
            self.block.words.value = ""
        elif talk.trouble == NOT_SENT:
            self.action_home()
        elif talk.opened or talk.trouble or talk.reply:
            self.talk = replace(talk, opened="", trouble=None, reply=())
            self.paint()
        elif self.block.unsent:
            self.talk = replace(talk, trouble=NOT_SENT)
            self.paint()
        else:
            self.action_home()

    def action_home(self) -> None:
        """To the first screen; the session stands there to go on with."""
        self.app.pop_screen()
