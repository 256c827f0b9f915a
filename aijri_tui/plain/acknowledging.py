"""The reply to an answer: what was understood, what it is used for, and once uncovered what it moved."""

from aijri_engine.interview.interview import Interview
from aijri_engine.interview.path import Step
from aijri_engine.interview.telling import answer_text
from aijri_engine.personal.bridge import bridge
from aijri_engine.personal.personalise import personalise
from aijri_tui.plain.lines import Lines


def acknowledge(lines: Lines, before: Interview, after: Interview, step: Step, echo: str, sure: bool) -> None:
    """Say what was noted. `echo` is how the typed words were understood; `sure` whether they were exact."""
    now = after.path.step(step.key)
    told = echo.strip().rstrip(".") or (answer_text(now) if now is not None else "")
    lines.say(f"Noted: {told}.")
    if not sure:
        lines.say("If that is not what you meant, type undo.")
    lines.say(step.asked.question.moves)
    if after.revealed:
        lines.say(moved_text(before, after))


def moved_text(before: Interview, after: Interview) -> str:
    """What an answer changed in points, from the bridge."""
    found = bridge(personalise(before), personalise(after))
    now = personalise(after).assess()
    if not found.rows:
        return f"It did not change your index, which stands at {now.index:.1f}."
    return f"Your index moved by {found.shown_change:+.1f} points, to {now.index:.1f}, {now.zone.value}."
