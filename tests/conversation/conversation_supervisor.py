"""A supervisor of cleaners, at any question: what is typed, kept of a grid, and put to be confirmed."""

from functools import cache

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.parts import known_rows, row_asked
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
SUPERVISOR = "37-1011.00"
WEEK = (
    "checking 16 h, work by hand 8 h, planning 3 h, records 5 h, leading 3 h, teaching 2 h, coordination 3 h"
)

BED = (
    "Ach, bed is a bed, always the same, corners and so on, and it's all there in the room on the trolley, "
    "no computer needed"
)


@cache
def begun() -> Conversation:
    talk = say(Conversation(Interview.start(LIBRARY, SUPERVISOR)), WEEK).talk
    return say(talk, "yes").talk if talk.trouble is not None else talk


def typed(key: str, *lines: str) -> Conversation:
    """The lines from this question on, each at the row that is asked there, as line by line."""
    talk = begun().go_to(key)
    for line in lines:
        assert talk.step is not None
        row = row_asked(talk, talk.step)
        talk = say(talk, line, row=row.id if row is not None else "").talk
    return talk


def rows(talk: Conversation, key: str) -> dict[str, str]:
    """What is kept of a grid, answered or in part."""
    step = talk.interview.path.step(key)
    assert step is not None
    entry = talk.interview.answers.get(key)
    return dict(entry.value) if entry is not None else known_rows(talk.go_to(key), step)


def offers(talk: Conversation) -> list[str]:
    return [label for label, _ in talk.trouble.offers] if talk.trouble is not None else []


ALWAYS = (
    "Oh always they look for people. This year I would say a bit more than last one, since some girls went home "
    "to Poland"
)
NOBODY = "No! Nobody ended any posts. Only the posts, somewhat more, that's all what I said"
