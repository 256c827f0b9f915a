"""What every content model has in common: frozen, strict, no unknown keys, inert text."""

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict

from aijri_engine.text import clean

Item = TypeVar("Item")

LONGEST_TEXT = 4000
"""Characters; a rationale longer than this is a document, not a rationale [ours]."""


def _clean_line(text: str) -> str:
    return clean(text, limit=LONGEST_TEXT)


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


Text = Annotated[str, AfterValidator(_clean_line), AfterValidator(_not_empty)]
"""Prose of an author: one paragraph, cleaned of control and direction characters."""

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$", max_length=60)]
"""Lower-case words joined by `-` or `_`, for example `deep-learning-engineer` or `split_basis`."""

Items = Annotated[tuple[Item, ...], Strict(False)]
"""An immutable list: YAML gives lists, the models keep tuples."""

Rung = Literal["follows", "adapts", "originates"]
"""How a task is done, from carrying out settled recipes to working out new ones."""

RUNGS: tuple[Rung, ...] = ("follows", "adapts", "originates")

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A date as YYYY-MM-DD."""

Version = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[0-9]+)?$")]
"""The date a content file was last changed in meaning, with a running number if needed: `2026-11-20.2`."""

Mark = Literal["published", "reconstructed", "own"]
"""Where a figure or rule comes from: printed by the publisher, fitted to its pages, or ours."""

Provenance = Literal["published", "reconstructed", "own", "derived"]
"""Where a role comes from: all figures from a published page; published total and components with our task table;
written by hand; or assembled from the tables of occupations."""

OccupationCode = Annotated[str, Field(pattern=r"^\d{2}-\d{4}\.\d{2}$")]
"""O*NET-SOC 2019, for example `29-1141.00`."""


class Model(BaseModel):
    """Base of all content models: immutable, strict about types, closed against unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    def __repr__(self) -> str:
        """Kind and id alone: a failing test or a log would print a whole file otherwise."""
        return f"<{type(self).__name__} {getattr(self, 'id', '')}>".replace(" >", ">")

    def given(self) -> set[str]:
        """Names of the fields the author wrote down (as opposed to defaults)."""
        return set(self.model_fields_set)


def whole(number: float) -> int | float:
    """A float without a fraction as an int, so that 3.0 prints as 3."""
    return int(number) if float(number).is_integer() else number


class Source(Model, defer_build=False):
    """One citation; content refers to it by id."""

    id: Identifier
    title: Text
    address: Text | None = None
    """Where it can be read (without it: printed or seen, never invented)."""
    accessed: Day
    kind: Literal["study", "statistics", "index", "news", "law", "resource"]
    says: Text | None = None
    """What we take from it, in our words."""
