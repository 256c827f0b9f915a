"""My job is not here: a table of one's own, written line by line."""

import asyncio
from datetime import date

from textual.widgets import Input

from aijri_engine.content.library import folder_to_write
from aijri_engine.conversation import own_table
from aijri_engine.conversation.own_table_kept import keep
from aijri_engine.conversation.own_table_words import HELP
from aijri_tui.screen.kit.header_footer import BACK, Action
from aijri_tui.screen.kit.line_page import LinePage
from aijri_tui.screen.kit.rows import EMPTY, Row, say, way
from aijri_tui.screen.kit.shell import work_instead

PROMPTS = {
    "title": "the name of your job",
    "rows": "a kind of work, and its part of the week",
    "confirm": "yes, or what is otherwise",
    "near": "its number, or no",
}


class OwnTableScreen(LinePage):
    """Returns the id of the role that was written, or of one near to it."""

    ACTIONS = (Action("enter", "go on"), BACK)

    def __init__(self, called: str = "") -> None:
        super().__init__()
        self.table = own_table.begin(called)

    def on_mount(self) -> None:
        """Ask the first thing that is missing."""
        self.head("AIJRI · your job in your own words", "kept once it is your week")
        self.begin_line("")
        self._show()

    @property
    def unsent(self) -> str:
        """See `Frame.unsent`; rows are kept once they are a week."""
        return "\n".join(filter(None, (*self.table.listed(), super().unsent)))

    def _show(self) -> None:
        self.words.prompt(PROMPTS.get(self.table.stage, ""))
        self.paint_page({"confirm": "yes", "near": "no"}.get(self.table.stage, ""))
        self.call_after_refresh(self._reveal_words)

    def _reveal_words(self) -> None:
        self.bring_into_view(say(self.table.words, self.room, "accent"))

    def _rows(self, room: int) -> list[Row]:
        table = self.table
        rows = self.said_rows(room)
        if table.title and table.stage != "title":
            rows += [*say(table.title, room, "strong"), EMPTY]
        if table.rows and table.stage != "near":
            rows += [row for words in table.listed() for row in say(words, room, "text", "  ")]
            rows.append(EMPTY)
        if table.words:
            rows += [*say(table.words, room, "accent"), EMPTY]
        if table.stage == "confirm":
            rows += [*way("yes", "Yes, this is my week", room), EMPTY]
        if table.stage == "near":
            for number, words in enumerate(table.offered(), 1):
                rows += [*way(str(number), words, room), EMPTY]
            rows += [*way("no", "No: I rate the rows in my own words", room), EMPTY]
        return [*rows, *say(table.asks or HELP, room, "muted" if table.rows else "text")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """One line more."""
        event.stop()
        typed = event.value
        if not typed and self.table.stage == "near":
            self.page.action_choose()
            return
        self.words.value = ""
        self._take(typed)

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """The week is right; or a table near to it is chosen, or left."""
        self._take(link)

    def _take(self, typed: str) -> None:
        self.said = ("", "accent")
        self.table = own_table.said(self.table, typed)
        if self.table.stage == "left":
            self.dismiss(None)
        elif self.table.stage == "other":
            self.dismiss(self.table.chosen)
        elif self.table.stage == "done":
            work_instead(self, self._keep)
        else:
            self._show()

    async def _keep(self) -> None:
        self.table = await asyncio.to_thread(own_table.offer, self.table, self.aijri.library)
        if self.table.stage == "near":
            self._show()
            return
        folder = folder_to_write(self.aijri.content)
        today = date.today().isoformat()
        kept = await asyncio.to_thread(keep, self.table, self.aijri.library, folder, today)
        self.aijri.library, self.aijri.written = kept.library, kept.role_id
        self.dismiss(kept.role_id)
        self.aijri.say(kept.words)
