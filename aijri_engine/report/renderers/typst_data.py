"""A report document as plain data for the page template: typeset text, drawn charts, nothing else."""

import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from aijri_engine.report import blocks as doc
from aijri_engine.report.charts import Chart
from aijri_engine.report.drawing import MARKER, NARROW, WIDTH, drawing
from aijri_engine.report.figures import set_type
from aijri_engine.report.palette import LIGHT, fills
from aijri_engine.text import cell_width

LONG_TOKEN = re.compile(r"\S{25,}")
ADDRESS = re.compile(r"https?://[\w./?&=%#~+-]{3,200}$")
"""Typst breaks addresses by itself, and copied ones stay whole."""

BREAK_EVERY = 10
"""Characters of a long token after which a line may break."""

LONGEST_WHOLE_TABLE = 14
"""Rows; a table of no more is never divided between pages."""

LONGEST_WHOLE_LIST = 8
"""Terms; a list of no more is never divided between pages."""

LONGEST_RUN_IN = 90
"""Characters of what is said of each term, up to which a list runs on in a column of small print."""

FULLEST = 0.66
"""Of a page that the last words before the appendix may fill, up to which the appendix begins below them."""

LONGEST_LEADING = 200
"""Characters of a paragraph that stays with the heading below it, which it introduces."""

FEWEST_PAIRED, LONGEST_PAIRED = 6, 32
"""Terms, and characters of what is said of each, from which and up to which a list stands in two columns."""

EM_PER_CELL, NARROWEST_TERMS = 0.5, 6.0
"""Width of an average letter, and of a narrow column of terms."""

PAPERS = {"A4": "a4", "Letter": "us-letter"}
LARGE, LARGE_HEADINGS = 1.685, 1.3
"""Times the usual size: body text of 16 points, what large print begins with (RNIB, clear print guidelines)."""

SMALLEST_LARGE = 16
"""Points of the smallest words of large print."""

APPENDIX, CONTENTS, IN_SHORT = "Appendix", "Contents", "In short"

ZERO_WIDTH_SPACE = "\u200b"


FROM_THE_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
WRITTEN_FROM_THE_RIGHT = re.compile(f"{FROM_THE_RIGHT}(?:[^A-Za-z]*{FROM_THE_RIGHT})?")


def breakable(text: str) -> str:
    """The text with places to break in tokens that are longer than a line may be, every script in its own order."""
    return LONG_TOKEN.sub(_broken, isolated(text))


def isolated(text: str) -> str:
    """Words that are written from the right, set apart: a figure behind them stays behind them."""
    return WRITTEN_FROM_THE_RIGHT.sub("\u2068\\g<0>\u2069", text)


def _broken(found: re.Match[str]) -> str:
    token = found[0]
    if ADDRESS.match(token):
        return token
    cut = [token[place : place + BREAK_EVERY] for place in range(0, len(token), BREAK_EVERY)]
    return ZERO_WIDTH_SPACE.join(cut)


def page_data(document: doc.Document, fonts: list[str]) -> dict[str, Any]:
    """Everything the template asks for."""
    look = document.appearance
    language, _, region = document.language.partition("-")
    year, month, day = (int(part) for part in document.date.split("-"))

    def set_blocks(blocks: Iterable[doc.Block]) -> list[dict[str, Any]]:
        return [{"kind": type(block).__name__, **_parts(block, look)} for block in blocks]

    behind = [one for one in document.sections if not one.front]
    return {
        "title": document.title,
        "subtitle": _typed(document.subtitle),
        "authors": [look.practice] if look.practice else ["AIJRI"],
        "day": [year, month, day],
        "lang": language,
        "region": region,
        "fonts": fonts,
        "paper": PAPERS[look.paper],
        "scale": LARGE if look.large_print else 1,
        "head-scale": LARGE_HEADINGS if look.large_print else 1,
        "smallest": SMALLEST_LARGE if look.large_print else 0,
        "margin": 15 if look.large_print else 18,
        "accent": look.accent,
        "ink": LIGHT.ink,
        "soft": LIGHT.soft,
        "line": LIGHT.line,
        "notice": "",
        "page": "Page",
        "contents": CONTENTS,
        "in-short": IN_SHORT,
        "footer": breakable(document.foot),
        "logo": list(look.logo.content) if look.logo else None,
        "logo-format": look.logo.media_type.removeprefix("image/").replace("jpeg", "jpg")
        if look.logo
        else "",
        "logo-size": list(logo_size(look.logo)) if look.logo else [],
        "logo-alt": f"Logo of {look.practice}" if look.practice else "Logo",
        "fullest": FULLEST,
        "longest-leading": LONGEST_LEADING,
        "longest-whole-table": LONGEST_WHOLE_TABLE,
        "longest-whole-list": LONGEST_WHOLE_LIST,
        "longest-run-in": LONGEST_RUN_IN,
        "masthead": [breakable(one) for one in look.masthead],
        "facts": [_definitions(doc.Definitions(rows)) for rows in _columns(document.facts, look.large_print)],
        "cover": set_blocks(document.cover),
        "summary": set_blocks(document.summary),
        "front": set_blocks(doc.printed(document.front)),
        "appendix": APPENDIX if document.divided else "",
        "behind": set_blocks(doc.printed(one for one in behind if not one.fine)),
        "fine": set_blocks(doc.printed(one for one in behind if one.fine)),
    }


MOST_FACTS_IN_A_COLUMN = 4


def _columns(facts: tuple[doc.Definition, ...], large: bool) -> list[tuple[doc.Definition, ...]]:
    """One column of facts, or two where they are many, so that the first page has room."""
    if len(facts) <= MOST_FACTS_IN_A_COLUMN or large:
        return [facts]
    middle = len(facts) // 2
    return [facts[:middle], facts[middle:]]


LOGO_WIDTH, LOGO_HEIGHT = 44.0, 12.0
"""Millimetres that a logo may take; it keeps its proportions."""


def logo_size(logo: doc.Logo) -> tuple[float, float]:
    """Width and height in millimetres."""
    scale = min(LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height)
    return logo.width * scale, logo.height * scale


def _typed(text: str) -> str:
    return breakable(set_type(text))


def _sign(mark: doc.Mark | None) -> str:
    return doc.SIGNS[mark] if mark else ""


def _definitions(block: doc.Definitions) -> dict[str, Any]:
    """`paired`: short enough for two columns; `width`: room for the terms in em, measured roughly."""
    cells = max((cell_width(row.term) + (2 if row.mark else 0) for row in block.rows), default=0)
    rows = [
        {"term": _typed(row.term), "text": _typed(row.text), "mark": _sign(row.mark)} for row in block.rows
    ]
    paired = len(rows) >= FEWEST_PAIRED and all(
        len(row.text) <= LONGEST_PAIRED and not row.mark for row in block.rows
    )
    width = max(NARROWEST_TERMS, cells * EM_PER_CELL)
    return {"rows": rows, "beside": block.beside, "paired": paired, "width": width}


def _parts(block: doc.Block, look: doc.Appearance) -> dict[str, Any]:
    match block:
        case doc.Heading():
            return {"text": _typed(block.text), "level": block.level}
        case doc.Headline():
            return {"index": block.index, "zone": _typed(block.zone), "note": _typed(block.note)}
        case doc.Paragraph():
            by = f"(wording by {block.wording_by})" if block.wording_by else ""
            return {"text": _typed(block.text), "style": block.style, "mark": _sign(block.mark), "by": by}
        case doc.Quotation():
            return {
                "text": breakable(f"“{block.text}”"),
                "by": breakable(block.by),
                "mark": _sign(block.mark),
            }
        case doc.BulletList():
            items = [
                {"text": _typed(one.text), "mark": _sign(one.mark), "address": breakable(one.address)}
                for one in block.items
            ]
            return {"items": items, "numbered": block.numbered}
        case doc.Definitions():
            return _definitions(block)
        case doc.Table():
            return _table(block)
        case doc.Appendix():
            return {}
        case doc.WritingRoom():
            return {"label": _typed(block.label), "lines": block.lines}
        case doc.Figure():
            return {
                "drawing": drawing_data(block.chart, look.accent, look.large_print),
                "sentence": _typed(block.sentence),
                "description": set_type(block.description),
            }


def drawing_data(chart: Chart, accent: str, large: bool = False) -> dict[str, Any]:
    """The shapes of a chart with their colours."""
    found = drawing(chart, NARROW if large else WIDTH)
    colours = fills(replace(LIGHT, accent=accent))
    shapes = [
        {"kind": type(one).__name__, **asdict(one), "colour": colours[one.role]} for one in found.shapes
    ]
    for shape in shapes:
        shape["words"] = isolated(shape.get("words", ""))
    return {"width": found.width, "height": found.height, "marker": MARKER, "shapes": shapes}


def _table(table: doc.Table) -> dict[str, Any]:
    return {
        "caption": _typed(table.caption),
        "columns": [
            {"title": _typed(one.title), "figures": one.figures, "width": one.width} for one in table.columns
        ],
        "rows": [[_typed(cell) for cell in row] for row in table.rows],
        "emphasised": list(table.emphasised),
    }
