"""No room compares names of kinds of question: it asks what the kind takes, or the object of the kind."""

import ast
from collections.abc import Iterator
from typing import get_args

from test_structure_imports import files, module_of, tree_of

from aijri_engine.content.kinds import Kind

SPELLED_ALIKE = {"text", "note", "number", "yes_no"}
"""Names that kinds of other things bear too (a note of a client, a number of a column)."""


def compared(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            of_a_question = any(ast.unparse(one).endswith(("question.kind", "asked.kind")) for one in sides)
            of_a_kind = any(ast.unparse(one).rpartition(".")[2] == "kind" for one in sides)
            named = {
                one.value for side in sides for one in ast.walk(side)
                if isinstance(one, ast.Constant) and one.value in get_args(Kind)
            }  # fmt: skip
            if named and (of_a_question or (of_a_kind and named - SPELLED_ALIKE)):
                yield node.lineno, ast.unparse(node)


def test_no_room_compares_names_of_kinds() -> None:
    found = [
        f"{module_of(path)}:{line} {told}"
        for path in files()
        for line, told in compared(tree_of(path))
    ]  # fmt: skip
    assert not found, "ask `question.takes` (content/kinds.py) instead"


def test_a_comparison_is_found() -> None:
    for line in ('asked.question.kind == "text"', 'kind in ("choice", "multi")', '"grid" != question.kind'):
        assert list(compared(ast.parse(line))), line
