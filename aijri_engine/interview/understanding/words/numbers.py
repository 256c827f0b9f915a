"""Whole and decimal numbers and parts of a whole ("a third", "one in five"), in digits and words."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.words.tokens import is_number, phrase_at, word_set

MOST_DIGITS: Final = 9
"""Digits of a number that are read; more are no answer to any question [ours]."""


MOST_PARTS: Final = 100
"""Parts of a whole of which some are told ("3 in 40"); of more it is a year or the like [ours]."""

ONES: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip


TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip


GROUPS: Final = {"couple": 2, "pair": 2, "dozen": 12}
"""Named amounts; "a couple" is read as 2."""
_COUNTED: Final = {**GROUPS, "score": 20, "hundred": 100, "thousand": 1000}
"""Those and what is one only behind its count."""


PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip


ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip


def number_from_digits(token: str) -> float | None:
    """`1,000` is a thousand, `2,5` and `2.5` are two and a half; None for anything less clear."""
    token = f"0{token}" if token.startswith(".") else token
    whole, *groups = token.replace(".", ",").split(",")
    if not token.isascii() or len(token) > MOST_DIGITS + 3 or not whole.isdigit():
        return None
    if not groups:
        return float(whole)
    if len(groups) == 1 and ("." in token or len(groups[0]) != 3):
        return float(f"{whole}.{groups[0]}")
    if "." not in token and all(len(group) == 3 for group in groups) and len(whole) <= 3:
        return float(whole + "".join(groups))
    return None


def cardinal(tokens: Sequence[str], start: int) -> tuple[float, int] | None:
    """A whole or decimal number in digits or words."""
    if start >= len(tokens):
        return None
    token = tokens[start]
    if is_number(token):
        number = number_from_digits(token)
        if number is None:
            return None
        thousand = tokens[start + 1 : start + 2] in (["thousand"], ["k"])
        return (number * 1000, start + 2) if thousand else (number, start + 1)
    after = tokens[start + 1] if start + 1 < len(tokens) else ""
    if token in ("a", "an") and after in _COUNTED:
        return group(tokens, start + 1, 1.0)
    below = below_hundred(tokens, start)
    if below is None:
        return group(tokens, start, 1.0) if token in GROUPS else None
    number, end = below
    if end < len(tokens) and tokens[end] in _COUNTED:
        return group(tokens, end, number)
    return number, end


def group(tokens: Sequence[str], place: int, number: float) -> tuple[float, int]:
    """`hundred`, `thousand`, `dozen`, `couple of` after its count."""
    word = tokens[place]
    total = number * _COUNTED[word]
    end = place + 1
    if word in ("couple", "pair") and tokens[end : end + 1] == ["of"]:
        return total, end + 1
    joined = end + 1 if tokens[end : end + 1] == ["and"] else end
    below = below_hundred(tokens, joined) if word in ("hundred", "score") else None
    return (total + below[0], below[1]) if below else (total, end)


def below_hundred(tokens: Sequence[str], start: int) -> tuple[float, int] | None:
    word = tokens[start] if start < len(tokens) else ""
    if word in ONES:
        return float(ONES[word]), start + 1
    if word not in TENS:
        return None
    end = start + 1
    unit = end + 1 if tokens[end : end + 1] == ["-"] else end
    if unit < len(tokens) and 0 < ONES.get(tokens[unit], 0) < 10:
        return float(TENS[word] + ONES[tokens[unit]]), unit + 1
    return float(TENS[word]), end


_OF_THE_YEAR = word_set(
    "last this next per every each previous past that the whole first second third fourth"
)
"""Words before which "quarter" means three months."""


def fraction(tokens: Sequence[str], start: int) -> tuple[float, int] | None:
    """A part of the whole, 0 to 1."""
    if start >= len(tokens):
        return None
    sliced = written_part(tokens, start)
    if sliced is not None:
        return sliced
    if tokens[start] == "half":
        return 0.5, start + 1
    if tokens[start] in ("a", "an") and start + 1 < len(tokens):
        return _named_part(tokens, start + 1, 1.0)
    counted = below_hundred(tokens, start)
    if counted is None and is_number(tokens[start]):
        digits = number_from_digits(tokens[start])
        counted = (digits, start + 1) if digits is not None else None
    if counted is None:
        remaining = tokens[max(start - 1, 0) : start] in (["remaining"], ["other"], ["last"], ["final"])
        followed = remaining or tokens[start + 1 : start + 2] == ["of"]
        timed = tokens[max(start - 1, 0) : start] and tokens[start - 1] in _OF_THE_YEAR
        bare = tokens[start] in ("quarter", "third", "fifth", "tenth") and followed
        bare = bare or (tokens[start] == "quarter" and start + 1 < len(tokens) and not timed)
        return (1 / PARTS[tokens[start]], start + 1) if bare else None
    number, end = counted
    named = _named_part(tokens, end + 1 if tokens[end : end + 1] == ["-"] else end, number)
    return named or _one_in(tokens, end, number)


def _named_part(tokens: Sequence[str], place: int, number: float) -> tuple[float, int] | None:
    """`third`, `fifths` after its count; "second" is no part."""
    if place >= len(tokens):
        return None
    word = tokens[place]
    if is_number(word) and tokens[place + 1 : place + 2] == ["th"] and number == 1.0:
        size = number_from_digits(word)
        return (1 / size, place + 2) if size and size >= 3 else None
    part = PARTS.get(word) or (PARTS.get(word[:-1]) if word.endswith("s") else None)
    if part is None or number > part:
        return None
    return number / part, place + 1


_PARTED: Final = word_set("days hours h hrs hr")
"""What is parted: "2 of 5 days", "32 of 40h"."""


def _one_in(tokens: Sequence[str], end: int, number: float) -> tuple[float, int] | None:
    """`one in five`, `2 out of 10`."""
    words = phrase_at(tokens, end, (("out", "of"), ("in", "every"), ("in",), ("of",)))
    whole = cardinal(tokens, end + len(words)) if words else None
    if whole is None or not 0 < number <= whole[0] or not 2 <= whole[0] <= MOST_PARTS:
        return None
    unit = tokens[whole[1] : whole[1] + 1]
    if unit == ["years"]:  # "5 of 20 years"
        return None
    return number / whole[0], whole[1] + bool(_PARTED & {*unit})


def written_part(tokens: Sequence[str], start: int) -> tuple[float, int] | None:
    """`1/5`; not `60/40` or `20/25/55`, which list amounts."""
    before, parts = tokens[max(start - 1, 0) : start], tokens[start : start + 4]
    if len(parts) < 3 or parts[1] != "/" or "/" in (*before, *parts[3:]):
        return None
    if not (is_number(parts[0]) and is_number(parts[2])):
        return None
    above, below = number_from_digits(parts[0]), number_from_digits(parts[2])
    if above is None or below is None or not 0 < above < below or not 2 <= below <= 12:
        return None
    return above / below, start + 3
