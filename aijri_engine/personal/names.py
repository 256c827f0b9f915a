"""Names of causes and elements as a person reads them: one place, for every face and report."""

from aijri_engine.index import BARRIER_LABELS, EVIDENCE_LABELS, TOTAL
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.personalise import Personalisation

CAUSES = {
    "split": "where your hours go",
    "level": "expected from your level",
    "employer": "expected from your employer",
    "oversight": "a rule that requires a person",
    "signature": "your name on the release",
    "conditions": "place, contract and customers",
    "market": "your market",
    "limit": "the ends of the scale",
    "role": "a change in the role's figures",
    "what_if": "what you changed",
}


def cause_name(cause: str, personal: Personalisation) -> str:
    """A cause in words, for example "how training is done"."""
    question, _, item = cause.partition(".")
    task = personal.role.task(item)
    name = task.ask if task else next((row.name for row in personal.tasks if row.id == item), item)
    if question == "depth":
        return f"how {name} is done"
    if question == "practice":
        return f"{name} run whole by a tool"
    if question == "rating":
        rated = any(row.id == item and row.described for row in personal.tasks)
        return f"your rating of {name}" if rated else f"{name}, scored like the rest"
    return CAUSES.get(cause, cause.replace("_", " "))


def element_name(kind: str, key: str, personal: Personalisation) -> str:
    """An element in words, for example "time on training"."""
    task = personal.role.task(key)
    name = task.ask if task else next((row.name for row in personal.tasks if row.id == key), key)
    if kind == "share":
        return f"time on {name}"
    if kind == "score":
        return f"score of {name}"
    if kind == "barrier":
        return f"barrier: {BARRIER_LABELS.get(key, key).lower()}"
    if kind == "evidence":
        return "market evidence" if key == TOTAL else f"market: {EVIDENCE_LABELS.get(key, key).lower()}"
    return {"growth": "growth", "limit": "end of the scale", "resistance": "task resistance"}.get(kind, kind)


def question_name(key: str, interview: Interview) -> str:
    """A question in a few words, for lists."""
    question_id, _, item = key.partition(".")
    task = interview.form.role.task(item)
    if question_id == "depth" and task is not None:
        return f"how {task.ask} is done"
    return QUESTIONS.get(question_id, question_id.replace("_", " "))


QUESTIONS = {
    "split": "where the hours go",
    "split_basis": "how the hours were arrived at",
    "level": "who decides",
    "employer": "the kind of employer",
    "practice": "how far tools do the tasks",
    "oversight": "rules that require a person",
    "signature": "whose name is on a release",
    "conditions": "place, contract and customers",
    "market": "the market around you",
    "domain": "what the models are used for",
    "years": "years in the field",
    "duties": "duties",
    "rating": "how the other work is done",
}
