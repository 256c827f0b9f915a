"""Authored advice: a condition, a what-if, and a first step small enough for this week."""

from typing import Literal

from pydantic import model_validator

from aijri_engine.content.base import Identifier, Items, Mark, Model, Source, Text, Version
from aijri_engine.content.conditions import Condition
from aijri_engine.content.moves import Move


class Strategy(Model, defer_build=False):
    """Advice that is priced by re-computing the person's index with its moves."""

    id: Identifier
    title: Text
    """An act, without a promise."""
    because: Text
    """Which answer triggers it, in one sentence: `{task}`, `{share}` and `{rung}` are filled in."""
    trigger: Text
    """The question whose answer it hangs on, for example `depth.train`."""
    when: Condition
    moves: Items[Move] = ()
    """The what-if; empty for steps outside the index."""
    priced: bool = True
    """False: a step outside the index, shown without a price."""
    effort: Literal["low", "medium", "high"]
    """low: to 2 hours a week; medium: to 5; high: more, or needs agreement."""
    horizon: Text
    first_step: Text
    """Something that can be done in under two hours."""
    worked: Text
    """How one would know that it worked."""
    caution: Text
    published: bool = False
    """One of the survival strategies the role page prints (the words are ours)."""
    domains: Items[Identifier] = ()
    """Answers to the question about the field this is about; empty for no field in particular."""
    kind: Identifier | None = None
    """Steps shown together differ in kind; the question of `trigger` where nothing is said. `keep` is about keeping
    what stands well, `everyone` stands for everybody and gives way to anything closer."""
    sources: Items[Identifier] = ()

    @property
    def sort(self) -> str:
        """Which kind of step it is."""
        return self.kind or self.trigger.partition(".")[0]

    @model_validator(mode="after")
    def _priced_has_moves(self) -> "Strategy":
        if self.priced != bool(self.moves):
            raise ValueError(
                "priced advice needs `moves`; a step outside the index says `priced: false` and has none"
            )
        return self


class StrategiesFile(Model):
    """`strategies/*.yaml`: advice that is not tied to one role."""

    version: Version
    provenance: Mark
    strategies: Items[Strategy]
    sources: Items[Source] = ()
