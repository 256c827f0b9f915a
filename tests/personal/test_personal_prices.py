"""Prices of steps: each is the what-if of its moves, is told where it gains, and following it costs nothing."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from advice_people import PRICED
from hypothesis import given, settings
from made_up_people import DOMAINS, LIBRARY, ROLE, TASKS, anybody, person

from aijri_engine import Interview, Problem, result, what_if
from aijri_engine.content.base import RUNGS
from aijri_engine.content.moves import Move
from aijri_engine.content.strategies import Strategy
from aijri_engine.index import BARRIERS, EVIDENCE_TOTAL_MAX
from aijri_engine.personal.advice import Advice, applies, price
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.moves import apply_move, find_task, holds
from aijri_engine.personal.personalise import personalise_inputs
from aijri_engine.personal.result import Result


def set_strings(interview: Interview, moves: tuple[Move, ...]) -> Iterator[str]:
    """The same moves as somebody would type them after `--set`."""
    inputs, facts = inputs_of(interview), interview.path.facts
    for move in moves:
        if move.when is not None and not holds(move.when, inputs, facts):
            continue
        after = apply_move(inputs, move)
        if after is not inputs:
            yield from typed(inputs, after, move)
        inputs = after


def typed(inputs: Inputs, after: Inputs, move: Move) -> Iterator[str]:
    if move.rung is not None:
        yield f"rung.{move.rung.task}={','.join(after.rungs[move.rung.task])}"
    elif move.share is not None:
        source = find_task(inputs, move.share.from_, move.share.among)
        target = find_task(inputs, move.share.to, move.share.among)
        if source and target and inputs.shares[source] != after.shares[source]:
            yield f"share={source}:{target}:{inputs.shares[source] - after.shares[source]!r}"
    elif move.dimension is not None and move.dimension.name == "evidence":
        yield f"evidence={min(EVIDENCE_TOTAL_MAX, move.dimension.at_least or 0)}"
    elif move.dimension is not None:
        names = BARRIERS if move.dimension.name == "barriers" else (move.dimension.name,)
        yield from (
            f"{name}={after.barrier(name):g}" for name in names if after.barrier(name) != inputs.barrier(name)
        )


def test_every_price_is_the_what_if_of_the_same_moves(results: list[Result]) -> None:
    compared = set()
    for found in results:
        for one in found.advice.recommendations:
            then = what_if(found.interview, list(set_strings(found.interview, one.strategy.moves)))
            assert not isinstance(then, Problem), (one.id, then)
            assert then.bridge.change == pytest.approx(one.points, abs=1e-9), one.id
            assert then.index_then.index == one.index_then
            assert then.points == one.shown
            compared.add(one.id)

    assert compared == {strategy.id for strategy in PRICED}


@pytest.mark.case("promise 4")
def test_what_is_shown_with_a_price_gains(results: list[Result]) -> None:
    for found in results:
        for one in found.advice.recommendations:
            assert one.shown >= 0.1, one.id
            assert one.range[0] <= one.shown <= one.range[1], one.id
        assert len(found.advice.outside) <= 3
        assert not {one.id for one in found.advice.outside} & {one.id for one in found.advice.recommendations}


@given(anybody)
@settings(max_examples=12, deadline=None)
@pytest.mark.case("promise 4")
def test_following_what_is_shown_never_lowers_the_index(answers: dict[str, Any]) -> None:
    found = result(person(answers))

    assert all(one.index_then > found.assessment.index for one in found.advice.recommendations)
    assert all(one.points > 0 for one in found.advice.derived)


def drawn_person(random: Random) -> Interview:
    """Somebody drawn by the settings: position by the odds, rungs around the expected, hours around the role's."""
    level = random.choices(["junior", "mid", "senior", "principal"], [0.2, 0.5, 0.25, 0.05])[0]
    employer = random.choices(
        ["product", "enterprise", "agency", "academia", "frontier", "own"], [0.4, 0.3, 0.1, 0.1, 0.05, 0.05]
    )[0]
    role = LIBRARY.role(ROLE)
    depth: dict[str, Any] = {}
    for task in role.tasks:
        place = RUNGS.index(role.expected_rung(task, level, employer))
        depth[task.id] = RUNGS[min(2, max(0, place + random.choices([-1, 0, 1], [0.15, 0.7, 0.15])[0]))]
        if random.random() < 0.1:
            depth[task.id] = list(random.choice([RUNGS[:2], RUNGS[1:]]))
    amounts = {task.id: max(0.0, random.gauss(task.share, 10)) for task in role.tasks}
    other = [{"name": "data work", "share": random.choice([10, 25])}] if random.random() < 0.25 else []
    left = 100 - sum(row["share"] for row in other)
    shares = {name: amount * left / sum(amounts.values()) for name, amount in amounts.items()}
    answers: dict[str, Any] = {
        "split": shares,
        "depth": {task: rung for task, rung in depth.items() if random.random() < 0.8},
        "level": level,
        "employer": employer,
        "domain": random.choice(DOMAINS),
        "practice": {
            task: random.choices(["by_hand", "drafts", "end_to_end"], [0.33, 0.65, 0.02])[0] for task in TASKS
        },
        "oversight": random.choices(["none", "part", "named"], [0.2, 0.6, 0.2])[0],
        "signature": random.choices(["none", "part", "mine"], [0.25, 0.6, 0.15])[0],
    }
    if other:
        rating = {
            "steps": random.choice(["written", "chosen", "unknown"]),
            "sources": random.choice(["files", "partly", "people"]),
            "judged": random.choice(["automatic", "standard", "person"]),
        }
        answers["other"] = [{**row, "rating": rating} for row in other]
    return person(answers)


def losses(count: int) -> dict[str, tuple[int, int, float]]:
    """For each strategy: people it applies to, people it would cost, the worst loss; without the display filter."""
    found = {strategy.id: (0, 0, 0.0) for strategy in PRICED}
    random = Random(5)
    for _ in range(count):
        interview = drawn_person(random)
        inputs, facts = inputs_of(interview), interview.path.facts
        for strategy in PRICED:
            if applies(strategy, inputs, facts):
                points = price(strategy, inputs, facts)
                people, lost, worst = found[strategy.id]
                found[strategy.id] = (people + 1, lost + (points < -1e-9), min(worst, points))
    return found


def judge_losses(found: dict[str, tuple[int, int, float]]) -> None:
    for name, (people, lost, worst) in found.items():
        print(f"{name}: applies to {people}, costs {lost}, worst {worst:.2f}")
        assert people > 0, f"{name} applies to nobody"
        assert lost <= 0.01 * people, f"{name} costs {lost} of {people}, {worst:.2f} at worst"


def test_conditions_keep_losses_away_from_hundreds_of_people() -> None:
    judge_losses(losses(300))


@pytest.mark.soak
def test_conditions_keep_losses_away_from_thousands_of_people() -> None:
    judge_losses(losses(3000))


def advice_of(answers: dict[str, Any]) -> Advice:
    return result(person(answers)).advice


def test_a_strategy_is_never_priced_where_its_moves_find_nothing_to_do() -> None:
    nothing_left = {"depth": dict.fromkeys(TASKS, "originates"), "level": "principal"}
    ids = {one.id for one in advice_of(nothing_left).recommendations}

    assert not ids & {
        "change-a-recipe",
        "structure-not-yet-standard",
        "know-one-field",
        "unexplained-failures",
    }


def test_a_price_is_told_for_hours_the_person_has(results: list[Result]) -> None:
    for found in results:
        for one in found.advice.recommendations:
            after = personalise_inputs(one_then(found, one.strategy))
            assert sum(task.share for task in after.tasks) == pytest.approx(100)
            assert all(task.share >= 0 for task in after.tasks)


def one_then(found: Result, strategy: Strategy) -> Inputs:
    from aijri_engine.personal.moves import apply_moves

    return apply_moves(found.personal.inputs, strategy.moves, found.interview.path.facts)
