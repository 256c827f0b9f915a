"""A wrong role said in words gets the way to another one; whoever wants the question again gets it."""

import pytest
from conversation_put import asked

from aijri_engine.conversation import say
from aijri_engine.conversation.people_ask import reply_to
from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.personal.result import result

KEYS = ("split", "years", "growth", "market", "conditions", "steady", "rating.lead", "level")
WRONG_ROLE = (
    "this is not my job", "wrong job", "I picked the wrong role", "you have the wrong job title for me",
    "that's not my job at all", "I want another role", "wrong role, I'm a baker", "how do I change my job title",
    "I think this is the wrong role for me", "sorry, I chose the wrong occupation", "this isn't really my profession",
    "it's the wrong job you've got there", "can I switch to a different role", "not my job, this",
)  # fmt: skip
OTHERWISE = (
    "checking is not my job", "I picked the wrong knife", "I do a different job on Fridays",
    "the boss has the wrong idea",
    "they hired the wrong person for the role", "I want another job", "my job title is wrong on the contract",
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("line", WRONG_ROLE)
def test_a_wrong_role_said_in_words_is_told_the_way_to_another(key: str, line: str) -> None:
    talk = asked(key)
    after = say(talk, line).talk
    assert after.interview is talk.interview
    assert "another role is a better start" in " ".join(after.reply)
    assert after.step is not None
    assert after.step.key == key


@pytest.mark.parametrize("line", WRONG_ROLE)
def test_and_so_it_is_at_the_list_and_at_the_result(line: str) -> None:
    talk = asked("growth")
    assert "another role is a better start" in " ".join(reply_to(talk, line))
    assert "another role is a better start" in " ".join(answer_about(result(talk.interview), line).words)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("line", OTHERWISE)
def test_what_is_wrong_with_something_else_is_no_wrong_role(key: str, line: str) -> None:
    assert "another role is a better start" not in " ".join(say(asked(key), line).talk.reply)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "line",
    ["OK ask me about it then", "go on then, ask me", "I am ready for the question", "what was the question again",
     "ask me the question again", "repeat the question please", "ask away", "can you repeat the question", "I'm ready",
     "sorry, what was that again", "ask it again", "what did you ask", "show the question", "ok I'm ready, ask me",
     "what was the question?", "could you ask me that again please",
     "sorry my english, go on then, ask me", "Thanks. What was the question again?"],
)  # fmt: skip
def test_a_wish_for_the_question_puts_it_again(key: str, line: str) -> None:
    talk = asked(key)
    after = say(talk, line).talk
    assert after.opened == "again"
    assert (after.interview, after.trouble, after.reply, after.told) == (talk.interview, None, (), ())
    assert after.step is not None
    assert after.step.key == key


@pytest.mark.parametrize(
    "line", ["ask my boss", "I ask the customer", "they ask me", "ready meals", "not ready", "that"]
)
def test_what_only_has_its_words_does_not(line: str) -> None:
    assert not any(say(asked(key), line).talk.opened == "again" for key in KEYS)


def test_what_is_put_stays_while_the_question_is_put_again() -> None:
    talk = say(asked("growth"), "nobody round here's taken it up, not in kitchens, so it's done nothing").talk
    after = say(talk, "what was the question again").talk
    assert after.trouble == talk.trouble
    assert after.trouble is not None
