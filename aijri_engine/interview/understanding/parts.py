"""Parts of a whole: "a third", "two fifths", "one in five", "1/5"."""

from collections.abc import Sequence

from aijri_engine.interview.understanding.number_words import (
    PARTS,
    below_hundred,
    cardinal,
    number_from_digits,
)
from aijri_engine.interview.understanding.words import is_number, word_set

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


def _one_in(tokens: Sequence[str], end: int, number: float) -> tuple[float, int] | None:
    """`one in five`, `2 out of 10`."""
    for words in (("out", "of"), ("in", "every"), ("in",), ("of",)):
        if tuple(tokens[end : end + len(words)]) == words:
            whole = cardinal(tokens, end + len(words))
            if whole is None or not 0 < number <= whole[0] or whole[0] < 2:
                return None
            after = whole[1]
            return number / whole[0], after + 1 if tokens[after : after + 1] in (
                ["days"],
                ["hours"],
            ) else after
    return None


def written_part(tokens: Sequence[str], start: int) -> tuple[float, int] | None:
    """`1/5`; not `60/40` or `20/25/55`, which list amounts."""
    if (
        tokens[start + 1 : start + 2] != ["/"]
        or tokens[start + 3 : start + 4] == ["/"]
        or start + 2 >= len(tokens)
    ):
        return None
    if tokens[max(start - 1, 0) : start] == ["/"] or not (
        is_number(tokens[start]) and is_number(tokens[start + 2])
    ):
        return None
    above, below = number_from_digits(tokens[start]), number_from_digits(tokens[start + 2])
    if above is None or below is None or not 0 < above < below or not 2 <= below <= 12:
        return None
    return above / below, start + 3
