"""Lines that tell a whole week and may not mean one: denied, somebody else's, of another time, or no time at all."""

import re
from collections.abc import Sequence
from typing import Any, Final

from aijri_engine.interview.understanding.words.tokens import PHRASES, holds, phrase_list

_NOT_THAT_WEEK: Final = phrase_list(PHRASES.not_that_week)
_MONEY: Final = re.compile(r"[£$€]\s*\d|\d\s*[£€]")
_SOMEBODY: Final = re.compile(r"\b(?:for|like|same as) [A-Z][a-z]+[ .!]*$")
_THINGS: Final = re.compile(r"^\W*100 [a-z]+s\W*$", re.IGNORECASE)
LEAST_HOURS: Final = 8.0
MOST_HOURS: Final = 100.0
"""Hours of one week below and above which it is asked whether they are meant [ours]."""


def not_that_week(words: Sequence[str], typed: str) -> bool:
    """It is denied ("... NOT"), another's ("like my colleague"), of another time ("when I qualify"), or in money."""
    told = any(
        tuple(words[-len(one) :]) == one if len(one) == 1 else holds(words, one) for one in _NOT_THAT_WEEK
    )
    return told or bool(_MONEY.search(typed))


def hardly_a_week(typed: str, week: Any) -> bool:
    """Perhaps somebody's ("for Tom"), a bare hundred of things, hardly a week's hours, or one new row alone."""
    if not isinstance(week, dict):
        return False
    own, unit = week.get("other", ()), week.get("unit")
    amounts = [*week.get("rows", {}).values(), *(one["share"] for one in own)]
    things = bool(_SOMEBODY.search(typed)) or (len(amounts) == 1 and bool(_THINGS.search(typed)))
    odd = unit == "hours" and not LEAST_HOURS <= sum(amounts) <= MOST_HOURS
    return things or odd or (len(amounts) == 1 == len(own))
