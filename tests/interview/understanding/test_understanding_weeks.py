"""A week is taken where every word of the line is accounted for; else it is asked back, with true figures."""

from collections.abc import Mapping

import pytest

from aijri_engine.content.library import Library
from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.understanding.words.amounts import read_alone

LIBRARY = Library.open()
NURSE = Conversation(Interview.start(LIBRARY, "registered-nurse")).go_to("split")
ENGINEER = Conversation(Interview.start(LIBRARY, "deep-learning-engineer")).go_to("split")
OF_TWO_WEEKS = "Is that your own week, as it was in the last two?"


def week(talk: Conversation) -> Mapping[str, float]:
    """Rows and own work of a week that was taken, and their amounts; {} where none was."""
    step = talk.interview.path.step("split")
    if step is None or step.value is None:
        return {}
    split = step.value
    return {
        row: amount for row, amount in (*split.rows, *((one.name, one.amount) for one in split.own)) if amount
    }


def asked(typed: str, talk: Conversation = NURSE) -> tuple[str, list[str]]:
    """The question back and what is offered; the week must not have been taken."""
    after = say(talk, typed).talk
    assert week(after) == {}, typed
    assert after.trouble is not None
    return after.trouble.text, [label for label, _ in after.trouble.offers]


CARE = "Medicines 60 · Hands-on care 40 = 100 %"


@pytest.mark.parametrize(
    "typed",
    [
        "they say 40 care, 60 meds", "at work they say 40 care, 60 meds", "40 care, 60 meds, they say",
        "40 care, 60 meds last year", "previously 40 care, 60 meds", "is it 40 care, 60 meds",
        "he says 40 care, 60 meds",
        "care will be 40, meds 60", "it would be 40 care, 60 meds", "40 care, 60 meds in my last job",
    ],
)  # fmt: skip
def test_somebody_elses_week_or_one_of_another_time_is_put(typed: str) -> None:
    assert asked(typed) == (OF_TWO_WEEKS, [CARE])


@pytest.mark.parametrize(
    "typed", ["he thinks care 80, I think care 60, meds 40", "care 60 now, 80 before, meds 40"]
)
def test_of_two_weeks_in_one_line_nothing_is_scaled(typed: str) -> None:
    assert not any("scale" in one or "before" in one for one in asked(typed)[1])


def test_what_is_done_with_others_or_goes_to_a_row_is_of_the_week() -> None:
    assert week(say(NURSE, "time going to care 40, meds 60").talk) == {"care": 40, "medicines": 60}
    assert week(say(ENGINEER, "one day of meetings, two of training, two of bug hunting").talk)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("normally 40 care 40 meds 20 charting but these two weeks 60 care and 40 charting",
         "Hands-on care 60 · Record keeping 40 = 100 %"),
        ("60 care and 40 charting these two weeks, but normally 40 care 60 meds",
         "Hands-on care 60 · Record keeping 40 = 100 %"),
    ],
)  # fmt: skip
def test_of_what_is_usual_and_what_was_the_latter_is_put(typed: str, offered: str) -> None:
    assert asked(typed)[1] == [offered]


@pytest.mark.parametrize("typed", ["half my time charting except on weekends", "not care 50, meds 100"])
def test_what_is_denied_is_neither_scaled_nor_kept(typed: str) -> None:
    told, offered = asked(typed)
    assert "something is not so" in told
    assert offered == []
    assert not say(NURSE, typed).talk.interview.answers.drafts


@pytest.mark.parametrize(
    ("typed", "told", "offered"),
    [
        ("charting 15 each day, care 7 hours a day", "How long is the 15 a day?", []),
        ("charting 20 daily, care 6 hours a day", "How long is the 20 a day?", []),
        ("charting 15 a shift, care 85", "How long is the 15 a day?", []),
        ("charting 2 each day, care 30 hours", "Is it in hours?", ["Hands-on care 30 h · Record keeping 10 h = 40 h"]),
        ("care 6 a day, meds 2 a day", "Is it in hours?", ["Medicines 10 h · Hands-on care 30 h = 40 h"]),
    ],
)  # fmt: skip
def test_a_bare_figure_of_a_day_is_no_share_and_no_hours_of_a_week(
    typed: str, told: str, offered: list[str]
) -> None:
    text, labels = asked(typed)
    assert told in text
    assert labels == offered


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("care 40 meds 60, actually care 60 meds 40", {"care": 60, "medicines": 40}),
        ("care 40 meds 60. actually meds 40 charting 20", {"care": 40, "medicines": 40, "records": 20}),
        ("care 40 meds 40 charting 20, make care 30 and meds 50", {"care": 30, "medicines": 50, "records": 20}),
        ("care 40 meds 40 charting 20, change care to 30 and meds to 50", {"care": 30, "medicines": 50, "records": 20}),
        ("care 40 scratch that 50 meds 50", {"care": 50, "medicines": 50}),
        ("care 40 wait 50 meds 50", {"care": 50, "medicines": 50}),
        ("care 40, rather 50, meds 50", {"care": 50, "medicines": 50}),
        ("40 care, actually 60 meds", {"care": 40, "medicines": 60}),
        ("care 40, meds 40, charting 20, move 10 from care to charting", {"care": 30, "medicines": 40, "records": 30}),
        ("care 40, meds 40, charting 20, swap care and charting", {"care": 20, "medicines": 40, "records": 40}),
        ("care 40, meds 40, charting 20, drop charting, care 60", {"care": 60, "medicines": 40}),
        ("care 40, meds 60, no charting at all", {"care": 40, "medicines": 60}),
        ("care 40 meds 60, no charting", {"care": 40, "medicines": 60}),
    ],
)  # fmt: skip
def test_the_last_word_holds(typed: str, rows: Mapping[str, float]) -> None:
    found = week(say(NURSE, typed).talk)
    assert found == rows


@pytest.mark.parametrize(
    "typed",
    [
        "care 40 meds 60, scratch that", "care 40 meds 60, no",
        "care 40 meds 60, or rather the other way round", "care 40 meds 60, wait",
        "care 40 meds 60, no, the other way round",
    ],
)  # fmt: skip
def test_what_is_taken_back_without_what_holds_is_asked_for(typed: str) -> None:
    told, offered = asked(typed)
    assert "aken back" in told
    assert offered == []


def test_what_was_taken_back_is_completed_by_no_later_line() -> None:
    talk = say(say(NURSE, "care 40 meds 60, scratch that").talk, "care 40").talk
    assert week(talk) == {}


def test_a_no_to_a_week_that_was_put_asks_for_no_letter() -> None:
    after = say(say(NURSE, "they say 40 care, 60 meds").talk, "no").talk
    assert after.trouble is not None
    assert after.trouble.text == "Then say it in your own words, please."


def test_a_row_named_twice_is_not_added_up() -> None:
    assert asked("care 50, meds 30, care 20") == ("One row is named twice. Say each once, please.", [])


def test_a_part_for_each_of_names_in_a_row_is_of_each() -> None:
    found = week(say(NURSE, "a third each care meds charting").talk)
    assert set(found) == {"care", "medicines", "records"}
    assert all(30 < amount < 35 for amount in found.values())


def test_each_after_one_name_is_asked() -> None:
    assert "which amount is for what" in asked("60 care, rest meds and charting 10 each")[0]


@pytest.mark.parametrize(
    "typed",
    ["5 x a day charting, care 7 h a day", "charting 15 an hour, care 85", "charting 10 a month, care 90"],
)
def test_how_often_or_of_another_time_is_no_part_of_a_week(typed: str) -> None:
    assert asked(typed) == ("One of the amounts is no part of one week. Say it in percent or hours.", [])


@pytest.mark.parametrize(
    ("typed", "own"),
    [("care 40, set up drips 20, meds 40", "set up drips 20"),
     ("care 40, change dressings 20, meds 40", "change dressings 20"),
     ("care 40, make beds 20, meds 40", "beds 20")],
)  # fmt: skip
def test_work_that_begins_like_a_change_is_none(typed: str, own: str) -> None:
    assert any(own in one and "Hands-on care 40" in one for one in asked(typed)[1])


@pytest.mark.parametrize(
    "typed",
    ["what I do: 40 care, 60 meds", "how my week went: 40 care, 60 meds", "where my time goes: 40 care, 60 meds",
     "care 40 and meds 60 each week", "care 40, but meds 60"],
)  # fmt: skip
def test_words_around_a_week_do_not_stand_in_its_way(typed: str) -> None:
    assert week(say(NURSE, typed).talk) == {"care": 40, "medicines": 60}


@pytest.mark.parametrize(
    "typed", ["15 a day", "15 each day", "2 daily", "40 at most", "max 40", "10 an hour"]
)
def test_a_figure_of_a_day_and_a_limit_are_no_amount_of_one_row(typed: str) -> None:
    assert read_alone(typed) is None
    held = say(say(NURSE, "charting 10, care 50, meds 40").talk.go_to("split"), f"charting {typed}").talk
    assert week(held) == {"care": 50, "medicines": 40, "records": 10}
    assert held.trouble is not None
    assert held.trouble.offers == ()


def test_names_in_a_row_with_an_amount_for_each_are_no_single_row() -> None:
    assert asked("care meds 30 each charting 40")[1] == []


@pytest.mark.parametrize(
    "typed", ["care 60 of which meds 20, charting 40", "care 60, thereof 20 charting, rest meds"]
)
def test_a_part_of_another_amount_is_never_scaled(typed: str) -> None:
    told, offered = asked(typed)
    assert "is a part of another one" in told
    assert offered == []


@pytest.mark.parametrize("typed", ["care 40-50, meds 50", "no more than 10 charting, 50 care, 30 meds"])
def test_of_a_range_no_figure_is_made_that_is_added_up(typed: str) -> None:
    assert asked(typed) == ("One of the amounts is a range or a limit.", [])


@pytest.mark.parametrize(
    "typed",
    [
        "no more than 10 charting, 50 care, 40 meds",
        "charting at most 10, 50 care, 40 meds",
        "care 40, meds 60 at most",
        "care max 40, meds 60",
        "care 40, meds not more than 60",
    ],
)
def test_a_limit_is_called_one(typed: str) -> None:
    assert "a range or a limit" in asked(typed)[0]


def test_figures_in_messages_are_those_that_were_typed() -> None:
    assert week(say(ENGINEER, "training 32 of 40h, rest debugging").talk) == {"train": 80, "debug": 20}
    told, offered = asked("monday care 8h tuesday meds 8h")
    assert "Days by name" in told
    assert offered == ["Medicines 8 h · Hands-on care 8 h = 16 h"]
    assert "320" not in "".join(asked("40 care, 60 meds except mondays")[1])
    assert "0" not in asked("training 80, debugging 20, no", ENGINEER)[0]


def test_a_long_name_of_own_work_is_whole_or_shows_where_it_is_cut() -> None:
    talk = Conversation(Interview.start(LIBRARY, "53-3032.00")).go_to("split")
    name = "waiting at the customs of the port of rotterdam harbour"
    told, offered = asked(f"driving 30 h, {name} 6h, paperwork 4 h", talk)
    assert f"“{name}”" in told
    assert name in offered[-1]
    longer = f"{name} with my papers"
    told, offered = asked(f"driving 30 h, {longer} 6h, paperwork 4 h", talk)
    shown = told.partition("“")[2].partition("”")[0]
    assert "…" in shown
    assert shown in offered[-1]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (
            "60 care, 30 drips by hand, 10 records",
            "Hands-on care 60 · Record keeping 10 · drips by hand 30 = 100 %",
        ),
        ("80 care, 20 kids in the class", "Hands-on care 80 · kids in the class 20 = 100 %"),
    ],
)
def test_a_figure_before_many_is_a_share_where_the_week_is_whole_with_it(typed: str, offered: str) -> None:
    _, offers = asked(typed)
    assert offered in offers


def test_where_an_amount_is_asked_for_nothing_else_is() -> None:
    """A yes answered "How much is it? ... Are they hours?", and the week was asked for anew."""
    text, _ = asked("60 care, 25 beds in medicines, 5 records")
    assert text == "How much is “25 beds in medicines”?"
