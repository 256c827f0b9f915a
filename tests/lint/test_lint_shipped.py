"""The shipped content: clean, wholly covered by guided walks, and quickly checked."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from shipped_content import shipped_content

from aijri_engine.content.library import Library, content_folder
from aijri_engine.interview.answers_source import read_answers, write_answers
from aijri_engine.interview.understanding.commands import NAMES
from aijri_engine.lint import check
from aijri_engine.lint.content import Content
from aijri_engine.lint.names import COMMANDS
from aijri_engine.lint.people import Person, Walker
from aijri_engine.lint.walks import coverage_of

TODAY = date(2026, 11, 28)
ROLE = "deep-learning-engineer"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def content() -> Content:
    return shipped_content()


@pytest.fixture(scope="module")
def people(library: Library, content: Content) -> list[Person]:
    return Walker(library, ROLE, content).people()


def test_shipped_content_is_clean() -> None:
    assert [problem.text() for problem in check([content_folder()], TODAY)] == []


def by_itself() -> list[Path]:
    """One file of every folder, and those of the top."""
    found: dict[Path, Path] = {}
    for path in sorted(content_folder().rglob("*.yaml")):
        found.setdefault(path if path.parent == content_folder() else path.parent, path)
    return list(found.values())


@pytest.mark.parametrize("path", by_itself(), ids=lambda path: path.name)
def test_a_shipped_file_is_clean_by_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made-up people are walked through the same content above, and by the soak below."""
    monkeypatch.setattr(import_module("aijri_engine.lint.check"), "_of_engine", lambda *given: [])
    assert [problem.text() for problem in check([path], TODAY)] == []


@pytest.mark.soak
def test_each_shipped_file_is_clean_by_itself() -> None:
    for path in sorted(content_folder().rglob("*.yaml")):
        assert [problem.text() for problem in check([path], TODAY)] == []


def test_walks_ask_every_question_and_choose_every_option(content: Content, people: list[Person]) -> None:
    covered = coverage_of(people)
    expected = {
        (question.id, option.id)
        for question in content.questions.values()
        if question.kind != "grid"
        for option in question.options
    }
    expected |= {
        (f"{question.id}/{row.id}", option.id)
        for question in content.questions.values()
        for row in question.rows
        for option in row.options
    }
    assert covered.questions == set(content.questions)
    assert expected <= covered.options


def test_walks_fire_every_rule(library: Library, people: list[Person]) -> None:
    assert coverage_of(people).rules == {rule.id for rule in library.interview_of(ROLE).all_rules()}


def test_walks_are_the_same_every_time(library: Library, content: Content, people: list[Person]) -> None:
    again = Walker(library, ROLE, content).people(count=5)
    assert [one.interview.events for one in again] == [one.interview.events for one in people[:5]]


def test_walks_leave_nothing_open(people: list[Person]) -> None:
    assert all(person.interview.path.next_open() is None for person in people[1:])


def test_answers_of_walks_are_accepted_by_the_check(people: list[Person], tmp_path: Path) -> None:
    for person in people[::7]:
        path = tmp_path / f"{person.name}.yaml"
        path.write_text(write_answers(person.interview), encoding="utf-8")
        read_answers(path, person.interview.library)
        assert check([path], TODAY) == []


def test_answers_files_are_checked_with_places(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text(
        "role: deep-learning-engineer\nanswers:\n  split: {design: 50, trian: 50}\n  level: senoir\n",
        encoding="utf-8",
    )
    told = [problem.text().removeprefix(str(path)) for problem in check([path], TODAY)]
    assert [line[:12] for line in told] == [":3:23: A501 ", ":4:10: A502 "]
    assert told[1].endswith("did you mean senior?")


def test_cases_are_checked_with_places(tmp_path: Path) -> None:
    path = tmp_path / "cases" / "mine.yaml"
    path.parent.mkdir()
    path.write_text(
        "version: 2026-11-22\n"
        "role: deep-learning-engineer\n"
        "about: Two people.\n"
        "cases:\n"
        "  - name: typical\n"
        "    answers: {level: mid}\n"
        "    expect: {index: 64.6}\n"
        "  - name: mistyped\n"
        "    answers: {level: midd}\n"
        "    expect: {index: 64.6}\n",
        encoding="utf-8",
    )
    told = [problem.text().removeprefix(str(path)) for problem in check([path], TODAY)]
    assert [line[:12] for line in told] == [":9:22: A502 "]
    path.write_text(
        path.read_text(encoding="utf-8").replace("deep-learning-engineer", "welder"), encoding="utf-8"
    )
    told = [problem.text().removeprefix(str(path)) for problem in check([path], TODAY)]
    assert told == [':2:7: A503 there is no role "welder"']


def test_reserved_words_are_the_commands() -> None:
    assert set(COMMANDS) == {name.replace("_", " ") for name in NAMES}
