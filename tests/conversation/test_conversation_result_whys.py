"""Why a row counts as it does, why a range is so wide, what the index does not know, and two questions in one line."""

import pytest
from conversation_results import of, said

from aijri_engine.conversation.result_talk import answer_about
from aijri_engine.personal.result import Result

from test_conversation_what_if_meant import PEOPLE  # isort: skip


@pytest.fixture(scope="module")
def chef() -> Result:
    role, answers = PEOPLE["chef"]
    rating = {"hands": {"steps": "chosen", "sources": "partly", "judged": "person"}}
    return of({**answers, "rating": {**answers.get("rating", {}), **rating}}, role)


@pytest.mark.parametrize(
    "line",
    ["Why's the bit about what I do with my hands counted against me? I thought hands were the safe part.",
     "why is my work by hand not scored better?", "how come the cooking is rated so?", "why does cooking lower it?",
     "why is the cooking one so bad?", "why does the cooking drag me down?"],
)  # fmt: skip
def test_a_why_about_a_row_says_what_of_the_answers_puts_it_there(chef: Result, line: str) -> None:
    told = said(chef, line)
    assert (
        "this leaves room for a machine: Next step: Known steps, but I chose among them; What was needed"
        in told
    )
    assert "This needs a person: Good enough: A person judged" in told
    assert "The table of the job has it at " in told


def test_a_row_that_is_only_named_is_told_in_short(chef: Result) -> None:
    told = said(chef, "what about work by hand?")
    assert "Work by hand has" in told
    assert "room for a machine" not in told


def test_both_ends_of_the_range_are_one_range_and_why_it_is_wide(chef: Result) -> None:
    low, high = (f"{end:.1f}" for end in (chef.spread.range.low, chef.spread.range.high))
    told = said(chef, f"what does the {low} to {high} mean, why's it so wide?")
    assert told.count("90 of 100 recalculations") == 1
    assert "What makes it so wide, the most first: " in told
    assert "What makes it so wide" in said(chef, "why so wide?")


@pytest.mark.parametrize(
    "line",
    ["does your number know about that?", "Does your figure know about the new kitchen robots?",
     "What can I do if they bring in the cook-chill factory, does your number know about that?",
     "does it take into account that we're short of staff?", "have you considered that my boss is leaving?",
     "have you allowed for the new cook-chill plant?", "is there anything about robots in your figures?"],
)  # fmt: skip
def test_what_the_index_does_not_know_is_said(chef: Result, line: str) -> None:
    assert "and nothing else: no plans of your employer" in said(chef, line)


@pytest.mark.parametrize("joined", [", and ", " and ", "? And "])
@pytest.mark.parametrize(
    ("first", "second"),
    [("who made this thing", "can my boss see it"), ("how sure is that", "which step first"),
     ("why so low", "what does green mean"), ("who wrote this", "is it free")],
)  # fmt: skip
def test_two_questions_in_one_line_are_both_answered(
    chef: Result, first: str, second: str, joined: str
) -> None:
    both = answer_about(chef, f"{first}{joined}{second}?").words
    for one in (first, second):
        assert {*answer_about(chef, f"{one}?").words} <= {*both}, one


def test_nothing_is_told_of_two_questions_while_the_figure_is_covered(chef: Result) -> None:
    told = answer_about(chef, "how sure is that, and which step first?", "It is covered.").words
    assert told == ("It is covered.",)


def test_who_signs_is_no_rating_of_a_row(chef: Result) -> None:
    assert "Rating of" not in said(chef, "what if I was the one who signs?")


def test_a_change_is_set_beside_what_chance_alone_does_in_points(chef: Result) -> None:
    told = said(chef, "what if I move 5 percent from leading to teaching?")
    assert "points by which two sittings of one week can differ." in told


@pytest.mark.parametrize(
    "line", ["Which answers of mine pull it down, would you say?", "which answers drag it down?"]
)
def test_what_pulls_it_down_is_told_of_several_answers(chef: Result, line: str) -> None:
    assert "pulls it " in said(chef, line)


def test_who_is_green_hears_at_least_where_it_stands_by_task(chef: Result) -> None:
    assert "Resisting most: " in said(chef, "how do I stay in Green?")
