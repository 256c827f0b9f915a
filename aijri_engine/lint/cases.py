"""Cases: made-up people with expectations. Here only their answers are looked at; the test run judges the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aijri_engine.content.cases import CasesFile
from aijri_engine.content.codes import UNFIT_ANSWER, UNKNOWN_ANSWER, WRONG_ROLE
from aijri_engine.content.library import Library
from aijri_engine.content.problems import Problem, did_you_mean, quoted
from aijri_engine.content.yaml import YamlFile
from aijri_engine.interview.answers_file import Misfit, entries_of
from aijri_engine.interview.interview import Interview
from aijri_engine.lint.content import Place
from aijri_engine.lint.people import Person


def case_problems(source: YamlFile, cases: CasesFile, library: Library) -> Iterator[Problem]:
    """Answers that no person could have given, and a role that does not exist."""
    if cases.role not in library.roles:
        told = f"there is no role {quoted(cases.role)}"
        yield source.problem(WRONG_ROLE, ("role",), told, did_you_mean(cases.role, library.roles))
        return
    form = Interview.start(library, cases.role).form
    for number, case in enumerate(cases.cases):
        entries = [] if case.answers is None else entries_of(form, case.answers)
        if not isinstance(entries, list):
            place = ("cases", number, "answers")
            yield from (_told(source, place, misfit) for misfit in entries.found)


def case_people(files: Sequence[CasesFile], library: Library, role: str) -> Iterator[Person]:
    """The people of the cases about a role; cases with unusable answers are left out."""
    for cases in files:
        if cases.role != role:
            continue
        start = Interview.start(library, role)
        for case in cases.cases:
            entries = None if case.answers is None else entries_of(start.form, case.answers)
            if isinstance(entries, list):
                yield Person(case.name, replace(start, events=(*start.events, *entries)))


def _told(source: YamlFile, place: Place, misfit: Misfit) -> Problem:
    code = UNKNOWN_ANSWER if misfit.unknown_key else UNFIT_ANSWER
    problem = misfit.problem
    where = (*place, *misfit.place)
    hint = problem.remedy.rstrip(".") or None
    return source.problem(
        code, where, problem.message.rstrip(".;"), hint, "key" if misfit.unknown_key else "value"
    )
