"""Draws of the scores of a starting table: one error for the whole table, until the person has rated its rows.

A row that nobody scored yet takes every score, as three answers given at random would have it.
"""

from collections.abc import Sequence

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import DEPTH, RATING
from aijri_engine.content.role import Task
from aijri_engine.index import SCORE_MAX, SCORE_MIN
from aijri_engine.interview.ratings import RATING_SCORES
from aijri_engine.personal.doubt import Doubt, described_odds
from aijri_engine.personal.doubt_market import ROLE_ERROR
from aijri_engine.personal.rule_levels import Held
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
