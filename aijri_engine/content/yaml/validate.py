"""Checking the data of a file against its model, every error told at its line and column."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from aijri_engine.content.problems import MOST_PROBLEMS, Problem, gathered, problem_at
from aijri_engine.content.yaml.document import Located, YamlFile, locate
from aijri_engine.content.yaml.messages import Wording, missing, told

M = TypeVar("M", bound=BaseModel)

WHOLE_VALUE = frozenset(
    {
        "string_type",
        "int_type",
        "int_from_float",
        "float_type",
        "bool_type",
        "list_type",
        "tuple_type",
        "set_type",
        "frozen_set_type",
        "dict_type",
        "mapping_type",
        "model_type",
        "model_attributes_type",
        "dataclass_type",
        "none_required",
        "date_type",
        "literal_error",
        "enum",
    }
)
"""Errors that say "this is something else altogether", the least telling among the branches of a union."""


def validate(source: YamlFile, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the file as `model`, or None and what is wrong: sorted by line, at most 50 and how many more.

    Of a union only the branch that comes nearest is reported. Never raises for bad data.
    """
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    located = [locate(source.root, detail) for detail in details]
    groups = _relevant(located, 0)
    lacking = [group[0] for group in groups if _lacks_a_key(group)]
    wordings = [wording for group in groups if not _lacks_a_key(group) for wording in told(model, group)]
    wordings += missing(lacking)
    wordings.sort(key=lambda wording: wording.place)
    problems = [_problem(source, wording) for wording in wordings[:MOST_PROBLEMS]]
    return None, list(gathered(problems, left_out=max(len(wordings) - MOST_PROBLEMS, 0)))


def _lacks_a_key(group: Sequence[Located]) -> bool:
    error = group[0]
    return len(group) == 1 and error.detail["type"] == "missing" and isinstance(error.loc[-1], str)


def _problem(source: YamlFile, wording: Wording) -> Problem:
    return problem_at(
        source.name, source.lines, wording.place, wording.code, wording.message(), wording.hint()
    )


def _relevant(errors: Sequence[Located], level: int) -> list[list[Located]]:
    """The errors worth telling, each as a group: of one, or of the branches that all expect something else.

    `level` counts the elements that the model inserted into a location, which name the branch of a union.
    """
    result: list[list[Located]] = []
    unions: dict[tuple[str | int, ...], dict[str | int, list[Located]]] = {}
    for error in errors:
        if level < len(error.inserted):
            place = error.inserted[level]
            branches = unions.setdefault(error.loc[:place], {})
            branches.setdefault(error.loc[place], []).append(error)
        else:
            result.append([error])
    for branches in unions.values():
        result.extend(_best_branch(list(branches.values()), level))
    return result


def _best_branch(branches: list[list[Located]], level: int) -> list[list[Located]]:
    if len(branches) == 1:
        return _relevant(branches[0], level + 1)
    telling = [branch for branch in branches if not _is_something_else(branch, level)]
    if not telling:
        return [[error for branch in branches for error in branch]]
    best = min(telling, key=lambda branch: (len(branch), -max(len(error.loc) for error in branch)))
    return _relevant(best, level + 1)


def _is_something_else(branch: list[Located], level: int) -> bool:
    return all(
        error.detail["type"] in WHOLE_VALUE and len(error.loc) == error.inserted[level] + 1
        for error in branch
    )
