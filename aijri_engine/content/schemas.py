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

from aijri_engine.content.base import RUNGS, Model
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.files import MODELS, content_folder
from aijri_engine.content.filled_tasks import NOT_RATED
from aijri_engine.content.role import Role
from aijri_engine.content.short_forms import SHORT_NAMES

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Final[Mapping[str, type[Model]]] = {
    "cases": CasesFile,
    **{{"roles": "role", "packs": "pack"}.get(kind, kind): model for kind, model in MODELS.items()},
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
    if model is Role:
        _short_forms(schema)
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


NOT_DERIVED: Final[Mapping[str, tuple[str, ...]]] = {
    "Role": ("id", "title", "aliases", "as_of", "provenance", "tasks"),
    "Task": ("id", "name", "share", "score"),
    "LadderRung": ("act",),
}
"""What an author of a role file has to write; of models not named here everything may be left out."""


def _short_forms(schema: dict[str, Any]) -> None:
    """The keys and forms of a role file in short, which `compact` writes out before the model sees them."""
    parts = {"Role": schema, **schema["$defs"]}
    for name in ("Role", "Task", "Ladder", "LadderRung", *FIGURES):
        parts[name]["required"] = list(NOT_DERIVED.get(name, ()))
    for name in FIGURES:
        parts[name] = schema["$defs"][name] = {"anyOf": [parts[name], {"type": "array"}, {"type": "number"}]}
    act: dict[str, Any] = {"anyOf": [{"$ref": "#/$defs/LadderRung"}, {"type": "string"}]}
    task: dict[str, Any] = dict.fromkeys(RUNGS, act)
    score = parts["Task"]["properties"]["score"]
    parts["Task"]["properties"]["score"] = {"anyOf": [score, {"const": NOT_RATED}]}
    task |= {"scores": {"type": "array"}, "published": {"type": "string"}, **dict.fromkeys(SHORT_NAMES, True)}
    parts["Task"]["properties"] |= {name: task[name] for name in sorted(task)}
    parts["Role"]["properties"] |= dict.fromkeys(("family", "tell", "worry"), True)
    parts["Ladder"]["properties"]["scores"] = {"type": "array"}
    for name in ("Evidence", "Barriers", "Protective", "ScreenResult", "Shifts"):
        parts[name]["required"] = []


FIGURES: Final = ("EvidenceFigure", "BarrierFigure", "PrincipleFigure", "GrowthFigure")


def _models(parent: type[Model]) -> Iterator[type[Model]]:
    for child in parent.__subclasses__():
        yield child
        yield from _models(child)


def _describe(schema: dict[str, Any], model: type[Model]) -> None:
    """Put the docstrings that stand under the fields into the schema, as hover text.

    pydantic could do this when the classes are made, but then every start of the program would read its own source.
    """
    words: dict[str, str] = {}
    for one in reversed(model.__mro__):
        words |= _field_docstrings(one) if issubclass(one, Model) and one is not Model else {}
    for name, field in model.model_fields.items():
        shown = schema.get("properties", {}).get(field.alias or name)
        if shown is not None and name in words:
            shown["description"] = words[name]


def _field_docstrings(model: type) -> dict[str, str]:
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
