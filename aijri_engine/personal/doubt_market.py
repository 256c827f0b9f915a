"""Draws of market signals and growth that no dated source says: by what the person saw, else by odds.

Signals go together, and with the error of a starting table: where a table is too harsh the market is better than usual.
"""

from collections.abc import Sequence
from math import sqrt

from aijri_engine.content.meanings import GROWTH, MARKET
from aijri_engine.index import evidence_modifier, growth_modifier
from aijri_engine.personal.doubt import Doubt
from aijri_engine.personal.inputs import evidence_of
from aijri_engine.personal.rule_levels import Held
from aijri_engine.personal.streams import normals

LOWEST, HIGHEST = -2.0, 2.0
"""Ends of a market signal, and of growth."""

ROLE_ERROR = "starting table"
"""Stream of the error of a starting table; the scores of its rows use the same one."""


def market_column(doubt: Doubt, count: int, held: Held) -> Sequence[float] | float:
    """Evidence modifier times growth modifier, draw by draw; a number where neither is in doubt."""
    evidence = _evidence(doubt, count, held)
    growth = _growth(doubt, count, held)
    if isinstance(evidence, float) and isinstance(growth, float):
        return evidence_modifier(evidence) * growth_modifier(growth)
    totals = [evidence] * count if isinstance(evidence, float) else evidence
    growths = [growth] * count if isinstance(growth, float) else growth
    return [
        evidence_modifier(one) * growth_modifier(other) for one, other in zip(totals, growths, strict=True)
    ]


def _evidence(doubt: Doubt, count: int, held: Held) -> Sequence[float] | float:
    inputs = doubt.inputs
    asked = inputs.role.asked_signals
    if not asked or inputs.evidence or held(MARKET):
        return float(sum(evidence_of(inputs).values()))
    settled = sum(value for name, value in evidence_of(inputs).items() if name not in asked)
    common = _common(doubt, count)
    columns = [
        _seen(doubt, name, inputs.seen[name], count)
        if name in inputs.seen
        else _unseen(doubt, name, common, count)
        for name in asked
    ]
    return [settled + total for total in map(sum, zip(*columns, strict=True))]


def _common(doubt: Doubt, count: int) -> list[float]:
    """What all unknown signals share, correlated with the error of the starting table."""
    error, _ = normals(doubt.seed, ROLE_ERROR, count)
    own, _ = normals(doubt.seed, MARKET, count)
    tie = doubt.settings.market_with_error if doubt.inputs.role.derived else 0.0
    rest = sqrt(1.0 - tie * tie)
    return [tie * one + rest * other for one, other in zip(error, own, strict=True)]


def _unseen(doubt: Doubt, name: str, common: Sequence[float], count: int) -> list[float]:
    settings = doubt.settings
    together = sqrt(settings.market_together)
    alone = sqrt(1.0 - settings.market_together)
    own, _ = normals(doubt.seed, f"{MARKET}.{name}", count)
    low, middle_low, middle_high, high = settings.market_cuts
    found = []
    for shared, one in zip(common, own, strict=True):
        z = together * shared + alone * one
        found.append(
            -2.0
            if z < low
            else -1.0
            if z < middle_low
            else 0.0
            if z < middle_high
            else 1.0
            if z < high
            else 2.0
        )
    return found


def _seen(doubt: Doubt, name: str, value: float, count: int) -> list[float]:
    """What the person saw, or one step beside it."""
    kept = doubt.settings.seen_kept
    beside = [one for one in (value - 1.0, value + 1.0) if LOWEST <= one <= HIGHEST]
    odds = [kept, *([(1.0 - kept) / len(beside)] * len(beside))]
    return doubt.chosen(f"{MARKET}.seen.{name}", [value, *beside], odds, count)


def _growth(doubt: Doubt, count: int, held: Held) -> Sequence[float] | float:
    inputs = doubt.inputs
    if inputs.role.growth.known or inputs.growth is not None or held(GROWTH):
        return inputs.growth_now
    if inputs.seen_growth is not None:
        return _seen(doubt, GROWTH, inputs.seen_growth, count)
    return doubt.chosen(GROWTH, (-2.0, -1.0, 0.0, 1.0, 2.0), doubt.settings.growth_odds, count)
