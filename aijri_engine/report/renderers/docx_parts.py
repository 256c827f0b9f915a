"""What Word documents are made of here: text they can hold, widths, rules, alternative texts and fixed dates."""

import io
import re
import zipfile
from typing import Any

from aijri_engine.report.blocks import Table
from aijri_engine.report.figures import set_type

TEXT_WIDTH = 16.0
"""Centimetres between the margins of an A4 page."""

FIGURE_COLUMN = 1.75
"""Centimetres of a column of figures."""

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""Date of every part of the file: the earliest a zip archive can hold."""

REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold."""


def typed(text: str) -> str:
    """Our own words with their typography, as a document can hold them."""
    return safe(set_type(text))


def safe(text: str) -> str:
    """Text without what XML cannot hold, on one line; a control character becomes a visible replacement sign."""
    return (
        " ".join(REFUSED.sub("\ufffd", text).split(" "))
        .replace("\n", " ")
        .replace("\r", " ")
        .replace("\t", " ")
    )


def widths_of(table: Table) -> list[float]:
    """Centimetres of each column: figures the same for all, text shares what is left."""
    figures = sum(column.figures for column in table.columns)
    parts = sum(column.width for column in table.columns if not column.figures)
    left = TEXT_WIDTH - figures * FIGURE_COLUMN
    return [FIGURE_COLUMN if column.figures else left * column.width / parts for column in table.columns]


def describe(picture: Any, words: str) -> None:
    """Alternative text."""
    properties = picture._inline.docPr
    properties.set("descr", words)
    properties.set("name", "Chart")


def rule_below(row: Any, colour: str) -> None:
    """A rule below every cell of a row."""
    for cell in row.cells:
        cell._tc.get_or_add_tcPr().append(_rules("w:tcBorders", colour, "w:bottom"))


def rule_between(style: Any, colour: str) -> None:
    """A rule below every paragraph of a style, also where several follow each other."""
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        _rules("w:pBdr", colour, "w:bottom", "w:between"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _rules(kind: str, colour: str, *places: str) -> Any:
    found = element(kind)
    for place in places:
        found.append(element(place, val="single", sz="6", space="0", color=colour.removeprefix("#")))
    return found


def element(kind: str, **values: str) -> Any:
    """An element of the format, `w:...`, with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = OxmlElement(kind)
    for name, value in values.items():
        found.set(qn(f"w:{name}"), value)
    return found


def foot_line(line: Any, words: str) -> None:
    """The foot of a page: words at the left, and which page of how many at the right, counted by the program."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    line.text = words
    line.paragraph_format.tab_stops.clear_all()
    line.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for words_before, name in (("\tPage ", "PAGE"), (" / ", "NUMPAGES")):
        line.add_run(words_before)
        begin_field(line, name)
        line.add_run("1")
        mark_field(line, "end")


def begin_field(line: Any, name: str) -> None:
    """What Word works out by itself; what stands until then follows, and behind it `mark_field(line, "end")`."""
    mark_field(line, "begin")
    code = element("w:instrText")
    code.text = f" {name} "
    line.add_run()._r.append(code)
    mark_field(line, "separate")


def mark_field(line: Any, kind: str) -> None:
    """Where a field begins, what stands for it begins, or it ends."""
    line.add_run()._r.append(element("w:fldChar", fldCharType=kind))


LEFTOVERS = re.compile("docProps/thumbnail|customXml/|word/stylesWithEffects")
"""Parts of the empty template that say nothing of the report: its picture, its bibliography, a second set of styles."""

LEFT_IN_PARTS = re.compile(
    rb"<(?:Relationship|Override) [^>]*(?:thumbnail|customXml|stylesWithEffects)[^>]*/>"
    rb"|<w:savePreviewPicture/>|<w:proofState [^>]*/>|<w:rsids>.*?</w:rsids>"
    rb'|<w:themeFontLang [^>]*/>|<w14:docId [^>]*/>|<w:zoom w:val="bestFit"/>',
    re.DOTALL,
)
"""What links to them, and what the settings keep of whoever typed the template: languages, a number, a view."""

NO_JPEG = re.compile(rb'<Default Extension="jpeg" [^>]*/>')

APPLICATION = "docProps/app.xml"
OWN_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>AIJRI</Application></Properties>"
)


def first_row(table: Any, header: bool) -> None:
    """Say whether the first row is a header; the template's style takes every table to have one."""
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    first = "1" if header else "0"
    properties.append(element("w:tblLook", firstRow=first, lastRow="0", firstColumn="1", lastColumn="0"))


def speak(styles: Any, language: str) -> None:
    """The language of every style, for spelling and for being read aloud."""
    from docx.oxml.ns import qn

    for one in styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia"):
            one.set(qn(script), language)


def with_fixed_dates(content: bytes) -> bytes:
    """The archive without leftovers of the template, with one date for every part: equal reports are equal files."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        kept = [part for part in source.infolist() if not LEFTOVERS.match(part.filename)]
        pictures = any(part.filename.endswith((".jpeg", ".jpg")) for part in kept)
        for part in kept:
            entry = zipfile.ZipInfo(part.filename, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = part.external_attr
            told = OWN_APPLICATION if part.filename == APPLICATION else source.read(part.filename)
            holds = part.filename.endswith((".rels", "settings.xml", "[Content_Types].xml"))
            told = told if pictures else NO_JPEG.sub(b"", told)
            target.writestr(entry, LEFT_IN_PARTS.sub(b"", told) if holds else told)
    return made.getvalue()
