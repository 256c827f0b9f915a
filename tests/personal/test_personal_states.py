"""States of questions: computed from the log, never stored; nothing is lost when a path changes."""

from dataclasses import replace
from typing import Any

import pytest
from made_up_people import LIBRARY, ROLE, person, taken

from aijri_engine import Interview, Problem, personalise, result
from aijri_engine.personal.quality import quality_flags


def start() -> Interview:
    return Interview.start(LIBRARY, ROLE)


def told(*answers: tuple[str, Any]) -> Interview:
    interview = start()
    for key, value in answers:
        interview = taken(interview.answer(key, value))
    return interview


def state(interview: Interview, key: str) -> str | None:
    step = interview.step(key)
    return step.state if step else None


NO_TRAINING = {"rows": {"design": 100}}
TRAINING = {"rows": {"design": 60, "train": 40}}


def test_an_answer_off_the_path_is_parked_and_comes_back() -> None:
    interview = told(("split", TRAINING), ("depth.train", "follows"), ("split", NO_TRAINING))

    assert state(interview, "depth.train") is None
    assert interview.path.parked == ("depth.train",)
    assert "train" not in personalise(interview).inputs.rungs

    back = taken(interview.answer("split", TRAINING))
    assert state(back, "depth.train") == "answered"
    assert personalise(back).inputs.rungs["train"] == ("follows",)


def test_open_not_sure_declined_and_borrowed_are_told_apart() -> None:
    interview = taken(taken(told(("split", "typical")).not_sure("level")).declined("domain"))

    assert [state(interview, key) for key in ("split", "level", "domain", "employer")] == [
        "borrowed", "not_sure", "declined", "open",
    ]  # fmt: skip
    assert result(interview).status.name == "base"


def test_an_answer_whose_option_is_gone_is_stale_and_not_scored() -> None:
    interview = told(("level", "junior"))
    log = tuple(
        replace(event, value="trainee") if event.question == "level" else event for event in interview.events
    )
    resumed = Interview.resume(LIBRARY, ROLE, log)

    assert state(resumed, "level") == "stale"
    assert personalise(resumed).assess().index == 64.6
    assert resumed.path.next_open() is not None
    assert "The question changed since you answered" in " ".join(one.text for one in result(resumed).borrowed)


def test_undo_takes_back_one_answer_at_a_time_and_never_across_new_content() -> None:
    from aijri_engine.interview.events import Event

    interview = told(("level", "junior"), ("level", "senior"))

    assert interview.undo().step("level").value == "junior"  # type: ignore[union-attr]
    assert state(interview.undo().undo(), "level") == "open"
    renewed = replace(interview, events=(*interview.events, Event("content_changed", value="new")))
    assert renewed.undo() == renewed


def test_a_check_opens_the_answer_it_doubts_and_undo_restores_both() -> None:
    interview = told(("years", 1), ("level", "principal"))
    assert state(interview, "level_check") == "open"

    changing = taken(interview.answer("level_check", "change_years"))
    assert state(changing, "years") == "open"
    assert changing.earlier_value("years") == 1
    assert state(changing.undo(), "years") == "answered"

    both = taken(interview.answer("level_check", "yes"))
    assert (state(both, "years"), state(both, "level")) == ("answered", "answered")
    assert personalise(both).assess() == personalise(interview).assess()


def test_one_large_row_is_asked_about_once_and_both_entries_are_kept() -> None:
    first = told(("split", {"rows": {"train": 70, "design": 30}}), ("steady", False))
    assert state(first, "split") == "open"

    second = taken(first.answer("split", {"rows": {"train": 65, "design": 35}}))
    assert state(second, "steady") == "answered"
    kept = [
        event.value["rows"]["train"] for event in second.events if event.question == "split" and event.value
    ]
    assert kept == [70, 65]


def test_near_equal_rows_lead_to_one_question_about_one_real_day() -> None:
    even = told(("split", {"rows": dict.fromkeys(LIBRARY.role(ROLE).task_ids(), 1), "scaled": True}))
    asked = taken(even.answer("day_recall", "train"))

    assert state(even, "day_recall") == "open"
    assert state(asked, "split") == "open"
    again = taken(
        asked.answer("split", {"rows": dict.fromkeys(LIBRARY.role(ROLE).task_ids(), 1), "scaled": True})
    )
    assert state(again, "day_recall") == "answered"


def test_what_was_said_of_a_task_that_left_the_week_is_parked() -> None:
    """A grid keeps the rows that dropped out; what followed from them is no live answer."""
    before = told(("split", TRAINING), ("practice", {"design": "by_hand", "train": "end_to_end"}))
    before = taken(before.answer("stepped_in.train", "never"))
    assert state(before, "stepped_in.train") == "answered"
    after = taken(before.answer("split", NO_TRAINING))
    assert state(after, "stepped_in.train") is None
    assert "stepped_in.train" in after.path.parked
    assert state(taken(after.answer("split", TRAINING)), "stepped_in.train") == "answered"


@pytest.mark.parametrize(
    ("rows", "own"),
    [
        ({}, {"owls": 50, "hawks": 50}),
        ({}, {"owls": 100}),
        (dict.fromkeys(LIBRARY.role(ROLE).task_ids(), 5), {"owls": 70}),
    ],
)
def test_rows_without_time_are_not_nearly_equal(rows: dict[str, float], own: dict[str, float]) -> None:
    """Nor is a day asked about whose longest row could not be chosen."""
    other = [{"name": name, "share": share} for name, share in own.items()]
    week = told(("split", {"rows": rows, "other": other}))
    assert state(week, "day_recall") is None
    assert "even_split" not in [flag.id for flag in quality_flags(week, personalise(week))]


def test_much_collaboration_is_divided_into_what_it_was() -> None:
    whole = told(("split", {"rows": {"collaboration": 40, "train": 60}}))
    parts = taken(whole.answer("collaboration_parts", {"agreeing": 10, "people": 20, "administration": 10}))

    assert parts.path.split.shares["collaboration"] == 10
    assert {row.name for row in parts.path.split.own} == {
        "Leading or developing people", "Status, planning, administration",
    }  # fmt: skip
    assert state(parts, "rating.+collaboration_parts_people") == "open"
    assert isinstance(whole.answer("collaboration_parts", {"agreeing": 10}), Problem)


def test_hours_and_percent_are_the_same_week() -> None:
    hours = told(("split", {"rows": {"train": 20, "design": 20}, "unit": "hours"}))
    percent = told(("split", {"rows": {"train": 50, "design": 50}}))

    assert personalise(hours).assess() == personalise(percent).assess()
    assert hours.values()["split_hours"]["train"] == 20


def test_depth_in_a_file_is_read_even_for_a_task_without_time() -> None:
    interview = person({"split": {"design": 100}, "depth": {"train": "originates"}})

    assert personalise(interview).inputs.rungs == {"train": ("originates",)}


@pytest.mark.parametrize(
    "value", [-5, 1e9, float("nan"), "lots", "🙂", "x" * 10_000, "[red]", "[/", "\x1b[31m", "\u202e"]
)
def test_odd_values_are_refused_in_plain_words(value: Any) -> None:
    for key in ("years", "level", "split", "practice", "conditions", "steady"):
        found = start().answer(key, value)
        assert isinstance(found, Problem), key
        assert len(found.text()) < 400
        assert not {"\x1b", "\u202e"} & set(found.text())


def test_both_facts_stay_when_a_title_stands_above_the_tasks() -> None:
    follows = [(f"depth.{task}", "follows") for task in LIBRARY.role(ROLE).task_ids()]
    interview = told(*follows, ("level", "principal"), ("years", 12))
    found = result(interview)

    assert state(interview, "title_depth") == "open"
    assert state(interview, "level") == "answered"
    assert found.bridge.points("level") == 0
    assert found.status.name == "provisional"

    again = taken(interview.answer("title_depth", "again"))
    assert {state(again, key) for key, _ in follows} == {"open"}
    assert again.earlier_value("depth.train") == "follows"
