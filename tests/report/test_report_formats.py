"""Every format: the same bytes each time, the same words in each, readable by those who cannot see."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import page
import pytest
from markdown_it import MarkdownIt
from report_people import COACHED, DATE, PEOPLE, interview_of, report_of

from aijri_engine import Library, result
from aijri_engine.report import Document, PlannedAct, ReportOptions, build, formats, render
from aijri_engine.report.blocks import Appearance, Figure, Heading, Table
from aijri_engine.report.charts import WeekBars
from aijri_engine.report.renderers.text import text_of
from aijri_engine.report.rendering import files_of

ENDINGS = [".pdf", ".docx", ".html", ".md", ".txt", ".csv", ".json", ".yaml"]

MAKE = """
import hashlib, sys
sys.path[:0] = sys.argv[1:3]
from report_people import COACHED, report_of
from aijri_engine import Library
from aijri_engine.report.rendering import FORMATS, files_of
document = report_of(Library.open(), "junior", COACHED)
for ending in FORMATS:
    for part, content in files_of(document, ending).items():
        print(part, hashlib.sha256(content).hexdigest())
"""


@pytest.fixture(scope="module")
def coached(library: Library) -> Document:
    return report_of(library, "junior", COACHED)


def test_the_formats_are_those_that_are_promised() -> None:
    assert list(formats()) == ENDINGS


@pytest.mark.case("promise 6")
def test_two_processes_make_the_same_bytes(coached: Document) -> None:
    repository = Path(__file__).parents[2]
    command = [sys.executable, "-c", MAKE, str(repository), str(Path(__file__).parent)]
    made = [
        subprocess.run(
            [*command[:1], *command[1:]],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    here = [
        f"{part} {hashlib.sha256(content).hexdigest()}"
        for ending in ENDINGS
        for part, content in files_of(coached, ending).items()
    ]
    assert made[0].split("\n")[:-1] == here


def test_reports_cost_nothing_until_they_are_made() -> None:
    code = (
        "import sys, aijri_engine, aijri_engine.report, aijri_engine.report.rendering, aijri_engine.report.writing\n"
        "print([name for name in ('typst', 'docx', 'jinja2', 'markupsafe', 'lxml', 'fontpkg_source_sans_3', 'pydantic')"
        " if name in sys.modules])"
    )
    repository = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=repository
    )
    assert told.stdout == "[]\n"


@pytest.mark.parametrize("ending", [".html", ".md", ".txt"])
def test_text_formats_hold_every_section_and_figure(coached: Document, ending: str) -> None:
    text = re.sub(r"\s+", " ", render(coached, ending).decode().replace("\\", "").replace("&#39;", "'"))
    text = text.replace("’", "'").replace("−", "-")
    for wanted in (
        "40.8",
        "64.6",
        "Purpose and consent",
        "nightly runs",
        "M. Lindqvist",
        "must not be used for them",
    ):
        assert wanted.casefold() in text.casefold(), wanted


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("short", [False, True])
def test_a_pdf_conforms_to_pdf_ua(library: Library, person: str, short: bool) -> None:
    made = render(report_of(library, person, ReportOptions(DATE, short=short)), ".pdf")
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_short_form_is_one_page_and_the_long_one_begins_with_it(library: Library, person: str) -> None:
    options = ReportOptions(
        DATE, person="Someone with a rather long name", coach="M. Lindqvist", agreement=COACHED.agreement
    )
    for large in (False, True):
        look = Appearance(large_print=large)
        found = report_of(
            library, person, ReportOptions(**_parts(options) | {"short": True, "appearance": look})
        )
        assert len(PAGE.findall(render(found, ".pdf"))) == 1 + large


PAGES, MOST_LARGE, MOST_WORDS = 6, 14, 3000
"""Of the full report of each of the four people."""


PRACTISED = replace(
    COACHED,
    plan=(
        *COACHED.plan,
        PlannedAct("Show the error analysis to the product team", "R.", "2027-01-08", "One target"),
    ),
    next_time="17:00",
)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("person", PEOPLE)
def test_a_practices_report_with_plan_and_notes_has_a_cover_and_six_pages(
    library: Library, person: str, paper: str
) -> None:
    look = Appearance("Lindqvist & Partner", contact="Box 1, Uppsala", paper=paper)  # type: ignore[arg-type]
    document = report_of(library, person, replace(PRACTISED, appearance=look))
    found = page.validate_pdf_bytes(render(document, ".pdf"), profile=page.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, [(one.rule_id, one.message) for one in found.failures]
    assert found.document.page_count <= PAGES
    assert len(words_of(document)) <= MOST_WORDS
    assert [one for one, count in Counter(said_in(document)).items() if count > 1] == []


def words_of(document: Document) -> list[str]:
    return [word for word in render(document, ".txt").decode().split() if re.search(r"\w", word)]


LABELS = ("What it moves", "Effort and time")
"""Lines of every step, alike where steps are alike."""


def said_in(document: Document) -> list[str]:
    """The sentences of a report that are long enough to be noticed when they come again."""
    texts = re.split(r"(?<=[.:;])\s", " ".join(render(document, ".txt").decode().split()))
    return [one for one in texts if len(re.findall(r"[A-Za-z]{2,}", one)) > 5 and not one.startswith(LABELS)]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on this machine")
@pytest.mark.parametrize("large", [False, True])
def test_pages_are_counted_and_the_contents_stand_on_the_cover(library: Library, large: bool) -> None:
    address = "Rosa Blum, Lange Strasse 12, 10115 Berlin; rosa@blum.example, +49 30 1234567"
    look = Appearance("Blum Coaching and Career Guidance", contact=address, paper="Letter", large_print=large)
    made = render(
        report_of(library, "junior", replace(PRACTISED, coach="Dr. Rosa A. Blum-L.", appearance=look)), ".pdf"
    )
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True)
    pages = read.stdout.decode().split("\f")[:-1]
    counted = [re.findall(r"Page (\d+) / (\d+)", one)[-1] for one in pages]
    assert counted == [(str(number), str(len(pages))) for number in range(1, len(pages) + 1)]
    assert "Contents" in pages[0]
    assert "In short" in pages[1]
    named = re.search(r"What you could do +(\d+)", pages[0])
    assert named
    assert "What you could do" in pages[int(named[1]) - 1]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_paper_and_large_print_reach_every_page_format(library: Library, paper: str, large: bool) -> None:
    look = Appearance(paper=paper, large_print=large)  # type: ignore[arg-type]
    document = report_of(library, "junior", replace(COACHED, appearance=look))
    found = page.validate_pdf_bytes(render(document, ".pdf"), profile=page.ValidationProfile.PDF_UA_1)
    assert found.is_compliant
    assert found.document.page_count <= (MOST_LARGE if large else PAGES)
    word = docx.Document(io.BytesIO(render(document, ".docx")))
    assert round(word.sections[0].page_width.cm, 1) == (21.0 if paper == "A4" else 21.6)
    assert word.styles["Normal"].font.size.pt > (15 if large else 9)
    assert f"size: {paper}" in render(document, ".html").decode()


@pytest.mark.case("coaching 9")
def test_the_plan_comes_first_and_the_contact_last(library: Library) -> None:
    look = Appearance(practice="Lindqvist & Partner", contact="Box 1, Uppsala")
    document = report_of(library, "junior", replace(COACHED, appearance=look))
    text = render(document, ".txt").decode()
    assert text.startswith("Lindqvist & Partner\nBox 1, Uppsala\n\nAI AND YOUR WORK")
    titles = [one.text for one in document.body if isinstance(one, Heading) and one.level == 1]
    assert titles[:4] == ["Your week, task by task", "What we read in it", "Plan", "What you could do"]
    assert titles[-1] == "How it goes on"
    short = render(
        report_of(library, "junior", replace(COACHED, appearance=look, short=True)), ".txt"
    ).decode()
    for wanted in (
        "Ask for one open",
        "15 January 2027, with M. Lindqvist",
        "Box 1, Uppsala",
    ):
        assert wanted in short


@pytest.mark.case("coaching 17")
def test_steps_are_told_in_words_and_priced_in_the_appendix(library: Library) -> None:
    sections = {one.id: text_of(one.blocks) for one in report_of(library, "junior").sections}
    assert "Large: how training is done." in sections["steps"]
    assert "+9.5" not in sections["steps"]
    assert "+9.5" in sections["prices"]


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


def _parts(options: ReportOptions) -> dict[str, object]:
    return {name: getattr(options, name) for name in ("date", "person", "coach", "agreement")}


def test_a_web_page_can_be_read_by_its_headings_and_tables(coached: Document) -> None:
    text = render(coached, ".html").decode()
    levels = [int(level) for level in re.findall(r"<h(\d)", text)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    tables = re.findall(r"<table>.*?</table>", text, re.DOTALL)
    assert len(tables) >= 4
    for table in tables:
        assert "<caption" in table
        assert 'scope="col"' in table
        assert 'scope="row"' in table
    names = re.findall(r' id="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(names)


def test_a_web_page_loads_nothing_and_runs_nothing(coached: Document) -> None:
    text = render(coached, ".html").decode()
    assert "<script" not in text
    assert not re.search(r"<(?:link|iframe|object|embed|form|base)\b|\bon\w+=|url\(|@import", text)
    assert not re.search(r'(?:src|href)="(?!#|data:image/)', text)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    import base64

    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"sha256-{digest}" in policy[1]


def test_markdown_is_read_as_the_headings_lists_and_tables_it_means(coached: Document) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(render(coached, ".md").decode())
    kinds = [token.type for token in tokens]
    assert "html_block" not in kinds
    assert kinds.count("table_open") == len(("plan", "prices", "bridge", "tasks"))
    headings = [tokens[place + 1].content for place, kind in enumerate(kinds) if kind == "heading_open"]
    assert headings[0] == "AI and your work"
    assert "Purpose and consent" in headings


def test_json_is_the_assessment_document_of_every_face(coached: Document) -> None:
    made = json.loads(render(coached, ".json"))
    assert made == json.loads(json.dumps(coached.data))
    assert made["summary"]["week"] == "a week mostly of known training recipes"
    assert made["versions"]["seed"] == 2026


def test_tables_are_there_for_a_spreadsheet(coached: Document) -> None:
    files = files_of(coached, ".csv")
    assert list(files) == [".tasks.csv", ".bridge.csv"]
    bridge = list(csv.reader(io.StringIO(files[".bridge.csv"].decode("utf-8-sig"))))
    assert bridge[0] == ["Cause", "What it moved", "Role's value", "Your value", "Points"]
    [(*names, points)] = [row for row in bridge if row[0] == "how training is done"]
    assert names == ["how training is done", "score of training", "3", "4"]
    assert round(float(points), 1) == -7.1
    assert round(float(points), 1) != float(points)
    assert float(bridge[-1][-1]) == pytest.approx(-23.8, abs=0.05)


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


def test_a_single_file_is_asked_for_by_its_own_ending(coached: Document) -> None:
    assert render(coached, ".tasks.csv").startswith(b"\xef\xbb\xbfTask")
    with pytest.raises(LookupError, match=r"\.tasks\.csv"):
        render(coached, ".csv")
    with pytest.raises(LookupError, match=r"\.pdf, \.docx"):
        files_of(coached, ".odt")


def test_plain_text_keeps_addresses_marks_and_percentages_whole(library: Library) -> None:
    lines = render(report_of(library, "fine-tuner"), ".txt").decode().splitlines()
    assert [line for line in lines if line.lstrip().startswith("%") or line.endswith("○")] == []
    shown = [word for line in lines for word in line.split() if word.startswith("https://")]
    assert "https://wol.iza.org/opinions/workers-deserve-more-honest-estimates-of-ai-job-risk" in shown
    assert any("○ changing parts of the platform" in line for line in lines)


PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize("person", ["typical", "junior", "fine-tuner", "architect"])
def test_the_whole_has_six_pages_and_3000_words_at_most_and_the_short_one_page(
    library: Library, person: str
) -> None:
    whole, short = report_of(library, person), report_of(library, person, ReportOptions(DATE, short=True))

    assert len(PAGE.findall(render(whole, ".pdf"))) <= PAGES
    assert len(PAGE.findall(render(short, ".pdf"))) == 1
    assert len(words_of(whole)) <= MOST_WORDS


@pytest.mark.case("public 15")
def test_six_equal_rows_are_whole_on_paper_and_exact_in_a_table(library: Library) -> None:
    equal = {
        "split": dict.fromkeys(("design", "train", "infra", "debug", "research", "collaboration"), 100 / 6)
    }
    document = build(result(interview_of(library, equal)), ReportOptions(DATE))
    rows = list(csv.reader(io.StringIO(files_of(document, ".csv")[".tasks.csv"].decode("utf-8-sig"))))
    shown = [bar.share for one in document.blocks if isinstance(one, Figure) and isinstance(one.chart, WeekBars)
             for bar in one.chart.bars]  # fmt: skip

    assert [row[1] for row in rows[1:-1]] == ["16.666667"] * 6
    assert round(sum(map(float, shown)), 1) == 100.0
    mean = sum(float(row[1]) * float(row[3]) for row in rows[1:-1]) / 100
    assert float(rows[-1][3]) == pytest.approx(mean, abs=1e-5)


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
    assert 'w:val="en-GB"' in styles
    leftovers = (
        "thumbnail",
        "customXml",
        "stylesWithEffects",
        "savePreviewPicture",
        "rsidRoot",
        "Normal.dotm",
    )
    assert not [name for name in names if any(one in name for one in leftovers)]
    assert not [one for one in leftovers if one in links + settings + application + types]
    assert [('w:firstRow="1"' in one) == ("<w:tblHeader/>" in one) for one in tables] == [True] * len(tables)
    assert any("<w:tblHeader/>" in one for one in tables)
    assert body.count('<w:pStyle w:val="Caption"/>') == len(tables) + body.count("<w:drawing>")


def test_a_listener_hears_each_picture_once_and_finds_the_first_view_by_its_heading(library: Library) -> None:
    made = render(report_of(library, "junior", COACHED), ".html").decode()
    main = made.partition("<main>")[2]
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", main)[0] == "In short"
    pictures = re.findall(r"<svg.*?</svg>", main)
    assert len(pictures) > 6
    for one in pictures:
        assert len(re.findall(r'aria-label="[^"]{40,}"', one)) == 1
        assert "<text" not in one.partition('<g aria-hidden="true">')[0]
    assert 'role="region"' not in main
