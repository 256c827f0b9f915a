"""What a coach looks at before a result is shown: quality of the answers, and how it may be heard."""

from dataclasses import dataclass

from aijri_engine.content.wording import fill
from aijri_engine.index import Zone, nearest_line, one_decimal
from aijri_engine.personal.names import question_name
from aijri_engine.personal.result import Result
from aijri_engine.personal.status import SHARPEN
from aijri_engine.text import join_words

BLOW_POINTS = 10.0
"""Index points below the role's from which a figure may be hard to hear [ours]."""

MOST_REPAIRS = 2
"""Answers that are asked again (the coach's session, step 4)."""

MOST_DOABLE = 2
"""Steps that the preview names [ours]."""

EFFORTS = ("low", "medium", "high")

ZONES = (Zone.RED, Zone.YELLOW, Zone.GREEN)
"""From the most exposed to the most resistant."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A question to ask again before the result means much."""

    question: str
    """Its key."""
    name: str


@dataclass(frozen=True, slots=True)
class CoachView:
    """For the coach only; none of it stands in anything the client receives."""

    look_at: tuple[str, ...]
    """Remarks on the quality of the answers."""
    remarks: tuple[str, ...]
    """The same, or the one sentence that there is none; it claims no pace where nobody took the time."""
    reasons: tuple[str, ...]
    """Why the result is provisional; empty where it is complete."""
    thin: str
    """That the answers do not carry a zone; empty where they do."""
    repairs: tuple[Repair, ...]
    repair: str
    """Which questions to ask again, in one sentence; empty where none would help."""
    edge: str
    blow: str
    doable: tuple[str, ...]


def coach_view(found: Result) -> CoachView:
    """Quality panel and preview of a result."""
    texts = found.interview.library.wording.coach
    thin = found.status.name != "complete"
    repairs = _repairs(found) if thin else ()
    names = join_words([one.name for one in repairs])
    look_at = tuple(flag.coach for flag in found.quality)
    timed = any(entry.seconds is not None for entry in found.interview.answers.entries.values())
    return CoachView(
        look_at=look_at,
        remarks=look_at or (texts.nothing if timed else texts.nothing_untimed,),
        reasons=tuple(one for one in found.status.reasons if thin and not one.startswith(SHARPEN)),
        thin=texts.thin if thin else "",
        repairs=repairs,
        repair=fill(texts.repair, list=names) if repairs else "",
        edge=_edge(found),
        blow=_blow(found),
        doable=_doable(found),
    )


def _repairs(found: Result) -> tuple[Repair, ...]:
    """Open questions back first, then what would narrow the range most; what was declined is not asked again."""
    steps = found.interview.path.steps
    states = {step.key: step.state for step in steps if step.state != "declined"}
    checks = [step.key for step in steps if step.asked.question.check and not step.settled]
    wanted = dict.fromkeys([*checks, *(one.question for one in found.narrowing)])
    keys = sorted((key for key in wanted if key in states), key=lambda key: states[key] == "answered")
    return tuple(Repair(key, question_name(key, found.interview)) for key in keys[:MOST_REPAIRS])


def _edge(found: Result) -> str:
    """How far the nearest line between zones is, and whether the zone can be relied on; or why none is told."""
    if found.withheld:
        return " ".join(found.withheld)
    texts, stability = found.interview.library.wording.coach, found.spread.stability
    line, beyond = nearest_line(found.assessment.index)
    distance = one_decimal(abs(found.assessment.index - line))
    near = stability.word != "holds" or distance < found.spread.smallest_change
    return fill(
        texts.edge if near else texts.no_edge,
        zone=beyond.value,
        line=f"{line:g}",
        distance=f"{distance:.1f}",
        word=stability.word if stability.word != "on the edge" else "is on the edge",
        count=stability.in_100,
    )


def _blow(found: Result) -> str:
    """Whether the figure may be hard to hear."""
    texts, mine, base = found.interview.library.wording.coach, found.assessment, found.base_assessment
    if found.withheld:
        return texts.no_blow
    lower = ZONES.index(mine.zone) < ZONES.index(base.zone)
    if found.bridge.shown_change > -BLOW_POINTS and not lower and mine.zone != Zone.RED:
        return texts.no_blow
    points = f"{found.bridge.shown_change:+.1f}"
    if mine.zone == base.zone:
        return fill(texts.blow_same_zone, points=points, zone=mine.zone.value)
    return fill(texts.blow, points=points, zone=mine.zone.value, base_zone=base.zone.value)


def _doable(found: Result) -> tuple[str, ...]:
    """The steps that ask least, the most worthwhile of them first."""
    texts = found.interview.library.wording.coach
    ranked = sorted(found.advice.recommendations, key=lambda one: EFFORTS.index(one.strategy.effort))
    steps = [one.strategy for one in ranked] or list(found.advice.outside)
    told = [fill(texts.doable, title=one.title, step=one.first_step) for one in steps[:MOST_DOABLE]]
    return tuple(told) or (texts.no_doable,)
