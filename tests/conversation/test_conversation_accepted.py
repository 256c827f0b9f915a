"""A standing offer is taken by a yes of any colour, stays while nothing is understood, and no denial takes it."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
NURSE = "registered-nurse"
OFTENER = "I check more often than was ordered because of what I see"
NOT_ONLY = (
    "Well it isn't only the ordered obs, I mean I check someone more often when they don't look right to me"
)
SEVERAL = (
    "I held back a tablet on my own judgement, I sat with the family when he died, and I was washing and "
    "lifting people all day. No students with me this time."
)


def at(key: str, *lines: str) -> Conversation:
    talk = say(
        Conversation(Interview.start(LIBRARY, NURSE)), "50 hands-on care, 25 medicines, 25 assessment"
    ).talk.go_to(key)
    for line in lines:
        talk = say(talk, line).talk
    return talk


def stored(talk: Conversation, key: str) -> object:
    step = talk.interview.path.step(key)
    return step.value if step is not None else None


def put() -> Conversation:
    talk = at("depth.assess", NOT_ONLY)
    assert talk.trouble is not None
    assert talk.trouble.confirm
    assert talk.trouble.text.startswith("That sounds like b")
    return talk


YESES = [
    "yes",
    "Yes, spot on, sister would say the same",
    "Yes, that one",
    "yes love",
    "yes below",
    "go on then",
    "yeah, that'll do",
    "that's the one",
    "that's it mate",
    "yes, finally",
    "I suppose so",
    "fair enough",
    "mm-hm",
    "that'll do",
    "yes I think so",
    "yeah, that's right. Lovely weather for it.",
]


@pytest.mark.parametrize("line", YESES)
def test_a_yes_of_any_colour_takes_what_was_put(line: str) -> None:
    assert stored(say(put(), line).talk, "depth.assess") == "adapts"


@pytest.mark.parametrize(
    "line",
    [
        "yes but only when the doctor says so",
        "yes, not really",
        "yes, hang on, no",
        "yes, except at night",
        "yes or maybe the other",
        "yes my boss does that",
        "yes, in my last job",
        "that's it? no",
        "yes, a rather",
        "yes if I may",
        "no",
        "not that one",
        "fair enough, but no",
        "I don't suppose so",
    ],
)
def test_a_denial_an_exception_or_another_option_behind_it_takes_nothing_of_it(line: str) -> None:
    assert stored(say(put(), line).talk, "depth.assess") != "adapts"


@pytest.mark.parametrize("line", ["xyzzy", "it's raining here", "hmm", "sister was on about the rota again"])
def test_what_was_put_stays_until_it_is_answered(line: str) -> None:
    after = say(put(), line).talk
    assert after.trouble is not None
    assert after.trouble.offers[0] == put().trouble.offers[0]  # type: ignore[union-attr]
    assert stored(say(after, "yes").talk, "depth.assess") == "adapts"


def test_what_stands_behind_the_yes_is_told_or_answered() -> None:
    told = say(put(), "Yes, spot on, sister'd say the same").talk.told
    assert told[-1] == "What else you said was not read: “sister'd say the same”."
    asked = say(put(), "yes, and is this sent anywhere?").talk
    assert stored(asked, "depth.assess") == "adapts"
    assert asked.reply


def test_all_of_those_are_the_ones_that_were_listed() -> None:
    listed = at("duties", SEVERAL)
    assert listed.trouble is not None
    assert len(listed.trouble.offers) > 1
    whole = max((value for _, value in listed.trouble.offers), key=len)
    after = say(listed, "yes all three of those").talk
    assert list(stored(after, "duties")) == whole  # type: ignore[call-overload]
    asked = say(listed, "yes").talk
    assert asked.trouble is not None
    assert asked.trouble.offers == listed.trouble.offers


def test_one_letter_listed_is_put_as_a_question_by_a_yes() -> None:
    """A yes alone takes nothing of a line that denies, but is not asked for a letter for ever."""
    asked = at("level", "if it were up to me I'd decide")
    assert asked.trouble is not None
    assert asked.trouble.by_letter
    if len(asked.trouble.offers) == 1:
        again = say(asked, "yes").talk
        assert stored(again, "level") is None
        assert stored(say(again, "yes").talk, "level") is not None


def test_what_was_not_read_is_told_as_it_was_typed() -> None:
    after = at("level", "b, they'd just say they're happy")
    told = " ".join((*after.told, after.trouble.text if after.trouble else ""))
    assert "theyre" not in told
    assert "“they'd just say they're happy”" in told
