"""Charts of a report as plain lines: the geometry of `charts`, drawn by `charts_text`."""

from aijri_engine.report import charts_text
from aijri_engine.report.charts import Chart, Gauge, NarrowingBars, OutlookBars, Waterfall, WeekBars, position
from aijri_engine.report.wordings import index_text, percent_text, points_text
from aijri_engine.text import cell_width, pad, shorten, wrap

LONGEST_NAME_LINES = 2
"""Lines that the name of a bar may fill; a longer one is cut."""


def chart_lines(chart: Chart, width: int) -> list[str]:
    """The chart in lines of at most `width` cells."""
    match chart:
        case Gauge():
            marks = charts_text.GaugeMarks(chart.index, chart.low, chart.high, chart.base, name=chart.whose)
            return _plain(charts_text.gauge(marks, width, cell_width))
        case Waterfall():
            first, *changes, last = chart.steps
            bars = charts_text.Bars(
                (first.name, first.shown),
                tuple((step.name, step.shown) for step in changes),
                (last.name, last.shown),
            )
            return _plain(charts_text.waterfall(bars, width, cell_width))
        case WeekBars():
            rows = [
                (bar.name, f"{percent_text(bar.share):>4} %", position(bar.share, 1, chart.scale_end),
                 f"role {percent_text(bar.base_share)} %") for bar in chart.bars
            ]  # fmt: skip
            return _bars(rows, width)
        case NarrowingBars():
            shares = [
                (bar.name, f"{bar.share:3.0f} %", position(bar.share, 1, chart.scale_end), "")
                for bar in chart.bars
            ]
            return _bars(shares, width)
        case OutlookBars():
            now = [("now", index_text(chart.now), position(chart.now, 1), "")]
            cases = [
                (bar.name, index_text(bar.index), position(bar.index, 1), points_text(bar.points))
                for bar in chart.bars
            ]
            return _bars([*now, *cases], width)


def _plain(chart: charts_text.Chart) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in chart.lines]


def _bars(rows: list[tuple[str, str, float, str]], width: int) -> list[str]:
    """Name, figure, a bar from the left, and a note; the bar gives way first where there is little room."""
    figure = max(len(row[1]) for row in rows)
    note = max(len(row[3]) for row in rows)
    names = min(max(cell_width(row[0]) for row in rows), max(12, width // 2))
    room = max(width - names - figure - note - 6, 0)
    lines = []
    for name, told, part, beside in rows:
        bar = "█" * max(round(part * room), 1 if room and part > 0 else 0)
        first, *rest = _name_lines(name, names)
        lines.append(f"{pad(first, names)}  {told:>{figure}}  {pad(bar, room)}  {beside:>{note}}".rstrip())
        lines += rest
    return lines


def _name_lines(name: str, width: int) -> list[str]:
    """The name on one line where it fits, else on a few, the later ones indented."""
    if cell_width(name) <= width:
        return [name]
    return wrap(shorten(name, LONGEST_NAME_LINES * (width - 2)), width, "", "  ")
