"""Figures of a role beside its tasks: evidence, barriers, protective principles, growth, and what levels move."""

from typing import Annotated

from pydantic import Field, model_validator

from aijri_engine.content.base import (
    Day,
    Identifier,
    Items,
    Model,
    Text,
)
from aijri_engine.content.questions import BarrierLevel, PrincipleLevel

EvidenceScore = Annotated[float, Field(ge=-2, le=2)]

Growth = Annotated[float, Field(ge=-2, le=2)]

Shift = Annotated[int, Field(ge=-1, le=1)]

SIGNALS_NEEDED = 3
"""Market signals of five that must be known or answered before a figure is told [ours]."""


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
