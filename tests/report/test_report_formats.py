"""Every format: the same bytes each time, the same words in each, readable by those who cannot see."""

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from report_people import COACHED, report_of

from aijri_engine import Library
from aijri_engine.report import Document, formats, render
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
