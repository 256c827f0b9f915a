""" "Anything but a": what is left out is never taken, never leads, and never stands alone."""

import pytest

from aijri_engine import Interview
from aijri_engine.content.library import Library
from aijri_engine.interview.understanding import Reading, understand

FORM = Interview.start(Library.open(), "deep-learning-engineer").form
WEEK = Interview.start(Library.open(), "deep-learning-engineer").path.split
ALL_BUT = (
    "anything but {}", "all but {}", "everything except {}", "any except {}", "all of them apart from {}",
    "everything other than {}", "it's anything but {}.",
)  # fmt: skip


def read(key: str, typed: str) -> Reading:
    question, _, item = key.partition(".")
    asked = FORM.single.get(key) or FORM.for_task[question, item]
    return understand(asked, typed, FORM, WEEK)


@pytest.mark.parametrize("form", ALL_BUT)
@pytest.mark.parametrize(
    ("key", "out", "others"),
    [
        ("level", "a", ["mid", "senior", "principal"]),
        ("level", "b", ["junior", "senior", "principal"]),
        ("level", "someone else decided", ["mid", "senior", "principal"]),
        ("level", "a or b", ["senior", "principal"]),
        ("signature", "a", ["part", "mine"]),
        ("depth.train", "b", ["follows", "originates"]),
        ("steady", "a", [False]),
        ("steady", "no", [True]),
    ],
)
def test_at_a_choice_only_the_others_are_put(form: str, key: str, out: str, others: list[object]) -> None:
    found = read(key, form.format(out))
    assert found.kind == ("choose" if len(others) > 1 else "confirm")
    assert [value for _, value in found.nearest] == others


@pytest.mark.parametrize("form", ALL_BUT)
@pytest.mark.parametrize(
    ("key", "out"),
    [("practice", "a"), ("practice", "b"), ("practice", "by people"), ("market", "a"), ("market", "c"),
     ("conditions", "the union"), ("employer", "a")],
)  # fmt: skip
def test_where_the_others_are_no_answer_it_is_asked(form: str, key: str, out: str) -> None:
    found = read(key, form.format(out))
    assert (found.kind, found.nearest, found.known) == ("ask", (), None)


@pytest.mark.parametrize("typed", ["training anything but a, rest b", "design b and the rest anything but c"])
def test_no_row_of_a_grid_gets_what_is_left_out(typed: str) -> None:
    assert (read("practice", typed).kind, read("practice", typed).nearest) == ("ask", ())


def test_of_several_options_all_the_others_are_put() -> None:
    found = read("duties", "all but a and c")
    assert (found.kind, [value for _, value in found.nearest]) == (
        "confirm",
        [["could_harm", "taught", "hands_on"]],
    )


def test_rows_that_are_left_out_and_what_nothing_but_one_is_stay_as_they_are() -> None:
    assert read("practice", "all a but training").question == "Still to tell: Training."
    assert read("practice", "everything but training a").question == "Still to tell: Training."
    assert "mid" not in [value for _, value in read("level", "nothing but a").nearest]


EXCEPT = ("except {}", "apart from {}", "excluding {}", "other than {}", "with the exception of {}", "save for {}",
          "not counting {}", "bar {}")  # fmt: skip


@pytest.mark.parametrize("form", EXCEPT)
@pytest.mark.parametrize(
    ("role", "key", "typed", "out", "leads"),
    [
        ("electrician", "conditions", "onsite every day", "the union thing", ["onsite_most"]),
        ("registered-nurse", "conditions", "on site every day", "the union", ["onsite_most"]),
        ("electrician", "conditions", "a and c", "d", ["onsite_some", "anywhere"]),
        ("electrician", "duties", "taught someone", "hands on", ["taught"]),
    ],
)
def test_an_exception_leaves_out_what_it_names_and_weakens_nothing(
    form: str, role: str, key: str, typed: str, out: str, leads: list[str]
) -> None:
    interview = Interview.start(Library.open(), role)
    asked = interview.form.single[key]
    found = understand(asked, f"{typed}, {form.format(out)}", interview.form, interview.path.split)
    assert found.kind == "confirm"
    assert found.nearest[0][1] == leads


def test_what_is_left_out_and_may_be_two_options_is_not_offered() -> None:
    assert (
        read("conditions", "everything but onsite").kind,
        read("conditions", "all but onsite").nearest,
    ) == (
        "ask",
        (),
    )
