"""A coach's clients: search on top, each one line, those first of whom nothing may be kept any more."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.widgets import Input

from aijri_engine.files.data_folder import kept_words
from aijri_engine.store import Agenda, ClientRow, agenda_of
from aijri_tui.screen.coach.roster_rows import roster_rows
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.line_page import LinePage
from aijri_tui.screen.kit.page import Body, telling
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, links_of, say, way
from aijri_tui.screen.kit.shell import with_store, with_store_if_any

if TYPE_CHECKING:
    from aijri_engine.store import Store

HERE = "on this machine only"

PART = 80
"""Clients that are read at once; more follow as one goes down [ours]."""

MOST_ENDED = 5
"""Clients whose consent has ended that are shown before one asks for all of them [ours]."""

NEAR_END = 10
"""Lines before the end of the list at which more is read [ours]."""


class RosterScreen(LinePage):
    """Type to find, arrows to choose, enter to open."""

    keeps_line = False
    wide = True
    ACTIONS = (
        CHOOSE,
        Action("enter", "open"),
        Action("F3", "add", "add", "Add a client", "an alias is enough"),
        Action("F5", "practice", "open('practice')", "Your practice", "name, logo, contact, consent, paper"),
        Action("F7", "today", "open('today')", "Today", "what is due; calendar and tables"),
        BACK,
        Action("F4", "group", "open('group')", "Group summary", "means over five people or more"),
        Action("F6", "deleted", "open('deleted')", "Deleted and erased", "bring back; receipts"),
        Action("F8", "", "undo"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[ClientRow] = []
        self._day: Agenda | None = None
        self._ended: Sequence[ClientRow] = ()
        self._gone: Sequence[ClientRow] = ()
        self._found = self._everyone = 0
        self._most_ended = MOST_ENDED
        self._read_on = PART

    def on_mount(self) -> None:
        """Read the first part."""
        self.head("AIJRI · your clients", kept_words(HERE))
        self.begin_line("search by alias or goal")
        self.watch(self.query_one(Body), "scroll_y", self._scrolled, init=False)
        self.read_again(lambda: self.reload(self._read_on))

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows."""
        if not self.is_mounted:
            return
        gone = self.aijri.deleted
        if gone is not None and not self.said[0]:
            words = f"{gone.alias} is deleted, with everything. For a week it can be brought back; then it is erased."
            self.said = (words, "accent")
        self.reload()

    # ---------------------------------------------------------------- reading

    @property
    def search(self) -> str:
        """What is searched for."""
        return self.words.value.strip()

    @work(exclusive=True, group="read")
    @telling
    async def reload(self, room: int = PART) -> None:
        """Read from the beginning."""
        search = self.search
        found = await with_store_if_any(self.aijri, lambda store: _first_part(store, search, room))
        if self not in self.app.screen_stack:
            return
        self._ended, self._listed, self._found, self._everyone, self._day, self._gone = found or NOBODY
        gone = {row.id for row in self._ended}
        self._listed = [row for row in self._listed if row.id not in gone]
        self._read_on = room
        self.head("AIJRI · your clients", _counted(self._everyone))
        self._show()

    @work(exclusive=True, group="more")
    @telling
    async def _read_more(self) -> None:
        search, skip = self.search, self._read_on
        more = await with_store_if_any(
            self.aijri, lambda store: store.roster.clients(search, limit=PART, skip=skip)
        )
        if more and self in self.app.screen_stack and search == self.search and skip == self._read_on:
            gone = {row.id for row in self._ended}
            self._read_on += PART
            self._listed = [*self._listed, *(row for row in more if row.id not in gone)]
            self._show()

    def _show(self) -> None:
        """Paint, with the cursor on the same client or else on the first line."""
        links = links_of(self._rows(self.size.width))
        cursor = self.page.cursor
        if cursor not in links:
            cursor = next((link for link in links if link != "undo"), "")
        self.paint_page(cursor)

    def _rows(self, width: int) -> list[Row]:
        rows: list[Row] = []
        words, role = self.said
        if words:
            rows += say(words, min(width, READING_WIDTH), role, "  ")
            if self.aijri.deleted is not None:
                rows += way("undo", "Bring back (F8)", width)
            rows.append(EMPTY)
        more = max(0, self._found - self._read_on) if self._listed else 0
        return rows + roster_rows(
            self._day, self._ended, self._most_ended, self._listed, more, self.search, width, self._gone
        )

    def _scrolled(self) -> None:
        body = self.query_one(Body)
        if body.scroll_y + body.size.height >= body.virtual_size.height - NEAR_END:
            self._want_more()

    def _want_more(self) -> None:
        if self._listed and self._read_on < self._found:
            self._read_more()

    # ---------------------------------------------------------------- going about

    def tell(self, words: str, role: str = "accent") -> None:
        """Say what was done; then nobody can be brought back here any more."""
        self.said, self.aijri.deleted = (words, role), None
        if self in self.app.screen_stack:
            self._show()

    def forget(self) -> None:
        """Nothing is said, and nobody is brought back here."""
        self.said, self.aijri.deleted = ("", "accent"), None

    def on_input_changed(self, event: Input.Changed) -> None:
        """The list follows what is typed."""
        event.stop()
        self.forget()
        self.query_one(Body).scroll_home(animate=False)
        self.reload()

    def turned(self, key: str) -> None:
        """A key for the list."""
        super().turned(key)
        if key in ("up", "down"):
            links = links_of(self.page.rows(self.page.size.width))
            if self.page.cursor in links[-NEAR_END:]:
                self._want_more()
        elif key in ("pageup", "pagedown"):
            self._turn_page(-1 if key == "pageup" else 1)

    def _turn_page(self, step: int) -> None:
        """As many lines on as are in view."""
        links = links_of(self.page.rows(self.page.size.width))
        if self.page.cursor in links:
            lines = max(1, self.query_one(Body).size.height - 2)
            place = links.index(self.page.cursor) + step * lines
            self.page.move_to(links[min(max(place, 0), len(links) - 1)])
            if step > 0 and place >= len(links) - NEAR_END:
                self._want_more()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what the cursor is on."""
        event.stop()
        self.page.action_choose()

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Open a client, or do what a line says."""
        client = rest.partition(":")[0]
        if kind in ("client", "today_client"):
            self.page.cursor = link
            self.forget()
            self.aijri.go("client", client)
        elif kind == "add":
            self.action_add()
        elif kind == "ended":
            self._most_ended = len(self._ended)
            self._show()
        elif kind == "today":
            self.action_open(kind)
        elif kind == "undo":
            self.action_undo()
        elif kind == "back":
            self.run_worker(self._bring_back(client), group="undo")

    def on_click(self, event: events.Click) -> None:
        """Wherever one clicks, typing still searches."""
        self.words.focus()

    def action_add(self) -> None:
        """A new client."""
        self.aijri.go("add_client", "" if self._listed else self.search, then=self._added)

    def _added(self, client: str | None) -> None:
        """Open the card of whom was added."""
        if client:
            self.words.value = ""
            self.page.cursor = f"client:{client}"
            self.aijri.go("client", client)

    def action_open(self, name: str) -> None:
        """Another page for coaches."""
        self.aijri.go(name)

    def action_undo(self) -> None:
        """Bring back the client that was deleted last."""
        if self.aijri.deleted is not None:
            self.run_worker(self._bring_back(self.aijri.deleted.id), group="undo")

    @telling
    async def _bring_back(self, client: str) -> None:
        row = await with_store(self.aijri, lambda store: store.undelete_client(client))
        self.page.cursor = f"client:{row.id}"
        self.tell(f"{row.alias} is back, with everything.")
        self.reload()

    def action_back(self) -> None:
        """Empty the line first, then back."""
        words = self.words
        if words.value:
            words.value = ""
        else:
            super().action_back()


First = tuple[Sequence[ClientRow], list[ClientRow], int, int, "Agenda | None", Sequence[ClientRow]]
NOBODY: First = ((), [], 0, 0, None, ())


def _first_part(store: "Store", search: str, room: int) -> First:
    """Those whose consent has ended, the first of those found, how many are found, how many there are, and the day.

    While somebody is searched for, the day is left out, and those who were deleted are named.
    """
    roster = store.roster
    day, gone = (None, roster.clients(search, True, room)) if search else (agenda_of(store), [])
    return (
        roster.due(search),
        roster.clients(search, limit=room),
        roster.count(search),
        roster.count(),
        day,
        gone,
    )


def _counted(people: int) -> str:
    if not people:
        return kept_words(HERE)
    number = f"{people:,}".replace(",", " ")
    return f"{number} client{'' if people == 1 else 's'}, {kept_words(HERE)}"
