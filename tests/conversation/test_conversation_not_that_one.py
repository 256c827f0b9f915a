"""An answer that was opened and is not the one meant stays as it was, and what is meant instead is opened."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

SAID = {
    "split": {"train": 70, "infra": 30},
    "steady": True,
    "years": 7,
    "level": "mid",
    "employer": "product",
    "oversight": "part",
    "signature": "mine",
    "signature_record": "the release sheet",
}


@pytest.fixture(scope="module")
def told() -> Conversation:
    found = Interview.from_answers(Library.open(), "deep-learning-engineer", SAID)
    assert isinstance(found, Interview), found
    return Conversation(found)


@pytest.mark.parametrize("key", ["years", "level", "employer", "oversight", "signature", "signature_record"])
@pytest.mark.parametrize(
    "line",
    ["no, not that one", "that's the wrong question", "leave that one as it was", "Not this one please"],
)
def test_what_was_opened_by_mistake_is_closed_as_it_was(told: Conversation, key: str, line: str) -> None:
    talk = say(told.go_to(key), line).talk
    assert talk.interview is told.interview
    assert (talk.wanted, talk.told, talk.trouble) == ("", ("Kept as it was.",), None)


@pytest.mark.parametrize("key", ["years", "level", "signature", "signature_record"])
@pytest.mark.parametrize(
    "line",
    [
        "No, not that one, it's my employer I wanted to change",
        "leave that as it is, I want the employer question",
    ],
)
def test_what_is_meant_instead_is_opened(told: Conversation, key: str, line: str) -> None:
    talk = say(told.go_to(key), line).talk
    assert talk.interview is told.interview
    assert talk.wanted == "employer"


def test_another_option_in_the_same_line_is_still_heard(told: Conversation) -> None:
    talk = say(told.go_to("level"), "not that one, c").talk
    step = talk.interview.path.step("level")
    assert step is not None
    assert step.value == "senior"


@pytest.mark.parametrize(
    "line",
    ["seven stays, keep it", "it stays at 7", "no leave it", "no, keep it", "that's all, go on", "7 years, it stays",
     "that's everything, show me the result please"],
)  # fmt: skip
def test_what_was_said_before_stays_in_more_words(told: Conversation, line: str) -> None:
    turn = say(told.go_to("years"), line)
    assert turn.show is None
    assert turn.talk.interview is told.interview
    assert (turn.talk.wanted, turn.talk.told) == ("", ("Kept as it was.",))


def test_another_figure_beside_it_is_no_keeping(told: Conversation) -> None:
    talk = say(told.go_to("years"), "six stays, keep it").talk
    assert talk.wanted == "years"
    assert talk.told == ()
