"""The answers so far, to look at in the middle of the interview; back at the same question afterwards."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from aijri_tui.screen.interview.transcript import answer_rows
from aijri_tui.screen.kit.header_footer import CHOOSE, Action
from aijri_tui.screen.kit.page import Frame
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, say
from aijri_tui.sittings import Sitting


class AnswersSoFarScreen(Frame):
    """Every answer so far by section, and how much is left. Returns `edit:KEY` of the one to be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "back", show=False)]
    ACTIONS = (CHOOSE, Action("enter", "change"), Action("esc", "back to the question", "screen.back"))

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def on_mount(self) -> None:
        """Show what was said."""
        self.begin(f"AIJRI · {self.sitting.title}", "your answers so far")

    def _rows(self, width: int) -> list[Row]:
        talk = self.sitting.talk
        room = min(width, READING_WIDTH)
        rows: list[Row] = [EMPTY, *say(talk.left.in_full, room, "strong")]
        section = ""
        for step in talk.steps:
            if not step.settled:
                continue
            if step.asked.section != section:
                section = step.asked.section
                rows += [EMPTY, *say(section, room, "muted")]
            rows += answer_rows(step, room, "text")
        if not section:
            rows += [EMPTY, *say("Nothing is answered yet.", room, "muted")]
        return [*rows, EMPTY]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """That answer is to be changed."""
        self.dismiss(link)
