"""Which of the options of a question to take, by the shape of its answers."""

from typing import assert_never

from aijri_engine.interview.form import Asked
from aijri_engine.interview.understanding.replies import how

BOTH = " Where two took about the same, take both, as in “a and b”."


def what_to_take(asked: Asked) -> str:
    """Said to whoever wavers between the options; how to answer where there are none."""
    shape = asked.question.takes.shape
    match shape:
        case "option" if asked.question.for_each is not None:
            return f"Take the one that most of that time was like.{BOTH if asked.question.two else ''}"
        case "option":
            return f"Take the one that fits you best.{BOTH if asked.question.two else ' If none does, say not sure.'}"
        case "several":
            return "Take every one that fits you, as in “a and c”."
        case "rows":
            return "Take the one that fits, for each row by itself."
        case "yes_no":
            return "Say yes or no."
        case "number" | "shares" | "words":
            return how(asked)
        case _:
            assert_never(shape)
