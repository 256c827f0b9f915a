"""Errors of models: each kind in plain words, at its line and column."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Strict, Tag, field_validator

from aijri_engine.content.yaml import parse_yaml, validate


class Strictly(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ByAnswer(Strictly):
    answer: str
    equals: str | None = Field(default=None, alias="is")


class ByRole(Strictly):
    role: str
    among: list[str] = Field(alias="in")


class All(Strictly):
    all: "list[Condition]"


def branch(value: object) -> str | None:
    return next((key for key in ("all", "answer", "role") if isinstance(value, dict) and key in value), None)


Condition = Annotated[
    Annotated[ByAnswer, Tag("answer")] | Annotated[ByRole, Tag("role")] | Annotated[All, Tag("all")],
    Discriminator(branch),
]


class Choice(Strictly):
    kind: Literal["choice"]
    options: list[str] = Field(min_length=2)


class Number(Strictly):
    kind: Literal["number"]
    highest: int = Field(ge=1, le=10)


class Form(Strictly):
    id: str = Field(default="x", pattern="^[a-z]+(-[a-z]+)*$")
    when: Condition | None = None
    questions: list[Annotated[Choice | Number, Field(discriminator="kind")]] = []
    value: ByAnswer | ByRole | str | int = ""
    effort: Literal["low", "high"] | float = "low"
    shares: dict[str, float] = {}
    pair: Annotated[tuple[int, int], Strict(False)] = (0, 0)
    flag: bool = False

    @field_validator("shares")
    @classmethod
    def add_up(cls, shares: dict[str, float]) -> dict[str, float]:
        if shares and sum(shares.values()) != 100:
            raise ValueError(f"shares add up to {sum(shares.values()):g}, not 100")
        return shares


All.model_rebuild()

MODEL_CASES = [
    ("flg: true", ['1:1: Y130 unknown key "flg"; did you mean "flag"?']),
    (
        "zzzz: true",
        ['1:1: Y130 unknown key "zzzz"; known here: id, when, questions, value, effort, shares, pair, flag'],
    ),
    ("flag: yes", ['1:7: Y132 expected true or false, found text "yes"']),
    ("pair: [1, x]", ['1:11: Y132 expected a whole number, found text "x"']),
    ('pair: [1, "2"]', ['1:11: Y132 expected a whole number, found text "2"; remove the quotes']),
    ("pair: [1, 2.5]", ["1:11: Y132 expected a whole number, found the number 2.5"]),
    ("pair: [1]", ["1:7: Y135 expected at least 2 entries, found 1"]),
    (
        "id: Deep Learning",
        ['1:5: Y136 text "Deep Learning" does not have the expected form; did you mean "deep-learning"?'],
    ),
    ("id: 5", ["1:5: Y132 expected text, found the number 5; put it in quotes if it is meant as text"]),
    ("id:", ["1:4: Y132 expected text, found nothing"]),
    ("questions: {a: 1}", ["1:12: Y132 expected a list, found a mapping of keys"]),
    ("questions:\n  - kind: choice\n    options: [a]", ["3:14: Y135 expected at least 2 entries, found 1"]),
    (
        "questions:\n  - kind: number\n    highest: 5\n  - kind: number\n    highest: 11",
        ["5:14: Y134 expected at most 10, found 11"],
    ),
    (
        "questions:\n  - {kind: nubmer, highest: 5}",
        ['2:12: Y133 expected "choice" or "number", found text "nubmer"; did you mean "number"?'],
    ),
    ("questions:\n  - highest: 5", ['2:5: Y131 missing key "kind"']),
    (
        "questions:\n  - kind: number\n    higest: 5",
        ['2:5: Y131 missing key "highest"', '3:5: Y130 unknown key "higest"; did you mean "highest"?'],
    ),
    ("questions: [5]", ["1:13: Y132 expected a mapping of keys, found the number 5"]),
    (
        "questions:\n  - {kind: choice, options: [a, b], long text, with comma: 1}",
        [
            '2:37: Y130 unknown key "long text"; put this text on its own line or in quotes',
            '2:48: Y130 unknown key "with comma"; known here: kind, options',
        ],
    ),
    (
        "when:\n  all:\n    - answer: level\n    - all:\n        - role: x",
        ['5:11: Y131 missing key "in"'],
    ),
    (
        "when:\n  all:\n    - {answer: level, iss: junior}",
        ['3:23: Y130 unknown key "iss"; did you mean "is"?'],
    ),
    (
        "when:\n  all:\n    - {answer: 1, is: x}",
        ["3:16: Y132 expected text, found the number 1; put it in quotes if it is meant as text"],
    ),
    ("when:\n  anser: x", ['2:3: Y130 unknown key "anser"; did you mean "answer"?']),
    (
        "when: {}",
        ["1:7: Y138 cannot tell which kind of entry this is; known here: answer, is, role, in, all"],
    ),
    ("value: {answer: x, iss: y}", ['1:20: Y130 unknown key "iss"; did you mean "is"?']),
    ("value: [1]", ["1:8: Y132 expected a mapping of keys, text or a whole number, found a list"]),
    (
        "effort: hgih",
        ['1:9: Y133 expected "low", "high" or a number, found text "hgih"; did you mean "high"?'],
    ),
    ("shares:\n  a: 50\n  b: 40", ["2:3: Y137 shares add up to 90, not 100"]),
    ("shares: {a: x}", ['1:13: Y132 expected a number, found text "x"']),
    ("- a", ["1:1: Y132 expected a mapping of keys, found a list"]),
    ("just text", ['1:1: Y132 expected a mapping of keys, found text "just text"']),
    ('"\\u202eflag\\u200b": true', ['1:1: Y130 unknown key "flag"; did you mean "flag"?']),
]


@pytest.mark.parametrize(("text", "expected"), MODEL_CASES)
def test_errors_of_a_model_land_on_their_place(text: str, expected: list[str]) -> None:
    result, problems = validate(parse_yaml(text, "f.yaml"), Form)
    assert result is None
    assert [problem.text() for problem in problems] == [f"f.yaml:{line}" for line in expected]
    assert all(problem.excerpt is not None for problem in problems)


def test_valid_file() -> None:
    source = parse_yaml("when: {answer: level, is: junior}\npair: [1, 2]\nshares: {a: 60, b: 40}\n", "f.yaml")
    form, problems = validate(source, Form)
    assert problems == []
    assert form is not None
    assert form.pair == (1, 2)


def test_errors_come_all_at_once_sorted_and_capped() -> None:
    text = "flag: 1\n" + "".join(f"unknown{number}: 1\n" for number in range(70)) + "id: 1\n"
    _, problems = validate(parse_yaml(text, "f.yaml"), Form)
    assert [problem.line for problem in problems[:-1]] == list(range(1, 51))
    assert problems[-1].text() == "f.yaml: Y199 and 22 more"


def test_a_long_value_is_shortened_in_its_message() -> None:
    _, problems = validate(parse_yaml(f"flag: {'x' * 5000}", "f.yaml"), Form)
    assert problems[0].text() == f'f.yaml:1:7: Y132 expected true or false, found text "{"x" * 39}…"'
