"""AIJRI: answers about a working week in, a personal AI-job-resistance index with every point explained out.

The names below are the public Python API. They are loaded when first used, so that importing the package is quick
and brings in neither a terminal nor a database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.interview.interview import Interview
    from aijri_engine.interview.values import Problem
    from aijri_engine.personal.document import to_json
    from aijri_engine.personal.personalise import personalise
    from aijri_engine.personal.result import Result, result
    from aijri_engine.personal.what_if import what_if

_PLACES = {
    "Library": "aijri_engine.content.library",
    "Interview": "aijri_engine.interview.interview",
    "Problem": "aijri_engine.interview.values",
    "personalise": "aijri_engine.personal.personalise",
    "Result": "aijri_engine.personal.result",
    "result": "aijri_engine.personal.result",
    "to_json": "aijri_engine.personal.document",
    "what_if": "aijri_engine.personal.what_if",
}

__all__ = ["Interview", "Library", "Problem", "Result", "personalise", "result", "to_json", "what_if"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"aijri_engine has no {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(_PLACES[name]), name)
