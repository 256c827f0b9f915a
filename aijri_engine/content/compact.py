"""Role files in short: what an author leaves out is filled in (generic <- pack <- role) before the file is validated.

Works on plain data, so that a problem is told at the line the author wrote. Nothing the author wrote is ever changed;
what cannot be derived stays missing and is told by the validation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.packs import Pack
from aijri_engine.content.role_defaults import ActivityGroup, RoleDefaults
from aijri_engine.index import (
    BARRIERS,
    EVIDENCE,
    PROTECTIVE,
    SCORE_MAX,
    SCORE_MIN,
    Scorecard,
    TaskScore,
    assess,
)
from aijri_engine.text import lowered

Json = dict[str, Any]

REVIEW_DAYS: Final = 182
"""Days after `as_of` by which the figures should be read again [ours]."""

SHORT_NAMES: Final = {"ai": "involvement", "says": "aliases", "family": "pack", "worry": "who_should_worry"}
"""Short keys of an author -> keys of the role."""

FIGURES: Final = {"evidence": EVIDENCE, "barriers": BARRIERS, "protective": PROTECTIVE}
"""Parts of a role whose figures may be written `[score, why]`."""

DEEPER_FROM: Final = 10.0
"""Percent of the week from which going one rung deeper is offered as advice [ours]."""

MOVED: Final = 2
"""Tasks that the scenario of better tools makes one step more open [ours]."""

COOLING: Final = 4.0
"""Points of evidence that the scenario of a cooler market takes away [ours]."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One thing that was filled in: where it would stand in the file, and where it comes from."""

    place: str
    value: str
    origin: str
    """`generic`, `pack care`, `group records` or `derived`."""


@dataclass(frozen=True)
class Defaults:
    """Everything that may stand in for what a role file leaves out."""

    generic: RoleDefaults | None = None
    packs: Mapping[str, Pack] = field(default_factory=dict)
    digests: tuple[str, ...] = ()
    """Of the files these come from."""


@dataclass
class _Filling:
    data: Json
    defaults: Defaults
    filled: list[Filled] = field(default_factory=list)

    def put(self, where: Json, key: str, value: Any, origin: str, place: str = "") -> None:
        """`value` under `key`, unless the author wrote one."""
        if key not in where:
            where[key] = value
            self.filled.append(
                Filled(f"{place}.{key}" if place else key, " ".join(str(value).split()), origin)
            )


def expand(data: Any, defaults: Defaults) -> tuple[Any, tuple[Filled, ...]]:
    """The data of a role file with everything filled in that can be, and what that was."""
    if not isinstance(data, Mapping):
        return data, ()
    own = _copied(data)
    filling = _Filling({SHORT_NAMES.get(key, key): value for key, value in own.items()}, defaults)
    _long_forms(filling.data)
    _texts(filling)
    for number, task in enumerate(_list(filling.data.get("tasks"))):
        if isinstance(task, dict):
            _task(filling, task, f"tasks.{task.get('id', number)}")
    for step in (_dates, _shifts, _scenarios, _strategies, _computed):
        step(filling)
    return filling.data, tuple(filling.filled)


def _copied(value: Any) -> Any:
    """Plain data of its own: what was read from the file stays as it was."""
    if isinstance(value, Mapping):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _long_forms(data: Json) -> None:
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


def _texts(filling: _Filling) -> None:
    """Whole parts of the file: the pack's, then the generic ones; figures get their missing reasons."""
    pack = filling.defaults.packs.get(str(filling.data.get("pack", "")))
    layers: list[tuple[Mapping[str, Any], str]] = []
    if filling.defaults.generic is not None and any(map(_unscored, _tasks(filling))):
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


def _unscored(task: Json) -> bool:
    return task.get("score") == NOT_RATED or task.get("rated") is False


def _merge(filling: _Filling, into: Json, values: Mapping[str, Any], origin: str, place: str) -> None:
    for key, value in values.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), Mapping):
            into[key] = dict(into[key])
            _merge(filling, into[key], value, origin, f"{place}.{key}" if place else key)
        else:
            filling.put(into, key, value, origin, place)


def _task(filling: _Filling, task: Json, place: str) -> None:
    generic = filling.defaults.generic
    named = task.pop("group", None)
    group = generic.group(named) or generic.groups[-1] if generic is not None and named is not None else None
    if named is not None and group is None:
        task["group"] = named
        return
    if group is not None:
        task["group"] = named
    name = task.get("name")
    if isinstance(name, str) and name:
        filling.put(task, "short", name, "derived", place)
        typed = task.get("score") == NOT_RATED  # somebody's own words stay as they are
        filling.put(task, "ask", name if typed else lowered(name), "derived", place)
        filling.put(task, "aliases", [name.lower()], "derived", place)
    filling.put(task, "involvement", "augmented", "generic", place)
    if task.get("score") == NOT_RATED:
        task |= {"score": MIDDLE, "rated": False}
        filling.put(task, "why", NOBODY, "generic", place)
    if _unscored(task):
        _not_rated(filling, task, name, place)
    if group is not None:
        filling.put(task, "row", group.row, f"group {group.id}", place)
        filling.put(task, "why", group.why, f"group {group.id}", place)
    _ladder(filling, task, group, place)


def _not_rated(filling: _Filling, task: Json, name: Any, place: str) -> None:
    """A row in somebody's own words: its name says what counts, and one general ladder stands in."""
    generic = filling.defaults.generic
    filling.put(task, "row", name, "derived", place)
    task.setdefault("ladder", {})
    if generic is not None and isinstance(task["ladder"], dict):
        for rung in RUNGS:
            general = generic.groups[-1].rung(rung)
            said = {"act": general.act, "short": general.short}
            filling.put(task["ladder"], rung, said, "generic", f"{place}.ladder")


NOT_RATED: Final = "not_rated"
"""Stands in a file for the score of a task that nobody has scored yet."""

MIDDLE: Final = 3.0
"""Score of such a task in what is computed before it is rated; the draws take every score [ours]."""

NOBODY: Final = "Nobody has scored it yet: whoever does it rates it with three questions."


def _ladder(filling: _Filling, task: Json, group: ActivityGroup | None, place: str) -> None:
    ladder = task.get("ladder")
    if not isinstance(ladder, dict):
        return
    where = f"{place}.ladder"
    filling.put(ladder, "published", "adapts", "generic", where)
    scores = ladder.pop("scores", None)
    derived = _scores(task.get("score"), ladder["published"])
    for number, rung in enumerate(RUNGS):
        if rung not in ladder and group is not None:
            general = group.rung(rung)
            filling.put(
                ladder, rung, {"act": general.act, "short": general.short}, f"group {group.id}", where
            )
        step = ladder.get(rung)
        if not isinstance(step, dict):
            continue
        if isinstance(step.get("act"), str):
            filling.put(step, "short", _few_words(step["act"]), "derived", f"{where}.{rung}")
        if isinstance(scores, list) and len(scores) == len(RUNGS):
            step.setdefault("score", scores[number])
        elif derived is not None:
            filling.put(step, "score", derived[number], "derived", f"{where}.{rung}")
    filling.put(ladder, "why", LADDER_WHY, "generic", where)


LADDER_WHY: Final = "One step either side of the role's way of working. Our own estimate."

FEW: Final = 60
"""Characters of a short form that is made from an act [ours]."""


def _few_words(act: str) -> str:
    words = act[:1].lower() + act[1:]
    return words if len(words) <= FEW else words[:FEW].rsplit(" ", 1)[0].rstrip(",;:")


def _scores(score: Any, published: Any) -> list[float] | None:
    """One step either side of the published rung, within 1-5 [ours]."""
    if published not in RUNGS:
        return None
    if not isinstance(score, (int, float)) or isinstance(score, bool):
        return [MIDDLE] * len(RUNGS)  # the score itself is told, and nothing that follows from it
    at = RUNGS.index(published)
    return [min(SCORE_MAX, max(SCORE_MIN, score + at - place)) for place in range(len(RUNGS))]


NO_DAY: Final = "2000-01-01"
"""Stands in where `as_of` is missing, so that only that is told; such a file never loads."""


def _dates(filling: _Filling) -> None:
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


def _shifts(filling: _Filling) -> None:
    """What levels move: as everywhere, and one rung more for tasks whose group says so."""
    shifts = filling.data.setdefault("shifts", {})
    generic = filling.defaults.generic
    if not isinstance(shifts, dict) or generic is None:
        return
    levels: dict[str, Json] = {level: dict(moves) for level, moves in generic.level_shifts.items()}
    for task in _tasks(filling):
        group = generic.group(task.get("group"))
        for level in group.deeper_at if group is not None else ():
            levels[level][str(task.get("id"))] = 1
    filling.put(shifts, "level", levels, "derived", "shifts")
    filling.put(shifts, "employer", {}, "generic", "shifts")
    filling.put(shifts, "why", "Our own estimate, from the kind of activity.", "generic", "shifts")


def _tasks(filling: _Filling) -> list[Json]:
    return [task for task in _list(filling.data.get("tasks")) if isinstance(task, dict)]


def _number(value: Any) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0


def _figures(data: Json, part: str, names: tuple[str, ...]) -> dict[str, float]:
    given = data.get(part)
    given = given if isinstance(given, Mapping) else {}
    return {name: _number(given[name].get("score")) for name in names if isinstance(given.get(name), Mapping)}


def _growth(data: Json) -> float:
    growth = data.get("growth")
    return _number(growth.get("score")) if isinstance(growth, Mapping) else 0.0


def _scenarios(filling: _Filling) -> None:
    generic = filling.defaults.generic
    if generic is None or "scenarios" in filling.data:
        return
    evidence = sum(_figures(filling.data, "evidence", EVIDENCE).values())
    regulatory = _figures(filling.data, "barriers", BARRIERS).get("regulatory", 0.0)
    growth = _growth(filling.data)
    open_to = sorted(
        (one for one in _tasks(filling) if one.get("id") and 2 <= _number(one.get("score")) <= SCORE_MAX - 1),
        key=lambda task: -_number(task.get("share")) * _number(task.get("score")),
    )[:MOVED]
    better = [
        {"role": {"task": task.get("id"), "score": _number(task.get("score")) + 1.0}} for task in open_to
    ]
    cooler: list[Json] = [{"dimension": {"name": "evidence", "to": max(-10.0, evidence - COOLING)}}]
    if growth > -2:
        cooler.append({"growth": max(-2.0, growth - 1.0)})
    moves: dict[str, list[Json]] = {
        "tools-improve": better,
        "hiring-cools": cooler,
        "market-neutral": [{"dimension": {"name": "evidence", "to": 0.0}}] if evidence else [],
        "rules-ease": [{"dimension": {"name": "regulatory", "to": 0.0}}] if regulatory else [],
    }
    found = []
    for words in generic.scenarios:
        if moves.get(words.id):
            found.append({**words.model_dump(), "moves": moves[words.id]})
    filling.put(filling.data, "scenarios", found, "derived")


def _strategies(filling: _Filling) -> None:
    """For each task that has a deeper rung with a lower score: advice to do it one rung deeper."""
    generic = filling.defaults.generic
    if generic is None or "strategies" in filling.data:
        return
    found = []
    for task in _tasks(filling):
        room = _rungs_with_room(task)
        task_id, ask = task.get("id"), task.get("ask")
        if not room or not isinstance(task_id, str) or not isinstance(ask, str):
            continue
        group = generic.group(task.get("group")) or generic.groups[-1]
        words = {"task": ask}
        share = min(DEEPER_FROM, _number(task.get("share")))
        found.append(
            {
                "id": f"deeper-{task_id}",
                "title": _put_in(generic.deeper.title, words),
                "because": generic.deeper.because,
                "trigger": f"depth.{task_id}",
                "when": {"all": [{"share": task_id, "at_least": share}, {"rung": task_id, "in": room}]},
                "moves": [{"rung": {"task": task_id, "up": 1}}],
                "effort": "medium",
                "horizon": generic.deeper.horizon,
                "first_step": _put_in(group.first_step, words),
                "worked": _put_in(group.worked, words),
                "caution": _put_in(generic.deeper.caution, words),
            }
        )
    filling.put(filling.data, "strategies", found, "derived")


def _put_in(text: str, words: Mapping[str, str]) -> str:
    for name, value in words.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _rungs_with_room(task: Json) -> list[str]:
    ladder = task.get("ladder")
    if not isinstance(ladder, Mapping):
        return []
    steps = [ladder.get(rung) for rung in RUNGS]
    scores = [_number(step.get("score")) if isinstance(step, Mapping) else 0.0 for step in steps]
    return [rung for rung, now, then in zip(RUNGS, scores, scores[1:], strict=False) if now > then > 0]


def _computed(filling: _Filling) -> None:
    """What the method computes from the figures: quick screen, expectation, first line of the history."""
    data = filling.data
    protective = sum(_figures(data, "protective", PROTECTIVE).values())
    growth = _growth(data)
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
    if any(map(_unscored, _tasks(filling))):
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
            evidence=_figures(data, "evidence", EVIDENCE),
            barriers=_figures(data, "barriers", BARRIERS),
            protective=_figures(data, "protective", PROTECTIVE),
            growth=_growth(data),
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
