"""Every point has a cause: rows add up exactly and as shown, and answers without an effect get nothing."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made_up_people import LIBRARY, ROLE, TASKS, anybody, people, person

from aijri_engine import Interview, personalise, what_if
from aijri_engine.content.base import RUNGS
from aijri_engine.content.library import Library
from aijri_engine.content.role import Role
from aijri_engine.interview.form import Form
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.personalise import base_personalisation


def sums(found: Bridge) -> bool:
    exact = abs(sum(row.points for row in found.rows) - found.change) < 1e-9
    return exact and round(sum(row.shown for row in found.rows), 1) == round(found.shown_change, 1)


def newer(role: Role) -> Role:
    """The next version of the role: training scored higher, time moved, one signal and growth weaker."""
    tasks = []
    for task in role.tasks:
        if task.id == "train":
            ladder = task.ladder.model_copy(
                update={
                    rung: task.ladder.rung(rung).model_copy(
                        update={"score": task.ladder.rung(rung).score + 0.5}
                    )
                    for rung in RUNGS
                }
            )
            task = task.model_copy(update={"score": task.score + 0.5, "share": 30.0, "ladder": ladder})
        elif task.id == "research":
            task = task.model_copy(update={"share": 10.0})
        tasks.append(task)
    wages = role.evidence.wages.model_copy(update={"score": 0.0})
    growth = role.growth.model_copy(update={"score": 1.0})
    evidence = role.evidence.model_copy(update={"wages": wages})
    return role.model_copy(update={"tasks": tuple(tasks), "evidence": evidence, "growth": growth})


NEWER: Library = Library.of(
    replace(one, model=newer(one.model)) if isinstance(one.model, Role) else one
    for one in LIBRARY.files_of(ROLE)
)


@given(anybody)
@settings(max_examples=30, deadline=None)
@pytest.mark.case("promise 3")
def test_rows_add_up_from_the_role_to_the_person(answers: dict[str, Any]) -> None:
    found = personalise(person(answers))
    steps = bridge(base_personalisation(found.role), found)

    assert sums(steps)
    assert 0 <= found.assess().index_exact <= 100
    assert all(row.cause != "role" for row in steps.rows)
    for element in {row.element for row in steps.rows}:
        rows = [row for row in steps.rows if row.element == element]
        assert [row.after for row in rows[:-1]] == [row.before for row in rows[1:]]
        assert all(row.before != row.after for row in rows), "points for nothing"


def test_two_causes_of_one_score_do_not_both_take_all_of_its_way() -> None:
    """It read “score of research 1 to 4, -5.7” and “score of research 1 to 4, -2.9”, as if counted twice."""
    by_tool = {"practice": {"research": "end_to_end"}, "stepped_in": {"research": "never"}}
    found = personalise(person({"split": "typical", "depth": {"research": "follows"}, **by_tool}))
    rows = bridge(base_personalisation(found.role), found).rows
    ways = [(row.cause, row.before, row.after) for row in rows if row.element == "score.research"]
    assert ways == [("depth.research", 1, 3), ("practice.research", 3, 4)]


@given(anybody, anybody)
@settings(max_examples=25, deadline=None)
def test_rows_add_up_between_two_people_and_flip_when_they_swap(
    one: dict[str, Any], two: dict[str, Any]
) -> None:
    first, second = personalise(person(one)), personalise(person(two))
    there, back = bridge(first, second), bridge(second, first)

    assert sums(there)
    assert all(
        abs(there.points(cause) + back.points(cause)) < 1e-9
        for cause in {row.cause for row in (*there.rows, *back.rows)}
    )


@given(anybody)
@settings(max_examples=25, deadline=None)
def test_rows_add_up_between_two_versions_of_the_role(answers: dict[str, Any]) -> None:
    steps = bridge(personalise(person(answers)), personalise(person(answers, NEWER)))

    assert sums(steps)


def test_a_new_version_of_the_role_is_a_cause_of_its_own() -> None:
    steps = bridge(personalise(person({})), personalise(person({}, NEWER)))

    assert {row.cause for row in steps.rows} == {"role"}
    assert {row.kind for row in steps.rows} >= {"score", "share", "evidence", "growth"}


@given(people)
@settings(max_examples=30, deadline=None)
def test_answers_without_an_effect_get_exactly_nothing(answers: dict[str, Any]) -> None:
    told = {
        **answers,
        "years": 7,
        "split_basis": "calendar",
        "domain": "science",
        "market": {"openings": "stopped", "endings": "ended", "pay": "below"},
        "duties": ["said_no", "taught"],
        "sounds_like": "no",
    }
    without = {key: value for key, value in answers.items() if key not in ("years", "split_basis", "domain")}
    one, two = personalise(person(without)), personalise(person(told))
    steps = bridge(one, two)

    assert steps.rows == ()
    assert one.assess().index_exact == two.assess().index_exact


@given(people, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_answers_and_rules_changes_nothing(answers: dict[str, Any], random: Random) -> None:
    interview = person(answers)
    shuffled = list(interview.events[1:])
    random.shuffle(shuffled)
    rules = list(interview.form.file.rules)
    random.shuffle(rules)
    form = Form(interview.form.role, interview.form.file.model_copy(update={"rules": tuple(rules)}))
    other = Interview(form, LIBRARY, (interview.events[0], *shuffled), interview.seed)

    first, second = personalise(interview), personalise(other)

    assert first.assess() == second.assess()
    assert {(one.cause, one.element): one.delta for one in first.contributions} == {
        (one.cause, one.element): one.delta for one in second.contributions
    }


@given(people, st.sampled_from(TASKS), st.sampled_from(RUNGS), st.sampled_from(RUNGS))
@settings(max_examples=25, deadline=None)
def test_a_shallower_way_of_working_never_raises_the_index(
    answers: dict[str, Any], task: str, one: str, two: str
) -> None:
    assume(one != two)
    shallow, deep = sorted((one, two), key=RUNGS.index)  # type: ignore[arg-type]
    answers = {key: value for key, value in answers.items() if key != "tool_and_new"}
    low = person({**answers, "depth": {**answers.get("depth", {}), task: shallow}})
    high = person({**answers, "depth": {**answers.get("depth", {}), task: deep}})
    assume("tool_and_new" not in {step.asked.question.id for step in high.path.steps})

    assert personalise(low).assess().index_exact <= personalise(high).assess().index_exact + 1e-9


@given(anybody, st.sampled_from(TASKS), st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_a_task_more_open_to_automation_never_raises_the_index(
    answers: dict[str, Any], task: str, score: int
) -> None:
    interview = person(answers)
    lower = what_if(interview, [f"role.{task}={score}"])
    higher = what_if(interview, [f"role.{task}={score + 1}"])

    assert higher.index_then.index_exact <= lower.index_then.index_exact + 1e-9  # type: ignore[union-attr]


@given(anybody, st.sampled_from(["regulatory", "physical", "union", "liability", "cultural"]))
@settings(max_examples=30, deadline=None)
def test_a_barrier_more_never_lowers_the_index(answers: dict[str, Any], barrier: str) -> None:
    interview = person(answers)
    level = personalise(interview).scorecard.barriers[barrier]
    found = what_if(interview, [f"{barrier}={min(2, level + 1):g}"])

    assert found.points >= 0  # type: ignore[union-attr]
    assert found.bridge.change >= -1e-9  # type: ignore[union-attr]
