"""Cleaning: what reaches a screen is inert, and cleaning twice changes nothing."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijri_engine.text import clean

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "a \t\n\r\x00\x1b\x85\u2028\u200b\u200c\u200d\u202e\u2066\ufeff\ud800\u0301\u0323\u0344\U000e0041"
            "\u064b\u06ccक👩"
        ),
    ),
    max_size=120,
)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("plain", "plain"),
        ("", ""),
        ("e\u0301te\u0301", "été"),
        ("red \x1b[31malert\x1b[0m", "red [31malert[0m"),
        ("a\x9bb\x7fc\x00d", "abcd"),
        ("abc\u202edef\u202c", "abcdef"),
        ("\u2066x\u2069", "x"),
        ("a\u200bb\u200cc\u200dd\ufeffe", "abcde"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👩\u200d👧 talks", "👩\u200d👩\u200d👧 talks"),
        ("می\u200b\u200c\u200cخواهم\u200c", "می\u200cخواهم"),
        ("\u200dA\u200dna 👩\u200d x", "Ana 👩 x"),
        ("lone \ud800 half", "lone  half"),
        ("one\r\n  two\tthree", "one two three"),
        ("a\u2028b\x85c", "a b c"),
        ("kept  double", "kept  double"),
    ],
)
def test_clean(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


def test_lines_keep_line_ends_of_every_kind_as_one() -> None:
    assert clean("a\r\nb\rc\u2029d\te", lines=True) == "a\nb\nc\nd e"


@pytest.mark.parametrize(("limit", "expected"), [(6, "abcdef"), (5, "abcd…"), (1, "…"), (0, ""), (-1, "")])
def test_limit(limit: int, expected: str) -> None:
    assert clean("abcdef", limit) == expected


def test_text_of_composed_characters_is_measured_after_composing() -> None:
    assert clean("e\u0301" * 10, 10) == "é" * 10


@given(NASTY, st.integers(0, 60), st.booleans())
def test_cleaning_twice_changes_nothing(text: str, limit: int, lines: bool) -> None:
    once = clean(text, limit, lines)
    assert clean(once, limit, lines) == once
    assert len(once) <= limit


@given(NASTY, st.booleans())
def test_nothing_dangerous_is_left(text: str, lines: bool) -> None:
    result = clean(text, lines=lines)
    result.encode("utf-8")
    assert unicodedata.is_normalized("NFC", result)
    for character in result:
        allowed = lines and character == "\n"
        assert allowed or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in "\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\u061c"
    for joiner in re.finditer("[\u200c\u200d]", result):
        assert min(result[: joiner.start()][-1:], result[joiner.end() :]) > "\u0600"
    assert not re.search("[\u200c\u200d]{2}", result)


def test_towers_of_marks_are_cut() -> None:
    assert len(clean("م" + "\u064b\u200d" * 400_000, limit=1_000_000)) <= 31
    result = clean("a" + "\u0301\u0323" * 400_000, limit=1_000_000)
    assert len(result) <= 31
