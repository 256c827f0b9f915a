"""Charts as lines of `(text, role)`: pure functions for the screen, the plain face and text reports.

Each chart has a one-sentence reading, which is also its text alternative. Widths are in terminal cells; how wide a
text is comes from the caller, so that every face measures in its own way. Nothing is said by colour alone: signs,
words and shapes carry it, roles (`up`, `down`, `green`, `yellow`, `red`, `muted`, `strong`, `rule`) only support it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aijri_engine.report.charts import SCALE_END, ZONES

Line = tuple[tuple[str, str], ...]
Measure = Callable[[str], int]

NARROWEST = 24
"""Cells below which a chart is only its reading."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines to print, and what they say in one sentence."""

    lines: tuple[Line, ...]
    reading: str


@dataclass(frozen=True, slots=True)
class GaugeMarks:
    """What stands on the scale from 0 to 100."""

    index: float
    low: float
    high: float
    """Ends of the range around the index."""
    base: float | None = None
    """The role's index."""
    before: float | None = None
    """The index before a change; its mark stays where it was."""
    name: str = "you"
    """Whose index it is."""


def gauge(marks: GaugeMarks, width: int, cell_width: Measure = len) -> Chart:
    """The scale with its zones, the range, the index and the role's mark, in `width` cells."""
    reading = _gauge_reading(marks)
    if width < NARROWEST:
        return Chart((), reading)
    return Chart(
        (_pointers(marks, width, cell_width), _scale(marks, width), _zones(width, cell_width)), reading
    )


def range_line(marks: GaugeMarks, width: int) -> Line:
    """The scale with range and index alone, for rows of a list that share one scale; empty where there is no room."""
    return _scale(marks, width) if width >= NARROWEST else ()


def zones_line(width: int, cell_width: Measure = len) -> Line:
    """Where the zones begin, above or below such rows; empty where there is no room."""
    return _zones(width, cell_width) if width >= NARROWEST else ()


def _place(value: float, width: int) -> int:
    return round(min(SCALE_END, max(0.0, value)) / SCALE_END * (width - 1))


def _pointers(marks: GaugeMarks, width: int, cell_width: Measure) -> Line:
    """Words above the marks; the role's gives way where there is no room for both."""
    wanted = [(marks.index, f"{marks.name} {marks.index:.1f}", "strong")]
    if marks.before is not None and _place(marks.before, width) != _place(marks.index, width):
        wanted.append((marks.before, f"before {marks.before:.1f}", "muted"))
    if marks.base is not None:
        wanted.append((marks.base, f"role {marks.base:.1f}", "muted"))
    taken: list[tuple[int, int, str, str]] = []
    for value, words, role in wanted:
        size = cell_width(words)
        centre = _place(value, width)
        for start in (centre - size // 2, centre, centre - size + 1):
            start = max(0, min(width - size, start))
            if all(start + size < one or start > one + cell_width(text) for one, _, text, _ in taken):
                taken.append((start, size, words, role))
                break
    return _set_out([(start, words, role) for start, _, words, role in sorted(taken)], cell_width)


def _set_out(parts: Sequence[tuple[int, str, str]], cell_width: Measure) -> Line:
    line: list[tuple[str, str]] = []
    reached = 0
    for start, words, role in parts:
        if start > reached:
            line.append((" " * (start - reached), "text"))
        line.append((words, role))
        reached = start + cell_width(words)
    return tuple(line)


def _scale(marks: GaugeMarks, width: int) -> Line:
    signs = ["─"] * width
    roles = ["rule"] * width
    first, last = _place(marks.low, width), _place(marks.high, width)
    for place in range(first, last + 1):
        signs[place], roles[place] = "━", _zone_role(place / (width - 1) * SCALE_END)
    if last > first:
        signs[first], signs[last] = "┝", "┥"
    for _, start, _ in ZONES[1:]:
        place = _place(start, width)
        signs[place] = "┿" if first < place < last else "┼"
    if marks.base is not None:
        place = _place(marks.base, width)
        signs[place], roles[place] = "◇", "muted"
    if marks.before is not None:
        place = _place(marks.before, width)
        signs[place], roles[place] = "○", "muted"
    place = _place(marks.index, width)
    signs[place], roles[place] = "●", "strong"
    return tuple(_joined(signs, roles))


def _zone_role(value: float) -> str:
    return next((name.lower() for name, start, end in ZONES if start <= value < end), ZONES[-1][0].lower())


def _joined(signs: Sequence[str], roles: Sequence[str]) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for sign, role in zip(signs, roles, strict=True):
        if parts and parts[-1][1] == role:
            parts[-1] = (parts[-1][0] + sign, role)
        else:
            parts.append((sign, role))
    return parts


def _zones(width: int, cell_width: Measure) -> Line:
    """Where the zones begin and, where there is room between the figures, their names."""
    figures = [(_place(start, width), f"{start:g}") for _, start, _ in ZONES]
    parts = [(max(0, place - cell_width(words) // 2), words, "muted") for place, words in figures]
    last = f"{SCALE_END:g}"
    parts.append((width - cell_width(last), last, "muted"))
    for name, start, end in ZONES:
        centre = (_place(start, width) + _place(end, width)) // 2 - cell_width(name) // 2
        if all(
            centre > place + cell_width(words) or centre + cell_width(name) < place
            for place, words, _ in parts
        ):
            parts.append((centre, name, name.lower()))
    return _set_out(sorted(parts), cell_width)


def _gauge_reading(marks: GaugeMarks) -> str:
    zone = next((name for name, start, _ in reversed(ZONES) if marks.index >= start), "Red")
    parts = [f"{marks.index:.1f} of 100, {zone}; the range runs from {marks.low:.1f} to {marks.high:.1f}"]
    if marks.base is not None:
        parts.append(f"the role stands at {marks.base:.1f}")
    if marks.before is not None:
        parts.append(f"before the change it was {marks.before:.1f}")
    return "; ".join(parts) + "."


@dataclass(frozen=True, slots=True)
class Bars:
    """A waterfall: where it starts, what moves it, where it ends. The steps add up as displayed."""

    start: tuple[str, float]
    steps: tuple[tuple[str, float], ...]
    end: tuple[str, float]


def waterfall(bars: Bars, width: int, cell_width: Measure = len) -> Chart:
    """One row per step: name, signed figure, and a bar that floats where the step leads from and to."""
    reading = _waterfall_reading(bars)
    names = [bars.start[0], *(name for name, _ in bars.steps), bars.end[0]]
    label = min(max(map(cell_width, names)), max(12, width // 2))
    room = width - label - len("  -00.0  ")
    if room < 8:
        room = 0
    highest = max(1.0, bars.start[1], bars.end[1], *_totals(bars))
    per_cell = room / highest
    lines = [
        _bar_line(
            bars.start[0], f"{bars.start[1]:.1f}", 0.0, bars.start[1] * per_cell, "muted", label, cell_width
        )
    ]
    total = bars.start[1]
    for name, change in bars.steps:
        low, high = sorted((total, total + change))
        role = "up" if change > 0 else "down"
        lines.append(
            _bar_line(name, f"{change:+.1f}", low * per_cell, high * per_cell, role, label, cell_width)
        )
        total += change
    lines.append(
        _bar_line(bars.end[0], f"{bars.end[1]:.1f}", 0.0, bars.end[1] * per_cell, "strong", label, cell_width)
    )
    return Chart(tuple(lines), reading)


def _totals(bars: Bars) -> list[float]:
    found, total = [], bars.start[1]
    for _, change in bars.steps:
        total += change
        found.append(total)
    return found


def _bar_line(
    name: str, figure: str, start: float, end: float, role: str, label: int, cell_width: Measure
) -> Line:
    shown = _fitted(name, label, cell_width)
    text_role = "strong" if role == "strong" else "text"
    parts = [
        (f"{shown}  ", text_role),
        (f"{figure:>5}", text_role if role in ("strong", "muted") else role),
        ("  ", "text"),
    ]
    bar = _bar(start, end)
    return (*parts, (bar, role)) if bar.strip() else tuple(parts)


def _fitted(words: str, width: int, cell_width: Measure) -> str:
    if cell_width(words) <= width:
        return words + " " * (width - cell_width(words))
    kept = words
    while kept and cell_width(kept) > width - 1:
        kept = kept[:-1]
    return kept + "…" + " " * (width - 1 - cell_width(kept))


def _bar(start: float, end: float) -> str:
    """A bar between two places, in half cells; something is always seen of a step."""
    first, last = round(start * 2), round(end * 2)
    if end <= 0:
        return ""
    if last <= first:
        last = first + 1
    blank, rest = divmod(first, 2)
    bar = " " * blank
    if rest:
        bar += "▐"
        first += 1
    whole, half = divmod(last - first, 2)
    return bar + "█" * max(0, whole) + ("▌" if half and last > first else "")


def _waterfall_reading(bars: Bars) -> str:
    steps = ", ".join(f"{name} {change:+.1f}" for name, change in bars.steps) or "nothing moves it"
    return f"From {bars.start[1]:.1f} ({bars.start[0]}) to {bars.end[1]:.1f} ({bars.end[0]}): {steps}."


def tornado(
    now: float, rows: Sequence[tuple[str, float, float]], width: int, cell_width: Measure = len
) -> Chart:
    """How far each thing alone could move the index: a bar from its lowest to its highest, the present one as `│`."""
    lowest = min([now, *(low for _, low, _ in rows)])
    highest = max([now, *(high for _, _, high in rows)])
    span = max(1.0, highest - lowest)
    label = min(max([cell_width(name) for name, _, _ in rows] or [0]), max(12, width // 2))
    room = max(8, width - label - len("  00.0  00.0 "))
    lines = []
    for name, low, high in rows:
        centre = round((now - lowest) / span * (room - 1))
        first, last = round((low - lowest) / span * (room - 1)), round((high - lowest) / span * (room - 1))
        left = " " * first + "█" * (centre - first)
        right = "█" * (last - centre)
        lines.append(
            (
                (f"{_fitted(name, label, cell_width)} {low:5.1f} ", "text"), (left, "down"), ("│", "strong"),
                (right, "up"), (f" {high:.1f}", "text"),
            )
        )  # fmt: skip
    widest = max(rows, key=lambda row: row[2] - row[1], default=None)
    reading = (
        f"{widest[0]} could move it most: from {widest[1]:.1f} to {widest[2]:.1f}."
        if widest
        else "Nothing could move it."
    )
    return Chart(tuple(lines), reading)
