"""A dot or a sign between the name of a row and its amount parts them no more than a space does."""

from itertools import product

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

BEGUN = say(Conversation(Interview.start(Library.open(), "registered-nurse")), "").talk
ABBREVIATED = (
    "approx.",
    "ca.",
    "c.",
    "est.",
    "appr.",
    "abt.",
    "avg.",
    "...",
    ".",
    " ..",
    "…",
    "... about",
    ",",
    ";",
    "!",
)
FORMS = ("care{0} 40 meds{0} 60", "care{0} 40 % meds{0} 60 %", "care{0} 16 h meds{0} 24 h")


def spaced(word: str) -> str:
    return f" {word}" if word[:1].isalpha() else word


@pytest.mark.parametrize(("word", "form"), list(product(ABBREVIATED, FORMS)))
def test_an_amount_is_of_the_words_before_it(word: str, form: str) -> None:
    entry = say(BEGUN, form.format(spaced(word))).talk.interview.answers.get("split")
    assert entry is not None
    given = {row: amount for row, amount in entry.value["rows"].items() if amount}
    assert given == ({"care": 16, "medicines": 24} if " h" in form else {"care": 40, "medicines": 60})


@pytest.mark.parametrize("word", ["max.", "min.", "at most", "up to"])
def test_a_limit_with_a_dot_is_the_limit_without(word: str) -> None:
    trouble = say(BEGUN, f"care {word} 40 meds {word} 60").talk.trouble
    assert trouble is not None
    assert [label for label, _ in trouble.offers] == ["Medicines 60 · Hands-on care 40 = 100 %"]


@pytest.mark.parametrize(
    "line",
    [
        "40 care. 60 meds",
        "40 care, 60 meds",
        "care 40. meds 60",
        "care, 40, meds, 60",
        "ca. 40 care, ca. 60 meds",
    ],
)
def test_other_lines_are_parted_as_before(line: str) -> None:
    entry = say(BEGUN, line).talk.interview.answers.get("split")
    assert entry is not None
    assert (entry.value["rows"]["care"], entry.value["rows"]["medicines"]) == (40, 60)
