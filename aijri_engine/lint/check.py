"""Checking any paths: form, references, and what only the engine can show."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from aijri_engine.content.base import Model
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.files import Loaded, taken_id
from aijri_engine.content.library import Library
from aijri_engine.content.packs import Pack
from aijri_engine.content.phrases import Sayings
from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.published import Landscape
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.role_defaults import RoleDefaults
from aijri_engine.content.strategies import StrategiesFile
from aijri_engine.interview.answers_source import answers_of
from aijri_engine.lint.advice import advice_problems
from aijri_engine.lint.cases import case_people, case_problems
from aijri_engine.lint.citations import citation_problems
from aijri_engine.lint.content import Content, ContentFile, LaidFile
from aijri_engine.lint.gather import ANSWERS, Gathered, Read, gather, shipped, standing_beside
from aijri_engine.lint.ignored import ignored_problems
from aijri_engine.lint.names import (
    interview_name_problems,
    role_id_problems,
    role_name_problems,
    strategy_name_problems,
)
from aijri_engine.lint.packs import laid_file, laid_problems, pack_problems
from aijri_engine.lint.people import Person, Walker
from aijri_engine.lint.placed import interview_conditions
from aijri_engine.lint.questions import question_problems, reference_problems
from aijri_engine.lint.reachability import reachability_problems
from aijri_engine.lint.roles import role_problems, typical_problems
from aijri_engine.lint.rules import derived_problems, rule_problems
from aijri_engine.lint.sayings import sayings_problems
from aijri_engine.lint.strategies import strategy_problems
from aijri_engine.lint.walks import walk_problems

AnyModel = TypeVar("AnyModel", bound=Model)

CONTENT_KINDS = ("interview", "packs", "role_defaults", "roles", "strategies", "landscape")


def check(paths: Sequence[Path], today: date) -> list[Problem]:
    """Everything wrong with these files and folders, sorted by file and line; nothing is ever raised.

    A folder holds content; a file is content, cases or answers. What the paths leave out (an interview beside
    roles, for example) is taken from the shipped content, whose own problems are not reported. Answers and cases
    are looked at once the content they are about is without errors.
    """
    given = gather(paths)
    context = [*given.files, *standing_beside(given, CONTENT_KINDS)]
    whole = not given.broken & {"interview", "packs", "roles", "landscape"}
    found = list(given.problems)
    seen = list(views(context))
    unlaid = [problem for view in seen for problem in laid_problems(view)]
    whole = whole and not unlaid
    found += [*unlaid, *(problem for view in seen for problem in content_problems(view, today, whole))]
    for pack in _models(context, Pack):
        found += pack_problems(pack, today)
    if whole:
        groups = [group.id for file in _models(context, RoleDefaults) for group in file.model.groups]
        cores, packs = _models(context, InterviewFile), _models(context, Pack)
        every = [*seen, *(Content(laid_file(core, pack)) for core in cores[:1] for pack in packs)]
        found += sayings_problems(_models(context, Sayings), every, groups)
    found += _shipped_ids(given)
    roles = [role for view in seen for role in view.roles]
    if any(view.interview is not None for view in seen) and roles:
        broken = {problem.file for problem in found if problem.severity == "error"}
        if not given.broken and not any(
            file.source.name in broken for file in context if file.kind in CONTENT_KINDS
        ):
            library = Library.of(
                Loaded(file.path, file.kind, file.model, "") for file in context if file.model
            )
            found += [*_of_people(given, library), *_of_engine(seen, library, given)]
            found += [problem for view in seen for problem in typical_problems(view, library)]
            found += [problem for view in seen for problem in derived_problems(view, library)]
    return sorted(dict.fromkeys(found), key=Problem.sort_key)


def _shipped_ids(given: Gathered) -> Iterator[Problem]:
    """Roles that stand beside the shipped content and have the id of a shipped one: they would be left out."""
    if given.of("interview"):
        return
    first = {file.model.id: file.path for file in shipped().files if isinstance(file.model, Role)}
    for file in given.files:
        if isinstance(file.model, Role) and file.model.id in first:
            path = first[file.model.id]
            if file.path.resolve() != path.resolve():
                yield taken_id(file.path, file.model.id, path)


def views(files: Sequence[Read]) -> Iterator[Content]:
    """What refers to each other: the core with the roles that take it as it is, then each interview of other roles."""
    interviews, landscapes = _models(files, InterviewFile), _models(files, Landscape)
    core = interviews[0] if interviews else None
    packs = {file.model.id: file for file in _models(files, Pack)}
    strategies = tuple(_models(files, StrategiesFile))
    landscape = landscapes[0] if landscapes else None
    plain: list[ContentFile[Role]] = []
    laid: dict[str, list[ContentFile[Role]]] = {}
    for role in _models(files, Role):
        own = role.model.questions or role.model.rules
        pack = role.model.pack or ""
        if core is None or not (own or pack in packs):
            plain.append(role)
        else:
            laid.setdefault(f"{pack} {role.model.id}" if own else pack, []).append(role)
    yield Content(core, tuple(plain), () if laid and not plain else strategies, landscape)
    for roles in laid.values():
        if core is not None:
            interview = laid_file(core, packs.get(roles[0].model.pack or ""), roles[0])
            beside = [packs[one.model.pack] for one in roles[:1] if one.model.pack in packs]
            yield Content(interview, tuple(roles), (*beside, *strategies), landscape)
    used = {role.model.pack for roles in laid.values() for role in roles}
    for alone in packs.values():
        if core is not None and alone.model.id not in used and alone.reported:
            yield Content(laid_file(core, alone), (), (alone,), landscape)


def _models(files: Sequence[Read], kind: type[AnyModel]) -> list[ContentFile[AnyModel]]:
    return [
        ContentFile(file.source, file.model, file.reported) for file in files if isinstance(file.model, kind)
    ]


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


def _of_engine(views: Sequence[Content], library: Library, given: Gathered) -> list[Problem]:
    """What made-up people and the cases show."""
    found: list[Problem] = []
    cases = [file.model for file in given.files if isinstance(file.model, CasesFile)]
    golden: dict[str, list[Person]] = {}
    for view in views:
        judged = [view.interview, *view.roles, *view.strategies]
        if all(role.model.own_table for role in view.roles) or not any(
            file is not None and file.reported for file in judged
        ):
            continue
        scored = [role.model for role in view.roles if not role.model.own_table]
        walkers = {role.id: Walker(library, role.id, view) for role in scored}
        walked = {role: walker.people() for role, walker in walkers.items()}
        everybody = [one for some in walked.values() for one in some]
        found += walk_problems(view, list(walkers.values()), everybody)
        golden |= {role: [*case_people(cases, library, role), *some] for role, some in walked.items()}
    found += advice_problems(views, golden)
    return found


def content_problems(content: Content, today: date, whole: bool = True) -> list[Problem]:
    """Everything wrong with these files, unsorted; files that only stand in as context are not reported.

    `whole` is false where a file or question they may refer to could not be read: then only what one file says by
    itself is looked at. Where conditions refer to things that do not exist, what follows is not looked into.
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
