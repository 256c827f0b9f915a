"""What is said last holds, and a doubt beside an answer leaves the answer."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.values import role_split

FORM = Form.of(Library.open(), "17-2051.00")


def read(key: str, typed: str) -> Reading:
    return understand(FORM.single[key], typed, FORM, role_split(FORM.role_shares, given=True))


@pytest.mark.parametrize(
    "typed",
    [
        "research 60, check 40, no wait, 70 and 30",
        "60 % research and 40 % check, ach no, make it 70 and 30",
        "research 60 check 40, make it 70 30",
        "research 60, check 40, who am I kidding, 70 30 is right",
    ],
)
def test_figures_alone_after_something_taken_back_are_put_in_their_order(typed: str) -> None:
    found = read("split", typed)
    assert found.kind == "confirm"
    assert found.nearest[0][1]["rows"] == {"research": 70, "check": 30}


def test_figures_that_do_not_pair_are_not_spread() -> None:
    found = read("split", "research 60, check 20, plan 20, no wait, 70 and 30")
    assert (found.kind, found.nearest) == ("ask", ())


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("research is all by hand, scratch that, ai makes parts of it and we change them", "drafts"),
        (
            "research was done by ai from start to end, hold on, ai makes parts of it and we change them",
            "drafts",
        ),
    ],
)
def test_a_row_said_anew_keeps_the_last_words_alone(typed: str, way: str) -> None:
    assert read("practice", typed).known == {"research": way}


@pytest.mark.parametrize(
    "typed", ["if memory serves it changed nothing", "hard to tell, I'd say it changed nothing",
              "it changed nothing, but I couldn't swear to it", "mmm I think nothing changed, could be wrong"]
)  # fmt: skip
def test_a_doubt_of_memory_is_kept_beside_the_answer(typed: str) -> None:
    found = read("growth", typed)
    assert [value for _, value in found.nearest][:1] == ["nothing"]
    assert found.unsure
