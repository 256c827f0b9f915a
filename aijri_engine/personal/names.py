"""Names of causes and elements as a person reads them: one place, for every face and report."""

from aijri_engine.content.meanings import DEPTH, EMPLOYER, LEVEL, MARKET, PRACTICE, RATING, SPLIT
from aijri_engine.index import BARRIER_LABELS, TOTAL
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.personalise import Personalisation
from aijri_engine.text import is_or_are, lowered

CAUSES = {
    SPLIT: "where your hours go",
    LEVEL: "what is usual at your level",
    EMPLOYER: "what is usual at your employer",
    MARKET: "your market",
    "limit": "the ends of the scale",
    "role": "a change in the role's figures",
    "what_if": "what you changed",
}
"""Causes by what they mean; every other cause is a question and named by its own words."""

SIGNALS = {
    "job_postings": "posts advertised",
    "company_actions": "what employers did",
    "wages": "pay",
    "tool_maturity": "what tools do",
    "expert_consensus": "what is expected",
}
"""Market signals as a person was asked for them; the method's terms stand in its description and a role's profile."""


def cause_name(cause: str, personal: Personalisation) -> str:
    """A cause in words, for example "how training is done"."""
    question, _, item = cause.partition(".")
    task = personal.role.task(item)
    name = task.ask if task else next((row.name for row in personal.tasks if row.id == item), item)
    if question == DEPTH:
        return f"how {name} {is_or_are(name)} done"
    if question == PRACTICE:
        return f"{name} run whole by a tool"
    if question == RATING:
        rated = any(row.id == item and row.described for row in personal.tasks)
        return f"your rating of {name}" if rated else f"{name}, scored like the rest"
    if question == MARKET and item in SIGNALS:
        return f"your market ({SIGNALS[item]})"
    says = personal.inputs.says
    told = CAUSES.get(cause) or says.get(cause) or says.get(question, question.replace("_", " "))
    return f"{told}, in {name}" if task and cause not in says else told


def element_name(kind: str, key: str, personal: Personalisation) -> str:
    """An element in words, for example "time on training"."""
    task = personal.role.task(key)
    name = task.ask if task else next((row.name for row in personal.tasks if row.id == key), key)
    if kind == "share":
        return f"time on {name}"
    if kind == "score":
        return f"score of {name}"
    if kind == "barrier":
        return f"barrier: {lowered(BARRIER_LABELS.get(key, key))}"
    if kind == "evidence":
        return "market evidence" if key == TOTAL else f"market: {SIGNALS.get(key, key)}"
    return {"growth": "growth", "limit": "end of the scale", "resistance": "task resistance"}.get(kind, kind)


def question_name(key: str, interview: Interview) -> str:
    """A question in a few words, for lists."""
    question_id, _, item = key.partition(".")
    task = interview.form.role.task(item)
    if question_id == DEPTH and task is not None:
        return f"how {task.ask} {is_or_are(task.ask)} done"
    if question_id == RATING and task is not None:
        return f"your rating of {task.ask}"
    known = interview.asked(key) or interview.form.question(question_id)
    return known.inside if known is not None else question_id.replace("_", " ")
