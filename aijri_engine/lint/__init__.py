"""`aijri check`: everything that is wrong with content and answers files, with and without the engine.

problems = check([Path("questionnaires")], date.today())
"""

from aijri_engine.lint.check import check

__all__ = ["check"]
