"""A week told over several lines, amended in the same line, and changed at a later question."""

from typing import Any

import pytest
from conversation_driver import at, held, week

from aijri_engine.conversation import Conversation, say
from aijri_engine.interview.accept import json_of
from aijri_engine.interview.understanding.week.draft import Draft


def test_what_was_said_of_a_week_is_kept_for_the_line_that_names_the_rest() -> None:
    talk = held("training 50, design 10, research 10", "the rest debugging")
    assert week(talk) == {"design": 10, "train": 50, "debug": 30, "research": 10}


def test_how_many_hours_is_answered_by_a_bare_figure() -> None:
    talk = held("30h training, 10h design, rest meetings", "50")
    assert week(talk) == {"design": 20, "train": 60, "collaboration": 20}


@pytest.mark.parametrize(
    "line",
    ["60 training, no wait, make that 50, rest design", "training 60, sorry, 50, the rest design",
     "design 40, training 60, no, make that 50", "half design, 60 training, I mean 50"],
)  # fmt: skip
def test_an_amount_of_a_week_is_taken_back_in_the_same_line(line: str) -> None:
    talk = held(line)
    known = {"design": 50, "train": 50}
    if talk.trouble is None:
        assert week(talk) == known
    else:
        assert "left to give" in talk.trouble.text, talk.trouble
        assert not talk.interview.answers.entries


@pytest.mark.parametrize(
    ("line", "moved"),
    [("make training 30 instead", {"train": 30}), ("training should be 30", {"train": 30}),
     ("move 10 from debugging to research", {"debug": 5, "research": 25}), ("add 10 % mentoring", {"other": 10}),
     ("add 10 to research", {"research": 25}), ("add another 10 research", {"research": 25}),
     ("put 10 more on research", {"research": 25}), ("make research 5 less", {"research": 10}),
     ("add 10 from debugging to research", {"debug": 5, "research": 25})],
)  # fmt: skip
def test_a_week_is_amended_at_a_later_question_and_the_old_one_stays_in_the_log(
    line: str, moved: dict[str, float]
) -> None:
    talk = at("level", "b")
    before = talk.step
    after = say(talk, line).talk
    split = after.interview.path.split
    told = {**split.shares, "other": sum(row.amount for row in split.own)}
    assert {row: round(told[row], 6) for row in moved} == moved
    assert round(sum(told.values()), 6) == 100
    assert after.step == before
    assert "Changed: Your week" in " ".join(after.told)
    assert week(say(after, "undo").talk) == week(talk)


@pytest.mark.parametrize("key", ["level", "practice", "split"])
@pytest.mark.parametrize(
    "line",
    ["move 60 from debugging to research", "make debugging 40 less", "take 20 from debugging to design"],
)
def test_more_than_a_row_has_cannot_be_taken_from_it(line: str, key: str) -> None:
    after = say(at(key), line).talk
    assert after.trouble is not None
    assert "cannot be taken from it. Take at most 15." in after.trouble.text
    assert week(after) == week(at(key))


@pytest.mark.parametrize(
    ("line", "half"),
    [("move 2x10 from debugging to research", "2x10"), ("move 8h3 from debugging to research", "8h3"),
     ("move 1.000 from training to research", "1.000"), ("move 5 patients from debugging to research", "5 patients"),
     ("move 2 h from debugging to research", "2 h"), ("move -20 from training to research", "-20"),
     ("make training 20 patients", "20 patients"),
     ("change training by 10", ""), ("training 8h3 instead", "8h3"), ("make training 8h30", "8.5 h"),
     ("add 2 h mentoring", "2 h")],
)  # fmt: skip
def test_a_change_by_half_a_figure_or_in_another_unit_is_refused(line: str, half: str) -> None:
    talk = at("level", "b")
    after = say(talk, line).talk
    assert week(after) == week(talk)
    assert after.trouble is not None
    assert not half or f"“{half}” " in after.trouble.text


@pytest.mark.parametrize("row", ["", "design"])
def test_a_week_is_amended_at_a_grid_too(row: str) -> None:
    after = say(at("practice"), "move 10 from debugging to research", row=row).talk
    assert week(after) != week(at("practice"))
    assert "Changed: Your week" in " ".join(after.told)
    assert after.step is not None
    assert after.step.key == "practice"


def test_the_rest_of_a_changed_week_goes_where_it_is_said_to_go() -> None:
    talk = say(
        held("half training, 30 debugging, 20 research"),
        "no wait, make debugging 20 and put the rest on design",
    )
    week = talk.talk.interview.path.split.shares
    assert {row: week[row] for row in ("train", "debug", "research", "design")} == {
        "train": 50, "debug": 20, "research": 20, "design": 10,
    }  # fmt: skip


def test_a_week_told_again_at_the_next_question_changes_it() -> None:
    talk = say(held("half training, half debugging"), "training 40, debugging 40, research 20").talk
    assert talk.interview.path.split.shares["research"] == 20
    assert talk.step is not None
    assert talk.step.key == "split_basis"


def drafted(week: dict[str, Any]) -> Conversation:
    step = held().step
    assert step is not None
    return held().drafted(step, week)


@pytest.mark.parametrize(
    ("line", "now", "asked"),
    [
        ("train 30", {"design": 40, "train": 30}, "Your rows add up to 70"),
        ("train 30, infra 10", {"design": 40, "train": 30, "infra": 10}, "Your rows add up to 80"),
        ("train 30, 10 hiring", {"design": 40, "train": 30, "hiring": 10}, "Your rows add up to 80"),
        ("train 30, the rest infra", {"design": 40, "train": 30, "infra": 30}, ""),
        ("train 20, infra 40", {"design": 40, "train": 20, "infra": 40}, ""),
        ("train 50, infra 50", {"design": 40}, "not in this week: Design 40"),
        ("typical", {"design": 40}, "not in this week: Design 40"),
        ("train 6 h", {"design": 40}, "Given before in percent: Design 40"),
    ],
)
def test_a_line_about_some_rows_keeps_the_others_and_asks_before_they_go(
    line: str, now: dict[str, float], asked: str
) -> None:
    talk = drafted({"rows": {"design": 40}})
    after = say(talk, line).talk
    value = after.interview.path.step("split")
    assert value is not None
    week = Draft.of(after.interview.answers.drafts.get("split") or json_of(value.value))
    assert {row: share for row, share in {**week.rows, **week.own}.items() if share} == now
    assert asked in (after.trouble.text if after.trouble else "")


def test_rows_said_in_two_lines_stand_together() -> None:
    talk = held("train 30, infra 10", "design 20, debug 20")
    assert talk.trouble is not None
    assert "Your rows add up to 80" in talk.trouble.text
    assert say(talk, "research 20").talk.interview.path.split.shares["train"] == 30


def test_hours_of_some_rows_beside_hours_given_before_are_put_as_the_whole_week() -> None:
    talk = drafted({"rows": {"design": 20}, "unit": "hours"})
    for line in ("train 10 h", "train 5 h, infra 5 h"):
        after = say(talk, line).talk
        assert after.trouble is not None
        assert after.trouble.confirm
        assert "Design 20 h" in after.trouble.offers[0][0]
    refused = say(talk, "train 5, infra 5").talk.trouble
    assert refused is not None
    assert "Given before in hours: Design 20." in refused.text


def test_words_about_the_parts_of_a_row_leave_the_week_as_it_is() -> None:
    talk = held("train 60, collaboration 40").go_to("collaboration_parts")
    after = say(talk, "people 50, agreeing 50").talk
    assert after.interview.path.split.shares["train"] == 60
    assert after.trouble is not None
    assert "add up to 100, not 40" in after.trouble.text
    first = say(talk, "agreeing 10").talk
    assert say(first, "people 30").talk.interview.answers.get("collaboration_parts") is not None


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("design 40, gardening 60", "Design 40 · gardening 60 = 100 %"),
        ("gardening 60, design 40", "Design 40 · gardening 60 = 100 %"),
        ("design 30, gardening 60, research 10", "Design 30 · Research 10 · gardening 60 = 100 %"),
        ("design 40, rest gardening", "Design 40 · gardening 60 = 100 %"),
    ],
)
@pytest.mark.parametrize("wish", ["", "change the week to ", "I want to change the week to "])
def test_a_line_that_is_a_whole_week_takes_no_rows_of_the_week_before(
    line: str, offered: str, wish: str
) -> None:
    after = say(at("level" if wish else "split"), f"{wish}{line}").talk
    assert after.trouble is not None
    put = [label for label, _ in after.trouble.offers + after.trouble.next]
    assert offered in put
    assert all(label.endswith("= 100 %") for label in put)
    assert not any("Training" in label for label in put)


def test_a_week_of_as_many_hours_as_the_week_before_is_that_week() -> None:
    talk = held("design 20h, training 20h").go_to("split")
    assert week(say(talk, "design 30h, research 10h").talk) == {"design": 75, "research": 25}
    asked = say(talk, "design 30h").talk
    assert asked.trouble is not None
    assert "Training 20 h" in asked.trouble.offers[0][0]
