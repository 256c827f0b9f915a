"""A grid told in short: ranges and lists of rows, with the letters or numbers of options beside them."""

from functools import cache

import pytest
from understanding_corpus import asked_for

from aijri_engine.content.library import Library
from aijri_engine.interview.form import Form
from aijri_engine.interview.understanding import Around, Reading, understand
from aijri_engine.interview.values import role_split

LIBRARY = Library.open()
OPTIONS = {"a": "by_hand", "b": "drafts", "c": "end_to_end"}
FOUR_AND_REST = "design a, train a, infra a, debug a, research b, collaboration b"


@cache
def form_of(role: str) -> Form:
    return Form.of(LIBRARY, role)


def read(typed: str, role: str = "deep-learning-engineer", key: str = "practice") -> Reading:
    form = form_of(role)
    split = role_split(form.role_shares, given=True)
    week = {"rows": dict.fromkeys((row.id for row in asked_for(form, "practice").rows), 10.0)}
    questions = {one: asked_for(form, one) for one in {"split", "practice", key}}
    around = Around(answers={"split": week}, questions=questions)
    return understand(questions[key], typed, form, split, around)


def kept(typed: str, role: str = "deep-learning-engineer") -> dict[str, str]:
    """Rows that are taken, or kept while the others are asked, of no other question."""
    found = read(typed, role)
    assert found.key == ""
    return dict(found.value or found.known or {})


def rows(told: str) -> dict[str, str]:
    return {row: OPTIONS[letter] for row, letter in (part.split() for part in told.split(", "))}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        # ranges of rows
        ("rows 1 to 4 a, rest b", FOUR_AND_REST),
        ("rows 1-4 a, rows 5 and 6 b", FOUR_AND_REST),
        ("a for rows 1 to 4, b for 5 and 6", FOUR_AND_REST),
        ("1 to 4 a, rest b", FOUR_AND_REST),
        ("a: 1-4, b: 5-6", FOUR_AND_REST),
        ("1,2,3,4 a; 5,6 b", FOUR_AND_REST),
        ("tasks 1 to 4 a, rest b", FOUR_AND_REST),
        ("the first through fourth a, rest b", FOUR_AND_REST),
        ("design to debugging a, rest b", FOUR_AND_REST),
        ("from design to debugging a, rest b", FOUR_AND_REST),
        ("design through debugging a, rest b", FOUR_AND_REST),
        ("design up to debugging a, rest b", FOUR_AND_REST),
        ("design - debugging a, rest b", FOUR_AND_REST),
        ("design..debugging a, rest b", FOUR_AND_REST),
        ("a from design to debugging, b for the rest", FOUR_AND_REST),
        ("row 2 c", "train c"),
        ("1. design a 2. training b", "design a, train b"),
        ("1. a 2. b 3. c", "design a, train b, infra c"),
        # lists behind an option
        ("b: training, design; c: debugging", "design b, train b, debug c"),
        ("b: training, design, c: debugging", "design b, train b, debug c"),
        ("a: design, infra; b: training; c: debugging, research",
         "design a, train b, infra a, debug c, research c"),
        ("a) design, infra b) training", "design a, train b, infra a"),
        ("a = design, infra; b = training", "design a, train b, infra a"),
        ("by hand: design, infra; b: training", "design a, train b, infra a"),
        ("a - design, infra, debugging, training; b - rest", FOUR_AND_REST),
        ("1: design, infra; 2: training", "design a, train b, infra a"),
        # lists before it
        ("design, infra: a; training: b", "design a, train b, infra a"),
        ("training, design: b; debugging", "design b, train b"),
        ("training a debugging b", "train a, debug b"),
        ("all a, training b", "design a, train b, infra a, debug a, research a, collaboration a"),
    ],
)  # fmt: skip
def test_each_row_gets_the_option_that_the_line_gives_it(typed: str, told: str) -> None:
    assert kept(typed) == rows(told)


@pytest.mark.parametrize(
    "typed",
    [
        "rows 1 to 9 a, rest b", "row 7 a", "debugging to design a, rest b", "between design and debugging a, rest b",
        "everything up to debugging a, rest b", "all before debugging a, rest b", "from debugging on b, rest a",
        "b: training, design c, infra", "b: training but not design; c: infra", "b, training, design, c, infra",
        "a b: training", "a or b: training, design", "training a, infra c, training b", "those up there a, rest b",
        "design and training a, the ones between debugging and research b",
    ],
)  # fmt: skip
def test_where_nobody_knows_which_rows_are_meant_nothing_is_kept(typed: str) -> None:
    assert kept(typed) == {}


@pytest.mark.parametrize("typed", ["going through design is by hand", "going through training, by hand"])
def test_what_is_gone_through_is_no_range(typed: str) -> None:
    assert len(kept(typed)) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("training 1 debugging 2", "train a, debug b"),
        ("training: 1, debugging: 2", "train a, debug b"),
        ("2 for training, 3 for debugging", "train b, debug c"),
        ("2 training 3 debugging", "train b, debug c"),
        ("set training to 2", "train b"),
        ("training 1, rest 2", "train a, design b, infra b, debug b, research b, collaboration b"),
        ("training 1 design 3 infra 2 debugging 1 research 2 collaboration 3",
         "train a, design c, infra b, debug a, research b, collaboration c"),
    ],
)  # fmt: skip
def test_numbers_of_options_are_no_change_of_the_week(typed: str, told: str) -> None:
    assert kept(typed) == rows(told)


@pytest.mark.parametrize("typed", ["training 1 and debugging 9", "make training 3 and mostly debugging 2"])
def test_a_number_that_may_be_an_option_never_changes_the_week(typed: str) -> None:
    assert kept(typed) == {}


@pytest.mark.parametrize(
    "typed", ["training 30, debugging 10", "make training 30", "move 2 from training to infra"]
)
def test_a_change_of_the_week_is_one_at_a_grid_too(typed: str) -> None:
    assert read(typed).key == "split"


@pytest.mark.parametrize(
    "typed",
    [
        "training used to be c", "c in training used to be", "training had been c", "training will be c",
        "training would be c", "training: will be c", "training c at my last job", "at my last job training c",
        "training c, last year", "training c one day", "training c but that's my colleague",
        "training c, but my colleague does that", "training c, that is the other team", "training c, says my boss",
        "training c in theory", "training n/a", "training N/A", "training n.a.", "training used to be by hand",
        "training would be fully automatic", "all will be c", "all used to be a", "rest will be b",
    ],
)  # fmt: skip
def test_of_another_time_or_of_others_no_row_is_kept(typed: str) -> None:
    assert kept(typed) == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("design b, training will be c, rest a", "design b, infra a, debug a, research a, collaboration a"),
        ("design b, but training used to be c", "design b"),
        ("training was c", "train c"),
        ("the last b, others a", "collaboration b, design a, train a, infra a, debug a, research a"),
    ],
)
def test_what_is_told_of_now_is_kept_beside_it(typed: str, told: str) -> None:
    assert kept(typed) == rows(told)


@pytest.mark.parametrize("typed", ["training 1, debugging 2", "2 for infra, 3 for research"])
def test_neither_do_they_at_a_question_of_numbered_options(typed: str) -> None:
    assert read(typed, key="level").key == ""


@pytest.mark.parametrize(
    "typed",
    ["training c for others", "is training c", "they do training c", "training c from now on", "both a", "as above",
     "same as above", "would training be c"],
)  # fmt: skip
def test_a_row_of_others_of_later_or_asked_about_is_not_kept(form: Form, typed: str) -> None:
    found = understand(form.single["practice"], typed, form, role_split(form.role_shares, given=True))
    assert found.kind != "value"
    assert not found.known


def test_both_means_the_two_rows_that_are_called(form: Form) -> None:
    found = understand(
        form.single["practice"], "training and infra both a", form, role_split(form.role_shares)
    )
    assert found.known == {"train": "by_hand", "infra": "by_hand"}
