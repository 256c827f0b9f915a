"""Text for reading line by line: headings, paragraphs and items, wrapped, without boxes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from aijri_engine.text import clean, wrap

WIDTH = 80
"""Columns; screen readers and narrow windows alike can follow this."""

LONGEST_PASSAGE = 6000
"""Characters of one passage; more than any content file allows in one text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One idea: a heading of a section, a paragraph, or an item of a list."""

    kind: Literal["title", "heading", "paragraph", "item"]
    text: str


def title(text: str) -> Passage:
    """The title of the whole."""
    return Passage("title", text)


def heading(text: str) -> Passage:
    """The heading of a section."""
    return Passage("heading", text)


def paragraph(text: str) -> Passage:
    """A paragraph of its own."""
    return Passage("paragraph", text)


def item(text: str) -> Passage:
    """One line of a list."""
    return Passage("item", text)


def plain_text(passages: Iterable[Passage], width: int = WIDTH) -> str:
    """The passages as lines of at most `width` columns; headings stand after an empty line."""
    lines: list[str] = []
    for passage in passages:
        text = clean(passage.text, LONGEST_PASSAGE)
        if passage.kind in ("title", "heading"):
            lines += ([""] if lines else []) + wrap(text, width)
        elif passage.kind == "item":
            lines += wrap(text, width, "- ", "  ")
        else:
            lines += wrap(text, width)
    return "\n".join(lines) + "\n"
