"""Texts that try to act as markup or cannot be shown: inert in every format, legible, never silently dropped."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from typing import Any

import page
import pytest
from markdown_it import MarkdownIt
from report_people import DATE, PEOPLE, interview_of

from aijri_engine import Library, result
from aijri_engine.report import Agreement, Document, PlannedAct, ReportOptions, SharedNote, build, render
from aijri_engine.report.blocks import BulletList, Definition, Figure
from aijri_engine.report.charts import ShareBar, WeekBars
from aijri_engine.report.figures import set_type
from aijri_engine.report.renderers.data import inert
from aijri_engine.report.renderers.docx import NAMED
from aijri_engine.report.renderers.markdown import escape
from aijri_engine.report.renderers.typst_compiler import FAMILY, as_pdf, chart_pictures
from aijri_engine.report.renderers.typst_data import breakable, drawing_data
from aijri_engine.report.rendering import files_of

COLOUR = "#1d4f7a"
TEXTS = {
    "chinese": "李小龍 的工作",
    "arabic": "مرحبا بالعالم",
    "hindi": "हिन्दी नाम",
    "emoji": "👩‍💻🔥",
    "long": "X" * 400,
    "typst": '#set page(fill: red) #panic("x") $x$ @ref <label> \\ //c',
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "markdown": "[link](http://evil.example) | pipe ~~s~~ ![i](x) # h `c` <http://evil.example>",
    "spreadsheet": '=HYPERLINK("http://evil.example")',
    "control": "\x1b[31mred\x00\u202eabc\ufffe",
    "word": "<w:p/>]]>&#x0;{{ 7*7 }}{% raw %}",
    "rare": "ꙮ𐎠",
}


@pytest.fixture(scope="module")
def document(library: Library) -> Document:
    answers: dict[str, Any] = {
        **PEOPLE["junior"],
        "split": {**PEOPLE["junior"]["split"], "train": 40},
        "other": [{"name": "=1+1|<b>数据 prep</b>", "share": 10}],
    }
    interview = interview_of(library, answers)
    for text in TEXTS.values():
        interview = interview.note(text)
    options = ReportOptions(
        DATE,
        person=TEXTS["chinese"] + TEXTS["emoji"],
        coach=TEXTS["arabic"],
        goal=TEXTS["typst"],
        agreement=Agreement(TEXTS["markdown"], DATE),
        readings=tuple(SharedNote(text, TEXTS["hindi"], DATE) for text in TEXTS.values()),
        plan=tuple(PlannedAct(text, TEXTS["html"], "2026-12-01", TEXTS["word"]) for text in TEXTS.values()),
    )
    return build(result(interview), options)


LEGIBLE = ("李小龍", "مرحبا", "हिन्दी", "🔥", "X" * 60, "HYPERLINK", "ꙮ", "数据")


def test_plain_text_keeps_every_letter(document: Document) -> None:
    text = render(document, ".txt").decode()
    assert [wanted for wanted in LEGIBLE if wanted not in text] == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    assert "[31mred" in text


def test_a_web_page_shows_markup_as_text(document: Document) -> None:
    text = render(document, ".html").decode()
    assert [wanted for wanted in LEGIBLE if wanted not in text] == []
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert "49" not in re.sub(r"[\s\S]*What we read in it</h2>|<h2[\s\S]*", "", text)


def test_markdown_shows_markup_as_text(document: Document) -> None:
    made = render(document, ".md").decode()
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(made)
    inside = [child.type for token in tokens for child in token.children or ()]
    assert {"image", "html_inline", "s_open"}.isdisjoint(inside)
    links = {
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    }
    assert links <= {
        one.address for block in document.blocks if isinstance(block, BulletList) for one in block.items
    }
    assert "html_block" not in [token.type for token in tokens]
    shown = "".join(
        child.content for token in tokens for child in token.children or () if child.type == "text"
    )
    assert [wanted for wanted in LEGIBLE if wanted not in shown] == []
    assert "[link](http://evil.example) | pipe ~~s~~" in shown


@pytest.mark.parametrize(
    "text",
    [
        "- item",
        "1. item",
        "12) item",
        "+ item",
        "# head",
        "===",
        "---",
        "> quote",
        "    code",
        "|a|b|",
        "~~~",
    ],
)
def test_no_start_of_a_paragraph_acts_as_markup(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(f"before\n\n{escape(text)}\nafter\n")
    assert [token.type for token in tokens if token.type.endswith("_open")] == ["paragraph_open"] * 2


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1+1"])
def test_a_spreadsheet_takes_text_for_text(text: str) -> None:
    assert inert(text).startswith("'")


@pytest.mark.parametrize(("figure", "kept"), [("-7.1", "-7.1"), ("+9.5", "9.5"), ("40", "40"), ("", "")])
def test_a_spreadsheet_takes_figures_for_figures(figure: str, kept: str) -> None:
    assert inert(figure) == kept


def test_tables_hold_the_persons_own_row_inert(document: Document) -> None:
    rows = list(csv.reader(io.StringIO(files_of(document, ".csv")[".tasks.csv"].decode("utf-8-sig"))))
    assert "'=1+1|<b>数据 prep</b>" in [row[0] for row in rows]


def test_a_pdf_sets_everything_or_says_what_it_could_not(document: Document) -> None:
    made = render(document, ".pdf")
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is set on a machine without fonts, as JSON, by attempt."""
    from aijri_engine.report.renderers import typst_compiler

    asked: list[str] = []
    original = typst_compiler._compiled

    def without_system_fonts(template: str, data: dict[str, Any], own_fonts: bool, **options: Any) -> Any:
        asked.append(json.dumps(data, ensure_ascii=False))
        return original(template, data, True, **options)

    monkeypatch.setattr(typst_compiler, "_compiled", without_system_fonts)
    return asked


def test_letters_without_a_font_are_named_and_the_page_says_so(document: Document, told: list[str]) -> None:
    assert render(document, ".pdf").startswith(b"%PDF")
    assert "李" in told[0]
    assert "[U+674E]" in told[-1]
    assert "[fire]" in told[-1]
    assert "Some characters are in no font" in told[-1]


@pytest.mark.usefixtures("told")
def test_names_without_a_font_end_before_their_bars_and_a_picture_says_so() -> None:
    import docx

    names = ("🏥🚑📋💊 rounds", "é 🏳️‍🌈👩🏽‍⚕️ x", "rounds")
    chart = WeekBars("Your week", tuple(ShareBar(name, "10", "10", None) for name in names))
    pictures, named = chart_pictures([chart], COLOUR)
    assert (len(pictures), named) == (1, True)
    assert chart_pictures([replace(chart, bars=chart.bars[2:])], COLOUR)[1] is False
    if shutil.which("pdftotext"):
        made = as_pdf("charts.typ", {"drawings": [drawing_data(chart, COLOUR)], "fonts": [FAMILY]}, "a-2b")
        read = subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=made.content, capture_output=True, check=True
        )
        lines = [line.split("  ")[0].strip() for line in read.stdout.decode().splitlines() if "[" in line]
        assert [line[-1] for line in lines] == ["…", "…"]
        assert all(len(line) < 40 and "FE0F" not in line for line in lines)
    figure = Document("t", "s", DATE, (Definition("For", "me"),), (Figure(chart, "Your week."),), ())
    word = docx.Document(io.BytesIO(render(figure, ".docx")))
    assert NAMED in "".join(line.text for line in word.paragraphs)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("work, דנה כהן, 29 November", "work, \u2068דנה כהן\u2069, 29 November"),
        ("Ünï 🦉 דנה, 29 May", "Ünï 🦉 \u2068דנה\u2069, 29 May"),
        ("יש לי 3 ילדים and 4", "\u2068יש לי 3 ילדים\u2069 and 4"),
        ("plain, 29", "plain, 29"),
    ],
)
def test_figures_stay_behind_words_that_are_written_from_the_right(text: str, apart: str) -> None:
    assert breakable(text) == apart


def test_a_word_document_is_whole_and_keeps_every_letter(document: Document) -> None:
    import docx

    made = render(document, ".docx")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
    word = docx.Document(io.BytesIO(made))
    text = "\n".join(line.text for line in word.paragraphs)
    text += "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert [wanted for wanted in LEGIBLE if wanted not in text] == []
    assert "<script>alert(1)</script>" in text


def test_setting_type_changes_signs_and_no_letters() -> None:
    assert set_type('the role\'s "own" -7.1 and 5 %, 2026-11-22, well-known') == (
        "the role’s “own” −7.1 and 5\u00a0%, 2026-11-22, well-known"
    )
