"""What the method computes from a role file, whether the file reproduces it, and published scores of others."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aijri_engine.content.problems import Problem
from aijri_engine.content.questions import LETTERS
from aijri_engine.content.role import Role
from aijri_engine.index import BARRIERS, EVIDENCE, PROTECTIVE, Involvement, Scorecard, TaskScore, assess

if TYPE_CHECKING:
    from aijri_engine.content.yaml.document import YamlFile
from typing import Annotated, Literal

from pydantic import Field

from aijri_engine.content.base import Day, Items, Model, Source, Text, Version

SHARE_TOLERANCE = 1e-6
"""Points of time; published shares are whole numbers."""


def base_scorecard(role: Role) -> Scorecard:
    """The published scorecard of a role."""
    return Scorecard(
        tasks=tuple(
            TaskScore(task.id, task.name, task.share, task.score, Involvement(task.involvement))
            for task in role.tasks
        ),
        evidence={name: getattr(role.evidence, name).score for name in EVIDENCE},
        barriers={name: getattr(role.barriers, name).score for name in BARRIERS},
        protective={name: getattr(role.protective, name).score for name in PROTECTIVE},
        growth=role.growth.score,
    )


def published_problems(source: "YamlFile", role: Role) -> list[Problem]:
    """P401 shares that are not 100; P402 an id used twice; Q219 too many tasks; P403 an index not reproduced."""
    total = sum(task.share for task in role.tasks)
    if abs(total - 100.0) > SHARE_TOLERANCE:
        message = f"task shares add up to {total:g}, not 100"
        return [source.problem("P401", ("tasks",), message, hint="change a share", of="key")]
    if len(role.tasks) > len(LETTERS):
        message = f"{len(role.tasks)} tasks are more than there are letters"
        return [source.problem("Q219", ("tasks",), message, hint=f"keep to {len(LETTERS)}", of="key")]
    duplicates = {task.id for task in role.tasks if role.task_ids().count(task.id) > 1}
    if duplicates:
        message = f"task id {sorted(duplicates)[0]!r} is used twice"
        return [source.problem("P402", ("tasks",), message, hint="give each task an id of its own", of="key")]
    hint = "correct the figure that was mistyped, or the expectation"
    return [
        source.problem("P403", ("expect", name), f"expects {name} {expected}, but the method computes {computed}"
                       " from this file", hint=hint)
        for name, expected, computed in _expectations(role)
        if expected != computed
    ]  # fmt: skip


def reproduces_itself(role: Role) -> bool:
    """The method computes from this role what the role says was published."""
    ids = role.task_ids()
    if len(ids) > len(LETTERS):
        return False
    if abs(sum(task.share for task in role.tasks) - 100.0) > SHARE_TOLERANCE or len(set(ids)) < len(ids):
        return False
    return all(expected == computed for _, expected, computed in _expectations(role))


def _expectations(role: Role) -> Iterator[tuple[str, object, object]]:
    found = assess(base_scorecard(role))
    yield "task_resistance", role.expect.task_resistance, round(found.task_resistance, 2)
    yield "index", role.expect.index, found.index
    yield "zone", role.expect.zone, found.zone.value
    yield "label", role.expect.label, found.label


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
