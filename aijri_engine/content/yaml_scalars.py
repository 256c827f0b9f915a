"""Which plain scalars are more than text: null, true, false and decimal numbers, nothing else."""

import math
import re
from typing import Final

MOST_DIGITS: Final = 30
"""Digits a number may have; beyond that it is a name or a mistake."""

NULLS: Final = frozenset({"", "~", "null"})
TRUTHS: Final = {"true": True, "false": False}
WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
DECIMAL: Final = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
DIGIT: Final = re.compile("[0-9]")

Scalar = str | int | float | bool | None


class NumberTooLargeError(ValueError):
    """A plain number with more than 30 digits, or too large for a float."""


def resolve(text: str) -> Scalar:
    """Return the value of a plain (unquoted) scalar.

    `no`, `on`, `010`, `1:30`, `1_000`, `0x1F`, `.inf`, `.nan` and dates are text. Raises
    NumberTooLargeError.
    """
    if text in NULLS:
        return None
    if text in TRUTHS:
        return TRUTHS[text]
    if not DECIMAL.fullmatch(text):
        return text
    if len(DIGIT.findall(text)) > MOST_DIGITS:
        raise NumberTooLargeError(text)
    if WHOLE.fullmatch(text):
        return int(text)
    number = float(text)
    if not math.isfinite(number):
        raise NumberTooLargeError(text)
    return number
