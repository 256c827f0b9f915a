"""What a role file tells around its figures: neighbours, levels, concerns, scenarios, history."""

from typing import Annotated, Literal

from pydantic import Field

from aijri_engine.content.base import (
    Identifier,
    Items,
    Model,
    Text,
    Version,
)
from aijri_engine.content.conditions import Condition
from aijri_engine.content.moves import Move
from aijri_engine.content.role_figures import Growth


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
