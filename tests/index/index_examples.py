"""Scorecards and strategies that the tests of the index share."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from aijri_engine.index import BARRIERS, EVIDENCE, PROTECTIVE, Involvement, Scorecard, TaskScore

AUGMENTED = Involvement.AUGMENTED
NOT_INVOLVED = Involvement.NOT_INVOLVED

SEED_TASKS = (
    TaskScore("design", "Designing architectures", 20, 2, AUGMENTED),
    TaskScore("train", "Training models", 25, 3, AUGMENTED),
    TaskScore("infra", "Training infrastructure", 15, 3, AUGMENTED),
    TaskScore("debug", "Debugging convergence", 15, 2, AUGMENTED),
    TaskScore("research", "Researching techniques", 15, 1, NOT_INVOLVED),
    TaskScore("collaboration", "Working with others", 10, 2, NOT_INVOLVED),
)
SEED = Scorecard(
    tasks=SEED_TASKS,
    evidence={
        "job_postings": 2,
        "company_actions": 2,
        "wages": 1,
        "tool_maturity": 1,
        "expert_consensus": 2,
    },
    barriers={"regulatory": 1, "physical": 0, "union": 0, "liability": 1, "cultural": 0},
    protective={"physicality": 0, "interpersonal": 0, "judgment": 2},
    growth=2,
)


def bare(
    resistance: float, evidence: float, barriers: float, growth: float, protective: float = 0
) -> Scorecard:
    return Scorecard((), {"total": evidence}, {"total": barriers}, {"total": protective}, growth, resistance)


def of_tasks(tasks: tuple[TaskScore, ...], evidence: float = 8, growth: float = 2) -> Scorecard:
    return Scorecard(tasks, {"total": evidence}, {"total": 2}, {"total": 2}, growth)


scores = st.floats(1, 5)


@st.composite
def task_tables(draw: st.DrawFn) -> tuple[TaskScore, ...]:
    ids = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True))
    weights = draw(st.lists(st.integers(0, 50), min_size=len(ids), max_size=len(ids)).filter(any))
    return tuple(
        TaskScore(task_id, task_id, weight / sum(weights) * 100, draw(scores))
        for task_id, weight in zip(ids, weights, strict=True)
    )


@st.composite
def scorecards(draw: st.DrawFn) -> Scorecard:
    with_table = draw(st.integers(0, 4)) > 0
    return Scorecard(
        tasks=draw(task_tables()) if with_table else (),
        evidence=draw(_groups(EVIDENCE, -2, 2)),
        barriers=draw(_groups(BARRIERS, 0, 2)),
        protective=draw(_groups(PROTECTIVE, 0, 3)),
        growth=draw(st.floats(-2, 2)),
        task_resistance=None if with_table else draw(scores),
    )


def _groups(names: tuple[str, ...], low: int, high: int) -> st.SearchStrategy[dict[str, float]]:
    each = st.fixed_dictionaries({name: st.floats(low, high) for name in names})
    total = st.fixed_dictionaries({"total": st.floats(low * len(names), high * len(names))})
    return each | total


def with_task_score(scorecard: Scorecard, task_id: str, score: float) -> Scorecard:
    """The scorecard with one task at another score."""
    return replace(
        scorecard,
        tasks=tuple(replace(one, score=score) if one.id == task_id else one for one in scorecard.tasks),
    )


def with_shares(scorecard: Scorecard, shares: Mapping[str, float]) -> Scorecard:
    """The scorecard with the shares of the named tasks replaced; the others stay."""
    return replace(
        scorecard, tasks=tuple(replace(one, share=shares.get(one.id, one.share)) for one in scorecard.tasks)
    )
