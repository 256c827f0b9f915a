"""Whoever asks where words are wanted gets an answer to it, and nothing of it is kept as theirs."""

import pytest
from conversation_driver import LIBRARY

from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview

NAMED = {"split": {"care": 50, "records": 50}, "oversight": "named", "signature": "mine", "sounds_like": "no"}
WORDS = ["oversight_rule", "signature_record", "difference"]


def at_words(key: str) -> Conversation:
    interview = Interview.from_answers(LIBRARY, "29-1141.00", NAMED)
    assert isinstance(interview, Interview)
    return Conversation(interview).go_to(key)


@pytest.mark.parametrize("key", WORDS)
@pytest.mark.parametrize(
    "line",
    [
        "What do you mean by a rule, the Nurses Act?",
        "what counts as a rule?",
        "is this sent to my hospital?",
        "Do you mean the Nurses Act?",
        "is this sent anywhere",
        "sorry, what is this for?",
        "the Nurses Act?",
    ],
)
def test_a_question_is_no_name_and_no_remark(key: str, line: str) -> None:
    after = say(at_words(key), line).talk
    assert after.interview.answers.get(key) is None
    assert after.step is not None
    assert after.step.key == key
    assert after.reply or (after.trouble is not None and "a question" in after.trouble.text)


@pytest.mark.parametrize("key", WORDS)
def test_words_with_a_question_mark_are_kept_once_they_are_confirmed(key: str) -> None:
    entry = say(say(at_words(key), "the Nurses Act?").talk, "yes").talk.interview.answers.get(key)
    assert entry is not None
    assert entry.value == "the Nurses Act?"


@pytest.mark.parametrize("key", ["oversight_rule", "signature_record"])
@pytest.mark.parametrize(
    "line", ["I don't know what it's called", "not sure what its name is", "no idea what it is"]
)
def test_a_name_that_is_not_known_names_nothing(key: str, line: str) -> None:
    after = say(at_words(key), line).talk
    assert (entry := after.interview.answers.get(key)) is None or entry.value is None


@pytest.mark.parametrize(
    "line", ["Nothing really, it's fine", "no, that's all right", "none, thanks", "nothing to add"]
)
def test_nothing_is_not_printed_as_what_differs(line: str) -> None:
    after = say(at_words("difference"), line).talk
    assert (entry := after.interview.answers.get("difference")) is None or entry.value is None


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("oversight_rule", "the Nurses Act"),
        ("oversight_rule", "Can. Nurses Act 1997"),
        ("signature_record", "the medication chart"),
        ("difference", "no two weeks are the same here"),
        ("difference", "I don't know, it seems low for what I do"),
        ("difference", "what I do with families is missing"),
        ("difference", "the audit that nobody said yes to"),
        ("signature_record", "Correction of errors log"),
    ],
)
def test_what_is_an_answer_is_kept(key: str, line: str) -> None:
    entry = say(at_words(key), line).talk.interview.answers.get(key)
    assert entry is not None
    assert entry.value == line


@pytest.mark.parametrize("key", WORDS)
@pytest.mark.parametrize(
    "line",
    [
        "Oh no wait, sorry, I said yes to the wrong thing. It should be the other one",
        "hmm let me fetch a coffee first",
        "hmm let me think a second",
        "sorry, had to answer the door, now I am here again",
        "hang on, the kettle is boiling",
        "no no, undo that, I said b",
        "I meant b for the last one",
        "Pass. Next one.",
        "that's private, not telling you",
        "that's none of your business",
        "scratch my previous answer, delete it",
    ],
)
def test_what_is_said_on_the_way_to_words_is_not_kept_as_them(key: str, line: str) -> None:
    after = say(at_words(key), line).talk
    assert (entry := after.interview.answers.get(key)) is None or entry.value is None
    assert after.trouble is not None
    assert "Or are these words your answer?" in after.trouble.text


def test_words_that_correct_another_answer_change_that_one() -> None:
    rows = LIBRARY.role("accountant").task_ids()
    week = {"split": {row: 40 if row == "tax" else 10 for row in rows}, "depth": {"tax": "originates"}}
    interview = Interview.from_answers(LIBRARY, "accountant", week)
    assert isinstance(interview, Interview)
    line = "Oh no, I said yes to the wrong thing. For tax returns it should be preparing from records, not arguing"
    put = say(Conversation(interview).go_to("example.tax"), line).talk
    assert put.trouble is not None
    assert put.trouble.text == "That sounds like a, preparing usual returns. Right?"
    after = say(put, "yes").talk
    assert after.told[0].startswith("Changed: How tax returns are done, now: preparing usual returns.")
    assert after.interview.answers.get("example.tax") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("oh right. the class register … I suppose", "the class register"),
        ("Money Laundering Regulations 2017, if I remember good.", "Money Laundering Regulations 2017"),
        ("well, the Nurses Act, I think", "the Nurses Act"),
        ("Law on nursing, part 2", "Law on nursing, part 2"),
        ("I think, the Nurses Act", "the Nurses Act"),
    ],
)
def test_a_name_is_kept_without_the_remarks_around_it(line: str, name: str) -> None:
    entry = say(at_words("oversight_rule"), line).talk.interview.answers.get("oversight_rule")
    assert entry is not None
    assert entry.value == name


def test_what_differs_is_kept_as_it_is_said() -> None:
    entry = say(at_words("difference"), "well, more of it, I think").talk.interview.answers.get("difference")
    assert entry is not None
    assert entry.value == "well, more of it, I think"
