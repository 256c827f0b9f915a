import math
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from index_examples import SEED, SEED_TASKS, bare, of_tasks, scorecards, with_shares, with_task_score

from aijri_engine.index import (
    Attribution,
    Scorecard,
    TaskScore,
    assess,
    attribute,
    index_value,
    one_decimal,
    shown_change,
    shown_rows,
)


def _rows(attribution: Attribution) -> dict[tuple[str, str], float]:
    return {(element.kind, element.key): element.points for element in attribution.elements}


def test_no_difference_is_all_zero_rows() -> None:
    attribution = attribute(SEED, SEED)
    assert attribution.change == 0
    assert attribution.moved == ()
    assert len(attribution.elements) == 6 * 2 + 5 + 5 + 1
    assert all(math.copysign(1, element.points) == 1 for element in attribution.elements)
    assert all(element.points == 0 for element in attribution.elements)


def test_a_single_change_gets_the_whole_difference() -> None:
    attribution = attribute(SEED, with_task_score(SEED, "train", 4))
    (element,) = attribution.moved
    assert (element.kind, element.key, element.before, element.after) == ("score", "train", 3, 4)
    assert element.points == pytest.approx(-4.7607, abs=1e-4)
    assert element.points == pytest.approx(attribution.change, abs=1e-9)


def test_weights_at_the_seed_role_are_the_published_one_step_sizes() -> None:
    attribution = attribute(SEED, SEED)
    assert attribution.weights.resistance == pytest.approx(19.0426, abs=1e-4)
    assert attribution.per_unit("score", "train") == pytest.approx(-4.7607, abs=1e-4)
    assert attribution.per_unit("evidence", "wages") == pytest.approx(2.16, abs=0.005)
    assert attribution.per_unit("barrier", "liability") == pytest.approx(1.37, abs=0.005)
    assert attribution.per_unit("growth", "growth") == pytest.approx(3.25, abs=0.005)
    assert attribution.per_unit("share", "train") == pytest.approx(-19.0426 * 0.75 / 100, abs=1e-6)
    assert attribution.per_unit("share", "research") == pytest.approx(19.0426 * 1.25 / 100, abs=1e-6)
    with pytest.raises(KeyError):
        attribution.per_unit("score", "sales")


def test_factors_get_their_average_over_every_order_of_change() -> None:
    old, new = (3.75, 8.0, 2.0, 2.0), (2.9, 3.0, 6.0, -1.0)
    expected = [0.0] * 4
    for order in permutations(range(4)):
        now = list(old)
        for factor in order:
            start = index_value(*now)
            now[factor] = new[factor]
            expected[factor] += (index_value(*now) - start) / 24
    attribution = attribute(bare(*old), bare(*new))
    assert [element.points for element in attribution.elements] == pytest.approx(expected, abs=1e-9)
    assert [element.key for element in attribution.elements] == [
        "task_resistance",
        "total",
        "total",
        "growth",
    ]


def test_moving_time_is_measured_against_the_mean_score() -> None:
    attribution = attribute(SEED, with_shares(SEED, {"train": 15, "research": 25}))
    rows = _rows(attribution)
    centre = (2.25 + 2.05) / 2
    weight = attribution.weights.resistance
    assert rows["share", "train"] == pytest.approx(weight * 10 * (3 - centre) / 100)
    assert rows["share", "research"] == pytest.approx(-weight * 10 * (1 - centre) / 100)
    assert attribution.change == pytest.approx(3.8085, abs=1e-4)
    assert math.fsum(rows.values()) == pytest.approx(attribution.change, abs=1e-9)


def test_a_task_on_one_side_stands_on_the_other_with_share_0_and_its_score() -> None:
    tasks = (
        *(replace(task, share=task.share * 0.8) for task in SEED_TASKS[:-1]),
        TaskScore("own", "Own", 28, 4),
    )
    attribution = attribute(SEED, replace(SEED, tasks=tasks))
    elements = {(element.kind, element.key): element for element in attribution.elements}
    added, gone = elements["share", "own"], elements["share", "collaboration"]
    assert (added.before, added.after) == (0, 28)
    assert (gone.before, gone.after) == (10, 0)
    assert elements["score", "own"].before == elements["score", "own"].after == 4
    assert elements["score", "own"].points == elements["score", "collaboration"].points == 0
    assert added.points < 0
    assert math.fsum(_rows(attribution).values()) == pytest.approx(attribution.change, abs=1e-9)


def test_the_cap_is_a_row_of_its_own() -> None:
    before, after = bare(5, 10, 5, 2), bare(5, 10, 10, 2)
    attribution = attribute(before, after)
    limit = attribution.elements[-1]
    assert (limit.kind, limit.key) == ("limit", "cap")
    assert limit.points == pytest.approx(-9.7099, abs=1e-4)
    assert _rows(attribution)["barrier", "total"] == pytest.approx(9.7099, abs=1e-4)
    assert attribution.change == 0
    assert attribute(after, before).elements[-1].points == -limit.points


def test_the_cap_is_no_row_where_it_takes_the_same_on_both_sides() -> None:
    full = bare(5, 10, 10, 2)
    assert all(element.kind != "limit" for element in attribute(full, full).elements)


def test_a_total_against_dimensions_is_one_row() -> None:
    attribution = attribute(SEED, replace(SEED, evidence={"total": 5}))
    evidence = [element for element in attribution.elements if element.kind == "evidence"]
    assert [(element.key, element.before, element.after) for element in evidence] == [("total", 8, 5)]
    assert sum(element.kind == "barrier" for element in attribution.elements) == 5


def test_a_bare_side_makes_task_resistance_one_row() -> None:
    attribution = attribute(SEED, bare(3.0, 8, 2, 2))
    (element,) = [element for element in attribution.elements if element.points]
    assert (element.kind, element.key) == ("resistance", "task_resistance")
    assert (element.before, element.after) == (pytest.approx(3.75), 3.0)
    assert element.points == pytest.approx(-0.75 * 19.0426, abs=1e-3)


def test_protective_principles_make_no_row() -> None:
    attribution = attribute(SEED, replace(SEED, protective={"total": 9}))
    assert attribution.change == 0
    assert attribution.moved == ()


@given(scorecards(), scorecards())
def test_rows_sum_to_the_change(before: Scorecard, after: Scorecard) -> None:
    attribution = attribute(before, after)
    total = math.fsum(element.points for element in attribution.elements)
    assert abs(total - attribution.change) <= 1e-9
    assert attribution.change == assess(after).index_exact - assess(before).index_exact


@given(scorecards(), scorecards())
def test_swapping_the_sides_negates_every_row(before: Scorecard, after: Scorecard) -> None:
    there, back = _rows(attribute(before, after)), _rows(attribute(after, before))
    assert there.keys() == back.keys()
    for row, points in there.items():
        assert points == pytest.approx(-back[row], abs=1e-9)


@given(scorecards(), scorecards())
def test_untouched_elements_get_exactly_nothing(before: Scorecard, after: Scorecard) -> None:
    attribution = attribute(before, after)
    for element in attribution.elements:
        rate = attribution.per_unit(element.kind, element.key)
        assert element.points == rate * (element.after - element.before)
        if element.before == element.after:
            assert element.points == 0


@given(scorecards(), st.randoms(use_true_random=False))
def test_the_order_of_tasks_changes_no_row(card: Scorecard, random: st.DataObject) -> None:
    tasks = list(card.tasks)
    random.shuffle(tasks)  # type: ignore[attr-defined]
    shuffled = replace(card, tasks=tuple(tasks))
    assert attribute(card, shuffled).moved == ()
    assert _rows(attribute(SEED, shuffled)) == _rows(attribute(SEED, card))


@given(scorecards(), scorecards())
def test_shown_rows_of_a_bridge_sum_to_the_shown_change(before: Scorecard, after: Scorecard) -> None:
    attribution = attribute(before, after)
    total = shown_change(assess(before).index_exact, assess(after).index_exact)
    rows = shown_rows([element.points for element in attribution.elements], total)
    assert sum(round(row * 10) for row in rows) == round(total * 10)
    assert one_decimal(assess(before).index + sum(rows)) == assess(after).index


def test_split_of_one_score_change_over_two_causes() -> None:
    attribution = attribute(
        of_tasks(SEED_TASKS), of_tasks((replace(SEED_TASKS[0], score=3.5), *SEED_TASKS[1:]))
    )
    rate = attribution.per_unit("score", "design")
    whole = _rows(attribution)["score", "design"]
    assert rate * 1.0 + rate * 0.5 == pytest.approx(whole, abs=1e-12)
    assert whole == pytest.approx(-1.5 * 3.8085, abs=1e-3)
