"""The history of an index: the sittings of one person, what lies between them, and its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from aijri_engine.personal.comparison import Comparison
from aijri_engine.report.charts import Gauge
from aijri_engine.report.charts_text import range_line, zones_line
from aijri_engine.store import Sitting, step_between
from aijri_engine.text import pad, shorten
from aijri_tui.listed_sessions import CANNOT_BE_READ, CLOSED, day_of, moment_of, part_of
from aijri_tui.screen.kit.dates import told_time
from aijri_tui.screen.kit.header_footer import BACK, CHOOSE, Action
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, from_chart, hung, mark, say
from aijri_tui.screen.kit.shell import RefusedError, consent_ended, in_thread, work_instead
from aijri_tui.screen.result.talking import TalkingFrame

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.personal.result import Result
    from aijri_engine.store import SessionRow
    from aijri_tui.sessions import Sessions


MOST_SHOWN = 100
"""Sittings of one person that are shown, the newest ones [ours]."""

DATE_WIDTH = 26
"""Cells for `22 November 2026, 21:04`, with a gap."""

ZONE_WIDTH = 9
"""Cells for a zone, with a gap."""

NO_ZONE = "no zone"
"""Where the week fits the role too badly to name one."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sitting, the one before it about the same role, and what lies between."""

    sitting: Sitting
    before: Sitting | None
    step: Comparison | None


def history_rows(
    rows: "Sequence[SessionRow]",
    points: Mapping[str, Point | None],
    alias: str,
    changes: Sequence[str],
    width: int,
) -> list[Row]:
    """The whole page; a point that is not worked out yet has no figure."""
    whose = f"The sittings of {alias}" if alias else "Your sittings"
    if not rows:
        return [EMPTY, *say(f"{whose} will stand here, once there are any.", width)]
    found = [EMPTY, *say(f"{whose}, the oldest first", width, "strong")]
    for words in changes:
        found += say(words, width, "muted")
    if len(rows) > MOST_SHOWN:
        left_out = f"The newest {MOST_SHOWN} of {len(rows)}; `aijri sessions history` lists them all."
        found += say(left_out, width, "muted")
    shown = rows[-MOST_SHOWN:]
    for role in dict.fromkeys(row.role for row in shown):
        own = [row for row in shown if row.role == role]
        found += [EMPTY, *_scale(own[0].role_name, width)]
        above = ""
        for row in own:
            found += _between(row, points[row.id], above, width)
            found += _sitting(row, points[row.id], width)
            above = row.id
    return [*found, EMPTY]


def _chart_width(width: int) -> int:
    return width - 2 - DATE_WIDTH - 5 - 2 - ZONE_WIDTH


def _scale(role: str, width: int) -> list[Row]:
    """The name of the role and, above the charts, where the zones begin."""
    chart = _chart_width(width)
    (zones,) = from_chart([zones_line(chart)])
    left = width - chart if zones else width
    return [(Span(pad(shorten(role, left - 1), left), "text"), *zones)]


def _sitting(row: "SessionRow", point: Point | None, width: int) -> list[Row]:
    """Figure or state, and what of the record cannot be read where it opens all the same."""
    trouble = point.sitting.trouble if point else ""
    return [*_figure(row, point, width), *say("" if trouble else part_of(row), width, "muted", "    ")]


def _figure(row: "SessionRow", point: Point | None, width: int) -> list[Row]:
    link = f"sitting:{row.id}"
    here = mark(link)
    day = Span(pad(told_time(moment_of(row.updated)), DATE_WIDTH), "text", link)
    one = point.sitting if point else None
    if one is None and row.revealed:
        return [(here, day, Span("  ...", "muted", link)), EMPTY]
    if one is not None and one.trouble:
        return [
            (here, day, Span(CLOSED if one.closed else CANNOT_BE_READ, "muted", link)),
            *say(one.trouble, width, "problem", "    "),
        ]
    if one is not None and one.index is None and one.low is not None:
        told = (here, day, Span(f" range {one.low:.1f} to {one.high:.1f}", "text", link))
        return [told, *say("too little is known for one figure", width, "muted", "    ")]
    if one is None or one.index is None or one.low is None or one.high is None:
        told = (here, day, Span(f" {row.state}", "muted", link))
        return [told, *say("figure not seen yet", width, "muted", "    ")]
    zone = Span(
        pad(shorten(one.zone or NO_ZONE, ZONE_WIDTH - 1), ZONE_WIDTH), (one.zone or "text").lower(), link
    )
    (chart,) = from_chart([range_line(Gauge(one.index, one.low, one.high), _chart_width(width))])
    figure = (here, day, Span(f"{one.index:5.1f}", "strong", link), Span("  "), zone, *chart)
    status = "" if one.status == "complete" else f", {one.status}"
    return [figure, *say(f"range {one.low:.1f} to {one.high:.1f}{status}", width, "muted", "    ")]


def _between(row: "SessionRow", point: Point | None, above: str, width: int) -> list[Row]:
    """What moved since the sitting before, which is named where it does not stand right above; leads to both."""
    if point is None or point.step is None or point.before is None:
        return []
    before = point.before.session
    since = "" if before.id == above else f"since {day_of(moment_of(before.updated))} "
    link = f"between:{row.id}"
    first, *more = hung("  │ ", since + point.step.in_short, width, "text", link)
    return [(mark(link), Span("│ ", "accent", link), *first[1:]), *more]


AT_ONCE = 8
"""Figures that are worked out between two paintings [ours]."""


class HistoryScreen(TalkingFrame):
    """Oldest first. Enter opens a sitting, or the difference between two; F5 puts a sitting beside another."""

    ACTIONS = (
        CHOOSE,
        Action("enter", "open"),
        Action("F5", "compare", "compare", "Compare", "this sitting with another one"),
        BACK,
    )

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
        self.paint_page()
        self.take_keys()

    @property
    def told(self) -> "Result | None":
        """The newest result that could be worked out."""
        found = [self._points.get(_key(row)) for row in self.rows or ()]
        results = [one.sitting.found for one in found if one is not None and one.sitting.found is not None]
        return results[-1] if results else None

    async def ended(self) -> str:
        """As the store says it of the client."""
        return await consent_ended(self.aijri, self.client) if self.client and self.told else ""

    def on_screen_resume(self) -> None:
        """Whatever was done elsewhere shows."""
        if self.is_mounted:
            work_instead(self, self._read, "read")

    async def _read(self) -> None:
        sessions, library = self.aijri.sessions, self.aijri.library
        first = self.rows is None
        try:
            await self._list(sessions, library)
            at = self.page.cursor
            await self._work_out(sessions, library)
        except RefusedError as refused:
            self.trouble, at = f"The sittings cannot be read: {refused.words}", ""
        self.paint_page()
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
            self.paint_page(newest)
            self.call_after_refresh(self.page.reveal, newest)
        else:
            self.paint_page()

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
                self.paint_page()

    def _rows(self, room: int) -> list[Row]:
        if self.trouble:
            return say(self.trouble, room, "problem")
        if self.rows is None:
            return say("Reading the sittings ...", room, "muted")
        points = {row.id: self._points.get(_key(row)) for row in self.rows}
        return history_rows(self.rows, points, self.alias, self.changes, room)

    def _point(self, session_id: str) -> Point | None:
        return next((one for key, one in self._points.items() if key[0] == session_id), None)

    async def chosen(self, link: str, kind: str, rest: str) -> None:
        """Open what was chosen."""
        if kind == "sitting":
            self.aijri.go("session", rest)
        elif kind == "between":
            self._beside(rest)

    def _beside(self, later: str) -> None:
        """A sitting beside the one before it."""
        point = self._point(later)
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
        point = self._point(rest)
        if point is not None and point.sitting.found is not None:
            self.aijri.go("compare", point.sitting.found, rest)
        elif point is not None:
            self.aijri.say(_why_not(point.sitting))


def _why_not(one: "Sitting") -> str:
    """Why a sitting stands beside no other one."""
    if one.trouble:
        return one.trouble
    if one.low is not None:
        return "This sitting has a range and no one figure: too little is known for it, so there is none to compare."
    return "The figure of this sitting was not seen yet; open the sitting first."


def _key(row: "SessionRow") -> tuple[str, int, str]:
    """What a sitting's figures rest on."""
    return row.id, row.events, row.versions_json
