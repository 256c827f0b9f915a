"""What is put to a head chef after some lines at one question, and what is stored there."""

from functools import cache

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
WEEK = "60 by hand, 12 leading, 5 checking, 5 creative work, 5 planning, 8 records, 5 teaching"


@cache
def put(key: str, *lines: str) -> Conversation:
    """What is put at a question after these lines."""
    talk = say(Conversation(Interview.start(LIBRARY, "35-1011.00")), WEEK).talk.go_to(key)
    for line in lines:
        talk = say(talk, line).talk
    assert talk.trouble is not None
    assert talk.trouble.offers
    return talk


def stored(talk: Conversation, key: str) -> object:
    """What is stored at that question."""
    step = talk.interview.path.step(key)
    assert step is not None
    return step.value


@cache
def asked(key: str) -> Conversation:
    """That question put to the same person, with nothing said of it since the week."""
    return say(Conversation(Interview.start(LIBRARY, "35-1011.00")), WEEK).talk.go_to(key)
