"""What runs the expressions of a cohort, and the cells of a table in SQL, alike for all that do.

Texts come as they stand, an empty cell as an empty text; where a number is wanted, a text that is none comes as minus
infinity, and words that leave it unknown as nothing. Lines count from 2 in a CSV file, where the header is line 1, and
from 1 in Parquet.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import Any

from aijri_engine.cohort.columns import LINE, UNREAD, Column, Frame
from aijri_engine.interview.values import UNKNOWN

Places = Mapping[str, Mapping[str, int]]
"""By column: whole numbers that stand for the texts it may hold."""

PLACED = ("option", "options", "yes_no")
"""Kinds of columns whose texts are known."""


class Engine(ABC):
    """What runs the expressions."""

    @abstractmethod
    def read(self, path: Path, columns: Sequence[Column], present: Sequence[str]) -> Frame:
        """The table with every column; those that are not present are empty."""

    @abstractmethod
    def _number(self, name: str, places: Mapping[str, int]) -> str:
        """SQL of the number that stands for a text without the blanks around it; null for another text."""

    @abstractmethod
    def _projected(self, table: Any, cells: Sequence[str]) -> Frame:
        """A table of the library with those cells of SQL."""

    def placed(self, frame: Frame, places: Mapping[str, Places]) -> Frame:
        """Adds columns: the sum of the numbers of some texts; null where one has none."""
        sums = {name: " + ".join(starmap(self._number, parts.items())) for name, parts in places.items()}
        return self._projected(
            frame.to_native(), ["*", *(f"{said} AS {name}" for name, said in sums.items())]
        )

    def stream(self, frame: Frame) -> Frame:
        """A frame of numbers for arithmetic, which may be worked out once."""
        return frame

    @abstractmethod
    def kept(self, tables: Mapping[str, Any]) -> Mapping[str, Any]:
        """Small tables of Polars, held for `joined`; each is found by the column of its name."""

    @abstractmethod
    def joined(self, frame: Frame, kept: Mapping[str, Any], names: Sequence[str]) -> Frame:
        """The rows that stand in every small table of those names, with what it says."""

    @abstractmethod
    def write(self, frame: Frame, path: Path) -> None:
        """Write a frame to Parquet or CSV by the ending of its name."""

    @abstractmethod
    def scan(self, path: Path) -> Frame:
        """A table that this engine wrote, as it stands there."""

    @abstractmethod
    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """A small frame as rows."""

    def close(self) -> None:
        """Let go of what was opened for this run."""
        return


WHOLE = ("DOUBLE", "TINYINT", "SMALLINT", "INTEGER", "INT", "BIGINT")
"""Types of numbers that are read as they are; a single-precision one means what it prints."""


def beside(present: Sequence[str], line: str, quote: str) -> list[str]:
    """SQL of the columns beside the answers, which a copy of a table has and another has not."""
    why = "''"
    if LINE in present:
        line, why = f"CAST({quote}{LINE}{quote} AS BIGINT)", f"COALESCE({quote}{UNREAD}{quote}, '')"
    return [f"{line} AS {quote}{LINE}{quote}", f"{why} AS {quote}{UNREAD}{quote}"]


def sql_cell(column: Column, kind: str | None, quote: str, filled: str, finite: str) -> str:
    """A column of that type (None: absent) as SQL: its text, or its number.

    Underscores and suffixes (`1_00`, `100d`) make a number for some engines and not for others, so for none. `filled`
    makes an empty text of no value, by a function: DuckDB works those out once for each text, not each row.
    """
    name = f"{quote}{column.name}{quote}"
    text = "''" if kind is None else filled.format(f"CAST({name} AS STRING)")
    if column.kind == "number":
        if kind is None:
            return f"CAST(NULL AS DOUBLE) AS {name}"
        if kind in WHOLE:
            return f"CAST({name} AS DOUBLE) AS {name}"
        number = f"TRY_CAST(TRANSLATE(TRIM({text}), '_dDfF', '?????') AS DOUBLE)"
        there = f"TRIM({text}) <> ''"
        there += f" AND TRIM({text}) NOT IN {UNKNOWN}" if column.takes_unknown else ""
        none = "CAST('-Infinity' AS DOUBLE)"
        return f"CASE WHEN {finite.format(number)} THEN {number} WHEN {there} THEN {none} END AS {name}"
    return f"{text} AS {name}"
