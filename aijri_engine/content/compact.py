"""Role files in short: what an author leaves out is filled in (generic <- pack <- role) before the file is validated.

Works on plain data, so that a problem is told at the line the author wrote. Nothing the author wrote is ever changed;
what cannot be derived stays missing and is told by the validation.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from aijri_engine.content.filled_outlook import fill_scenarios, fill_strategies
from aijri_engine.content.filled_tasks import fill_task, is_unscored
from aijri_engine.content.filling import (
    Defaults,
    Filled,
    Filling,
    Json,
    as_list,
    figures_of,
    growth_of,
    tasks_of,
)
from aijri_engine.content.short_forms import SHORT_NAMES, write_out
from aijri_engine.index import (
    BARRIERS,
    EVIDENCE,
    PROTECTIVE,
    Scorecard,
    TaskScore,
    assess,
)

REVIEW_DAYS: Final = 182
"""Days after `as_of` by which the figures should be read again [ours]."""


def expand(data: Any, defaults: Defaults) -> tuple[Any, tuple[Filled, ...]]:
    """The data of a role file with everything filled in that can be, and what that was."""
    if not isinstance(data, Mapping):
        return data, ()
    own = _copied(data)
    filling = Filling({SHORT_NAMES.get(key, key): value for key, value in own.items()}, defaults)
    write_out(filling.data)
    _texts(filling)
    for number, task in enumerate(as_list(filling.data.get("tasks"))):
        if isinstance(task, dict):
            fill_task(filling, task, f"tasks.{task.get('id', number)}")
    for step in (_dates, _shifts, fill_scenarios, fill_strategies, _computed):
        step(filling)
    return filling.data, tuple(filling.filled)


def _copied(value: Any) -> Any:
    """Plain data of its own: what was read from the file stays as it was."""
    if isinstance(value, Mapping):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _texts(filling: Filling) -> None:
    """Whole parts of the file: the pack's, then the generic ones; figures get their missing reasons."""
    pack = filling.defaults.packs.get(str(filling.data.get("pack", "")))
    layers: list[tuple[Mapping[str, Any], str]] = []
    if filling.defaults.generic is not None and any(map(is_unscored, tasks_of(filling))):
        layers.append((filling.defaults.generic.own_table, "own table"))
    if pack is not None:
        layers.append((pack.role, f"pack {pack.id}"))
        filling.put(filling.data, "category", pack.title, f"pack {pack.id}")
    if filling.defaults.generic is not None:
        layers.append((filling.defaults.generic.role, "generic"))
    for values, origin in layers:
        _merge(filling, filling.data, values, origin, "")
    if filling.defaults.generic is not None:
        unknown = {"score": 0.0, "known": False, "why": filling.defaults.generic.not_known}
        filling.put(filling.data, "evidence", {name: dict(unknown) for name in EVIDENCE}, "generic")
        filling.put(filling.data, "growth", dict(unknown), "generic")


def _merge(filling: Filling, into: Json, values: Mapping[str, Any], origin: str, place: str) -> None:
    for key, value in values.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), Mapping):
            into[key] = dict(into[key])
            _merge(filling, into[key], value, origin, f"{place}.{key}" if place else key)
        else:
            filling.put(into, key, value, origin, place)


NO_DAY: Final = "2000-01-01"
"""Stands in where `as_of` is missing, so that only that is told; such a file never loads."""


def _dates(filling: Filling) -> None:
    data = filling.data
    day = data.get("as_of")
    if isinstance(data.get("growth"), dict):
        filling.put(data["growth"], "check", [], "generic", "growth")
    try:
        review = (date.fromisoformat(str(day)) + timedelta(days=REVIEW_DAYS)).isoformat()
    except (OverflowError, ValueError):
        day, review = NO_DAY, NO_DAY  # the day itself is told, and nothing that follows from it
    filling.put(data, "version", day, "derived")
    filling.put(data, "review_by", review, "derived")
    for part in ("evidence", "growth"):
        if isinstance(data.get(part), dict):
            filling.put(data[part], "as_of", day, "derived", part)


def _shifts(filling: Filling) -> None:
    """What levels move: as everywhere, and one rung more for tasks whose group says so."""
    shifts = filling.data.setdefault("shifts", {})
    generic = filling.defaults.generic
    if not isinstance(shifts, dict) or generic is None:
        return
    levels: dict[str, Json] = {level: dict(moves) for level, moves in generic.level_shifts.items()}
    for task in tasks_of(filling):
        group = generic.group(task.get("group"))
        for level in group.deeper_at if group is not None else ():
            levels[level][str(task.get("id"))] = 1
    filling.put(shifts, "level", levels, "derived", "shifts")
    filling.put(shifts, "employer", {}, "generic", "shifts")
    filling.put(shifts, "why", "Our own estimate, from the kind of activity.", "generic", "shifts")


def _computed(filling: Filling) -> None:
    """What the method computes from the figures: quick screen, expectation, first line of the history."""
    data = filling.data
    protective = sum(figures_of(data, "protective", PROTECTIVE).values())
    growth = growth_of(data)
    screen = data.setdefault("quick_screen", {})
    if isinstance(screen, dict):
        filling.put(screen, "protective", int(protective), "derived", "quick_screen")
        filling.put(screen, "growth", growth, "derived", "quick_screen")
        filling.put(screen, "verdict", "The full scoring decides.", "generic", "quick_screen")
    told = len(filling.filled)
    expect = _expectation(data)
    filling.put(data, "expect", expect, "derived")
    if isinstance(data.get("version"), str):
        index = data["expect"].get("index", 0.0) if isinstance(data["expect"], Mapping) else 0.0
        first = [{"version": data["version"], "index": index, "what": "First version."}]
        filling.put(data, "history", first, "derived")
    if any(map(is_unscored, tasks_of(filling))):
        del filling.filled[told:]  # nobody scored it: what the middle of every scale computes to is no figure


def _expectation(data: Json) -> Json:
    """What the method computes; of figures that cannot be computed nothing is expected, their own problem is told."""
    try:
        tasks = tuple(
            TaskScore(str(task["id"]), str(task["id"]), float(task["share"]), float(task["score"]), None)
            for task in data["tasks"]
        )
        card = Scorecard(
            tasks=tasks,
            evidence=figures_of(data, "evidence", EVIDENCE),
            barriers=figures_of(data, "barriers", BARRIERS),
            protective=figures_of(data, "protective", PROTECTIVE),
            growth=growth_of(data),
        )
        found = assess(card)
    except (ArithmeticError, KeyError, LookupError, TypeError, ValueError):
        return {"task_resistance": 0.0, "index": 0.0, "zone": "Red", "label": "unknown"}
    return {
        "task_resistance": round(found.task_resistance, 2),
        "index": found.index,
        "zone": found.zone.value,
        "label": found.label or found.zone.value,
    }
