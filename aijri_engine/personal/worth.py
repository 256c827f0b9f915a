"""What an open question could still do to the index: each way it could be answered, with its probability."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import EMPLOYER, GROWTH, LEVEL, MARKET, RATING, SPLIT
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.path import Step
from aijri_engine.interview.rating import RATING_SCORES
from aijri_engine.interview.values import Problem
from aijri_engine.personal.doubt import doubt_of, expected_odds
from aijri_engine.personal.doubt_settings import SETTINGS
from aijri_engine.personal.inputs import Inputs, inputs_of
from aijri_engine.personal.quick_index import quick_index
from aijri_engine.personal.rule_levels import barrier_questions
from aijri_engine.personal.scored import moving_questions, opening_questions
from aijri_engine.personal.spread import draw_columns, indices, quantile
from aijri_engine.personal.what_if import answered

SPLIT_DRAWS = 100
"""Draws of a split that was not given, enough to rank it among the questions [ours]."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What an open question could still do to the index, all others held."""

    key: str
    sd: float
    """Probability-weighted standard deviation over its options, index points."""
    lowest: float
    highest: float
    """Changes against the index now, index points; `lowest` is at most 0, `highest` at least 0."""

    @property
    def could_move(self) -> float:
        """Largest minus smallest index it could lead to."""
        return self.highest - self.lowest


def worths(interview: Interview, steps: Sequence[Step] | None = None) -> tuple[Worth, ...]:
    """Worth of every open question (or of these), in path order; questions that move nothing have none."""
    wanted = [step for step in (interview.path.steps if steps is None else steps) if not step.settled]
    return worths_at(interview, inputs_of(interview), wanted)


def worths_at(interview: Interview, inputs: Inputs, steps: Sequence[Step]) -> tuple[Worth, ...]:
    now = quick_index(inputs)
    found = []
    for step in steps:
        outcomes = list(_outcomes(interview, inputs, step))
        if outcomes:
            found.append(_worth(step.key, now, outcomes))
    return tuple(found)


def opened_ends(interview: Interview, step: Step) -> tuple[float, float]:
    """How far down and up questions could move the index that are asked only after some answer to this one.

    Index points, at most 0 and at least 0: the farthest over its answers, each given in every row of a grid.
    """
    if step.asked.question.id not in opening_questions(interview.form):
        return 0.0, 0.0
    known = {one.key for one in interview.path.steps}
    lows, highs = [0.0], [0.0]
    for answer, _ in kind_of(step.asked.question.kind).weighted(step.asked):
        changed = answered(interview, step.key, answer)
        new = () if isinstance(changed, Problem) else changed.path.steps
        found = [one for one in new if one.key not in known and not one.asked.question.optional]
        if found and not isinstance(changed, Problem):
            ends = worths(changed, found)
            lows.append(sum(one.lowest for one in ends))
            highs.append(sum(one.highest for one in ends))
    return min(lows), max(highs)


def worth_of(interview: Interview, key: str) -> Worth:
    """Worth of one open question; all zero when it moves nothing or is not open."""
    step = interview.path.step(key)
    found = worths(interview, [step]) if step is not None else ()
    return found[0] if found else Worth(key, 0.0, 0.0, 0.0)


def _worth(key: str, now: float, outcomes: list[tuple[float, float]]) -> Worth:
    total = sum(weight for weight, _ in outcomes)
    mean = sum(weight * index for weight, index in outcomes) / total
    variance = sum(weight * (index - mean) ** 2 for weight, index in outcomes) / total
    values = [index for _, index in outcomes]
    return Worth(key, sqrt(variance), min(0.0, min(values) - now), max(0.0, max(values) - now))


def _outcomes(interview: Interview, inputs: Inputs, step: Step) -> Iterator[tuple[float, float]]:
    """Probability and index of each way the question could be answered."""
    question = step.asked.question
    item = step.asked.item or ""
    if step.key == SPLIT:
        yield from _split_outcomes(interview, inputs)
    elif question.options_from == "ladder":
        yield from _rung_outcomes(inputs, item)
    elif step.key in (LEVEL, EMPLOYER):
        for option, odds in question.odds.items():
            yield odds, quick_index(replace(inputs, **{step.key: option}))  # type: ignore[arg-type]
    elif step.key in barrier_questions(interview.form):
        yield from _barrier_outcomes(interview, inputs, step)
    elif question.meaning == RATING:
        yield from _rating_outcomes(inputs, item)
    elif question.meaning == MARKET and inputs.role.asked_signals:
        yield from _market_outcomes(inputs, step)
    elif question.meaning == GROWTH:
        for level, odds in zip(GROWTH_LEVELS, SETTINGS.growth_odds, strict=True):
            yield odds, quick_index(replace(inputs, seen_growth=level))
    elif question.meaning is None and question.id in moving_questions(interview.form):
        yield from _other_outcomes(interview, step)


def _split_outcomes(interview: Interview, inputs: Inputs) -> Iterator[tuple[float, float]]:
    doubt = doubt_of(interview, inputs)
    drawn = sorted(indices(doubt, draw_columns(doubt, SPLIT_DRAWS, lambda key: key != SPLIT)))
    cut = (1 - SETTINGS.level) / 2
    low, high = quantile(drawn, cut), quantile(drawn, 1 - cut)
    for index in drawn:
        yield 1.0 / len(drawn), min(high, max(low, index))


def _rung_outcomes(inputs: Inputs, task_id: str) -> Iterator[tuple[float, float]]:
    expected = RUNGS.index(inputs.effective_rungs(task_id)[0])
    for place, odds in enumerate(expected_odds(expected, SETTINGS)):
        yield odds, quick_index(replace(inputs, rungs={**inputs.rungs, task_id: (RUNGS[place],)}))


def _barrier_outcomes(interview: Interview, inputs: Inputs, step: Step) -> Iterator[tuple[float, float]]:
    """Level by level where one barrier is set by a choice of one; else option by option, beside what is as it is."""
    setter = barrier_questions(interview.form)[step.key]
    odds = dict(_options(step.asked))
    if not setter.several and len(setter.names) == 1:
        name = setter.names[0]
        for level, weight in enumerate(setter.weights(name, odds, inputs.barrier(name))):
            yield weight, _with_barriers(inputs, {name: float(level)})
        return
    together = {
        name: max(float(levels.get(name, 0)) for levels in setter.full.values())
        for name in {name for levels in setter.full.values() for name in levels}
    }
    yield 0.0, _with_barriers(inputs, together)  # how far several at once can lead
    rest = 1.0
    for option, weight in odds.items():
        rest -= weight
        levels = setter.full.get(option, {})
        yield weight, _with_barriers(inputs, {name: float(one) for name, one in levels.items()})
    yield max(0.0, rest), quick_index(inputs)


def _options(asked: Asked) -> Iterator[tuple[str, float]]:
    """Each option by name with its probability."""
    kind = kind_of(asked.question.kind)
    names = [name for name, _ in kind.answers(asked)]
    yield from zip(names, (share for _, share in kind.weighted(asked)), strict=True)


def _with_barriers(inputs: Inputs, levels: dict[str, float]) -> float:
    return quick_index(replace(inputs, moved_barriers={**inputs.moved_barriers, **levels}))


def _rating_outcomes(inputs: Inputs, row_id: str) -> Iterator[tuple[float, float]]:
    for total, ways in enumerate(RATING_WAYS):
        if inputs.role.task(row_id) is not None:
            ratings = {**inputs.ratings, row_id: float(RATING_SCORES[total])}
            yield ways / 27, quick_index(replace(inputs, ratings=ratings))
            continue
        own = tuple(
            replace(one, rating=float(RATING_SCORES[total])) if one.id == row_id else one
            for one in inputs.own
        )
        yield ways / 27, quick_index(replace(inputs, own=own))


GROWTH_LEVELS = (-2.0, -1.0, 0.0, 1.0, 2.0)


def _market_outcomes(inputs: Inputs, step: Step) -> Iterator[tuple[float, float]]:
    """All signals asked at once, each at the same level: the ends are the farthest the answers can lead."""
    for level, odds in zip(GROWTH_LEVELS, SETTINGS.signal_odds, strict=True):
        yield odds, quick_index(replace(inputs, seen=dict.fromkeys(inputs.role.asked_signals, level)))


RATING_WAYS = (1, 3, 6, 7, 6, 3, 1)
"""Ways three anchored answers of 0-2 add up to 0-6, of 27."""


def _other_outcomes(interview: Interview, step: Step) -> Iterator[tuple[float, float]]:
    """A question that only rules read: each choice is tried as an answer."""
    for answer, weight in kind_of(step.asked.question.kind).weighted(step.asked):
        changed = answered(interview, step.key, answer)
        if not isinstance(changed, Problem):
            yield weight, quick_index(inputs_of(changed))
