"""Checking any paths: form, references, and what only the engine can show."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from aijri_engine.content.base import Model
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.checks import Content, ContentFile, content_problems
from aijri_engine.content.landscape import Landscape
from aijri_engine.content.library import Library, Loaded
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.strategies import StrategiesFile
from aijri_engine.interview.answers_source import answers_of
from aijri_engine.lint.advice import advice_problems
from aijri_engine.lint.cases import case_people, case_problems
from aijri_engine.lint.files import ANSWERS, Gathered, Read, gather, shipped
from aijri_engine.lint.people import Person, Walker
from aijri_engine.lint.walks import walk_problems

AnyModel = TypeVar("AnyModel", bound=Model)

CONTENT_KINDS = ("interview", "roles", "strategies", "landscape")


def check(paths: Sequence[Path], today: date) -> list[Problem]:
    """Everything wrong with these files and folders, sorted by file and line; nothing is ever raised.

    A folder holds content; a file is content, cases or answers. What the paths leave out (an interview beside
    roles, for example) is taken from the shipped content, whose own problems are not reported. Answers and cases
    are looked at once the content they are about is without errors.
    """
    given = gather(paths)
    context = _context(given)
    content = _content(context)
    found = list(given.problems)
    found += content_problems(content, today, whole=not given.broken & {"interview", "roles", "landscape"})
    if content.interview is not None and content.roles:
        broken = {problem.file for problem in found if problem.severity == "error"}
        if not given.broken and not any(
            file.source.name in broken for file in context if file.kind in CONTENT_KINDS
        ):
            library = _library(context)
            found += [*_of_people(given, library), *_of_engine(content, library, given)]
    return sorted(dict.fromkeys(found), key=Problem.sort_key)


def _context(given: Gathered) -> list[Read]:
    """The given files, and of each kind that is missing the shipped ones."""
    missing = [kind for kind in CONTENT_KINDS if not given.of(kind) and kind not in given.broken]
    beside = shipped() if missing else Gathered()
    return [*given.files, *(file for file in beside.files if file.kind in missing)]


def _content(files: Sequence[Read]) -> Content:
    interviews = _models(files, InterviewFile)
    landscapes = _models(files, Landscape)
    return Content(
        interviews[0] if interviews else None,
        tuple(_models(files, Role)),
        tuple(_models(files, StrategiesFile)),
        landscapes[0] if landscapes else None,
    )


def _models(files: Sequence[Read], kind: type[AnyModel]) -> list[ContentFile[AnyModel]]:
    return [
        ContentFile(file.source, file.model, file.reported) for file in files if isinstance(file.model, kind)
    ]


def _library(files: Sequence[Read]) -> Library:
    loaded = tuple(Loaded(file.path, file.kind, file.model, "") for file in files if file.model)
    return Library(loaded, {file.model.id: file.model for file in files if isinstance(file.model, Role)})


def _of_people(given: Gathered, library: Library) -> list[Problem]:
    """Answers files and cases."""
    found: list[Problem] = []
    for file in given.of(ANSWERS):
        try:
            answers_of(file.source, library)
        except ContentError as error:
            found += error.problems
    for file in given.files:
        if isinstance(file.model, CasesFile):
            found += case_problems(file.source, file.model, library)
    return found


def _of_engine(content: Content, library: Library, given: Gathered) -> list[Problem]:
    """What made-up people and the cases show."""
    judged = [content.interview, *content.roles, *content.strategies]
    if not any(file is not None and file.reported for file in judged):
        return []
    walkers = {role: Walker(library, role, content) for role in library.roles}
    walked = {role: walker.people() for role, walker in walkers.items()}
    found = list(
        walk_problems(content, list(walkers.values()), [one for some in walked.values() for one in some])
    )
    cases = [file.model for file in given.files if isinstance(file.model, CasesFile)]
    golden: Mapping[str, list[Person]] = {
        role: [*case_people(cases, library, role), *some] for role, some in walked.items()
    }
    return [*found, *advice_problems(content, golden)]
