"""The passphrase of an encrypted store."""

import asyncio

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.sessions import STORE_FILE

WRONG = "That passphrase does not open the store. Capital letters and the language of the keyboard count."
NEW = (
    "Type a passphrase for a new store. It is neither shown nor kept, and nothing opens the store without it."
)
AGAIN = "The same again, to be sure."
DIFFERENT = "These were two different passphrases. Begin with the first."


def too_short(passphrase: str) -> str:
    """Why a new passphrase is refused; empty where it is not."""
    from aijri_engine.store import StoreError, refuse_guessable

    try:
        refuse_guessable(passphrase)
    except StoreError as error:
        return str(error)
    return ""


class UnlockScreen(Frame):
    """Type it; nothing of it is shown or kept. Returns `unlocked` once it was the right one."""

    CSS = "UnlockScreen #line { height: auto; padding: 1 0; } UnlockScreen #page { height: auto; }"
    ACTIONS = (Action("enter", "unlock"), BACK)

    wrong = ""
    _first = ""
    """What was typed for a new store, until it is typed again."""
    keeps_line = False

    def body(self) -> ComposeResult:
        """A sentence and a hidden line."""
        with Body():
            yield Sheet(id="page")
            with Vertical(id="line"):
                yield AnswerInput(id="words")
            yield Sheet(self._below, id="below")

    def on_mount(self) -> None:
        """Ask."""
        self.head(f"AIJRI · your store is {'missing' if self.aijri.sessions.missing else 'locked'}", "")
        words = self.words
        words.password = True
        words.prompt("passphrase")
        words.cursor_blink = self.aijri.cursor_blink
        words.focus()
        self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        sessions = self.aijri.sessions
        asked = "Type the passphrase of your sessions. It is neither shown nor kept."
        asked = (AGAIN if self._first else NEW) if sessions.missing else asked
        trouble = [EMPTY, *say(sessions.beside_lock, room, "problem")] if sessions.beside_lock else []
        rows = [*trouble, EMPTY, *say(asked, room, "strong")]
        if self.wrong:
            rows += [EMPTY, *say(self.wrong, room, "problem")]
        return rows

    def _below(self, width: int) -> list[Row]:
        if self.aijri.sessions.missing:
            return []
        place = self.aijri.sessions.place
        words = (
            f"The sessions lie in {place}. Nobody can read them without it, and nobody can bring it back: whoever has "
            f"lost it can only begin afresh. For that, move {STORE_FILE} there away."
        )
        return say(words, min(width, READING_WIDTH), "muted")

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try it."""
        event.stop()
        if not event.value:
            return
        self.words.value = ""
        if self.aijri.sessions.missing and self._first != event.value:
            self.wrong = DIFFERENT if self._first else too_short(event.value)
            self._first = "" if self._first or self.wrong else event.value
            self.paint_page()
        elif await asyncio.to_thread(self.aijri.sessions.unlock, event.value):
            self.dismiss("unlocked")
        else:
            self.wrong = WRONG
            self.paint_page()
