"""What people say for an option without naming it: the files of `questionnaires/sayings`, read when a line is typed."""

from typing import Annotated

from pydantic import Field

from aijri_engine.content.base import Identifier, Model, Version

ANY_WORK = "any"
"""Place of sayings for the rungs of every ladder."""

Lines = Annotated[str, Field(max_length=60_000)]
"""Typed lines, one under the other."""

Place = Annotated[str, Field(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)?$")]
"""A question, with the row of a grid or the task of a ladder after a point; in `acts.yaml` a group of activity."""


class Sayings(Model):
    """One file of `questionnaires/sayings`, named as the pack or role whose questions it is about."""

    version: Version
    options: dict[Place, dict[Identifier, Lines]] = {}
    """Question -> option -> lines that mean it."""
    talk: Lines = ""
    """Lines that answer nothing."""
