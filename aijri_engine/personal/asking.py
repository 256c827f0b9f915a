"""The words of a question for one person: `{years}`, `{share}` and their like filled from the answers."""

from aijri_engine.content.coaching import PLACEHOLDER
from aijri_engine.content.placeholders import OUTSIDE, SHARE, TASK
from aijri_engine.content.wording import fill
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import value_text


def ask_text(interview: Interview, asked: Asked) -> str:
    """The question as it is put to this person. What a person typed is put in as it is, never parsed."""
    words = _asked_anew(interview, asked) or asked.question.ask
    return fill(words, **_parts(interview, asked)) if "{" in words else words


def _asked_anew(interview: Interview, asked: Asked) -> str:
    """How it is put after another answer opened it again; empty where none did."""
    step = interview.path.step(asked.key)
    if step is None or step.settled:
        return ""
    for key, other in interview.form.single.items():
        question, said = other.question, interview.answers.get(key)
        opens = said is not None and (said.value is False or not question.takes.yes_no)
        if question.anew and opens and asked.question.id in question.reopen:
            return question.anew
    return ""


def _parts(interview: Interview, asked: Asked) -> dict[str, object]:
    facts = interview.path.facts
    parts: dict[str, object] = {TASK: asked.task, OUTSIDE: f"{facts.split.outside:.0f}"}
    if asked.question.part_of is not None:
        parts[SHARE] = f"{points_to_divide(interview, asked):.0f}"
    for key in PLACEHOLDER.findall(asked.question.ask):
        step = interview.path.step(key)
        if step is not None and step.value is not None:
            parts[key] = value_text(step.asked, step.value)
    return parts


def points_to_divide(interview: Interview, asked: Asked) -> float:
    """Points of time that the rows of a split add up to: 100, or those of the task this question divides."""
    if asked.question.part_of is None:
        return 100.0
    split = interview.clear(asked.key).path.split
    return split.shares.get(asked.question.part_of, 0.0)


def terms_in(interview: Interview, asked: Asked) -> list[str]:
    """Meanings of the terms a question uses; of `points of time` and the `points` in it only the longer one."""
    text, terms = ask_text(interview, asked), interview.form.file.terms
    found = [term for term in terms if term in text]
    return [terms[term] for term in found if not any(term != other and term in other for other in found)]
