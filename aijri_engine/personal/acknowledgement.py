"""The reply to an answer: what it is used for and, once the figure is uncovered, what it moved. Nothing is faked."""

from aijri_engine.interview.interview import Interview
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.personalise import personalise
from aijri_engine.personal.withheld import beyond_answers, withheld


def acknowledgement(before: Interview, after: Interview, key: str) -> tuple[str, ...]:
    """One line of use; a second one with the change in points once the figure was uncovered."""
    step = after.path.step(key) or before.path.step(key)
    if step is None:
        return ()
    lines = [step.asked.question.moves]
    moved = moved_text(before, after) if after.revealed else ""
    return tuple(filter(None, (*lines, moved)))


def moved_text(before: Interview, after: Interview) -> str:
    """What an answer changed in points, from the bridge between the two; empty where none can bring a figure."""
    old, new = personalise(before), personalise(after)
    if withheld(old) or withheld(new):
        return "" if beyond_answers(old) and beyond_answers(new) else "There is no figure yet."
    found = bridge(old, new)
    now = new.assess()
    if not found.rows:
        return f"It did not change your index, which stands at {now.index:.1f}."
    return f"Your index moved by {found.shown_change:+.1f} points, to {now.index:.1f}, {now.zone.value}."
