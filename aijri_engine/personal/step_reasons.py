"""Why a step is this person's: what fills the words of a strategy, from their own week and figures."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from aijri_engine.content.library import Library
from aijri_engine.content.moves import Move, ShareMove
from aijri_engine.content.strategies import Strategy
from aijri_engine.content.wording import Wording, fill
from aijri_engine.index import SCORE_MAX, SCORE_MIN, Involvement, assess, zone_of
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.moves import apply_move
from aijri_engine.personal.personalise import Personalisation, PersonalTask, personalise_inputs
from aijri_engine.personal.ways_on import WayOn
from aijri_engine.text import a_or_an, join_words, lowered

NO_TIME = 1e-9
"""Percent of the week up to which a row has none."""

TOOLS_CARRY = 1.5
"""How much more a task counts as the most exposed one where the person said that tools make part of it [ours]."""

MOVED = 5.0
"""Percent of the week whose move away from the most exposed task is computed [ours]."""

MOST_NEAR = 2
"""Kinds of near work to look at, so that there is a choice [ours]."""

MOST_CARRIED = 2
"""Tasks of a near kind of work that are named."""


def because_of(
    strategy: Strategy, personal: Personalisation, interview: Interview, words: Mapping[str, str]
) -> str:
    """Which answer triggers it, with that answer filled in; what was only assumed is said to be."""
    return of_whose_week(_because(strategy, personal, interview.library.wording, words), interview)


def of_whose_week(told: str, interview: Interview) -> str:
    """While the week is open its shares are the role's, and are not called the person's."""
    return told if interview.path.split.given else told.replace(" of your week", " of the role's week")


def _because(
    strategy: Strategy, personal: Personalisation, wording: Wording, words: Mapping[str, str]
) -> str:
    _, _, task_id = strategy.trigger.partition(".")
    task = next((task for task in personal.tasks if task.id == task_id), None)
    if task is None:
        return fill(strategy.because, **words, takes=_takes(strategy, personal))
    rung = " or ".join(rung_name(personal, task))
    because = fill(
        strategy.because, task=asked(personal, task), share=f"{task.share:.0f}", rung=rung,
        takes=_takes(strategy, personal),
    )  # fmt: skip
    return because if task.described else wording.say("assumed", because=because)


def _takes(strategy: Strategy, personal: Personalisation) -> str:
    """How much of this week the rows take that the strategy looks at and that have as much as it asks for."""
    wanted = {leaf.share: leaf.at_least or 0.0 for leaf in strategy.when.leaves() if leaf.share}
    found = [
        (task.short, task.share) for task in personal.tasks if not task.own
        if task.share >= max(wanted.get(task.id, math.inf), NO_TIME)
    ]  # fmt: skip
    outside = sum(task.share for task in personal.tasks if task.own)
    if "other" in wanted and outside > NO_TIME:
        found.append(("Work outside the role's tasks", outside))
    if len(found) < 2:
        return "".join(f"{name} takes {share:.0f} %" for name, share in found)
    names = [f"{lowered(name) if number else name} ({share:.0f} %)"
             for number, (name, share) in enumerate(found)]  # fmt: skip
    return f"{join_words(names)} take {sum(share for _, share in found):.0f} %"


def rung_name(personal: Personalisation, task: PersonalTask) -> list[str]:
    """Short words for how a task is done."""
    role_task = personal.role.task(task.id)
    return [role_task.ladder.rung(rung).short for rung in task.rungs] if role_task else []


def asked(personal: Personalisation, task: PersonalTask) -> str:
    """A task or an own row as a sentence names it."""
    role_task = personal.role.task(task.id)
    return role_task.ask if role_task else task.name


def words_of_keeping(personal: Personalisation, library: Library) -> dict[str, str]:
    """The task that AI weighs most in, the figure one score step on, and what moving time from it would do."""
    timed = [task for task in personal.tasks if task.share > NO_TIME and task.score < SCORE_MAX]
    if not timed:
        return {}
    most = max(timed, key=lambda task: _exposed(personal, task))
    carried = _carried_by_tools(personal, most)
    role_task = personal.role.task(most.id)
    group = library.activity(role_task.group if role_task else None)
    name = asked(personal, most)
    return {
        "task": name,
        "share": f"{most.share:.0f}",
        "tools": library.wording.say("keep_tools") if carried else "",
        "then": _standing(personal, _one_step_on(personal, most)),
        "instead": _moved_away(personal, most, library.wording),
        **({"keeps": fill(group.keeps, task=name)} if group is not None else {}),
    }


def _exposed(personal: Personalisation, task: PersonalTask) -> float:
    """Share times how far its score is from the safest."""
    return task.share * (task.score - SCORE_MIN) * (TOOLS_CARRY if _carried_by_tools(personal, task) else 1.0)


def _carried_by_tools(personal: Personalisation, task: PersonalTask) -> bool:
    """The person said so; what the role has there counts as nothing said."""
    said = personal.inputs.involvement.get(task.id)
    return said in (Involvement.AUGMENTED, Involvement.DISPLACED)


def _one_step_on(personal: Personalisation, task: PersonalTask) -> float:
    """Displayed index with this task one score step more open to software."""
    tasks = tuple(
        replace(one, score=min(SCORE_MAX, one.score + 1)) if one.id == task.id else one
        for one in personal.scorecard.tasks
    )
    return assess(replace(personal.scorecard, tasks=tasks)).index


def _moved_away(personal: Personalisation, task: PersonalTask, wording: Wording) -> str:
    """What a little of its time in the firmest task would do; empty where that gains nothing."""
    spare = firmest(personal)
    points = min(MOVED, task.share)
    if spare.score >= task.score:
        return ""
    move = ShareMove.model_validate({"from": task.id, "to": spare.id, "points": points})
    then = personalise_inputs(apply_move(personal.inputs, Move(share=move))).assess().index
    return wording.say(
        "keep_instead", points=f"{points:.0f}", spare=asked(personal, spare), then=f"{then:.1f}"
    )


def firmest(personal: Personalisation) -> PersonalTask:
    """The task that resists automation best, of those with a real part of the week; of equals the largest."""
    timed = [task for task in personal.tasks if task.share >= MOVED] or personal.tasks
    return min(timed, key=lambda task: (task.score, -task.share))


def _standing(personal: Personalisation, then: float) -> str:
    still = "still " if zone_of(then) is zone_of(personal.assess().index) else ""
    return f"{then:.1f}, {still}{zone_of(then).value}"


def words_of_ways(
    personal: Personalisation, ways: Sequence[WayOn], best: float | None, wording: Wording
) -> dict[str, str]:
    """The nearest work in a safer zone, what of it one does; what of one's own resists best; how far steps lead."""
    own = firmest(personal)
    leads = best is not None and zone_of(best) is not zone_of(personal.assess().index)
    reach = (
        wording.say("reach_out", then=_standing(personal, best or 0.0))
        if leads
        else wording.say("reach_none")
    )
    found = {"firmest": asked(personal, own), "firmest_share": f"{own.share:.0f}", "reach": reach}
    near = [way for way in ways if way.share][:MOST_NEAR]
    if not near:
        return found
    known = [f"“{lowered(one.there)}”" for one in near[0].carried if one.known]
    titles = [a_or_an(way.title) for way in near]
    return found | {
        "near": join_words(titles, "or"),
        "nearest": titles[0],
        "carried": join_words(known[:MOST_CARRIED]),
    }
