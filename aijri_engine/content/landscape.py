"""Published scores of other roles: where this one sits."""

from typing import Annotated, Literal

from pydantic import Field

from aijri_engine.content.base import Day, Items, Model, Text, Version
from aijri_engine.content.sources import Source


class PublishedRole(Model):
    """A headline score, as published."""

    title: Text
    seniority: Text | None = None
    index: Annotated[float, Field(ge=0, le=100)]
    zone: Literal["Green", "Yellow", "Red"]
    label: Text | None = None
    """Sub-label without the zone; null where none was seen."""
    address: Text | None = None
    task_resistance: Annotated[float, Field(ge=1, le=5)] | None = None
    evidence: Annotated[float, Field(ge=-10, le=10)] | None = None
    barriers: Annotated[float, Field(ge=0, le=10)] | None = None
    growth: Annotated[float, Field(ge=-2, le=2)] | None = None


class Landscape(Model):
    """`landscape.yaml`."""

    version: Version
    as_of: Day
    note: Text
    roles: Items[PublishedRole]
    sources: Items[Source] = ()
