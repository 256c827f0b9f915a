"""A known question is found in a longer sentence, and no answer is taken for one."""

import pytest
from conversation_driver import LIBRARY, ROLE, WEEK, at, held

from aijri_engine import result
from aijri_engine.conversation import say
from aijri_engine.conversation.first_words import first_words
from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.conversation.what_to_take import what_to_take
from aijri_engine.interview.interview import Interview

PRIVATE, EMPLOYER = "Nothing is sent to anybody", "Nothing goes to an employer"
ASKED = [
    ("Hi there. Just off a night shift. Why do you want to know about only two weeks?", "Recent weeks"),
    ("who sees this?", PRIVATE),
    ("who sees this actually", PRIVATE),
    ("sorry mate, is any of this sent anywhere?", PRIVATE),
    ("does this get sent to my hospital?", EMPLOYER),
    ("is this going to my boss", EMPLOYER),
    ("Hello. I'm a bit worried. Does my school get to see this? Just asking.", EMPLOYER),
    ("can I pick two?", "{which}"),
    ("can you say that more simply?", "{plainly}"),
    ("what happens if I get this wrong?", "Yes, at any time"),
    ("does a phone call count as collaboration?", "Collaboration: "),
    ("what counts as infrastructure?", "Infrastructure: "),
    ("What's the difference between training and research?", "Research: "),
    ("what does 'infrastructure' mean? Like the servers?", "Infrastructure: "),
    ("Does the barcode scanner count as a telescope?", "{plainly}"),
]


@pytest.mark.parametrize("key", ["split", "level", "practice", "years", "conditions"])
@pytest.mark.parametrize(("line", "told"), ASKED)
def test_a_question_in_a_longer_sentence_is_answered_while_answering(key: str, line: str, told: str) -> None:
    before = at(key)
    step = before.step
    assert step is not None
    turn = say(before, line)
    told = told.replace("{plainly}", step.asked.question.plainly or "")
    assert told.replace("{which}", what_to_take(step.asked)) in " ".join(turn.talk.reply)
    assert turn.talk.interview is before.interview
    assert turn.talk.step == step
    assert turn.show is None


@pytest.mark.parametrize("line", ["is b better than a?", "what is the difference between a and b, mate?"])
def test_two_options_in_a_question_are_told_apart(line: str) -> None:
    told = " ".join(at("level", line).reply)
    assert "a: " in told
    assert "b: " in told


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("level", "b, who else would decide that?"),
        ("years", "about twelve years, is that a lot?"),
        ("split_basis", "I can see who it was in the diary, so from records"),
    ],
)
def test_an_answer_with_a_question_behind_it_gets_no_answer_to_another_question(key: str, line: str) -> None:
    assert not {PRIVATE, EMPLOYER} & {reply[: len(PRIVATE)] for reply in at(key, line).reply}


def test_a_week_with_a_remark_stays_a_week() -> None:
    assert held(f"{WEEK}, who sees that is no matter").reply == ()


RESULT = [
    ("why so low? I'm nowhere near the average", "What pulls it down"),
    ("thirty?! that's rubbish, why so low mate?", "What pulls it down"),
    ("what can I do about it then?", "In this order: 1."),
    ("what can I actually do about this?", "In this order: 1."),
    ("is any of this sent to my hospital?", PRIVATE),
    ("is my stuff getting sent off anywhere?", PRIVATE),
    ("Before I go on, does my boss get to see this?", PRIVATE),
    ("which of these steps should I start with, and why?", "Why this one"),
    ("what does range mean, why could it be 52?", "in 90 of 100 recalculations"),
    ("Will a robot take my job in five years?", "names no date"),
    ("Is 57 good? Compared with other nurses I mean", "Yellow"),
    ("should I just quit and become a plumber?", "talk with people who know"),
    ("I read that at work, can I change it?", "Type answers"),
]


@pytest.fixture(scope="module")
def interview() -> Interview:
    found = Interview.from_answers(LIBRARY, ROLE, {"split": {"train": 60, "design": 40}, "level": "junior"})
    assert isinstance(found, Interview)
    return found


@pytest.mark.parametrize(("line", "told"), RESULT)
def test_a_question_in_a_longer_sentence_is_answered_at_the_result(
    interview: Interview, line: str, told: str
) -> None:
    assert told in " ".join(answer_about(result(interview), line).words)


PRIVACY = ["Hi. Long day. Does my hospital get to see this?", "is any of this sent to my boss, mate?"]


@pytest.mark.parametrize("line", PRIVACY)
def test_who_sees_it_is_answered_before_there_is_a_job_and_while_the_figure_is_covered(
    interview: Interview, line: str
) -> None:
    before = first_words(line)
    assert before.kind == "reply"
    assert EMPLOYER in before.words
    assert EMPLOYER in " ".join(answer_about(result(interview), line, "It is covered.").words)
    assert answer_about(result(interview), "so, why so low then?", "It is covered.").words == (
        "It is covered.",
    )


@pytest.mark.parametrize(
    ("line", "page"),
    [("thanks, that's me done, bye", "quit"), ("Cheers. I'm done", "quit"), ("bye then", "quit"),
     ("save my answers to a file please", "report"), ("ok, all steps please", "steps")],
)  # fmt: skip
def test_words_that_lead_on_are_found_beside_thanks(interview: Interview, line: str, page: str) -> None:
    found = answer_about(result(interview), line)
    assert (found.opens, found.goes) == (page, True)


@pytest.mark.parametrize(
    ("key", "line", "told"),
    [
        (
            "years",
            "What do you mean with this kind of work, payroll or accounting altogether?",
            "Your job as a whole",
        ),
        ("years", "What does it mean that range should be wide?", "recalculations"),
        ("split_basis", "And what is the range?", "recalculations"),
        ("level", "Why choose the last line that is true, I dont understand", "the one furthest down"),
        ("oversight", "What do you mean by regulator?", "A regulator is a body"),
        ("oversight", "I hope nobody can see this?", PRIVATE),
        ("split_basis", "how much longer is this going to take, I've mince on", " more"),
    ],
)
def test_what_a_person_asks_on_the_way_is_answered(key: str, line: str, told: str) -> None:
    after = say(at(key), line).talk
    assert told in " ".join(after.reply)
    assert after.interview is at(key).interview


def test_why_it_is_asked_in_other_words_is_why() -> None:
    assert say(at("oversight"), "what makes you ask that?").talk.opened == "why"


@pytest.mark.parametrize(
    ("key", "line", "value", "told"),
    [
        ("years", "12. Is there a lot of more questions?", 12, " more"),
        ("years", "eight years, who can see this?", 8, PRIVATE),
        ("oversight", "b. why do you need this?", "part", "What it is used for"),
        ("oversight", "What do you mean by regulator? I do part of it", "part", "A regulator is a body"),
        ("split_basis", "b, but why does it matter?", "thought", "What it is used for"),
    ],
)
def test_a_question_beside_an_answer_is_answered_and_the_answer_is_taken(
    key: str, line: str, value: object, told: str
) -> None:
    after = say(at(key), line).talk
    entry = after.interview.answers.get(key)
    assert told in " ".join(after.reply)
    assert entry is not None
    assert entry.value == value


@pytest.mark.parametrize(
    "line", ["no, what do you mean?", "ok, but why?", "yes but who can see this?", "is it b?"]
)
def test_a_yes_or_a_no_before_a_question_answers_nothing(line: str) -> None:
    assert say(at("oversight"), line).talk.interview is at("oversight").interview
