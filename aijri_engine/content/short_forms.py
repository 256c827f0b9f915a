"""Short forms that an author may write, written out: pairs of figures, `tell` beside `tasks`, `worry` as a list."""

from collections.abc import Mapping
from typing import Any, Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.filling import Json
from aijri_engine.index import (
    BARRIERS,
    EVIDENCE,
    PROTECTIVE,
)

SHORT_NAMES: Final = {"ai": "involvement", "says": "aliases", "family": "pack", "worry": "who_should_worry"}
"""Short keys of an author -> keys of the role."""

FIGURES: Final = {"evidence": EVIDENCE, "barriers": BARRIERS, "protective": PROTECTIVE}
"""Parts of a role whose figures may be written `[score, why]`."""


def write_out(data: Json) -> None:
    """Short forms of an author, written out: pairs of figures, `tell` beside `tasks`, `worry` as a list."""
    told = data.pop("tell", None)
    told = told if isinstance(told, Mapping) else {}
    if isinstance(data.get("tasks"), list):
        data["tasks"] = [_task_form(task, told) for task in data["tasks"]]
    for part, names in FIGURES.items():
        if isinstance(data.get(part), Mapping):
            data[part] = {k: _figure(v) if k in names else v for k, v in data[part].items()}
    if "growth" in data:
        data["growth"] = _figure(data["growth"])
    worry = data.get("who_should_worry")
    if isinstance(worry, list) and len(worry) == len(WORRY):
        data["who_should_worry"] = dict(zip(WORRY, worry, strict=True))


WORRY: Final = ("less", "more", "single_biggest_factor")


def _figure(value: Any) -> Any:
    """`2`, `[2, why]` or `[2, why, [sources]]` as a mapping."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return {"score": value}
    if isinstance(value, list) and 1 <= len(value) <= 3:
        return dict(zip(("score", "why", "sources"), value, strict=False))
    return dict(value) if isinstance(value, Mapping) else value


def _task_form(task: Any, told: Mapping[str, Any]) -> Any:
    if not isinstance(task, Mapping):
        return task
    beside = told.get(task.get("id", ""))
    beside = beside if isinstance(beside, Mapping) else {}
    found = {SHORT_NAMES.get(key, key): value for key, value in {**beside, **task}.items()}
    acts = {rung: found.pop(rung) for rung in RUNGS if rung in found}
    ladder = found.get("ladder", {})
    if isinstance(ladder, Mapping):
        ladder = {**acts, **ladder}
        for rung in RUNGS:
            if isinstance(ladder.get(rung), Mapping):
                ladder[rung] = dict(ladder[rung])
            elif isinstance(ladder.get(rung), str):
                ladder[rung] = {"act": ladder[rung]}
        for name, key in (("published", "published"), ("scores", "scores")):
            if name in found:
                ladder[key] = found.pop(name)
        found["ladder"] = ladder
    return found
