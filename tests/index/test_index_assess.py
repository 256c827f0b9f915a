import sys
from dataclasses import replace
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st
from index_examples import SEED, bare, of_tasks, scorecards, scores, with_shares, with_task_score

from aijri_engine.index import (
    Involvement,
    Provenance,
    Scorecard,
    TaskScore,
    Zone,
    assess,
    capped,
    index_value,
)


def test_golden_figures_of_the_seed_role() -> None:
    result = assess(SEED)
    assert SEED.exposure == pytest.approx(2.25)
    assert result.task_resistance == pytest.approx(3.75)
    assert result.evidence_modifier == pytest.approx(1.32)
    assert result.barrier_modifier == pytest.approx(1.04)
    assert result.growth_modifier == pytest.approx(1.10)
    assert result.raw == pytest.approx(5.6628)
    assert result.uncapped == result.index_exact == pytest.approx(64.60025, abs=1e-5)
    assert result.index == 64.6
    assert result.zone is Zone.GREEN
    assert result.label == "Green (Accelerated)"
    assert result.label_provenance is Provenance.PUBLISHED
    assert result.share_scored_3_plus == 40
    assert (result.split_displaced, result.split_augmented, result.split_not_involved) == (0, 75, 25)
    assert result.capped == 0


@pytest.mark.parametrize(
    ("resistance", "evidence", "barriers", "growth", "index", "zone"),
    [
        pytest.param(3.75, 9, 3, 2, 68.2, "Green", id="ML/AI Engineer"),
        pytest.param(3.75, 8, 2, 2, 64.6, "Green", id="Deep Learning Engineer"),
        pytest.param(3.60, 6, 2, 0, 51.7, "Green", id="Systems Software Developer"),
        pytest.param(3.35, 6, 3, 1, 51.5, "Green", id="Security Software Developer"),
        pytest.param(3.05, 5, 3, 1, 44.6, "Yellow", id="Security Engineer"),
        pytest.param(3.05, -4, 1, -1, 24.5, "Red", id="Backend/API Developer"),
        pytest.param(1.70, -5, 1, 0, 10.7, "Red", id="DevOps Engineer"),
    ],
)
def test_published_roles(
    resistance: float, evidence: float, barriers: float, growth: float, index: float, zone: str
) -> None:
    result = assess(bare(resistance, evidence, barriers, growth))
    assert result.index == index
    assert result.zone == zone
    assert capped(index_value(resistance, evidence, barriers, growth)) == result.index_exact


def test_a_bare_scorecard_leaves_unknown_what_hangs_on_tasks() -> None:
    result = assess(bare(3.05, 5, 3, 1))
    assert result.share_scored_3_plus is None
    assert result.split_displaced is result.split_augmented is result.split_not_involved is None
    assert result.label is None
    assert result.label_provenance is Provenance.RECONSTRUCTED


def test_one_unknown_involvement_leaves_the_split_unknown() -> None:
    tasks = (replace(SEED.tasks[0], involvement=None), *SEED.tasks[1:])
    result = assess(replace(SEED, tasks=tasks))
    assert result.split_augmented is None
    assert result.share_scored_3_plus == 40


def test_involvement_never_moves_the_index() -> None:
    tasks = tuple(replace(task, involvement=Involvement.DISPLACED) for task in SEED.tasks)
    result = assess(replace(SEED, tasks=tasks))
    assert result.index_exact == assess(SEED).index_exact
    assert result.split_displaced == 100


def test_protective_principles_never_move_the_index() -> None:
    assert assess(replace(SEED, protective={"total": 9})) == assess(SEED)


def test_full_barriers_are_capped_and_the_cap_is_shown() -> None:
    result = assess(bare(5, 10, 10, 2))
    assert result.raw == pytest.approx(9.24)
    assert result.uncapped == pytest.approx(109.7099, abs=1e-4)
    assert result.index_exact == result.index == 100
    assert result.capped == pytest.approx(9.7099, abs=1e-4)


def test_the_published_best_is_100_without_a_cap_and_the_worst_is_0() -> None:
    best = assess(bare(5, 10, 5, 2))
    assert (best.index, best.capped) == (100, 0)
    worst = assess(bare(1, -10, 0, -2))
    assert (worst.index_exact, worst.index, worst.capped) == (0, 0, 0)
    assert worst.raw == pytest.approx(0.54)


def test_barriers_above_5_are_not_clamped() -> None:
    seven = assess(replace(SEED, barriers={"total": 7})).index_exact
    five = assess(replace(SEED, barriers={"total": 5})).index_exact
    assert seven - five == pytest.approx(2 * 1.37, abs=0.01)


@pytest.mark.parametrize(
    ("task", "score", "change"),
    [
        ("train", 4, -4.76),
        ("train", 2, 4.76),
        ("design", 3, -3.81),
        ("infra", 4, -2.86),
        ("debug", 1, 2.86),
        ("research", 2, -2.86),
        ("collaboration", 3, -1.90),
    ],
)
def test_one_step_of_a_task_score(task: str, score: float, change: float) -> None:
    assert _change(with_task_score(SEED, task, score)) == pytest.approx(change, abs=0.006)


def test_one_step_of_the_other_inputs() -> None:
    assert _change(replace(SEED, evidence={"total": 9})) == pytest.approx(2.16, abs=0.005)
    assert _change(replace(SEED, evidence={"total": 7})) == pytest.approx(-2.16, abs=0.005)
    assert _change(replace(SEED, barriers={"total": 3})) == pytest.approx(1.37, abs=0.005)
    assert _change(replace(SEED, growth=1)) == pytest.approx(-3.25, abs=0.005)
    assert index_value(4.75, 8, 2, 2) - index_value(3.75, 8, 2, 2) == pytest.approx(19.04, abs=0.005)
    assert assess(replace(SEED, growth=1)).label == "Green (Transforming)"


@pytest.mark.parametrize(("score", "index"), [(3, 50.3), (2, 69.4), (1, 88.4)])
def test_all_time_on_tasks_of_one_score(score: float, index: float) -> None:
    assert assess(of_tasks((TaskScore("only", "Only", 100, score),))).index == index


def test_published_what_ifs_of_the_seed_role() -> None:
    better_tools = with_task_score(with_task_score(SEED, "train", 4), "infra", 4)
    assert assess(better_tools).index == 57.0
    assert assess(replace(SEED, evidence={"total": 0}, barriers={"total": 0}, growth=0)).index == 40.5
    assert assess(bare(2.88, 8, 2, 2)).zone is Zone.GREEN
    assert assess(bare(2.87, 8, 2, 2)).zone is Zone.YELLOW
    assert assess(bare(4.03, 8, 2, 2)).index == 69.9
    assert assess(bare(4.04, 8, 2, 2)).index >= 70


@pytest.mark.parametrize(("target", "index"), [("design", 66.5), ("research", 68.4), ("collaboration", 66.5)])
def test_ten_points_of_time_leave_training(target: str, index: float) -> None:
    shares = {task.id: task.share for task in SEED.tasks}
    moved = with_shares(SEED, {"train": 15, target: shares[target] + 10})
    assert assess(moved).index == index


@pytest.mark.parametrize(("score", "share"), [(3.0, 40), (3 - 5e-10, 40), (2.999, 15), (2.5, 15)])
def test_scored_3_or_more_allows_for_float_noise(score: float, share: float) -> None:
    assert assess(with_task_score(SEED, "train", score)).share_scored_3_plus == share


@given(scorecards())
def test_the_index_stays_within_its_scale(card: Scorecard) -> None:
    result = assess(card)
    assert 0 <= result.index_exact <= 100
    assert 0 <= result.index <= 100
    assert result.uncapped - result.capped == pytest.approx(result.index_exact, abs=1e-9)
    assert 1 <= result.task_resistance <= 5


@given(scorecards(), st.randoms(use_true_random=False))
def test_the_order_of_tasks_changes_nothing(card: Scorecard, random: st.DataObject) -> None:
    tasks = list(card.tasks)
    random.shuffle(tasks)  # type: ignore[attr-defined]
    assert assess(replace(card, tasks=tuple(tasks))) == assess(card)


@given(scorecards().filter(lambda card: len(card.tasks) > 1), st.data())
def test_more_automatable_time_never_raises_the_index(card: Scorecard, data: st.DataObject) -> None:
    by_score = sorted(card.tasks, key=lambda task: task.score)
    low = data.draw(st.integers(0, len(by_score) - 2))
    high = data.draw(st.integers(low + 1, len(by_score) - 1))
    given_up, taken = by_score[low], by_score[high]
    points = given_up.share * data.draw(st.floats(0, 1))
    moved = with_shares(card, {given_up.id: given_up.share - points, taken.id: taken.share + points})
    assert assess(moved).index_exact <= assess(card).index_exact + 1e-9


@given(scorecards().filter(lambda card: bool(card.tasks)), st.data(), scores)
def test_a_higher_task_score_never_raises_the_index(
    card: Scorecard, data: st.DataObject, score: float
) -> None:
    task = data.draw(st.sampled_from(card.tasks))
    higher = with_task_score(card, task.id, max(score, task.score))
    assert assess(higher).index_exact <= assess(card).index_exact + 1e-9


def test_the_package_needs_nothing_but_the_standard_library() -> None:
    script = (
        "import sys; import aijri_engine.index; "
        "loaded = {name.split('.')[0] for name in sys.modules}; "
        "print(*loaded & {'pydantic', 'yaml', 'textual', 'rich', 'numpy'})"
    )
    done = run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def _change(card: Scorecard) -> float:
    return assess(card).index_exact - assess(SEED).index_exact
