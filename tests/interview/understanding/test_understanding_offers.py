"""What is put to be confirmed is never what the line denies or leaves open."""

from itertools import product
from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import role_split

FORM = Form.of(Library.open(), "registered-nurse")
DEPTH = next(asked for key, asked in FORM.for_task.items() if "assess" in key)


def read(key: str, line: str) -> Reading:
    asked = DEPTH if key == "depth" else FORM.single[key]
    return understand(asked, line, FORM, role_split(FORM.role_shares, given=True))


def put(reading: Reading) -> list[list[Any]]:
    """What is offered, as lists of options."""
    assert reading.kind != "value"
    return [value if isinstance(value, list) else [value] for _, value in reading.nearest]


def ids(asked: Asked, letters: str) -> list[str]:
    return [one.id for one in asked.choices if one.letter in letters]


@pytest.mark.parametrize(
    ("key", "line", "never"),
    [
        ("conditions", "on site, no union", "nothing"), ("conditions", "everything except the union", "nothing"),
        ("conditions", "everything except the union", "union_consulted"),
        ("conditions", "from anywhere, no union", "nothing"),
        ("conditions", "b and d, no wait, not d", "nothing"),
        ("conditions", "b and d, no wait, not d", "union_consulted"),
        ("duties", "no hands", "hands_on"), ("duties", "stood by someone but not with my hands", "hands_on"),
        ("duties", "I never taught or supervised anyone", "said_no"),
        ("level", "I didn't", "senior"), ("level", "we don't", "senior"),
    ],
)  # fmt: skip
def test_what_is_denied_or_beside_what_is_affirmed_is_not_put(key: str, line: str, never: str) -> None:
    assert never not in [one for some in put(read(key, line)) for one in some]


@pytest.mark.parametrize(
    ("key", "form"),
    list(
        product(
            ("depth", "level", "basis"),
            (
                "mostly {0}, sometimes {1}",
                "60% {0} 40% {1}",
                "{0} then {1}",
                "was {0}, now {1}",
                "{0} for us, {1} for me",
            ),
        )
    ),
)
def test_two_letters_of_one_choice_are_both_left_to_choose(key: str, form: str) -> None:
    key = "split_basis" if key == "basis" else key
    asked = DEPTH if key == "depth" else FORM.single[key]
    for letters in ("ab", "bc", "ba"):
        reading = read(key, form.format(*letters))
        if reading.kind == "value":
            assert reading.value == ids(asked, letters)
        else:
            assert reading.kind != "confirm", form.format(*letters)
            told = [one for some in put(reading) for one in some]
            assert not told or sorted(told) == sorted(ids(asked, letters))


def test_two_letters_for_one_row_keep_only_the_other_row() -> None:
    reading = read("market", "posts b or c, pay a")
    assert list(reading.known or {}) == ["wages"]
