"""What a sentence about shares says besides shares: remarks, the time it speaks of, days of the week by name."""

from collections.abc import Sequence
from typing import Final

from aijri_engine.interview.understanding.week.pairing import names_something
from aijri_engine.interview.understanding.week.table import LINKING, Table
from aijri_engine.interview.understanding.words.amounts import WORKING_DAYS, amounts_in, read_amount
from aijri_engine.interview.understanding.words.tokens import (
    FILLER,
    PHRASES,
    is_number,
    phrase_at,
    phrase_list,
    word_set,
)

_SMALL_TALK: Final = word_set(PHRASES.small_talk)
_CLOSING: Final = phrase_list(PHRASES.closing)
_FRAME_START: Final = word_set("for in over during across of within")
_FRAME_MIDDLE: Final = frozenset(PHRASES.weeks["meant"])
_FRAME_END: Final = word_set("weeks fortnight")


_WEEKDAYS: Final = {
    name + ending: day
    for day, names in enumerate(PHRASES.weekdays[:WORKING_DAYS])
    for name in names.split()
    for ending in ("", "s")
}


def with_days_counted(tokens: Sequence[str]) -> list[str]:
    """Days of the week as how many they are: "mon to wed training, fridays meetings"; not beside other amounts."""
    if beside_days(tokens):
        return [token for token in tokens if token not in _WEEKDAYS]
    kept: list[str] = []
    place = 0
    while place < len(tokens):
        days, end = set[int](), place
        while end < len(tokens) and (tokens[end] in _WEEKDAYS or (days and tokens[end] in _BETWEEN_DAYS)):
            if tokens[end] in _WEEKDAYS:
                first = _WEEKDAYS[tokens[end]]
                days |= set(range(max(days), first)) if days and tokens[end - 1] in _UP_TO else set()
                days.add(first)
            end += 1
        while days and tokens[end - 1] not in _WEEKDAYS:
            end -= 1
        told = tokens[max(place - 1, 0) : place] in (["day"], ["days"])
        kept += [str(len(days)), "days"] if days and not told else tokens[place : max(end, place + 1)]
        place = max(end, place + 1)
    return kept


def beside_days(tokens: Sequence[str]) -> bool:
    """Days of the week stand by name in a line that has other amounts: "monday care 8h"."""
    return bool({*tokens} & _WEEKDAYS.keys()) and any(one.unit != "days" for one in amounts_in(tokens))


_UP_TO: Final = frozenset(("-", "to", "till", "until"))
_BETWEEN_DAYS: Final = frozenset((*_UP_TO, ",", "and", "&", "/", "+"))


def without_remarks(tokens: Sequence[str]) -> list[str]:
    """The tokens without small talk, closing remarks and the time meant ("in the last two weeks").

    "tests, nothing else" is "only tests".
    """
    kept: list[str] = []
    place = 0
    while place < len(tokens):
        end = _remark(tokens, place)
        kept += tokens[place : place + (end == place)]
        place = max(end, place + 1)
    return ["only", *kept] if tuple(tokens[-2:]) == ("nothing", "else") and not amounts_in(kept) else kept


def _remark(tokens: Sequence[str], place: int) -> int:
    """The place after a remark that begins here; the same place when none does."""
    if place and is_number(tokens[place - 1]) and tuple(tokens[place : place + 2]) == ("the", "same"):
        return place + 2  # "100 the same questions"
    if tokens[place] in _SMALL_TALK:
        return place + 1
    closing = phrase_at(tokens, place, _CLOSING)
    return place + len(closing) if closing else _frame(tokens, place)


def _frame(tokens: Sequence[str], place: int) -> int:
    """`in the last two weeks`, `over both weeks`, also without the preposition."""
    end = place + 1 if tokens[place] in _FRAME_START else place
    middle = end
    while end < len(tokens) and tokens[end] in _FRAME_MIDDLE:
        end += 1
    ends = end < len(tokens) and tokens[end] in _FRAME_END
    return end + 1 if ends and end > middle else place


def opened(tokens: list[str], table: Table) -> list[str]:
    """`40 hours a week: ...`, `80 % position: ...`: what is said before the first colon of no row stands apart."""
    if ":" not in tokens:
        return tokens
    colon = tokens.index(":")
    head = [token for token in tokens[:colon] if token[-1].isalnum() or token == "%"]
    told = [token for token in head if not _around_total(token)]
    amount = read_amount(told, 0)
    whole = amount is not None and amount.unit == "hours" and amount.end == len(told)
    framed = len(told) > 1 and any(map(is_number, told)) and not names_something(head, table)
    return [*tokens[:colon], ",", *tokens[colon + 1 :]] if whole or framed else tokens


def _around_total(token: str) -> bool:
    return token not in ("a", "per", "each") and (
        token in FILLER - {"hours", "hour", "week"} or token in LINKING
    )
