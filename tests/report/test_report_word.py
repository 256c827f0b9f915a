"""A report as a Word document: pages counted, styles named, captions, alternative texts, nothing of its template."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from report_people import COACHED, DATE, report_of

from aijri_engine import Library
from aijri_engine.report import Document, render
from aijri_engine.report.blocks import Appearance, Table


def test_a_word_document_counts_its_pages_and_names_its_styles(library: Library) -> None:
    word = docx.Document(io.BytesIO(render(report_of(library, "junior", COACHED), ".docx")))
    foot = word.sections[0].footer._element.xml
    assert "NUMPAGES" in foot
    assert "TOC" not in word.element.xml
    assert f"AI and your work, {COACHED.person}, " in foot, "whose a loose leaf is"
    covered = replace(COACHED, appearance=Appearance(practice="Lindqvist & Partner"))
    body = docx.Document(io.BytesIO(render(report_of(library, "junior", covered), ".docx"))).element.xml
    assert body.count('TOC \\o "1-1"') == 1
    assert re.findall(r'fldCharType="(\w+)"', body) == ["begin", "separate", "end"], "Word gives it its pages"
    used = {line.style.name for line in word.paragraphs}
    wanted = {
        "Title",
        "Heading 1",
        "Heading 2",
        "Lead",
        "Headline",
        "Note",
        "Caption",
        "Term",
        "Writing",
        "Quote",
    }
    assert wanted <= used


def test_every_table_of_a_word_document_has_its_caption_above_it(coached: Document) -> None:
    word = docx.Document(io.BytesIO(render(coached, ".docx")))
    parts = list(word.iter_inner_content())
    above = [
        parts[place - 1]
        for place, one in enumerate(parts)
        if not isinstance(one, docx.text.paragraph.Paragraph)
    ]
    captions = [one.text for one in above if one.style.name == "Caption"]
    tables = [one for one in coached.blocks if isinstance(one, Table)]
    assert len(above) == len(captions) == len(tables) >= 4


def test_a_word_document_has_headings_alternative_texts_and_no_clock(coached: Document) -> None:
    import docx

    made = render(coached, ".docx")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    word = docx.Document(io.BytesIO(made))
    headings = [
        line.text for line in word.paragraphs if line.style is not None and line.style.name == "Heading 1"
    ]
    assert "Purpose and consent" in headings
    pictures = word.inline_shapes
    assert len(pictures) == 5
    assert all(one._inline.docPr.get("descr").endswith(".") for one in pictures)
    assert word.core_properties.created.isoformat() == f"{DATE}T00:00:00+00:00"


@pytest.mark.case("public 14")
def test_a_word_report_keeps_nothing_of_its_template(coached: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(render(coached, ".docx"))) as file:
        names = file.namelist()
        styles, body, settings, application, types = (
            file.read(name).decode()
            for name in ("word/styles.xml", "word/document.xml", "word/settings.xml", "docProps/app.xml",
                         "[Content_Types].xml")
        )  # fmt: skip
        links = "".join(file.read(name).decode() for name in names if name.endswith(".rels"))
    tables = body.split("<w:tbl>")[1:]
    assert 'w:val="en-US"' not in styles
    assert "en-US" not in styles + settings
    assert 'w:val="en-GB"' in styles
    leftovers = (
        "thumbnail",
        "customXml",
        "stylesWithEffects",
        "savePreviewPicture",
        "rsidRoot",
        "Normal.dotm",
        "themeFontLang",
        "docId",
        "bestFit",
        "jpeg",
    )
    assert not [name for name in names if any(one in name for one in leftovers)]
    assert not [one for one in leftovers if one in links + settings + application + types]
    assert [('w:firstRow="1"' in one) == ("<w:tblHeader/>" in one) for one in tables] == [True] * len(tables)
    assert any("<w:tblHeader/>" in one for one in tables)
    assert body.count('<w:pStyle w:val="Caption"/>') == len(tables) + body.count("<w:drawing>")
