"""Reports as Markdown. No character of any text acts as markup or HTML."""

import re

from aijri_engine.report import blocks as doc
from aijri_engine.report.charts_text import chart_lines, plain

CHART_WIDTH = 76
"""Columns of a drawn chart."""

BLANK = 40
"""Signs of a line to write on."""

ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~$^{}"})
AT_THE_START = re.compile(r"^(\d*)([-+.)=:])(?=\s|$|-|=)")
"""List items, numbered or not, and the lines under a heading or between sections."""

ENTITY = re.compile(r"&(?=#?\w+;)")
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
PLAIN_ADDRESS = re.compile(r"https://[A-Za-z0-9./_-]{3,200}")


def render(document: doc.Document) -> bytes:
    """The whole report."""
    parts = [
        "  \n".join(map(escape, document.appearance.masthead)),
        f"# {escape(document.title)}",
        escape(document.subtitle),
        "\n".join(f"- **{escape(row.term)}:** {escape(row.text)}" for row in document.facts),
    ]
    parts += [_block(block, document) for block in document.blocks]
    if document.appearance.footer:
        parts.append(escape(document.appearance.footer))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escape(text: str) -> str:
    """Text that Markdown shows as it is, as a paragraph or an item of its own."""
    return AT_THE_START.sub(_inert_start, inside(text))


def inside(text: str) -> str:
    """Text that Markdown shows as it is, inside a line that has already begun."""
    escaped = ENTITY.sub("\\\\&", " ".join(text.split()).translate(ESCAPED))
    return ADDRESS.sub(_unlinked, escaped)


def _unlinked(found: re.Match[str]) -> str:
    """An address stays readable; renderers that link bare addresses leave it alone."""
    return found[0].replace(":", "\\:").replace(".", "\\.")


def _inert_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}"


def _marked(text: str, mark: doc.Mark | None) -> str:
    return f"{doc.SIGNS[mark]} {text}" if mark else text


def _address(address: str) -> str:
    """An address as a link where it is a plain one, else as text."""
    if PLAIN_ADDRESS.fullmatch(address):
        return f" <{address}>"
    return f" {inside(address)}" if address else ""


def _block(block: doc.Block, document: doc.Document) -> str:
    match block:
        case doc.Heading():
            return f"{'#' * (block.level + 1)} {inside(block.text)}"
        case doc.Headline():
            note = f"\n\n{escape(block.note)}" if block.note else ""
            return f"**{escape(block.index)}**  {escape(block.zone)}{note}"
        case doc.Paragraph():
            return _paragraph(block)
        case doc.Quotation():
            return f"> {doc.SIGNS[block.mark]} “{escape(block.text)}”\n>\n> {escape(block.by)}"
        case doc.BulletList():
            signs = [f"{place}." if block.numbered else "-" for place in range(1, len(block.items) + 1)]
            return "\n".join(
                f"{sign} {_marked(escape(one.text), one.mark)}{_address(one.address)}"
                for sign, one in zip(signs, block.items, strict=True)
            )
        case doc.Definitions():
            return "\n".join(
                f"- {_marked(f'**{escape(row.term)}:** {escape(row.text)}', row.mark)}" for row in block.rows
            )
        case doc.Table():
            return _table(block)
        case doc.Appendix():
            named = "\n".join(f"- {escape(one)}" for one in block.entries)
            return f"## {block.title}\n\n{named}"
        case doc.WritingRoom():
            rule = "\\_" * BLANK
            return "  \n".join([f"{escape(block.label)}: {rule}", *[rule] * (block.lines - 1)])
        case doc.Figure():
            lines = "\n".join(plain(chart_lines(block.chart, CHART_WIDTH)))
            fence = max(["``", *re.findall("`+", lines)], key=len) + "`"  # longer than any within
            return f"{fence}text\n{lines}\n{fence}\n\n{escape(block.sentence)}"


def _paragraph(block: doc.Paragraph) -> str:
    text = escape(block.text)
    if block.style == "lead":
        text = f"**{text}**"
    elif block.style == "note":
        text = f"*{text}*"
    if block.wording_by:
        text = f"{text} *(wording by {escape(block.wording_by)})*"
    return _marked(text, block.mark)


def _table(table: doc.Table) -> str:
    head = f"| {' | '.join(escape(column.title) for column in table.columns)} |"
    rule = f"|{'|'.join('---:' if column.figures else '---' for column in table.columns)}|"
    rows = [f"| {' | '.join(inside(cell) for cell in row)} |" for row in table.rows]
    return "\n".join((f"**{escape(table.caption)}**", "", head, rule, *rows))
