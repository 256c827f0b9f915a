"""A question as lines: where we are, what is asked, why, and what can be answered."""

from aijri_engine.interview.form import Asked, Choice
from aijri_engine.interview.path import Step, answer_text
from aijri_engine.interview.understanding.replies import split_example
from aijri_tui.plain.lines import Lines

ALSO = "Also: not sure, rather not say, skip, back, help. `help` lists everything you can type."

KIND_HINTS = {
    "split": "Press Enter to go row by row. Or answer on one line, for example: {example}. Hours work too: 12h, 6.5h. "
    "Or from a calendar or time sheet: file and its name, for example: file week.ics.",
    "grid": "Rows come one by one: a letter, a number or the words. `all b` is b in every row, `b c b` one for each.",
    "text": "Your own words. Enter alone leaves it out; commands begin with a slash here, for example /back.",
    "multi": "Several can be chosen, for example: a and c.",
    "yes_no": "Answer yes or no (a or b).",
}


ENTER_FOR_ROWS = ("Press Enter to go row by row.", "Type rows to go row by row.")
"""What begins the rows of a week; enter keeps an earlier one where there is one."""


def show_question(
    lines: Lines, ask: str, step: Step, place: str, section: str | None, told: set[str], earlier: str = ""
) -> None:
    """The question with everything that belongs to it.

    `section` is its title where a new one begins. `told` holds hints that were given before; they are not repeated.
    `earlier` says what was answered before, and what enter does about it.
    """
    asked = step.asked
    lines.gap()
    if section:
        lines.say(f"{section}.")
    lines.say(place)
    lines.say(ask)
    say_once(lines, f"Why: {asked.question.why}", told)
    if asked.question.takes.shares:
        show_rows(lines, asked)
    else:
        show_choices(lines, asked.choices or shared_choices(asked))
    say_once(lines, asked.question.footer, told)
    kind = "part" if asked.question.part_of is not None else asked.question.kind
    one_row = asked.question.takes.rows and len(asked.rows) == 1
    hint = None if one_row else _hint(asked, kind)
    say_once(lines, hint.replace(*ENTER_FOR_ROWS) if hint and earlier else hint, told)
    if earlier:
        lines.say(earlier)
    if step.entry is not None and step.state != "open":
        lines.say(f"Your answer so far: {answer_text(step)}. Enter alone keeps it.")


def _hint(asked: Asked, kind: str) -> str | None:
    """How to answer this kind of question, with the rows of this one in the example."""
    words = KIND_HINTS.get(kind)
    return words.replace("{example}", split_example(asked)) if words is not None else None


def say_once(lines: Lines, hint: str | None, told: set[str]) -> None:
    """What was said before is not said again."""
    if hint is not None and hint not in told:
        told.add(hint)
        lines.say(hint)


def show_choices(lines: Lines, choices: tuple[Choice, ...]) -> None:
    """Options by number and letter."""
    for number, choice in enumerate(choices, 1):
        lines.say(choice.label, f"{number} ({choice.letter}) ", " " * 6)


def shared_choices(asked: Asked) -> tuple[Choice, ...]:
    """The options of a grid whose rows all have the same; empty where each row, or the only one, shows its own."""
    different = {row.choices for row in asked.rows}
    return next(iter(different)) if len(different) == 1 and len(asked.rows) > 1 else ()


def show_rows(lines: Lines, asked: Asked) -> None:
    """The rows of a time split."""
    for number, row in enumerate(asked.rows, 1):
        told = f"{row.short}: {row.label}" if row.short != row.label else row.label
        lines.say(told, f"{number}. ", "   ")
