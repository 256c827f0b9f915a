"""The task table of a role: shares, scores and the ladder of ways of doing each task."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from aijri_engine.content.base import (
    Identifier,
    Items,
    Model,
    Rung,
    Text,
)

TaskScore = Annotated[float, Field(ge=1, le=5)]

Share = Annotated[float, Field(ge=0, le=100)]


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
        return self.follows.score - self.originates.score

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
