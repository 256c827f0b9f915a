"""The suite itself: every test has a limit of time, none sleeps or judges by a clock, and failures print short."""

import ast
import importlib
import importlib.util
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from test_structure_imports import nodes_of

from aijri_engine import Interview, Library, result

ROOT = Path(__file__).resolve().parents[2]

CLOCKS = {"time", "monotonic", "perf_counter", "process_time", "thread_time"}
"""Functions of `time` whose answer depends on how busy the machine is."""

DRIVERS = {"tests/terminal/terminal_driver.py"}
"""Files that look at a clock so that their waits end; a wait that ends so is a failure with words of its own."""

LONGEST_PRINTED = 300
"""Characters of what a failing test may print of one thing it holds."""


def suite_files() -> list[Path]:
    return sorted(path for path in (ROOT / "tests").rglob("*.py") if "benchmarks" not in path.parts)


@cache
def names_of(path: Path) -> list[tuple[str, ast.Call]]:
    return list(calls(path))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a file by the dotted name it is written with."""
    for node in nodes_of(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_test_sleeps() -> None:
    slept = [
        f"{name_of(path)}:{call.lineno} {ast.unparse(call)}"
        for path in suite_files()
        for name, call in names_of(path)
        if name.rpartition(".")[2] == "sleep" and ast.unparse(call) != "asyncio.sleep(0)"
    ]
    assert not slept, "wait for what the program says, not for a moment"


def test_no_test_looks_at_a_clock() -> None:
    looked = [
        f"{name_of(path)}:{call.lineno} {ast.unparse(call)}"
        for path in suite_files() if name_of(path) not in DRIVERS
        for name, call in names_of(path)
        if name.removeprefix("time.").removesuffix("_ns") in CLOCKS
    ]  # fmt: skip
    assert not looked, "speed is a matter of tests/benchmarks; hangs end by the time limit"


def test_tests_import_what_is_there() -> None:
    """Told here at once, and not by a run of everything: names that moved while a test was written elsewhere."""
    missing = []
    for path in suite_files():
        for node in nodes_of(path):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aijri_"):
                for alias in node.names:
                    if not is_there(node.module or "", alias.name):
                        missing.append(f"{name_of(path)}:{node.lineno} {node.module}.{alias.name}")
    assert not missing


@cache
def is_there(module: str, name: str) -> bool:
    try:
        if hasattr(importlib.import_module(module), name):
            return True
        return importlib.util.find_spec(f"{module}.{name}") is not None
    except ImportError:
        return False


def test_every_test_has_a_limit_of_time() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"][
        "ini_options"
    ]
    assert 60 <= options["timeout"] <= 300


def test_the_limit_is_in_force(request: pytest.FixtureRequest) -> None:
    assert request.config.pluginmanager.hasplugin("timeout"), "pytest-timeout is not installed"


def test_what_tests_hold_prints_short() -> None:
    library = Library.open()
    interview = Interview.start(library, "deep-learning-engineer")
    outcome = result(interview)
    held = (library, interview, outcome, outcome.personal, interview.form, interview.form.role, interview.form.file,
            interview.path, interview.path.steps[0], library.files[0])  # fmt: skip
    for thing in held:
        assert len(repr(thing)) <= LONGEST_PRINTED, f"{type(thing).__name__}: {repr(thing)[:100]}..."
