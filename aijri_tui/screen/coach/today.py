"""One day across all clients, and the way of dates and clients into other programs."""

from pathlib import Path

from aijri_engine.store import Agenda, Store, agenda_of, write_calendar, write_roster_table
from aijri_tui.screen.coach.roster_rows import due_rows
from aijri_tui.screen.kit.dates import told_day
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.page import Frame, telling
from aijri_tui.screen.kit.rows import EMPTY, READING_WIDTH, Row, links_of, say, way
from aijri_tui.screen.kit.shell import with_store_if_any, work_instead

CALENDAR = (
    "Talks and open acts of all clients whose consent holds, with their aliases, for any calendar program."
)
TABLE = "Alias, goal, consent, next date and who has what, of all whose consent has not ended. No note, no figure."


class TodayScreen(Frame):
    """What is due; enter opens the client."""

    ACTIONS = (CHOOSE, Action("enter", "open"), BACK)

    def __init__(self) -> None:
        super().__init__()
        self._day: Agenda | None = None

    def on_mount(self) -> None:
        """The keys go to the page."""
        self.begin("AIJRI · today", "")
        self.read_again(lambda: work_instead(self, self._read, "read"))

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows."""
        work_instead(self, self._read, "read")

    @telling
    async def _read(self) -> None:
        self._day = await with_store_if_any(self.aijri, agenda_of)
        if self._day is not None:
            self.head("AIJRI · today", told_day(self._day.day))
        untouched = self.page.cursor in ("", "calendar")
        first = next(iter(links_of(self._rows(READING_WIDTH))), None)
        self.paint_page(first if untouched else None)

    def _rows(self, room: int) -> list[Row]:
        rows = [EMPTY, *self.said_rows(room)]
        due = due_rows(self._day, room) if self._day is not None else []
        rows += due or say("Nothing is due.", room)
        rows += [EMPTY, *way("calendar", "Write talks and acts into a calendar file", room)]
        rows += way("take_table", "Take clients in from a table (CSV)", room)
        return [*rows, *way("table", "Write the clients as a table (CSV)", room)]

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """A client, or a file."""
        if kind == "today_client":
            self.aijri.go("client", rest.partition(":")[0])
        elif kind == "take_table":
            self.aijri.go(kind, then=self.tell_back)
        else:
            title, about, name, write = FILES[kind]
            self.aijri.go("to_file", title, about, name, write, then=self.tell_back)


def _calendar(store: Store, path: Path) -> str:
    write_calendar(store, path)
    told = f"Written: {path}. Open it with your calendar program; writing it again changes the same entries."
    return " ".join((told, *store.roster.troubled()))


def _table(store: Store, path: Path) -> str:
    return " ".join(
        (f"Written: {path}, {write_roster_table(store, path)} clients.", *store.roster.troubled())
    )


FILES = {
    "table": ("The clients as a table", TABLE, "aijri-clients.csv", _table),
    "calendar": ("Dates into a calendar", CALENDAR, "aijri-dates.ics", _calendar),
}
"""Title, words about it, proposed name and writer of each file of the day."""
