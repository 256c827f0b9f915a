"""The house: imports run one way, and the engine brings no terminal, database or renderer along."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LAYERS = {
    "aijri_engine.text": 0,
    "aijri_engine.files": 0,
    "aijri_engine.index": 1,
    "aijri_engine.occupations": 2,
    "aijri_engine.content": 3,
    "aijri_engine.interview": 4,
    "aijri_engine.personal": 5,
    "aijri_engine.week_file": 5,
    "aijri_engine.conversation": 6,
    "aijri_engine.cohort": 6,
    "aijri_engine.lint": 6,
    "aijri_engine.report": 6,
    "aijri_engine.form": 7,
    "aijri_engine.store": 8,
    "aijri_tui": 9,
}
"""A package may import packages of a lower layer and itself."""

NEVER_LOADED = ("textual", "rich", "click", "sqlalchemy", "jinja2", "typst", "numpy", "narwhals", "duckdb")

NEVER_IN_THE_ENGINE = ("textual", "rich", "click", "aijri_tui")


def files() -> list[Path]:
    return sorted(
        path for package in ("aijri_engine", "aijri_tui") for path in (ROOT / package).rglob("*.py")
    )


@cache
def tree_of(path: Path) -> ast.Module:
    """The file as the language sees it; every test of the structure looks at the same one."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Everything in it."""
    return tuple(ast.walk(tree_of(path)))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def layer_of(module: str) -> tuple[str, int] | None:
    return next(
        ((name, layer) for name, layer in LAYERS.items() if f"{module}.".startswith(f"{name}.")), None
    )


def test_imports_run_one_way() -> None:
    upward = []
    for path in files():
        own = layer_of(module_of(path))
        for module in imported(path) if own is not None else ():
            other = layer_of(module)
            if other is not None and other[0] != own[0] and other[1] >= own[1]:
                upward.append(f"{module_of(path)} imports {module}")
    assert not upward


def test_the_engine_knows_nothing_of_the_terminal() -> None:
    found = [
        f"{module_of(path)} imports {module}"
        for path in files() if "aijri_engine" in path.parts
        for module in imported(path) if module.partition(".")[0] in NEVER_IN_THE_ENGINE
    ]  # fmt: skip
    assert not found


def test_only_the_screen_package_imports_textual() -> None:
    found = {
        module_of(path) for path in files() if any(m.partition(".")[0] == "textual" for m in imported(path))
    }

    assert all(name.startswith("aijri_tui.screen") for name in found), found


def test_the_faces_know_the_store_by_its_surface_alone() -> None:
    found = [
        (module_of(path), module)
        for path in files()
        if "aijri_tui" in path.parts
        for module in imported(path)
        if module.startswith("aijri_engine.store.")
    ]

    assert not found


def loaded_by(statement: str) -> set[str]:
    """Top-level modules a fresh interpreter holds after a statement."""
    program = f"import sys; {statement}; print(' '.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import aijri_engine",
        "from aijri_engine import Interview, Library, Problem, Result, personalise, result, to_json, what_if",
        "import aijri_engine.index, aijri_engine.content.library",
        "import aijri_engine.interview.interview, aijri_engine.interview.answers_source",
        "import aijri_engine.personal.document, aijri_engine.personal.sentences",
        "from aijri_engine import *; to_json(result(Interview.start(Library.open(), 'deep-learning-engineer')))",
    ],
)
def test_a_fresh_engine_loads_no_terminal_database_or_renderer(statement: str) -> None:
    assert not loaded_by(statement) & set(NEVER_LOADED)


def test_importing_the_package_alone_is_cheap() -> None:
    assert not loaded_by("import aijri_engine") & {"pydantic", "yaml"}


def test_work_of_a_screen_begins_with_its_worker_and_not_before() -> None:
    """A coroutine that was begun for a worker which another one replaced at once is never awaited."""
    begun = [
        f"{module_of(path)}:{node.lineno}"
        for path in (ROOT / "aijri_tui").rglob("*.py")
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("run_worker")
        and isinstance(node.args[0], ast.Call)
        and any(keyword.arg == "exclusive" for keyword in node.keywords)
    ]
    assert not begun
