"""A command that is denied, asked about, or only a word in a sentence is not carried out; an erasure keeps its yes."""

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, Turn, say
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
SAID = ("care 60 records 40", "yes", "c", "4")
DENIED = (
    "don't undo", "do not undo", "please don't undo that", "no need to undo", "I don't want to undo it", "don't skip",
    "don't skip this", "do not skip", "I won't skip", "don't quit", "please do not stop", "no need to skip this one",
)  # fmt: skip
ASKED = (
    "should I undo?", "can I undo", "can I skip?", "undo nothing", "the undo was wrong", "patients skip meals",
    "I skip breaks",
    "I skip steps when busy", "it stops",
)  # fmt: skip


def at(*lines: str) -> Conversation:
    talk = Conversation(Interview.start(LIBRARY, "registered-nurse"))
    for line in lines:
        talk = say(talk, line).talk
    return talk


@pytest.mark.parametrize("typed", [*DENIED, *ASKED])
def test_what_does_not_command_changes_nothing(typed: str) -> None:
    before = at(*SAID)
    turn = say(before, typed)
    assert turn.talk.interview is before.interview
    assert turn.show is None
    assert turn.talk.step == before.step


@pytest.mark.parametrize("typed", ASKED)
def test_a_command_that_is_asked_about_is_left_by_a_no(typed: str) -> None:
    before = at(*SAID)
    after = say(say(before, typed).talk, "no").talk
    assert after.interview is before.interview


def test_a_command_that_is_asked_about_is_carried_out_by_a_yes() -> None:
    assert at(*SAID, "should I undo?", "yes").interview.answers.get("years") is None


AT_QUESTIONS = {"yes or no": SAID[:1], "options": SAID, "a number": SAID[:3]}


@pytest.mark.parametrize("before", AT_QUESTIONS.values(), ids=AT_QUESTIONS)
@pytest.mark.parametrize("order", ["delete everything", "erase", "start over"])
def test_an_erasure_keeps_its_yes_and_its_no_at_any_question(before: tuple[str, ...], order: str) -> None:
    talk = at(*before, order)
    kept, gone = say(talk, "no"), say(talk, "yes")
    assert kept.talk.interview is talk.interview
    assert kept.talk.reply == ("Nothing was changed.",)
    assert gone.erase is (order != "start over")
    assert gone.talk.interview.answers.get("split") is None


def named(typed: str) -> Turn:
    given = {"split": "typical", "oversight": "named", "signature": "mine"}
    interview = Interview.from_answers(LIBRARY, "registered-nurse", given)
    assert isinstance(interview, Interview)
    return say(Conversation(interview).go_to("oversight_rule"), typed)


@pytest.mark.parametrize(
    "typed",
    ["I forget", "it has no name at all", "my boss knows it", "not the Nursing Act", "AI Act maybe",
     "delete everything",
     "erase", "start over", "don't undo", "they have a collective agreement", "what is that", "who cares", "see above",
     "my colleague's licence"],
)  # fmt: skip
def test_words_that_name_nothing_are_no_name_of_a_rule(typed: str) -> None:
    talk = named(typed).talk
    assert talk.interview.answers.get("oversight_rule") is None
    assert talk.trouble is not None


@pytest.mark.parametrize(
    "typed", ["Nursing Act 1994", "the NMC register", "Gas Safe", "section 7 of the Nurses Act"]
)
def test_a_name_of_a_rule_is_taken(typed: str) -> None:
    assert named(typed).talk.interview.answers.get("oversight_rule") is not None


@pytest.mark.parametrize("typed", ["go to my week", "go to week", "go to question 2", "go back to my week"])
def test_going_to_the_week_opens_it(typed: str) -> None:
    step = say(at(*SAID), typed).talk.step
    assert step is not None
    assert step.key == "split"


@pytest.mark.parametrize("typed", ["prefer not a", "not sure a", "rather not say b"])
def test_no_command_takes_a_line_with_the_letter_of_an_option(typed: str) -> None:
    before = at(*SAID)
    after = say(before, typed).talk
    assert after.interview is before.interview
    assert after.trouble is not None


def test_the_word_of_a_question_that_may_never_come_is_not_kept_for_it() -> None:
    talk = at(*SAID, "show it")
    assert not any(key.startswith("beside") for key in talk.interview.answers.drafts)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("break", "quit"), ("close", "quit"), ("pass on", "skip"), ("in review", "review"), ("correct", "edit"),
     ("that's wrong", "edit")],
)  # fmt: skip
@pytest.mark.parametrize("before", [SAID[:2], SAID[:3]], ids=["options", "a number"])
def test_a_command_in_a_word_of_work_or_assent_is_asked_about(
    before: tuple[str, ...], typed: str, name: str
) -> None:
    talk = at(*before)
    turn = say(talk, typed)
    assert (turn.show, turn.talk.step, turn.talk.interview) == (None, talk.step, talk.interview)
    assert turn.talk.trouble
    assert turn.talk.trouble.text == f"Do you mean the command `{name}`?"


@pytest.mark.parametrize(("typed", "quits"), [("I'll pass on this one", False), ("take a break", True)])
def test_a_command_said_in_full_needs_no_yes(typed: str, quits: bool) -> None:
    turn = say(at(*SAID[:2]), typed)
    assert (turn.talk.trouble, turn.show is not None) == (None, quits)
