"""What other programs make of a report: pages a browser prints and a word processor lays out, where they are there."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import page
import pytest
from report_people import COACHED, report_of

from aijri_engine import Library
from aijri_engine.report import render

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
READER = shutil.which("pdftotext")

needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
needs_office = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")
needs_reader = pytest.mark.skipif(READER is None, reason="no pdftotext on this machine")

LONGEST_WAIT = 120
"""Seconds another program may take."""


def text_of(path: Path) -> str:
    assert READER is not None
    done = subprocess.run([READER, str(path), "-"], capture_output=True, check=True, timeout=LONGEST_WAIT)
    return re.sub(r"\s+", " ", done.stdout.decode()).replace("’", "'").replace("−", "-")


WANTED = ("40.8", "Purpose and consent", "how training is done", "Ask for one open design question", "nightly runs",
          "must not be used for them", "How to compute it again")  # fmt: skip


def check(path: Path, most_pages: int) -> None:
    assert (
        1 < page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1).document.page_count <= most_pages
    )
    text = text_of(path)
    assert [wanted for wanted in WANTED if wanted not in text] == []


@needs_reader
def test_the_pdf_can_be_read_aloud_and_copied(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(render(report_of(library, "junior", COACHED), ".pdf"))
    check(path, 12)


@needs_browser
@needs_reader
def test_a_browser_prints_the_web_page(library: Library, tmp_path: Path) -> None:
    source, made = tmp_path / "report.html", tmp_path / "report.pdf"
    source.write_bytes(render(report_of(library, "junior", COACHED), ".html"))
    assert BROWSER is not None
    subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
         "--no-pdf-header-footer", f"--print-to-pdf={made}", source.as_uri()],
        capture_output=True, check=True, timeout=LONGEST_WAIT,
    )  # fmt: skip
    check(made, 16)


@needs_office
@needs_reader
def test_a_word_processor_lays_the_document_out(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(render(report_of(library, "junior", COACHED), ".docx"))
    assert OFFICE is not None
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(source)],
        capture_output=True, check=True, timeout=LONGEST_WAIT,
    )  # fmt: skip
    check(tmp_path / "report.pdf", 14)


@pytest.mark.soak
@needs_office
@needs_reader
def test_a_word_report_that_was_saved_by_another_program_keeps_its_parts(
    library: Library, tmp_path: Path
) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(made := render(report_of(library, "junior", COACHED), ".docx"))
    assert OFFICE is not None
    for name, ending in (("docx", "odt"), ("odt", "docx"), ("docx", "pdf")):
        subprocess.run(
            [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", ending,
             "--outdir", str(tmp_path), str(source.with_suffix(f".{name}"))],
            capture_output=True, check=True, timeout=LONGEST_WAIT,
        )  # fmt: skip
    word, ours = docx.Document(str(source)), docx.Document(io.BytesIO(made))
    styles = [line.style.name for line in word.paragraphs]
    assert styles.count("Heading 1") == [line.style.name for line in ours.paragraphs].count("Heading 1") > 15
    assert {"Lead", "Headline", "Term", "Writing"} <= set(styles)
    assert len(word.tables) == len(ours.tables)
    check(tmp_path / "report.pdf", 14)
