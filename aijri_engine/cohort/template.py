"""The columns of a role's table, for people who write one: a header, or a JSON Schema of a row."""

from typing import Any

from aijri_engine.cohort.columns import JOIN, CohortForm, Column
from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.values import UNKNOWN


def csv_header(library: Library, role_id: str) -> str:
    """The first line of a CSV table."""
    return ",".join(column.name for column in _columns(library, role_id))


def json_schema(library: Library, role_id: str) -> dict[str, Any]:
    """A JSON Schema of one row."""
    columns = _columns(library, role_id)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Answers of one person for {role_id}",
        "type": "object",
        "properties": {column.name: _property(column) for column in columns},
    }


def _columns(library: Library, role_id: str) -> tuple[Column, ...]:
    return CohortForm(Form.of(library, role_id)).columns


def _property(column: Column) -> dict[str, Any]:
    if column.kind == "number":
        return {"type": "number", "minimum": column.low, "maximum": column.high, "description": column.says}
    if column.kind in ("option", "yes_no"):
        unknown = UNKNOWN if column.takes_unknown else ()
        return {"enum": ["", *column.options, *unknown], "description": column.says}
    if column.kind == "options":
        says = f"{column.says}: {', '.join(column.options)}; up to {column.most}, joined by {JOIN}"
        return {"type": "string", "description": says}
    return {"type": "string", "description": column.says}
