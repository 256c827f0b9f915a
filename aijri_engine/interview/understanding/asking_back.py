"""What is said where a line is not clear."""

from collections.abc import Mapping
from typing import Final

from aijri_engine.interview.form import Asked

HOW: Final[Mapping[str, str]] = {
    "choice": "Choose a letter or a number, or say it in a few words of the option.",
    "multi": "Name one or more by letter, for example “a and c”, or say that none applies.",
    "yes_no": "Is that a yes or a no?",
    "number": "A number, please.",
    "scale": "A number, please.",
    "split": "How much goes to each {part}? For example “{example}”.",
    "grid": "Name a row and its answer, for example “{row} b”, or “all b”.",
    "text": "A few words are enough, or /skip.",
    "note": "A few words are enough, or /skip.",
}
"""Kind of question -> how to answer it."""

MOST_WORDS_OF_A_NAME: Final = 2
"""Words up to which the name of a row stands in an example as it is; of a longer one the first [ours]."""


def how(asked: Asked) -> str:
    """How to answer this question, with its own rows in the example."""
    row = asked.rows[0].short.lower() if asked.rows else ""
    part = "row" if asked.question.part_of else "task"
    words = HOW[asked.question.kind].replace("{row}", row).replace("{part}", part)
    return words.replace("{example}", split_example(asked)) if asked.question.kind == "split" else words


def split_example(asked: Asked) -> str:
    """A sentence that divides the time of a split between rows of its own."""
    names = [_in_a_sentence(row.short) for row in asked.rows]
    if not asked.question.part_of:
        names = [*names[:2], "meetings"]
    if len(names) < 3:
        return f"half {names[0]}, the rest {names[-1]}" if names else ""
    return f"half {names[1]}, a fifth {names[0]}, the rest {names[2]}"


def _in_a_sentence(name: str) -> str:
    words = name.lower().split()
    return " ".join(words) if len(words) <= MOST_WORDS_OF_A_NAME else words[0].strip(",;:.")


NUMBER_WHY: Final[Mapping[str, str]] = {
    "range": "Which number comes nearest?",
    "limit": "Is that the number, or is it more or less?",
    "several": "There is more than one number in that. Which counts?",
    "unit": "Those are not {unit}. How many {unit} is that?",
    "date": "That looks like a date. How many {unit} is it?",
    "vague": "That could be many numbers. Which comes nearest?",
    "unsure": "That did not sound sure. Does this come nearest?",
    "more": "Is this the number?",
}
"""Why a number was not taken -> the question back."""
