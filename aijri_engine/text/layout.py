"""Measuring and laying out text by terminal cells, never by characters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from aijri_engine.text.cleaning import ELLIPSIS

Align = Literal["left", "right", "center"]

NARROWEST_TEXT: Final = 2
"""Cells that `wrap` always leaves for text beside an indent, so that a wide character fits."""

WIDE: Final = frozenset("WF")
WIDTHLESS_CATEGORIES: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"})
JOINING_JAMO: Final = range(0x1160, 0x1200)
BETWEEN_WORDS: Final = re.compile("[ \t]+")


def cell_width(text: str) -> int:
    """Return the terminal cells `text` takes: 2 for wide and fullwidth characters, 0 for combining ones."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in WIDTHLESS_CATEGORIES or ord(character) in JOINING_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in WIDE else 1


def shorten(text: str, width: int) -> str:
    """Return `text` cut to at most `width` cells, ending in an ellipsis when something was cut."""
    if width <= 0:
        return ""
    if cell_width(text) <= width:
        return text
    return _first_cells(text, width - 1) + ELLIPSIS


def shorten_inside(text: str, width: int) -> str:
    """Return `text` cut in its middle to at most `width` cells: names that begin alike stay apart."""
    end = len(text)
    while cell_width(text[end - 1 :]) <= width // 3 and end:
        end -= 1
    whole = cell_width(text) <= width
    return text if whole else shorten(text[:end], width - cell_width(text[end:])) + text[end:]


def pad(text: str, width: int, align: Align = "left") -> str:
    """Return `text` as exactly `width` cells: filled with spaces on the side `align` leaves, or shortened."""
    shown = shorten(text, width)
    missing = max(width - cell_width(shown), 0)
    if align == "right":
        return " " * missing + shown
    if align == "center":
        before = missing // 2
        return " " * before + shown + " " * (missing - before)
    return shown + " " * missing


def wrap(text: str, width: int, indent: str = "", subsequent: str | None = None) -> list[str]:
    """Break `text` into lines of at most `width` cells.

    Line ends in `text` are kept, an empty line as `""`; runs of blanks become one space, non-breaking
    spaces hold. `indent` precedes the first line and `subsequent` (by default the same) every other.
    A word wider than the room is broken. At least two cells are given to text however small `width` is.
    Empty text gives no lines.
    """
    following = indent if subsequent is None else subsequent
    result: list[str] = []
    for paragraph in text.strip("\n").split("\n") if text.strip() else ():
        indents = (indent if not result else following, following)
        rows = list(_rows(_fitting(paragraph, width, indents), width, indents))
        result.extend(rows or [""])
    return result


def hang(text: str, width: int) -> str:
    """Lines wider than `width` cells broken between words, what follows hung two cells below; all others as they are.

    A word that is wider stays whole, so that a path can be copied.
    """
    rows: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        words = BETWEEN_WORDS.split(line.strip(" \t"))
        rows += [line] if cell_width(line) <= width else _rows(words, width, (indent, f"{indent}  "))
    return "\n".join(rows)


def _rows(all_words: Iterable[str], width: int, indents: tuple[str, str]) -> Iterator[str]:
    first, following = indents
    indent, words, used = first, list[str](), 0
    room = max(width - cell_width(indent), NARROWEST_TEXT)
    for word in all_words:
        taken = cell_width(word)
        if words and used + 1 + taken > room:
            yield indent + " ".join(words)
            indent, words, used = following, [], 0
            room = max(width - cell_width(indent), NARROWEST_TEXT)
        used += taken + (1 if words else 0)
        words.append(word)
    if words:
        yield indent + " ".join(words)


def _fitting(paragraph: str, width: int, indents: tuple[str, str]) -> Iterator[str]:
    """The words of a paragraph, those wider than a row cut into pieces that fill one."""
    room = max(width - max(map(cell_width, indents)), NARROWEST_TEXT)
    for word in BETWEEN_WORDS.split(paragraph.strip(" \t")):
        rest = word
        while cell_width(rest) > room:
            piece = _first_cells(rest, room)
            yield piece
            rest = rest[len(piece) :]
        if rest:
            yield rest


def _first_cells(text: str, width: int) -> str:
    """The longest start of `text` within `width` cells, with the combining marks of its last character."""
    used = 0
    for place, character in enumerate(text):
        used += _character_width(character)
        if used > width:
            return text[:place]
    return text
