"""A week from a calendar or a time sheet: hours of the last two normal weeks, by title, and the rows they go to.

Titles stay in memory: only the rows they were summed into become an answer.
"""

from aijri_engine.week_file.entries import WeekFileError
from aijri_engine.week_file.lines import NOT_WORK, OWN, Line, WeekLines
from aijri_engine.week_file.opening import open_week
from aijri_engine.week_file.typed import HOW, typed_change

__all__ = ["HOW", "NOT_WORK", "OWN", "Line", "WeekFileError", "WeekLines", "open_week", "typed_change"]
