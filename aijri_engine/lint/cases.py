"""Cases: sets of answers with expectations. Here only their answers are looked at; the test run judges the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from aijri_engine.content.checks.files import Place
from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem, did_you_mean, quoted
from aijri_engine.content.source import Source
from aijri_engine.interview.answers_file import Misfit, entries_of
from aijri_engine.interview.answers_source import UNFIT_VALUE, UNKNOWN_KEY, WRONG_ROLE
from aijri_engine.interview.interview import Interview
from aijri_engine.lint.people import Person

Case = tuple[Place, str, str, Mapping[str, Any]]
"""Place of the answers, name of the case, role, answers."""


def case_problems(source: Source, library: Library) -> Iterator[Problem]:
    """Answers that no person could have given, and roles that do not exist."""
    for place, _, role, answers in _cases(source.data, (), "", ""):
        if role not in library.roles:
            told = f"there is no role {quoted(role)}"
            yield source.problem(WRONG_ROLE, place, told, did_you_mean(role, library.roles))
            continue
        entries = entries_of(Interview.start(library, role).form, answers)
        if not isinstance(entries, list):
            yield from (_told(source, place, misfit) for misfit in entries.found)


def case_people(sources: Sequence[Source], library: Library, role: str) -> Iterator[Person]:
    """The people of the cases about a role; cases with unusable answers are left out."""
    for source in sources:
        for _, name, about, answers in _cases(source.data, (), "", ""):
            if about != role:
                continue
            interview = Interview.start(library, role)
            entries = entries_of(interview.form, answers)
            if isinstance(entries, list):
                yield Person(name, replace(interview, events=(*interview.events, *entries)))


def _cases(data: Any, place: Place, name: str, role: str) -> Iterator[Case]:
    """Every mapping with `answers`, wherever it stands; `role` and `name` count for all below them."""
    if isinstance(data, Mapping):
        role = data["role"] if isinstance(data.get("role"), str) else role
        name = data["name"] if isinstance(data.get("name"), str) else name
        answers = data.get("answers")
        if isinstance(answers, Mapping):
            yield (*place, "answers"), name, role, answers
            return
        for key, value in data.items():
            yield from _cases(value, (*place, key), key, role)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _cases(value, (*place, number), f"case {number + 1}", role)


def _told(source: Source, place: Place, misfit: Misfit) -> Problem:
    code = UNKNOWN_KEY if misfit.unknown_key else UNFIT_VALUE
    problem = misfit.problem
    where = (*place, *misfit.place)
    hint = problem.remedy.rstrip(".") or None
    return source.problem(
        code, where, problem.message.rstrip(".;"), hint, "key" if misfit.unknown_key else "value"
    )
