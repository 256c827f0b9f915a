"""What an index rests on that the person did not say."""

from aijri_engine.personal.advice import rung_name
from aijri_engine.personal.figures import Borrowed, Figures
from aijri_engine.personal.names import question_name
from aijri_engine.personal.quality import undescribed


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
        elif step.state == "declined":
            found.append(Borrowed(step.key, "declined", f"Rather not say: {name}."))
        elif step.state == "stale":
            found.append(Borrowed(step.key, "stale", f"The question changed since you answered: {name}."))
    for task in undescribed(result.personal):
        if task.own:
            text = f"{task.name}: not rated; the mean of your other tasks."
        else:
            rung = " or ".join(rung_name(result.personal, task))
            text = f"{task.short}: expected ({rung}), not described by you."
        found.append(Borrowed(task.id, "expected", text))
    return tuple(found)
