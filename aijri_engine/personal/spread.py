"""The range of an index, the wider band, how stable its zone is, and what would narrow it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import dist, sqrt
from operator import mul
from statistics import fmean
from typing import Literal

from aijri_engine.content.meanings import DEPTH, GROWTH, MARKET, RATING, SPLIT
from aijri_engine.index import (
    POINTS_PER_RAW,
    RAW_FLOOR,
    RESISTANCE_BASE,
    SHARE_TOTAL,
    Zone,
    barrier_modifier,
    capped,
    one_decimal,
    zone_of,
)
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.doubt import Columns, Doubt, doubt_of
from aijri_engine.personal.doubt_market import market_column
from aijri_engine.personal.doubt_scores import full_column, score_columns
from aijri_engine.personal.doubt_week import barrier_column, share_columns
from aijri_engine.personal.inputs import Inputs
from aijri_engine.personal.personalise import personalise_inputs
from aijri_engine.personal.rule_levels import Held, barrier_questions

StabilityWord = Literal["holds", "leans", "on the edge"]


def nothing_held(key: str) -> bool:
    """Every question is redrawn."""
    return False


@dataclass(frozen=True, slots=True)
class Stability:
    """How often the zone stays the same when answers and ratings vary. Not odds of any event."""

    zone: Zone
    """The zone of the index."""
    word: StabilityWord
    in_100: int
    """Recalculations of a hundred that end in this zone."""
    odds: dict[str, float]
    """Share of the draws by zone; sums to 1."""

    @property
    def beside(self) -> str:
        """The other zone that the draws end in most often."""
        return max((one for one in self.odds if one != self.zone.value), key=self.odds.__getitem__)


@dataclass(frozen=True, slots=True)
class Band:
    """Ends of a range in index points; it always holds the index."""

    low: float
    high: float
    level: float
    """Share of the draws it covers."""
    one_sided: bool = False
    """The index is at one end: doubt goes one way."""

    @property
    def width(self) -> float:
        """Index points."""
        return self.high - self.low


@dataclass(frozen=True)
class Spread:
    """Everything that doubt says about one index."""

    doubt: Doubt

    range: Band
    """Doubt about the answers."""
    rating_range: Band
    """That, and doubt about the task ratings."""
    stability: Stability
    sound: bool
    """More answers would hardly change what is said."""
    sd: float

    @cached_property
    def smallest_change(self) -> float:
        """Index points between two sittings below which a difference is not worth believing."""
        return smallest_change(self.doubt)


def draw_columns(doubt: Doubt, count: int, held: Held = nothing_held) -> Columns:
    """One column for each thing in doubt."""
    return Columns(
        count,
        score_columns(doubt, count, held),
        share_columns(doubt, count, held),
        barrier_column(doubt, count, held),
        market_column(doubt, count, held),
    )


def indices(doubt: Doubt, columns: Columns) -> list[float]:
    """The index, draw by draw: the formula of the method on the drawn numbers."""
    exposure = _exposure(columns)
    factor = POINTS_PER_RAW
    floor = RAW_FLOOR * POINTS_PER_RAW
    found = [RESISTANCE_BASE - one for one in exposure]
    barriers = columns.barriers
    modifiers = (
        barrier_modifier(barriers)
        if isinstance(barriers, (int, float))
        else list(map(barrier_modifier, barriers))
    )
    for column in (columns.market, modifiers):
        if isinstance(column, (int, float)):
            factor *= column
        else:
            found = list(map(mul, found, column))
    found = [one * factor - floor for one in found]
    if min(found) < 0 or max(found) > 100:
        found = [capped(one) for one in found]
    return found


def _exposure(columns: Columns) -> list[float]:
    products = []
    for name, shares in columns.shares.items():
        scores = columns.scores[name]
        if isinstance(scores, (int, float)):
            products.append([share * scores for share in shares])
        else:
            products.append(list(map(mul, shares, scores)))
    return [total / SHARE_TOTAL for total in map(sum, zip(*products, strict=True))]


def with_rating_doubt(doubt: Doubt, columns: Columns) -> Columns:
    """The same draws with each task rating off by one now and then, within 1-5."""
    chance = doubt.settings.rating_doubt
    scores: dict[str, Sequence[float] | float] = {}
    for name, column in columns.scores.items():
        if name not in columns.shares:
            continue
        odds = (1 - chance, chance / 2, chance / 2)
        steps = doubt.chosen(f"ratings.{name}", (0.0, -1.0, 1.0), odds, columns.count)
        moved = map(float.__add__, map(float, full_column(column, columns.count)), steps)
        scores[name] = [1.0 if one < 1.0 else 5.0 if one > 5.0 else one for one in moved]
    return replace(columns, scores=scores)


def spread_of(interview: Interview, inputs: Inputs | None = None) -> Spread:
    """Range, wider band, stability and smallest change of an interview's index. Same seed, same numbers."""
    doubt = doubt_of(interview, inputs)
    index = personalise_inputs(doubt.inputs).assess().index_exact
    settings = doubt.settings
    columns = draw_columns(doubt, settings.draws)
    answers = sorted(indices(doubt, columns))
    both = sorted(indices(doubt, with_rating_doubt(doubt, columns)))
    band = _no_narrower_than_more_care(index, doubt, columns, band_around(index, answers, settings.level))
    stability = stability_of(index, both, settings.holds_from, settings.leans_from)
    own = _zone_odds(answers)[zone_of(index).value]
    return Spread(
        doubt=doubt,
        range=band,
        rating_range=band_around(index, both, settings.level, within=band),
        stability=stability,
        sound=own >= settings.sound_zone or band.width <= settings.sound_width,
        sd=deviation(answers),
    )


def _no_narrower_than_more_care(index: float, doubt: Doubt, columns: Columns, band: Band) -> Band:
    """A rougher basis of the split never gives a narrower range than a more careful one would.

    Rungs move an index in lumps. In a week that hangs on one task, more noise in the hours can round such lumps off and
    pull an end of the middle 90 % in by up to a point; the range then keeps the end of the more careful basis.
    """
    settings = doubt.settings
    for sd, rounded in ((settings.sd_thought, doubt.rounded), (settings.sd_calendar, False)):
        if sd < doubt.sd < settings.sd_borrowed:
            careful = replace(doubt, sd=sd, rounded=rounded)
            shares = share_columns(careful, columns.count, nothing_held)
            drawn = sorted(indices(careful, replace(columns, shares=shares)))
            band = replace(band_around(index, drawn, settings.level, within=band), one_sided=band.one_sided)
    return band


def deviation(values: Sequence[float]) -> float:
    """Standard deviation of all these; quicker by far than exact fractions, and the same to the twelfth digit."""
    return dist(values, [fmean(values)] * len(values)) / sqrt(len(values))


def band_around(index: float, ordered: Sequence[float], level: float, within: Band | None = None) -> Band:
    """The middle `level` of the draws, widened to hold the index (and a narrower band, if there is one)."""
    cut = (1 - level) / 2
    low, high = quantile(ordered, cut), quantile(ordered, 1 - cut)
    one_sided = index <= low or index >= high
    low, high = min(low, index), max(high, index)
    if within is not None:
        low, high = min(low, within.low), max(high, within.high)
    return Band(low, high, level, one_sided)


def quantile(ordered: Sequence[float], part: float) -> float:
    """Linear interpolation between ordered values."""
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _zone_odds(ordered: Sequence[float]) -> dict[str, float]:
    """Share of ordered values by zone."""
    yellow = bisect_left(ordered, True, key=lambda one: zone_of(one) is not Zone.RED)
    green = bisect_left(ordered, True, key=lambda one: zone_of(one) is Zone.GREEN)
    counts = {Zone.GREEN: len(ordered) - green, Zone.YELLOW: green - yellow, Zone.RED: yellow}
    return {zone.value: counts[zone] / len(ordered) for zone in Zone}


def stability_of(index: float, ordered: Sequence[float], holds: float, leans: float) -> Stability:
    """Zone of the index and the share of the draws, in order, that agree."""
    odds = _zone_odds(ordered)
    zone = zone_of(index)
    share = odds[zone.value]
    in_100 = int(share * 100 + 1e-9)
    word: StabilityWord = (
        "holds" if in_100 >= holds * 100 else "leans" if in_100 >= leans * 100 else "on the edge"
    )
    return Stability(zone, word, in_100, odds)


def smallest_change(doubt: Doubt) -> float:
    """1.96 * sqrt(2) * SD of the index when only the person's own split and described rungs are redrawn."""
    described = {f"{DEPTH}.{task}" for task in doubt.inputs.rungs}
    described |= {f"{RATING}.{task}" for task in doubt.inputs.ratings}

    def held(key: str) -> bool:
        return key != SPLIT and key not in described

    values = indices(doubt, draw_columns(doubt, doubt.settings.draws, held))
    return doubt.settings.believable * sqrt(2) * deviation(values)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A question whose answer would narrow the range, and by about how much."""

    question: str
    share: float
    """Part of the variance of the index that it accounts for, 0..1."""


def narrowing_of(interview: Interview, inputs: Inputs | None = None) -> tuple[Narrowing, ...]:
    """Questions by how much of the variance they account for, the largest first; those under 1 % are left out."""
    doubt = doubt_of(interview, inputs)
    count = doubt.settings.narrowing_draws
    drawn = draw_columns(doubt, count)
    total = deviation(indices(doubt, drawn)) ** 2
    if total <= 0:
        return ()
    settled = score_columns(doubt, count, lambda key: key.startswith(f"{DEPTH}."))
    found = []
    for key in _doubtful(doubt):
        rest = deviation(indices(doubt, _with_one_held(doubt, drawn, settled, key))) ** 2
        share = max(0.0, 1.0 - rest / total)
        if share >= SMALLEST_NARROWING:
            found.append(Narrowing(key, share))
    return tuple(sorted(found, key=lambda one: (-round(one.share, 6), one.question)))


def _with_one_held(
    doubt: Doubt, drawn: Columns, settled: Mapping[str, Sequence[float] | float], key: str
) -> Columns:
    """The same draws with one question held; only the columns it has a part in are made anew."""
    question, _, task = key.partition(".")
    if key == SPLIT:
        return replace(drawn, shares=share_columns(doubt, drawn.count, key.__eq__))
    if question == DEPTH:
        return replace(drawn, scores={**drawn.scores, task: settled[task]})
    if key in (MARKET, GROWTH):
        return replace(drawn, market=market_column(doubt, drawn.count, key.__eq__))
    if key in barrier_questions(doubt.form):
        return replace(drawn, barriers=barrier_column(doubt, drawn.count, key.__eq__))
    return replace(drawn, scores=score_columns(doubt, drawn.count, key.__eq__))


SMALLEST_NARROWING = 0.01
"""Part of the variance below which a question is not worth naming [ours]."""


def _doubtful(doubt: Doubt) -> list[str]:
    inputs = doubt.inputs
    keys = [
        SPLIT,
        *dict.fromkeys(key.partition(".")[0] for key in doubt.odds),
        *barrier_questions(doubt.form),
    ]
    keys += [MARKET] if inputs.role.asked_signals else []
    keys += [] if inputs.role.growth.known else [GROWTH]
    word = RATING if inputs.role.starting_table else DEPTH
    keys += [f"{word}.{task.id}" for task in inputs.role.tasks if inputs.shares.get(task.id, 0.0) > 0]
    return list(dict.fromkeys(keys)) + [f"{RATING}.{own.id}" for own in inputs.own if own.rating is None]


def shown_band(band: Band) -> tuple[float, float]:
    """The ends as displayed, one decimal."""
    return one_decimal(band.low), one_decimal(band.high)
