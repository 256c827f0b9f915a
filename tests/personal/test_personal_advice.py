"""No horoscopes: every price is a what-if, nothing that gains nothing is priced, and following advice costs nothing."""

from typing import Any

import pytest
from advice_people import PRICED, STRATEGIES, case_people
from made_up_people import DOMAINS, LIBRARY, ROLE, TASKS, person

from aijri_engine import Interview, Problem, personalise, result, to_json, what_if
from aijri_engine.personal.advice import applies
from aijri_engine.personal.derived_moves import best_reachable
from aijri_engine.personal.inputs import inputs_of
from aijri_engine.personal.result import Result
from aijri_engine.personal.what_if import what_if as what_if_of


def test_there_are_a_dozen_priced_strategies_and_the_three_published_ones() -> None:
    assert len(PRICED) >= 12
    assert sum(strategy.published for strategy in PRICED) == 3


OWN_WORDS = {
    strategy.id: str(leaf.own).split(",")[0]
    for strategy in STRATEGIES
    for leaf in reversed([*strategy.when.leaves()])
    if leaf.own
}
"""A name of own work for every kind of it that has advice."""


def with_own_work(name: str, **answers: Any) -> Interview:
    """Somebody a fifth of whose week is other work of that name."""
    shares = dict(zip(TASKS, (15, 20, 10, 15, 10, 10), strict=True))
    return person({"split": shares, "other": [{"name": name, "share": 20}], **answers})


def test_every_kind_of_own_work_finds_itself_in_the_steps() -> None:
    for strategy_id, name in OWN_WORDS.items():
        found = result(with_own_work(name)).advice
        assert strategy_id in {one.strategy.id for one in found.steps}, name


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("level", ["junior", "senior"])
def test_one_step_is_about_the_field_and_all_three_differ_in_kind(domain: str, level: str) -> None:
    steps = result(with_own_work("managing my three reports", domain=domain, level=level)).advice.steps
    kinds = [one.strategy.sort for one in steps]

    assert len(steps) == 3
    assert len(set(kinds)) == 3
    assert any(domain in one.strategy.domains for one in steps)
    assert "lead-by-judgement" in {one.strategy.id for one in steps}


def test_nobody_is_asked_for_a_log_who_keeps_one() -> None:
    for basis, wanted in (("guess", True), ("calendar", False)):
        interview = person({"split": "typical", "split_basis": basis})
        [record] = [one for one in STRATEGIES if one.id == "keep-a-record"]
        assert applies(record, inputs_of(interview), interview.path.facts) is wanted


def test_well_inside_green_the_first_step_is_about_keeping_it() -> None:
    kept = dict.fromkeys(TASKS, "originates")
    high = result(person({"depth": kept, "level": "senior", "employer": "frontier"})).advice.steps
    low = result(person({"depth": dict.fromkeys(TASKS, "follows"), "level": "junior"})).advice.steps

    assert high[0].strategy.sort == "keep"
    assert "training" in high[0].strategy.first_step
    assert "{" not in f"{high[0].because}{high[0].strategy.first_step}"
    assert not [one for one in low if one.strategy.sort == "keep"]


def test_every_strategy_is_shown_to_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aijri_engine.personal.advice._Paired.range_of", lambda self, then: (0.0, 0.0))
    people = [
        *(with_own_work(name) for name in OWN_WORDS.values()),
        *(person({"depth": dict.fromkeys(TASKS, "follows"), **answers}) for answers in FEW_STEPS),
        *(person({"domain": domain}) for domain in DOMAINS),
        *case_people(),
        somebody_in_red(),
    ]
    unseen = {strategy.id for strategy in STRATEGIES}
    for interview in people:
        if not unseen:
            break
        found = result(interview).advice
        unseen -= {one.id for one in (*found.recommendations, *found.outside)}

    assert unseen == set()


def somebody_in_red() -> Interview:
    """A week that nothing leads out of Red."""
    tasks = LIBRARY.role("backend-api-developer").task_ids()
    answers = {"split": dict.fromkeys(tasks, 100 / len(tasks)), "depth": dict.fromkeys(tasks, "follows")}
    found = Interview.from_answers(LIBRARY, "backend-api-developer", answers)
    assert isinstance(found, Interview)
    return found


FEW_STEPS: list[dict[str, Any]] = [
    {"employer": "product"}, {"oversight": "part"}, {"oversight": "named"}, {"signature": "part"},
    {"signature": "mine", "duties": ["said_no"]},
    {"market": {"pay": "below"}}, {"split_basis": "calendar"},
]  # fmt: skip
"""Answers under which steps come up that others do not see."""


def test_advice_is_tied_to_an_answer_and_starts_small(results: list[Result]) -> None:
    keys = {question.id for question in LIBRARY.interview_of(ROLE).questions()}

    assert all(strategy.trigger.partition(".")[0] in keys for strategy in STRATEGIES)
    assert all("{" not in one.because for found in results for one in found.advice.recommendations)
    assert all(strategy.first_step and strategy.worked and strategy.caution for strategy in STRATEGIES)


def test_the_step_to_the_next_zone_is_the_smallest_that_can_be_believed() -> None:
    found = result(
        person(
            {
                "split": {
                    "design": 5,
                    "train": 60,
                    "infra": 10,
                    "debug": 10,
                    "research": 5,
                    "collaboration": 10,
                },
                "split_basis": "thought",
                "depth": {"design": "follows", "train": "follows", "infra": "adapts", "debug": "adapts"},
                "level": "mid",
            }
        )
    )
    step = found.next_zone

    assert step is not None
    assert step.index_then >= 48
    assert step.points > found.spread.smallest_change
    again = what_if_of(found.interview, step.moves)
    assert not isinstance(again, Problem)
    assert again.index_then.index == step.index_then


def test_nobody_in_the_highest_zone_is_told_of_a_next_one() -> None:
    assert result(person({})).next_zone is None


def test_the_best_reachable_index_stands_in_the_what_if_view_only() -> None:
    interview = person({"level": "junior"})
    then = what_if(interview, ["level=mid"])
    assert not isinstance(then, Problem)

    from aijri_engine.personal.document import what_if_document

    assert "best_reachable" not in to_json(result(interview))
    assert what_if_document(then)["best_reachable"] == best_reachable(personalise(interview).inputs) == 80.8


@pytest.mark.case("coaching 10")
def test_a_reason_is_said_with_this_persons_figures() -> None:
    """Coaching, row 10: no "at least a fifth" for half a week, no task that has no time."""
    split = {"design": 10, "train": 50, "debug": 10, "research": 20, "collaboration": 10}
    answers = {
        "split": split,
        "depth": dict.fromkeys(split, "adapts"),
        "practice": dict.fromkeys(split, "drafts"),
    }
    interview = Interview.from_answers(LIBRARY, ROLE, {**answers, "level": "mid"})
    assert isinstance(interview, Interview)
    reasons = [one.because for one in result(interview).advice.recommendations]
    assert "Training takes 50 % of your week, and people do most of that, at times with tools." in reasons
    assert not [one for one in reasons if "at least a" in one or "nfrastructure" in one]
