"""Reports people hand over: one document model, several renderers.

    document = build(result, ReportOptions(date="2026-11-22", person="R."))
    write(document, "report.pdf")

The names below are loaded when they are first used.
"""

from typing import TYPE_CHECKING

from aijri_engine.lazily import lazily

if TYPE_CHECKING:
    from aijri_engine.report.blocks import Document
    from aijri_engine.report.building import build
    from aijri_engine.report.options import Agreement, PlannedAct, ReportOptions, SharedNote
    from aijri_engine.report.rendering import formats, render
    from aijri_engine.report.writing import ReportError, write

__all__, __getattr__ = lazily(__name__, __file__)
