"""What is your job? A line to say it in, and the roles that fit; all roles while nothing is typed."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.widgets import Input

from aijri_engine.content.role_lists import left_out
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.line_page import LinePage
from aijri_tui.screen.kit.rows import EMPTY, Row, say, way

if TYPE_CHECKING:
    from aijri_engine.content.jobs import JobMatch

NO_TABLE = (
    "There is no table of tasks for this one here yet. Take the nearest other one, or say it otherwise."
)
LOOKING = "Looking for jobs of that name; Enter takes one as soon as they are here."
NOT_MINE = "None of these: describe it in my own words"
ABOUT_NOT_MINE = "Four to ten kinds of work with their part of the week; you rate each of them yourself."
OWN = "own"
"""Link to a table of one's own."""


class ChooseRoleScreen(LinePage):
    """Returns the id of the role that was chosen."""

    keeps_line = False
    ACTIONS = (CHOOSE, Action("enter", "go on"), BACK)

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed = typed
        self._found: Sequence[JobMatch] = ()
        self._searched = ""
        self._small_talk = False
        """What is typed names no job; enter does not make one of it."""
        self._called = ""
        """What the job was called last, for the title of a table of one's own."""

    def on_mount(self) -> None:
        """Show the roles; typing has the keys."""
        self.head("AIJRI · your job", "your own week counts, not the title")
        self.words.value, self.aijri.typed = self._typed or self.aijri.typed, ""
        self.begin_line("what is your job? as you would tell a friend")
        self._show()

    def _show(self) -> None:
        self.paint_page(next((f"one:{one}" for one, *_ in self._offered()), OWN))

    def _offered(self) -> list[tuple[str, str, str]]:
        """Id, title and a line about each that can be chosen; none before the first answer to what is typed."""
        if self._searched or self._typed_now:
            return [(one.id, one.title, one.rests_on) for one in self._found]
        return [(one.id, one.title, one.summary) for one in self.aijri.library.cards.values()]

    @property
    def _typed_now(self) -> str:
        return self.words.value.strip()

    def _rows(self, room: int) -> list[Row]:
        rows = self.said_rows(room)
        for role, title, about in self._offered():
            rows += way(f"one:{role}", title, room, "text")
            rows += [*say(about, room, "muted", "  ", f"one:{role}"), EMPTY]
        rows += way(OWN, NOT_MINE, room, "text")
        rows += say(ABOUT_NOT_MINE, room, "muted", "  ", OWN)
        broken = () if self._searched else left_out(self.aijri.library.broken)
        return [*rows, *(row for words in broken for row in (EMPTY, *say(words, room, "problem")))]

    def on_key(self, event: events.Key) -> None:
        """What is typed before the line has the keys belongs into it."""
        if self.focused is None and event.is_printable:
            self.words.insert_text_at_cursor(event.character or "")

    def on_paste(self, event: events.Paste) -> None:
        """See `on_key`."""
        self.words.type_in(event.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The list follows what is typed."""
        event.stop()
        self._search(event.value.strip())

    @work(exclusive=True, group="search")
    async def _search(self, typed: str) -> None:
        from aijri_engine.content.jobs import MANY, MOST_MATCHES, SAY_NONE, search_jobs
        from aijri_engine.conversation.first_words import WHAT_JOB, first_words, no_job

        meant = await asyncio.to_thread(first_words, typed)
        self._small_talk = bool(typed) and meant.kind not in ("job", "none")
        searched = meant.words if meant.told else typed
        wanted = typed and not self._small_talk
        self._found = await asyncio.to_thread(search_jobs, self.aijri.library, searched) if wanted else ()
        self._searched = typed
        self._called = searched if meant.kind == "job" or not typed else self._called
        self.said = ("", "accent")
        if self._small_talk:
            self.said = (meant.words or WHAT_JOB, "accent")
        elif meant.told:
            self.said = (meant.told, "accent")
        elif typed and not self._found and meant.kind == "job":
            self.said = (f"{no_job(typed)} {SAY_NONE}", "problem")
        elif len(self._found) == MOST_MATCHES:
            self.said = (MANY, "muted")
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what the cursor is on, once the list is about what is typed."""
        event.stop()
        if self._small_talk and self._typed_now:
            self.words.select_all()
        elif self._searched == self._typed_now:
            self.page.action_choose()
        else:
            self.tell(LOOKING, "accent")

    def _written(self, role: str | None) -> None:
        """A table was written, or one near to it was chosen: that is the job."""
        if role is not None:
            self.dismiss(role)

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """That one, where there is a table of tasks for it."""
        if link == OWN:
            self.aijri.go("own_table", self._called, then=self._written)
            return
        try:
            self.aijri.library.role(rest)
        except LookupError:
            self.tell(NO_TABLE, "problem")
        else:
            self.dismiss(rest)
