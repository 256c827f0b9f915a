"""What the method computes from a role file as published, and whether the file reproduces it."""

from aijri_engine.content.problems import Problem
from aijri_engine.content.role import Role
from aijri_engine.content.source import Source
from aijri_engine.index import BARRIERS, EVIDENCE, PROTECTIVE, Involvement, Scorecard, TaskScore, assess

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


def published_problems(source: Source, role: Role) -> list[Problem]:
    """P401 shares that are not 100; P403 a published index the file does not reproduce."""
    total = sum(task.share for task in role.tasks)
    if abs(total - 100.0) > SHARE_TOLERANCE:
        message = f"task shares add up to {total:g}, not 100"
        return [source.problem("P401", ("tasks",), message, hint="change a share", of="key")]
    duplicates = {task.id for task in role.tasks if role.task_ids().count(task.id) > 1}
    if duplicates:
        message = f"task id {sorted(duplicates)[0]!r} is used twice"
        return [source.problem("P402", ("tasks",), message, hint="give each task an id of its own", of="key")]
    found = assess(base_scorecard(role))
    wrong = []
    for name, expected, computed in (
        ("task_resistance", role.expect.task_resistance, round(found.task_resistance, 2)),
        ("index", role.expect.index, found.index),
        ("zone", role.expect.zone, found.zone.value),
        ("label", role.expect.label, found.label),
    ):
        if expected != computed:
            message = f"expects {name} {expected}, but the method computes {computed} from this file"
            hint = "correct the figure that was mistyped, or the expectation"
            wrong.append(source.problem("P403", ("expect", name), message, hint=hint))
    return wrong
