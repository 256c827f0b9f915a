"""Draws of the time each task takes, and of the barriers a person's answers set."""

from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from aijri_engine.content.meanings import SPLIT
from aijri_engine.index import BARRIERS
from aijri_engine.personal.doubt import Doubt
from aijri_engine.personal.rule_levels import BarrierQuestion, Held, barrier_questions
from aijri_engine.personal.streams import normals

LEVELS = (0.0, 1.0, 2.0)

WEEKS_KEPT = 16
"""Drawn weeks kept at once: those of one result, at every basis and length (some 10 MB)."""


def barrier_column(doubt: Doubt, count: int, held: Held) -> Sequence[float] | float:
    """Barrier total, draw by draw; what no question asks stays at the role's level."""
    inputs = doubt.inputs
    setters = {
        name: question for question in barrier_questions(doubt.form).values() for name in question.names
    }
    settled = 0.0
    columns: list[Sequence[float]] = []
    for name in sorted(BARRIERS, key=lambda name: _place(setters, name)):
        question = setters.get(name)
        free = question is not None and not held(question.key) and name not in inputs.moved_barriers
        column = _barrier_draws(doubt, question, name, count) if free and question is not None else None
        if column is None:
            settled += inputs.barrier(name)
        else:
            columns.append(column)
    if not columns:
        return settled
    return [settled + total for total in map(sum, zip(*columns, strict=True))]


def _place(setters: dict[str, BarrierQuestion], name: str) -> int:
    return list(setters).index(name) if name in setters else len(setters)


def _barrier_draws(doubt: Doubt, question: BarrierQuestion, name: str, count: int) -> Sequence[float] | None:
    stream, current = f"{question.key}.{name}", doubt.inputs.barrier(name)
    if name in doubt.unnamed:
        kept = doubt.settings.unnamed_level_kept
        return doubt.chosen(stream, [current, doubt.unnamed[name]], [kept, 1 - kept], count)
    odds = doubt.odds.get(question.key)
    if odds is None or name in doubt.inputs.barriers:
        return None
    known = getattr(doubt.inputs.role.barriers, name).odds
    if known:
        return doubt.chosen(stream, LEVELS, known, count)
    return doubt.chosen(stream, LEVELS, question.weights(name, odds, current), count)


def share_columns(doubt: Doubt, count: int, held: Held) -> dict[str, Sequence[float]]:
    """Percent per row, draw by draw: Gaussian, rounding, cut at 0, normalised. Rows typed 0 stay 0."""
    shares = {name: share for name, share in doubt.inputs.shares.items() if share > 0}
    if held(SPLIT) or len(shares) < 2:
        return {name: [share] * count for name, share in shares.items()}
    half = doubt.settings.rounding if doubt.rounded else 0.0
    return dict(
        zip(shares, _drawn_week(doubt.seed, count, tuple(shares.items()), doubt.sd, half), strict=True)
    )


@lru_cache(maxsize=WEEKS_KEPT)
def _drawn_week(
    seed: int, count: int, shares: tuple[tuple[str, float], ...], sd: float, half: float
) -> list[list[float]]:
    columns = []
    for name, share in shares:
        steps, roundings = normals(seed, f"{SPLIT}.{name}", count)
        column = [share + step * sd for step in steps]
        if half:
            width = 2 * half
            column = [value + width * one - half for value, one in zip(column, roundings, strict=True)]
        columns.append([value if value > 0 else 0.0 for value in column])
    totals = [100.0 / total if total else 0.0 for total in map(sum, zip(*columns, strict=True))]
    return [list(map(mul, column, totals)) for column in columns]
