"""A line of any length is answered at once: what is too long is said to be, and the work grows with the line alone."""

import string
import sys
from collections.abc import Callable
from functools import cache
from itertools import count
from types import FrameType
from typing import Any

import pytest

from aijri_engine import Interview, Library
from aijri_engine.conversation import Conversation, own_table
from aijri_engine.conversation.first_words import chosen_of, first_words
from aijri_engine.conversation.result_talk import answer_about, tried
from aijri_engine.conversation.the_list import at_the_list
from aijri_engine.conversation.turn import say
from aijri_engine.interview.understanding.replies import TOO_MUCH
from aijri_engine.interview.understanding.words.tokens import MOST_TOKENS, tokens_of, too_much
from aijri_engine.personal.result import result

REPEATED = (
    "yes, ", "records by hand and ", "what is a good score? ", "a ", "a", "1 ", "x and y but ", "change years to 3, ",
    "what if I were senior and ", ". ", "to ", "rows 1 to ", "no wait, ", "I mostly do the training by hand. ",
)  # fmt: skip
"""What a line is made of: words that part, join, change, ask, deny and count."""

LONG = 60_000
"""Letters of a line that nobody types."""

OPEN = ("split", "practice", "market", "level", "conditions", "years")
"""One question of each kind that reads a line in its own way."""

MOST_CALLS = 6_000_000
"""Work that a line may be at most, in calls: a second or so; before it was bounded a thousand letters took 2,000."""

AT_ONCE = 600_000
"""Calls that it takes to see that a line is too long, at most."""


@cache
def talk_at(key: str) -> Conversation:
    return say(Conversation(Interview.start(Library.open(), "registered-nurse")), "").talk.go_to(key)


def work(act: Callable[[], Any]) -> int:
    """Calls that it takes."""
    calls = count()

    def called(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            next(calls)

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        act()
    finally:
        sys.setprofile(before)
    return next(calls)


@pytest.mark.parametrize("part", REPEATED)
@pytest.mark.parametrize("key", OPEN)
def test_a_line_that_nobody_types_is_refused_at_once(key: str, part: str) -> None:
    talk = talk_at(key)
    said = list[Conversation]()
    assert work(lambda: said.append(say(talk, part * (LONG // len(part))).talk)) < AT_ONCE
    assert said[0].reply or (said[0].trouble is not None and TOO_MUCH in said[0].trouble.text)
    assert said[0].interview is talk.interview


@pytest.mark.parametrize("part", ["yes, ", "no wait, ", "x and y but ", ". ", "to "])
@pytest.mark.parametrize("key", ["practice", "level"])
def test_the_longest_line_that_is_read_is_read_in_bounded_work(key: str, part: str) -> None:
    talk = talk_at(key)
    line = part * (MOST_TOKENS // len(tokens_of(part)))
    assert not too_much(line)
    assert work(lambda: say(talk, line)) < MOST_CALLS


@pytest.mark.parametrize("part", REPEATED)
def test_it_is_refused_wherever_lines_are_typed(part: str) -> None:
    talk, line = talk_at("level"), part * (LONG // len(part))
    found = result(talk.interview)
    table = own_table.begin("dog walker")
    refused: list[Callable[[], object]] = [
        lambda: at_the_list(talk, line) is None,
        lambda: chosen_of(["Registered nurse"], line) is None,
        lambda: TOO_MUCH in first_words(line).words,
        lambda: TOO_MUCH in own_table.said(table, line).words,
        lambda: not answer_about(found, line).changes,
        lambda: TOO_MUCH in " ".join(tried(found, line).words),
    ]
    said = list[object]()
    for one in refused:
        assert work(lambda one=one: said.append(one())) < AT_ONCE  # type: ignore[misc]
    assert all(said)


SIGNS = (
    *string.punctuation,
    "--",
    "...",
    "…",
    "–",
    "?!",
    ", ,",
    ": ;",
    "( )",
    "[/]",
    "\\x1b[31m",
    "’",
    "😀",
)


@pytest.mark.parametrize("role", ["registered-nurse", "35-2014.00", "deep-learning-engineer"])
@pytest.mark.parametrize("key", [*OPEN, "duties", "notes"])
def test_a_line_of_signs_alone_answers_nothing(role: str, key: str) -> None:
    talk = say(Conversation(Interview.start(Library.open(), role)), "").talk.go_to(key)
    for line in SIGNS:
        after = say(talk, line).talk
        assert after.interview is talk.interview or key == "notes", line
        assert after.trouble or after.reply or after.opened or key == "notes", line
