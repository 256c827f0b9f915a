"""Whoever wavers is told what this kind of question takes, and not what another one does."""

import pytest
from conversation_driver import at, held

from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.commands import explained

TAKES = {
    "level": ("Take the one that fits you best.", "Choose a letter or a number"),
    "depth.train": ("Take the one that most of that time was like. Where two", "Choose a letter or a number"),
    "conditions": ("Take every one that fits you, as in “a and c”.", "one or more by letter"),
    "practice": ("for each row by itself", "Name a row and its answer, for example “"),
    "years": ("A number, please.", "A number, please."),
    "split": ("How much goes to each task? For example “", "How much goes to each task? For example “"),
    "steady": ("Say yes or no.", "Is that a yes or a no?"),
}


WORDS = "oversight_rule"


def asked(key: str) -> Conversation:
    talk = (
        held("5/75/5/5/5/5").go_to(key)
        if key == "steady"
        else at("oversight", "c").go_to(key)
        if key == WORDS
        else at(key)
    )
    assert talk.step is not None
    assert talk.step.key == key
    return talk


@pytest.mark.parametrize("line", ["can I pick two?", "explain more simply", "what if two apply?"])
@pytest.mark.parametrize("key", TAKES)
def test_what_to_take_is_told_by_the_kind_of_question(key: str, line: str) -> None:
    told = " ".join(say(asked(key), line).talk.reply)
    assert TAKES[key][0] in told
    assert ("fits you best" in told) == (key == "level")


@pytest.mark.parametrize("key", [*TAKES, WORDS])
def test_help_says_how_this_kind_of_question_is_answered(key: str) -> None:
    told = explained(say(asked(key), "/help").talk)
    assert TAKES.get(key, ("", "A few words are enough"))[1] in told[-1]
    assert "{" not in told[-1]


@pytest.mark.parametrize(("key", "options"), [("years", False), ("split", False), ("practice", True)])
def test_that_there_are_no_options_is_told_where_there_are_none(key: str, options: bool) -> None:
    told = " ".join(say(asked(key), "what is the difference between these?").talk.reply)
    assert ("This question has no options to choose from." in told) != options
