"""The page and the paragraph styles of a Word document: what a coach changes once for all of it."""

import io
from datetime import datetime
from functools import cache
from typing import Any

from aijri_engine.report import blocks as doc
from aijri_engine.report.palette import LIGHT
from aijri_engine.report.renderers.docx_parts import (
    TEXT_WIDTH,
    describe,
    foot_line,
    rule_between,
    safe,
    speak,
)
from aijri_engine.report.renderers.typst_data import LARGE, logo_size

FONT = "Arial"
"""On every system, or there by metric twin."""
PAPERS = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}
"""Centimetres."""

WRITING_HEIGHT = 22
"""Points of a line to write on."""

LEAD, NOTE, TERM, CELL = "Lead", "Note", "Term", "Table Text"
HEADLINE, MASTHEAD, WRITING, COVER_TITLE = "Headline", "Masthead", "Writing", "Cover Title"
ENTRY = "toc 1"
"""Paragraph styles of our own, and Word's for a line of contents."""

TERM_COLUMN = 4.2
"""Centimetres that a column of terms takes at least, with a tabulator behind each term."""


class StyledWord:
    """A Word document with its page set up and its styles named; `cm` and `pt` make lengths of it."""

    def __init__(self, document: doc.Document) -> None:
        import docx
        from docx.shared import Cm, Pt, RGBColor

        self.document = document
        self.scale = scale = LARGE if document.appearance.large_print else 1.0
        self.cm, self.rgb = Cm, RGBColor
        self.pt: Any = lambda size: Pt(size * scale)
        self.word: Any = docx.Document()

    def set_up(self) -> None:
        """Title, paper, margins, foot, logo and styles."""
        year, month, day = (int(part) for part in self.document.date.split("-"))
        core = self.word.core_properties
        core.title, core.subject = self.document.title, safe(self.document.subtitle)
        core.author = safe(self.document.appearance.practice) or "AIJRI"
        core.last_modified_by, core.comments, core.keywords = core.author, "", ""
        core.created = core.modified = datetime(year, month, day)
        core.language, core.revision = self.document.language, 1
        section = self.word.sections[0]
        width, height = PAPERS[self.document.appearance.paper]
        section.page_width, section.page_height = self.cm(width), self.cm(height)
        section.left_margin = section.right_margin = self.cm((width - TEXT_WIDTH) / 2)
        section.top_margin, section.bottom_margin = self.cm(1.8), self.cm(2.0)
        footer = safe(self.document.foot)
        foot_line(section.footer.paragraphs[0], footer)
        if self.document.appearance.logo is not None:
            self._logo(section, self.document.appearance.logo, footer)
        self._styles()

    def _logo(self, section: Any, logo: doc.Logo, footer: str) -> None:
        """The logo at the top of the first page, beside the title's right."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        section.different_first_page_header_footer = True
        foot_line(section.first_page_footer.paragraphs[0], footer)
        section.header_distance = self.cm(0.8)
        line = section.first_page_header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.space_after = self.pt(0)
        picture = line.add_run().add_picture(io.BytesIO(logo.content), width=self.cm(logo_size(logo)[0] / 10))
        describe(picture, self.document.appearance.practice or "Logo")

    def _styles(self) -> None:
        from docx.oxml.ns import qn

        speak(self.word.styles, self.document.language)
        sizes = {"Normal": 9.5, "Title": 20, "Heading 1": 13, "Heading 2": 10, "Caption": 8.5, "List Bullet": 9.5,
                 "List Number": 8.5, "Quote": 9.5, "Footer": 8}  # fmt: skip
        for name, size in sizes.items():
            style = self.word.styles[name]
            style.font.name, style.font.size = FONT, self.pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
                fonts.set(qn(script), FONT)
            for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(theme), None)
            style.font.color.rgb = self.colour(LIGHT.soft if name in ("Caption", "Footer") else LIGHT.ink)
            style.font.italic = False
        for name in ("Title", "Heading 1", "Heading 2", "Caption"):
            self.word.styles[name].font.bold = name != "Caption"
        self._own_styles()
        self.word.styles["Normal"].paragraph_format.space_after = self.pt(4)
        for name, before in (("Heading 1", 12), ("Heading 2", 9)):
            shape = self.word.styles[name].paragraph_format
            shape.space_before, shape.space_after, shape.keep_with_next = self.pt(before), self.pt(4), True
        for border in self.word.styles["Title"].element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break
        self.word.part.get_style_id = cache(self.word.part.get_style_id)  # else sought for each paragraph

    def _own_styles(self) -> None:
        """What a coach changes once for the whole document: size and colour by what a paragraph is."""
        from docx.enum.style import WD_STYLE_TYPE

        for name, size, colour in (
            (LEAD, 13.0, LIGHT.ink), (NOTE, 8.5, LIGHT.soft), (TERM, 9.5, LIGHT.ink), (CELL, 9.0, LIGHT.ink),
            (HEADLINE, 13.0, LIGHT.ink), (MASTHEAD, 12.0, self.document.appearance.accent), (WRITING, 8.5, LIGHT.soft),
            (COVER_TITLE, 15.0, LIGHT.soft), (ENTRY, 9.5, LIGHT.ink),
        ):  # fmt: skip
            style = self.word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = self.word.styles["Normal"]
            style.font.size, style.font.color.rgb = self.pt(size), self.colour(colour)
            style.quick_style = True
        self.word.styles[MASTHEAD].font.bold = True
        self.word.styles["Footer"].paragraph_format.tab_stops.clear_all()
        for name, after in ((TERM, 2), (CELL, 2), (MASTHEAD, 0), (WRITING, 0), (ENTRY, 1)):
            self.word.styles[name].paragraph_format.space_after = self.pt(after)
        self.hang(self.word.styles[TERM].paragraph_format, TERM_COLUMN)
        lines = self.word.styles[WRITING]
        lines.paragraph_format.space_before = self.pt(WRITING_HEIGHT - 8.5)
        lines.paragraph_format.keep_together = True
        rule_between(lines, LIGHT.line)

    def hang(self, shape: Any, width: float) -> None:
        """What stands behind a tabulator keeps a column of its own."""
        shape.left_indent, shape.first_line_indent = self.cm(width), self.cm(-width)
        shape.tab_stops.clear_all()
        shape.tab_stops.add_tab_stop(self.cm(width))

    def colour(self, colour: str) -> Any:
        """As Word takes it, of `#rrggbb`."""
        return self.rgb.from_string(colour.removeprefix("#").upper())
