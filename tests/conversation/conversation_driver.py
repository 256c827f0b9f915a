"""Conversations of one role after some lines, shared by the tests of turns, weeks and replies."""

from functools import cache

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()

ROLE = "deep-learning-engineer"

WEEK = "20/25/15/15/15/10"


@cache
def held(*lines: str, row: str = "") -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, ROLE))
    for line in lines:
        talk = say(talk, line, row=row).talk
    return talk


@cache
def at(key: str, *lines: str) -> Conversation:
    talk = held(WEEK).go_to(key)
    for line in lines:
        talk = say(talk, line).talk
    return talk


def week(talk: Conversation) -> dict[str, float]:
    return {name: share for name, share in talk.interview.path.split.shares.items() if share}
