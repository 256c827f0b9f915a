"""No horoscopes: every price is a what-if, nothing that gains nothing is priced, and following advice costs nothing."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from made_up_people import DOMAINS, LIBRARY, ROLE, TASKS, anybody, person

from aijri_engine import Interview, Problem, personalise, result, to_json, what_if
from aijri_engine.content.base import RUNGS
from aijri_engine.content.cases import CasesFile
from aijri_engine.content.library import content_folder
from aijri_engine.content.moves import Move
from aijri_engine.content.strategies import Strategy
from aijri_engine.content.yaml import read_yaml, validate
from aijri_engine.index import BARRIERS, EVIDENCE_TOTAL_MAX
from aijri_engine.personal.advice import Advice, applies, price
from aijri_engine.personal.derived_moves import best_reachable
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.moves import apply_move, find_task, holds
from aijri_engine.personal.personalise import personalise_inputs
from aijri_engine.personal.result import Result
from aijri_engine.personal.what_if import what_if as what_if_of

STRATEGIES = LIBRARY.strategies(ROLE)
PRICED = [strategy for strategy in STRATEGIES if strategy.priced]


def case_people() -> list[Interview]:
    """Everybody of the cases, each once."""
    found: list[dict[str, Any]] = []
    for path in sorted((content_folder() / "cases").glob("*.yaml")):
        file, problems = validate(read_yaml(path), CasesFile)
        assert file is not None, problems
        for case in file.cases:
            if file.role == ROLE and case.answers is not None and case.answers not in found:
                found.append(case.answers)
    routine = {"steps": "written", "sources": "files", "judged": "automatic"}
    shares = dict(zip(TASKS, (15, 20, 10, 15, 10, 10), strict=True))
    found.append({"split": shares, "other": [{"name": "status calls", "share": 20, "rating": routine}]})
    return [person(answers) for answers in found]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return [result(interview) for interview in case_people()]


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
