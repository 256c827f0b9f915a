"""The what-if vocabulary that strategies, outlook scenarios and `--set` share."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from aijri_engine.content.base import Identifier, Items, Model, Rung
from aijri_engine.content.conditions import Condition

TaskReference = str
"""A task id, or one of the words of `TASK_WORDS`."""

TASK_WORDS = ("highest_scored", "lowest_scored", "larger", "routine_other")
"""`highest_scored` / `lowest_scored`: of the person's tasks; `larger`: of the tasks in `among`;
`routine_other`: the largest own row scored 4 or more."""


class RungMove(Model, defer_build=False):
    """A task is done another way."""

    task: TaskReference
    to: Rung | None = None
    """To this rung ..."""
    up: Annotated[int, Field(ge=1, le=2)] | None = None
    """... or so many rungs deeper than now (at most to `originates`)."""

    @model_validator(mode="after")
    def _one_target(self) -> "RungMove":
        if (self.to is None) == (self.up is None):
            raise ValueError("a rung move needs either `to` or `up`")
        return self


class ShareMove(Model, defer_build=False):
    """Time goes from one task to another; limited to what the source has."""

    from_: TaskReference = Field(alias="from")
    to: TaskReference
    points: Annotated[float, Field(gt=0, le=100)] | None = None
    """Points of time ..."""
    part: Annotated[float, Field(gt=0, le=1)] | None = None
    """... or this part of the source's time."""
    among: Items[Identifier] = ()
    """The tasks `larger` chooses from."""
    if_gain: bool = False
    """Left out where it would lower the index."""

    @model_validator(mode="after")
    def _one_amount(self) -> "ShareMove":
        if (self.points is None) == (self.part is None):
            raise ValueError("a share move needs either `points` or `part`")
        return self


class DimensionMove(Model):
    """A barrier or market figure changes; `evidence` and `barriers` name the totals."""

    name: Literal[
        "regulatory", "physical", "union", "liability", "cultural",
        "job_postings", "company_actions", "wages", "tool_maturity", "expert_consensus",
        "evidence", "barriers",
    ]  # fmt: skip
    to: float | None = None
    up: float | None = None
    at_least: float | None = None
    """Raised to this if it is below."""

    @model_validator(mode="after")
    def _one_target(self) -> "DimensionMove":
        if sum(value is not None for value in (self.to, self.up, self.at_least)) != 1:
            raise ValueError("a dimension move needs exactly one of `to`, `up`, `at_least`")
        return self


class RoleMove(Model):
    """The published score of a task changes (tools improve); the whole ladder moves with it, within 1-5."""

    task: TaskReference
    score: Annotated[float, Field(ge=1, le=5)]


class Move(Model, defer_build=False):
    """One change: exactly one of the five kinds."""

    rung: RungMove | None = None
    share: ShareMove | None = None
    dimension: DimensionMove | None = None
    growth: Annotated[float, Field(ge=-2, le=2)] | None = None
    role: RoleMove | None = None
    when: Condition | None = None
    """Made only for people of whom this is true."""

    @model_validator(mode="after")
    def _one_kind(self) -> "Move":
        kinds = ("rung", "share", "dimension", "growth", "role")
        if sum(getattr(self, kind) is not None for kind in kinds) != 1:
            raise ValueError(f"a move is exactly one of {', '.join(kinds)}")
        return self
