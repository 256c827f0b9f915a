"""Every setting of the range, in one place, with its reason. All of them are ours: no publication covers them.

Where a number follows a study, the reason says so. None of them can move the index; they only set how wide a range
is, which word the stability of a zone carries, and what counts as worth believing.
"""

from dataclasses import dataclass, field, fields
from typing import Any


def _setting(default: Any, why: str) -> Any:
    return field(default=default, metadata={"why": why})


@dataclass(frozen=True, slots=True)
class DoubtSettings:
    """DoubtSettings of the draws [ours]."""

    draws: int = _setting(2000, "the ends of a 90 % range then move by less than half a point between seeds")
    level: float = _setting(
        0.90, "ninety of a hundred recalculations: wide enough to be honest, narrow enough to use"
    )
    described_kept: float = _setting(
        0.90, "a person who chose between acts is mostly right; a tenth of such choices are one rung off"
    )
    expected_kept: float = _setting(0.70, "a title says less about a task than a description of it")
    expected_kept_at_end: float = _setting(
        0.85, "at an end of the ladder there is only one neighbour to be wrong with"
    )
    sd_calendar: float = _setting(
        2.5, "points of time a row; a log leaves rounding and memory of what belonged where"
    )
    sd_thought: float = _setting(
        5.0, "points of time a row; questions on a typical week carry large random errors"
    )
    sd_guess: float = _setting(8.0, "points of time a row; a quick guess is rougher than a considered one")
    sd_borrowed: float = _setting(
        10.0, "points of time a row; weeks of one occupation differ by about this much"
    )
    rounding: float = _setting(2.5, "points of time; rows in steps of five are rounded by up to half a step")
    rounding_step: float = _setting(5.0, "points of time; people round to fives")
    unnamed_level_kept: float = _setting(
        0.5, "a highest answer without a named rule or record may or may not hold"
    )
    rating_doubt: float = _setting(
        0.32, "two ratings of the same 19,265 tasks agree on 67 % and lie one step apart on most of the rest"
    )
    table_error: float = _setting(
        0.65,
        "points of task resistance; starting tables against 19 published technology roles differ by this much",
    )
    rating_error: float = _setting(
        0.5, "points of a score; about what two sets of ratings of one task differ by"
    )
    market_together: float = _setting(0.6, "latent correlation of the market signals of one role")
    market_with_error: float = _setting(
        0.7, "correlation of market signals with the error of a starting table in published roles"
    )
    market_cuts: tuple[float, float, float, float] = _setting(
        (-1.0364, -0.3853, 0.3853, 1.0364),
        "standard normal cuts that give -2..2 the odds .15 .20 .30 .20 .15",
    )
    signal_odds: tuple[float, ...] = _setting(
        (0.15, 0.20, 0.30, 0.20, 0.15), "odds of a market signal -2..2, of an occupation nobody has looked at"
    )
    growth_odds: tuple[float, ...] = _setting(
        (0.02, 0.23, 0.50, 0.23, 0.02), "odds of growth -2..2, of an occupation nobody has looked at"
    )
    seen_kept: float = _setting(0.8, "what one person saw of a market is one step off now and then")
    holds_from: float = _setting(0.95, "of the recalculations in one zone: the word is `holds`")
    leans_from: float = _setting(
        0.80, "of the recalculations in one zone: the word is `leans`; below it, on the edge"
    )
    sound_zone: float = _setting(
        0.90, "of the draws in one zone: more answers would hardly change what is said"
    )
    sound_width: float = _setting(12.0, "index points; a narrower range is good enough to act on")
    believable: float = _setting(1.96, "standard errors; a difference beyond this is seldom chance")
    narrowing_draws: int = _setting(500, "enough to rank questions by how much they would narrow the range")
    advice_draws: int = _setting(200, "paired draws for the range of one recommendation")


SETTINGS = DoubtSettings()


def reasons(settings: DoubtSettings = SETTINGS) -> list[tuple[str, Any, str]]:
    """Name, value and reason of every setting, for whoever asks."""
    return [(one.name, getattr(settings, one.name), one.metadata["why"]) for one in fields(settings)]
