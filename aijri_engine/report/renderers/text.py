"""Reports as plain text of 80 columns: headings in capitals or underlined, no boxes."""

from collections.abc import Iterable

from aijri_engine.report import blocks as doc
from aijri_engine.report.charts_text import chart_lines, plain
from aijri_engine.report.figures import HELD_SPACE, held
from aijri_engine.text import cell_width, pad, wrap

WIDTH = 80
"""Columns."""

LONGEST_ADDRESS = 100
"""Columns; an address of no more stays whole, so that it can be copied."""

NARROWEST_COLUMN = 7
"""Columns a text column keeps."""

GAP = 2


def render(document: doc.Document) -> bytes:
    """The whole report."""
    return (reading(document) + "\n").encode()


def reading(document: doc.Document, width: int = WIDTH, pictures: bool = True) -> str:
    """The whole report as lines of at most `width` columns."""
    lines = [*wrap(document.title.upper(), width), *wrap(document.subtitle, width), ""]
    head = [line for one in document.appearance.masthead for line in wrap(one, width)]
    lines = [*head, "", *lines] if head else lines
    size = max(cell_width(row.term) for row in document.facts) + 2
    for row in document.facts:
        lines += wrap(row.text, width, pad(row.term, size), " " * size)
    lines += ["", text_of(document.blocks, width, pictures)]
    if document.appearance.footer:
        lines += ["", *wrap(document.appearance.footer, width)]
    return "\n".join(line.rstrip() for line in lines)


def text_of(blocks: Iterable[doc.Block], width: int = WIDTH, pictures: bool = True) -> str:
    """Blocks as lines, an empty one between two; without pictures a chart is told in words."""
    parts = ("\n".join(line.rstrip() for line in _block(block, width, pictures)) for block in blocks)
    return "\n\n".join(parts)


def _sign(mark: doc.Mark | None) -> str:
    return f"{doc.SIGNS[mark]} " if mark else ""


def _block(block: doc.Block, width: int, pictures: bool) -> list[str]:
    match block:
        case doc.Heading():
            lines = wrap(block.text.upper() if block.level == 1 else block.text, width)
            rule = "=" if block.level == 1 else "-"
            return [*([""] if block.level == 1 else []), *lines, rule * max(map(cell_width, lines))]
        case doc.Headline():
            return [*wrap(f"{block.index}   {block.zone}", width), *wrap(block.note, width)]
        case doc.Paragraph():
            own = f" (wording by {block.wording_by})" if block.wording_by else ""
            return _wrapped(f"{_sign(block.mark)}{block.text}{own}", width)
        case doc.Quotation():
            quoted = wrap(f"{_sign(block.mark)}“{block.text}”", width, "  ", "  ")
            return [*quoted, *wrap(block.by, width, "  ", "  ")]
        case doc.BulletList():
            return _list(block, width)
        case doc.Definitions():
            return _definitions(block, width)
        case doc.Table():
            return _table(block, width)
        case doc.Appendix():
            named = _wrapped(f"{'; '.join(block.entries)}.", width)
            return ["", block.title.upper(), "=" * cell_width(block.title), "", *named]
        case doc.WritingRoom():
            rule = "_" * max(width - cell_width(block.label) - 2, 8)
            return [f"{block.label}: {rule}", *["_" * width] * (block.lines - 1)]
        case doc.Figure():
            drawn = plain(chart_lines(block.chart, width)) if pictures else []
            return [*(drawn or _wrapped(block.description, width)), "", *_wrapped(block.sentence, width)]


def _definitions(block: doc.Definitions, width: int) -> list[str]:
    found: list[str] = []
    terms = [f"{_sign(row.mark)}{row.term}" for row in block.rows]
    size = max(map(cell_width, terms)) + GAP
    for term, row in zip(terms, block.rows, strict=True):
        if block.beside:
            found += _wrapped(row.text, width, pad(term, size), " " * size) or [term]
        else:
            found += [*wrap(term, width), *_wrapped(row.text, width, "    ")]
    return found


def _list(block: doc.BulletList, width: int) -> list[str]:
    found: list[str] = []
    for place, one in enumerate(block.items, start=1):
        sign = f"{place}. ".rjust(4) if block.numbered else "- "
        indent = " " * len(sign)
        apart = cell_width(one.address) > width - len(sign)
        found += _wrapped(f"{_sign(one.mark)}{one.text if apart else one.whole}", width, sign, indent)
        if apart:
            found += wrap(one.address, LONGEST_ADDRESS, " " * max(width - cell_width(one.address), 0))
    return found


def _wrapped(text: str, width: int, indent: str = "", subsequent: str | None = None) -> list[str]:
    """Lines in which a figure stays with its percent sign."""
    return [line.replace(HELD_SPACE, " ") for line in wrap(held(text), width, indent, subsequent)]


def _table(table: doc.Table, width: int) -> list[str]:
    widths = _widths(table, width)
    lines = [*wrap(table.caption, width), ""]
    lines += _row([column.title for column in table.columns], table.columns, widths)
    lines.append("-" * (sum(widths) + GAP * (len(widths) - 1)))
    for place, row in enumerate(table.rows):
        if place in table.emphasised:
            lines.append("-" * (sum(widths) + GAP * (len(widths) - 1)))
        lines += _row(row, table.columns, widths)
    return lines


def _widths(table: doc.Table, width: int) -> list[int]:
    """Figures take what they need; columns of text share the rest by their parts, no wider than they need."""
    needed = []
    for place, column in enumerate(table.columns):
        title = max(map(cell_width, column.title.split())) if column.figures else cell_width(column.title)
        needed.append(max([title, *(cell_width(row[place]) for row in table.rows)]))
    left = (
        width
        - GAP * (len(needed) - 1)
        - sum(size for size, column in zip(needed, table.columns, strict=True) if column.figures)
    )
    texts = [place for place, column in enumerate(table.columns) if not column.figures]
    while texts:
        parts = sum(table.columns[place].width for place in texts)
        fitting = [place for place in texts if needed[place] <= left * table.columns[place].width // parts]
        if not fitting:
            for place in texts:
                needed[place] = max(left * table.columns[place].width // parts, NARROWEST_COLUMN)
            break
        left -= sum(needed[place] for place in fitting)
        texts = [place for place in texts if place not in fitting]
    return needed


def _row(
    cells: "list[str] | tuple[str, ...]", columns: tuple[doc.Column, ...], widths: list[int]
) -> list[str]:
    wrapped = [wrap(cell, size) or [""] for cell, size in zip(cells, widths, strict=True)]
    lines = []
    for place in range(max(map(len, wrapped))):
        shown = [
            pad(
                cell[place].replace(HELD_SPACE, " ") if place < len(cell) else "",
                size,
                "right" if column.figures else "left",
            )
            for cell, size, column in zip(wrapped, widths, columns, strict=True)
        ]
        lines.append((" " * GAP).join(shown))
    return lines
