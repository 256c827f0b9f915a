"""Do the checks have teeth? One thing changed in a copy of the content must make a check or a known result fail."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from shipped_content import shipped_content

from aijri_engine.content.library import Library, Loaded, content_folder
from aijri_engine.content.published import published_problems
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.content.yaml import read_yaml, validate
from aijri_engine.index import BARRIERS
from aijri_engine.interview.interview import Interview
from aijri_engine.lint.check import content_problems
from aijri_engine.lint.content import Content, ContentFile
from aijri_engine.lint.people import Person, Walker
from aijri_engine.personal.personalise import personalise

TODAY = date(2026, 11, 22)
ROLE = "deep-learning-engineer"
TASKS = ("design", "train", "infra", "debug", "research", "collaboration")

KNOWN_INDEXES: tuple[tuple[dict[str, Any], float], ...] = (
    ({}, 64.6),
    ({"level": "junior"}, 43.7),
    ({"level": "mid"}, 64.6),
    ({"level": "senior"}, 68.4),
    ({"level": "principal"}, 70.3),
    ({"employer": "frontier"}, 73.2),
    ({"employer": "enterprise"}, 56.0),
    ({"employer": "agency"}, 60.8),
    ({"employer": "product"}, 64.6),
    ({"employer": "academia"}, 64.6),
    ({"employer": "own"}, 64.6),
    ({"depth": dict.fromkeys(TASKS, "follows")}, 40.8),
    ({"depth": dict.fromkeys(TASKS, "adapts")}, 61.7),
    ({"depth": dict.fromkeys(TASKS, "originates")}, 80.8),
)
"""The calibration of the design: answers and index, with every rung of every ladder in it."""

WEEK = {
    "split": {"design": 20, "train": 35, "infra": 25, "debug": 10, "research": 5},
    "other": [{"name": "hiring", "share": 5}],
}
"""One task without time, one with little, and a little other work: each drops out of a question."""

Data = dict[str, Any]
Mutation = Callable[[Data], None]


LIBRARY = Library.open()
WHOLE = LIBRARY.interview_of(ROLE).model_dump(mode="json", by_alias=True, exclude_unset=True)
INTERVIEW_SOURCE = replace(read_yaml(content_folder() / "interview.yaml"), data=WHOLE)
"""The interview of the role as one file, what the pack and the role lay over it included."""

ROLE_SOURCE = read_yaml(content_folder() / "roles" / f"{ROLE}.yaml")
LAID = ("pack", "questions")
ROLE_DATA = {key: one for key, one in ROLE_SOURCE.data.items() if key not in LAID}
ROLE_SOURCE = replace(ROLE_SOURCE, data=ROLE_DATA)
shipped = cache(shipped_content)


def _library(role: Role, interview: InterviewFile) -> Library:
    files = tuple(_replaced(file, role, interview) for file in LIBRARY.files)
    return Library.of(files)


def _replaced(file: Loaded, role: Role, interview: InterviewFile) -> Loaded:
    if isinstance(file.model, Role):
        return replace(file, model=role)
    return replace(file, model=interview) if isinstance(file.model, InterviewFile) else file


def _asked(library: Library, answers: Data) -> list[Any]:
    interview = Interview.from_answers(library, ROLE, answers)
    assert isinstance(interview, Interview)
    return _steps(interview)


def _steps(interview: Interview) -> list[Any]:
    """What is asked, with the rows of grids."""
    return [(step.key, [row.id for row in step.asked.rows]) for step in interview.path.steps]


def _known(library: Library) -> Iterator[Any]:
    """Indexes and paths of known people, one by one; a mutation that matters changes one of them."""
    for answers, _ in KNOWN_INDEXES:
        interview = Interview.from_answers(library, ROLE, answers)
        assert isinstance(interview, Interview)
        yield personalise(interview).assess().index
    yield from (_asked(library, {}), _asked(library, WEEK))
    for person in people():
        moved = replace(person.interview, form=Interview.start(library, ROLE).form, library=library)
        personal = personalise(moved)
        yield from (_steps(moved), personal.assess().index, dict(personal.inputs.barriers))


def _content(role: Role, interview: InterviewFile) -> Content:
    return replace(
        shipped(),
        interview=ContentFile(INTERVIEW_SOURCE, interview),
        roles=(ContentFile(ROLE_SOURCE, role),),
    )


@cache
def people() -> list[Person]:
    return Walker(LIBRARY, ROLE, shipped()).people(count=20)


@cache
def as_shipped() -> list[Any]:
    return list(_known(LIBRARY))


def _caught(role_data: Data, interview_data: Data) -> bool:
    role, problems = validate(replace(ROLE_SOURCE, data=role_data), Role)
    interview, more = validate(replace(INTERVIEW_SOURCE, data=interview_data), InterviewFile)
    if role is None or interview is None or published_problems(ROLE_SOURCE, role):
        return True
    if problems or more or content_problems(_content(role, interview), TODAY):
        return True
    return any(
        one != other for one, other in zip(_known(_library(role, interview)), as_shipped(), strict=True)
    )


def _other(score: float, low: int, high: int) -> float:
    return score + 1 if score < high else score - 1 if score > low else score


def role_mutations() -> Iterator[tuple[str, Mutation]]:
    """Each published figure, each rung of each ladder and each shift, changed by one."""
    data = ROLE_SOURCE.data
    for number, task in enumerate(data["tasks"]):
        yield (
            f"{task['id']} share",
            lambda d, n=number: d["tasks"][n].update(share=d["tasks"][n]["share"] + 1),
        )
        yield (
            f"{task['id']} score",
            lambda d, n=number: d["tasks"][n].update(score=_other(d["tasks"][n]["score"], 1, 5)),
        )
        for rung in ("follows", "adapts", "originates"):
            yield (
                f"{task['id']} {rung}",
                lambda d, n=number, r=rung: d["tasks"][n]["ladder"][r].update(
                    score=_other(d["tasks"][n]["ladder"][r]["score"], 1, 5)
                ),
            )
    for group, low, high in (("evidence", -2, 2), ("barriers", 0, 2)):
        for name, figure in data[group].items():
            if isinstance(figure, dict):
                yield (
                    f"{group} {name}",
                    lambda d, g=group, m=name, lo=low, hi=high: d[g][m].update(
                        score=_other(d[g][m]["score"], lo, hi)
                    ),
                )
    yield "growth", lambda d: d["growth"].update(score=1)
    for table in ("level", "employer"):
        for option, shifts in data["shifts"][table].items():
            for task in shifts:
                yield (
                    f"shift {option} {task}",
                    lambda d, t=table, o=option, k=task: d["shifts"][t][o].update(
                        {k: -d["shifts"][t][o][k] or 1}
                    ),
                )


def interview_mutations() -> Iterator[tuple[str, Mutation]]:
    """Each `when` dropped, each option that something depends on renamed, each rule removed or turned."""
    data = INTERVIEW_SOURCE.data
    for number, section in enumerate(data["sections"]):
        for position, question in enumerate(section["questions"]):
            place = (number, position)
            for key in ("when", "row_when"):
                if key in question:
                    yield f"{question['id']} without {key}", lambda d, p=place, k=key: _question(d, p).pop(k)
            for one, option in enumerate(question.get("options", ())):
                in_use = "odds" in question
                if in_use and not option.get("exclusive"):
                    yield (
                        f"{question['id']} option {option['id']}",
                        lambda d, p=place, o=one: _question(d, p)["options"][o].update(id="renamed"),
                    )
            for one, option in enumerate(question.get("options", ())):
                if any(level for name, level in option.get("sets", {}).items() if name in BARRIERS):
                    yield (
                        f"{question['id']} option {option['id']} sets nothing",
                        lambda d, p=place, o=one: _question(d, p)["options"][o].pop("sets"),
                    )
    for number, rule in enumerate(data["rules"]):
        if set(rule["then"]) & {"rung", "score_at_least", "barriers"}:
            yield f"without rule {rule['id']}", lambda d, n=number: d["rules"].pop(n)


def _question(data: Data, place: tuple[int, int]) -> Data:
    found: Data = data["sections"][place[0]]["questions"][place[1]]
    return found


ROLE_MUTATIONS = dict(role_mutations())
INTERVIEW_MUTATIONS = dict(interview_mutations())


def test_nothing_changed_is_not_caught() -> None:
    assert not _caught(deepcopy(ROLE_SOURCE.data), deepcopy(INTERVIEW_SOURCE.data))
    assert as_shipped()[: len(KNOWN_INDEXES)] == [index for _, index in KNOWN_INDEXES]


@pytest.mark.parametrize("name", ROLE_MUTATIONS)
def test_changed_figure_is_caught(name: str) -> None:
    data = deepcopy(ROLE_SOURCE.data)
    ROLE_MUTATIONS[name](data)
    assert _caught(data, INTERVIEW_SOURCE.data), f"nothing noticed: {name}"


@pytest.mark.parametrize("name", INTERVIEW_MUTATIONS)
def test_changed_interview_is_caught(name: str) -> None:
    data = deepcopy(INTERVIEW_SOURCE.data)
    INTERVIEW_MUTATIONS[name](data)
    assert _caught(ROLE_SOURCE.data, data), f"nothing noticed: {name}"
