"""Reports as Word documents that a coach can edit: real headings, lists and tables, pictures with descriptions."""

import io
from collections.abc import Sequence
from typing import Any

from aijri_engine.report import blocks as doc
from aijri_engine.report.figures import set_type
from aijri_engine.report.palette import LIGHT
from aijri_engine.report.renderers.docx_parts import (
    TEXT_WIDTH,
    begin_field,
    describe,
    element,
    first_row,
    mark_field,
    rule_below,
    safe,
    typed,
    widths_of,
    with_fixed_dates,
)
from aijri_engine.report.renderers.docx_styles import (
    CELL,
    COVER_TITLE,
    ENTRY,
    HEADLINE,
    LEAD,
    MASTHEAD,
    NOTE,
    TERM,
    TERM_COLUMN,
    WRITING,
    StyledWord,
)
from aijri_engine.report.renderers.typst_compiler import chart_pictures
from aijri_engine.report.renderers.typst_data import CONTENTS, IN_SHORT
from aijri_engine.text import cell_width

LONGEST_WHOLE_TABLE = 15
"""Rows; a table of no more stays on one page."""

NAMED = "In square brackets: what is in no font of this machine, by name or by number."
"""Said below pictures, whose words are no text."""

CENTIMETRES_PER_CELL = 0.19
"""Room of an average letter of a term, so that a term stays on one line."""


def render(document: doc.Document) -> bytes:
    """The whole report."""
    return _Writer(document).whole()


class _Writer(StyledWord):
    """One report on its way into a Word document."""

    def __init__(self, document: doc.Document) -> None:
        super().__init__(document)
        figures = [block for block in document.blocks if isinstance(block, doc.Figure)]
        look = document.appearance
        charts = [one.chart for one in figures]
        pictures, self.named = chart_pictures(charts, look.accent, look.large_print)
        self.pictures = dict(zip(map(id, figures), pictures, strict=True))

    def whole(self) -> bytes:
        """The bytes of the file."""
        self.set_up()
        self._opening()
        if self.document.cover:
            self._cover()
        for block in self.document.blocks:
            self._block(block)
        buffer = io.BytesIO()
        self.word.save(buffer)
        return with_fixed_dates(buffer.getvalue())

    def _opening(self) -> None:
        for place, one in enumerate(self.document.appearance.masthead):
            self.word.add_paragraph(safe(one), style=NOTE if place else MASTHEAD)
        self.word.add_paragraph(typed(self.document.title), style="Title")
        self.word.add_paragraph(
            typed(self.document.subtitle), style=COVER_TITLE if self.document.cover else NOTE
        )
        self._definitions(doc.Definitions(self.document.facts))

    def _cover(self) -> None:
        """What it is for, what is in it; the result begins a page."""
        for block in self.document.cover:
            self._block(block)
        self.word.add_heading(CONTENTS, level=1)
        self._contents((IN_SHORT, *self.document.sections_on_paper), 'TOC \\o "1-1" \\h \\z')
        self.word.add_heading(IN_SHORT, level=1).paragraph_format.page_break_before = True

    def _block(self, block: doc.Block) -> None:
        match block:
            case doc.Heading():
                self.word.add_heading(typed(block.text), level=block.level)
            case doc.Headline():
                self._headline(block)
            case doc.Paragraph():
                self._paragraph(block)
            case doc.Quotation():
                quoted = self.word.add_paragraph(style="Quote")
                self._sign(quoted, block.mark)
                quoted.add_run(safe(f"“{block.text}”"))
                quoted.paragraph_format.left_indent = self.cm(0.6)
                quoted.paragraph_format.space_after = self.pt(0)
                self._note(safe(block.by)).paragraph_format.left_indent = self.cm(0.6)
            case doc.BulletList():
                self._list(block)
            case doc.Definitions():
                self._definitions(block)
            case doc.Table():
                self._table(block)
            case doc.Appendix():
                self._appendix(block)
            case doc.WritingRoom():
                self._writing(block)
            case doc.Figure():
                self._figure(block)

    def _headline(self, block: doc.Headline) -> None:
        line = self.word.add_paragraph(style=HEADLINE)
        figure = line.add_run(block.index)
        figure.bold, figure.font.size = True, self.pt(26)
        figure.font.color.rgb = self.colour(self.document.appearance.accent)
        line.add_run(f"   {typed(block.zone)}")
        line.paragraph_format.keep_with_next = True
        if block.note:
            self._note(typed(block.note))

    def _paragraph(self, block: doc.Paragraph) -> None:
        if block.style == "note":
            self._note(typed(block.text), block.mark)
            return
        line = self.word.add_paragraph(style=LEAD if block.style == "lead" else None)
        self._sign(line, block.mark)
        line.add_run(typed(block.text))
        if block.wording_by:
            own = line.add_run(safe(f" (wording by {block.wording_by})"))
            own.font.size, own.font.color.rgb = self.pt(8.5), self.colour(LIGHT.soft)

    def _note(self, text: str, mark: doc.Mark | None = None) -> Any:
        headed = self.word.paragraphs[-1].style.name.startswith("Heading")
        line = self.word.add_paragraph(style=NOTE)
        line.paragraph_format.keep_with_next = headed or None
        self._sign(line, mark)
        line.add_run(text)
        return line

    def _sign(self, line: Any, mark: doc.Mark | None) -> None:
        if mark is not None:
            line.add_run(f"{doc.SIGNS[mark]} ").font.color.rgb = self.colour(self.document.appearance.accent)

    def _list(self, block: doc.BulletList) -> None:
        marked = any(one.mark for one in block.items)
        style = "List Number" if block.numbered else ("Normal" if marked else "List Bullet")
        for one in block.items:
            line = self.word.add_paragraph(style=style)
            line.paragraph_format.space_after = self.pt(2)
            self._sign(line, one.mark)
            line.add_run(typed(one.whole))

    def _definitions(self, block: doc.Definitions) -> None:
        if not block.beside:
            for row in block.rows:
                line = self.word.add_paragraph()
                line.paragraph_format.space_after, line.paragraph_format.keep_with_next = self.pt(0), True
                self._term(line, row).bold = True
                self.word.add_paragraph(typed(row.text))
            return
        longest = max(cell_width(row.term) + (2 if row.mark else 0) for row in block.rows)
        wide = longest * CENTIMETRES_PER_CELL * self.scale
        for row in block.rows:
            line = self.word.add_paragraph(style=TERM)
            if wide > TERM_COLUMN:
                self.hang(line.paragraph_format, wide)
            self._term(line, row).font.color.rgb = self.colour(LIGHT.soft)
            line.add_run(f"\t{typed(row.text)}")
        line.paragraph_format.space_after = self.pt(6)

    def _term(self, line: Any, row: doc.Definition) -> Any:
        self._sign(line, row.mark)
        return line.add_run(typed(row.term))

    def _grid(self, widths: list[float], rows: int) -> Any:
        """A table with these widths in centimetres, whose rows are never divided between pages."""

        table = self.word.add_table(rows=rows, cols=len(widths))
        table.autofit = False
        first_row(table, header=False)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = self.cm(width)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = self.cm(width)
                cell.paragraphs[0].paragraph_format.space_after = self.pt(2)
        return table

    def _table(self, block: doc.Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        caption = self.word.add_paragraph(style="Caption")
        caption.add_run(typed(block.caption)).bold = True
        caption.paragraph_format.keep_with_next = True
        table = self._grid(widths_of(block), len(block.rows) + 1)
        first_row(table, header=True)
        table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        rows = [tuple(column.title for column in block.columns), *block.rows]
        for place, (cells, row) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, words, column in zip(cells.cells, row, block.columns, strict=True):
                line = cell.paragraphs[0]
                line.style = CELL
                run = line.add_run(typed(words))
                run.bold = place - 1 in block.emphasised
                if place == 0:
                    run.font.color.rgb = self.colour(LIGHT.soft)
                if column.figures:
                    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if place < len(rows) - 1:
                    line.paragraph_format.keep_with_next = len(rows) <= LONGEST_WHOLE_TABLE
            if place == 0 or place in block.emphasised:
                rule_below(cells, LIGHT.line)
        behind = self.word.add_paragraph().paragraph_format
        behind.space_after, behind.line_spacing = self.pt(0), self.pt(6)

    def _appendix(self, block: doc.Appendix) -> None:
        """On a page of its own, with what is in it."""
        self.word.add_heading(typed(block.title), level=1).paragraph_format.page_break_before = True
        self._contents(() if self.document.cover else block.entries)

    def _contents(self, names: Sequence[str], field: str = "") -> None:
        """Headings as a list; one that is a field gets their pages in Word once it is updated (F9)."""
        for place, one in enumerate(names):
            line = self.word.add_paragraph(style=ENTRY)
            if field and place == 0:
                begin_field(line, field)
            line.add_run(typed(one))
        if field and names:
            mark_field(line, "end")

    def _writing(self, block: doc.WritingRoom) -> None:
        """A line with a rule below it, which a person also types into."""
        *_, line = step = self.word.paragraphs
        while step and step[-1].style.name == TERM:
            step.pop().paragraph_format.keep_with_next = True
        for words in (typed(block.label), *[""] * (block.lines - 1)):
            line.paragraph_format.keep_with_next = True
            line = self.word.add_paragraph(words, style=WRITING)
        line.paragraph_format.space_after = self.pt(6)

    def _figure(self, block: doc.Figure) -> None:
        picture = self.word.add_picture(io.BytesIO(self.pictures[id(block)]), width=self.cm(TEXT_WIDTH))
        describe(picture, set_type(block.description))
        shape = self.word.paragraphs[-1].paragraph_format
        shape.keep_with_next, shape.space_after = True, self.pt(3)
        self.word.add_paragraph(
            typed(f"{block.sentence} {NAMED if self.named else ''}".strip()), style="Caption"
        )
