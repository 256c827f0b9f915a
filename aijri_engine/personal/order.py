"""Which question comes next, and when enough is known.

Order is deterministic. Within a section the open question that matters most comes next; a question that follows from
an answer just given comes at once. A table that nobody has scored asks first what its figure needs; where a whole
result needs no more, and in quick mode, the order crosses sections.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aijri_engine.content.base import RUNGS
from aijri_engine.content.meanings import DEPTH, LEVEL, MARKET, RATING, SPLIT
from aijri_engine.index import one_decimal, zone_of
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step, asking_order, hangs_on
from aijri_engine.interview.values import Problem
from aijri_engine.personal.fit import role_fit
from aijri_engine.personal.inputs import inputs_of
from aijri_engine.personal.personalise import personalise
from aijri_engine.personal.quick_index import quick_index
from aijri_engine.personal.status import status_of
from aijri_engine.personal.what_if import answered
from aijri_engine.personal.withheld import RATED_SHARE, withheld
from aijri_engine.personal.worth import opened_ends, worths, worths_at
from aijri_engine.text import counted

QUICK_TASKS = 3
"""Tasks whose description quick mode asks for."""

NOTHING_TO_MOVE = 0.05
"""Index points; less than this displays as nothing."""

REVIEW_SECTION = "review"
"""Id of the section about the whole, answered while looking the answers over, and never counted as open [ours]."""

MOST_KNOWN = 128
"""States of answers for which it is kept how far what is left could lead [ours]."""

NEEDED = (SPLIT, RATING, DEPTH, MARKET, LEVEL)
"""What a figure needs that rests on a table nobody has scored."""

SETTLED = "What is left cannot change the zone."

WHOLE = "All that a result needs is answered; the rest makes its range narrower."


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is still open: honest words for progress."""

    count: int
    """Questions that are still open and not optional."""
    points: float | None
    """The most by which they could move the index together, either way; an upper bound. None in quick mode."""
    settled: bool
    """Nothing that is still open can change the zone."""
    optional: int = 0
    """Questions that are still open and may be left out."""
    whole: bool = False
    """All that a whole result needs is answered."""

    @property
    def enough(self) -> str:
        """Why one may finish now though questions are open; empty as long as that is too early."""
        return "" if not self.count else SETTLED if self.settled else WHOLE if self.whole else ""

    @property
    def in_full(self) -> str:
        """The sentence, and what is optional said apart."""
        if not self.optional:
            return self.sentence
        return f"{self.sentence} {self.optional} more {_is(self.optional)} optional."

    @property
    def left_open(self) -> str:
        """Where one may go on to the result: how many stand open, and what that means for it; empty for none."""
        every = self.count + self.optional
        told = "One question is not answered yet" if every == 1 else f"{every} are not answered yet"
        if not self.count:
            it = "it" if every == 1 else "them"
            return f"{told}; the result does not need {it}." if every else ""
        beside = f", {self.optional} of them optional" if self.optional else ""
        return f"{told}{beside}. That is allowed."

    @property
    def sentence(self) -> str:
        """For example "About 4 more; they could move you by up to 9 points."."""
        if not self.count:
            return "Nothing more is needed."
        more = "1 more" if self.count == 1 else f"About {self.count} more"
        if self.points is None:
            return f"{more}."
        if self.points < NOTHING_TO_MOVE:
            return f"{more}; {'it does' if self.count == 1 else 'they do'} not move your index."
        points = counted(round(self.points), "point")
        return f"{more}; {'it' if self.count == 1 else 'they'} could move you by up to {points}."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def of_review(interview: Interview, step: Step) -> bool:
    """A question about the whole."""
    return interview.form.section_of(step.asked.question.id).id == REVIEW_SECTION


def asked_steps(interview: Interview, quick: bool = False) -> tuple[Step, ...]:
    """The questions before the review; in quick mode its few."""
    keys = quick_keys(interview) if quick else ()
    return tuple(
        step
        for step in interview.path.steps
        if not of_review(interview, step)
        and (not quick or step.key in keys or step.asked.question.check or step.entry)
    )


def next_step(interview: Interview, quick: bool = False, skipped: Collection[str] = ()) -> Step | None:
    """The question to ask next; None when nothing is open (in quick mode: when the quick questions are done).

    `skipped` are keys that were left open for now.
    """
    steps = interview.path.steps
    open_steps = [step for step in steps if not step.settled and step.key not in skipped]
    if quick:
        wanted = quick_keys(interview)
        chosen = [step for step in open_steps if step.key in wanted or _follows_from(step, wanted)]
        chosen.sort(key=lambda step: wanted.index(_parent(step, wanted)))
        return chosen[0] if chosen else None
    if not open_steps:
        return None
    here = _asked_now(interview, open_steps)
    follow_ups = [step for step in here if is_follow_up(step)]
    if follow_ups:
        return follow_ups[0]
    found = {one.key: one.sd for one in worths(interview, here)}
    return min(here, key=lambda step: (-round(found.get(step.key, 0.0), 6), here.index(step)))


def _asked_now(interview: Interview, open_steps: Sequence[Step]) -> Sequence[Step]:
    """Open questions of which one comes next: of one section, or of all where a result needs no more."""
    if remaining(interview).whole:
        return open_steps
    needed = [step for step in open_steps if step.asked.question.meaning in NEEDED or is_follow_up(step)]
    wanted = needed if interview.form.role.starting_table and needed else open_steps
    return [step for step in wanted if step.asked.section == wanted[0].asked.section]


def is_follow_up(step: Step) -> bool:
    """On the path only because of an answer, so best asked while that answer is fresh."""
    question = step.asked.question
    return question.when is not None and question.options_from != "ladder"


def quick_keys(interview: Interview) -> list[str]:
    """The quick interview: the split, the three tasks that matter most, who decides.

    Of a job whose figure is withheld without more: as many of its largest tasks as that needs, and the market.
    """
    role, split = interview.form.role, interview.path.split
    if not (role.starting_table or role.market_unknown):
        return [
            SPLIT,
            *(f"{DEPTH}.{task}" for task in asking_order(interview.form, split)[:QUICK_TASKS]),
            LEVEL,
        ]
    told, tasks = 0.0, list[str]()
    for task in sorted(split.shares, key=lambda name: -split.shares[name]):
        tasks += [task] if told < RATED_SHARE else []
        told += split.shares[task]
    return [SPLIT, *(f"{kind}.{task}" for task in tasks for kind in (RATING, DEPTH)), MARKET, LEVEL]


def _follows_from(step: Step, keys: Sequence[str]) -> bool:
    """Checks and reopened tables that quick questions lead to."""
    return step.asked.question.check and is_follow_up(step) and bool(keys)


def _parent(step: Step, keys: Sequence[str]) -> str:
    return step.key if step.key in keys else keys[-1]


def remaining(interview: Interview, quick: bool = False) -> Remaining:
    """How many questions are left and what they could still do together: the one count of what is open."""
    return interview.once(f"remaining:{quick}", lambda: _remaining(interview, quick))


def _remaining(interview: Interview, quick: bool) -> Remaining:
    still_open = [step for step in asked_steps(interview, quick) if not step.settled]
    optional = sum(step.asked.question.optional for step in still_open)
    if quick:
        return replace(remaining(interview), count=len(still_open) - optional, optional=optional, points=None)
    left = [step for step in still_open if not step.asked.question.optional]
    now = quick_index(inputs_of(interview))
    lowest, highest = _ends(interview, left)
    down, up = min(0.0, max(0.0, lowest) - now), max(0.0, min(100.0, highest) - now)
    personal = personalise(interview)
    ends = {zone_of(one_decimal(now + down)), zone_of(one_decimal(now + up))}
    settled = len(ends) == 1 and not withheld(personal) and not role_fit(personal).withheld
    whole = status_of(interview, personal).name == "complete"
    return Remaining(len(left), max(-down, up), settled, optional, whole)


def _ends(interview: Interview, left: Sequence[Step]) -> tuple[float, float]:
    """Between which two indices all that is left could lead: worked out once for the same answers.

    What is only noted, drafted, skipped or taken back leaves them as they were.
    """
    said = (interview.seed, *hangs_on(interview.answers))
    known = interview.form.once("ends of what is left", dict[Any, tuple[float, float]])
    found = known.get(said)
    if found is None:
        found = _extreme(interview, left, False), _extreme(interview, left, True)
        if len(known) >= MOST_KNOWN:
            known.clear()
        known[said] = found
    return found


def _extreme(interview: Interview, steps: Sequence[Step], highest: bool) -> float:
    """The index if every open question, and all it may open, came out as high (or as low) as it can.

    Described tasks leave level nothing.
    """
    ladders = [step for step in steps if step.asked.question.options_from == "ladder"]
    rest = [step for step in steps if step not in ladders]
    ended = interview
    for step in ladders:
        told = answered(ended, step.key, RUNGS[-1 if highest else 0])
        ended = ended if isinstance(told, Problem) else told
    found = inputs_of(ended)
    ends = [one.highest if highest else one.lowest for one in worths_at(ended, found, rest)]
    return quick_index(found) + sum(ends) + sum(opened_ends(ended, step)[highest] for step in rest)
