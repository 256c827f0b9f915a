"""Scenarios and advice of a role whose author wrote none, from its own figures and the general words."""

from collections.abc import Mapping
from typing import Final

from aijri_engine.content.base import RUNGS
from aijri_engine.content.filling import Filling, Json, as_number, figures_of, growth_of, tasks_of
from aijri_engine.index import (
    BARRIERS,
    EVIDENCE,
    SCORE_MAX,
)

DEEPER_FROM: Final = 10.0
"""Percent of the week from which going one rung deeper is offered as advice [ours]."""

MOVED: Final = 2
"""Tasks that the scenario of better tools makes one step more open [ours]."""

COOLING: Final = 4.0
"""Points of evidence that the scenario of a cooler market takes away [ours]."""


def fill_scenarios(filling: Filling) -> None:
    """What may change: better tools, a cooler or neutral market, easier rules."""
    generic = filling.defaults.generic
    if generic is None or "scenarios" in filling.data:
        return
    evidence = sum(figures_of(filling.data, "evidence", EVIDENCE).values())
    regulatory = figures_of(filling.data, "barriers", BARRIERS).get("regulatory", 0.0)
    growth = growth_of(filling.data)
    open_to = sorted(
        (
            one
            for one in tasks_of(filling)
            if one.get("id") and 2 <= as_number(one.get("score")) <= SCORE_MAX - 1
        ),
        key=lambda task: -as_number(task.get("share")) * as_number(task.get("score")),
    )[:MOVED]
    better = [
        {"role": {"task": task.get("id"), "score": as_number(task.get("score")) + 1.0}} for task in open_to
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


def fill_strategies(filling: Filling) -> None:
    """For each task that has a deeper rung with a lower score: advice to do it one rung deeper."""
    generic = filling.defaults.generic
    if generic is None or "strategies" in filling.data:
        return
    found = []
    for task in tasks_of(filling):
        room = _rungs_with_room(task)
        task_id, ask = task.get("id"), task.get("ask")
        if not room or not isinstance(task_id, str) or not isinstance(ask, str):
            continue
        group = generic.group(task.get("group")) or generic.groups[-1]
        words = {"task": ask}
        share = min(DEEPER_FROM, as_number(task.get("share")))
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
    scores = [as_number(step.get("score")) if isinstance(step, Mapping) else 0.0 for step in steps]
    return [rung for rung, now, then in zip(RUNGS, scores, scores[1:], strict=False) if now > then > 0]
