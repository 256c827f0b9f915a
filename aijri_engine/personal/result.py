"""The result: everything one interview says, computed once, for every face and report."""

from dataclasses import dataclass, replace
from functools import cached_property

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.figures import Borrowed, Figures, Sentence
from aijri_engine.personal.first_view import FirstView, first_view_of
from aijri_engine.personal.names import question_name
from aijri_engine.personal.personalise import base_personalisation, personalise
from aijri_engine.personal.quality import undescribed
from aijri_engine.personal.sentences import prices, sentences_of
from aijri_engine.personal.step_reasons import rung_name


def borrowed_of(result: Figures) -> tuple[Borrowed, ...]:
    """Everything borrowed, expected, unsure or declined, in the order of the interview."""
    found: list[Borrowed] = []
    interview = result.interview
    if not interview.path.split.given:
        found.append(Borrowed("split", "borrowed", "Time: the role's typical mix, not yours."))
    for step in interview.path.steps:
        name = question_name(step.key, interview)
        if step.state == "borrowed":
            found.append(Borrowed(step.key, "borrowed", "Time: the role's typical mix, chosen by you."))
        elif step.state == "not_sure":
            found.append(Borrowed(step.key, "not sure", f"Not sure: {name}."))
        elif step.entry is not None and step.entry.unsure and step.state == "answered":
            found.append(Borrowed(step.key, "unsure", f"Said with a doubt: {name}."))
        elif step.state == "declined":
            found.append(Borrowed(step.key, "declined", f"Rather not say: {name}."))
        elif step.state == "stale":
            found.append(Borrowed(step.key, "stale", f"The question changed since you answered: {name}."))
    for task in undescribed(result.personal):
        if task.own:
            text = f"{task.name}: not rated; the mean of your other tasks."
        elif result.personal.role.starting_table:
            text = f"{task.short}: not rated by you."
        else:
            rung = " or ".join(rung_name(result.personal, task))
            text = f"{task.short}: expected ({rung}), not described by you."
        found.append(Borrowed(task.id, "expected", text))
    return tuple(found)


@dataclass(frozen=True, repr=False)
class Result(Figures):
    """A result and the interview it came from: figures, and what is said of them."""

    @cached_property
    def first_view(self) -> FirstView:
        """What the result says in one minute."""
        return first_view_of(self)

    @cached_property
    def borrowed(self) -> tuple[Borrowed, ...]:
        """What was borrowed, not asked, unsure or declined."""
        return borrowed_of(self)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The result as plain sentences, in order of importance."""
        return sentences_of(self)

    @cached_property
    def price_note(self) -> str:
        """How to read the prices of the recommendations; empty where there are none."""
        found = prices(self)
        return found.text if found else ""


def result(interview: Interview, seed: int | None = None) -> Result:
    """The result of an interview as it stands, made once. Same interview and seed, same result."""
    if seed is not None and seed != interview.seed:
        interview = replace(interview, seed=seed)
    role = interview.form.role
    return interview.once(
        "result", lambda: Result(interview, personalise(interview), base_personalisation(role))
    )
