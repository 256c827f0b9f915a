"""What a person asks is answered from the content, and the question stands."""

import re

import pytest
from conversation_driver import LIBRARY, ROLE, WEEK, at, held

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.form import Form
from aijri_engine.interview.interview import Interview


def test_there_are_at_least_sixty_questions_and_each_is_answered_as_it_is_asked() -> None:
    answers = shipped_answers().answers
    assert len(answers) >= 60
    for one in answers:
        if "job" in one.at:  # test_conversation_job_list.py
            continue
        talk = held() if not one.at or "split" in one.at else at("level")
        for asked in one.asked:
            turn = say(talk, asked)
            after = turn.talk
            assert after.reply, asked
            assert turn.show is None
            assert after.step == talk.step
            assert after.interview is talk.interview


@pytest.mark.parametrize(
    "line",
    [
        "is the moon made of cheese?",
        "what should I cook tonight",
        "do you like football?",
        "my cat is asleep",
        "xyzzy",
    ],
)
def test_what_nobody_asks_gets_no_answer_from_content(line: str) -> None:
    known = {one.says for one in shipped_answers().answers}
    assert not known & set(held(line).reply)
    assert not held(line).interview.answers.entries


@pytest.mark.parametrize(
    "line",
    ["ich verstehe die frage nicht", "no entiendo la pregunta que es", "je ne comprends pas la question"],
)
def test_another_language_is_recognised_and_letters_still_answer(line: str) -> None:
    talk = at("split_basis", line)
    assert talk.reply == ("I only understand English so far. The options by letter still work.",)
    assert say(talk, "b").talk.interview.answers.get("split_basis") is not None


def test_why_so_low_says_no_figure_while_it_is_covered_and_its_causes_after() -> None:
    covered = held("5/50/15/15/5/10", "why is my figure so low?")
    assert not any(sign.isdigit() for sign in " ".join(covered.reply))
    shown = say(covered, "score").talk
    told = say(shown, "why is my figure so low?").talk.reply
    assert any("-" in line for line in told)


def test_why_so_low_tells_no_points_of_a_figure_that_is_withheld() -> None:
    table = Interview.start(LIBRARY, "29-1141.00").reveal("result")
    outside = Interview.from_answers(
        LIBRARY, ROLE, {"split": {"train": 40}, "other": [{"name": "hiring", "share": 60}], "level": "junior"}
    )
    assert isinstance(outside, Interview)
    for interview in (table, outside.reveal("result")):
        reply = " ".join(say(Conversation(interview), "why is my figure so low?").talk.reply)
        assert reply
        assert not re.search(r"[-+]\d", reply), reply


@pytest.mark.parametrize(
    ("first", "then"),
    [("80 training + 20 everything else", "wrong"), ("training 50 debugging 30 infra 30", "40 hours"),
     ("training 50, design 10", "hello there")],
)  # fmt: skip
def test_a_reply_is_never_glued_to_words_it_does_not_fit(first: str, then: str) -> None:
    assert held(first, then).interview.answers.get("split") is None


@pytest.mark.parametrize("role", LIBRARY.roles)
def test_every_question_has_plainer_words(role: str) -> None:
    file = LIBRARY.interview_of(role)
    assert [one.id for one in file.questions() if not one.plainly or one.plainly == one.ask] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [("what does c mean?", "c: I did, without further approval"),
     ("what do you mean by option b", "b: I did, and someone"),
     ("what is the difference between b and c?", "nobody had to say yes"), ("how is a different from b", "b: I did"),
     ("what does approval mean", "c: I did, without further approval"), ("what is infrastructure?", "Infrastructure: "),
     ("what does two normal weeks mean", "without holiday"), ("what is metr", "METR 2025"),
     ("explain more simply", "who had the last word, you or somebody else"), ("none of these", "comes nearest"),
     ("neither", "comes nearest"), ("what does years mean", "How many years"), ("what does a mean", "a: Someone else")],
)  # fmt: skip
def test_what_a_word_means_is_answered_from_the_content(line: str, told: str) -> None:
    talk = at("level", line)
    assert told in " ".join(talk.reply)
    assert talk.interview.answers.get("level") is None
    assert talk.step is not None
    assert talk.step.key == "level"


def test_each_option_of_every_question_is_explained_by_its_letter() -> None:
    talk = held(WEEK)
    for step in talk.interview.path.steps:
        here = talk.go_to(step.key)
        for choice in step.asked.choices:
            told = " ".join(say(here, f"what does {choice.letter} mean?").talk.reply)
            assert told.startswith(f"{choice.letter}: {choice.label.rstrip('.')}"), (step.key, choice.letter)


def test_every_option_of_every_role_has_plainer_words() -> None:
    """Task rows aside, which name the task itself."""
    bare = set()
    for role in LIBRARY.roles:
        form = Form.of(LIBRARY, role)
        for asked in (*form.single.values(), *form.for_task.values()):
            options = () if asked.question.options_from == "task" else asked.choices
            rows = [choice for row in asked.rows for choice in row.choices]
            bare |= {(asked.question.id, one.id) for one in (*options, *rows) if not one.plainly}
    assert bare == set()


def test_at_least_sixty_questions_of_people_are_answered() -> None:
    assert len(shipped_answers().answers) >= 60


def test_why_and_help_keep_what_was_put_to_be_confirmed() -> None:
    put = at("years", "i think about twelve years")
    assert put.trouble is not None
    assert put.trouble.confirm
    for question in ("why?", "help"):
        entry = say(say(put, question).talk, "yes").talk.interview.answers.get("years")
        assert entry is not None
        assert entry.value == 12


@pytest.mark.parametrize(
    "key", ["level", "employer", "depth.train", "split_basis", "conditions", "years", "practice"]
)
@pytest.mark.parametrize("line", ["yes", "ok", "xyzzy"])
def test_a_line_that_means_nothing_is_not_answered_by_the_same_words_for_ever(key: str, line: str) -> None:
    talks = [at(key, *[line] * times) for times in (1, 2, 3)]
    told = [talk.trouble.text for talk in talks if talk.trouble is not None]
    assert len(told) == 3
    assert told[0] != told[1] != told[2]
    step = talks[0].step
    assert step is not None
    if step.asked.choices and line == "yes":
        assert told[0].startswith("Yes to which one?")
    assert all(f"{one.letter} (" in told[1] for one in step.asked.choices)
