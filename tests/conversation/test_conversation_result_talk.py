"""Talk about a result: answered from its own figures, in words; nothing is moved by it, nothing withheld is told."""

import re
from typing import Any

import pytest
from conversation_results import LIBRARY, ROLE, of, said

from aijri_engine.content.library import shipped_answers
from aijri_engine.conversation.first_words import first_words
from aijri_engine.conversation.own_table import begin as begin_table
from aijri_engine.conversation.own_table import said as said_of_table
from aijri_engine.conversation.result_talk import answer_about, tried_or_answered
from aijri_engine.personal.result import Result
from tests.personal.made_up_people import ARCHITECT, TASKS

MOSTLY_OUTSIDE: dict[str, Any] = {
    "split": dict(zip(TASKS, (10, 20, 10, 10, 5, 5), strict=True)),
    "other": [{"name": "caring for patients", "share": 40}],
}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("why so low?", "What pulls it down against the role, in points: how training is done -7.1"),
        ("Why is it so low", "how training is done -7.1"),
        ("why so high", "Nothing you said lifts it above the role's 64.6"),
        ("which answer matters most", "how training is done -7.1 points"),
        ("what does that range mean", "in 90 of 100 recalculations"),
        ("what does that range mean", "To narrow it: answer this too: "),
        ("how do I get to Green", "7.2 points are missing to Green"),
        ("what about my colleagues?", "The role's average stands at 64.6"),
        ("which step first", "Why this one: 50 % of your week goes to training"),
        ("is this for my employer?", "you decide who gets it"),
        ("what about training?", "Training has 50 % of your week, running known recipes with new values"),
        ("is that bad?", "Yellow: partly open to AI"),
        ("will I lose my job", "names no date"),
        ("what is a good score", "Higher is safer"),
        ("why is my score lower than the average", "What pulls it down against the role"),
        ("which task is most at risk", "Most open to automation: Training and Infrastructure."),
        ("what should I do on Monday", "Why this one: 50 % of your week goes to training"),
        ("what can I do about it in two hours", "Why this one: 50 % of your week goes to training"),
        ("who sees this?", "you decide who gets it"),
        ("what do other people in my job get", "I know nothing of them"),
        ("is 40.8 bad", "Yellow: partly open to AI"),
        ("how was this calculated", "To yours, the largest causes in points"),
        ("what happens if I get promoted", "A new title alone moves nothing"),
        ("what if I move to another company", "A new title alone moves nothing"),
        ("undo", "Nothing was changed here"),
        ("you are stupid", "Sorry. Your answers are kept"),
        ("how do I get to Red", "would cost most"),
        ("why is it not Red", "Nothing you said lifts it above"),
        ("why is it not Green", "What pulls it down against the role"),
        ("and if AI gets much better", "None of them is a forecast"),
        ("what is the margin of error", "in 90 of 100 recalculations"),
        ("I don't agree with this", "You may well be right"),
        ("that's not right, I do more research than that", "Nothing is changed from here"),
        ("I spend half my time on debugging", "Nothing is changed from here"),
    ],
)
def test_what_people_ask_of_a_result_is_answered_from_their_own(junior: Result, line: str, told: str) -> None:
    assert told in said(junior, line)


def test_a_green_week_is_told_about_keeping_it() -> None:
    assert "You are in Green already" in said(of(ARCHITECT), "how do I get to green?")


EVERY_LINE = [one for known in shipped_answers().about_results for one in known.asked]


@pytest.mark.parametrize("role", [ROLE, "29-1141.00"])
def test_nothing_withheld_is_told_whatever_is_asked(role: str) -> None:
    found = of(MOSTLY_OUTSIDE if role == ROLE else {}, role)
    assert found.withheld
    index, others = f"{found.assessment.index:.1f}", [f"{one.index:.1f}" for one in found.outlook]
    base = [f"{found.base_assessment.index:.1f}"] if found.personal.role.starting_table else []
    changes = [
        "what if I stopped training",
        "what if growth=2",
        "what if I move 10 percent from design to training",
    ]
    for line in (*EVERY_LINE, *changes, "what about training?"):
        words = said(found, line)
        assert words, line
        for figure in (index, *others, *base):
            assert not re.search(rf"(?<![\d.]){re.escape(figure)}(?![\d.])", words), (line, figure)
        assert not re.search(r"\bzone (holds|leans|is on the edge)|[+-]\d+\.\d", words), line


def test_every_known_question_is_answered_for_a_plain_result(junior: Result) -> None:
    for line in EVERY_LINE:
        found = answer_about(junior, line)
        assert found.words, line
        assert "{" not in found.words[0], line
        assert len(" ".join(found.words).split()) <= 110, line


def test_words_that_lead_on_go_where_they_say(junior: Result) -> None:
    assert (answer_about(junior, "More").opens, answer_about(junior, "my steps").goes) == ("more", False)
    assert answer_about(junior, "what if").opens == "what_if"
    assert answer_about(junior, "compare").goes


@pytest.mark.parametrize(
    "line", ["", "   ", "[red]", "\x1b[31m", "x" * 10_000, "=HYPERLINK(1)", "?", "𝔘", "99999999"]
)
def test_whatever_is_typed_is_answered_or_passed_over(junior: Result, line: str) -> None:
    for words in answer_about(junior, line).words:
        assert "\x1b" not in words
        assert len(words) < 600


@pytest.mark.parametrize("line", ["/nothing", "/xyzzy", "/foo bar"])
def test_an_unknown_command_is_told_as_one(junior: Result, line: str) -> None:
    for found in (tried_or_answered(junior, line), answer_about(junior, line)):
        assert found.words[0] == "There is no such command."
        assert not found.changes
        assert not found.goes
    assert first_words(line).words.startswith("There is no such command.")
    assert said_of_table(begin_table("owl keeper"), line).words.startswith("There is no such command.")


@pytest.mark.parametrize("line", ["delete everything", "Delete everything!"])
def test_who_wants_all_erased_is_told_where(junior: Result, line: str) -> None:
    """Nothing is erased at a result, and nobody is told that it is beyond us."""
    for covered in ("", "It is covered."):
        words = " ".join(answer_about(junior, line, covered).words)
        assert "erases this interview for good" in words
        assert "aijri erase everything" in words


ACCOUNTANT: dict[str, Any] = {
    "split": dict(zip(LIBRARY.role("accountant").task_ids(), (25, 20, 25, 5, 15, 5, 5), strict=True)),
    "depth": dict.fromkeys(LIBRARY.role("accountant").task_ids(), "follows"),
}
"""A role whose tasks are called reports, records and accounts."""


@pytest.fixture(scope="module")
def accountant() -> Result:
    return of(ACCOUNTANT, "accountant")


@pytest.mark.parametrize(
    "line", ["how do I change an answer?", "What can I type here, how do I change an answer?"]
)
def test_who_asks_how_to_change_an_answer_is_told_where(accountant: Result, line: str) -> None:
    assert "Type answers" in said(accountant, line)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("answers", "take me back to my answers then"),
        ("answers", "I'd like to go back to my answers, then"),
        ("answers", "I want to change my answer about the week"),
        ("answers", "change week"),
        ("answers", "oh wait, before I forget, can I change something? planning is more like seven hours"),
        (
            "answers",
            "Wait, I must correct my week, I forgot checking, that is five percent, take it from closing",
        ),
        ("answers", "it's the week I want to change, closing seven hours not six"),
        ("save", "Please save me the report, I want to read it tomorrow with my husband"),
        ("report", "How do I save the report"),
        ("save", "save"),
        ("save", "can you save me that as a report I can print, please"),
        ("save", "and save it as a word document for the union rep"),
        ("report", "how do I save this as a file"),
        ("quit", "Thank you, that was interesting. Good night"),
        ("quit", "right, that's grand, thanks very much, cheerio"),
        ("quit", "bye for now, thanks"),
    ],
)
def test_a_page_is_called_in_a_sentence(accountant: Result, page: str, line: str) -> None:
    found = answer_about(accountant, line)
    assert (found.opens, found.goes) == (page, True)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("What can I do to be safer, realistically?", "In this order: 1. "),
        ("So what could I do now to get it higher", "In this order: 1. "),
        ("is there anything at all I can do about it myself, apart from work harder", "In this order: 1. "),
        ("Which step would you do first if you was me?", "Why this one: "),
        ("right and what does green actually mean, does it mean I'm fine?", "mostly open to AI"),
        ("och it's not my market is it, is it the cuts that's pulling it down?", "What pulls it down"),
        ("can you tell me what I'm best at then, the bits the computer cannae do", "Most open to automation"),
        ("so is that the tax returns thing that's going to take my job then?", "names no date"),
        ("and how sure are you of that number, because you didnae know my tax returns", "recalculations"),
        ("Does my experience or qualification count for something?", "Not by itself"),
        ("What has my ACCA to do with it", "Not by itself"),
        ("and will it say my name on it or the firm's?", "No name is asked for"),
        ("Good, keep that please", "A what-if keeps nothing"),
        ("so can I keep that job of mine then", "names no date"),
    ],
)
def test_a_known_question_is_heard_among_other_words(accountant: Result, line: str, told: str) -> None:
    assert told in said(accountant, line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what about tax returns?", "Tax returns has 25 % of your week"),
        ("statements and reports", "Statements and reports has 20 % of your week"),
        ("in a word, what about tax returns?", "Tax returns has 25 % of your week"),
        ("what would save tax returns from it?", "Tax returns has 25 % of your week"),
        ("I don't do reports", "Statements and reports has"),
    ],
)
def test_a_task_is_still_told_by_its_name(accountant: Result, line: str, told: str) -> None:
    assert told in said(accountant, line)


def test_nothing_is_told_twice_in_a_row_in_the_same_words(accountant: Result) -> None:
    for line in ("what about tax returns?", "what is the weather", "why so low"):
        first = answer_about(accountant, line)
        again = answer_about(accountant, line, before=first)
        assert first.words != again.words
        assert "more" in " ".join(again.words)


def test_what_only_may_be_meant_is_asked_back_whatever_task_it_names(accountant: Result) -> None:
    line = "What if I was the one who signs the accounts?"
    assert "Do you mean Name on the record: Mine, and it is needed?" in said(accountant, line)


def test_who_is_in_distress_is_answered_each_time(junior: Result) -> None:
    first = answer_about(junior, "I want to kill myself")
    assert "talk to someone you trust" in " ".join(first.words)
    assert answer_about(junior, "I want to kill myself", before=first).words == first.words


def test_what_nobody_can_answer_twice_is_said_otherwise(junior: Result) -> None:
    first = answer_about(junior, "what about the moon")
    again = answer_about(junior, "and the stars above", before=first)
    assert again.words != first.words
    assert "beyond what I can answer" in " ".join(again.words)
    assert "just said" not in " ".join(again.words)
