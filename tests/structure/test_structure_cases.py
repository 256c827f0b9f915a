"""Every reported fault is held by a test: complaints from public trackers, a hostile tester, coaches, sittings,
and by adding a second role. So is every promise.

The promises: nothing answered claims nothing (1), answers are taken at their word (2), every point has a cause (3),
advice gains (4), an index is no probability (5), same in, same out (6), nothing is lost (7), every face agrees (8), for
the person and not about them (9).

A test says which it holds with `@pytest.mark.case("hostile 14")`; what was asked for in one row and is several things
has a word after the number.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[1]
OFTEN_SKIPPED = {"soak", "skip"}

CASES = {
    *(f"public {row}" for row in range(1, 20)),
    *(f"hostile {row}" for row in range(1, 19)),
    *(f"coaching {row}" for row in range(1, 18) if row != 15),
    *(f"coaching 15 {part}" for part in ("alias", "header", "refused", "pace", "rule", "go on", "text")),
    *(f"second role {row}" for row in (*range(1, 13), "9 one", "10 figures")),
    *(f"promise {row}" for row in range(1, 10)),
    *(f"walk {row}" for row in (4, 7, 8, 11, 14, 15, 16)),
}


def marks(test: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, list[str]]]:
    """Name and words of each mark of a test."""
    for mark in test.decorator_list:
        call, words = (mark.func, mark.args) if isinstance(mark, ast.Call) else (mark, [])
        if isinstance(call, ast.Attribute):
            yield call.attr, [ast.literal_eval(word) for word in words if isinstance(word, ast.Constant)]


def held() -> dict[str, list[str]]:
    """The tests that hold each fault; those that only a long run takes count for nothing."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if not node.name.startswith("test_"):
                continue
            said = list(marks(node))
            if OFTEN_SKIPPED & {name for name, _ in said}:
                continue
            for name, cases in said:
                for case in cases if name == "case" else ():
                    found.setdefault(case, []).append(f"{path.name}::{node.name}")
    return found


def test_every_reported_fault_is_held_by_a_test() -> None:
    found = held()
    assert not sorted(CASES - set(found)), "held by no test"
    assert not sorted(set(found) - CASES), "no such report"
