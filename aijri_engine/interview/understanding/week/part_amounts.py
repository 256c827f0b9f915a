"""Amounts that depend on another one: a part of it, of the rest, or so much more than it."""

import re
from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.words.amounts import read_amount
from aijri_engine.interview.understanding.words.tokens import PHRASES, is_number, phrase_at, phrase_list

REST: Final = phrase_list(PHRASES.the_rest)
_OF_WHICH: Final = phrase_list(PHRASES.weeks["of_which"])
PART_OF: Final = (*_OF_WHICH, ("including",), ("incl",))
"""Words before an amount that is a part of the one said before."""
_LESS: Final = phrase_list(("less", "minus", "deduct", "subtract"))
"""Words right behind a row by which the amount after them is taken from its own."""
_OF_THE_REST: Final = phrase_list(f"{lead}{rest}" for rest in PHRASES.the_rest for lead in ("of ", "of the "))
_THE_REST: Final = phrase_list(f"the {rest}" for rest in PHRASES.the_rest)

_PART_IS: Final = re.compile(
    r"\b(?:half|third|quarter|some|most|much|part) of (?:the|that|my|those) [a-z ]+ (?:is|was|are|were) really\b"
)
"""A part of a row is another row: "half of the charting is really handover"."""


def part_at(tokens: Sequence[str], place: int) -> int:
    """How many words and signs here make what follows a part of the amount before, or take it from that; else 0."""
    behind = place > 0 and tokens[place - 1].isalpha() and any(map(is_number, tokens[:place]))
    told = phrase_at(tokens, place, (*PART_OF, *(_LESS if behind else ())))
    size = len(told) + (told == ("incl",) and tokens[place + 1 : place + 2] == ["."])
    return size if told and read_amount(tokens, place + size) else 0


def is_a_part(tokens: Sequence[str]) -> bool:
    """An amount is a part of another one ("60 care, of which 20 records"), or of the rest."""
    if _PART_IS.search(" ".join(tokens)):
        return True
    for place in range(len(tokens)):
        told, amount = phrase_at(tokens, place, REST), read_amount(tokens, place)
        after = read_amount(tokens, place + len(told)) if told else None
        if part_at(tokens, place) or (after is not None and after.unit == "fraction"):
            return True
        if phrase_at(tokens, place, _OF_WHICH) and any(map(is_number, tokens[place:])):
            return True
        whole = amount is None or amount.unit not in ("fraction", "percent")
        of_what = _OF_THE_REST + _THE_REST * (amount is not None and amount.unit == "fraction")
        if not whole and amount and phrase_at(tokens, amount.end, of_what):
            return True
    return False


def refers_back(tokens: Sequence[str]) -> bool:
    """ "of it" means the week when it follows the first amount, and that amount when it only comes later.

    "10 more" is more than nobody knows what.
    """
    place = 0
    first = True
    while place < len(tokens):
        amount = read_amount(tokens, place)
        if amount is None:
            place += 1
            continue
        following = tuple(tokens[amount.end : amount.end + 2])
        if following[:1] in (("more",), ("less",), ("fewer",)) and following[1:] != ("or",):
            return True
        back = following in (("of", "it"), ("of", "this"))
        if back or not first:
            return back and not first
        first, place = False, amount.end
    return False
