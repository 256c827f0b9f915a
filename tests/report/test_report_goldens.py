"""The whole text of reports for four people, line by line. `AIJRI_UPDATE_GOLDENS=1` renews them, to be read again."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report_people import COACHED, DATE, PEOPLE, report_of

from aijri_engine import Library
from aijri_engine.report import ReportOptions, render

GOLDENS = Path(__file__).parent / "golden"
DIGEST = re.compile(r"\b[0-9a-f]{12,16}\b")
BLOCKS = {
    "h1",
    "h2",
    "h3",
    "p",
    "li",
    "dt",
    "dd",
    "tr",
    "caption",
    "figcaption",
    "svg",
    "title",
    "desc",
    "text",
    "footer",
}
SILENT = {"style", "head"}


class Reader(HTMLParser):
    """The text of a page, one line a block, the way a reader without pictures has it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in ("h1", "h2", "h3"):
            self.lines.append("#" * int(tag[1]) + " ")
        elif tag in BLOCKS:
            self.lines.append("")
        elif tag in ("td", "th"):
            self.lines[-1] += " | "

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.lines[-1] += data


ON_A_TELEPHONE = re.compile(r'<svg [^>]*class="narrow".*?</svg>', re.DOTALL)
"""The same pictures once more, which a wide window does not show."""


def page_text(page: bytes) -> str:
    reader = Reader()
    reader.feed(ON_A_TELEPHONE.sub("", page.decode()))
    lines = (" ".join(line.split()) for line in reader.lines)
    return "\n".join(line for line in lines if line) + "\n"


def options_for(person: str) -> ReportOptions:
    return COACHED if person == "junior" else ReportOptions(DATE)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_a_report_reads_as_it_was_read(library: Library, person: str, ending: str) -> None:
    made = render(report_of(library, person, options_for(person)), ending)
    text = page_text(made) if ending == ".html" else made.decode()
    text = DIGEST.sub("<digest>", text)
    golden = GOLDENS / f"{person}{ending}.txt"
    if os.environ.get("AIJRI_UPDATE_GOLDENS") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
