"""Days by name: "Monday to Wednesday" is three days, "Fridays" one."""

from collections.abc import Sequence
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")
_NUMBER: Final = {
    name: number
    for number, day in enumerate(DAYS)
    for name in (day, f"{day}s", day[:3], {"tue": "tues", "thu": "thurs"}.get(day[:3], f"{day[:3]}s"))
}
_TO: Final = ("to", "-", "through", "till", "until", "thru")
_AND: Final = ("and", ",", "&", "+")


def with_counted_days(tokens: Sequence[str]) -> list[str]:
    """The tokens with named working days as a number of days; weekends are left as they are."""
    result: list[str] = []
    place = 0
    while place < len(tokens):
        end, days = _named(tokens, place)
        if days:
            result += [str(len(days)), "days"]
            place = end
        else:
            result.append(tokens[place])
            place += 1
    return result


def _named(tokens: Sequence[str], place: int) -> tuple[int, set[int]]:
    """Days named in a row from here, and the place after them."""
    first = _NUMBER.get(tokens[place])
    if first is None:
        return place, set()
    days, end = {first}, place + 1
    while end + 1 < len(tokens) and tokens[end + 1] in _NUMBER:
        other = _NUMBER[tokens[end + 1]]
        if tokens[end] in _TO and other > max(days):
            days |= set(range(max(days), other + 1))
        elif tokens[end] in _AND:
            days.add(other)
        else:
            break
        end += 2
    return end, days
