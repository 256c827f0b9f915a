"""Checks of content files that need no engine: what they refer to, and what their conditions can ever say.

`content_problems(Content(interview, roles, strategies, landscape), today)` gives everything that is found. Codes and
their meaning are in `aijri_engine.content.lint_codes`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from aijri_engine.content.base import Model
from aijri_engine.content.checks.citations import citation_problems
from aijri_engine.content.checks.files import Content, ContentFile, LaidFile
from aijri_engine.content.checks.ignored import ignored_problems
from aijri_engine.content.checks.names import (
    interview_name_problems,
    role_id_problems,
    role_name_problems,
    strategy_name_problems,
)
from aijri_engine.content.checks.placed import interview_conditions
from aijri_engine.content.checks.questions import question_problems, reference_problems
from aijri_engine.content.checks.reachability import reachability_problems
from aijri_engine.content.checks.roles import role_problems
from aijri_engine.content.checks.rules import rule_problems
from aijri_engine.content.checks.strategies import strategy_problems
from aijri_engine.content.packs import Pack
from aijri_engine.content.problems import Problem

__all__ = ["Content", "ContentFile", "content_problems"]


def content_problems(content: Content, today: date, whole: bool = True) -> list[Problem]:
    """Everything wrong with these files, unsorted; files that only stand in as context are not reported.

    `whole` is false where a file they may refer to could not be read: then only what one file says by itself is
    looked at. Where conditions refer to things that do not exist, what follows from them is not looked into.
    """
    found = [*strategy_name_problems(content), *role_id_problems(content)]
    for role in content.roles:
        found += role_name_problems(role)
    files = [content.interview, *content.roles, *content.strategies, content.landscape]
    for file in files:
        if file is not None and not isinstance(file, LaidFile) and not isinstance(file.model, Pack):
            found += citation_problems(file, today)
    if content.interview is not None and content.interview.reported:
        found += [*interview_name_problems(content.interview), *rule_problems(content.interview)]
    if whole:
        found += _between_files(content)
    silent = {file.source.name for file in _written(files) if not file.reported}
    return list(dict.fromkeys(problem for problem in found if problem.file not in silent))


def _written(files: Iterable[ContentFile[Model] | None]) -> Iterator[ContentFile[Model]]:
    """The files themselves: of an interview that was laid together, each of its parts."""
    for file in files:
        if isinstance(file, LaidFile):
            yield file.core or file
            yield from file.layers.values()
        elif file is not None:
            yield file


def _between_files(content: Content) -> Iterator[Problem]:
    yield from strategy_problems(content)
    for role in content.roles:
        yield from role_problems(role, content)
    file = content.interview
    if file is None or not file.reported:
        return
    conditions = list(interview_conditions(content))
    yield from question_problems(file, content, conditions)
    yield from ignored_problems(file, content)
    wrong = list(reference_problems(file, content, conditions))
    yield from wrong
    if not wrong:
        yield from reachability_problems(file, content, conditions)
