"""The assessment as a JSON document. Nothing is computed here."""

from typing import Any

from aijri_engine.index import Scorecard, figures_of, six
from aijri_engine.personal.advice import Recommendation, size_word
from aijri_engine.personal.bridge import Bridge
from aijri_engine.personal.derived_moves import DerivedMove, best_reachable
from aijri_engine.personal.first_view import FirstView
from aijri_engine.personal.result import Result
from aijri_engine.personal.spread import Band, shown_band
from aijri_engine.personal.ways_on import WayOn
from aijri_engine.personal.what_if import WhatIf

Json = dict[str, Any]

SCHEMA = "aijri/assessment/1"

NOT_TOLD: Json = {
    "index": None, "zone": None, "label": None, "task_resistance": None, "modifiers": None, "raw": None,
    "scorecard": None, "base": None, "bridge": [], "zone_odds": None, "stability": None, "recommendations": [],
    "derived": [], "next_zone": None, "outlook": [], "market": None,
    "share_scored_3_plus": None, "smallest_change": None,
}  # fmt: skip
"""What stands for the parts that are not told while the figure is withheld: the range alone is told."""


def to_json(found: Result) -> Json:
    """The assessment document of `aijri_engine/README.md`; floats with six decimals, the index with one."""
    told = {**_whole_document(found), "withheld": list(found.withheld)}
    if not found.withheld:
        return told
    without = {name: value for name, value in NOT_TOLD.items() if name in told}
    steps = {one.strategy.id for one in found.advice.steps}
    return {
        **told, **without, "fit": {**told["fit"], "neighbours": []},
        "steps": [one for one in told["steps"] if one["id"] in steps],
        "summary": {**told["summary"], "base": None},
    }  # fmt: skip


def _whole_document(found: Result) -> Json:
    assessed, base = found.assessment, found.base_assessment
    spread = found.spread
    return {
        "schema": SCHEMA,
        "role": found.interview.role_id,
        "status": found.status.name,
        "reasons": list(found.status.reasons),
        "summary": _summary(found.first_view),
        **figures_of(assessed),
        "tasks": _tasks(found),
        "scorecard": scorecard_document(found.personal.scorecard),
        "base": _told(base, "index zone label"),
        "bridge": bridge_document(found.bridge),
        "range": _band(spread.range),
        "rating_range": _band(spread.rating_range),
        "zone_odds": {zone: six(odds) for zone, odds in spread.stability.odds.items()},
        "stability": _told(spread.stability, "zone word in_100"),
        "smallest_change": six(spread.smallest_change),
        "sound": spread.sound,
        "narrowing": [{"question": one.question, "share": six(one.share)} for one in found.narrowing],
        **_advice(found),
        "outlook": [
            _told(row.scenario, "id title assumptions horizon") | _told(row, "index zone label points base_index")
            for row in found.outlook
        ],
        "market": _market(found),
        "ways_on": [_way_on(one) for one in found.ways_on],
        "fit": {
            "coverage": six(found.fit.coverage),
            "largest_task": found.fit.largest_task,
            "largest_share": six(found.fit.largest_share),
            "withheld": found.fit.withheld,
            "sentence": found.fit.sentence,
            "neighbours": [_told(one, "title index zone because") for one in found.fit.neighbours],
        },
        "quality": [_told(flag, "id person coach") for flag in found.quality],
        "sentences": [_told(one, "topic text") for one in found.sentences],
        "borrowed": [_told(one, "what because text") for one in found.borrowed],
        "versions": found.versions,
    }  # fmt: skip


def _summary(view: FirstView) -> Json:
    """The first view: what every face shows before anything is opened."""
    step = view.step
    return {
        "week": view.week, "meaning": view.meaning, "index": view.index or None, "zone": view.zone or None,
        "higher_is_safer": True, "zone_means": view.zone_means or None, "doubt": view.doubt, "base": view.base,
        "origin": view.origin,
        "differences": list(view.differences),
        "step": {
            "id": step.strategy.id, "first_step": step.strategy.first_step, "because": step.because,
            "leads": view.leads or None,
        } if step else None,
        "way_on": view.way_on or None,
        "sharpen": view.sharpen, "is_not": view.is_not,
    }  # fmt: skip


def _told(thing: object, names: str) -> Json:
    """Parts of something, by their names, as they are."""
    return {name: getattr(thing, name) for name in names.split()}


def _band(band: Band) -> Json:
    low, high = shown_band(band)
    return {"low": low, "high": high, "level": band.level}


def _tasks(found: Result) -> list[Json]:
    hidden = found.withheld and found.personal.role.starting_table
    return [
        {
            "id": task.id, "name": task.name, "share": six(task.share), "score": six(task.score) if told else None,
            "base_share": six(task.base_share), "base_score": None if hidden else task.base_score,
            "rungs": list(task.rungs) if told else [], "described": task.described, "own": task.own,
            "involvement": task.involvement.value if task.involvement else None,
        }
        for task in found.personal.tasks
        for told in [found.score_told(task)]
    ]  # fmt: skip


def scorecard_document(card: Scorecard) -> Json:
    """The numbers an index is computed from."""
    parts = {"evidence": card.evidence, "barriers": card.barriers, "protective": card.protective}
    told: Json = {
        part: {name: six(value) for name, value in values.items()} for part, values in parts.items()
    }
    return told | {"growth": six(card.growth)}


def bridge_document(found: Bridge) -> list[Json]:
    """Rows of a bridge; `shown` values sum to the displayed change."""
    return [
        {
            "cause": row.cause, "element": row.element, "from": six(row.before), "to": six(row.after),
            "points": six(row.points), "shown": row.shown,
        }
        for row in found.rows
    ]  # fmt: skip


def _advice(found: Result) -> Json:
    advice, next_zone = found.advice, found.next_zone
    return {
        "recommendations": [_recommendation(one) for one in advice.recommendations],
        "steps": [
            {
                "id": one.strategy.id, "title": one.strategy.title, "kind": one.strategy.sort,
                "first_step": one.strategy.first_step, "because": one.because,
                "size": size_word(one.priced.points) if one.priced else None,
            }
            for one in advice.steps
        ],
        "outside_the_index": [_told(one, "id title first_step effort horizon") for one in advice.outside],
        "derived": [_derived(one) for one in advice.derived],
        "next_zone": _derived(next_zone) if next_zone else None,
    }  # fmt: skip


def _recommendation(one: Recommendation) -> Json:
    strategy = one.strategy
    return {
        **_told(strategy, "id title"), "points": one.shown,
        "range": dict(zip(("low", "high"), one.range, strict=True)), "index": one.index_then,
        **_told(strategy, "effort horizon first_step"), **_told(one, "because priced_as"),
        **_told(strategy, "worked caution published"),
    }  # fmt: skip


def _way_on(one: WayOn) -> Json:
    return {
        "role": one.id or None, "title": one.title, "provenance": one.provenance, "index": one.index,
        "zone": one.zone.value, "share_carried": six(one.share),
        "carried": [{"task": task.there, "share": task.share, "from": list(task.here), "known": task.known}
                    for task in one.carried],
        "new": list(one.new),
    }  # fmt: skip


def _derived(one: DerivedMove) -> Json:
    return {"id": one.id, "title": one.title, "points": one.shown, "index": one.index_then}


def _market(found: Result) -> Json:
    return _told(found.market, "points neutral as_of own_signals own_index")


def what_if_document(found: WhatIf) -> Json:
    """A what-if with the bridge between now and then."""
    now, then = found.index_now, found.index_then
    return {
        "schema": "aijri/what-if/1",
        "role": found.now.role.id,
        "now": _told(now, "index zone label"),
        "then": _told(then, "index zone label"),
        "points": found.points,
        "bridge": bridge_document(found.bridge),
        "smallest_change": six(found.smallest_change),
        "best_reachable": best_reachable(found.now.inputs),
        "sentence": found.sentence,
    }
