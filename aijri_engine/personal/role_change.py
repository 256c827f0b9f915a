"""What differs between two role files: rows, figures, and what that does to the index, cause by cause."""

from collections.abc import Iterator
from dataclasses import dataclass

from aijri_engine.content.role import Role
from aijri_engine.index import BARRIER_LABELS, BARRIERS, EVIDENCE, EVIDENCE_LABELS, Assessment, one_decimal
from aijri_engine.personal.bridge import BridgeRow, bridge
from aijri_engine.personal.personalise import base_personalisation


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; None on a side that does not have it."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RoleDifference:
    """Two roles side by side."""

    old: Role
    new: Role
    differences: tuple[Difference, ...]
    before: Assessment | None
    """None where a role has no figure before somebody has answered."""
    after: Assessment | None
    rows: tuple[BridgeRow, ...] = ()
    """What each element does to the index; empty where one side has no figure."""


def role_difference(old: Role, new: Role) -> RoleDifference:
    """Every task and figure that differs, and the points of each."""
    both = old.has_figure and new.has_figure
    first, second = base_personalisation(old), base_personalisation(new)
    return RoleDifference(
        old,
        new,
        tuple(_differences(old, new)),
        first.assess() if old.has_figure else None,
        second.assess() if new.has_figure else None,
        bridge(first, second).rows if both else (),
    )


def _differences(old: Role, new: Role) -> Iterator[Difference]:
    for name in ("title", "provenance", "as_of", "pack"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Difference(name, before, after)
    for task_id in dict.fromkeys((*old.task_ids(), *new.task_ids())):
        before, after = _task(old, task_id), _task(new, task_id)
        if before and after and not _one_task(old, new, task_id):
            yield Difference(f"task {task_id}", before, None)
            yield Difference(f"task {task_id}", None, after)
        elif before != after:
            yield Difference(f"task {task_id}", before, after)
    for name in EVIDENCE:
        yield from _figure(EVIDENCE_LABELS[name], getattr(old.evidence, name), getattr(new.evidence, name))
    for name in BARRIERS:
        before, after = getattr(old.barriers, name).score, getattr(new.barriers, name).score
        if before != after:
            yield Difference(BARRIER_LABELS[name], f"{before:g} of 2", f"{after:g} of 2")
    yield from _figure("AI growth", old.growth, new.growth)


def _one_task(old: Role, new: Role, task_id: str) -> bool:
    """A row somebody typed is no task of another table for the word they share."""
    one, other = old.task(task_id), new.task(task_id)
    return old.own_table == new.own_table or (one and one.name) == (other and other.name)


def _task(role: Role, task_id: str) -> str | None:
    task = role.task(task_id)
    if task is None:
        return None
    score = f"scored {task.score:g}" if task.rated else "not rated yet"
    steps = "/".join(f"{one:g}" for one in task.ladder.scores()) if task.rated else ""
    return f"{task.name}: {task.share:g} %, {score}{f' (ways {steps})' if steps else ''}"


def _figure(label: str, before: object, after: object) -> Iterator[Difference]:
    old, new = _signal(before), _signal(after)
    if old != new:
        yield Difference(label, old, new)


def _signal(figure: object) -> str:
    return f"{figure.score:+g}" if getattr(figure, "known", True) else "not known"  # type: ignore[attr-defined]


KINDS = (
    ("tasks", ("share", "score")),
    ("market", ("evidence",)),
    ("barriers", ("barrier",)),
    ("AI growth", ("growth",)),
    ("limit of the scale", ("limit",)),
)


def points_by_kind(found: RoleDifference) -> list[tuple[str, float]]:
    """What each part does to the index, as displayed; the parts add up to the displayed difference."""
    return [
        (part, one_decimal(sum(row.shown for row in found.rows if row.kind in kinds)))
        for part, kinds in KINDS
        if any(row.kind in kinds for row in found.rows)
    ]
