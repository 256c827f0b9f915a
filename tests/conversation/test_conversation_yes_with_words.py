"""A yes among harmless words takes what is put; a yes with an own correction behind it is asked about."""

import pytest
from conversation_put import put, stored

from aijri_engine.conversation import Conversation, say

GROWTH = ("growth", "nobody round here's taken it up, not in kitchens, so it's done nothing")
STEADY = ("steady", "It would be more or less the same mix, yes")
YEARS = ("years", "twenty years, no wait, twenty two, started in a pub at 24")
CONDITIONS = (
    "conditions",
    "I'm on site six days, no union, and yeah some guests insist on a chef, I wouldn't say most",
)
MARKET = ("market", "b", "they compete for people and pay more to keep em")
POSTS = ("market", "there are loads of adverts about")
PUT = (GROWTH, STEADY, YEARS, CONDITIONS, MARKET)
HARMLESS = (
    "yes that's him", "Yes, nothing else", "yeah that one I think", "that's the one I think", "yep, more or less",
    "oh yes, sorry", "sorry, yes", "yes sorry I was not clear", "yes, and nothing more", "yes, no more than that",
    "correct, no change", "you understood right", "yes, my english is not so good", "yes my english is not so good",
    "put that then", "hm yes", "that's us", "that is how it is, yes", "but yes", "I think that's it", "I think yes",
    "probably yes", "yes, probably", "yes, leave it like that", "yes, nothing to add",
    "yes, next", "ok, next question please", "yes next one", "I confirm", "that is what I wanted to say", "ja",
    "Yes, sorry for my english",
)  # fmt: skip


def said_of(talk: Conversation, key: str) -> object:
    return stored(talk, key) or talk.interview.answers.drafts.get(key)


@pytest.mark.parametrize("where", PUT)
@pytest.mark.parametrize("line", HARMLESS)
def test_a_yes_among_harmless_words_takes_what_is_put(where: tuple[str, ...], line: str) -> None:
    before, after = put(*where), say(put(*where), line).talk
    assert said_of(after, where[0]) == said_of(say(before, "yes").talk, where[0])
    assert said_of(after, where[0]) != said_of(before, where[0])
    assert "not used here" not in " ".join(after.told)


@pytest.mark.parametrize("where", PUT)
@pytest.mark.parametrize(
    "line",
    ["nothing else", "sorry", "no, sorry", "sorry, no", "I think not", "but no", "that's not him", "probably not",
     "sorry my english", "yes, but not that", "sorry, what?", "yes? sorry?"],
)  # fmt: skip
def test_harmless_words_without_a_yes_take_nothing(where: tuple[str, ...], line: str) -> None:
    before, after = put(*where), say(put(*where), line).talk
    taken = said_of(say(before, "yes").talk, where[0])
    assert said_of(after, where[0]) != taken


@pytest.mark.parametrize(
    ("line", "asked"),
    [("Yes, sorry my english, I meant it took much of it away", "It took much of it away"),
     ("yes, but I meant it took it away", "took"), ("I meant it took much of it away, yes", "It took much of it away")],
)  # fmt: skip
def test_a_yes_with_another_answer_meant_puts_that_one(line: str, asked: str) -> None:
    after = say(put(*GROWTH), line).talk
    assert stored(after, "growth") is None
    assert after.trouble is not None
    assert asked in after.trouble.offers[0][0]
    assert "sorry" not in after.trouble.text


@pytest.mark.parametrize("where", PUT)
@pytest.mark.parametrize("line", ["Yes, sorry my english, I meant gubbins", "yes, I mean all the gubbins"])
def test_what_was_meant_and_cannot_be_read_leaves_what_is_put_and_is_named(
    where: tuple[str, ...], line: str
) -> None:
    after = say(put(*where), line).talk
    assert said_of(after, where[0]) == said_of(put(*where), where[0])
    assert after.trouble is not None
    assert after.trouble.offers
    assert "gubbins" in after.trouble.text
    assert "sorry" not in after.trouble.text


@pytest.mark.parametrize("line", ["yes me", "yes, me", "yes, myself", "yeah, mine"])
def test_a_yes_that_may_name_somebody_else_than_is_put_takes_nothing(line: str) -> None:
    before = put("level", "the owner I think, maybe")
    assert before.trouble is not None
    assert before.trouble.offers[0][1] == "junior"
    after = say(before, line).talk
    assert stored(after, "level") is None
    assert after.trouble is not None
    assert after.trouble.offers


@pytest.mark.parametrize(
    ("line", "leads"),
    [("it was me", "senior"), ("it was me mostly", "senior"), ("mostly me", "senior"), ("usually me", "senior"),
     ("it was my boss", "junior"), ("mostly the manager", "junior")],
)  # fmt: skip
def test_who_decided_leads_in_a_few_words(line: str, leads: str) -> None:
    assert put("level", line).trouble.offers[0][1] == leads  # type: ignore[union-attr]


def test_of_a_row_that_is_put_what_was_meant_is_put_for_the_same_row() -> None:
    after = say(put(*POSTS), "Yes, sorry my english, I meant hardly any").talk
    assert after.trouble is not None
    assert after.trouble.offers[0][1] == {"job_postings": "hardly_any"}


@pytest.mark.parametrize("where", [GROWTH, CONDITIONS, YEARS])
def test_an_unclear_remark_behind_a_plain_yes_puts_nothing_else(where: tuple[str, ...]) -> None:
    before, after = put(*where), say(put(*where), "yes that's right, we are three on a shift").talk
    assert before.trouble is not None
    kept = after.trouble is None or after.trouble.offers[0] == before.trouble.offers[0]
    assert kept
