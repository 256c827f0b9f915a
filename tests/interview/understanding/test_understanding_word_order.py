"""Denials in the word order of other languages deny, and a number that a line comes to behind a date is put."""

from functools import cache

import pytest

from aijri_engine.content.library import Library
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding import Reading, understand
from aijri_engine.interview.understanding.words.tokens import tokens_of
from aijri_engine.interview.understanding.words.word_order import denied_first

LIBRARY = Library.open()


@cache
def read(key: str, line: str) -> Reading:
    interview = Interview.start(LIBRARY, "35-1011.00")
    step = interview.path.step(key)
    assert step is not None
    return understand(step.asked, line, interview.form, interview.path.split)


SAME = [
    ("conditions", "Union we have not", "we have no union"),
    ("conditions", "Union we have not really", "we have no union"),
    ("conditions", "union have we not", "we have no union"),
    ("conditions", "a works council we have not", "no works council"),
    ("conditions", "union I have none", "I have no union"),
    ("conditions", "union we haven't", "we have no union"),
    ("conditions", "On site I am every day, union we have not", "on site I am every day, we have no union"),
    ("conditions", "customers insist they do not", "customers do not insist"),
    ("oversight", "Licence I have not", "I have no licence"),
    ("oversight", "approval it needs not", "it needs no approval"),
    ("oversight", "a licence needs it not", "it needs no licence"),
    ("signature", "signed I have not", "I have not signed"),
    ("level", "decided I have not", "I have not decided"),
    ("conditions", "union we do not have here", "we have no union"),
    ("conditions", "a union we don't have", "we have no union"),
    ("conditions", "union gives it not", "it gives no union"),
    ("oversight", "licence I must not have", "I have no licence"),
    ("oversight", "a licence don't I need", "I need no licence"),
    ("practice", "with AI we work not", "we do not work with AI"),
    ("practice", "AI we have not", "we have no AI"),
    ("practice", "AI I use not", "I use no AI"),
    ("growth", "AI taken up have we not", "we have no AI taken up"),
]


@pytest.mark.parametrize(("key", "line", "plainly"), SAME)
def test_what_is_named_first_and_then_denied_is_denied(key: str, line: str, plainly: str) -> None:
    found, meant = read(key, line), read(key, plainly)
    assert (found.kind, found.value, found.nearest, found.known) == (
        meant.kind,
        meant.value,
        meant.nearest,
        meant.known,
    )


@pytest.mark.parametrize("line", [line for key, line, _ in SAME if key == "conditions" and "nion" in line])
def test_the_union_that_is_denied_is_never_put_first(line: str) -> None:
    found = read("conditions", line)
    assert found.kind != "value"
    assert not {"union_consulted", "union_limits"} & {*(found.nearest[0][1] if found.nearest else [])}


@pytest.mark.parametrize(
    "line",
    ["we have no union", "in fact there is none", "in truth we have none", "honestly we have not", "I have not",
     "what we have not is a union", "if they have not", "sometimes I do not",
     "because I have not", "never have I not signed", "not sure I have not", "which I am not", "yes it is not",
     "I decide, the boss does not", "mostly I am not", "there is nothing", "we", ""],
)  # fmt: skip
def test_any_other_line_stays_as_it_is(line: str) -> None:
    assert denied_first(tokens_of(line)) == tokens_of(line)


@pytest.mark.parametrize(
    "line",
    ["two thousand ten, no wait, twelve, so fourteen years", "since 2010, no, 2012, so fourteen years",
     "2012, that makes 14 years", "two thousand and twelve, so fourteen years"],
)  # fmt: skip
def test_the_years_a_line_comes_to_behind_a_date_are_put(line: str) -> None:
    found = read("years", line)
    assert [value for _, value in found.nearest] == [14]
    assert found.kind == "confirm"


@pytest.mark.parametrize(
    "line", ["2012, 14 years", "2010, no wait, 2012", "in 2012 so to say 14 people were here"]
)
def test_no_other_figure_behind_a_date_is(line: str) -> None:
    assert read("years", line).kind != "value"
    assert not read("years", line).nearest
