"""How long an interview takes, by the rule its texts are held to: reading once, choosing, dividing the week."""

from collections.abc import Collection, Iterator

from aijri_engine.content.meanings import SPLIT
from aijri_engine.interview.form import Asked
from aijri_engine.interview.interview import Interview

WORDS_A_MINUTE = 200.0
CHOICE_MINUTES = 0.1
"""Six seconds for each choice; every row of a grid is one [ours]."""

WEEK_MINUTES = 40 / 60
"""For dividing the week [ours]."""

ROW_MINUTES = 0.4
"""For the three questions about one row of a table from the occupations, which come once the week is divided [ours]."""

ROW_FROM = 10.0
"""Percent of the week from which such a row is asked about."""

AS_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def minutes_to_answer(interview: Interview, keys: Collection[str] = ()) -> float:
    """Minutes that the questions still open take, of these `keys` alone where some are given.

    Those that need not be answered are left aside.
    """
    form = interview.form
    asked = [
        step.asked
        for step in interview.path.steps
        if step.state == "open" and not step.asked.question.optional and (not keys or step.key in keys)
    ]
    later = 0.0 if keys else ROW_MINUTES * rows_to_come(interview)
    return reading_minutes([form.file.opening, form.file.covered], asked) + later


def reading_minutes(beside: list[str], asked: list[Asked]) -> float:
    """Minutes by the rule: every distinct text read once, every choice, and the week."""
    texts = {*beside, *(text for one in asked for text in _texts(one))}
    choices = sum(len(one.rows) if one.question.takes.rows else 1 for one in asked if one.key != SPLIT)
    words = sum(len(text.split()) for text in texts)
    return words / WORDS_A_MINUTE + choices * CHOICE_MINUTES + WEEK_MINUTES


def _texts(asked: Asked) -> Iterator[str]:
    yield from (asked.ask, asked.question.why, asked.question.footer or "")
    yield from (choice.label for choice in asked.choices)
    for row in asked.rows:
        yield from (row.label, *(choice.label for choice in row.choices))


def rows_to_come(interview: Interview) -> int:
    """Rows of a table from the occupations that are asked about once the week is divided, as many as the table has."""
    if not interview.form.role.derived or interview.answers.entries.get(SPLIT) is not None:
        return 0
    return sum(task.share >= ROW_FROM for task in interview.form.role.tasks)


def opening_words(interview: Interview, keys: Collection[str] = ()) -> str:
    """What it is for, and how long it takes; of these `keys` alone where some are given."""
    minutes = round(minutes_to_answer(interview, keys))
    told = AS_WORDS[minutes] if minutes < len(AS_WORDS) else str(minutes)
    told = f"{told} minute{'' if minutes == 1 else 's'}"
    return interview.form.file.opening.replace("{minutes} minutes", told)
