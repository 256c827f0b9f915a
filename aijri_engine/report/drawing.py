"""Where every shape of a chart stands: one layout, drawn as SVG, in typst and as pictures for documents."""

from dataclasses import dataclass
from typing import Literal

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
from aijri_engine.report.figures import index_text, points_text, set_type
from aijri_engine.text import shorten_inside

WIDTH = 680.0
"""Units that a drawing is wide; it scales with its place."""

NARROW = 480.0
"""Units of a drawing whose words are large beside its bars, for large print."""

TEXT_SIZE = 13.0
"""Units."""

MARKER = 5.0
"""Units from the middle of a marker to its edge."""

Anchor = Literal["start", "middle", "end"]
Role = str
"""What a shape stands for; a key of `palette.fills`."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A bar; a hollow one shows only its outline."""

    x: float
    y: float
    width: float
    height: float
    role: Role
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    role: Role
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Triangle:
    """A small marker that points up to (x, y)."""

    x: float
    y: float
    role: Role


@dataclass(frozen=True, slots=True)
class Dot:
    """A round marker."""

    x: float
    y: float
    role: Role


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose baseline is at y."""

    x: float
    y: float
    words: str
    role: Role
    anchor: Anchor
    bold: bool
    size: float
    room: float = 0.0
    """Units that the words may take, where they are measured; what is longer is cut with a sign. 0: as they are."""


Shape = Rectangle | Line | Triangle | Dot | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from back to front."""

    height: float
    shapes: tuple[Shape, ...]
    width: float = WIDTH


class Canvas:
    """Collects shapes."""

    def __init__(self, width: float = WIDTH) -> None:
        self.width = width
        self.shapes: list[Shape] = []

    def rectangle(
        self, x: float, y: float, width: float, height: float, role: Role, hollow: bool = False
    ) -> None:
        """A bar that is seen however short it is."""
        self.shapes.append(Rectangle(x, y, max(width, 0.5), height, role, hollow))

    def add(self, *shapes: Shape) -> None:
        """Others."""
        self.shapes += shapes

    def text(
        self, x: float, y: float, words: str, role: Role = "ink", anchor: Anchor = "start", bold: bool = False,
        size: float = TEXT_SIZE, room: float = 0.0,
    ) -> None:  # fmt: skip
        """Words, typeset."""
        self.shapes.append(Label(x, y, set_type(words), role, anchor, bold, size, room))

    def name(self, y: float, words: str, cells: int, room: float, bold: bool = False) -> None:
        """What a bar stands for, at the left of it."""
        self.text(0, y, shorten_inside(words, cells), bold=bold, room=room - 6)


def drawing(chart: Chart, width: float = WIDTH) -> Drawing:
    """The shapes of a chart, `WIDTH` or `NARROW` units wide."""
    canvas = Canvas(width)
    height = _draw(canvas, chart)
    return Drawing(height, tuple(canvas.shapes), width)


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
    left, span = 16.0, canvas.width - 32.0

    def at(value: float) -> float:
        return left + position(value, span)

    middle = (chart.low + chart.high) / 2 if chart.index is None else chart.index
    if chart.index is not None:
        named = f"{chart.whose} {index_text(chart.index)}"
        canvas.text(_inside(canvas, at(middle), 44), 16, named, bold=True, anchor="middle", size=16)
    rows = [("could lie", chart.low, chart.high, 36.0, 6.0)]
    if chart.wide is not None:
        rows.append(("with our ratings off", *chart.wide, 54.0, 2.0))
    for name, low, high, y, thick in rows:
        canvas.rectangle(at(low), y - thick / 2, at(high) - at(low), thick, "accent")
        for end in (low, high):
            canvas.add(Line(at(end), y - 6, at(end), y + 6, "accent", 1.5))
        _band_words(canvas, name, (low, high), (at(low), at(high)), at(middle), y + 4.5)
    for zone, start, end in ZONES:
        canvas.rectangle(at(start), 66, at(end) - at(start), 16, zone.lower())
        canvas.text(at((start + end) / 2), 98, zone, anchor="middle")
        canvas.text(at(start), 98, f"{start:g}", "soft", "middle")
    canvas.text(at(100), 98, "100", "soft", "middle")
    if chart.index is not None:
        canvas.add(Line(at(middle), 22, at(middle), 84, "ink", 2))
    marks = [("the role's average", chart.base), ("before", chart.before)]
    height = 104.0
    for name, value in marks:
        if value is None:
            continue
        canvas.add(Triangle(at(value), height, "ink"))
        canvas.add(Line(at(value), 66, at(value), 82, "ink", 1.5))
        beyond = at(value) > canvas.width / 2
        words = f"{name} {index_text(value)}"
        canvas.text(
            at(value) + (-10 if beyond else 10), height + 10, words, anchor="end" if beyond else "start"
        )
        height += 14
    return height


WORDS_ROOM, FIGURE_ROOM, PHRASE_ROOM = 120.0, 40.0, 170.0
"""Units that the name of a band with its figure takes, a figure alone, and the name with both figures."""


def _band_words(
    canvas: Canvas, name: str, ends: tuple[float, float], places: tuple[float, float], index: float, y: float
) -> None:
    """Name and ends of a band: beside it where there is room, else on its roomier side, else in a gap of the band."""
    low, high = (index_text(end) for end in ends)
    left, right = places[0] - 6, places[1] + 6
    if left < PHRASE_ROOM and right > canvas.width - PHRASE_ROOM:
        nearer_low = index - places[0] < places[1] - index
        middle = (index + places[1 if nearer_low else 0]) / 2
        canvas.rectangle(middle - PHRASE_ROOM / 2, y - 12, PHRASE_ROOM, 15, "ground")
        canvas.text(middle, y, f"{name}  {low} to {high}", "soft", "middle")
    elif right > canvas.width - FIGURE_ROOM:
        canvas.text(left, y, f"{name}  {low} to {high}", "soft", "end")
    elif left < FIGURE_ROOM:
        canvas.text(right, y, f"{low} to {high}  {name}", "soft")
    elif left < WORDS_ROOM:
        canvas.text(left, y, low, "soft", "end")
        canvas.text(right, y, f"{high}  {name}", "soft")
    else:
        canvas.text(left, y, f"{name}  {low}", "soft", "end")
        canvas.text(right, y, high, "soft")


def _inside(canvas: Canvas, x: float, half: float) -> float:
    return min(max(x, half), canvas.width - half)


def _waterfall(canvas: Canvas, chart: Waterfall) -> float:
    left, right, row = 250.0, canvas.width - 62.0, 16.5

    def at(value: float) -> float:
        return left + position(value, right - left, chart.scale_end)

    for place, step in enumerate(chart.steps):
        y = place * row - 1
        total = step.kind != "change"
        figure = index_text(step.shown) if total else points_text(step.shown)
        canvas.name(y + 14, step.name, 42, left, total)
        canvas.text(canvas.width - 2, y + 14, figure, anchor="end", bold=total)
        low, high = sorted((step.before, step.after))
        role = {"start": "muted", "end": "accent"}.get(step.kind, "gain" if step.shown > 0 else "loss")
        canvas.rectangle(at(low), y + 4, at(high) - at(low), row - 8, role)
        if step.kind != "end":
            canvas.add(Line(at(step.after), y + 4, at(step.after), y + row + 4, "rule"))
    return len(chart.steps) * row + 2


def _week(canvas: Canvas, chart: WeekBars) -> float:
    left, right, row = 190.0, canvas.width - 135.0, 23.0

    def at(value: float) -> float:
        return left + position(value, right - left, chart.scale_end)

    canvas.text(canvas.width - 74, 13, "you", "soft", "end")
    if chart.beside:
        canvas.text(canvas.width - 2, 13, chart.beside, "soft", "end")
    for place, bar in enumerate(chart.bars):
        y = 18 + place * row
        canvas.name(y + 16, bar.name, 28, left)
        canvas.text(canvas.width - 74, y + 16, f"{bar.share} %", anchor="end", bold=True)
        role = "muted" if bar.open is None else "accent"
        canvas.rectangle(left, y + 5, at(float(bar.share)) - left, 13, role, hollow=bool(bar.open))
        if chart.beside:
            canvas.text(canvas.width - 2, y + 16, f"{bar.base_share} %", "soft", "end")
            canvas.add(Line(at(float(bar.base_share)), y + 1, at(float(bar.base_share)), y + 22, "ink", 2))
    y, left = 20 + len(chart.bars) * row + 8, left if canvas.width >= WIDTH else 0.0
    if any(bar.open is not None for bar in chart.bars):
        canvas.rectangle(left, y, 18, 11, "accent")
        canvas.text(left + 24, y + 10, "resists more", "soft")
        canvas.rectangle(left + 116, y, 18, 11, "accent", hollow=True)
        canvas.text(left + 140, y + 10, "more open to automation", "soft")
    if chart.beside:
        canvas.add(Line(left + 306, y - 2, left + 306, y + 13, "ink", 2))
        canvas.text(left + 314, y + 10, f"in the {chart.beside}", "soft")
    return y + 18


def _narrowing(canvas: Canvas, chart: NarrowingBars) -> float:
    left, right, row = 250.0, canvas.width - 70.0, 17.0
    for place, (name, share) in enumerate(chart.bars):
        y = place * row - 1
        canvas.name(y + 14, name, 42, left)
        canvas.text(canvas.width - 2, y + 14, f"{share:.0f} %", anchor="end", bold=True)
        canvas.rectangle(left, y + 4, position(share, right - left, chart.scale_end), 11, "accent")
    return len(chart.bars) * row + 2


def _outlook(canvas: Canvas, chart: OutlookBars) -> float:
    wide = canvas.width >= WIDTH
    left, row, name = (322.0, 21.0, 16.0) if wide else (0.0, 38.0, 12.0)
    right, low = canvas.width - 114.0, row - 9.0

    def at(value: float) -> float:
        return left + position(value, right - left)

    bottom = 24 + len(chart.bars) * row
    for zone, start, end in ZONES:
        canvas.rectangle(at(start), 24, at(end) - at(start), bottom - 24, zone.lower())
        canvas.text(at((start + end) / 2), bottom + 15, zone, "soft", "middle")
    now, words = at(chart.now), f"now {index_text(chart.now)}"
    canvas.add(Line(now, 20, now, bottom, "ink", 1.5))
    canvas.text(_inside(canvas, now, 40), 14, words, anchor="middle", bold=True)
    for place, bar in enumerate(chart.bars):
        y = 22 + place * row
        if not wide:
            canvas.rectangle(0, y + 2, right, 15, "ground")
        canvas.name(y + name, bar.name, 52, left or right)
        canvas.text(canvas.width - 56, y + low + 4, index_text(bar.index), anchor="end", bold=True)
        canvas.text(canvas.width - 2, y + low + 4, points_text(bar.points), anchor="end")
        canvas.add(Line(now, y + low, at(bar.index), y + low, "accent", 2))
        canvas.add(Dot(at(bar.index), y + low, "accent"))
    return bottom + 20
