"""Layout: everything is measured in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.text import Align, cell_width, clean, pad, shorten, shorten_inside, wrap

WORDS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("ab 漢字\u0301 \n")), max_size=200)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("漢字", 4),
        ("ＡＢ", 4),
        ("e\u0301", 1),
        ("é", 1),
        ("\x1b", 0),
        ("a\u200db", 2),
        ("한", 2),
    ],
)
def test_cell_width(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("width", "expected"),
    [(10, "漢字ab"), (6, "漢字ab"), (5, "漢字…"), (4, "漢…"), (2, "…"), (1, "…"), (0, "")],
)
def test_shorten(width: int, expected: str) -> None:
    assert shorten("漢字ab", width) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [(17, "漢字 in the north"), (9, "漢字 …rth"), (4, "漢…h")],
)
def test_shorten_inside(width: int, expected: str) -> None:
    assert shorten_inside("漢字 in the north", width) == expected


@pytest.mark.parametrize(("align", "expected"), [("left", "漢   "), ("right", "   漢"), ("center", " 漢  ")])
def test_pad(align: Align, expected: str) -> None:
    assert pad("漢", 5, align) == expected


@given(WORDS, st.integers(0, 40), st.sampled_from(["left", "right", "center"]))
def test_pad_gives_exactly_the_width(text: str, width: int, align: Align) -> None:
    assert cell_width(pad(clean(text), width, align)) == width


def test_wrap_with_indents() -> None:
    assert wrap("one two three four", 9, "- ", "  ") == ["- one two", "  three", "  four"]


def test_wrap_keeps_lines_and_empty_lines() -> None:
    assert wrap("one\n\ntwo  three", 20) == ["one", "", "two three"]


def test_wrap_of_nothing() -> None:
    assert wrap("", 10) == []
    assert wrap(" \n ", 10) == []


def test_wrap_breaks_long_words_by_cells() -> None:
    assert wrap("ab " + "漢字漢字" + " cd", 5) == ["ab", "漢字", "漢字", "cd"]
    assert wrap("x" * 12, 5) == ["xxxxx", "xxxxx", "xx"]


def test_wrap_never_loses_text_in_an_impossible_width() -> None:
    assert "".join(wrap("abc", 0, "    ")).replace(" ", "") == "abc"


@given(WORDS, st.integers(4, 40), st.sampled_from(["", "- ", "漢"]))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int, indent: str) -> None:
    cleaned = clean(text, lines=True)
    lines = wrap(cleaned, width, indent)
    assert all(cell_width(line) <= width for line in lines)
    bare = "".join(line.removeprefix(indent) for line in lines)
    assert "".join(bare.split()) == "".join(cleaned.split())
