import copy
import math
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest
from index_examples import SEED, SEED_TASKS, bare, of_tasks, with_shares, with_task_score

from aijri_engine.index import (
    BARRIERS,
    EVIDENCE,
    ScorecardError,
    TaskScore,
    assess,
)


def test_totals_and_exposure_of_the_seed_role() -> None:
    assert SEED.exposure == pytest.approx(2.25, abs=1e-12)
    assert SEED.resistance == pytest.approx(3.75, abs=1e-12)
    assert (SEED.evidence_total, SEED.barrier_total, SEED.protective_total) == (8, 2, 2)


def test_more_automatable_work_raises_exposure_and_lowers_resistance() -> None:
    harder = with_task_score(SEED, "train", 4)
    assert harder.exposure == pytest.approx(2.5)
    assert harder.resistance == pytest.approx(3.5)


def test_a_bare_scorecard_carries_its_task_resistance() -> None:
    card = bare(3.75, 9, 3, 2)
    assert card.resistance == 3.75
    assert card.exposure == 2.25
    assert card.evidence_total == 9


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (0.99, "not on the scale"),
        (5.01, "not on the scale"),
        (math.nan, "not on the scale"),
        (math.inf, "not on the scale"),
        pytest.param(10**5000, "not on the scale", id="huge"),
        (True, "not a number"),
        ("3", "not a number"),
        (None, "not a number"),
    ],
)
def test_a_score_off_its_scale_is_refused_with_place_and_remedy(value: object, problem: str) -> None:
    with pytest.raises(ScorecardError) as refused:
        TaskScore("train", "Training", 100, value)  # type: ignore[arg-type]
    message = str(refused.value)
    assert message.startswith("task 'train' score: ")
    assert problem in message
    assert message.endswith("give a number from 1 to 5")


@pytest.mark.parametrize("share", [-0.1, 100.1, math.nan, math.inf, False])
def test_a_share_off_its_scale_is_refused(share: float) -> None:
    with pytest.raises(ScorecardError, match="task 'train' share"):
        TaskScore("train", "Training", share, 3)


def test_an_unknown_involvement_is_refused() -> None:
    with pytest.raises(ScorecardError, match="displaced, augmented, not_involved"):
        TaskScore("train", "Training", 100, 3, "augmented")  # type: ignore[arg-type]


def test_an_empty_task_id_is_refused() -> None:
    with pytest.raises(ScorecardError, match="no id"):
        TaskScore("", "Training", 100, 3)


@pytest.mark.parametrize(("share", "said"), [(24, "99 percent, 1 missing"), (26, "101 percent, 1 too much")])
def test_shares_must_add_up_and_the_remainder_is_named(share: float, said: str) -> None:
    with pytest.raises(ScorecardError, match=said):
        with_shares(SEED, {"train": share})


def test_shares_may_miss_by_a_millionth_and_are_then_brought_to_100() -> None:
    card = of_tasks((TaskScore("a", "A", 50, 1), TaskScore("b", "B", 49.9999995, 1)))
    assert math.fsum(task.share for task in card.tasks) == pytest.approx(100, abs=1e-12)
    assert card.resistance == 5.0
    with pytest.raises(ScorecardError, match="missing"):
        of_tasks((TaskScore("a", "A", 50, 1), TaskScore("b", "B", 49.999998, 1)))


def test_shares_that_add_up_stay_untouched() -> None:
    assert SEED.tasks == SEED_TASKS


def test_a_repeated_task_id_is_refused() -> None:
    with pytest.raises(ScorecardError, match="'a' stands twice"):
        of_tasks((TaskScore("a", "A", 50, 1), TaskScore("a", "B", 50, 1)))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("evidence", {**SEED.evidence, "salary": 1}, "evidence: unknown dimension 'salary'"),
        ("evidence", {"wages": 1}, "evidence: job_postings, company_actions"),
        ("evidence", {}, "missing"),
        ("evidence", {**SEED.evidence, "wages": 2.5}, "evidence wages: 2.5 is not on the scale"),
        ("evidence", {**SEED.evidence, "wages": True}, "evidence wages: True is not a number"),
        ("evidence", {"total": 11}, "evidence total: 11"),
        ("evidence", {"total": 1, "wages": 1}, "beside dimensions"),
        ("evidence", 8, "not a mapping"),
        ("barriers", {**SEED.barriers, "union": -1}, "barriers union: -1"),
        ("barriers", {"total": 10.5}, "barriers total"),
        ("barriers", SEED.evidence, "barriers: unknown dimension 'job_postings'"),
        ("protective", {"total": 9.5}, "protective total"),
        ("protective", {**SEED.protective, "judgment": 3.5}, "protective judgment"),
        ("growth", 2.1, "growth: 2.1 is not on the scale; give a number from -2 to 2"),
        ("growth", math.nan, "growth: nan"),
    ],
)
def test_what_is_off_its_scale_is_refused(field: str, value: object, said: str) -> None:
    with pytest.raises(ScorecardError, match=said):
        replace(SEED, **{field: value})  # type: ignore[arg-type]


def test_tasks_and_task_resistance_exclude_each_other() -> None:
    with pytest.raises(ScorecardError, match="not both"):
        replace(SEED, task_resistance=3.0)
    with pytest.raises(ScorecardError, match="tasks: none given"):
        replace(SEED, tasks=())
    with pytest.raises(ScorecardError, match=r"task_resistance: 0\.5"):
        bare(0.5, 0, 0, 0)


def test_the_order_of_a_mapping_does_not_matter() -> None:
    turned = replace(SEED, evidence=dict(reversed(list(SEED.evidence.items()))))
    assert tuple(turned.evidence) == EVIDENCE
    assert turned == SEED
    assert hash(turned) == hash(SEED)
    assert dict(turned.evidence) == {
        "job_postings": 2,
        "company_actions": 2,
        "wages": 1,
        "tool_maturity": 1,
        "expert_consensus": 2,
    }


def test_a_scorecard_cannot_be_changed_from_outside() -> None:
    given = {"total": 8.0}
    card = replace(SEED, evidence=given)
    given["total"] = -10.0
    assert card.evidence_total == 8
    with pytest.raises(TypeError):
        card.evidence["total"] = 1  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        card.growth = 0  # type: ignore[misc]


def test_equality_sees_every_number() -> None:
    assert replace(SEED, growth=2.0) == SEED
    assert replace(SEED, growth=1) != SEED
    assert replace(SEED, evidence={"total": 8}) != SEED
    assert with_task_score(SEED, "train", 4) != SEED
    none = replace(SEED, evidence=dict.fromkeys(EVIDENCE, 0), barriers=dict.fromkeys(BARRIERS, 0))
    assert none.evidence != none.barriers
    assert none.evidence == dict.fromkeys(EVIDENCE, 0)


def test_copies_survive_pickle_and_deepcopy() -> None:
    assert pickle.loads(pickle.dumps(SEED)) == SEED
    assert copy.deepcopy(SEED) == SEED
    assert assess(pickle.loads(pickle.dumps(SEED))) == assess(SEED)


def test_a_missing_dimension_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        SEED.evidence["total"]
