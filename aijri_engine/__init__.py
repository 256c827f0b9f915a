"""AIJRI: answers about a working week in, a personal AI-job-resistance index with every point explained out.

The names below are the public Python API. They are loaded when first used, so that importing the package is quick
and brings in neither a terminal nor a database.
"""

from typing import TYPE_CHECKING

from aijri_engine.lazily import lazily

if TYPE_CHECKING:
    from aijri_engine.content.library import Library
    from aijri_engine.interview.interview import Interview
    from aijri_engine.interview.values import Problem
    from aijri_engine.personal.document import to_json
    from aijri_engine.personal.personalise import personalise
    from aijri_engine.personal.result import Result, result
    from aijri_engine.personal.what_if import what_if

__all__, __getattr__ = lazily(__name__, __file__)
