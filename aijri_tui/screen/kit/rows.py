"""Rows of text as screens are made of: spans with a role for their look and a link for what can be done there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aijri_engine.text import cell_width, pad, shorten, wrap


class Span(NamedTuple):
    """A piece of one line."""

    text: str
    role: str = "text"
    """How it looks: one of `ROLES`."""
    link: str = ""
    """What is chosen when it is clicked or entered; empty for plain text."""


Row = tuple[Span, ...]

ROLES = (
    "text", "strong", "muted", "accent", "loud", "rule", "up", "down", "green", "yellow", "red", "mark", "problem",
)  # fmt: skip
"""Every look there is; `loud` is for what must not be overlooked, `mark` for the left rule of what is open."""

EMPTY: Row = ()

CURSOR, CURSOR_ROLE = "› ", "cursor"
"""What stands before the line under the cursor, and the look of it."""

READING_WIDTH = 78
"""Cells of a line of running text; wider lines are hard to read."""


def say(
    text: str, width: int, role: str = "text", indent: str = "", link: str = "", hang: str = ""
) -> list[Row]:
    """A paragraph as rows of at most `width` cells; `hang` is added before every row but the first."""
    rows = wrap(text, width, indent, indent + hang)
    return [(Span(row, role, link),) for row in rows]


def hung(
    head: str, text: str, width: int, role: str = "text", link: str = "", head_role: str = "accent"
) -> list[Row]:
    """A paragraph behind a head, every further row under its first letter."""
    size = cell_width(head)
    found: list[Row] = []
    for number, row in enumerate(say(text, max(10, width - size), role, link=link)):
        found.append((Span(head if number == 0 else " " * size, head_role, link), *row))
    return found


def mark(link: str) -> Span:
    """The sign before what can be chosen; the sheet shows it where the cursor is."""
    return Span(CURSOR, CURSOR_ROLE, link)


def way(link: str, words: str, width: int, role: str = "accent") -> list[Row]:
    """Something to choose, in words that may take several rows."""
    first, *more = hung(CURSOR, words, width, role, link)
    return [(mark(link), *first[1:]), *more]


def option(link: str, name: str, about: str, width: int, name_width: int) -> list[Row]:
    """Something to choose by its name, with what it is about behind it; further rows below that."""
    first, *more = hung("  " + pad(name, name_width), about, width, "muted", link)
    return [(mark(link), Span(pad(name, name_width), "text", link), *first[1:]), *more]


def beside(left: Row, right: Row, width: int, indent: str = "    ") -> list[Row]:
    """Two pieces on one row where both fit whole, else the second one below the first."""
    if row_width(left) + row_width(right) <= width:
        return [(*left, *right)]
    words = "".join(span.text for span in right).strip()
    return [cut(left, width), *say(words, width, right[-1].role, indent, right[-1].link)]


def heading(text: str, width: int) -> list[Row]:
    """The heading of a section, after an empty row."""
    return [EMPTY, *say(text, width, "strong")]


def rule(width: int) -> Row:
    """A thin line across."""
    return (Span("─" * width, "rule"),)


def ends(left: str, right: str, width: int, left_role: str = "text", right_role: str = "muted") -> Row:
    """Text at both ends of a row; the right one is kept whole."""
    room = max(0, width - cell_width(right) - 1)
    return (Span(pad(left, room), left_role), Span(" "), Span(right, right_role))


def row_width(row: Row) -> int:
    """Cells of a row."""
    return sum(cell_width(span.text) for span in row)


def cut(row: Row, width: int) -> Row:
    """The row in at most `width` cells, ending in an ellipsis where words had to go."""
    if row_width(row) <= width:
        return row
    words_go = cell_width("".join(span.text for span in row).rstrip()) > width
    kept: list[Span] = []
    left = width
    for span in row:
        if cell_width(span.text) < left:
            kept.append(span)
            left -= cell_width(span.text)
        else:
            return (
                *kept,
                span._replace(text=shorten(f"{span.text}  ", left) if words_go else span.text[:left]),
            )
    return tuple(kept)


def under_cursor(row: Row, cursor: str) -> Row:
    """The row as it looks with the cursor there: the sign before a line is seen on that one alone."""
    return tuple(
        span._replace(role="accent", text=span.text if stop_of(span.link) == cursor else " " * len(span.text))
        if span.role == CURSOR_ROLE
        else span
        for span in row
    )


def columns(left: Sequence[Row], right: Sequence[Row], left_width: int, gap: int = 4) -> list[Row]:
    """Two columns side by side."""
    joined: list[Row] = []
    for place in range(max(len(left), len(right))):
        one = cut(left[place], left_width) if place < len(left) else EMPTY
        two = right[place] if place < len(right) else EMPTY
        missing = left_width - row_width(one)
        joined.append((*one, Span(" " * (missing + gap)), *two) if two else one)
    return joined


FOR_THE_MOUSE = ("less ", "more ")
"""Beginnings of links on the signs beside a value: the keys that change it are left and right."""


def stop_of(link: str) -> str:
    """Where the keys stop for a link: for a sign beside a value, the line it stands on."""
    return link.partition(" ")[2] if link.startswith(FOR_THE_MOUSE) else link


def links_of(rows: Iterable[Row]) -> list[str]:
    """Every link that the keys stop at, in order of appearance, each once."""
    found = dict.fromkeys(span.link for row in rows for span in row if span.link)
    return [link for link in found if not link.startswith(FOR_THE_MOUSE)]


def from_chart(lines: Iterable[Iterable[tuple[str, str]]]) -> list[Row]:
    """Lines of a chart as rows; an unknown role is plain text."""
    return [tuple(Span(text, role if role in ROLES else "text") for text, role in line) for line in lines]
