"""How long reports take: all formats cold in one process under 2 s, a PDF under 0.5 s warm (issue "reports")."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from aijri_engine import Interview, Library, Result, result
from aijri_engine.report import ReportOptions, build, render
from aijri_engine.report.rendering import FORMATS, files_of

REPOSITORY = Path(__file__).parents[2]
TASKS = ("design", "train", "infra", "debug", "research", "collaboration")

ALL_FORMATS = """
import time
from aijri_engine import Interview, Library, result
from aijri_engine.report import ReportOptions, build
from aijri_engine.report.rendering import FORMATS, files_of
found = result(Interview.from_answers(Library.open(), "deep-learning-engineer", {"level": "junior"}))
document = build(found, ReportOptions("2026-11-22"))
for ending in FORMATS:
    files_of(document, ending)
"""


@pytest.fixture(scope="module")
def found() -> Result:
    answers = {
        "level": "junior",
        "split": dict(zip(TASKS, (5, 50, 15, 15, 5, 10), strict=True)),
        "depth": dict.fromkeys(TASKS, "follows"),
    }
    interview = Interview.from_answers(Library.open(), "deep-learning-engineer", answers)
    assert isinstance(interview, Interview)
    return result(interview)


def test_benchmark_building_the_document(benchmark: BenchmarkFixture, found: Result) -> None:
    assert benchmark(build, found, ReportOptions("2026-11-22")).body


@pytest.mark.parametrize("ending", FORMATS)
def test_benchmark_a_format_warm(benchmark: BenchmarkFixture, found: Result, ending: str) -> None:
    document = build(found, ReportOptions("2026-11-22"))
    files_of(document, ending)
    assert benchmark(files_of, document, ending)


def test_benchmark_all_formats_cold(benchmark: BenchmarkFixture) -> None:
    def cold() -> int:
        return subprocess.run([sys.executable, "-c", ALL_FORMATS], check=True, cwd=REPOSITORY).returncode

    assert benchmark.pedantic(cold, rounds=3) == 0


def test_benchmark_one_page_as_pdf(benchmark: BenchmarkFixture, found: Result) -> None:
    document = build(found, ReportOptions("2026-11-22", short=True))
    assert benchmark(render, document, ".pdf").startswith(b"%PDF")
