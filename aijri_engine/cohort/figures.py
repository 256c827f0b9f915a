"""The published method on columns: index, zone and label, and the points of every cause."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import narwhals as nw

from aijri_engine.cohort.columns import OTHERS, flat
from aijri_engine.cohort.scores import Scores, as_number, described, rating, score, within
from aijri_engine.cohort.units import Unit, Units
from aijri_engine.cohort.week import OUTSIDE, OWN_SPLIT, share, total
from aijri_engine.content.meanings import LEVEL, MARKET
from aijri_engine.content.published import base_scorecard
from aijri_engine.index import BARRIERS, assess, scales, zones
from aijri_engine.index.formula import (
    POINTS_PER_RAW,
    barrier_modifier,
    evidence_modifier,
    growth_modifier,
    index_value,
)
from aijri_engine.index.scales import TOLERANCE
from aijri_engine.personal.fit import MOST_OF_WEEK, OUTSIDE_LIMIT
from aijri_engine.personal.personalise import LIMIT, SPLIT
from aijri_engine.personal.quality import EVEN_SPREAD
from aijri_engine.personal.scored import scored_keys
from aijri_engine.personal.status import DESCRIBED_SHARE
from aijri_engine.personal.withheld import FEWEST, zones_told

WITHHELD = "withheld"
"""Column that is true where too much of the week lies outside the role; such a row has no figure."""

FIGURES = ("index", "zone", "label", "task_resistance", "share_scored_3_plus", "status", WITHHELD)
"""Columns of the result before the contributions."""

NUMBERS = ("index", "task_resistance", "share_scored_3_plus")
"""Those that are empty in a row without figure: each tells the index, or nearly."""

OPEN = 1_000.0
"""What an open check adds to the number for where a unit stands; an own answer adds 1."""

INSIDE = nw.col(OUTSIDE) <= OUTSIDE_LIMIT + TOLERANCE
"""So much of the week lies in the role that its figure is told."""


class Figures:
    """Stages that add the figures of the method to a frame with scores."""

    def __init__(self, units: Units) -> None:
        self.units, self.scores = units, Scores(units)
        self.role = units.form.role
        self.signals = self.role.asked_signals
        self._scored = scored_keys(units.form)
        self.base = base_scorecard(self.role)
        self.base_figures = assess(self.base)
        self._evidence: Any = nw.col("evidence_total") if self.signals else self.base.evidence_total
        """The role's total, or the person's where they are asked."""

    def index_stages(self) -> list[list[nw.Expr]]:
        """Task resistance and index, and what zone, label and status hang on."""
        tests = [one.alias(name) for name, one in self.tests.items()]
        return [[*self._factors()], [self._raw_index()], [*self._limits()], tests]

    def contribution_stages(self) -> list[list[nw.Expr]]:
        """Index points per unit of each factor, then the points of every cause."""
        plain: list[nw.Expr] = [
            nw.when(INSIDE).then(nw.when(nw.col(name) != 0).then(nw.col(name)).otherwise(0.0)).alias(name)
            for name in map(contribution, self.causes)
        ]
        return [[*self._weights()], self._contributions(), plain]

    @property
    def told_stages(self) -> list[list[nw.Expr]]:
        """Zone, label and status from those tests, empty where they are withheld.

        Status is as in `status_of`, but for the seconds a question took, which a flat table does not hold.
        """
        green = _either("is_transforming", "Green (Transforming)", "Green (Stable)")
        if self.base.growth >= zones.ACCELERATED_GROWTH - TOLERANCE:
            green = nw.lit("Green (Accelerated)")
        yellow = _either("is_urgent", "Yellow (Urgent)", "Yellow (Moderate)")
        red = _either("is_imminent", "Red (Imminent)", "Red")
        zone = _either("is_green", "Green", _either("is_yellow", "Yellow", "Red"))
        label = _either("is_green", green, _either("is_yellow", yellow, red))
        status = _either("is_own", _either("is_complete", "complete", "provisional"), "base")
        inside = nw.col("is_inside")
        told = [nw.when(inside).then(one).alias(name) for name, one in (("zone", zone), ("label", label))]
        return [[*told, status.alias("status"), (~inside).alias(WITHHELD)]]

    @property
    def causes(self) -> tuple[str, ...]:
        """Every cause a bridge row of this role can have."""
        found = [SPLIT, *(delta.cause for delta in self.scores.deltas), *self.scores.barrier_causes.values()]
        found += [*(f"{MARKET}.{name}" for name in self.signals), LIMIT]
        return tuple(dict.fromkeys(found))

    def _factors(self) -> list[nw.Expr]:
        rows = [(share(name), score(name)) for name in (*self.role.task_ids(), *OTHERS)]
        exposure, slack = total([part * points for part, points in rows]), scales.EXPOSED_SCORE - TOLERANCE
        exposed = [as_number(points >= slack) * part for part, points in rows]
        seen = [nw.lit(float(self.base.evidence_total)), *(nw.col(f"seen_{name}") for name in self.signals)]
        return [
            (scales.RESISTANCE_BASE - exposure / scales.SHARE_TOTAL).alias("task_resistance"),
            total(exposed).alias("share_scored_3_plus"),
            total([*map(self.scores.barrier, BARRIERS)]).alias("barrier_total"),
            *([total(seen).alias("evidence_total")] if self.signals else []),
        ]  # fmt: skip

    def _raw_index(self) -> nw.Expr:
        """By the formula itself, which takes columns as it takes numbers."""
        own: tuple[Any, Any] = nw.col("task_resistance"), nw.col("barrier_total")
        found: Any = index_value(own[0], self._evidence, own[1], self.base.growth)
        return cast("nw.Expr", found.alias("uncapped"))

    def _limits(self) -> list[nw.Expr]:
        exact = within(nw.col("uncapped"), scales.INDEX_MIN, scales.INDEX_MAX)
        removed = nw.col("uncapped") - exact
        return [
            one_decimal(exact).alias("index"),
            nw.when(removed.abs() > scales.CAP_NOISE).then(removed).otherwise(0.0).alias("removed_by_cap"),
        ]  # fmt: skip

    @property
    def tests(self) -> dict[str, nw.Expr]:
        """What zone, label and status hang on."""
        index, exposed = nw.col("index"), nw.col("share_scored_3_plus")
        units = (*self.units.units, self.units.late)
        standing = total([nw.col(f"standing_{unit.name}") for unit in units])
        opens = (standing / OPEN).floor()
        imminent = (nw.col("task_resistance") < zones.IMMINENT_RESISTANCE_BELOW - TOLERANCE) & (
            nw.col("barrier_total") <= zones.IMMINENT_BARRIERS_AT_MOST + TOLERANCE
        )
        if self.signals:
            imminent = imminent & (nw.col("evidence_total") <= zones.IMMINENT_EVIDENCE_AT_MOST + TOLERANCE)
        elif self.base.evidence_total > zones.IMMINENT_EVIDENCE_AT_MOST + TOLERANCE:
            imminent = nw.lit(False)
        return {
            "is_inside": INSIDE,
            "is_yellow": index >= zones.YELLOW_FROM,
            "is_green": index >= zones.GREEN_FROM,
            "is_transforming": exposed >= zones.TRANSFORMING_FROM - TOLERANCE,
            "is_urgent": exposed >= zones.URGENT_FROM - TOLERANCE,
            "is_imminent": imminent,
            "is_own": nw.any_horizontal(
                nw.col(OWN_SPLIT), standing > opens * OPEN, *(rating(n) > 0 for n in OTHERS), ignore_nulls=False
            ),
            "is_complete": self._enough() & nw.col("level_given") & (opens == 0),
        }  # fmt: skip

    def unit_columns(self, unit: Unit) -> Iterator[nw.Expr]:
        """Where a unit stands, as one number: has it a scored answer of the person's own, is a check open in it."""
        cells = unit.cells
        own = [cell for cell in cells if cell.asked.question.id in self._scored]
        checks = [cell for cell in cells if cell.asked.question.check]
        standing = nw.lit(0.0)
        for worth, which, state in ((1.0, own, "answered"), (OPEN, checks, "open")):
            states = [nw.col(f"state_{cell.column}") == state for cell in which]
            some = nw.any_horizontal(nw.lit(False), *states, ignore_nulls=False)
            standing = standing + as_number(some) * worth
        yield standing.alias(f"standing_{unit.name}")
        if LEVEL in {cell.key for cell in cells}:
            yield (nw.col(f"state_{LEVEL}") == "answered").alias("level_given")

    def _enough(self) -> nw.Expr:
        """The week is the person's own, in the role, not even, and most of it is described."""
        told = [described(name) * share(name) for name in (*self.role.task_ids(), *OTHERS)]
        shares = [share(task.id) for task in self.role.tasks]
        even = (nw.max_horizontal(*shares) - nw.min_horizontal(*shares)) <= EVEN_SPREAD + TOLERANCE
        even = even & (nw.col(OUTSIDE) <= 0)
        return nw.col(OWN_SPLIT) & (total(told) >= DESCRIBED_SHARE - TOLERANCE) & ~even & ~self._withheld()

    def _withheld(self) -> nw.Expr:
        """As `role_fit`: too far outside, or mostly the one task that a neighbour is made of."""
        made_of = {tuple(n.made_of) for n in (*self.role.neighbours, *self.role.not_this)}
        mostly = [share(task.id) > MOST_OF_WEEK for task in self.role.tasks if (task.id,) in made_of]
        return nw.any_horizontal(nw.col(OUTSIDE) > OUTSIDE_LIMIT + TOLERANCE, *mostly, ignore_nulls=False)

    def _weights(self) -> list[nw.Expr]:
        """As `attribution`: the Shapley average of the other factors; growth is the role's."""
        old_resistance = self.base_figures.task_resistance
        old_barriers = barrier_modifier(self.base.barrier_total)
        resistance, total_barriers = nw.col("task_resistance"), cast("Any", nw.col("barrier_total"))
        barriers, evidence = barrier_modifier(total_barriers), evidence_modifier(self._evidence)
        old_evidence = evidence_modifier(self.base.evidence_total)
        points = POINTS_PER_RAW * growth_modifier(self.base.growth)
        exposure = (self.base.exposure + (scales.RESISTANCE_BASE - nw.col("task_resistance"))) / 2
        return [
            (_shapley(old_evidence, evidence, old_barriers, barriers) * points).alias("weight_resistance"),
            (_shapley(old_evidence, evidence, old_resistance, resistance) * (points * scales.BARRIER_WEIGHT))
            .alias("weight_barriers"),
            *([(_shapley(old_barriers, barriers, old_resistance, resistance) * (points * scales.EVIDENCE_WEIGHT))
               .alias("weight_evidence")] if self.signals else []),
            exposure.alias("centre"),
        ]  # fmt: skip

    def _contributions(self) -> list[nw.Expr]:
        points: Mapping[str, list[nw.Expr]] = {cause: [] for cause in self.causes}
        rate = nw.col("weight_resistance") / scales.SHARE_TOTAL
        for task in self.role.tasks:
            mean_share = (share(task.id) + task.share) / 2
            for delta in self.scores.deltas:
                if delta.task == task.id:
                    points[delta.cause].append(-rate * mean_share * nw.col(delta.column))
            mean_score = (score(task.id) + task.score) / 2
            points[SPLIT].append(-rate * (mean_score - nw.col("centre")) * (share(task.id) - task.share))
        for name in OTHERS:
            points[SPLIT].append(-rate * (score(name) - nw.col("centre")) * share(name))
        for name, cause in self.scores.barrier_causes.items():
            published = float(getattr(self.role.barriers, name).score)
            points[cause].append(nw.col("weight_barriers") * (self.scores.barrier(name) - published))
        for signal in self.signals:
            points[f"{MARKET}.{signal}"].append(nw.col("weight_evidence") * nw.col(f"seen_{signal}"))
        points[LIMIT].append(-(nw.col("removed_by_cap") - self.base_figures.capped))
        return [total(parts).alias(contribution(cause)) for cause, parts in points.items()]


def contribution(cause: str) -> str:
    """Name of the column with the index points of a cause."""
    return f"contribution_{flat(cause)}"


def _shapley(old: Any, new: Any, old_second: Any, second: Any) -> Any:
    """Average product of two factors over the orders in which a third can change among them, and a fourth stays."""
    if isinstance(new, float):
        return (old_second + second) / 2 * new
    return (old * old_second + new * second) / 3 + (new * old_second + old * second) / 6


def one_decimal(value: nw.Expr) -> nw.Expr:
    """As `index.one_decimal`, for figures of 0 or more."""
    return (((value + TOLERANCE) * 10 + 0.5).floor() / 10).round(1)


def _either(test: str, yes: nw.Expr | str, no: nw.Expr | str) -> nw.Expr:
    told, other = (nw.lit(one) if isinstance(one, str) else one for one in (yes, no))
    return nw.when(nw.col(test)).then(told).otherwise(other)


@dataclass(frozen=True, slots=True)
class GroupMean:
    """What may be said about one group."""

    name: str
    people: int
    index: float
    """Mean AIJRI, unrounded."""
    zones: Mapping[str, int]
    """People by zone; empty where one zone has fewer than five, or where all share one."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Every group that may be told, and what may not."""

    people: int
    index: float
    groups: tuple[GroupMean, ...]
    hidden: int
    """Groups that are not told."""
    withheld: int
    """People who are in no figure, as theirs is withheld."""

    @property
    def told(self) -> bool:
        """There are enough people to say anything."""
        return self.people >= FEWEST


def summarise(cells: Iterable[Mapping[str, Any]]) -> Summary:
    """From rows of `name`, `zone`, `people` and `points` (the sum of their indices) to what may be told.

    Groups under five are hidden. Where those together would still be fewer than five, the smallest told group is
    hidden with them, so that nobody finds them by taking the others from the whole.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    points: Counter[str] = Counter()
    cells = list(cells)
    withheld = sum(cell["people"] for cell in cells if cell["zone"] is None)
    for cell in (cell for cell in cells if cell["zone"] is not None):
        counts[cell["name"]][cell["zone"]] += cell["people"]
        points[cell["name"]] += cell["points"]
    sizes = {name: zones.total() for name, zones in counts.items()}
    hidden = {name for name, people in sizes.items() if people < FEWEST}
    while hidden and sum(sizes[name] for name in hidden) < FEWEST and len(hidden) < len(sizes):
        hidden.add(min((name for name in sizes if name not in hidden), key=lambda name: (sizes[name], name)))
    people = sum(sizes.values())
    groups = [
        GroupMean(name, sizes[name], points[name] / sizes[name], zones_told(counts[name]))
        for name in sorted(sizes)
        if name not in hidden
    ]
    return Summary(
        people, sum(points.values()) / people if people else 0.0, tuple(groups), len(hidden), withheld
    )
