"""Thousands of damaged files: each is read or refused with problems and nothing else."""

import json
import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from aijri_engine.content.problems import ContentError, Problem
from aijri_engine.content.yaml import parse_yaml
from aijri_engine.content.yaml.compose import DECIMAL

VALID = """\
# A small questionnaire.
id: small-form
title: "What you do, and how"
questions:
  - id: level
    ask: Which level is your job?
    kind: choice
    options: {junior: Junior, senior: "Senior, or lead"}
  - id: years
    ask: |
      How many years
      have you done it?
    kind: number
    between: [0, 60]
    odds: [0.25, 1e-1, -3, .5]
  - id: domain
    when: {all: [{answer: level, is: senior}, {answer: years, at_least: 3}]}
    ask: >
      In which field?
    optional: true
notes: 'it''s über, 数据'
empty:
"""

PIECES = (
    *("[", "]", "{", "}", "[[", "}}", ":", ": ", "- ", "? ", ", ", "#", " #", "|", ">", "'", '"', "\\"),
    *("&a ", "*a", "!", "!!int ", "%", "@", "`", "---\n", "...\n", "\n", "\r", "\t", " ", "  "),
    *("\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\u202e", "\u0301", "漢", "😀"),
    *("1e999", "9" * 40, "0x1", "~", "null", "<<: ", "=", "\\U", '"\\UFFFFFFFF"', '"\\x', "%YAML 9.9\n"),
)
BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x00", b"\xe2\x80", b"\xfe\xff")
ROUNDS = 4000


def damaged(chance: random.Random) -> bytes:
    """The valid file after one to eight random changes."""
    content = VALID.encode()
    for _ in range(chance.randint(1, 8)):
        at, end = sorted((chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)))
        end = min(end, at + chance.choice((1, 3, 40)))
        lines = content.splitlines(keepends=True) or [b""]
        line = chance.randrange(len(lines))
        change = chance.randrange(8)
        if change == 0:
            content = content[:at] + content[end:]
        elif change == 1:
            content = content[:end] + content[at:end] * chance.choice((1, 2, 30)) + content[end:]
        elif change in (2, 3, 4):
            content = content[:at] + chance.choice(PIECES).encode("utf-8", "surrogatepass") + content[at:]
        elif change == 5:
            content = content[:at] + chance.choice(BYTES) + content[at:]
        elif change == 6:
            content = b"".join(lines[:line] + lines[line + 1 :])
        else:
            content = b"".join([*lines[:line], b" " * chance.randrange(6), lines[line], *lines[line:]])
    return content


def attempt(content: bytes | str) -> object:
    """The data, or None for a refusal whose problems are all in order."""
    data: object = None
    problems: tuple[Problem, ...] | None = None
    try:
        data = parse_yaml(content, "fuzz.yaml").data
    except ContentError as error:
        problems = error.problems
    if problems is None:
        return data
    assert 0 < len(problems) <= 51
    for problem in problems:
        assert "\x1b" not in problem.block()
        assert problem.text().startswith("fuzz.yaml")
        assert problem.line is None or problem.line >= 1
        problem.block().encode("utf-8")
        json.dumps(problem.as_dict())
    return None


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    outcomes = [attempt(damaged(chance)) is None for _ in range(ROUNDS // 4)]
    assert 0 < sum(outcomes) < len(outcomes)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    attempt(text)


@given(st.binary(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    attempt(content)


@given(st.lists(st.sampled_from((*PIECES, "a", "b: ", "1", "\n  ")), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_pile_of_yaml_signs_is_read_or_refused(text: str) -> None:
    attempt(text)


def is_no_number(text: str) -> bool:
    """Leave out `1e3` and `-.5`: numbers here, but text for the YAML 1.1 that writes these files."""
    return DECIMAL.fullmatch(text) is None


PLAIN = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**12), 10**12),
        st.floats(-1000, 1000, allow_nan=False).map(lambda number: round(number, 3)),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20).filter(is_no_number),
        st.sampled_from(
            [
                "yes",
                "010",
                "1:30",
                "2026-11-20",
                "über",
                "数据",
                "1",
                "0.5",
                "a: b",
                "- x",
                "#",
                "*a",
                "&b",
                "~",
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text("abcdefgh_", min_size=1, max_size=8), inner, max_size=4),
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(st.text("abcdefgh_", min_size=1, max_size=8), PLAIN, min_size=1, max_size=5),
    st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_simple_data_comes_back_as_a_plain_loader_reads_it(data: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    if any(sign in text for sign in ("&id", "!!")):
        return
    assert parse_yaml(text, "f.yaml").data == yaml.safe_load(text) == data


def test_the_undamaged_file_reads_as_a_plain_loader_reads_it() -> None:
    expected = yaml.safe_load(VALID.replace("1e-1", "0.1"))
    assert parse_yaml(VALID, "f.yaml").data == expected
