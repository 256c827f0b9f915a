"""Somebody who has never seen the method can tell what a result says, what it does not say, and what to do next."""

from typing import Any

import pytest
from hypothesis import given, settings
from made_up_people import JUNIOR, anybody, person

from aijri_engine import result
from aijri_engine.personal.result import Result

THOUGHT_OVER = {**JUNIOR, "split_basis": "thought"}

LONGEST = 500
"""Words of a result before the closing limits that can still be read at nine in the evening [ours]."""


def told(found: Result, *without: str) -> str:
    return " ".join(one.text for one in found.sentences if one.topic not in without)


@pytest.mark.parametrize(
    "answers", [{}, {"split": "typical"}, {"level": "not_sure"}, {"domain": "health", "years": 3}]
)
def test_without_own_answers_the_words_are_about_the_role(answers: dict[str, Any]) -> None:
    text = told(result(person(answers)), "limits").lower()

    assert "the role's average; nothing personal yet" in text
    assert "the role stands at 64.6" in text
    assert "your" not in text.replace("“", "").split()


def test_what_it_says_what_it_does_not_say_and_what_to_do_next() -> None:
    text = told(result(person(THOUGHT_OVER)))

    assert "Your index is 40.8, Yellow. The role's is 64.6." in text
    assert "15 % of your week is on tasks that resist automation more" in text
    assert "85 % on tasks more open to it" in text
    assert "It does not say how likely you are to lose a job, names no date" in text
    assert "they are not odds of any event" in text
    assert "must not be used for" in text
    assert "A first step, under two hours" in text


@given(anybody)
@settings(max_examples=12, deadline=None)
def test_a_result_is_short_and_whole(answers: dict[str, Any]) -> None:
    found = result(person(answers))

    assert len(told(found, "limits", "juniors").split()) <= LONGEST
    assert "{" not in told(found)
    assert not any(one.text.count("..") for one in found.sentences)


def test_the_harsher_outside_ratings_are_told_once() -> None:
    assert told(result(person(THOUGHT_OVER))).count("51 and 59") == 1
