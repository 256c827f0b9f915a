"""What is said back: what was understood, and what an answer looks like."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, assert_never

from aijri_engine.index import shown_shares
from aijri_engine.interview.form import Asked
from aijri_engine.interview.kinds import kind_of
from aijri_engine.interview.understanding.words.tokens import word_set, words_of
from aijri_engine.interview.values import Split
from aijri_engine.text import clean, figure, join_words

TOO_MUCH: Final = "That is more than can be read at once."


def how(asked: Asked) -> str:
    """How to answer this question, with its own rows in the example."""
    row = asked.rows[0].short.lower() if asked.rows else ""
    part = "row" if asked.question.part_of else "task"
    words = kind_of(asked.question.kind).hint.replace("{row}", row).replace("{part}", part)
    return words.replace("{example}", split_example(asked)) if asked.question.takes.shares else words


def split_example(asked: Asked) -> str:
    """A sentence that divides the time of a split between rows of its own, those with the shortest names.

    Of a name that is a list it takes the first part: signs part the rows of a sentence.
    """
    shorts = (re.split("[,;]", row.short.lower(), maxsplit=1)[0] for row in asked.rows)
    names = sorted(shorts, key=lambda name: len(name.split()))
    if len(names) < 3:
        return f"half {names[0]}, the rest {names[-1]}" if names else ""
    if any(_OF_THE_EXAMPLE & set(words_of(name)) for name in names):
        return f"50 % {names[1]}, 20 % {names[0]}, 30 % {names[2]}"
    return f"half {names[1]}, a fifth {names[0]}, the rest {names[2]}"


_OF_THE_EXAMPLE: Final = word_set("half a fifth the rest")


def still_to_tell(rows: Sequence[str]) -> str:
    """What is said where rows of a grid have no answer yet."""
    return f"Still to tell: {join_words(list(rows))}." if rows else ""


NUMBER_WHY: Final[Mapping[str, str]] = {
    "range": "Which number comes nearest?",
    "limit": "Is that the number, or is it more or less?",
    "several": "There is more than one number in that. Which counts?",
    "differs": "Which of these is it in all?",
    "unit": "Those are not {unit}. How many {unit} is that?",
    "date": "That looks like a date. How many {unit} is it?",
    "vague": "That could be many numbers. Which comes nearest?",
    "unsure": "That did not sound sure. Does this come nearest?",
    "more": "Is this the number?",
    "others": "Those are somebody else's {unit}. How many are yours?",
    "age": "That sounds like an age. How many {unit} of this work is it?",
    "over": "That tells how long ago something was. How many {unit} of this work is it?",
}
"""Why a number was not taken -> the question back."""


LONGEST_ECHO: Final = 200
"""Characters of an echo [ours]."""

BETWEEN: Final = " · "


def echo_of(asked: Asked, canonical: Any) -> str:
    """The line for an accepted answer."""
    return clean(_echo(asked, canonical), LONGEST_ECHO)


def _echo(asked: Asked, canonical: Any) -> str:
    shape = asked.question.takes.shape
    match shape:
        case "shares":
            return split_echo(asked, canonical) if isinstance(canonical, Split) else _rows(asked, canonical)
        case "rows":
            return _rows(asked, canonical)
        case "yes_no":
            return "Yes" if canonical else "No"
        case "number":
            unit = asked.question.unit or ""
            return f"{figure(canonical, 2)} {unit.removesuffix('s') if canonical == 1 else unit}".strip()
        case "option" | "several":
            chosen = canonical if isinstance(canonical, tuple) else (canonical,)
            joined = BETWEEN if shape == "several" else " and "
            return joined.join(choice_name(asked, one) for one in chosen)
        case "words":
            return f"“{canonical}”"
        case _:
            assert_never(shape)


def choice_name(asked: Asked, option_id: str) -> str:
    """Letter and short name of an option."""
    choice = asked.choice(option_id)
    return f"{choice.letter}) {choice.name}" if choice else option_id


def split_echo(asked: Asked, split: Split) -> str:
    """`Design 20 · Training 50 · Collaboration 30 = 100 %`; rows without time are left out."""
    if split.typical and not split.own:
        return "The role's typical mix (borrowed)"
    amounts = [(_row_name(asked, row), amount) for row, amount in split.rows if amount]
    amounts += [(row.name, row.amount) for row in split.own]
    shown = shown_shares([amount for _, amount in amounts])
    unit = " h" if split.unit == "hours" else ""
    listed = BETWEEN.join(
        f"{name} {figure(amount)}{unit}" for (name, _), amount in zip(amounts, shown, strict=True)
    )
    return f"{listed} = {figure(split.total)}{unit or ' %'}"


def _rows(asked: Asked, canonical: Mapping[str, Any]) -> str:
    shown = []
    for row_id, chosen in canonical.items():
        row = asked.row(row_id)
        if isinstance(chosen, (int, float)):
            if chosen:
                shown.append(f"{_row_name(asked, row_id)} {figure(chosen)}")
            continue
        option = next((choice for choice in row.choices if choice.id == chosen), None) if row else None
        shown.append(f"{_row_name(asked, row_id)}: {option.name if option else chosen}")
    return BETWEEN.join(shown)


def _row_name(asked: Asked, row_id: str) -> str:
    row = asked.row(row_id)
    return row.short if row else row_id
