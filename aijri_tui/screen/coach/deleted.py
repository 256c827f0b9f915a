"""Clients that were deleted and can be brought back, and receipts of what was erased."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from aijri_engine.text.words import NO_DAY
from aijri_tui.screen.kit.dates import told_day, told_moment
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame, telling
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, heading, mark, say
from aijri_tui.screen.kit.sheet import Plane
from aijri_tui.screen.kit.shell import with_store, with_store_if_any, work_instead

if TYPE_CHECKING:
    from aijri_engine.store import ClientRow, Receipt

MOST_RECEIPTS = 20
"""Receipts that are listed [ours]."""


class DeletedScreen(Frame):
    """Bring back, or erase at once."""

    surface = Plane
    ACTIONS = (CHOOSE, Action("enter", "do it"), BACK)

    def __init__(self) -> None:
        super().__init__()
        self._deleted: Sequence[ClientRow] = ()
        self._receipts: Sequence[Receipt] = ()

    def on_mount(self) -> None:
        """The keys go to the page."""
        self.head("AIJRI · deleted and erased", "")
        self.page.focus()

    def on_screen_resume(self) -> None:
        """Read what there is."""
        work_instead(self, self._read, "read")

    @telling
    async def _read(self) -> None:
        found = await with_store_if_any(
            self.aijri, lambda store: (store.roster.clients(deleted=True), store.receipts())
        )
        self._deleted, self._receipts = found or ((), ())
        if self in self.app.screen_stack:
            self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        rows += self.said_rows(room)
        rows += say("Recently deleted", room, "strong")
        if not self._deleted:
            rows += say(
                "Nobody. What is deleted stays here for a week and is then erased for good.", room, "muted"
            )
        for row in self._deleted:
            rows += [EMPTY, *say(f"{row.alias}, deleted on {told_moment(row.deleted or '')}, is erased for good "
                                 f"{_last_day(row.deleted or '')}.", room)]  # fmt: skip
            rows.append(
                (*self._link(f"back:{row.id}", "bring back"), *self._link(f"erase:{row.id}", "erase now"))
            )
        if self._receipts:
            rows += heading("Receipts of what was erased", room)
            for one in self._receipts[:MOST_RECEIPTS]:
                whole = "" if one.complete else ", not complete"
                rows += say(f"{one.id}, {told_moment(one.at)}: {one.counts}{whole}", room, "muted")
        return [*rows, EMPTY]

    def _link(self, link: str, words: str) -> Row:
        return (mark(link), Span(f"{words:<14}", "accent", link))

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Bring a client back, or erase one for good."""
        row = next((one for one in self._deleted if one.id == rest), None)
        if row is not None and kind == "back":
            self.run_worker(self._bring_back(rest), group="undo")
        elif row is not None:
            self.aijri.go("erase", row)

    @telling
    async def _bring_back(self, client: str) -> None:
        row = await with_store(self.aijri, lambda store: store.undelete_client(client))
        self.said = (f"{row.alias} is back, with everything.", "accent")
        await self._read()


def _last_day(deleted: str) -> str:
    from aijri_engine.store import UNDO_WINDOW

    if datetime.fromisoformat(deleted).date() <= NO_DAY:
        return "a week after that"
    return "on " + told_day(f"{(datetime.fromisoformat(deleted) + UNDO_WINDOW).astimezone():%Y-%m-%d}")
