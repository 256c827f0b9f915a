"""Remarks in a sentence about shares that say nothing about any share: the weeks meant, and small talk."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.numbers import read_amount
from aijri_engine.interview.understanding.tasks import LINKING
from aijri_engine.interview.understanding.words import FILLER, word_set

_SMALL_TALK: Final = word_set(
    "honestly tbh frankly lol haha hehe sadly unfortunately luckily anyway sorry alas admittedly fwiw imo"
)
_CLOSING: Final = tuple(
    tuple(phrase.split())
    for phrase in (
        "and nothing else", "nothing else", "and that was it", "that was it", "and thats it", "thats it",
        "and thats all", "thats all", "and that was all", "that was all", "thats about it", "give or take",
        "to be honest", "i would say", "id say", "i reckon", "as always", "as usual", "all added up",
        "if i add it up", "by the way", "at the moment", "these days", "right now",
    )
)  # fmt: skip
_FRAME_START: Final = word_set("for in over during across of within")
_FRAME_MIDDLE: Final = word_set(
    "the my these those last past two 2 both normal latest recent whole full previous"
)
_FRAME_END: Final = word_set("weeks fortnight")


def without_remarks(tokens: Sequence[str]) -> list[str]:
    """The tokens without small talk, closing remarks and the time meant ("in the last two weeks")."""
    kept: list[str] = []
    place = 0
    while place < len(tokens):
        end = _remark(tokens, place)
        if end == place:
            kept.append(tokens[place])
            end = place + 1
        place = end
    return kept


def _remark(tokens: Sequence[str], place: int) -> int:
    """The place after a remark that begins here; the same place when none does."""
    if tokens[place] in _SMALL_TALK:
        return place + 1
    for phrase in _CLOSING:
        if tuple(tokens[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    return _frame(tokens, place)


def _frame(tokens: Sequence[str], place: int) -> int:
    """`in the last two weeks`, `over both weeks`, also without the preposition."""
    end = place + 1 if tokens[place] in _FRAME_START else place
    middle = end
    while end < len(tokens) and tokens[end] in _FRAME_MIDDLE:
        end += 1
    ends = end < len(tokens) and tokens[end] in _FRAME_END
    return end + 1 if ends and end > middle else place


def opened(tokens: list[str]) -> list[str]:
    """`40 hours a week: ...`: hours before the first colon stand apart from what follows."""
    if ":" not in tokens:
        return tokens
    colon = tokens.index(":")
    head = [token for token in tokens[:colon] if token.isalnum() and not _around_total(token)]
    amount = read_amount(head, 0)
    whole = amount is not None and amount.unit == "hours" and amount.end == len(head)
    return [*tokens[:colon], ",", *tokens[colon + 1 :]] if whole else tokens


def _around_total(token: str) -> bool:
    return token not in ("a", "per", "each") and (
        token in FILLER - {"hours", "hour", "week"} or token in LINKING
    )
