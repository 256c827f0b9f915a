"""What a role file may leave out, and what stands in: general ladders of acts by activity group, texts, advice."""

from typing import Any

from pydantic import Field, model_validator

from aijri_engine.content.base import Identifier, Items, Model, Text, Version


class GeneralRung(Model):
    """One way of doing any task of a group."""

    act: Text
    short: Text


class ActivityGroup(Model):
    """A kind of activity: what its tasks have in common in every job [ours]."""

    id: Identifier
    name: Text
    short: Text
    """One or two words for tables."""
    ask: Text
    """How a question speaks of it: "took most of your {task} time"."""
    says: Items[Text] = ()
    """Words people use for it."""
    row: Text
    """What counts as this activity."""
    why: Text
    """Why tasks of this group score as they do."""
    follows: GeneralRung
    adapts: GeneralRung
    originates: GeneralRung
    keeps: Text
    """First step to keep what tools come close to in `{task}`; under two hours."""
    first_step: Text
    """First step of the advice to go one rung deeper in `{task}`; under two hours."""
    worked: Text
    deeper_at: Items[Identifier] = ()
    """Levels at which people are expected to do these tasks one rung deeper [ours]."""

    def rung(self, name: str) -> GeneralRung:
        """The act of that rung."""
        found: GeneralRung = getattr(self, name)
        return found


class DerivedScenario(Model):
    """An outlook scenario in words; its moves are worked out from the figures of the role."""

    id: Identifier
    title: Text
    assumptions: Text
    horizon: Text
    watch: Text


class DerivedAdvice(Model):
    """Words of the advice to do one task a rung deeper; `{task}` is how the role asks for it."""

    title: Text
    because: Text
    horizon: Text
    caution: Text


class RoleDefaults(Model):
    """`role_defaults.yaml`: what stands where a role file and its pack say nothing."""

    version: Version
    role: dict[str, Any] = Field(default_factory=dict)
    """By the keys of a role file."""
    own_table: dict[str, Any] = Field(default_factory=dict)
    """The same for a table whose rows nobody has scored yet; comes before pack and `role`."""
    not_known: Text
    """Why of market signals, or of growth, where a role file has no such key: they are asked of the person."""
    scenarios: Items[DerivedScenario]
    deeper: DerivedAdvice
    level_shifts: dict[Identifier, dict[str, int]]
    """What each level moves in every role, as `shifts.level` of a role file; `deeper_at` of the groups adds to it."""
    groups: Items[ActivityGroup]
    """The last one stands for tasks that name no group."""

    @model_validator(mode="after")
    def _known_levels(self) -> "RoleDefaults":
        unknown = {level for group in self.groups for level in group.deeper_at} - set(self.level_shifts)
        if unknown:
            raise ValueError(
                f"`deeper_at` names {', '.join(sorted(unknown))}, which `level_shifts` does not have"
            )
        return self

    def group(self, group_id: object) -> ActivityGroup | None:
        """The group of that id; None where there is none."""
        return next((group for group in self.groups if group.id == group_id), None)
