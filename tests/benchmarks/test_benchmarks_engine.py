"""Speed of the engine, reported and not asserted: `pytest tests/benchmarks --benchmark-enable`.

Budgets: one assessment and its bridge 1 ms, the path over 60 questions 5 ms, 2,000 draws 60 ms, all advice 100 ms,
`aijri assess` 40 times a bare interpreter start.
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from aijri_engine import Interview, Library, personalise
from aijri_engine.content.files import content_folder, defaults_of, load_file
from aijri_engine.content.questions import InterviewFile
from aijri_engine.content.role import Role
from aijri_engine.index import assess
from aijri_engine.interview.form import Form
from aijri_engine.interview.path import walk
from aijri_engine.lint import check
from aijri_engine.personal.advice import advise
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.personalise import base_personalisation
from aijri_engine.personal.spread import spread_of

ROLE = "deep-learning-engineer"
ANSWERS: dict[str, Any] = {
    "years": 1,
    "split": {"design": 5, "train": 50, "infra": 15, "debug": 15, "research": 5, "collaboration": 10},
    "split_basis": "thought",
    "depth": {
        "design": "follows",
        "train": "follows",
        "infra": "follows",
        "debug": "follows",
        "research": "adapts",
    },
    "practice": {"train": "drafts", "infra": "by_hand", "debug": "drafts", "collaboration": "by_hand"},
    "level": "junior",
    "employer": "product",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def junior(library: Library) -> Interview:
    found = Interview.from_answers(library, ROLE, ANSWERS)
    assert isinstance(found, Interview)
    return found


def large_content(library: Library) -> tuple[Role, InterviewFile]:
    """Twelve tasks and some sixty questions: every task twice, and yes-or-no questions that hang on one another."""
    role = library.role(ROLE)
    tasks = [task.model_copy(update={"share": task.share / 2}) for task in role.tasks]
    tasks += [
        task.model_copy(update={"id": f"{task.id}-two", "name": f"{task.name}, again"}) for task in tasks
    ]
    file = library.interview_of(ROLE)
    section = file.sections[0]
    more = [
        section.questions[0].model_copy(update={"id": f"more_{number}", "when": section.questions[2].when})
        for number in range(30)
    ]
    first = section.model_copy(update={"questions": (*section.questions, *more)})
    return (
        role.model_copy(update={"tasks": tuple(tasks)}),
        file.model_copy(update={"sections": (first, *file.sections[1:])}),
    )


def test_one_assessment(benchmark: BenchmarkFixture, junior: Interview) -> None:
    scorecard = personalise(junior).scorecard

    assert benchmark(assess, scorecard).zone.value == "Yellow"


def test_path_over_sixty_questions_and_twelve_tasks(benchmark: BenchmarkFixture, library: Library) -> None:
    role, file = large_content(library)
    form = Form(role, file)
    interview = Interview(form, library, Interview.start(library, ROLE).events)
    rows = {task.id: 100 / 12 for task in role.tasks}
    for key, value in (("split", {"rows": rows, "scaled": True}), ("level", "mid"), ("employer", "product")):
        found = interview.answer(key, value)
        assert isinstance(found, Interview), found
        interview = found
    for task in role.tasks:
        found = interview.answer(f"depth.{task.id}", "originates")
        assert isinstance(found, Interview), found
        interview = found

    path = benchmark(walk, form, interview.answers)

    assert len(path.steps) >= 60


def test_personalise_assess_and_bridge(
    benchmark: BenchmarkFixture, library: Library, junior: Interview
) -> None:
    def answer_to_bridge() -> float:
        interview = replace(junior)
        found = personalise(interview)
        return bridge(base_personalisation(found.role), found).end

    assert benchmark(answer_to_bridge) == pytest.approx(40.8, abs=6)


def test_two_thousand_draws(benchmark: BenchmarkFixture, junior: Interview) -> None:
    inputs = personalise(junior).inputs

    assert benchmark(spread_of, junior, inputs).range.width > 0


def test_advice_over_all_strategies_and_moves(benchmark: BenchmarkFixture, junior: Interview) -> None:
    assert benchmark(advise, junior, personalise(junior)).recommendations


def test_load_a_role(benchmark: BenchmarkFixture) -> None:
    path = content_folder() / "roles" / f"{ROLE}.yaml"

    defaults = defaults_of(Library.open().files)

    loaded, problems = benchmark(load_file, path, defaults)

    assert loaded is not None
    assert not problems


def test_lint_all_content(benchmark: BenchmarkFixture) -> None:
    from datetime import date

    measured = content_folder() if benchmark.enabled else content_folder() / "landscape.yaml"
    problems = benchmark.pedantic(check, ([measured], date(2026, 11, 22)), rounds=2)

    assert not [problem for problem in problems if problem.severity == "error"]


def test_a_whole_assess_process_beside_a_bare_interpreter(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"role: {ROLE}\nanswers:\n  level: junior\n", encoding="utf-8")
    program = "from aijri_tui.cli.main import main; raise SystemExit(main())"
    command = [sys.executable, "-c", program, "assess", ROLE, "--answers", str(answers), "--json"]

    def seconds(arguments: list[str]) -> float:
        began = perf_counter()
        subprocess.run(arguments, check=True, capture_output=True)
        return perf_counter() - began

    runs = 5 if benchmark.enabled else 1
    bare = min(seconds([sys.executable, "-c", "pass"]) for _ in range(runs))
    whole = min(seconds(command) for _ in range(runs))
    benchmark.extra_info["times a bare start"] = round(whole / bare, 1)
    print(
        f"aijri assess takes {whole * 1000:.0f} ms, {whole / bare:.1f} times a bare interpreter ({bare * 1000:.0f} ms)"
    )
    benchmark.pedantic(seconds, (command,), rounds=2)
