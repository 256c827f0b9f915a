"""What is in doubt about a person's inputs, and how much: one column of draws for each question.

Each question draws from its own random stream, named by seed and question. So an answer changes only its own draws,
and two results are compared draw by draw.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from aijri_engine.content.base import RUNGS
from aijri_engine.content.role import Role, Task
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import SPLIT
from aijri_engine.interview.values import UNKNOWN, Split
from aijri_engine.personal.inputs import RATING_SCORES, Inputs, inputs_of
from aijri_engine.personal.settings import SETTINGS, Settings

BARRIER_QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "oversight": ("regulatory",),
    "signature": ("liability",),
    "conditions": ("physical", "union", "cultural"),
}
"""Which question sets which barrier (lint: no barrier has two)."""

HIGHEST_BARRIER = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """Inputs and what is known about how sure each of them is."""

    inputs: Inputs
    seed: int
    sd: float
    """Points of time a row."""
    rounded: bool
    """Every row is a multiple of five and the basis is not a calendar."""
    odds: Mapping[str, Mapping[str, float]]
    """Question (of a grid: question.row) -> option -> probability, for what is on the path without an answer."""
    unnamed: frozenset[str]
    """Barriers whose highest answer came without a named rule or record."""
    settings: Settings = SETTINGS

    def stream(self, name: str) -> Random:
        """The random stream of one question."""
        return Random(f"{self.seed}/{name}")


def doubt_of(interview: Interview, inputs: Inputs | None = None, settings: Settings = SETTINGS) -> Doubt:
    """What is in doubt about this interview's answers."""
    split_step = interview.path.step(SPLIT)
    own_split = split_step is not None and split_step.state == "answered"
    basis = interview.path.facts.values.get("split_basis")
    spreads = {"calendar": settings.sd_calendar, "thought": settings.sd_thought}
    sd = spreads.get(str(basis), settings.sd_guess) if own_split else settings.sd_borrowed
    return Doubt(
        inputs=inputs or inputs_of(interview),
        seed=interview.seed,
        sd=sd,
        rounded=own_split and basis != "calendar" and _in_steps(interview.path.split, settings.rounding_step),
        odds=_open_odds(interview),
        unnamed=_unnamed(interview),
        settings=settings,
    )


def _in_steps(split: Split, step: float) -> bool:
    return all(abs(share / step - round(share / step)) < 1e-9 for share in split.shares.values())


def _open_odds(interview: Interview) -> dict[str, Mapping[str, float]]:
    values = interview.path.facts.values
    found: dict[str, Mapping[str, float]] = {}
    for step in interview.path.steps:
        odds = step.asked.question.odds
        if odds and step.asked.question.kind == "grid":
            given = values.get(step.key) or {}
            found |= {
                f"{step.key}.{row.id}": odds
                for row in step.asked.rows
                if given.get(row.id, UNKNOWN[0]) in UNKNOWN
            }
        elif odds and step.key not in values:
            found[step.key] = odds
    return found


def _unnamed(interview: Interview) -> frozenset[str]:
    values = interview.path.facts.values
    found = set()
    if values.get("oversight") == "named" and "oversight_rule" not in values:
        found.add("regulatory")
    if values.get("signature") == "mine" and "signature_record" not in values:
        found.add("liability")
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Columns:
    """One list of `count` values for each thing in doubt; a plain number where there is no doubt."""

    count: int
    scores: Mapping[str, Sequence[float] | float]
    shares: Mapping[str, Sequence[float]]
    """Percent, normalised, row by row; empty when shares are held."""
    barriers: Sequence[float] | float
    """Total."""


Held = frozenset[str]
"""Questions that are held at what was answered or expected, by key; `rungs` and `shares` in `hold_all_but`."""


def score_columns(
    doubt: Doubt, count: int, held: Callable[[str], bool]
) -> dict[str, Sequence[float] | float]:
    """Score of each task, draw by draw; `held(key)` says which questions are not redrawn."""
    inputs = doubt.inputs
    positions = _expected_positions(doubt, count, held)
    columns: dict[str, Sequence[float] | float] = {}
    for task in inputs.role.tasks:
        column = _rung_scores(doubt, task, count, positions, held)
        columns[task.id] = _with_floor(doubt, task, column, count, held)
    columns |= {own.id: own.rating for own in inputs.own if own.rating is not None}
    mean = None
    for own in inputs.own:
        if own.rating is not None:
            continue
        if held(f"rating.{own.id}"):
            mean = _rated_mean(inputs, columns, count) if mean is None else mean
            columns[own.id] = mean
        else:
            stream = doubt.stream(f"rating.{own.id}")
            columns[own.id] = [
                float(RATING_SCORES[stream.randrange(3) + stream.randrange(3) + stream.randrange(3)])
                for _ in range(count)
            ]
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
    full = [spread(columns[name], count) for name in rated]
    return [sum(w * s for w, s in zip(weights, row, strict=True)) / total for row in zip(*full, strict=True)]


def spread(column: Sequence[float] | float, count: int) -> Sequence[float]:
    """A column as a list, also where nothing is in doubt."""
    return [column] * count if isinstance(column, (int, float)) else column


def _expected_positions(
    doubt: Doubt, count: int, held: Callable[[str], bool]
) -> list[tuple[str | None, str | None]] | None:
    """Level and employer, draw by draw; None when both are known or held."""
    inputs = doubt.inputs
    levels: Sequence[str | None] = [inputs.level] * count
    employers: Sequence[str | None] = [inputs.employer] * count
    drawn = False
    if inputs.level is None and "level" in doubt.odds and not held("level"):
        levels, drawn = _choices(doubt, "level", count), True
    if inputs.employer is None and "employer" in doubt.odds and not held("employer"):
        employers, drawn = _choices(doubt, "employer", count), True
    return list(zip(levels, employers, strict=True)) if drawn else None


def _choices(doubt: Doubt, key: str, count: int) -> list[str]:
    odds = doubt.odds[key]
    return doubt.stream(key).choices(list(odds), list(odds.values()), k=count)


def _rung_scores(
    doubt: Doubt,
    task: Task,
    count: int,
    positions: list[tuple[str | None, str | None]] | None,
    held: Callable[[str], bool],
) -> Sequence[float] | float:
    inputs = doubt.inputs
    key = f"depth.{task.id}"
    ladder = [score + inputs.shift(task.id) for score in task.ladder.scores()]
    described = inputs.rungs.get(task.id)
    if described:
        own = [RUNGS.index(rung) for rung in described]
        if held(key):
            return sum(ladder[place] for place in own) / len(own)
        scores, weights = described_odds(own, ladder, doubt.settings)
        return doubt.stream(key).choices(scores, weights, k=count)
    if positions is None:
        expected = RUNGS.index(inputs.role.expected_rung(task, inputs.level, inputs.employer))
        if held(key):
            return ladder[expected]
        return doubt.stream(key).choices(ladder, expected_odds(expected, doubt.settings), k=count)
    table = _expected_table(inputs.role, task, set(positions))
    if held(key):
        return [ladder[table[position]] for position in positions]
    cuts = [_cumulated(expected_odds(expected, doubt.settings)) for expected in range(len(RUNGS))]
    draw = doubt.stream(key).random
    low, middle, high = ladder
    found = []
    for position in positions:
        first, second = cuts[table[position]]
        one = draw()
        found.append(low if one < first else middle if one < second else high)
    return found


def _expected_table(
    role: Role, task: Task, positions: set[tuple[str | None, str | None]]
) -> dict[tuple[str | None, str | None], int]:
    return {pair: RUNGS.index(role.expected_rung(task, *pair)) for pair in positions}


def _cumulated(odds: Sequence[float]) -> tuple[float, float]:
    return odds[0], odds[0] + odds[1]


def described_odds(
    own: Sequence[int], ladder: Sequence[float], settings: Settings
) -> tuple[list[float], list[float]]:
    """Scores and probabilities of a described rung: kept, or a neighbouring rung. Of two rungs: halfway, or one.

    In the order of the ladder, so that in paired draws a deeper rung never comes out less deep.
    """
    kept, rest = settings.described_kept, 1.0 - settings.described_kept
    if len(own) > 1:
        low, high = ladder[min(own)], ladder[max(own)]
        return [low, (low + high) / 2, high], [rest / 2, kept, rest / 2]
    places = [place for place in (own[0] - 1, own[0], own[0] + 1) if 0 <= place < len(ladder)]
    beside = rest / (len(places) - 1)
    return [ladder[place] for place in places], [kept if place == own[0] else beside for place in places]


def expected_odds(expected: int, settings: Settings) -> list[float]:
    """Probability of each rung for a task nobody described."""
    neighbours = [place for place in (expected - 1, expected + 1) if 0 <= place < len(RUNGS)]
    kept = settings.expected_kept if len(neighbours) > 1 else settings.expected_kept_at_end
    odds = [0.0] * len(RUNGS)
    odds[expected] = kept
    for place in neighbours:
        odds[place] = (1.0 - kept) / len(neighbours)
    return odds


def _with_floor(
    doubt: Doubt, task: Task, column: Sequence[float] | float, count: int, held: Callable[[str], bool]
) -> Sequence[float] | float:
    """What a tool did whole scores at least 4; unanswered, with the odds of the two questions that say so."""
    floor = doubt.inputs.floors.get(task.id)
    if floor is not None:
        if isinstance(column, (int, float)):
            return _clamp(column + floor.part * max(0.0, floor.score - column))
        return [_clamp(score + floor.part * max(0.0, floor.score - score)) for score in column]
    whole, half = (0.0, 0.0) if held("practice") else _floor_odds(doubt, task.id)
    if not whole:
        return _clamp(column) if isinstance(column, (int, float)) else [_clamp(score) for score in column]
    draw = doubt.stream(f"practice.{task.id}").random
    found = []
    for score in spread(column, count):
        one = draw()
        lift = max(0.0, WHOLE_SCORE - score)
        found.append(_clamp(score + (lift if one < whole else lift / 2 if one < whole + half else 0.0)))
    return found


WHOLE_SCORE = 4.0
"""What a task scores at least that a tool does whole (design section 4)."""


def _floor_odds(doubt: Doubt, task_id: str) -> tuple[float, float]:
    """Probability that the task counts as done whole by a tool, and that half of it does, as far as not answered."""
    conflict = doubt.odds.get(f"tool_and_new.{task_id}")
    if conflict is not None:
        return conflict.get("tool", 0.0), conflict.get("equal", 0.0)
    alone = doubt.odds.get(f"stepped_in.{task_id}", {}).get("never")
    if alone is None:
        alone = doubt.odds.get(f"practice.{task_id}", {}).get("end_to_end", 0.0) * WHOLE_WITHOUT_A_PERSON
    if "originates" in doubt.inputs.effective_rungs(task_id):
        return alone * NEW_YET_WHOLE, alone * NEW_YET_HALF
    return alone, 0.0


WHOLE_WITHOUT_A_PERSON = 0.30
"""Of tasks a tool does whole, those where a person steps in never or rarely, as in the odds of `stepped_in` [ours]."""

NEW_YET_WHOLE, NEW_YET_HALF = 0.33, 0.33
"""Of tasks done whole by a tool and worked out new, those that count as whole, and as half (odds of `tool_and_new`)
[ours]."""


def _clamp(score: float) -> float:
    return 1.0 if score < 1.0 else 5.0 if score > 5.0 else score


def share_columns(doubt: Doubt, count: int, held: Callable[[str], bool]) -> dict[str, Sequence[float]]:
    """Percent per row, draw by draw: Gaussian, rounding, cut at 0, normalised. Rows typed 0 stay 0."""
    shares = {name: share for name, share in doubt.inputs.shares.items() if share > 0}
    if held(SPLIT) or len(shares) < 2:
        return {name: [share] * count for name, share in shares.items()}
    columns = []
    for name, share in shares.items():
        stream = doubt.stream(f"{SPLIT}.{name}")
        column = [stream.gauss(share, doubt.sd) for _ in range(count)]
        if doubt.rounded:
            width, draw = 2 * doubt.settings.rounding, stream.random
            half = doubt.settings.rounding
            column = [value + width * draw() - half for value in column]
        columns.append([value if value > 0 else 0.0 for value in column])
    totals = [100.0 / total if total else 0.0 for total in map(sum, zip(*columns, strict=True))]
    return {
        name: [value * factor for value, factor in zip(column, totals, strict=True)]
        for name, column in zip(shares, columns, strict=True)
    }


def barrier_column(doubt: Doubt, count: int, held: Callable[[str], bool]) -> Sequence[float] | float:
    """Barrier total, draw by draw."""
    inputs = doubt.inputs
    settled = 0.0
    columns: list[Sequence[float]] = []
    for key, names in BARRIER_QUESTIONS.items():
        for name in names:
            current = inputs.barrier(name)
            column = (
                None
                if held(key) or name in inputs.moved_barriers
                else _barrier_draws(doubt, key, name, current, count)
            )
            if column is None:
                settled += current
            else:
                columns.append(column)
    if not columns:
        return settled
    return [settled + total for total in map(sum, zip(*columns, strict=True))]


def _barrier_draws(doubt: Doubt, key: str, name: str, current: float, count: int) -> Sequence[float] | None:
    if name in doubt.unnamed:
        kept = doubt.settings.unnamed_level_kept
        return doubt.stream(f"{key}.{name}").choices(
            [current, float(HIGHEST_BARRIER)], [kept, 1 - kept], k=count
        )
    odds: Any = doubt.odds.get(key)
    if odds is None or name in doubt.inputs.barriers:
        return None
    if key == "conditions":
        pair = CONDITION_PAIRS[name]
        low, high = odds.get(pair[0], 0.0), odds.get(pair[1], 0.0)
        weights = [1.0 - low - high, low, high]
    else:
        weights = list(odds.values())
    return doubt.stream(f"{key}.{name}").choices([0.0, 1.0, 2.0], weights, k=count)


CONDITION_PAIRS: Mapping[str, tuple[str, str]] = {
    "physical": ("onsite_some", "onsite_most"),
    "union": ("union_consulted", "union_limits"),
    "cultural": ("customers_people", "contract_forbids"),
}
"""Barrier -> the options that mean level 1 and level 2."""
