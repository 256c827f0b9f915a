"""Traps 1 and 2: markup is inert, control characters never reach the terminal, and only one module makes text."""

import ast
from pathlib import Path

import pytest
from nasty_texts import HARMFUL, NASTY
from rich.style import Style

import aijri_tui.screen
from aijri_tui.screen.kit import safe_text
from aijri_tui.screen.kit.rows import Span

SCREEN = Path(aijri_tui.screen.__file__).parent


@pytest.mark.parametrize("text", NASTY)
def test_text_is_painted_without_anything_that_steers(text: str) -> None:
    strip = safe_text.strip((Span(text),), 80, lambda role, link: Style(), Style())
    assert strip.cell_length == 80
    assert not any(sign in strip.text for sign in (*HARMFUL, "\n"))


def test_markup_stays_as_it_was_typed() -> None:
    strip = safe_text.strip((Span("broken [/nope] tag"),), 30, lambda role, link: Style(), Style())
    assert strip.text.rstrip() == "broken [/nope] tag"
    assert safe_text.content("[@click=app.quit]x[/]").plain == "[@click=app.quit]x[/]"
    assert safe_text.content("[red]x").spans == []


def test_only_one_module_makes_content_or_segments() -> None:
    makers = {
        "Content",
        "Segment",
        "Text",
        "Static",
        "Label",
        "DataTable",
        "OptionList",
        "Markdown",
        "Button",
    }
    for path in SCREEN.rglob("*.py"):
        if path.name == "safe_text.py":
            continue
        names = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        assert not names & makers, f"{path.name} makes text by itself: {names & makers}"


def test_notes_to_the_person_are_never_parsed_for_markup() -> None:
    for path in SCREEN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "notify":
                given = {word.arg: word.value for word in node.keywords}
                assert isinstance(given.get("markup"), ast.Constant), path.name
                assert given["markup"].value is False, path.name
