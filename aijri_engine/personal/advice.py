"""Advice: strategies, each priced by re-computing this person's own index, and the few steps shown first.

No horoscopes: what gains nothing is not shown as priced advice. Order is by points; ties by file order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from aijri_engine.content.coaching import PLACEHOLDER
from aijri_engine.content.strategies import Strategy
from aijri_engine.content.wording import fill
from aijri_engine.index import one_decimal, zone_of
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import PathFacts
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.derived_moves import SMALLEST_SHOWN, DerivedMove, derived_moves
from aijri_engine.personal.doubt import Doubt, doubt_of
from aijri_engine.personal.inputs import Inputs
from aijri_engine.personal.moves import PersonFacts, apply_moves
from aijri_engine.personal.names import cause_name, element_name
from aijri_engine.personal.personalise import WHAT_IF, Personalisation, PersonalTask, personalise_inputs
from aijri_engine.personal.spread import draw_columns, indices, quantile
from aijri_engine.personal.step_reasons import (
    because_of,
    of_whose_week,
    rung_name,
    words_of_keeping,
    words_of_ways,
)
from aijri_engine.personal.ways_on import WayOn

MOST_OUTSIDE = 3
"""Steps outside the index that stand under a result."""

STEPS_SHOWN = 3
"""Steps that a person is shown first."""

WORTH_A_STEP = 0.95
"""Index points; priced advice below this gives way to a step about something the person said [ours]."""

LARGE, MEDIUM = 5.0, 2.0
"""Index points from which a difference is called large, and medium [ours]."""

KEEP, EVERYONE, WAYS = "keep", "everyone", "ways"
"""Kinds of steps: about keeping what stands well; those that stand for everybody; and those that lead elsewhere."""


@dataclass(frozen=True)
class Recommendation:
    """A strategy priced for one person; what costs time is worked out when it is first looked at."""

    strategy: Strategy
    points: float
    """Unrounded index points."""
    because: str
    before: Personalisation
    after: Personalisation
    paired: "_Paired"

    @property
    def id(self) -> str:
        """Id of the strategy."""
        return self.strategy.id

    @property
    def shown(self) -> float:
        """Displayed index then, minus displayed index now."""
        return one_decimal(self.index_then - self.before.assess().index)

    @property
    def index_then(self) -> float:
        """Displayed index then."""
        return self.after.assess().index

    @cached_property
    def range(self) -> tuple[float, float]:
        """Ends of the range of the points over paired draws, one decimal; it always holds the points."""
        low, high = self.paired.range_of(self.after.inputs)
        return one_decimal(min(low, self.points)), one_decimal(max(high, self.points))

    @cached_property
    def bridge(self) -> Bridge:
        """From the index now to the index then."""
        return bridge(self.before, self.after)

    @cached_property
    def moves(self) -> tuple[tuple[str, float], ...]:
        """What the price is for, part by part, with displayed points: `how training is done`, 4.8."""
        return _moves(self.bridge, self.before)

    @cached_property
    def ways(self) -> tuple[tuple[PersonalTask, str], ...]:
        """Tasks that would be done otherwise, with short words for how, first the one it hangs on.

        Empty where that one would stay as it is, or where time would move, too.
        """
        hangs_on = self.strategy.trigger.partition(".")[2]
        both = [*zip(self.before.tasks, self.after.tasks, strict=True)]
        moved = [new for old, new in both if new.rungs != old.rungs]
        if hangs_on not in {one.id for one in moved} or any(old.share != new.share for old, new in both):
            return ()
        ordered = sorted(moved, key=lambda one: one.id != hangs_on)
        return tuple((one, " or ".join(rung_name(self.after, one))) for one in ordered)

    @property
    def priced_as(self) -> str:
        """The parts with their points: `how training is done +4.8, how infrastructure is done +2.8`."""
        return ", ".join(f"{name} {shown:+.1f}" for name, shown in self.moves)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the few steps a person is shown first."""

    strategy: Strategy
    because: str
    """Why this one, with this person's own answers and figures."""
    priced: Recommendation | None
    """None outside the index: the model has no price for it."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything a person could do, as far as this model can tell."""

    recommendations: tuple[Recommendation, ...]
    outside: tuple[Strategy, ...]
    """Steps outside the index, without a price, that stand under a result."""
    steps: tuple[Step, ...]
    """The three to be shown first: different in kind, about what this person said."""
    derived: tuple[DerivedMove, ...]
    """One rung deeper, ten points of time, the largest first."""
    largest_rung: DerivedMove | None


def speaks_of_the_figure(strategy: Strategy) -> bool:
    """A step that is only offered to some zones, or that keeps what stands well, tells the figure by being there."""
    sources = [(leaf.source or ("", ""))[0] for leaf in strategy.when.leaves()]
    return strategy.sort == KEEP or "index" in sources or "zone" in sources


def advise(
    interview: Interview, personal: Personalisation, withheld: bool = False, ways: Sequence[WayOn] = (),
    safe: bool = False,
) -> Advice:  # fmt: skip
    """All advice for one person; while the figure is `withheld` only steps that neither have a price nor tell it.

    `ways` is work nearby in a safer zone; `safe` says that the person is well inside Green.
    """
    inputs, facts = personal.inputs, interview.path.facts
    applicable = [
        one for one in interview.library.strategies(interview.role_id) if applies(one, inputs, facts)
    ]
    if withheld:
        unpriced = _unpriced(
            [one for one in applicable if not speaks_of_the_figure(one)], personal, interview
        )
        steps = _first_steps((), unpriced, facts)
        return Advice((), _outside(steps, unpriced), steps, (), None)
    now = personal.assess().index_exact
    priced = [(one, apply_moves(inputs, one.moves, facts)) for one in applicable if one.priced]
    found = []
    paired = _Paired(interview, inputs)
    for strategy, then in priced:
        after = personalise_inputs(then)
        points = after.assess().index_exact - now
        if points >= SMALLEST_SHOWN and one_decimal(now + points) > one_decimal(now):
            because = because_of(strategy, personal, interview, {})
            found.append(Recommendation(strategy, points, because, personal, after, paired))
    recommendations = tuple(sorted(found, key=lambda one: -round(one.points, 9)))
    derived = derived_moves(personal)
    best = max((move.index_then for move in derived), default=None)
    unpriced = _unpriced(applicable, personal, interview, best, ways)
    stays = all(zone_of(move.index_then) is personal.assess().zone for move in derived)
    gains = [Step(one.strategy, one.because, one) for one in recommendations]
    steps = _first_steps(gains, unpriced, facts, stays, safe)
    rungs = [move for move in derived if move.id.startswith("rung.")]
    return Advice(
        recommendations=recommendations,
        outside=_outside(steps, unpriced),
        steps=steps,
        derived=derived,
        largest_rung=max(rungs, key=lambda move: move.points) if rungs else None,
    )


def _unpriced(
    applicable: Sequence[Strategy], personal: Personalisation, interview: Interview, best: float | None = None,
    ways: Sequence[WayOn] = (),
) -> list[Step]:  # fmt: skip
    """The steps without a price, with their reasons; one whose words cannot be filled is none."""
    wording, found = interview.library.wording, []
    for one in applicable:
        if one.priced:
            continue
        words: Mapping[str, str] = {}
        if one.sort == KEEP:
            words = words_of_keeping(personal, interview.library)
        elif one.sort == WAYS:
            words = words_of_ways(personal, ways, best, wording)
        told = {
            name: of_whose_week(fill(getattr(one, name), **words), interview)
            for name in ("first_step", "worked")
            if words
        }
        step = Step(one.model_copy(update=told), because_of(one, personal, interview, words), None)
        if not PLACEHOLDER.search(f"{step.because}{step.strategy.first_step}"):
            found.append(step)
    return found


def _outside(steps: Sequence[Step], unpriced: Sequence[Step]) -> tuple[Strategy, ...]:
    rest = (one for one in unpriced if one.strategy.sort != KEEP)
    found = {one.strategy.id: one.strategy for one in (*steps, *rest) if one.priced is None}
    return tuple(found.values())[:MOST_OUTSIDE]


def _first_steps(
    priced: Sequence[Step], unpriced: Sequence[Step], facts: PathFacts | None, stays: bool = False,
    safe: bool = False,
) -> tuple[Step, ...]:  # fmt: skip
    """Three steps that differ in kind: one to keep or to gain, one about the field, one about something said.

    Where nothing leads out of the zone (`stays`), a step that leads elsewhere comes before what gains; one to keep what
    stands comes first for who is well inside Green (`safe`), and where nothing gains. Steps without a price count in
    the order of their files, what stands for everybody last.
    """
    named = {value for value in facts.values.values() if isinstance(value, str)} if facts else set()
    field = [one for one in (*unpriced, *priced) if named.intersection(one.strategy.domains)]
    keep = [one for one in unpriced if one.strategy.sort == KEEP]
    said = [one for one in unpriced if one.strategy.sort not in (KEEP, EVERYONE)]
    ways = [one for one in said if stays and one.strategy.sort == WAYS]
    gain = [one for one in priced if one.priced is not None and one.priced.points >= WORTH_A_STEP]
    general = [one for one in unpriced if one.strategy.sort == EVERYONE]
    own = keep[:1] if safe or not gain else gain[:1]
    first = [*ways, *own, *field[:1], *said]
    chosen: list[Step] = []
    for one in (*first, *gain, *priced, *general):
        alike = any(
            one.strategy.id == other.strategy.id or one.strategy.sort == other.strategy.sort != EVERYONE
            for other in chosen
        )
        if not alike and len(chosen) < STEPS_SHOWN:
            chosen.append(one)
    return tuple(chosen)


def size_word(points: float) -> str:
    """How large a difference is: large, medium or small."""
    return "large" if abs(points) >= LARGE else "medium" if abs(points) >= MEDIUM else "small"


def applies(strategy: Strategy, inputs: Inputs, facts: PathFacts | None) -> bool:
    """The strategy's condition is true of this person."""
    return strategy.when.compiled()(PersonFacts(inputs, facts)) is True


def price(strategy: Strategy, inputs: Inputs, facts: PathFacts | None) -> float:
    """Index points the strategy's moves are worth to this person, whether or not it would be shown."""
    now = personalise_inputs(inputs).assess().index_exact
    return personalise_inputs(apply_moves(inputs, strategy.moves, facts)).assess().index_exact - now


class _Paired:
    """Draws of the index now, to which draws of the index then are paired one by one."""

    def __init__(self, interview: Interview, inputs: Inputs) -> None:
        self._interview = interview
        self._doubt = doubt_of(interview, inputs)
        self._count = self._doubt.settings.advice_draws
        self._now: list[float] | None = None

    def _draws(self, doubt: Doubt) -> list[float]:
        return indices(doubt, draw_columns(doubt, self._count))

    def range_of(self, then: Inputs) -> tuple[float, float]:
        """Middle 90 % of the paired differences, index points."""
        if self._now is None:
            self._now = self._draws(self._doubt)
        after = self._draws(doubt_of(self._interview, then))
        differences = sorted(new - old for new, old in zip(after, self._now, strict=True))
        cut = (1 - self._doubt.settings.level) / 2
        return quantile(differences, cut), quantile(differences, 1 - cut)


def _moves(steps: Bridge, personal: Personalisation) -> tuple[tuple[str, float], ...]:
    """The causes of a price with their points; market and barriers are named by what changes."""
    parts: list[tuple[str, float]] = []
    for group in steps.groups:
        if group.cause == WHAT_IF:
            parts += [(element_name(row.kind, row.key, personal), row.shown) for row in group.rows]
        else:
            parts.append((cause_name(group.cause, personal), group.shown))
    return tuple(parts)
