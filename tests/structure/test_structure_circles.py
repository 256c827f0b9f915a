"""No file imports in a circle, wherever in it the import stands; the rooms of the screen lie one on another."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from test_structure_imports import nodes_of

ROOT = Path(__file__).resolve().parents[2]
SCREEN = "aijri_tui.screen"

CIRCLES_LEFT: tuple[frozenset[str], ...] = ()
"""Circles still to be opened, exactly as they are: whoever opens one takes it out, and nobody adds one."""

FLOORS = {
    "kit": 0,
    "result": 1,
    "interview": 2,
    "home": 3,
    "coach": 4,
    "data": 5,
    "app": 6,
}
"""A room of the screen may import itself and the rooms below; other screens it opens by name."""


def files() -> dict[str, Path]:
    """Every module of the product and its file."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for package in ("aijri_engine", "aijri_tui")
        for path in (ROOT / package).rglob("*.py")
    }


def imported(path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    """What a file imports of the product: also inside functions, and for the type checker alone."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                if whole in modules:
                    yield whole
                elif node.module in modules:
                    yield node.module


@cache
def graph() -> dict[str, set[str]]:
    """Every module and those it imports."""
    modules = files()
    return {name: set(imported(path, modules)) - {name} for name, path in modules.items()}


def circles(edges: Mapping[str, set[str]]) -> set[frozenset[str]]:
    """Sets of modules of which each reaches each other one (Tarjan 1972)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    found: set[frozenset[str]] = set()

    def visit(name: str) -> None:
        number[name] = lowest[name] = len(number)
        waiting.append(name)
        for other in sorted(edges[name]):
            if other not in number:
                visit(other)
                lowest[name] = min(lowest[name], lowest[other])
            elif other in waiting:
                lowest[name] = min(lowest[name], number[other])
        if lowest[name] == number[name]:
            place = waiting.index(name)
            circle = frozenset(waiting[place:])
            del waiting[place:]
            if len(circle) > 1:
                found.add(circle)

    for name in sorted(edges):
        if name not in number:
            visit(name)
    return found


def room_of(module: str) -> str:
    return module.removeprefix(f"{SCREEN}.").partition(".")[0] if module.startswith(f"{SCREEN}.") else ""


def test_the_finder_finds_a_circle_and_nothing_else() -> None:
    edges = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}

    assert circles(edges) == {frozenset({"b", "c"})}


def test_no_file_imports_in_a_circle() -> None:
    found = circles(graph())

    assert found == set(CIRCLES_LEFT), "\n".join(" <-> ".join(sorted(circle)) for circle in found)


@pytest.mark.parametrize("room", FLOORS)
def test_a_room_of_the_screen_imports_only_rooms_below(room: str) -> None:
    upward = {
        (name, other)
        for name, others in graph().items()
        if room_of(name) == room
        for other in others
        if (there := room_of(other)) and there != room and FLOORS[there] >= FLOORS[room]
    }

    assert not upward


def test_every_room_of_the_screen_has_a_floor() -> None:
    assert {room_of(name) for name in files()} - {""} == set(FLOORS)
