"""The base role profile: one published page, in our words, with its figures, and what personal answers may move."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from aijri_engine.content.base import (
    RUNGS,
    Day,
    Identifier,
    Items,
    Model,
    OccupationCode,
    Provenance,
    Rung,
    Source,
    Text,
    Version,
)
from aijri_engine.content.conditions import Condition
from aijri_engine.content.moves import Move
from aijri_engine.content.questions import BarrierLevel, PrincipleLevel, QuestionPatch, Rule
from aijri_engine.content.strategies import Strategy
from aijri_engine.index import EVIDENCE

TaskScore = Annotated[float, Field(ge=1, le=5)]
Share = Annotated[float, Field(ge=0, le=100)]
EvidenceScore = Annotated[float, Field(ge=-2, le=2)]
Growth = Annotated[float, Field(ge=-2, le=2)]
Shift = Annotated[int, Field(ge=-1, le=1)]

SIGNALS_NEEDED = 3
"""Market signals of five that must be known or answered before a figure is told [ours]."""


class LadderRung(Model):
    """One way of doing a task, with the act that shows it."""

    act: Text
    """What a person would have done in two normal weeks; read as an option of the depth question."""
    short: Text
    """A few words for summaries."""
    score: TaskScore
    """Score of the task done this way, 1-5 [ours, except the published rung]."""
    aliases: Items[Text] = ()
    """How people say it."""
    signs: Items[Text] = ()
    """Observable acts that would count as this rung."""
    week: Text | None = None
    """Two to five words that name a week mostly spent so, for example "known recipes"; `short` where there is none."""


class Ladder(Model):
    """The three rungs of a task; `published` says which of them the published score describes."""

    published: Rung
    follows: LadderRung
    adapts: LadderRung
    originates: LadderRung
    why: Text

    def rung(self, name: Rung) -> LadderRung:
        """The rung of that name."""
        found: LadderRung = getattr(self, name)
        return found

    def scores(self) -> tuple[float, float, float]:
        """Scores from follows to originates."""
        return self.follows.score, self.adapts.score, self.originates.score

    @property
    def span(self) -> float:
        """How far the rungs lie apart, in score steps."""
        return max(self.scores()) - min(self.scores())

    @model_validator(mode="after")
    def _never_rises(self) -> "Ladder":
        if list(self.scores()) != sorted(self.scores(), reverse=True):
            raise ValueError(
                "scores must not rise from follows to originates: deeper work is never more exposed"
            )
        return self


class Task(Model):
    """One row of the published task table."""

    id: Identifier
    name: Text
    """The published label."""
    ask: Text
    """How a question speaks of it: "took most of your {task} time"."""
    row: Text
    """The row label of the time split: what counts as this task."""
    short: Text
    """One or two words for tables."""
    share: Share
    """Percent of working time [published]."""
    score: TaskScore
    """Published task score, 1-5: 5 could be run whole by software."""
    involvement: Literal["displaced", "augmented", "not_involved"]
    ladder: Ladder
    aliases: Items[Text] = ()
    """Words people use for it; typed text is matched to these."""
    group: Identifier | None = None
    """Kind of activity, of `role_defaults.yaml`: gives what the file leaves out."""
    why: Text
    """Why this score."""
    sources: Items[Identifier] = ()
    rated: bool = True
    """False: nobody has scored it yet; the middle of the scale stands there until the person rates it."""

    @model_validator(mode="after")
    def _published_rung_has_the_score(self) -> "Task":
        found = self.ladder.rung(self.ladder.published).score
        if found != self.score:
            raise ValueError(
                f"the published rung `{self.ladder.published}` scores {found:g} but the task {self.score:g};"
                " the two must agree"
            )
        return self


class EvidenceFigure(Model):
    """A market signal, -2..2."""

    score: EvidenceScore
    known: bool = True
    """False: no dated source says it. It then counts 0 and is asked of the person, and varied until answered."""
    why: Text
    sources: Items[Identifier] = ()

    @model_validator(mode="after")
    def _unknown_counts_nothing(self) -> "EvidenceFigure":
        if not self.known and self.score:
            raise ValueError("a figure that is not known scores 0")
        return self


class Evidence(Model):
    """The five market signals of the method; their sum is the evidence total, -10..10."""

    as_of: Day
    job_postings: EvidenceFigure
    company_actions: EvidenceFigure
    wages: EvidenceFigure
    tool_maturity: EvidenceFigure
    expert_consensus: EvidenceFigure


class BarrierFigure(Model):
    """A structural barrier, 0..2."""

    score: BarrierLevel
    odds: Items[Annotated[float, Field(ge=0, le=1)]] = ()
    """Probability of the levels 0, 1 and 2 for a person who has not answered; empty: the score stands."""
    why: Text
    sources: Items[Identifier] = ()


class Barriers(Model):
    """The five barriers of the method; their sum is the barrier total, 0..10."""

    question: Text
    """What the barriers ask, in one sentence."""
    regulatory: BarrierFigure
    physical: BarrierFigure
    union: BarrierFigure
    liability: BarrierFigure
    cultural: BarrierFigure


class PrincipleFigure(Model):
    """A protective principle, 0..3; shown apart, not in the index."""

    score: PrincipleLevel
    why: Text
    sources: Items[Identifier] = ()


class Protective(Model):
    """The three protective principles."""

    physicality: PrincipleFigure
    interpersonal: PrincipleFigure
    judgment: PrincipleFigure


class GrowthFigure(Model):
    """AI growth correlation, -2..2: 2 means AI adoption itself creates demand."""

    score: Growth
    known: bool = True
    """False: nobody said it yet; see `EvidenceFigure.known`."""
    as_of: Day
    why: Text
    check: Items[Text]
    """The growth check of the page: reasons the score was confirmed."""
    sources: Items[Identifier] = ()


class Shifts(Model):
    """How a position moves the expected rung of tasks nobody described, in rungs (-1..1) [ours]."""

    level: dict[str, dict[str, Shift]]
    """Level option -> task -> rungs; `all` stands for every task."""
    employer: dict[str, dict[str, Shift]]
    why: Text


class Neighbour(Model):
    """A role this one is not, or is near to."""

    title: Text
    """As in the landscape."""
    difference: Text
    made_of: Items[Identifier] = ()
    """Tasks of this role that the neighbour is mostly made of."""
    domains: Items[Identifier] = ()
    """Domain answers that point to it."""


class SeniorityNote(Model):
    """How the page says the score moves with experience."""

    who: Text
    years: Text
    zone: Text
    why: Text


class Concern(Model):
    """Who should worry and who should not."""

    less: Text
    more: Text
    single_biggest_factor: Text


class ScreenResult(Model):
    """The quick screen of the page and what it said."""

    protective: Annotated[int, Field(ge=0, le=9)]
    growth: Growth
    verdict: Text


class Override(Model):
    """An assessor's override of the formula; `points` 0 when there is none."""

    points: float = 0
    reason: Text


class Remark(Model):
    """A heading and what it says."""

    title: Text
    text: Text
    told_as: Identifier | None = None
    """What of `said_to` says this to those it concerns; their report then leaves this remark out."""
    sources: Items[Identifier] = ()


class SaidTo(Model):
    """A sentence of a result for those it concerns: said by a role, or by nobody."""

    id: Identifier
    when: Condition
    text: Text
    sources: Items[Identifier] = ()


class Prospect(Model):
    """The role in a named year, and the timeline of the page."""

    year: Annotated[int, Field(ge=2020, le=2100)]
    text: Text
    timeline: Text


class Scenario(Model):
    """An outlook scenario: assumptions and horizon, computed on each person's own numbers. No dates of doom."""

    id: Identifier
    title: Text
    assumptions: Text
    horizon: Text
    moves: Items[Move]
    watch: Text
    """What would show that it is happening."""
    sources: Items[Identifier] = ()


class Change(Model):
    """One entry of the history of a role file."""

    version: Version
    index: float
    what: Text


class Expect(Model):
    """What the method must compute from this file; a role that does not reproduce it does not load."""

    task_resistance: float
    index: float
    zone: Literal["Green", "Yellow", "Red"]
    label: Text


RoleId = Annotated[
    str, Field(pattern=r"^([a-z][a-z0-9]*([_-][a-z0-9]+)*|\d{2}-\d{4}\.\d{2})$", max_length=60)
]
"""An identifier; of a derived role its code."""


Title = Annotated[Text, Field(max_length=120)]
"""Longer is a description, and fits no line."""


class Role(Model):
    """A base role profile."""

    id: RoleId
    title: Title
    aliases: Items[Text]
    seniority: Text
    category: Text
    pack: Identifier | None = None
    """The kind of work: a pack of `packs/`, with its words for questions and its defaults."""
    version: Version
    as_of: Day
    """Date of the published figures."""
    review_by: Day
    provenance: Provenance
    codes: Items[OccupationCode] = ()
    """Occupations this role belongs to."""
    summary: Text
    """One sentence: what protects or exposes this role."""
    does: Text
    """What a person in this role does."""
    not_this: Items[Neighbour]
    experience: Text
    tasks: Items[Task]
    other_work: Items[Text] = ()
    """Work that people of this role do beside its tasks; named in a week, it becomes a row of its own."""
    reinstatement: Text
    """New tasks that AI itself creates."""
    evidence: Evidence
    barriers: Barriers
    protective: Protective
    growth: GrowthFigure
    quick_screen: ScreenResult
    shifts: Shifts
    seniority_notes: Items[SeniorityNote]
    override: Override
    reality_check: Text
    not_captured: Items[Remark]
    said_to: Items[SaidTo] = ()
    """Sentences for people of whom something is true, for example those who start out."""
    who_should_worry: Concern
    strategies: Items[Strategy]
    prospect: Prospect
    scenarios: Items[Scenario]
    neighbours: Items[Neighbour]
    outside_ratings: Text
    """Why outside exposure indices disagree, and what they would give."""
    sources: Items[Source]
    resources: Items[Source] = ()
    history: Items[Change]
    expect: Expect
    questions: Items[QuestionPatch] = ()
    """Questions about this role's own tasks, laid over the core and the pack."""
    rules: Items[Rule] = ()
    typical: dict[str, Any] = {}
    """Answers of a person of whom the figures of this file hold, where they cannot be worked out."""

    @property
    def derived(self) -> bool:
        """Assembled from the tables of occupations."""
        return self.provenance == "derived"

    @property
    def own_table(self) -> bool:
        """Rows in somebody's own words that nobody has scored yet."""
        return any(not task.rated for task in self.tasks)

    @property
    def starting_table(self) -> bool:
        """Its rows are to be rated by the person: until then it says no figure."""
        return self.derived or self.own_table

    @property
    def provenance_word(self) -> str:
        """Provenance in a word or two, said wherever a figure built on it is shown."""
        return "own rating" if self.own_table else self.provenance

    @property
    def compared_with(self) -> str:
        """What a person's week stands beside, in a word: the role, a table; nothing where the rows are their own."""
        return "" if self.own_table else "table" if self.derived else "role"

    @property
    def has_figure(self) -> bool:
        """An index of it can be told before anybody has answered."""
        return not self.starting_table and not self.market_unknown

    @property
    def market_unknown(self) -> bool:
        """No market signal of it is dated: all are the person's to say."""
        return len(self.asked_signals) == len(EVIDENCE)

    @property
    def asked_signals(self) -> tuple[str, ...]:
        """Market signals that no dated source says; the person is asked what they have seen."""
        return tuple(name for name in EVIDENCE if not getattr(self.evidence, name).known)

    def task(self, task_id: str) -> Task | None:
        """The task of that id."""
        return next((task for task in self.tasks if task.id == task_id), None)

    def task_ids(self) -> tuple[str, ...]:
        """Ids in table order."""
        return tuple(task.id for task in self.tasks)

    def shift(self, table: Literal["level", "employer"], option: str | None, task_id: str) -> int:
        """Rungs by which a position moves what is expected of a task; 0 when the position is unknown."""
        shifts = getattr(self.shifts, table).get(option, {}) if option else {}
        found: int = shifts.get(task_id, shifts.get("all", 0))
        return found

    def expected_rung(self, task: Task, level: str | None, employer: str | None) -> Rung:
        """The rung expected of an undescribed task: at most one from the published one."""
        published = RUNGS.index(task.ladder.published)
        together = self.shift("level", level, task.id) + self.shift("employer", employer, task.id)
        return RUNGS[max(0, min(2, published + max(-1, min(1, together))))]
