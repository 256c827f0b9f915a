"""Draws of the barriers a person's answers set."""

from collections.abc import Sequence

from aijri_engine.personal.doubt import BARRIER_QUESTIONS, CONDITION_PAIRS, Doubt, Held

HIGHEST_BARRIER = 2


def barrier_column(doubt: Doubt, count: int, held: Held) -> Sequence[float] | float:
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
        return doubt.chosen(f"{key}.{name}", [current, float(HIGHEST_BARRIER)], [kept, 1 - kept], count)
    odds = doubt.odds.get(key)
    if odds is None or name in doubt.inputs.barriers:
        return None
    if key == "conditions":
        pair = CONDITION_PAIRS[name]
        low, high = odds.get(pair[0], 0.0), odds.get(pair[1], 0.0)
        weights = [1.0 - low - high, low, high]
    else:
        weights = list(odds.values())
    return doubt.chosen(f"{key}.{name}", [0.0, 1.0, 2.0], weights, count)
