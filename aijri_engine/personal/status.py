"""How far a result is the person's own: `base`, `provisional` with reasons, or `complete`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from aijri_engine.content.meanings import LEVEL, SPLIT
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.asking import ask_text
from aijri_engine.personal.fit import role_fit
from aijri_engine.personal.personalise import Personalisation, PersonalTask
from aijri_engine.personal.quality import HOLDING, quality_flags
from aijri_engine.personal.scored import scored_keys
from aijri_engine.personal.withheld import withheld

DESCRIBED_SHARE = 60.0
"""Percent of the time that the person must have described for `complete` [ours]."""

SHARPEN = "your picture would sharpen if you"
"""How a reason begins that is a flag of answer quality."""

StatusName = Literal["base", "provisional", "complete"]


@dataclass(frozen=True, slots=True)
class Status:
    """Status and, for a provisional result, why."""

    name: StatusName
    reasons: tuple[str, ...] = ()


def own_answers(interview: Interview) -> set[str]:
    """Keys of scored questions with an answer of the person's own (borrowed ones are not)."""
    scored = scored_keys(interview.form)
    facts = interview.path.facts
    return {
        key for key, state in facts.states.items() if state == "answered" and key.partition(".")[0] in scored
    }


def described_share(tasks: Iterable[PersonalTask]) -> float:
    """Percent of the week on tasks the person described (own work: rated)."""
    return sum(task.share for task in tasks if task.described)


def status_of(interview: Interview, personal: Personalisation) -> Status:
    """Status of a result; required questions never block it."""
    own = own_answers(interview)
    if not own:
        return Status("base", ("role average, nothing personal yet",))
    reasons = []
    if SPLIT not in own:
        reasons.append("your own time split is missing")
    if LEVEL not in own:
        reasons.append(f"{interview.form.single[LEVEL].name.lower()} is not answered")
    described = described_share(personal.tasks)
    if described < DESCRIBED_SHARE - 1e-9:
        reasons.append(f"you described {described:.0f} % of your week; {DESCRIBED_SHARE:.0f} % is needed")
        expected = [task.short for task in personal.tasks if not task.described and task.share > 0]
        how = "not rated by you" if personal.role.starting_table else "expected, not described by you"
        reasons.append(f"{how}: {', '.join(expected)}")
    reasons += [
        f"still missing: {ask_text(interview, step.asked)}"
        for step in interview.path.steps
        if step.asked.question.check and not step.settled
    ]
    reasons += [
        f"{SHARPEN} {flag.person}" for flag in quality_flags(interview, personal) if flag.id in HOLDING
    ]
    fit = role_fit(personal)
    if fit.withheld:
        reasons.append(fit.sentence)
    else:
        reasons += withheld(personal)
    return Status("provisional", tuple(reasons)) if reasons else Status("complete")
