"""Charts as SVG by hand: real text, a title and a description, no script, nothing loaded from anywhere.

Colours stand as attributes, so that a picture is right on its own; each shape also has a class, so that a page can
recolour it for dark screens.
"""

from typing import Literal

from markupsafe import escape

from aijri_engine.report.charts import (
    ZONES,
    Chart,
    Gauge,
    NarrowingBars,
    OutlookBars,
    Waterfall,
    WeekBars,
    position,
)
from aijri_engine.report.palette import LIGHT, Palette, fills
from aijri_engine.report.typography import set_type
from aijri_engine.report.wordings import index_text, percent_text, points_text
from aijri_engine.text import shorten

WIDTH = 680.0
"""Units; every picture is this wide and scales with its place."""

FONT = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
TEXT_SIZE = 13.0
Anchor = Literal["start", "middle", "end"]


class Canvas:
    """Shapes collected from top to bottom; figures are written with at most two decimals."""

    def __init__(self, palette: Palette) -> None:
        self._fills = fills(palette)
        self._parts: list[str] = []

    def rectangle(
        self, x: float, y: float, width: float, height: float, role: str, hollow: bool = False
    ) -> None:
        """A bar; a hollow one shows only its outline."""
        colour = self._fills[role]
        paint = f'fill="none" stroke="{colour}" stroke-width="1.5"' if hollow else f'fill="{colour}"'
        name = f"o-{role}" if hollow else f"f-{role}"
        size = f'width="{_n(max(width, 0.5))}" height="{_n(height)}"'
        self._parts.append(f'<rect class="{name}" x="{_n(x)}" y="{_n(y)}" {size} {paint}/>')

    def line(
        self, x: float, y: float, to_x: float, to_y: float, role: str, width: float = 1, dashed: bool = False
    ) -> None:
        """A straight line."""
        dash = ' stroke-dasharray="3 3"' if dashed else ""
        self._parts.append(
            f'<line class="o-{role}" x1="{_n(x)}" y1="{_n(y)}" x2="{_n(to_x)}" y2="{_n(to_y)}" '
            f'stroke="{self._fills[role]}" stroke-width="{_n(width)}"{dash}/>'
        )

    def triangle(self, x: float, y: float, up: bool, role: str) -> None:
        """A small marker whose point is at (x, y)."""
        base = y + 8 if up else y - 8
        points = f"{_n(x)},{_n(y)} {_n(x - 5)},{_n(base)} {_n(x + 5)},{_n(base)}"
        self._parts.append(f'<polygon class="f-{role}" points="{points}" fill="{self._fills[role]}"/>')

    def dot(self, x: float, y: float, role: str) -> None:
        """A round marker."""
        self._parts.append(
            f'<circle class="f-{role}" cx="{_n(x)}" cy="{_n(y)}" r="5" fill="{self._fills[role]}"/>'
        )

    def text(
        self, x: float, y: float, words: str, role: str = "ink", anchor: Anchor = "start", bold: bool = False,
        size: float = TEXT_SIZE,
    ) -> None:  # fmt: skip
        """Words with their baseline at y."""
        weight = ' font-weight="600"' if bold else ""
        self._parts.append(
            f'<text class="f-{role}" x="{_n(x)}" y="{_n(y)}" fill="{self._fills[role]}" font-size="{_n(size)}" '
            f'text-anchor="{anchor}"{weight}>{escape(set_type(words))}</text>'
        )

    def finish(self, chart: Chart, height: float, name: str) -> str:
        """The picture as one element."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(WIDTH)} {_n(height)}" role="img" '
            f'aria-labelledby="{name}-title {name}-text" font-family="{FONT}">'
            f'<title id="{name}-title">{escape(set_type(chart.title))}</title>'
            f'<desc id="{name}-text">{escape(set_type(chart.description))}</desc>{"".join(self._parts)}</svg>'
        )


def _n(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def svg(chart: Chart, name: str, palette: Palette = LIGHT) -> str:
    """The picture of a chart. `name` makes its ids unique on a page."""
    canvas = Canvas(palette)
    return canvas.finish(chart, _draw(canvas, chart), name)


def _draw(canvas: Canvas, chart: Chart) -> float:
    """Draw and return the height."""
    match chart:
        case Gauge():
            return _gauge(canvas, chart)
        case Waterfall():
            return _waterfall(canvas, chart)
        case WeekBars():
            return _week(canvas, chart)
        case NarrowingBars():
            return _narrowing(canvas, chart)
        case OutlookBars():
            return _outlook(canvas, chart)


def _gauge(canvas: Canvas, chart: Gauge) -> float:
    left, span = 16.0, WIDTH - 32.0

    def at(value: float) -> float:
        return left + position(value, span)

    canvas.text(
        _inside(at(chart.index), 44),
        16,
        f"you {index_text(chart.index)}",
        bold=True,
        anchor="middle",
        size=16,
    )
    rows = (
        ("range", chart.low, chart.high, 36.0, 6.0),
        ("wider band", chart.wide_low, chart.wide_high, 54.0, 2.0),
    )
    for name, low, high, y, thick in rows:
        canvas.rectangle(at(low), y - thick / 2, at(high) - at(low), thick, "accent")
        for end in (low, high):
            canvas.line(at(end), y - 6, at(end), y + 6, "accent", 1.5)
        before = at(low) > left + 110
        canvas.text(
            at(low) - 6, y + 4.5, f"{name}  {index_text(low)}" if before else index_text(low), "soft", "end"
        )
        canvas.text(
            at(high) + 6, y + 4.5, index_text(high) if before else f"{index_text(high)}  {name}", "soft"
        )
    for zone, start, end in ZONES:
        canvas.rectangle(at(start), 68, at(end) - at(start), 22, zone.lower())
        canvas.text(at((start + end) / 2), 83.5, zone, anchor="middle")
        canvas.text(at(start), 106, f"{start:g}", "soft", "middle")
    canvas.text(at(100), 106, "100", "soft", "middle")
    canvas.line(at(chart.index), 22, at(chart.index), 92, "ink", 2)
    canvas.triangle(at(chart.base), 91, True, "ink")
    words = f"the role's average {index_text(chart.base)}"
    canvas.text(_inside(at(chart.base), 70), 124, words, anchor="middle")
    return 130


def _inside(x: float, half: float) -> float:
    return min(max(x, half), WIDTH - half)


def _waterfall(canvas: Canvas, chart: Waterfall) -> float:
    left, right, row = 250.0, 618.0, 23.0

    def at(value: float) -> float:
        return left + position(value, right - left, chart.scale_end)

    for place, step in enumerate(chart.steps):
        y = place * row
        total = step.kind != "change"
        figure = index_text(step.shown) if total else points_text(step.shown)
        canvas.text(0, y + 15.5, shorten(step.name, 38), bold=total)
        canvas.text(WIDTH - 2, y + 15.5, figure, anchor="end", bold=total)
        low, high = sorted((step.before, step.after))
        role = {"start": "muted", "end": "accent"}.get(step.kind, "gain" if step.shown > 0 else "loss")
        canvas.rectangle(at(low), y + 4, at(high) - at(low), row - 8, role)
        if step.kind != "end":
            canvas.line(at(step.after), y + 4, at(step.after), y + row + 4, "rule")
    return len(chart.steps) * row + 2


def _week(canvas: Canvas, chart: WeekBars) -> float:
    left, right, row = 190.0, 545.0, 26.0

    def at(value: float) -> float:
        return left + position(value, right - left, chart.scale_end)

    canvas.text(606, 13, "you", "soft", "end")
    canvas.text(WIDTH - 2, 13, "role", "soft", "end")
    for place, bar in enumerate(chart.bars):
        y = 20 + place * row
        canvas.text(0, y + 16, shorten(bar.name, 28))
        canvas.text(606, y + 16, f"{percent_text(bar.share)} %", anchor="end", bold=True)
        canvas.text(WIDTH - 2, y + 16, f"{percent_text(bar.base_share)} %", "soft", "end")
        canvas.rectangle(left, y + 5, at(bar.share) - left, 13, "accent", hollow=bar.open)
        canvas.line(at(bar.base_share), y + 1, at(bar.base_share), y + 22, "ink", 2)
    y = 20 + len(chart.bars) * row + 8
    canvas.rectangle(left, y, 18, 11, "accent")
    canvas.text(left + 24, y + 10, "resists more", "soft")
    canvas.rectangle(left + 116, y, 18, 11, "accent", hollow=True)
    canvas.text(left + 140, y + 10, "more open", "soft")
    canvas.line(left + 226, y - 2, left + 226, y + 13, "ink", 2)
    canvas.text(left + 234, y + 10, "in the role", "soft")
    return y + 18


def _narrowing(canvas: Canvas, chart: NarrowingBars) -> float:
    left, right, row = 250.0, 610.0, 24.0
    for place, bar in enumerate(chart.bars):
        y = place * row
        canvas.text(0, y + 16, shorten(bar.name, 38))
        canvas.text(WIDTH - 2, y + 16, f"{bar.share:.0f} %", anchor="end", bold=True)
        canvas.rectangle(left, y + 5, position(bar.share, right - left, chart.scale_end), 13, "accent")
    return len(chart.bars) * row + 2


def _outlook(canvas: Canvas, chart: OutlookBars) -> float:
    left, right, row = 322.0, 566.0, 24.0

    def at(value: float) -> float:
        return left + position(value, right - left)

    bottom = 24 + len(chart.bars) * row
    for zone, start, end in ZONES:
        canvas.rectangle(at(start), 24, at(end) - at(start), bottom - 24, zone.lower())
        canvas.text(at((start + end) / 2), bottom + 15, zone, "soft", "middle")
    canvas.line(at(chart.now), 20, at(chart.now), bottom, "ink", 1.5)
    canvas.text(_inside(at(chart.now), 40), 14, f"now {index_text(chart.now)}", anchor="middle", bold=True)
    for place, bar in enumerate(chart.bars):
        y = 24 + place * row
        canvas.text(0, y + 16, shorten(bar.name, 52))
        canvas.text(624, y + 16, index_text(bar.index), anchor="end", bold=True)
        canvas.text(WIDTH - 2, y + 16, points_text(bar.points), anchor="end")
        canvas.line(at(chart.now), y + 12, at(bar.index), y + 12, "accent", 2)
        canvas.dot(at(bar.index), y + 12, "accent")
    return bottom + 20
