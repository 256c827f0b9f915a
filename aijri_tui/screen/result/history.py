"""The history of an index: the sittings of one person, and what lies between them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from aijri_engine.personal.comparison import Comparison
from aijri_engine.store import Sitting, step_between
from aijri_tui.screen.kit.header_footer import Hint
from aijri_tui.screen.kit.rows import READING_WIDTH, Row, say
from aijri_tui.screen.kit.sheet import Sheet
from aijri_tui.screen.kit.store_calls import RefusedError, in_thread
from aijri_tui.screen.result.history_rows import MOST_SHOWN, Point, history_rows
from aijri_tui.screen.result.talking import TalkingFrame

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.personal.result import Result
    from aijri_engine.store import SessionRow
    from aijri_tui.sessions import Sessions

AT_ONCE = 8
"""Figures that are worked out between two paintings [ours]."""


class HistoryScreen(TalkingFrame):
    """Oldest first. Enter opens a sitting, or the difference between two; F5 puts a sitting beside another."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f5", "compare", show=False)]

    def __init__(self, client: str | None = None) -> None:
        """The history of a client (id or alias), or of the sittings taken alone."""
        super().__init__()
        self.client = client
        self.alias = ""
        self.rows: Sequence[SessionRow] | None = None
        self.changes: Sequence[str] = ()
        self.trouble = ""
        self._points: dict[tuple[str, int, str], Point] = {}

    def on_mount(self) -> None:
        """What is read when the page comes to the front."""
        self.head("AIJRI · history")
        self.foot([
            Hint("↑↓", "choose"), Hint("enter", "open"), Hint("F5", "compare", "screen.compare"),
            Hint("esc", "back", "screen.back"),
        ])  # fmt: skip
        self.page.show(self._rows)
        self.take_keys()

    @property
    def told(self) -> "Result | None":
        """The newest result that could be worked out."""
        found = [self._points.get(_key(row)) for row in self.rows or ()]
        results = [one.sitting.found for one in found if one is not None and one.sitting.found is not None]
        return results[-1] if results else None

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows."""
        if self.is_mounted:
            self.run_worker(self._read(), exclusive=True, group="read")

    async def _read(self) -> None:
        sessions, library = self.aijri.sessions, self.aijri.library
        first = self.rows is None
        try:
            await self._list(sessions, library)
            at = self.page.cursor
            await self._work_out(sessions, library)
        except RefusedError as refused:
            self.trouble, at = f"The sittings cannot be read: {refused.words}", ""
        self.page.show(self._rows)
        if first and at and self.page.cursor == at:
            self.call_after_refresh(self.page.reveal, at)

    async def _list(self, sessions: "Sessions", library: "Library") -> None:
        """The rows at once, the cursor on the newest."""
        first = self.rows is None
        self.alias, self.rows = await in_thread(lambda: sessions.rows_of(self.client))
        changed = await in_thread(lambda: sessions.changed_roles(library, self.client))
        self.changes = [one.sentence for one in changed]
        self.head("AIJRI · history", self.alias or "your sittings")
        if first and self.rows:
            newest = f"sitting:{self.rows[-1].id}"
            self.page.show(self._rows, cursor=newest)
            self.call_after_refresh(self.page.reveal, newest)
        else:
            self.page.show(self._rows)

    async def _work_out(self, sessions: "Sessions", library: "Library") -> None:
        """Figures and what lies between; those known already are kept."""
        last: dict[str, Sitting] = {}

        def point(row: "SessionRow") -> Point:
            known = self._points.get(_key(row))
            sitting = known.sitting if known else sessions.sitting(row, library)
            before = last.get(row.role)
            if known is None or known.before != before:
                known = Point(sitting, before, step_between(before, sitting, library))
            if sitting.found is not None:
                last[row.role] = sitting
            return known

        for number, row in enumerate((self.rows or ())[-MOST_SHOWN:]):
            self._points[_key(row)] = await in_thread(partial(point, row))
            if number % AT_ONCE == AT_ONCE - 1:
                self.page.show(self._rows)

    def _rows(self, width: int) -> list[Row]:
        room = min(width, READING_WIDTH)
        if self.trouble:
            return say(self.trouble, room, "problem")
        if self.rows is None:
            return say("Reading the sittings ...", room, "muted")
        points = {row.id: self._points.get(_key(row)) for row in self.rows}
        return history_rows(self.rows, points, self.alias, self.changes, room)

    def _sitting(self, session_id: str) -> Sitting | None:
        return next((one.sitting for key, one in self._points.items() if key[0] == session_id), None)

    def _step(self, session_id: str) -> Comparison | None:
        return next((one.step for key, one in self._points.items() if key[0] == session_id), None)

    async def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """Open what was chosen."""
        event.stop()
        kind, _, rest = event.link.partition(":")
        if kind == "sitting":
            self.aijri.go("session", rest)
        elif kind == "between":
            self._beside(rest)

    def _beside(self, later: str) -> None:
        """A sitting beside the one before it."""
        point = next((one for key, one in self._points.items() if key[0] == later), None)
        if point is None or point.sitting.found is None or point.before is None:
            return
        self.aijri.go("compare", point.sitting.found, later, point.before.session.id)

    def go_to(self, page: str) -> bool:
        """A sitting beside another one."""
        if page == "compare":
            self.action_compare()
            return True
        return super().go_to(page)

    def action_compare(self) -> None:
        """The sitting under the cursor beside another one."""
        kind, _, rest = self.page.cursor.partition(":")
        if kind == "between":
            self._beside(rest)
            return
        sitting = self._sitting(rest)
        if sitting is not None and sitting.found is not None:
            self.aijri.go("compare", sitting.found, rest)
        elif sitting is not None:
            self.aijri.say("The figure of this sitting was not seen yet; open the sitting first.")


def _key(row: "SessionRow") -> tuple[str, int, str]:
    """What a sitting's figures rest on."""
    return row.id, row.events, row.versions_json
