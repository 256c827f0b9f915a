"""The only way in which text reaches a widget: cleaned, and as content that nothing parses for markup.

Textual reads `[...]` in plain strings as markup, and control characters pass through to the terminal. Everything a
person typed, and everything that stands in a file, goes through here.
"""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from aijri_engine.text import clean
from aijri_tui.screen.kit.rows import Row

LONGEST_SHOWN = 10_000
"""Characters of one text on screen."""


def content(text: str) -> Content:
    """Text for any widget that takes content."""
    return Content(clean(text, LONGEST_SHOWN))


def line(text: str, limit: int = LONGEST_SHOWN) -> str:
    """Text on one line, without anything that could steer the terminal."""
    return clean(text, limit).replace("\n", " ")


def strip(row: Row, width: int, style_of: Callable[[str, str], Style], blank: Style) -> Strip:
    """One painted line of exactly `width` cells; `style_of` gives the style of a span's role and link."""
    segments = [Segment(line(span.text), style_of(span.role, span.link)) for span in row if span.text]
    return Strip(segments).adjust_cell_length(width, blank)


def plain(rows: Sequence[Row]) -> str:
    """Rows as text, for the clipboard and for tests."""
    return "\n".join("".join(line(span.text) for span in row).rstrip() for row in rows)


def more(cell: Strip) -> Strip:
    """The sign for what is out of view beyond this cell, painted as the cell is."""
    return Strip([Segment("…", next(iter(cell)).style if len(cell) else None)])
