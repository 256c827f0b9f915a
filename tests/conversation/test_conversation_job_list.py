"""Questions put where a job is asked for, and where jobs are put to choose from, are answered; the list stays."""

import pytest

from aijri_engine.conversation.first_words import LIST_STANDS, WHAT_JOB, chosen_of, first_words

TITLES = ("Primary School Teacher", "Preschool Teachers", "Tutors")
ASKED = [
    ("what is the difference", "table of tasks"), ("what is the difference between the first two", "table of tasks"),
    ("what's the difference between 1 and 2?", "table of tasks"), ("which one is better for me", "table of tasks"),
    ("do I have to choose one", "table of tasks"), ("which should I take?", "table of tasks"),
    ("why do you ask", "is laid over"), ("why do you need my job?", "is laid over"), ("why", "is laid over"),
    ("is it sent anywhere", "Nothing is sent"), ("how long does it take", "minutes"),
    ("will this take long?", "minutes"),
    ("save me the report", "There is none yet"), ("show me the result", "There is none yet"),
    ("give me the report please", "There is none yet"), ("what's my score", "There is none yet"),
    ("wrong job", "type another name"), ("I picked the wrong role", "type another name"),
    ("what is a starting table", "worked out from public figures"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "told"), ASKED)
def test_a_question_at_the_list_of_jobs_is_answered_and_the_list_stays(line: str, told: str) -> None:
    for titles in (TITLES, TITLES[:1]):
        assert chosen_of(titles, line) is None
        found = first_words(line, titles)
        assert found.kind == "reply"
        assert told in found.words
        assert found.words.endswith(LIST_STANDS)
        assert "quit, and begin again" not in found.words


@pytest.mark.parametrize(("line", "told"), ASKED)
def test_and_before_there_is_a_list_the_job_is_asked_for_again(line: str, told: str) -> None:
    found = first_words(line)
    assert found.kind == "reply"
    assert told in found.words
    assert found.words.endswith(WHAT_JOB)


@pytest.mark.parametrize("line", ["could you tell the weather", "which way is north", "should I wear a tie"])
def test_an_unknown_question_at_the_list_is_searched_for_as_no_job(line: str) -> None:
    assert chosen_of(TITLES[:1], line) is None
    assert first_words(line, TITLES).kind == "reply"


@pytest.mark.parametrize(
    ("line", "place"),
    [("can I have the second one", 1), ("the first, why not", 0), ("could I take number 3 please", 2)],
)
def test_a_place_asked_for_is_taken(line: str, place: int) -> None:
    assert chosen_of(TITLES, line) == place


@pytest.mark.parametrize(
    "line", ["I write reports", "report writer", "result checker in a lab", "time keeper"]
)
def test_a_job_of_such_words_stays_one(line: str) -> None:
    assert first_words(line, TITLES).kind == "job"
