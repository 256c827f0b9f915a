"""Reports people hand over: one document model, several renderers.

    document = build(result, ReportOptions(date="2026-11-22", person="R."))
    write(document, "report.pdf")

The names below are loaded when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aijri_engine.report.blocks import Document
    from aijri_engine.report.building import build
    from aijri_engine.report.options import Agreement, PlannedAct, ReportOptions, SharedNote
    from aijri_engine.report.rendering import formats, render
    from aijri_engine.report.writing import ReportError, write

_PLACES = {
    "Agreement": "options",
    "Document": "blocks",
    "PlannedAct": "options",
    "ReportError": "writing",
    "ReportOptions": "options",
    "SharedNote": "options",
    "build": "building",
    "formats": "rendering",
    "render": "rendering",
    "write": "writing",
}

__all__ = [
    "Agreement",
    "Document",
    "PlannedAct",
    "ReportError",
    "ReportOptions",
    "SharedNote",
    "build",
    "formats",
    "render",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"aijri_engine.report has no {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(f"aijri_engine.report.{_PLACES[name]}"), name)
