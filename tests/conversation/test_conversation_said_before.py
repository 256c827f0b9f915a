"""A line that speaks of an answer given before, or denies a part of itself: it never lands at another question."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.conversation.the_list import said_of_all
from aijri_engine.interview.interview import Interview

LIBRARY = Library.open()
NURSE = "registered-nurse"
WEEK = {"medicines": 20, "care": 40, "records": 20, "teaching": 20}


def typed(*lines: str, at: str = "", **answers: Any) -> tuple[Conversation, Mapping[str, Any]]:
    """A nurse who answered this in this order, then types; the talk after it and what the lines changed."""
    interview = Interview.start(LIBRARY, NURSE)
    for key, value in answers.items():
        after = interview.answer(key, value)
        assert isinstance(after, Interview)
        interview = after
    talk = Conversation(interview).go_to(at) if at else Conversation(interview)
    for line in lines:
        talk = say(talk, line).talk
    return talk, changed(interview, talk.interview)


def changed(before: Interview, after: Interview) -> Mapping[str, Any]:
    said = {step.key: step.value for step in before.path.steps}
    return {one.key: one.value for one in after.path.steps if one.value != said.get(one.key)}


def asked_back(talk: Conversation) -> str:
    return talk.trouble.text if talk.trouble is not None else ""


def offered(talk: Conversation) -> list[str]:
    return [label for label, _ in talk.trouble.offers] if talk.trouble is not None else []


@pytest.mark.parametrize("at", ["split_basis", "level", "practice", "conditions"])
@pytest.mark.parametrize(
    "line", ["make that 60", "no, 60 and 40", "no, 60", "sorry, 60 %", "make it 60", "wait, 60 40"]
)
def test_figures_alone_after_the_week_are_of_no_other_question(line: str, at: str) -> None:
    talk, now = typed(line, at=at, split={"rows": WEEK})
    assert asked_back(talk).startswith("Of which row is that?")
    assert not now
    assert not offered(talk)


def test_a_figure_that_the_open_question_would_take_is_put_and_not_set() -> None:
    for line in ("no, 2", "make that 2"):
        talk, now = typed(line, at="level", split={"rows": WEEK})
        assert asked_back(talk).startswith("That sounds like b")
        assert not now


@pytest.mark.parametrize(("line", "years"), [("sorry, 7", 7), ("make that 8", 8), ("no wait, 6.5", 6.5), ("years 7", 7),
                                             ("Years: 7", 7), ("sorry, 18 months", 1.5)])  # fmt: skip
def test_a_likely_correction_of_the_years_is_taken_and_told(line: str, years: float) -> None:
    talk, now = typed(line, at="level", years=6)
    assert now == {"years": years}
    assert talk.told[0].startswith("Changed: Years, now:")
    assert talk.step is not None
    assert talk.step.key == "level"


@pytest.mark.parametrize("line", ["sorry, 60", "no, 60", "make that 55"])
def test_a_figure_far_from_the_answer_before_is_put(line: str) -> None:
    talk, now = typed(line, at="level", years=6)
    assert "instead of 6 years?" in asked_back(talk)
    assert not now
    assert typed(line, "yes", at="level", years=6)[1] == {"years": float(line[-2:])}
    assert not typed(line, "no", at="level", years=6)[1]


@pytest.mark.parametrize("line", ["also c", "plus c", "and c too"])
def test_one_more_goes_with_what_was_picked_of_several(line: str) -> None:
    for at in ("duties", "level"):
        assert typed(line, at=at, duties=["said_no"])[1] == {"duties": ("said_no", "stood_by")}
    assert not typed(line, at="employer", level="senior")[1]


@pytest.mark.parametrize("line", ["and b", "and no", "plus 2", "and 5 years"])
def test_what_may_go_on_with_the_open_question_adds_nothing_to_the_one_before(line: str) -> None:
    assert "duties" not in typed(line, at="level", duties=["said_no"])[1]


def test_one_more_that_cannot_stand_beside_it_is_refused_and_told() -> None:
    talk, now = typed("also f", at="level", duties=["said_no"])
    assert "cannot stand with another line" in asked_back(talk)
    assert not now
    assert not offered(talk)


@pytest.mark.parametrize("line", ["no wait", "no, b", "no", "wait no", "hm no", "nope, wrong"])
def test_a_no_is_no_figure(line: str) -> None:
    talk, now = typed(line, at="years")
    assert asked_back(talk).startswith("For none at all, type 0.")
    assert not offered(talk)
    assert not now


@pytest.mark.parametrize(
    "line",
    [
        "1.5 years",
        "a year and a half",
        "year and a half",
        "18 months",
        "1,5 yrs",
        "1½ years",
        "one and a half years",
    ],
)
def test_a_year_and_a_half_is_taken_and_kept_where_another_question_is_open(line: str) -> None:
    assert typed(line, at="years")[1] == {"years": 1.5}


def test_months_at_another_question_wait_for_theirs() -> None:
    talk, now = typed("18 months", at="level")
    assert not now
    assert talk.said_beside("years") == ("1.5 years", 1.5)


@pytest.mark.parametrize("line", [
    "care 60 of which 20 records, 40 medicines", "60 care, of which 20 records, rest medicines",
    "care 60 including 20 records, medicines 40", "50 care, half the rest records, teaching the rest",
    "50 care, records 20, the rest half teaching half medicines",
    "care -10, records 110", "care 60, records -10, teaching 50", "care -10", "care minus 10, records 110",
    "care -10, records 60, rest teaching",
])  # fmt: skip
def test_a_part_of_another_amount_is_refused_whole_with_its_reason(line: str) -> None:
    talk, now = typed(line, at="split")
    assert "is a part of another one" in asked_back(talk) or "below nothing" in asked_back(talk)
    assert not now
    assert not offered(talk)
    assert "split" not in talk.interview.answers.drafts


def test_an_own_row_beside_a_rest_that_stays_is_asked_for_and_never_dropped() -> None:
    for line in ("20 owls, rest as it was", "rest as it was, 20 owls"):
        talk, now = typed(line, "yes", at="split", split={"rows": WEEK})
        assert not now
        assert not talk.told
    assert "How much is “20 owls”?" in asked_back(
        typed("20 owls, rest as it was", at="split", split={"rows": WEEK})[0]
    )


@pytest.mark.parametrize("line", [
    "care 40 records 60 20 students", "care 40, records 60, 20 students", "care 40 records 60 with 12 patients a day",
    "40 care 60 records 20 students",
])  # fmt: skip
def test_a_count_behind_a_whole_week_is_no_share(line: str) -> None:
    talk, now = typed(line, at="split")
    assert {row: share for row, share in now["split"].rows if share} == {"care": 40, "records": 60}
    assert talk.told[0].startswith("Understood as:")


def test_work_behind_a_whole_week_is_told_to_be_too_much() -> None:
    for line in ("care 40 records 60 20 teaching", "care 40 records 60 20 emails"):
        assert "20 too much" in asked_back(typed(line, at="split")[0])


@pytest.mark.parametrize("line", [
    "there is a union but it does nothing", "a union, but it does nothing", "we have a union but it has no say",
    "there's a union though it never gets asked", "there is a collective agreement but nobody follows it",
])  # fmt: skip
def test_what_is_said_to_do_nothing_is_not_offered(line: str) -> None:
    talk, now = typed(line, at="conditions")
    assert not offered(talk)
    assert not now


@pytest.mark.parametrize(("line", "picked"), [
    ("1 and 3, not 2", ["said_no", "stood_by"]), ("a and c but not d", ["said_no", "stood_by"]),
    ("b, not c", ["could_harm"]), ("b c not a", ["could_harm", "stood_by"]),
])  # fmt: skip
def test_letters_after_a_not_are_left_out(line: str, picked: Sequence[str]) -> None:
    assert typed(line, at="duties")[1] == {"duties": tuple(picked)}
    assert not typed("a and b, not a", at="duties")[1]


@pytest.mark.parametrize(
    "line", ["undo that and take a", "previous was c", "previous one was b", "undo and b"]
)
def test_a_command_that_would_lose_what_else_is_said_is_asked_back(line: str) -> None:
    talk, now = typed(line, at="conditions", years=6)
    assert asked_back(talk)
    assert not now
    assert talk.step is not None
    assert talk.step.key == "conditions"


@pytest.mark.parametrize("line", ["skip the years", "its private", "private"])
def test_an_open_question_is_not_left_by_words_of_another_one_or_of_an_option(line: str) -> None:
    talk, _ = typed(line, at="employer", years=6)
    assert talk.step is not None
    assert talk.step.key == "employer"
    assert not talk.skipped


@pytest.mark.parametrize("line", ["b?", "a?", "no, it was 50 50", "no it was about 50 then"])
def test_a_doubted_letter_or_more_than_a_no_is_put(line: str) -> None:
    talk, now = typed(line, at="steady", split={"rows": {"care": 60, "medicines": 40}})
    assert "Right?" in asked_back(talk)
    assert not now


def test_a_row_is_added_by_its_name_alone() -> None:
    for line in ("add a row: driving 10", "add another row called driving 10"):
        _, now = typed(line, at="level", split={"rows": WEEK})
        assert [row.name for row in now["split"].own] == ["driving"]


@pytest.mark.parametrize(("line", "now"), [
    ("change years to 7", {"years": 7}), ("edit years 7", {"years": 7}), ("edit the years: 7", {"years": 7}),
    ("change who decides to c", {"level": "senior"}),
])  # fmt: skip
def test_an_answer_is_changed_by_its_name_and_its_value_in_one_line(
    line: str, now: Mapping[str, Any]
) -> None:
    assert typed(line, at="employer", years=6, level="mid")[1] == now


def test_at_the_list_an_answer_is_changed_by_name_or_number_with_its_value() -> None:
    talk = typed(at="level", years=6)[0]
    place = 1 + next(at for at, step in enumerate(talk.steps) if step.key == "years")
    for line in ("years should be 3", f"{place}: 3", f"{place} 3", "Years 3", "years are 3"):
        turn = said_of_all(talk, line)
        assert turn is not None
        assert changed(talk.interview, turn.talk.interview) == {"years": 3}
    asked = said_of_all(talk, "years should be lots")
    assert asked is not None
    assert asked.talk.step is not None
    assert asked.talk.step.key == "years"
    assert asked_back(asked.talk)


@pytest.mark.parametrize("words", ["a", "e", "c", "no", "yes", "the", "wo"])
def test_a_letter_or_a_no_opens_no_question(words: str) -> None:
    assert typed(at="level", years=6)[0].named(words) is None


def test_a_number_in_words_opens_the_question_of_that_number() -> None:
    talk = typed(at="level", years=6)[0]
    assert talk.named("two") == talk.named("2") == talk.steps[1]
    for words in ("week", "years", "who decides", "oversi"):
        assert talk.named(words) is not None
