"""Answer quality: what would sharpen the picture. No flag ever moves the index."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from aijri_engine.content.meanings import DEPTH, LEVEL, SPLIT
from aijri_engine.content.wording import fill
from aijri_engine.interview.accept import accept
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step, answer_text, value_text
from aijri_engine.interview.values import Problem, Split
from aijri_engine.personal.fit import CONCENTRATION, OUTSIDE_LIMIT
from aijri_engine.personal.names import question_name
from aijri_engine.personal.personalise import Personalisation, PersonalTask
from aijri_engine.text import join_words

EVEN_SPREAD = 2.0
"""Points of time; rows within this count as nearly equal [ours] (wording section 8)."""

FAST_SECONDS = 3.0
"""Median seconds a question below which answers were hardly read [ours]."""

FEWEST_TIMES = 4
"""Answers with a time that a median needs [ours]."""

BORROWED_SHARE = 40.0
"""Percent of the week resting on expected or role values that is worth saying [ours]."""

UNSURE_COUNT = 3
"""Answers of "not sure" that are worth saying [ours]."""

MOST_NAMED = 2
"""Answers of "not sure" that are named; the rest are counted [ours]."""

FEWEST_CONFIRMED, CONFIRMED_PART = 5, 0.8
"""Answers confirmed as in the sitting before, and their part of all answers, from which that is worth saying [ours]."""

HOLDING = ("even_split", "fast")
"""Flags that keep a result provisional; role fit is the third."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One remark, worded for the person ("your picture would sharpen if you ...") and for a coach."""

    id: str
    person: str
    """Empty where there is nothing the person could do."""
    coach: str
    ask: str = ""
    """What a coach can ask about it; empty where there is nothing to ask."""


Parts = dict[str, object]
"""What fills the placeholders of a flag's wording."""


def quality_flags(interview: Interview, personal: Personalisation) -> tuple[Flag, ...]:
    """Every flag that holds, in a fixed order; worded in `wording.yaml`."""
    wording = interview.library.wording.flags
    found = []
    for name, detect in FLAGS.items():
        words = wording.get(name)  # the words a sitting is kept with may be older than a flag
        parts = detect(interview, personal) if words else None
        if words and parts is not None:
            told = (fill(text, **parts) for text in (words.person, words.coach, words.ask))
            found.append(Flag(name, *told))
    return tuple(found)


def _split(interview: Interview) -> Split | None:
    step = interview.path.step(SPLIT)
    return interview.path.split if step and step.state == "answered" else None


def _even_split(interview: Interview, personal: Personalisation) -> Parts | None:
    split = _split(interview)
    even = split is not None and split.spread <= EVEN_SPREAD + 1e-9 and not split.outside
    return {} if even else None


def _all_typical(interview: Interview, personal: Personalisation) -> Parts | None:
    facts = interview.path.facts
    given = [key for key in facts.values if key == SPLIT or key.startswith(f"{DEPTH}.")]
    moved = any(one.share != one.base_share or one.score != one.base_score for one in personal.tasks)
    return {} if len(given) > 1 and not moved else None


def _fast(interview: Interview, personal: Personalisation) -> Parts | None:
    times = [entry.seconds for entry in interview.answers.entries.values() if entry.seconds is not None]
    if len(times) < FEWEST_TIMES or median(times) >= FAST_SECONDS:
        return None
    return {"seconds": f"{median(times):.1f}"}


def _asked_for(interview: Interview, flag: str) -> list[Step]:
    """Questions on the path that stand for this flag: their own condition says when it holds."""
    return [step for step in interview.path.steps if step.asked.question.flag == flag]


def _title_depth(interview: Interview, personal: Personalisation) -> Parts | None:
    return {} if _asked_for(interview, "title_depth") else None


def _years_level(interview: Interview, personal: Personalisation) -> Parts | None:
    steps = _asked_for(interview, "years_level")
    if not steps:
        return None
    chosen = steps[0].asked.choice(str(steps[0].value))
    confirmed = "yes" if chosen is not None and not chosen.reopen else "no"
    years = interview.path.step(interview.form.key_of("experience"))
    told = value_text(years.asked, years.value) if years is not None else "?"
    level = interview.path.step(LEVEL)
    return {"years": told, "level": answer_text(level) if level else "?", "confirmed": confirmed}


def _no_example(interview: Interview, personal: Personalisation) -> Parts | None:
    values = interview.path.facts.values
    without = [
        task.short
        for task in personal.tasks
        if task.described
        and "originates" in task.rungs
        and interview.form.key_of("example", task.id) not in values
    ]
    return {"tasks": join_words(without)} if without else None


def _tool_and_new(interview: Interview, personal: Personalisation) -> Parts | None:
    steps = _asked_for(interview, "tool_and_new")
    if not steps:
        return None
    tasks = join_words([step.asked.item_name for step in steps])
    chosen = join_words([answer_text(step) for step in steps])
    return {"tasks": tasks, "choice": chosen}


def _coverage(interview: Interview, personal: Personalisation) -> Parts | None:
    outside = sum(task.share for task in personal.tasks if task.own)
    return {"share": f"{100 - outside:.0f}"} if outside > OUTSIDE_LIMIT + 1e-9 else None


def _one_task(interview: Interview, personal: Personalisation) -> Parts | None:
    """One task takes most of the week, and nobody has said yet whether the last three months look the same.

    Whoever said so did what the remark asks for: the same mix is no phase, and another one has been entered since.
    """
    if interview.form.key_of("steady") in interview.path.facts.values:
        return None
    largest = max(personal.tasks, key=lambda task: task.share)
    return {"share": f"{largest.share:.0f}"} if largest.share >= CONCENTRATION - 1e-9 else None


def undescribed(personal: Personalisation) -> list[PersonalTask]:
    """Tasks with time that rest on an expected or unrated value, the largest first."""
    rest = [task for task in personal.tasks if not task.described and task.share > 0]
    return sorted(rest, key=lambda task: -task.share)


def _borrowed(interview: Interview, personal: Personalisation) -> Parts | None:
    rest = undescribed(personal)
    share = sum(task.share for task in rest)
    if share <= BORROWED_SHARE + 1e-9:
        return None
    return {"tasks": join_words([task.short for task in rest[:2]]), "share": f"{share:.0f}"}


def _unsure(interview: Interview, personal: Personalisation) -> Parts | None:
    closing = interview.form.key_of("agreement")
    keys = [step for step in interview.path.steps if step.state == "not_sure" and step.key != closing]
    if len(keys) < UNSURE_COUNT:
        return None
    names = [question_name(step.key, interview) for step in keys]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    return {"list": join_words(names), "count": len(keys)}


def _declined(interview: Interview, personal: Personalisation) -> Parts | None:
    count = sum(step.state == "declined" for step in interview.path.steps)
    return {"count": count} if count else None


def _after_figure(interview: Interview, personal: Personalisation) -> Parts | None:
    changed = [(key, entry) for key, entry in interview.answers.entries.items() if entry.after_figure]
    if not changed:
        return None
    key, first = changed[0]
    before, now = (_told(interview, key, value) for value in (first.first_value, first.value))
    return {"count": len(changed), "before": before, "now": now}


def _told(interview: Interview, key: str, value: Any) -> str:
    """A value of the log in the words of its question."""
    asked = interview.asked(key)
    if asked is None or value is None:
        return "not answered yet"
    found = accept(asked, value, interview.form, interview.path.split)
    return (
        "an answer that is not offered any more" if isinstance(found, Problem) else value_text(asked, found)
    )


def _confirmed(interview: Interview, personal: Personalisation) -> Parts | None:
    entries = [
        step.entry for step in interview.path.steps if step.entry is not None and step.state == "answered"
    ]
    count = sum(entry.confirmed for entry in entries)
    if count < FEWEST_CONFIRMED or count < CONFIRMED_PART * len(entries):
        return None
    return {"count": count, "answers": len(entries)}


def _dissent(interview: Interview, personal: Personalisation) -> Parts | None:
    """The person was asked what is different, since what was told back did not sound like their week."""
    agreement, difference = (
        interview.path.step(interview.form.key_of(name)) for name in ("agreement", "difference")
    )
    if agreement is None or difference is None:
        return None
    words = f" and wrote “{difference.value}”" if difference.state == "answered" else ""
    return {"answer": f"“{answer_text(agreement)}”{words}"}


FLAGS: Mapping[str, Callable[[Interview, Personalisation], Parts | None]] = {
    "dissent": _dissent,
    "even_split": _even_split,
    "all_typical": _all_typical,
    "fast": _fast,
    "title_depth": _title_depth,
    "years_level": _years_level,
    "no_example": _no_example,
    "tool_and_new": _tool_and_new,
    "coverage": _coverage,
    "one_task": _one_task,
    "borrowed": _borrowed,
    "unsure": _unsure,
    "declined": _declined,
    "after_figure": _after_figure,
    "confirmed": _confirmed,
}
"""The person's own view first, then in the order of wording section 8."""
