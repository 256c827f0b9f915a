"""Cases: made-up people with what must come out for them; `questionnaires/cases/*.yaml`, judged by the test run."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from aijri_engine.content.base import Identifier, Items, Model, Text, Version
from aijri_engine.content.scorecard_file import ScorecardFile

Between = Annotated[tuple[float, ...], Field(min_length=2, max_length=2, strict=False)]
"""Lowest and highest value that pass, for example `[36, 38]`."""

ZoneName = Literal["Green", "Yellow", "Red"]


class ExpectedBand(Model):
    """A range of the index; each end lies between two numbers."""

    low: Between | None = None
    high: Between | None = None
    width: Between | None = None
    """Index points."""
    wider_than: Text | None = None
    """Name of another case of the same file with a narrower range."""


class ExpectedStability(Model):
    """How firmly the zone stands."""

    zone: ZoneName | None = None
    word: Literal["holds", "leans", "on the edge"] | None = None
    in_100: Between | None = None


class ExpectedStep(Model):
    """A change the engine found by itself; all that is given must hold."""

    id: Text | None = None
    """For example `rung.train`."""
    points: float | None = None
    """As displayed."""
    index: float | None = None
    """As displayed."""


class ExpectedScenario(Model):
    """One scenario of the outlook."""

    index: float
    zone: ZoneName | None = None
    label: Text | None = None


class ExpectedMarket(Model):
    """What rests on the market."""

    points: float | None = None
    neutral: float | None = None
    own_index: float | None = None
    """With the person's own signals."""


class ExpectedThen(Model):
    """What the what-if gives; `bridge` is the way from now to then."""

    index: float | None = None
    zone: ZoneName | None = None
    label: Text | None = None
    points: float | None = None
    """Displayed change."""
    points_exact: float | None = None
    """Change to two decimals."""
    bridge: dict[str, float] = Field(default_factory=dict)
    sentence_includes: Items[Text] = ()
    refused: Text | None = None
    """The change is refused with these words."""


class Expected(Model):
    """What must come out. Only what is given is judged."""

    index: float | None = None
    """As displayed, one decimal."""
    index_exact: float | None = None
    """To two decimals."""
    uncapped: float | None = None
    """What the formula gives where the cap acts, one decimal."""
    task_resistance: float | None = None
    """To four decimals."""
    zone: ZoneName | None = None
    label: Text | None = None
    unlabelled: bool = False
    """The label cannot be known."""
    status: Literal["base", "provisional", "complete"] | None = None
    reasons_include: Items[Text] = ()
    """Each stands in one of the reasons of the status."""
    share_scored_3_plus: float | None = None
    """Percent, to one decimal."""
    shares: dict[str, float] = Field(default_factory=dict)
    """Percent of the week by task or row, to one decimal."""
    scores: dict[str, float] = Field(default_factory=dict)
    """Score by task or row."""
    bridge: dict[str, float] = Field(default_factory=dict)
    """Displayed points by cause; a question without a task (`depth`) is the sum over its tasks. 0: no row."""
    bridge_empty: bool = False
    range: ExpectedBand | None = None
    rating_range: ExpectedBand | None = None
    stability: ExpectedStability | None = None
    smallest_change: Between | None = None
    narrowing_first: Items[Text] = ()
    """The questions that would narrow the range most, in this order."""
    flags: Items[Identifier] = ()
    flags_absent: Items[Identifier] = ()
    recommendations: dict[str, float] = Field(default_factory=dict)
    """Displayed points by strategy."""
    recommendations_absent: Items[Identifier] = ()
    outside: Items[Identifier] = ()
    """Unpriced steps, all of them."""
    largest_rung: ExpectedStep | None = None
    next_zone: ExpectedStep | None = None
    derived: dict[str, float] = Field(default_factory=dict)
    """Displayed points by derived move."""
    outlook: dict[str, ExpectedScenario] = Field(default_factory=dict)
    market: ExpectedMarket | None = None
    withheld: bool | None = None
    """No confident zone is given."""
    neighbours: Items[Text] = ()
    """Titles that are named, the nearest first."""
    sentences_include: Items[Text] = ()
    sentences_exclude: Items[Text] = ()
    borrowed_include: Items[Text] = ()
    asked: Items[Text] = ()
    """Keys of questions on the path."""
    not_asked: Items[Text] = ()
    states: dict[str, str] = Field(default_factory=dict)
    """State by question key."""
    same_as: Text | None = None
    """Name of another case of the same file with the same index, points and range."""


class ExpectedOffer(Model):
    """A way out that is offered beside a refusal."""

    includes: Text
    index: float
    """Displayed index when it is taken."""


class Refusal(Model):
    """How answers that cannot be used are told."""

    includes: Items[Text] = ()
    """Words of the message or its remedy."""
    remainder: float | None = None
    """What is missing (positive) or too much (negative) in a split."""
    offers: Items[ExpectedOffer] = ()


class Case(Model):
    """One made-up person, scorecard, or set of answers that must be refused."""

    name: Text
    scenario: Text | None = None
    """Which acceptance scenario it stands for."""
    why: Text | None = None
    """What would be lost if it failed."""
    answers: dict[str, Any] | None = None
    """As in an answers file."""
    refused_answers: dict[str, Any] | None = None
    scorecard: ScorecardFile | None = None
    """Numbers straight through the method."""
    what_if: Items[Text] = ()
    """Changes, each as after `--set`."""
    expect: Expected | None = None
    then: ExpectedThen | None = None
    refusal: Refusal | None = None

    @model_validator(mode="after")
    def _one_subject(self) -> "Case":
        given = [
            name for name in ("answers", "refused_answers", "scorecard") if getattr(self, name) is not None
        ]
        if len(given) != 1:
            raise ValueError("a case needs exactly one of `answers`, `refused_answers` and `scorecard`")
        if (self.refused_answers is None) != (self.refusal is None):
            raise ValueError("`refused_answers` and `refusal` go together")
        if bool(self.what_if) != (self.then is not None):
            raise ValueError("`what_if` and `then` go together")
        if self.expect is None and self.then is None and self.refusal is None:
            raise ValueError("nothing is expected")
        return self


class CasesFile(Model):
    """`cases/*.yaml`: cases about one role."""

    version: Version
    role: Identifier
    about: Text
    cases: Items[Case]

    @model_validator(mode="after")
    def _names_are_ids(self) -> "CasesFile":
        names = [case.name for case in self.cases]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"two cases are called {twice!r}")
        return self
