"""What an author left out of a task and its ladder, from its group of activities and one step a rung."""

from typing import Any, Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.filling import Filling, Json
from aijri_engine.content.role_defaults import ActivityGroup
from aijri_engine.index import (
    SCORE_MAX,
    SCORE_MIN,
)
from aijri_engine.text import lowered


def is_unscored(task: Json) -> bool:
    """Whether nobody has scored this task yet."""
    return task.get("score") == NOT_RATED or task.get("rated") is False


def fill_task(filling: Filling, task: Json, place: str) -> None:
    """Names, group, ladder and reasons of one task."""
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
    if is_unscored(task):
        _not_rated(filling, task, name, place)
    if group is not None:
        filling.put(task, "row", group.row, f"group {group.id}", place)
        filling.put(task, "why", group.why, f"group {group.id}", place)
    _ladder(filling, task, group, place)


def _not_rated(filling: Filling, task: Json, name: Any, place: str) -> None:
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


def _ladder(filling: Filling, task: Json, group: ActivityGroup | None, place: str) -> None:
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
