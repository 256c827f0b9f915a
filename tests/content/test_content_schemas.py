"""The schemas for editors: as generated, and true of the files that ship."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from aijri_engine.content.files import content_files, content_folder
from aijri_engine.content.schemas import SCHEMAS, schema_files, schema_text
from aijri_engine.content.yaml import parse_yaml, read_yaml

FOLDER = content_folder()
SHIPPED = sorted({*content_files(FOLDER), *FOLDER.glob("cases/*.yaml")})
SCHEMA_LINE = "# yaml-language-server: $schema="


def _schema_of(path: Path) -> Draft202012Validator:
    """The schema that the first line of a content file names."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(SCHEMA_LINE), f"{path.name} names no schema"
    named = (path.parent / first.removeprefix(SCHEMA_LINE)).resolve()
    return _validator(named)


@cache
def _validator(path: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def test_committed_schemas_are_as_generated() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "schemas").glob("*.json")}
    assert written == dict(schema_files()), "run: python -m aijri_engine.content.schemas"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schemas_are_valid_and_deterministic(name: str) -> None:
    text = schema_text(SCHEMAS[name])
    Draft202012Validator.check_schema(json.loads(text))
    assert text == schema_text(SCHEMAS[name])
    assert text.endswith("}\n")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_files_fit_their_schema(path: Path) -> None:
    assert [error.message for error in _schema_of(path).iter_errors(read_yaml(path).data)] == []


def test_schemas_speak_as_authors_do() -> None:
    condition = json.loads(schema_text(SCHEMAS["interview"]))["$defs"]["Condition"]["properties"]
    assert {"is", "in"} <= set(condition)
    assert not {"is_", "in_"} & set(condition)
    share = json.loads(schema_text(SCHEMAS["strategies"]))["$defs"]["ShareMove"]["properties"]
    assert "from" in share


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("kind: choise", "'choise' is not one of"),
        ("kind: choice\ncolour: red", "Additional properties are not allowed ('colour' was unexpected)"),
        ("kind: number\nminimum: none", "'none' is not valid under any of the given schemas"),
    ],
)
def test_schemas_refuse_what_the_models_refuse(line: str, said: str) -> None:
    schema = json.loads(schema_text(SCHEMAS["interview"]))
    question = {"$ref": "#/$defs/Question", "$defs": schema["$defs"]}
    data = parse_yaml(f"id: x\nask: x\nwhy: x\nmoves: x\n{line}\n", "question.yaml").data
    found = [error.message for error in Draft202012Validator(question).iter_errors(data)]
    assert any(message.startswith(said) for message in found), found
