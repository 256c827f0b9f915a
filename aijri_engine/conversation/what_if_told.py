"""What was read of a what-if, told beside what it would come to."""

from collections.abc import Iterator

from aijri_engine.conversation.meant_changes import told_change
from aijri_engine.index import shown_rows
from aijri_engine.interview.interview import Interview
from aijri_engine.personal.what_if import NEARLY_NOTHING, Change, NewAnswer, WhatIf
from aijri_engine.text import join_words


def understood(interview: Interview, found: WhatIf, changes: tuple[Change, ...]) -> Iterator[str]:
    """What was read, so that a wrong reading is seen: rows whose time would change, and other answers."""
    now = {task.id: task.share for task in found.now.tasks}
    before = dict(zip(now, shown_rows([*now.values()], round(sum(now.values())), 1), strict=True))
    moved = [task for task in found.then.tasks if abs(task.share - now.get(task.id, 0.0)) > NEARLY_NOTHING]
    total = round(sum(before.get(task.id, 0.0) for task in moved))
    after = shown_rows([task.share for task in moved], total, 1)
    shown = [(task.short, before.get(task.id, 0.0), then) for task, then in zip(moved, after, strict=True)]
    if told := [f"{name} {was:.0f} to {then:.0f} %" for name, was, then in shown if was != then]:
        yield f"Time: {join_words(told)}."
    for one in changes:
        step = found.interview.step(one.question) if isinstance(one, NewAnswer) else None
        if step is not None and isinstance(one, NewAnswer):
            yield f"{told_change(interview, one)}."
            if not found.points:
                yield f"What it is used for: {step.asked.question.moves}"
