"""Times told by their dates or places ("since november 2014", "my seventh year"), as years of today."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from aijri_engine.interview.understanding.words.amounts import amounts_in
from aijri_engine.interview.understanding.words.clauses import denies
from aijri_engine.interview.understanding.words.numbers import ONES, ORDINALS, TENS, number_from_digits
from aijri_engine.interview.understanding.words.tokens import (
    PHRASES,
    is_number,
    phrase_at,
    phrase_list,
    word_set,
)
from aijri_engine.text import figure

YEARS: Final = "years"
"""The unit in which times are told."""

YEARLIKE: Final = (1900, 2100)
"""Numbers that are the name of a year."""

FAR: Final = 4
"""Words between a denial and what it denies, and between a beginning and its year [ours]."""

_BEGUN: Final = phrase_list(PHRASES.begun)
_SINCE: Final = ("since", "until today", "till today", "to this day", "to date")
_TO_A_YEAR: Final = word_set("- to till until through and")
_TO_NOW: Final = phrase_list(
    f"{end} {now}" for end in ("-", "to", "till", "until", "through") for now in ("today", "now", "present")
)
_SIGNS: Final = word_set("/ -")
_NO_DENIAL: Final = word_set("but except minus without")
_TIME_OFF: Final = phrase_list(PHRASES.time_off)
_MONTHS: Final = {name: at for at, names in enumerate(PHRASES.months, 1) for name in names.split()}
_BESIDE_A_DATE: Final = word_set(PHRASES.beside_a_date)
_PLACES: Final = {
    **{f"{word}th": number for word, number in ONES.items() if number > 10},
    **{f"{word[:-1]}ieth": number for word, number in TENS.items()},
    "twelfth": 12,
    **ORDINALS,
}
_AFTER_A_PLACE: Final = word_set("full whole year yr")
_OVER: Final = word_set("finished completed ended done anniversary")


def times_off(tokens: Sequence[str]) -> list[int]:
    """Places of words for a time in which the work was not done, without those denied ("never stopped")."""
    return [at for at in range(len(tokens)) if phrase_at(tokens, at, _TIME_OFF)
            and not any(map(denies, tokens [max(0, at - FAR) : at]))]  # fmt: skip


def begins(tokens: Sequence[str]) -> bool:
    """The line tells when something began."""
    return any(phrase_at(tokens, at, _BEGUN) for at in range(len(tokens)))


def in_years(tokens: Sequence[str], today: date | None) -> list[str]:
    """The line with its dates as amounts of years; as it is where one of them cannot be computed.

    Nothing is computed of a denial ("not since 2014"), nor of a time off that is not told in years.
    """
    years = [at for at, token in enumerate(tokens) if _year(token)]
    if not years:
        return _by_its_place(tokens)
    left = list(tokens)
    while today is not None and years:
        span = _span(left, years, today)
        if span is None:
            return list(tokens)
        start, end, length = span
        left[start:end] = [figure(length, 1), "years"]
        years = [at for at, token in enumerate(left) if _year(token)]
    untold = times_off(left) and len({one.end for one in amounts_in(left)}) == 1
    return list(tokens) if today is None or untold or _denies(left) else left


def _denies(tokens: Sequence[str]) -> bool:
    """The first no of the line is none to a time off; one after that says it again."""
    first = next((at for at, word in enumerate(tokens) if denies(word) and word not in _NO_DENIAL), None)
    return first is not None and not any(
        phrase_at(tokens, at, _TIME_OFF) for at in range(first, first + FAR + 1)
    )


def _year(token: str) -> int:
    number = number_from_digits(token) if is_number(token) and len(token) == len("2014") else None
    return int(number) if number is not None and YEARLIKE[0] <= number < YEARLIKE[1] else 0


def _span(tokens: Sequence[str], years: Sequence[int], today: date) -> tuple[int, int, float] | None:
    """From where to where the first time is told that begins with a year, and how long it is; None where it is not."""
    at = years[0]
    start, month = at, 0
    if tokens[at - 1 : at] in (["/"], ["-"], ["."]) and at > 1 and is_number(tokens[at - 2]):
        start, month = at - 2, int(number_from_digits(tokens[at - 2]) or 0)
    if (start and tokens[start - 1] in _SIGNS) or month > len(PHRASES.months):
        return None
    while start and (
        tokens[start - 1] in _BESIDE_A_DATE
        or tokens[start - 1] in _MONTHS
        or (tokens[start] in _MONTHS and is_number(tokens[start - 1]))
    ):
        start -= 1
        month = month or _MONTHS.get(tokens[start], 0)
    if at + 2 < len(tokens) and tokens[at + 1] in _TO_A_YEAR and (until := _year(tokens[at + 2])):
        length, end = float(until - _year(tokens[at])), at + 3
        return (start, end, length) if length > 0 and until <= today.year else None
    end = at + 1 + len(phrase_at(tokens, at + 1, _TO_NOW))
    if end == at + 1 and {*tokens[end : end + 1]} & _SIGNS:
        return None
    opened = any(phrase_at(tokens, place, _BEGUN) for place in range(max(0, at - FAR), at))
    told = opened or end > at + 1 or any(f" {one} " in f" {' '.join(tokens)} " for one in _SINCE)
    months = (today.year - _year(tokens[at])) * 12 + (today.month - month if month else 0)
    halves = round(months / 6) / 2
    return (start, end, halves) if told and months > 0 and halves else None


def _by_its_place(tokens: Sequence[str]) -> list[str]:
    """`finished my seventh year` is seven years, `in my seventh year` six to seven."""
    for at, token in enumerate(tokens):
        behind = at + 1 + (tokens[at + 1 : at + 2] in (["th"], ["st"], ["nd"], ["rd"]))
        number = _PLACES.get(token, 0) if behind == at + 1 else int(number_from_digits(token) or 0)
        end = behind + (tokens[behind : behind + 1] in (["full"], ["whole"]))
        if not number or not {*tokens[end : end + 1]} & {"year", "yr", "anniversary"}:
            continue
        over = _OVER & {*tokens}
        told = [str(number)] if over else [str(number - 1), "to", str(number)]
        return [*tokens[:at], *told, "years", *tokens[end + 1 :]]
    return list(tokens)
