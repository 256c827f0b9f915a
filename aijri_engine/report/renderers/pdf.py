"""Reports as PDF/UA-1: tagged, with embedded fonts, the same bytes for the same report on the same machine."""

from aijri_engine.report.blocks import Document
from aijri_engine.report.renderers.typst_compiler import FAMILY, as_pdf
from aijri_engine.report.renderers.typst_data import page_data

STANDARD = "ua-1"

NOTICE = (
    "Some characters are in no font of this machine. They are printed in square brackets, by name or by number; the "
    "web page and the plain text of this report hold them as they were written."
)


def render(document: Document) -> bytes:
    """The whole report. What no font has is printed by name or number, and the page says so; nothing is dropped."""
    return as_pdf("report.typ", page_data(document, [FAMILY]), STANDARD, NOTICE).content
