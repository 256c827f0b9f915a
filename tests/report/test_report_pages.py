"""A report on paper: how many pages and words, what comes first and last, contents, sizes, PDF/UA."""

import csv
import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace

import docx
import page
import pytest
from report_people import COACHED, DATE, PEOPLE, interview_of, report_of, words_of

from aijri_engine import Library, result
from aijri_engine.report import Document, PlannedAct, ReportOptions, build, render
from aijri_engine.report.blocks import Appearance, Figure, Heading
from aijri_engine.report.charts import WeekBars
from aijri_engine.report.renderers.text import text_of
from aijri_engine.report.rendering import files_of


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


PAGES, COVER, MOST_LARGE, MOST_WORDS = 6, 1, 14, 3000
"""Of the full report of each of the four people; the words without those of its questions."""


def words_to_read(document: Document) -> int:
    """Words of a report, without the list of what was asked and answered, which grows with every question."""
    asked = next(one for one in document.sections if one.id == "origins")
    return len(words_of(document)) - len(text_of(asked.blocks).split())


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
    assert found.document.page_count <= COVER + PAGES
    assert words_to_read(document) <= MOST_WORDS
    assert [one for one, count in Counter(said_in(document)).items() if count > 1] == []


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


def _parts(options: ReportOptions) -> dict[str, object]:
    return {name: getattr(options, name) for name in ("date", "person", "coach", "agreement")}


PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize("person", ["typical", "junior", "fine-tuner", "architect"])
def test_the_whole_has_six_pages_and_3000_words_at_most_and_the_short_one_page(
    library: Library, person: str
) -> None:
    whole, short = report_of(library, person), report_of(library, person, ReportOptions(DATE, short=True))

    assert len(PAGE.findall(render(whole, ".pdf"))) <= PAGES
    assert len(PAGE.findall(render(short, ".pdf"))) == 1
    assert words_to_read(whole) <= MOST_WORDS


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


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on this machine")
def test_the_appendix_lists_what_stands_in_it_and_not_itself(library: Library) -> None:
    made = render(report_of(library, "junior", COACHED), ".pdf")
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True)
    listed = re.findall(r"(\S[^\n]*?\S) +\d+(?: {2,}|\n)", read.stdout.decode().partition("Appendix\n")[2])[
        :12
    ]
    assert "How sure this is" in " ".join(listed)
    assert not [one for one in listed if one.strip() in ("Appendix", "What you could do")]
