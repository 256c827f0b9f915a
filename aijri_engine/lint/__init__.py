"""`aijri check`: everything that is wrong with content and answers files, with and without the engine.

`check([Path("questionnaires")], date.today())` gives a list of problems, sorted by file and line.
"""

from aijri_engine.lint.check import check

__all__ = ["check"]
