"""What is said where a line is not clear."""

from collections.abc import Mapping
from typing import Final

HOW: Final[Mapping[str, str]] = {
    "choice": "Choose a letter or a number, or say it in a few words of the option.",
    "multi": "Name one or more by letter, for example “a and c”, or say that none applies.",
    "yes_no": "Is that a yes or a no?",
    "number": "A number, please.",
    "scale": "A number, please.",
    "split": "How much goes to each task? For example “half training, a fifth design, the rest meetings”.",
    "grid": "Name a row and its answer, for example “{row} b”, or “all b”.",
    "text": "A few words are enough, or /skip.",
    "note": "A few words are enough, or /skip.",
}
"""Kind of question -> how to answer it."""

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
