"""The figures of a result, each computed once, when it is first looked at; its words stand on them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from aijri_engine.content.meanings import DEPTH, RATING
from aijri_engine.index import GREEN_FROM, Assessment
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.personal.advice import Advice, advise
from aijri_engine.personal.bridge import Bridge, bridge
from aijri_engine.personal.derived_moves import DerivedMove, next_zone_of
from aijri_engine.personal.fit import Fit, role_fit
from aijri_engine.personal.outlook import Market, OutlookRow, market_of, outlook_of
from aijri_engine.personal.personalise import Personalisation, PersonalTask
from aijri_engine.personal.quality import Flag, quality_flags
from aijri_engine.personal.spread import Narrowing, Spread, narrowing_of, spread_of
from aijri_engine.personal.status import Status, status_of
from aijri_engine.personal.ways_on import WayOn, ways_on
from aijri_engine.personal.withheld import withheld


@dataclass(frozen=True, slots=True)
class Sentence:
    """One plain sentence of the result."""

    topic: str
    """meaning, week, index, range, lever, bridge, market, fit, borrowed, quality, limits, ..."""
    text: str


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Something the index rests on that the person did not say."""

    what: str
    """`split`, a task id or a question id."""
    because: str
    """borrowed, expected, not asked, not sure, unsure (answered with a doubt) or declined."""
    text: str


@dataclass(frozen=True)
class Figures:
    """The figures of one interview. Parts that cost time are computed when first looked at."""

    interview: Interview
    personal: Personalisation
    base: Personalisation

    def __repr__(self) -> str:
        return f"<Result of {self.interview!r}>"

    @cached_property
    def assessment(self) -> Assessment:
        """What the method computes for the person."""
        return self.personal.assess()

    @cached_property
    def base_assessment(self) -> Assessment:
        """What the method computes for the role."""
        return self.base.assess()

    @cached_property
    def bridge(self) -> Bridge:
        """From the role's index to the person's; without a row while the figure is withheld."""
        return bridge(self.personal if self.withheld else self.base, self.personal)

    @cached_property
    def status(self) -> Status:
        """base, provisional or complete."""
        return status_of(self.interview, self.personal)

    @cached_property
    def withheld(self) -> tuple[str, ...]:
        """Why figure, zone, label, prices and neighbours are not told yet; empty where they are."""
        return withheld(self.personal)

    def score_told(self, task: PersonalTask) -> bool:
        """False for a row that nobody described while the figure is withheld: what stands in would give it away."""
        return task.described or not self.withheld

    @cached_property
    def spread(self) -> Spread:
        """Range, wider band, zone stability, smallest change worth believing."""
        return spread_of(self.interview, self.personal.inputs)

    @cached_property
    def narrowing(self) -> tuple[Narrowing, ...]:
        """Answers that would narrow the range most."""
        return narrowing_of(self.interview, self.personal.inputs)

    @cached_property
    def to_answer(self) -> tuple[str, ...]:
        """Of these the questions that can be asked: nobody is sent to what they answered or declined."""
        told = ("answered", "declined")
        return tuple(one.key for one in self._doubted if one.state not in told)

    @cached_property
    def invited(self) -> str:
        """The open question that the range hangs on most; empty for none."""
        return next((one.key for one in self._doubted if one.state == "open"), "")

    @cached_property
    def _doubted(self) -> tuple[Step, ...]:
        """The steps of what would narrow the range; how a row is done is asked in one of two ways."""
        path = self.interview.path
        steps = {one.key: one for one in (*path.unasked, *path.steps)}
        keys = (one.question for one in self.narrowing)
        other = ((key, re.sub(f"^{RATING}\\b", DEPTH, key)) for key in keys)
        found = (next((steps[key] for key in two if key in steps), None) for two in other)
        return tuple(one for one in found if one is not None)

    @cached_property
    def advice(self) -> Advice:
        """Recommendations, steps outside the index, derived moves."""
        withheld = bool(self.withheld)
        return advise(
            self.interview, self.personal, withheld, self.ways_on, not withheld and self._well_inside_green
        )

    @property
    def _well_inside_green(self) -> bool:
        """Further above its line than two sittings of one week can differ by."""
        index = self.assessment.index
        return index >= GREEN_FROM and index >= GREEN_FROM + self.spread.smallest_change

    @cached_property
    def next_zone(self) -> DerivedMove | None:
        """Smallest step that reaches the next zone, where it exceeds the smallest change worth believing."""
        if self.withheld:
            return None
        return next_zone_of(self.personal, self.advice.derived, self.spread.smallest_change)

    @cached_property
    def ways_on(self) -> tuple[WayOn, ...]:
        """Work nearby in a safer zone; none in Green, and none while the figure or the zone is withheld."""
        told = not (self.withheld or self.fit.withheld or self.status.name == "base")
        return ways_on(self.interview.library, self.personal) if told else ()

    @cached_property
    def outlook(self) -> tuple[OutlookRow, ...]:
        """Scenarios on the person's own numbers."""
        return () if self.withheld else outlook_of(self.personal, self.interview.path.facts)

    @cached_property
    def market(self) -> Market:
        """What rests on the market, dated."""
        return market_of(self.interview, self.personal)

    @cached_property
    def fit(self) -> Fit:
        """How well the role covers the week, and what it resembles."""
        found = role_fit(self.personal, self.interview.library.landscape)
        return replace(found, neighbours=()) if self.withheld else found

    @cached_property
    def quality(self) -> tuple[Flag, ...]:
        """Flags, for the person and for a coach."""
        return quality_flags(self.interview, self.personal)

    @property
    def versions(self) -> dict[str, Any]:
        """Content versions, digests and seed: what is needed to compute the same again."""
        return {**self.interview.library.versions(self.interview.role_id), "seed": self.interview.seed}
