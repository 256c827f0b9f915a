"""JSON Schemas of the content files, for editors; generated from the models, never edited by hand.

python -m aijri_engine.content.schemas      writes them into questionnaires/schemas
"""

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from aijri_engine.content.base import Model
from aijri_engine.content.branding import Branding
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.landscape import Landscape
from aijri_engine.content.library import content_folder
from aijri_engine.content.phrases import Phrases
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import StrategiesFile
from aijri_engine.content.wording import Wording

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Final[Mapping[str, type[Model]]] = {
    "branding": Branding,
    "cases": CasesFile,
    "interview": InterviewFile,
    "landscape": Landscape,
    "phrases": Phrases,
    "role": Role,
    "strategies": StrategiesFile,
    "wording": Wording,
}
"""Name of the schema -> the model it describes."""


def schema_files() -> Iterator[tuple[str, str]]:
    """File name and text of every schema; the same models always give the same text."""
    for name, model in sorted(SCHEMAS.items()):
        yield f"{name}.schema.json", schema_text(model)


def schema_text(model: type[Model]) -> str:
    """The schema of a model as it stands in its file: keys sorted, one newline at the end."""
    schema: dict[str, Any] = {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}
    models = {found.__name__: found for found in _models(Model)}
    _describe(schema, model)
    for name, part in schema.get("$defs", {}).items():
        if name in models:
            _describe(part, models[name])
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _models(parent: type[Model]) -> Iterator[type[Model]]:
    for child in parent.__subclasses__():
        yield child
        yield from _models(child)


def _describe(schema: dict[str, Any], model: type[Model]) -> None:
    """Put the docstrings that stand under the fields into the schema, as hover text.

    pydantic could do this when the classes are made, but then every start of the program would read its own source.
    """
    words = _field_docstrings(model)
    for name, field in model.model_fields.items():
        shown = schema.get("properties", {}).get(field.alias or name)
        if shown is not None and name in words:
            shown["description"] = words[name]


def _field_docstrings(model: type[Model]) -> dict[str, str]:
    body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    found: dict[str, str] = {}
    field = None
    for line in body.body if isinstance(body, ast.ClassDef) else []:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            field = line.target.id
        elif isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) and field is not None:
            found[field] = inspect.cleandoc(str(line.value.value))
            field = None
        else:
            field = None
    return found


def write_schemas(folder: Path) -> None:
    """Write every schema into `folder`, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(content_folder() / "schemas")
