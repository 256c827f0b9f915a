"""Charts as lines of `(text, role)`: for the screen, the plain face and text reports.

Widths are in terminal cells. Nothing is said by colour alone: signs, words and shapes carry it, roles (`up`, `down`,
`green`, `yellow`, `red`, `muted`, `strong`, `rule`, `text`) only support it.
"""

from collections.abc import Sequence

from aijri_engine.index import zone_of
from aijri_engine.report.charts import (
    SCALE_END,
    ZONES,
    Chart,
    Gauge,
    NarrowingBars,
    OutlookBars,
    Step,
    Waterfall,
    WeekBars,
    position,
)
from aijri_engine.report.figures import index_text, points_text
from aijri_engine.text import cell_width, pad, shorten, shorten_inside, wrap

Line = tuple[tuple[str, str], ...]

NARROWEST = 24
"""Cells below which a chart is only its description."""

INDEX, BASE, BEFORE = "●", "◇", "○"
"""Marks on a scale, each named beside it."""

LONGEST_NAME_LINES = 3
"""Lines that the name of a bar may fill; a longer one is cut."""


def chart_lines(chart: Chart, width: int) -> tuple[Line, ...]:
    """The chart in lines of at most `width` cells; none where there is too little room for it."""
    if width < NARROWEST:
        return ()
    match chart:
        case Gauge():
            ends = (index_text(chart.low), index_text(chart.high))
            return (_pointers(chart, width), range_line(chart, width, ends), zones_line(width))
        case Waterfall():
            return _waterfall(chart, width)
        case WeekBars():
            rows = [
                (one.name, f"{one.share:>4} %", float(one.share), f"{chart.beside} {one.base_share} %")
                for one in chart.bars
            ]
            return _bars(rows if chart.beside else [(*row[:3], "") for row in rows], width, chart.scale_end)
        case NarrowingBars():
            return _bars(
                [(name, f"{share:3.0f} %", share, "") for name, share in chart.bars], width, chart.scale_end
            )
        case OutlookBars():
            cases = [
                (one.name, index_text(one.index), one.index, points_text(one.points)) for one in chart.bars
            ]
            return _bars([("now", index_text(chart.now), chart.now, ""), *cases], width)


def plain(lines: Sequence[Line]) -> list[str]:
    """Lines without their roles."""
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def range_line(chart: Gauge, width: int, ends: tuple[str, str] = ("", "")) -> Line:
    """The scale with range and index; the `ends` of the range in figures, or none in rows that share one scale.

    A figure stands beside its end or not at all: beside another mark it would be read as that one's.

    Empty where there is no room.
    """
    if width < NARROWEST:
        return ()
    signs, roles = ["─"] * width, ["rule"] * width
    first, last = _place(chart.low, width), _place(chart.high, width)
    for place in range(first, last + 1):
        signs[place], roles[place] = "━", _zone_role(place / (width - 1) * SCALE_END)
    if last > first:
        signs[first], signs[last] = "┝", "┥"
    for _, start, _ in ZONES[1:]:
        place = _place(start, width)
        signs[place] = "┿" if first < place < last else "┼"
    marks = [
        (_place(value, width), sign, role)
        for value, sign, role in (
            (chart.base, BASE, "muted"), (chart.before, BEFORE, "muted"), (chart.index, INDEX, "strong"),
        )
        if value is not None
    ]  # fmt: skip
    low, high = (f" {words} " for words in ends)
    outside = {place for place, *_ in marks if not first <= place <= last}
    for words, start in ((low, first - len(low)), (high, last + 1)):
        free = outside.isdisjoint(range(start - 1, start + len(words) + 1))
        if words.strip() and 0 <= start <= width - len(words) and free:
            signs[start : start + len(words)] = words
            roles[start : start + len(words)] = ["text"] * len(words)
    for place, sign, role in marks:
        signs[place], roles[place] = sign, role
    return _joined(signs, roles)


def zones_line(width: int) -> Line:
    """Where the zones begin and, where there is room between the figures, their names; empty where there is none."""
    if width < NARROWEST:
        return ()
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
    return _set_out(sorted(parts))


def _place(value: float, width: int) -> int:
    return round(position(value, width - 1))


def _pointers(chart: Gauge, width: int) -> Line:
    """Words above the marks; the role's gives way where there is no room for both."""
    wanted = [(chart.index, f"{INDEX} {chart.whose}", "strong")]
    if chart.before is not None and _place(chart.before, width) != _place(chart.index or 0, width):
        wanted.append((chart.before, f"{BEFORE} before", "muted"))
    wanted.append((chart.base, f"{BASE} role average", "muted"))
    taken: list[tuple[int, int, str, str]] = []
    for value, name, role in wanted:
        if value is None:
            continue
        words = f"{name} {index_text(value)}"
        size, centre = cell_width(words), _place(value, width)
        beside = [one + cell_width(text) + 2 for one, _, text, _ in taken]
        for start in (centre - size // 2, centre, centre - size + 1, *beside):
            start = max(0, min(width - size, start))
            if all(start + size < one or start > one + cell_width(text) for one, _, text, _ in taken):
                taken.append((start, size, words, role))
                break
    return _set_out([(start, words, role) for start, _, words, role in sorted(taken)])


def _set_out(parts: Sequence[tuple[int, str, str]]) -> Line:
    line: list[tuple[str, str]] = []
    reached = 0
    for start, words, role in parts:
        if start > reached:
            line.append((" " * (start - reached), "text"))
        line.append((words, role))
        reached = start + cell_width(words)
    return tuple(line)


def _zone_role(value: float) -> str:
    return zone_of(value).value.lower()


def _joined(signs: Sequence[str], roles: Sequence[str]) -> Line:
    parts: list[tuple[str, str]] = []
    for sign, role in zip(signs, roles, strict=True):
        if parts and parts[-1][1] == role:
            parts[-1] = (parts[-1][0] + sign, role)
        else:
            parts.append((sign, role))
    return tuple(parts)


def _waterfall(chart: Waterfall, width: int) -> tuple[Line, ...]:
    """One row per step: name, signed figure, and a bar that floats where the step leads from and to."""
    steps = chart.steps
    label = min(max(cell_width(step.name) for step in steps), max(12, width // 2))
    room = width - label - len("  -00.0  ")
    per_cell = (room if room >= 8 else 0) / max(1.0, *(max(step.before, step.after) for step in steps))
    return tuple(_step_line(step, label, per_cell) for step in steps)


def _step_line(step: Step, label: int, per_cell: float) -> Line:
    change = step.kind == "change"
    figure = points_text(step.shown) if change else index_text(step.shown)
    role = ("up" if step.shown > 0 else "down") if change else {"start": "muted"}.get(step.kind, "strong")
    text_role = "strong" if role == "strong" else "text"
    low, high = sorted((step.before, step.after))
    bar = _floating(low * per_cell, high * per_cell)
    head = (f"{pad(shorten(step.name, label), label)}  ", text_role)
    parts: Line = (head, (f"{figure:>5}", role if change else text_role), ("  ", "text"))
    return (*parts, (bar, role)) if bar.strip() else parts


def _floating(start: float, end: float) -> str:
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


def _bars(rows: list[tuple[str, str, float, str]], width: int, end: float = SCALE_END) -> tuple[Line, ...]:
    """Name, figure, a bar from the left as long as its value on a scale to `end`, and a note.

    The bar gives way first where there is little room.
    """
    figure = max(len(row[1]) for row in rows)
    note = max(len(row[3]) for row in rows)
    names = min(max(cell_width(row[0]) for row in rows), max(12, width // 2))
    room = max(width - names - figure - note - 6, 0)
    lines: list[Line] = []
    for name, told, value, beside in rows:
        bar = "█" * max(round(position(value, room, end)), 1 if room and value > 0 else 0)
        first, *rest = _name_lines(name, names)
        lines.append(
            (
                (f"{pad(first, names)}  ", "text"),
                (f"{told:>{figure}}", "strong"),
                (f"  {pad(bar, room)}", "muted"),
                (f"  {beside:>{note}}".rstrip(), "muted"),
            )
        )
        lines += [((one, "text"),) for one in rest]
    return tuple(lines)


def _name_lines(name: str, width: int) -> list[str]:
    """The name on one line where it fits, else on a few, the later ones indented."""
    if cell_width(name) <= width:
        return [name]
    return wrap(shorten_inside(name, LONGEST_NAME_LINES * (width - 2)), width, "", "  ")
