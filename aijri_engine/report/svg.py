"""Drawings as SVG by hand: real text, a title and a description, no script, nothing loaded from anywhere.

Colours stand as attributes, so that a picture is right on its own; each shape also has a class, so that a page can
recolour it for dark screens.
"""

from collections.abc import Mapping

from markupsafe import escape

from aijri_engine.report.charts import Chart
from aijri_engine.report.drawing import MARKER, WIDTH, Dot, Label, Line, Rectangle, Shape, Triangle, drawing
from aijri_engine.report.figures import set_type
from aijri_engine.report.palette import LIGHT, Palette, fills
from aijri_engine.text import figure

FONT = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def svg(chart: Chart, palette: Palette = LIGHT, width: float = WIDTH) -> str:
    """The picture of a chart, `WIDTH` or `NARROW` units wide; what it shows is told once, as its name."""
    found = drawing(chart, width)
    colours = fills(palette)
    shapes = "".join(_shape(one, colours) for one in found.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{"wide" if width == WIDTH else "narrow"}" '
        f'viewBox="0 0 {_n(width)} {_n(found.height)}" role="img" '
        f'aria-label="{escape(set_type(f"{chart.title}. {chart.description}"))}" font-family="{FONT}">'
        f'<g aria-hidden="true">{shapes}</g></svg>'
    )


def _shape(shape: Shape, colours: Mapping[str, str]) -> str:
    colour = colours[shape.role]
    match shape:
        case Rectangle():
            paint = (
                f'stroke="{colour}" stroke-width="1.5" fill="none"' if shape.hollow else f'fill="{colour}"'
            )
            kind = "o" if shape.hollow else "f"
            size = f'width="{_n(shape.width)}" height="{_n(shape.height)}"'
            return f'<rect class="{kind}-{shape.role}" x="{_n(shape.x)}" y="{_n(shape.y)}" {size} {paint}/>'
        case Line():
            ends = f'x1="{_n(shape.x)}" y1="{_n(shape.y)}" x2="{_n(shape.to_x)}" y2="{_n(shape.to_y)}"'
            return f'<line class="o-{shape.role}" {ends} stroke="{colour}" stroke-width="{_n(shape.width)}"/>'
        case Triangle():
            x, base = shape.x, shape.y + 1.6 * MARKER
            points = f"{_n(x)},{_n(shape.y)} {_n(x - MARKER)},{_n(base)} {_n(x + MARKER)},{_n(base)}"
            return f'<polygon class="f-{shape.role}" points="{points}" fill="{colour}"/>'
        case Dot():
            place = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(MARKER)}"'
            return f'<circle class="f-{shape.role}" {place} fill="{colour}"/>'
        case Label():
            place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" text-anchor="{shape.anchor}"'
            weight = 600 if shape.bold else 400
            type_ = f'font-size="{_n(shape.size)}" font-weight="{weight}" fill="{colour}"'
            return f'<text class="f-{shape.role}" {place} {type_}>{escape(shape.words)}</text>'


def _n(value: float) -> str:
    """A coordinate with at most two decimals."""
    text = figure(value, 2)
    return "0" if text == "-0" else text
