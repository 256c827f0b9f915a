"""Anything typed terminates, never raises, and a value is always one that the question takes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aijri_engine.interview.accept import accept
from aijri_engine.interview.form import Asked, Form
from aijri_engine.interview.understanding import understand
from aijri_engine.interview.values import Problem, role_split

WORDS = st.sampled_from(
    tuple(
        word
        for line in (
            "half a third of the rest and or not each evenly training design debug meetings 20 30%",
            "10h 3 days / - , ; :",
            "yes no all none a b c first second last one in five 1/2 ½ maybe most except why back",
            "undo typical hours week",
            "40 by hand drafts nobody 0 -5 1e9 999999999999 é 你好 \u202e \x00 { } % $ \\ ' < > by",
            "people hiring stopped",
            "same two thirds remaining",
        )
        for word in line.split(" ")
    )
)
SENTENCES = st.lists(WORDS, max_size=30).map(" ".join)


def questions(form: Form) -> list[Asked]:
    """One question of every id."""
    own = [
        form.for_own_row(question, section, "hiring", "hiring")
        for section in form.file.sections
        for question in section.questions
        if question.for_each == "own_row"
    ]
    return [*form.single.values(), *form.for_task.values(), *own]


SAMPLE = 5
"""Every so many questions a text is read again, and must be read the same way."""


def check(form: Form, typed: str, step: int = 1) -> None:
    """Read the text at every question, or at one in `step` of them, from another one for each text."""
    week = role_split(form.role_shares, given=True)
    for number, asked in enumerate(questions(form)[len(typed) % step :: step]):
        reading = understand(asked, typed, form, week)
        values = [value for _, value in reading.nearest]
        values += [reading.value] if reading.kind == "value" else []
        for value in values:
            assert not isinstance(accept(asked, value, form, week), Problem), (asked.key, typed, value)
        if number % SAMPLE == 0:
            assert understand(asked, typed, form, week) == reading
        assert reading.kind in ("value", "confirm", "choose", "ask", "command", "side")
        assert (reading.command is not None) == (reading.kind == "command")
        assert reading.question or reading.kind not in ("confirm", "choose", "ask")
        assert reading.nearest or reading.kind != "confirm"
        assert "\n" not in reading.echo


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
@example("\x00\x1b[31m")
@example("\ud800")
@example("﷽" * 30)
def test_arbitrary_unicode(form: Form, typed: str) -> None:
    check(form, typed)


@settings(max_examples=25, deadline=None)
@given(SENTENCES)
def test_words_of_the_interview_in_any_order(form: Form, typed: str) -> None:
    check(form, typed)


@pytest.mark.soak
@settings(max_examples=200, deadline=None)
@given(st.one_of(SENTENCES, st.text(max_size=80)))
def test_any_text_for_long(form: Form, typed: str) -> None:
    check(form, typed)


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "1", "1 ", "1/", "half ", "and ", "training ", "50 training ", ",", "not ", "?", "é",
    "a\u0301", "\x00", "(",
     "why ", "the rest ", "one in ", "a and ", "10h train, ", "no ", "-", "half a ", "3-", "\u202e", "   "],
)  # fmt: skip
def test_ten_thousand_characters(form: Form, unit: str) -> None:
    check(form, unit * (10_000 // len(unit)), step=3)
