"""Where a figure comes from: the citation every content file shares."""

from typing import Literal

from aijri_engine.content.base import Day, Identifier, Model, Text


class Source(Model):
    """One citation; content refers to it by id."""

    id: Identifier
    title: Text
    address: Text | None = None
    """Where it can be read (without it: printed or seen, never invented)."""
    accessed: Day
    kind: Literal["study", "statistics", "index", "news", "law", "resource"]
    says: Text | None = None
    """What we take from it, in our words."""
