"""A result for programs: the task table and the bridge as CSV (RFC 4180, byte order mark), JSON, the answers file."""

import csv
import io
import json
import re

from aijri_engine.report.blocks import Document, Table
from aijri_engine.report.figures import HELD_SPACE

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def tasks(document: Document) -> bytes:
    """Time and score of each task."""
    return _table(document.tasks)


def bridge(document: Document) -> bytes:
    """Every point of the difference."""
    return _table(document.steps)


def _table(table: Table | None) -> bytes:
    assert table is not None, "the table of formats asks for it"
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.title for column in table.columns])
    writer.writerows([[inert(cell) for cell in row] for row in table.rows])
    return text.getvalue().encode("utf-8-sig")


def inert(cell: str) -> str:
    """A figure as it is (without a plus sign), text with an apostrophe where a program could take it for a formula."""
    cell = cell.replace(HELD_SPACE, " ")
    if NUMBER.fullmatch(cell):
        return cell.removeprefix("+")
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell


def as_json(document: Document) -> bytes:
    """The document for programs, the same as on the command line."""
    return (json.dumps(document.data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def answers(document: Document) -> bytes:
    """The answers file."""
    return document.answers.encode()
