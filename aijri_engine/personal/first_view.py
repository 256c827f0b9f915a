"""What a result says in one minute: the same content on the screen, in plain text, on paper and in JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import DEPTH, SPLIT
from aijri_engine.index import RESISTANCE_BASE, Zone, zone_of
from aijri_engine.interview.path import answer_text
from aijri_engine.personal.advice import Step, size_word
from aijri_engine.personal.bridge import BridgeGroup
from aijri_engine.personal.derived_moves import DerivedMove
from aijri_engine.personal.figures import Figures
from aijri_engine.personal.names import cause_name, element_name, question_name
from aijri_engine.personal.sayer import Sayer
from aijri_engine.personal.spread import shown_band
from aijri_engine.personal.step_reasons import asked
from aijri_engine.text import join_words, lowered

MOST_DIFFERENCES = 3
"""Causes told at first sight; the bridge has them all. The last of them only where it is more than small."""

SMALLEST_TOLD = 0.5
"""Index points; a cause that moved less is not told at first sight [ours]."""

MOSTLY = 45.0
"""Percent of the week in one way of doing one task, from which the week is named by it alone [ours]."""

SMALLEST_SECOND = 10.0
"""Percent of the week from which a second way of working is part of the name [ours]."""

DEGREES = {"large": "a lot", "medium": "somewhat", "small": "a little"}
"""How much a cause moves the figure, in everyday words, by the word for its size."""

MOST_SIGNS = 145
"""Characters of all differences; a third cause and details give way, so that all stands in one window [ours]."""

BESIDE_WAYS = 80
"""The same where work elsewhere is told, too."""

ENOUGH = 2
"""Differences, rows of a split, tasks, other work: so many are named at any length."""

FEWER = ((MOST_DIFFERENCES, MOST_DIFFERENCES), (ENOUGH, ENOUGH), (ENOUGH, 1), (1, 1), (ENOUGH, 0))
"""How many causes are told, and of how many what they were: one that says what it was rather than two that do not."""

LONGEST_DETAIL = 40
"""Characters; what was answered stands beside a cause only where it is short."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """One minute of reading: meaning, figure with its doubt, differences, one step, what would sharpen it."""

    week: str
    """Name of the kind of week, from content; empty while nothing is described."""
    meaning: str
    """What this means for the person, in one sentence."""
    index: str
    """Displayed index; empty where no figure is given."""
    zone: str
    """Zone; empty where none is given."""
    zone_means: str
    """The zone in at most eight words."""
    doubt: str
    """Where the figure could lie and why, and the one statement of how sure the zone is."""
    base: str
    """The role's displayed index."""
    origin: str
    """Where the difference starts, with the provenance of the role's figure; what carries it where nothing moved it."""
    differences: tuple[str, ...]
    """What made the difference, the largest first, in everyday words; one sentence for what moved it alike."""
    step: Step | None
    """The step for this week; its `first_step` takes under two hours."""
    leads: str
    """What the step begins, and where that would lead; empty where the model has no price."""
    way_on: str
    """For a person in Red: work nearby in a safer zone, and what of it one does already; empty for others."""
    sharpen: str
    """What would sharpen the picture most."""
    is_not: str
    """What the figure does not say."""


def first_view_of(result: Figures) -> FirstView:
    """The first view of a result."""
    say = Sayer(result)
    withheld = bool(result.withheld)
    no_zone = withheld or result.fit.withheld
    return FirstView(
        week=week_name(result),
        meaning=_meaning(say),
        index="" if withheld else say.index,
        zone="" if withheld else _zone(result),
        zone_means="" if no_zone else say.text(f"zone_{result.assessment.zone.value.lower()}"),
        doubt=_doubt(say),
        base=say.base_index,
        origin=_origin(say),
        differences=() if withheld else _differences(say),
        step=(step := next(iter(result.advice.steps), None)),
        leads=_leads(say, step),
        way_on=_way_on(say),
        sharpen=_sharpen(say),
        is_not=say.text("is_not"),
    )


def week_name(result: Figures) -> str:
    """The kind of week, for example "a week mostly of known recipes": in words of the content, no type of person."""
    shares: dict[str, float] = {}
    if not any(task.described for task in result.personal.tasks):
        return ""
    for task in result.personal.tasks:
        if task.own or not (task.described and task.rungs):
            name = task.name if task.own else lowered(task.short)
            shares[name] = shares.get(name, 0.0) + task.share
            continue
        role_task = result.personal.role.task(task.id)
        for rung in task.rungs if role_task is not None else ():
            kind = role_task.ladder.rung(rung) if role_task is not None else None
            words = (kind.week or kind.short) if kind is not None else ""
            shares[words] = shares.get(words, 0.0) + task.share / len(task.rungs)
    ranked = sorted(shares.items(), key=lambda pair: -pair[1])
    (first, share), *rest = ranked
    second = rest[0][1] if rest else 0.0
    week = "a week" if result.interview.path.split.given else "the role's week,"
    if second < SMALLEST_SECOND or (share >= MOSTLY and share > second + 1e-9):
        return f"{week} mostly of {first}"
    return f"{week} of {first} and {rest[0][0]}"


def _leads(say: Sayer, step: Step | None) -> str:
    if step is None or step.priced is None:
        return ""
    then = step.priced.index_then
    still = "still " if zone_of(then) is say.result.assessment.zone else ""
    told = {"then": f"{then:.1f}", "zone": f"{still}{zone_of(then).value}"}
    if not step.priced.ways:
        return say.text("leads", **told)
    (_, way), *others = step.priced.ways
    too = "".join(say.text("leads_too", task=asked(say.personal, one), way=its) for one, its in others)
    return say.text("leads_way", way=way, too=too, **told)


def _origin(say: Sayer) -> str:
    role = say.personal.role
    kind = "own_table" if role.own_table else role.provenance
    moved = say.base or say.result.withheld or told_groups(say.result)
    told = say.text(f"origin_{kind}", base=say.base_index, near=_near(say) if moved else "")
    return told if moved else f"{told} {_carried(say)}"


def _near(say: Sayer) -> str:
    """That the role's own figure is one of those that the person's could be."""
    if say.base or say.result.withheld:
        return ""
    low, high = shown_band(say.result.spread.range)
    return say.text("origin_near") if low <= say.result.base_assessment.index <= high else ""


def _carried(say: Sayer) -> str:
    """What holds up a figure that nothing moved, and what would move it most."""
    tasks = [one for one in say.personal.tasks if one.share > 0]
    holding = sorted(tasks, key=lambda one: -one.share * (RESISTANCE_BASE - one.score))[:ENOUGH]
    share = f"{sum(one.share for one in holding):.0f}"
    told = say.text("carried", what=join_words([_asked(say, one.id) for one in holding]), share=share)
    best = next(iter(say.result.advice.derived), None)
    if best is None:
        return told
    return f"{told} {say.text('carried_moves', what=_move(say, best), then=f'{best.index_then:.1f}')}"


def _move(say: Sayer, best: DerivedMove) -> str:
    """A derived move in everyday words."""
    kind, source, *to = best.id.split(".")
    if kind == "rung":
        return say.text("move_rung", task=_asked(say, source))
    points, target = best.title.partition(" ")[0], _asked(say, to[0])
    return say.text("move_share", points=points, source=_asked(say, source), target=target)


def _asked(say: Sayer, task_id: str) -> str:
    """A task or an own row as a sentence names it."""
    return element_name("share", task_id, say.personal).removeprefix("time on ")


def _meaning(say: Sayer) -> str:
    result = say.result
    if result.withheld:
        return say.text("means_withheld", because=" ".join(result.withheld))
    if say.base:
        return say.text("base")
    if result.fit.withheld:
        return say.text("means_no_zone", because=result.fit.sentence)
    if result.spread.stability.word == "on the edge":
        return say.text("means_edge", other=result.spread.stability.beside)
    zone = result.assessment.zone
    stays = "_stays" if zone is Zone.RED and result.next_zone is None else ""
    return say.text(f"means_{zone.value.lower()}{stays}")


def _way_on(say: Sayer) -> str:
    """Work in a safer zone and how much of it one does already, for a person in Red and not near its line."""
    result = say.result
    covered = (
        result.withheld or result.fit.withheld or say.base or result.spread.stability.word == "on the edge"
    )
    if covered or result.assessment.zone is not Zone.RED:
        return ""
    found, told = result.ways_on, []
    for one in (way for way in found[:ENOUGH] if way.share):
        index, share, zone = f"{one.index:.1f}", f"{one.share:.0f}", one.zone.value
        told.append(say.text("way_on_each", there=one.title, share=share, index=index, zone=zone))
    none = "" if found else say.text("way_on_none")
    return say.text("way_on", list=join_words(told)) if told else none


def _zone(result: Figures) -> str:
    """The zone with the one statement of how sure it is, from both doubts."""
    if result.fit.withheld:
        return "no zone with confidence"
    zone, spread = result.assessment.zone, result.spread
    if spread.stability.word == "on the edge":
        return f"{zone.value}, close to {spread.stability.beside}"
    ends = (*shown_band(spread.range), *shown_band(spread.rating_range))
    return f"{zone.value}, {'clearly' if all(zone_of(end) is zone for end in ends) else 'fairly sure'}"


def _doubt(say: Sayer) -> str:
    """The range and why; the wider one only where it reaches a zone that the range does not."""
    result = say.result
    told, far = shown_band(result.spread.range), shown_band(result.spread.rating_range)
    covered = bool(result.withheld or result.fit.withheld)
    low, high = (f"{end:.1f}" if covered else _end(result, end) for end in told)
    lies = say.text("lies_base" if say.base else "lies", low=low, high=high, because=_unsure(say))
    beyond = [_end(result, end) for end in far if zone_of(end) not in {zone_of(one) for one in told}]
    return f"{lies} {say.text('lies_far', ends=join_words(beyond))}" if beyond and not covered else lies


def _end(result: Figures, end: float) -> str:
    """An end of a range, with its zone where that is another one."""
    zone = zone_of(end)
    return f"{end:.1f}" if zone is result.assessment.zone else f"{end:.1f} ({zone.value})"


def _unsure(say: Sayer) -> str:
    """Why the figure could lie elsewhere: hours that are estimates, answers that are missing, else what was said."""
    states = {step.key: step.state for step in say.result.interview.path.steps}
    doubted = [one.question for one in say.result.narrowing]
    missing = any(states.get(one, "open") != "answered" for one in doubted)
    if SPLIT in doubted:
        return say.text("unsure_both" if missing else "unsure_hours")
    return say.text("unsure_missing" if missing else "unsure_answers")


def told_groups(result: Figures) -> list[BridgeGroup]:
    """The causes told at first sight: the largest, then one that works the other way, if there is one."""
    moved = [group for group in result.bridge.groups if abs(group.shown) >= SMALLEST_TOLD]
    moved.sort(key=lambda group: -abs(group.shown))
    first, rest = moved[:ENOUGH], moved[ENOUGH:]
    other_way = [one for one in rest if all((one.shown > 0) != (told.shown > 0) for told in first)]
    larger = [one for one in rest if size_word(one.shown) != "small"]
    return [*first, *(other_way or larger)[: MOST_DIFFERENCES - ENOUGH]]


def _differences(say: Sayer) -> tuple[str, ...]:
    """One sentence for the causes that moved it the same way and as much; fewer where they would fill too much."""
    told: tuple[str, ...] = ()
    groups = told_groups(say.result)
    room = BESIDE_WAYS if _way_on(say) else MOST_SIGNS
    for causes, details in FEWER:
        told = _told_alike(say, groups[:causes], details)
        if len(" ".join(told)) <= room:
            break
    return told


def _told_alike(say: Sayer, groups: Sequence[BridgeGroup], details: int) -> tuple[str, ...]:
    alike: dict[tuple[str, str], list[str]] = {}
    for number, group in enumerate(groups):
        way = "difference_up" if group.shown > 0 else "difference_down"
        detail = _detail(say, group) if number < details else ""
        question, _, item = group.cause.partition(".")
        task = say.personal.role.task(item) if question == DEPTH and detail else None
        name = task.ask if task is not None else cause_name(group.cause, say.personal)
        told = f"{name} ({detail})" if detail else name
        alike.setdefault((way, DEGREES[size_word(group.shown)]), []).append(told)
    return tuple(say.text(way, what=join_words(what), size=size) for (way, size), what in alike.items())


def _detail(say: Sayer, group: BridgeGroup) -> str:
    """Rows that went up or down and moved it the way of the whole, how the task is done, or what was answered."""
    moved = (row for row in group.rows if row.kind == "share" and row.points * group.shown > 0)
    if shares := sorted(moved, key=lambda row: -abs(row.points)):
        ways: dict[str, list[str]] = {}
        for row in shares[:ENOUGH]:
            ways.setdefault("more" if row.after > row.before else "less", []).append(_asked(say, row.key))
        return ", ".join(f"{way} {join_words(names)}" for way, names in ways.items())
    question, _, task_id = group.cause.partition(".")
    task = next((one for one in say.personal.tasks if one.id == task_id), None)
    role_task = say.personal.role.task(task_id)
    if task is None or role_task is None or question != DEPTH:
        step = say.result.interview.path.step(group.cause)
        answer = answer_text(step) if step is not None and step.asked.question.takes.option else ""
        short = f"“{answer}”" if 0 < len(answer) <= LONGEST_DETAIL else ""
        return ", ".join(_names_missing(say, group.cause)) or short
    kinds = [role_task.ladder.rung(rung) for rung in task.rungs if rung in RUNGS]
    return " or ".join(kind.week or kind.short for kind in kinds)


def _names_missing(say: Sayer, cause: str) -> list[str]:
    """What an answer counts less without: a name that is asked for after it and was not given."""
    found = []
    for step in say.result.interview.path.steps:
        asked, own = step.asked.question, f".{step.asked.item}"
        read = (leaf.answer or "" for leaf in (asked.when.leaves() if asked.when is not None else ()))
        after = any(name.replace(".@item", own) == cause for name in read)
        if after and asked.asks_name and step.state != "answered":
            found.append(say.text("name_missing", what=lowered(step.asked.name)))
    return found


def _sharpen(say: Sayer) -> str:
    """The open question the range hangs on most, else what the flags ask for, else the answer most in doubt."""
    result, interview = say.result, say.result.interview
    if result.invited:
        return say.text("sharpen_missing", question=question_name(result.invited, interview))
    flags = [flag.person for flag in result.quality if flag.person]
    if flags:
        return say.text("sharpen_flag", flag=flags[0])
    if result.narrowing:
        return say.text("sharpen_look", question=question_name(result.narrowing[0].question, interview))
    return ""
