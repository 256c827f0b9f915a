"""The rows of a history: one sitting after the other on one scale, and between two what moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aijri_engine.personal.comparison import Comparison
from aijri_engine.report.charts import Gauge
from aijri_engine.report.charts_text import range_line, zones_line
from aijri_engine.store import Sitting
from aijri_engine.text import pad, shorten
from aijri_tui.screen.kit.rows import EMPTY, Row, Span, from_chart, hung, mark, say
from aijri_tui.sessions import day_of, moment_or_long_ago, state_words

if TYPE_CHECKING:
    from aijri_engine.store import SessionRow

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
    link = f"sitting:{row.id}"
    here = mark(link)
    when = moment_or_long_ago(row.updated)
    day = Span(pad(f"{when.day} {when:%B %Y, %H:%M}", DATE_WIDTH), "text", link)
    one = point.sitting if point else None
    if one is None and row.revealed:
        return [(here, day, Span("  ...", "muted", link)), EMPTY]
    if one is not None and one.trouble:
        return [
            (here, day, Span("cannot be read", "muted", link)),
            *say(one.trouble, width, "problem", "    "),
        ]
    if one is not None and one.index is None and one.low is not None:
        told = (here, day, Span(f" range {one.low:.1f} to {one.high:.1f}", "text", link))
        return [told, *say("too little is known for one figure", width, "muted", "    ")]
    if one is None or one.index is None or one.low is None or one.high is None:
        told = (here, day, Span(f" {state_words(row)}", "muted", link))
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
    since = "" if before.id == above else f"since {_day(before)} "
    link = f"between:{row.id}"
    first, *more = hung("  │ ", since + point.step.in_short, width, "text", link)
    return [(mark(link), Span("│ ", "accent", link), *first[1:]), *more]


def _day(row: "SessionRow") -> str:
    return day_of(moment_or_long_ago(row.updated))
