"""Draws of the score of each task: how it is done, what is expected of it, and what a tool does whole."""

from collections.abc import Mapping, Sequence

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import DEPTH, EMPLOYER, LEVEL, PRACTICE, RATING, SPLIT
from aijri_engine.content.role_tasks import Task
from aijri_engine.index import SCORE_MAX, SCORE_MIN
from aijri_engine.interview.rating import RATING_SCORES
from aijri_engine.personal.doubt import Doubt, described_odds, expected_odds
from aijri_engine.personal.doubt_market import ROLE_ERROR
from aijri_engine.personal.inputs import Inputs
from aijri_engine.personal.rule_levels import Held, Lift, lifts
from aijri_engine.personal.streams import normals, sums_of_three


def table_scores(doubt: Doubt, task: Task, count: int, held: Held) -> Sequence[float] | float:
    """Score of a row, draw by draw: as rated or described with its own doubt, else with that of the table."""
    inputs = doubt.inputs
    rating, rungs = inputs.ratings.get(task.id), inputs.rungs.get(task.id)
    own = f"{RATING}.{task.id}" if rungs is None else f"{DEPTH}.{task.id}"
    if held(own):
        return task.score if rating is None and not rungs else _described(doubt, task)
    if rating is None and not rungs and not task.rated:
        return [float(RATING_SCORES[total]) for total in sums_of_three(doubt.seed, own, count)]
    if rating is None and not rungs:
        error, _ = normals(doubt.seed, ROLE_ERROR, count)
        sd = doubt.settings.table_error
        return [_within(task.score - sd * one) for one in error]
    noise, _ = normals(doubt.seed, own, count)
    sd = doubt.settings.rating_error
    if rating is not None:
        return [_within(rating + sd * one) for one in noise]
    places = [RUNGS.index(rung) for rung in rungs or ()]
    scores, odds = described_odds(places, task.ladder.scores(), doubt.settings)
    drawn = doubt.chosen(f"{DEPTH}.{task.id}", scores, odds, count)
    return [_within(score + sd * one) for score, one in zip(drawn, noise, strict=True)]


def _described(doubt: Doubt, task: Task) -> float:
    rating = doubt.inputs.ratings.get(task.id)
    if rating is not None:
        return rating
    rungs = doubt.inputs.rungs[task.id]
    return sum(task.ladder.rung(rung).score for rung in rungs) / len(rungs)


def _within(score: float) -> float:
    return SCORE_MIN if score < SCORE_MIN else SCORE_MAX if score > SCORE_MAX else score


def score_columns(doubt: Doubt, count: int, held: Held) -> dict[str, Sequence[float] | float]:
    """Score of each task, draw by draw; `held(key)` says which questions are not redrawn."""
    inputs = doubt.inputs
    positions = _expected_positions(doubt, count, held)
    columns: dict[str, Sequence[float] | float] = {}
    for task in inputs.role.tasks:
        if inputs.role.starting_table:
            column = table_scores(doubt, task, count, held)
        else:
            column = _rung_scores(doubt, task, count, positions, held)
        columns[task.id] = _with_floor(doubt, task, column, count, held)
    columns |= {own.id: own.rating for own in inputs.own if own.rating is not None}
    mean = None
    for own in inputs.own:
        if own.rating is not None:
            continue
        if held(f"{RATING}.{own.id}"):
            mean = _rated_mean(inputs, columns, count) if mean is None else mean
            columns[own.id] = mean
        else:
            ratings = sums_of_three(doubt.seed, f"{RATING}.{own.id}", count)
            columns[own.id] = [float(RATING_SCORES[total]) for total in ratings]
    return columns


def _rated_mean(
    inputs: Inputs, columns: Mapping[str, Sequence[float] | float], count: int
) -> Sequence[float]:
    """Weighted mean of the rated tasks, draw by draw, at the shares as answered."""
    rated = [task.id for task in inputs.role.tasks] + [own.id for own in inputs.own if own.rating is not None]
    weights = [inputs.shares.get(name, 0.0) for name in rated]
    total = sum(weights)
    if not total:
        weights = [task.share for task in inputs.role.tasks] + [0.0] * (len(rated) - len(inputs.role.tasks))
        total = sum(weights)
    full = [full_column(columns[name], count) for name in rated]
    return [sum(w * s for w, s in zip(weights, row, strict=True)) / total for row in zip(*full, strict=True)]


def full_column(column: Sequence[float] | float, count: int) -> Sequence[float]:
    """A column as a list, also where nothing is in doubt."""
    return [column] * count if isinstance(column, (int, float)) else column


def _expected_positions(doubt: Doubt, count: int, held: Held) -> list[tuple[str | None, str | None]] | None:
    """Level and employer, draw by draw; None when both are known or held."""
    inputs = doubt.inputs
    levels: Sequence[str | None] = [inputs.level] * count
    employers: Sequence[str | None] = [inputs.employer] * count
    drawn = False
    if inputs.level is None and LEVEL in doubt.odds and not held(LEVEL):
        levels, drawn = _choices(doubt, LEVEL, count), True
    if inputs.employer is None and EMPLOYER in doubt.odds and not held(EMPLOYER):
        employers, drawn = _choices(doubt, EMPLOYER, count), True
    return list(zip(levels, employers, strict=True)) if drawn else None


def _choices(doubt: Doubt, key: str, count: int) -> list[str]:
    odds = doubt.odds[key]
    return doubt.chosen(key, list(odds), list(odds.values()), count)


def _rung_scores(
    doubt: Doubt, task: Task, count: int, positions: list[tuple[str | None, str | None]] | None, held: Held
) -> Sequence[float] | float:
    inputs = doubt.inputs
    key = f"{DEPTH}.{task.id}"
    ladder = [score + inputs.shift(task.id) for score in task.ladder.scores()]
    described = inputs.rungs.get(task.id)
    if described:
        own = [RUNGS.index(rung) for rung in described]
        if held(key):
            return sum(ladder[place] for place in own) / len(own)
        scores, weights = described_odds(own, ladder, doubt.settings)
        return doubt.chosen(key, scores, weights, count)
    if positions is None:
        expected = RUNGS.index(inputs.role.expected_rung(task, inputs.level, inputs.employer))
        if held(key):
            return ladder[expected]
        return doubt.chosen(key, ladder, expected_odds(expected, doubt.settings), count)
    table = {pair: RUNGS.index(inputs.role.expected_rung(task, *pair)) for pair in set(positions)}
    if held(key):
        return [ladder[table[position]] for position in positions]
    cuts = [_cumulated(expected_odds(expected, doubt.settings)) for expected in range(len(RUNGS))]
    low, middle, high = ladder
    found = []
    for position, one in zip(positions, doubt.uniforms(key, count), strict=True):
        first, second = cuts[table[position]]
        found.append(low if one < first else middle if one < second else high)
    return found


def _cumulated(odds: Sequence[float]) -> tuple[float, float]:
    return odds[0], odds[0] + odds[1]


def _with_floor(
    doubt: Doubt, task: Task, column: Sequence[float] | float, count: int, held: Held
) -> Sequence[float] | float:
    """What rules lift: as answered, else with the odds of the questions that they look at."""
    floor = doubt.inputs.floors.get(task.id)
    if floor is not None:
        if isinstance(column, (int, float)):
            return _clamp(column + floor.part * max(0.0, floor.score - column))
        return [_clamp(score + floor.part * max(0.0, floor.score - score)) for score in column]
    rungs = doubt.inputs.effective_rungs(task.id)
    known = {**doubt.values, f"{SPLIT}.{task.id}": doubt.inputs.shares.get(task.id, 0.0)}
    found = lifts(doubt.form, task.id, known, rungs, doubt.odds, held)
    if not found:
        return _clamp(column) if isinstance(column, (int, float)) else [_clamp(score) for score in column]
    draws = doubt.uniforms(f"{PRACTICE}.{task.id}", count)
    return _lifted(full_column(column, count), draws, found)


def _lifted(scores: Sequence[float], draws: Sequence[float], found: tuple[Lift, ...]) -> list[float]:
    """The scores: lifted where the draw falls among the lifts, else as they are."""
    lifted = []
    for score, drawn in zip(scores, draws, strict=True):
        for weight, floor, part in found:
            if drawn < weight:
                score += part * (floor - score) if floor > score else 0.0
                break
            drawn -= weight
        lifted.append(1.0 if score < 1.0 else 5.0 if score > 5.0 else score)
    return lifted


def _clamp(score: float) -> float:
    return 1.0 if score < 1.0 else 5.0 if score > 5.0 else score
