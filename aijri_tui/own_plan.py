"""One's own plan in words, for both faces: what is told of it, and what a line typed at a result does to it."""

import re
from datetime import date
from typing import TYPE_CHECKING

from aijri_engine.text import clean, day_words

if TYPE_CHECKING:
    from aijri_engine.personal.result import Result
    from aijri_engine.store import HandedTalk, OwnPlan, Store

STEP = re.compile(
    r"(?:take|plan|choose|do)\s+(?:up\s+)?(?:step\s+)?(?P<number>[0-9]{1,9}|first|second|third)(?:\s+step)?[\s,]*"
    r"(?:by|until|till|on|before|for)?\s*(?P<day>.*)",
    re.IGNORECASE,
)
PUT = re.compile(
    r"(?:(?:please|could you|can you|i want to|let me|i'?ll)\s+)*(?:put|take|add)\s+(?:that\s+|the\s+)?(?:step\s+)?"
    r"(?P<number>[0-9]{1,9}|first|second|third|one|two|three)(?:\s+(?:step|one))?\s+(?:in|into|to|on)\s+(?:my|the)\s+plan"
    r"(?:\s+(?:then|please))*[\s,.]*(?:i'?ll do it\s+)?(?:by|until|till|on|before|for)?\s*(?P<day>.*)",
    re.IGNORECASE,
)
"""The same in a sentence."""
AGAIN = re.compile(
    r"(?:again|next sitting|next time|remind me|look again|come back)\s*(?:on|by|at)?\s*(?P<day>.+)",
    re.IGNORECASE,
)
NUMBERS = {"first": 1, "second": 2, "third": 3, "one": 1, "two": 2, "three": 3}
WEEK = "in a week"
HOW = (
    "“plan 1 by friday” takes the first of your steps into your plan, “again in six months” chooses the day of the "
    "next sitting; `aijri plan` shows both and writes them as a calendar file."
)
NOT_KEPT = "There is no store on this machine to keep a plan in."


def told_plan(plan: "OwnPlan", today: date) -> list[str]:
    """What stands in the plan, a line each, when the next talk is and when the person wants to look again."""
    told = list(plan.damaged)
    for act in plan.acts:
        if act.state == "open" and not act.trouble:
            due = date.fromisoformat(act.due)
            when = "was due" if due < today else "is due today" if due == today else "by"
            sign = f" Worked if: {act.sign.rstrip('.')}." if act.sign else ""
            told.append(f"{act.id}. {act.act} ({f'{when} {day_words(due)}' if due != today else when}){sign}")
    if plan.talk is not None:
        told.append(told_talk(plan.talk))
    if plan.again is not None:
        told.append(told_again(plan.again, today))
    return told


def told_talk(talk: "HandedTalk") -> str:
    """When the next talk is, and with whom."""
    whom, at = f" with {talk.coach}" * bool(talk.coach), f" at {talk.time}" * bool(talk.time)
    return f"Your next talk{whom} is on {day_words(date.fromisoformat(talk.day))}{at}."


def told_again(again: date, today: date) -> str:
    """The day of the next sitting."""
    return f"Your next sitting {'was' if again < today else 'is'} due on {day_words(again)}."


def planned(store: "Store | None", found: "Result", typed: str, today: date, session: str = "") -> str | None:
    """Carry out what a line says about the plan, and say so; None for a line about something else."""
    from aijri_engine.store import StoreError
    from aijri_engine.text.days import read_day

    words = typed.strip()
    step, again = PUT.fullmatch(words) or STEP.fullmatch(words), AGAIN.fullmatch(words)
    if step is None and again is None:
        return None
    if store is None:
        return NOT_KEPT
    said = (step or again)["day"].strip(" .!?") if step or again else ""  # type: ignore[index]
    day = read_day(said or WEEK, today)
    if day is None:
        return f"“{clean(said, 40)}” is no day: say it as in “by friday”, “in two weeks”, “2027-03-01”."
    try:
        return _carried_out(store, found, step, day, today, session)
    except StoreError as error:
        return str(error)


def _carried_out(
    store: "Store", found: "Result", step: re.Match[str] | None, day: date, today: date, session: str
) -> str:
    from aijri_engine.store import choose_next_sitting, take_up

    if step is None:
        choose_next_sitting(store, day)
        return f"Kept: {told_again(day, today)}"
    number = NUMBERS.get(step["number"].lower()) or int(step["number"])
    steps = found.advice.steps
    if not 1 <= number <= len(steps):
        return f"There are {len(steps)} steps; “steps” shows them."
    chosen = steps[number - 1].strategy
    act = take_up(store, f"{chosen.title}: {chosen.first_step}", day, chosen.worked, session or None)
    return f"Taken into your plan as {act.id}, by {day_words(day)}: {chosen.title}."
