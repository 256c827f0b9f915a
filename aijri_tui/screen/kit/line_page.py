"""Pages with a line for typed words: above the page, or below it while something is asked."""

from textual.app import ComposeResult
from textual.containers import Vertical

from aijri_tui.screen.kit.line_input import AnswerInput
from aijri_tui.screen.kit.page import Body, Frame
from aijri_tui.screen.kit.sheet import Sheet


class LinePage(Frame):
    """The line has the keys, and the page follows what is typed."""

    CSS = "LinePage #line { height: 3; padding: 1 4 0 4; }"
    SCOPED_CSS = False  # it holds for all pages that are one

    def body(self) -> ComposeResult:
        """The line, and the page below it."""
        with Vertical(id="line", classes="content"):
            yield AnswerInput(id="words")
        with Body():
            yield Sheet(id="page")

    def turned(self, key: str) -> None:
        """A key for the list."""
        if key in ("up", "down"):
            self.page.action_move(-1 if key == "up" else 1)


class AskingPage(Frame):
    """The page has the keys; the line stands below it while the page is `asking`."""

    CSS = """
    AskingPage #line { height: auto; display: none; padding: 0 2; }
    AskingPage.asking #line { display: block; }
    """
    SCOPED_CSS = False

    def body(self) -> ComposeResult:
        """The page, and the line below it."""
        with Body():
            yield Sheet(focusable=True, id="page")
        with Vertical(id="line"):
            yield AnswerInput(id="words")
