"""Figures that were said of a day, in hours of a week."""

from dataclasses import replace
from typing import Final

from aijri_engine.interview.understanding.week.draft import Draft
from aijri_engine.interview.understanding.week.pairing import Said
from aijri_engine.interview.understanding.week.rows import Name
from aijri_engine.interview.understanding.words.amounts import WORKING_DAYS
from aijri_engine.text import figure

MOST_A_DAY: Final = 12.0
"""Hours of one row up to here may be of a day, where others are [ours]."""

_IN_HOURS: Final = "A figure without hours or minutes is said of a day. Is it in hours?"
_HOW_LONG: Final = "How long is the {} a day? Say the week once more with its unit, such as 15 minutes a day."


def hours_of_a_day(named: list[tuple[Said, list[Name]]], draft: Draft) -> list[tuple[Said, list[Name]]]:
    """Bare figures that were said of a day as hours of one, to be confirmed; none where a figure cannot be that."""
    amounts = [one.amount for one, _ in named if one.amount]
    undaily = [one for one in amounts if one.unit == "other" and one.daily]
    long = [one.value for one in undaily if one.value > MOST_A_DAY]
    if undaily:
        draft.loose |= bool(long) or any(one.unit not in ("hours", "other") for one in amounts)
        draft.questions.append(_HOW_LONG.format(figure(long[0])) if long else _IN_HOURS)
    return [
        (replace(one, amount=replace(one.amount, value=one.amount.value * WORKING_DAYS, unit="hours")), names)
        if one.amount in undaily and one.amount
        else (one, names)
        for one, names in named
    ]


def as_daily(said: Said, unit: str = "hours") -> Said:
    """The same with hours, or plain figures beside them, taken as hours of one day."""
    amount = said.amount
    if amount is None or amount.unit != unit or amount.daily or amount.weekly or amount.value > MOST_A_DAY:
        return said
    return replace(said, amount=replace(amount, value=amount.value * WORKING_DAYS, unit="hours", daily=True))
