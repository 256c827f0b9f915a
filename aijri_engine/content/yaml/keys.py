"""Which keys a model allows at a place: found by walking its annotations as far as they can be followed."""

import types
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag

MOST_WRAPPERS: Final = 50
"""Nested aliases, unions and annotations that are followed; more can only be a loop."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """One type a value may have, and the names a model may use for it among the branches of a union."""

    type: Any
    labels: frozenset[str]


def allowed_keys(model: type[BaseModel], loc: Collection[str | int]) -> list[str]:
    """Return the keys of the mapping at `loc` (a model's error location), [] when it cannot be told."""
    shapes = _expand(model)
    for element in loc:
        shapes = _step(shapes, element)
    names = [name for shape in shapes if _is_model(shape.type) for name in _fields(shape.type)]
    return list(dict.fromkeys(names))


def _step(shapes: list[_Shape], element: str | int) -> list[_Shape]:
    """The types one element further down; an element that names a branch keeps that branch alone."""
    if len(shapes) > 1:
        labelled = [shape for shape in shapes if element in shape.labels]
        if labelled:
            return [_Shape(shape.type, frozenset()) for shape in labelled]
    below = [inner for shape in shapes for inner in _inside(shape.type, element)]
    return below or shapes


def _inside(kind: Any, element: str | int) -> list[_Shape]:
    if _is_model(kind):
        annotation = _fields(kind).get(str(element))
        return [] if annotation is None else _expand(annotation)
    origin, arguments = get_origin(kind), get_args(kind)
    if not isinstance(origin, type) or not arguments:
        return []
    if issubclass(origin, Mapping):
        return _expand(arguments[1]) if isinstance(element, str) else []
    if not issubclass(origin, Collection) or not isinstance(element, int):
        return []
    by_place = origin is tuple and arguments[-1] is not Ellipsis
    return _expand(arguments[min(element, len(arguments) - 1)] if by_place else arguments[0])


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """Annotations of the fields of `model` under the keys that a file uses."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _expand(annotation: Any, labels: frozenset[str] = frozenset(), depth: int = 0) -> list[_Shape]:
    """The plain types behind aliases, unions, annotations and root models."""
    if depth > MOST_WRAPPERS:
        return []
    if hasattr(annotation, "__value__"):
        return _expand(annotation.__value__, labels, depth + 1)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        tags = frozenset(extra.tag for extra in annotation.__metadata__ if isinstance(extra, Tag))
        return _expand(arguments[0], labels | tags, depth + 1)
    if origin in (Union, types.UnionType):
        return [shape for argument in arguments for shape in _expand(argument, labels, depth + 1)]
    if annotation is type(None):
        return []
    if _is_model(annotation):
        if issubclass(annotation, RootModel):
            return _expand(annotation.model_fields["root"].annotation, labels, depth + 1)
        return [_Shape(annotation, labels | {annotation.__name__} | _literal_names(annotation))]
    return [_Shape(annotation, labels)]


def _literal_names(model: type[BaseModel]) -> frozenset[str]:
    """Values of the fields that can tell a model from others, which name its branch in a tagged union."""
    return frozenset(
        value
        for annotation in _fields(model).values()
        if get_origin(annotation) is Literal
        for value in get_args(annotation)
        if isinstance(value, str)
    )


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, BaseModel)
