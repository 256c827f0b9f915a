"""A week told in percent is told anew in hours, and the other way round."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview


@pytest.mark.parametrize(
    ("first", "anew", "unit"),
    [
        ("care 60 records 40", "care 24 h, records 16 h", "hours"),
        ("care 24 h records 16 h", "care 60 %, records 40 %", None),
    ],
)
def test_a_whole_week_is_told_anew_in_the_other_unit(first: str, anew: str, unit: str | None) -> None:
    talk = Conversation(Interview.start(Library.open(), "registered-nurse"))
    for line in (first, "yes", "back", "back", anew):
        talk = say(talk, line).talk
    assert talk.trouble is not None
    assert talk.trouble.offers[0][1].get("unit") == unit
