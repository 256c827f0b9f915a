"""What a role file refers to, and whether it contradicts itself or its typical person (P409, P411, P412, P416-7)."""

from collections.abc import Iterator, Sequence
from typing import Final

from aijri_engine.content.base import Model
from aijri_engine.content.library import Library
from aijri_engine.content.meanings import Meaning
from aijri_engine.content.problems import Problem, did_you_mean, known_names, quoted
from aijri_engine.content.role import Role
from aijri_engine.content.role_story import Neighbour
from aijri_engine.index import PROTECTIVE
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.values import Problem as Unfit
from aijri_engine.lint.content import Content, ContentFile, Place
from aijri_engine.personal.typical import figures_missed, typical_interview

EVERY_TASK = "all"
"""In a shift: every task without a figure of its own."""

SHIFTED: Final[tuple[Meaning, ...]] = ("level", "employer")
"""Meanings whose answers shift what is expected of a task."""


def role_problems(file: ContentFile[Role], content: Content) -> Iterator[Problem]:
    """Everything a role refers to outside conditions and sources."""
    role = file.model
    for table in SHIFTED:
        options = content.options_meant(table)
        for option, shifts in getattr(role.shifts, table).items():
            place: Place = ("shifts", table, option)
            if content.interview is not None and option not in options:
                told = f"the question {quoted(table)} has no option {quoted(option)}"
                yield file.problem("P409", place, told, known_names(option, options), "key")
            for task in shifts:
                if task not in (EVERY_TASK, *role.task_ids()):
                    told = f"unknown task {quoted(task)} in shifts"
                    yield file.problem(
                        "P409", (*place, task), told, known_names(task, role.task_ids()), "key"
                    )
    yield from _contradictions(file)
    for name in ("neighbours", "not_this"):
        for number, neighbour in enumerate(getattr(role, name)):
            yield from _neighbour(file, content, (name, number), neighbour)


def _contradictions(file: ContentFile[Role]) -> Iterator[Problem]:
    """P417: quick screen and history say other figures than the rest of the file."""
    role = file.model
    protective = sum(getattr(role.protective, name).score for name in PROTECTIVE)
    for name, said, computed in (
        ("protective", role.quick_screen.protective, protective),
        ("growth", role.quick_screen.growth, role.growth.score),
    ):
        if said != computed:
            told = f"the quick screen says {name} {said:g}, the figures of this file come to {computed:g}"
            yield file.problem("P417", ("quick_screen", name), told, "correct one of them, or leave it out")
    for number, change in enumerate(role.history):
        if change.version == role.version and change.index != role.expect.index:
            told = (
                f"the history says {change.index:g} for this version, the file comes to {role.expect.index:g}"
            )
            yield file.problem(
                "P417", ("history", number, "index"), told, "correct it, or leave the history out"
            )


def domain_problems(
    file: ContentFile[Model], content: Content, place: Place, domains: Sequence[str]
) -> Iterator[Problem]:
    """P412: domains that the interview does not offer."""
    options = content.options_meant("field")
    for number, domain in enumerate(domains):
        if content.interview is not None and domain not in options:
            told = f"unknown domain {quoted(domain)}"
            yield file.problem("P412", (*place, "domains", number), told, known_names(domain, options))


def _neighbour(
    file: ContentFile[Role], content: Content, place: Place, neighbour: Neighbour
) -> Iterator[Problem]:
    role = file.model
    for number, task in enumerate(neighbour.made_of):
        if task not in role.task_ids():
            told = f"unknown task {quoted(task)} in made_of"
            yield file.problem("P409", (*place, "made_of", number), told, known_names(task, role.task_ids()))
    yield from domain_problems(file, content, place, neighbour.domains)
    if content.landscape is None or place[0] == "not_this":
        return
    titles = [one.title for one in content.landscape.model.roles]
    if neighbour.title not in titles:
        told = f"the landscape has no role {quoted(neighbour.title)}"
        hint = did_you_mean(neighbour.title, titles) or "add it there, or list it under `not_this`"
        yield file.problem("P411", (*place, "title"), told, hint)


def typical_problems(content: Content, library: Library) -> Iterator[Problem]:
    """P416 for each role whose typical answers do not return its own figures."""
    for file in content.roles:
        if not file.reported:
            continue
        found = typical_interview(Interview.start(library, file.model.id))
        missed = [found.text()] if isinstance(found, Unfit) else list(figures_missed(found))
        place = ("typical",) if file.model.typical else ("barriers",)
        for told in missed:
            hint = "add an option to the pack, correct the figure, or name the answer in `typical`"
            yield file.problem("P416", place, f"typical answers do not return the role: {told}", hint, "key")
