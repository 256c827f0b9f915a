"""The base role profile: one published page, in our words, with its figures, and what personal answers may move."""

from typing import Annotated, Any, Literal

from pydantic import Field

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
from aijri_engine.content.questions import QuestionPatch, Rule
from aijri_engine.content.role_figures import Barriers, Evidence, GrowthFigure, Protective, Shifts
from aijri_engine.content.role_story import (
    Change,
    Concern,
    Expect,
    Neighbour,
    Override,
    Prospect,
    Remark,
    SaidTo,
    Scenario,
    ScreenResult,
    SeniorityNote,
)
from aijri_engine.content.role_tasks import Task
from aijri_engine.content.strategies import Strategy
from aijri_engine.index import EVIDENCE

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
