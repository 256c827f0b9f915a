"""Draws of the time each task takes."""

from collections.abc import Sequence

from aijri_engine.content.meanings import SPLIT
from aijri_engine.personal.doubt import Doubt
from aijri_engine.personal.rule_levels import Held
from aijri_engine.personal.streams import normals


def share_columns(doubt: Doubt, count: int, held: Held) -> dict[str, Sequence[float]]:
    """Percent per row, draw by draw: Gaussian, rounding, cut at 0, normalised. Rows typed 0 stay 0."""
    shares = {name: share for name, share in doubt.inputs.shares.items() if share > 0}
    if held(SPLIT) or len(shares) < 2:
        return {name: [share] * count for name, share in shares.items()}
    columns = []
    for name, share in shares.items():
        steps, roundings = normals(doubt.seed, f"{SPLIT}.{name}", count)
        sd = doubt.sd
        column = [share + step * sd for step in steps]
        if doubt.rounded:
            half = doubt.settings.rounding
            width = 2 * half
            column = [value + width * one - half for value, one in zip(column, roundings, strict=True)]
        columns.append([value if value > 0 else 0.0 for value in column])
    totals = [100.0 / total if total else 0.0 for total in map(sum, zip(*columns, strict=True))]
    return {
        name: [value * factor for value, factor in zip(column, totals, strict=True)]
        for name, column in zip(shares, columns, strict=True)
    }
